/**
 * The simulated provider as one handler: bulk files, query endpoints, CheckWX, control.
 *
 * Every answer carries `X-Simulated: true`, so that nobody can take it for weather.
 *
 * @module
 */
import type { Clock } from "../time/mod.ts";
import { simulatedFiles } from "./awc/builders.ts";
import { serveBulkFile } from "./awc/bulk_door.ts";
import { createBulkFiles } from "./awc/files.ts";
import type { Simulation } from "./simulation.ts";
import type { Handler } from "./wire.ts";

/** What the provider's doors need. */
export interface ProviderOptions {
  readonly simulation: Simulation;
  readonly clock: Clock;
}

/** The handler of a simulated provider. */
export function createProviderHandler(options: ProviderOptions): Handler {
  const { simulation, clock } = options;
  const files = createBulkFiles(simulatedFiles(simulation));
  return async (request) => {
    const url = new URL(request.url);
    const now = clock.now();
    const response = url.pathname.startsWith("/data/cache/")
      ? await serveBulkFile(request, files, url.pathname.slice("/data/cache/".length), now)
      : new Response("Not Found", { status: 404 });
    response.headers.set("x-simulated", "true");
    return response;
  };
}
