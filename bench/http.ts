/**
 * What an answer costs, as a ratio to a bare `Deno.serve` that answers the same status, headers and bytes
 * in the same run: server CPU per request, and requests per second with wrk on the other core.
 *
 * Starts the simulated world and the app as the demo does (production build, least permissions), waits for
 * the world, then stops the simulator so that nothing but the requests is measured. Prints a table; exits 1
 * when a bound of `BOUNDS` is passed.
 *
 * @module
 */
import {
  loadOnce,
  loadWithWrk,
  type Measurement,
  median,
  residentMegabytes,
} from "./server_cpu.ts";
import { connect } from "./raw_http.ts";
import { startApp, startFloor, startSimulator, stop } from "./processes.ts";

const ROUNDS = 3;
const SECONDS = 3;
const BROWSER = { "accept": "text/html", "accept-encoding": "gzip, deflate, br" };
const CLIENT = { "accept": "application/json", "accept-encoding": "gzip" };

/** A kind of request and how many times the floor's CPU it may cost. */
interface Target {
  readonly name: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly bound: number;
}

/** Answers recorded for the floor: status, headers, bytes as they go over the wire. */
async function record(origin: string, path: string, headers: Record<string, string>) {
  return await connect(origin, path, headers);
}

async function measure(
  appPid: number,
  appOrigin: string,
  target: Target,
): Promise<{ app: Measurement[]; floor: Measurement[] }> {
  const answer = await record(appOrigin, target.path, target.headers);
  const floor = await startFloor({ [new URL(target.path, appOrigin).pathname]: answer });
  const results = { app: [] as Measurement[], floor: [] as Measurement[] };
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      for (
        const [key, origin, pid] of [
          ["floor", floor.origin, floor.pid],
          ["app", appOrigin, appPid],
        ] as const
      ) {
        const result = await loadWithWrk({
          url: origin + target.path,
          pid,
          seconds: SECONDS,
          headers: target.headers,
        });
        // The first round warms both up.
        if (round > 0) results[key].push(result);
      }
    }
  } finally {
    await stop(floor);
  }
  return results;
}

function row(name: string, app: Measurement[], floor: Measurement[], bound: number) {
  const [a, f] = [app, floor].map((all) => median(all.map((m) => m.cpuMicroseconds)));
  const [ra, rf] = [app, floor].map((all) => median(all.map((m) => m.requestsPerSecond)));
  return {
    "answer": name,
    "app CPU µs": a!.toFixed(1),
    "floor CPU µs": f!.toFixed(1),
    "ratio": (a! / f!).toFixed(2),
    "bound": bound,
    "app req/s": Math.round(ra!),
    "floor req/s": Math.round(rf!),
    "errors": app.reduce((sum, m) => sum + m.errors, 0),
    "ok": a! / f! <= bound,
  };
}

async function main(): Promise<number> {
  const simulator = await startSimulator();
  const app = await startApp(simulator.origin);
  const rows: ReturnType<typeof row>[] = [];
  try {
    const stations = await app.waitForWorld();
    console.log(
      `${stations.length} stations held; RSS ${(await residentMegabytes(app.pid)).toFixed(0)} MB`,
    );
    await stop(simulator);
    const etag = (await record(app.origin, "/api/v1/metar/KJFK", CLIENT)).headers
      .find(([name]) => name === "etag")?.[1] ?? "";
    const targets: Target[] = [
      { name: "METAR JSON, hot", path: "/api/v1/metar/KJFK", headers: CLIENT, bound: 1.5 },
      {
        name: "METAR JSON, 304",
        path: "/api/v1/metar/KJFK",
        headers: { ...CLIENT, "if-none-match": etag },
        bound: 1.5,
      },
      { name: "station page, unchanged", path: "/KJFK", headers: BROWSER, bound: 1.5 },
    ];
    for (const target of targets) {
      const { app: a, floor } = await measure(app.pid, app.origin, target);
      rows.push(row(target.name, a, floor, target.bound));
    }
    for (const each of renderings(stations)) rows.push(await measureRendered(app, each));
    console.table(rows);
    console.log(`RSS under load ${(await residentMegabytes(app.pid)).toFixed(0)} MB (bound 256)`);
  } finally {
    await stop(app);
    await stop(simulator);
  }
  return rows.every((r) => r.ok && r.errors === 0) ? 0 : 1;
}

/** Pages between two looks at the floor: what else the machine does then weighs on both alike. */
const CHUNK = 500;
/** Every so many stations is one of those that are looked at each minute. */
const LOOKED_AT = 10;

/** Which pages are rendered, for how many minutes after those that warm the compiler. */
interface Rendering {
  readonly name: string;
  readonly stations: readonly string[];
  readonly warm: number;
  readonly measured: number;
}

/**
 * Pages of the same stations once in each minute, of which none can come from the page cache. Of all stations no
 * parts are kept: that is a page as at its first rendering. Of some they are kept from the minute before. The first
 * come first, since their thousands warm the compiler, as wrk does for the answers above.
 */
function renderings(stations: readonly string[]): Rendering[] {
  const lookedAt = stations.filter((_, index) => index % LOOKED_AT === 0);
  return [
    { name: "station page, rendered first", stations, warm: 1, measured: 3 },
    { name: "station page, rendered again", stations: lookedAt, warm: 2, measured: 3 },
  ];
}

/** How often the floor is asked for each page: it answers in a few ticks of the clock of processes. */
const FLOOR_TIMES = 4;

/** The floor answers one such page, by turns. */
async function measureRendered(
  app: Awaited<ReturnType<typeof startApp>>,
  { name, stations, warm, measured }: Rendering,
) {
  const headers = { accept: "text/html", "accept-encoding": "identity" };
  const floor = await startFloor({ "/KJFK": await record(app.origin, "/KJFK", headers) });
  const results = { app: [] as Measurement[], floor: [] as Measurement[] };
  try {
    for (let minute = 0; minute < warm + measured; minute++) {
      const parts = { app: [] as Measurement[], floor: [] as Measurement[] };
      for (let at = 0; at < stations.length; at += CHUNK) {
        const ids = stations.slice(at, at + CHUNK);
        const same = ids.flatMap(() => new Array<string>(FLOOR_TIMES).fill(`${floor.origin}/KJFK`));
        parts.floor.push(await loadOnce({ headers, pid: floor.pid, urls: same }));
        const urls = ids.map((id) => `${app.origin}/${id}`);
        parts.app.push(await loadOnce({ headers, pid: app.pid, urls }));
      }
      if (minute >= warm) {
        results.app.push(together(parts.app));
        results.floor.push(together(parts.floor));
      }
      await new Promise((resolve) => setTimeout(resolve, 60_500 - Date.now() % 60_000));
    }
    return row(name, results.app, results.floor, 8);
  } finally {
    await stop(floor);
  }
}

/** Measurements one after the other as one. */
function together(parts: readonly Measurement[]): Measurement {
  const sum = (of: (part: Measurement) => number) => parts.reduce((all, part) => all + of(part), 0);
  const requests = sum((part) => part.requests);
  return {
    requests,
    cpuMicroseconds: sum((part) => part.cpuMicroseconds * part.requests) / requests,
    requestsPerSecond: requests / sum((part) => part.requests / part.requestsPerSecond),
    errors: sum((part) => part.errors),
  };
}

if (import.meta.main) Deno.exit(await main());
