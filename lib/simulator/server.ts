/**
 * The simulated providers as one handler: bulk files, query endpoints, CheckWX, text files, control.
 *
 * Every answer carries `X-Simulated: true`, so that nobody can take it for weather.
 *
 * @module
 */
import { type Clock, MINUTE_MS } from "../time/mod.ts";
import { simulatedFiles } from "./awc/builders.ts";
import { serveBulkFile } from "./awc/bulk_door.ts";
import { createBulkFiles } from "./awc/files.ts";
import { serveQuery } from "./awc/query_door.ts";
import { createCheckWxDoor } from "./checkwx_door.ts";
import { controlFaults } from "./faults/control.ts";
import { isStationFile, serveStationFile } from "./noaa_door.ts";
import { createFaultBoard, type FaultBoard } from "./faults/mod.ts";
import type { Simulation } from "./simulation.ts";
import type { Handler } from "./wire.ts";

/** What the provider's doors need. */
export interface ProviderOptions {
  readonly simulation: Simulation;
  readonly clock: Clock;
  /** The switches; without, a board of its own that `POST /_control/faults` sets. */
  readonly faults?: FaultBoard;
}

/** Queries in any minute from one client, over which the provider answers 429. */
const QUERIES_PER_MINUTE = 100;
const BULK = "/data/cache/";

/**
 * The handler of a simulated provider. Faults of the wire need `serveWire` with
 * `faultFor: board.writerFor`; a frozen feed works with the handler alone.
 */
export function createProviderHandler(options: ProviderOptions): Handler {
  const { simulation, clock } = options;
  const board = options.faults ?? createFaultBoard();
  const files = createBulkFiles(simulatedFiles(simulation));
  const checkWx = createCheckWxDoor(simulation);
  const overRate = rateLimit(QUERIES_PER_MINUTE);
  const frozenAt = new Map<string, number>();

  /** Where a feed stands still, time stands still for it. */
  function nowFor(path: string): number {
    if (!board.isFrozen(path)) {
      frozenAt.delete(path);
      return clock.now();
    }
    const stopped = frozenAt.get(path) ?? clock.now();
    frozenAt.set(path, stopped);
    return stopped;
  }

  async function answer(request: Request, url: URL): Promise<Response> {
    const { pathname } = url;
    if (pathname === "/_control/faults") return await controlFaults(request, board);
    if (request.method !== "GET" && request.method !== "HEAD") {
      return new Response(null, { status: 405, headers: { allow: "GET, HEAD" } });
    }
    const now = nowFor(pathname);
    if (isStationFile(pathname)) return serveStationFile(pathname, simulation, now);
    if (pathname.startsWith(BULK)) {
      return await serveBulkFile(request, files, pathname.slice(BULK.length), now);
    }
    if (pathname.startsWith("/api/data/")) {
      if (overRate(clock.now())) {
        return Response.json({ status: "error", error: "Too Many Requests" }, { status: 429 });
      }
      return await serveQuery(url, simulation, now);
    }
    if (pathname.startsWith("/v2/")) return checkWx(request, url, now);
    return new Response("Not Found", { status: 404 });
  }

  return async (request) => {
    const response = await answer(request, new URL(request.url));
    response.headers.set("x-simulated", "true");
    return response;
  };
}

/** Counts calls in the running minute. */
function rateLimit(perMinute: number): (now: number) => boolean {
  let minute = -1;
  let used = 0;
  return (now) => {
    if (Math.floor(now / MINUTE_MS) !== minute) [minute, used] = [Math.floor(now / MINUTE_MS), 0];
    return ++used > perMinute;
  };
}
