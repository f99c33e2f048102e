/**
 * The whole service in this process over a simulated world, on a clock that tests move: nothing listens.
 *
 * @module
 */
import assert from "node:assert/strict";
import { createService, type Service, type ServiceOverrides } from "../../lib/app.ts";
import { type Config, readConfig } from "../../lib/config/mod.ts";
import { build } from "../../lib/fresh/build.ts";
import { silentLog } from "../../lib/observe/mod.ts";
import { createSimulation, type Simulation, type SiteCounts } from "../../lib/simulator/mod.ts";
import { readStations } from "./stations.ts";

const ROOT = new URL("../../", import.meta.url);
const INFO = {
  remoteAddr: { transport: "tcp" as const, hostname: "127.0.0.1", port: 1 },
  completed: Promise.resolve(),
};

/** The world of a seed, with so many stations. */
export async function simulatedWorldOf(seed: number, counts: SiteCounts): Promise<Simulation> {
  const stations = await readStations();
  return createSimulation({ seed, stations, counts });
}

/** Opens the service with the defaults of its options but for `changes`; its weather is simulated. */
export async function openService(
  changes: Partial<Config>,
  overrides: ServiceOverrides,
): Promise<Service> {
  const defaults = readConfig({ get: () => undefined, readFile: () => "" });
  assert.ok(defaults.ok);
  if (overrides.pages !== "none") await build({ root: ROOT });
  return await createService(
    { ...defaults.config, weatherSource: "simulator", ...changes },
    { log: silentLog, ...overrides },
  );
}

/** Options of a service that keeps nothing and asks the provider at `url`. */
export function keepsNothing(url: string): Partial<Config> {
  return { snapshotSeconds: 0, store: "memory", awcBaseUrl: url };
}

/** Asks the service for a path; gives the body of its answer, which must have this status. */
export async function bodyOf(service: Service, path: string, status = 200): Promise<string> {
  const request = new Request(`http://127.0.0.1${path}`, { headers: { host: "127.0.0.1" } });
  const response = await service.handler(request, INFO as never);
  const body = await response.text();
  assert.equal(response.status, status, `${path}: ${response.status} ${body.slice(0, 200)}`);
  return body;
}
