/**
 * The simulated world as a process of its own.
 *
 * Options: `--port 8090` (0 for a free one), `--seed 1`, `--stations 5130`, `--tafs 2970`, `--at
 * 2026-01-15T12:00:00Z` (the world's clock starts there and runs on).
 *
 * @module
 */
import { parseStations, RUNWAYS_URL, STATIONS_URL } from "../stations/mod.ts";
import { shiftedClock, systemClock, toIso } from "../time/mod.ts";
import { createFaultBoard } from "./faults/mod.ts";
import { createProviderHandler } from "./server.ts";
import { createSimulation } from "./simulation.ts";
import { DEFAULT_COUNTS } from "./sites.ts";
import { serveWire } from "./wire.ts";

/** Options of the process. */
export interface MainOptions {
  readonly port: number;
  readonly seed: number;
  readonly stations: number;
  readonly tafs: number;
  /** Milliseconds since the epoch, or `null` for now. */
  readonly at: number | null;
}

/** Reads `--name value` and `--name=value`; throws a `RangeError` that names what is wrong. */
export function parseOptions(args: readonly string[]): MainOptions {
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = args[i]!.split("=", 2) as [string, string | undefined];
    if (!["--port", "--seed", "--stations", "--tafs", "--at"].includes(name)) {
      throw new RangeError(`unknown option ${name}; known: --port --seed --stations --tafs --at`);
    }
    given.set(name, inline ?? args[++i] ?? "");
  }
  const whole = (name: string, fallback: number, low: number, high: number) => {
    const text = given.get(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (!Number.isInteger(value) || value < low || value > high || text.trim() === "") {
      throw new RangeError(`${name} must be a whole number from ${low} to ${high}, not "${text}"`);
    }
    return value;
  };
  const at = given.get("--at");
  if (at !== undefined && Number.isNaN(Date.parse(at))) {
    throw new RangeError(`--at must be an instant such as 2026-01-15T12:00:00Z, not "${at}"`);
  }
  return {
    port: whole("--port", 8090, 0, 65535),
    seed: whole("--seed", 1, 0, 2 ** 31),
    stations: whole("--stations", DEFAULT_COUNTS.metar, 1, 17000),
    tafs: whole("--tafs", DEFAULT_COUNTS.taf, 0, 17000),
    at: at === undefined ? null : Date.parse(at),
  };
}

/** Starts the world's server. */
export async function startSimulator(options: MainOptions) {
  const [stations, runways] = await Promise.all([
    Deno.readTextFile(STATIONS_URL),
    Deno.readTextFile(RUNWAYS_URL),
  ]);
  const clock = options.at === null ? systemClock : shiftedClock(options.at);
  const simulation = createSimulation({
    seed: options.seed,
    stations: parseStations(stations, runways),
    counts: { metar: options.stations, taf: options.tafs },
  });
  const faults = createFaultBoard();
  const handler = createProviderHandler({ simulation, clock, faults });
  const server = serveWire({
    port: options.port,
    handler,
    faultFor: (request) => faults.writerFor(request),
  });
  return { ...server, simulation, clock, faults };
}

if (import.meta.main) {
  try {
    const server = await startSimulator(parseOptions(Deno.args));
    console.log(
      `simulated world ${server.url} seed ${server.simulation.world.seed}, ` +
        `${server.simulation.sites.length} stations, ${toIso(server.clock.now())}`,
    );
    Deno.addSignalListener("SIGTERM", () => server.close().then(() => Deno.exit(0)));
    Deno.addSignalListener("SIGINT", () => server.close().then(() => Deno.exit(0)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    Deno.exit(2);
  }
}
