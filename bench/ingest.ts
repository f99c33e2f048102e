/**
 * Ingest of a whole world over HTTP: how long it takes, how long it holds the event loop, what it weighs,
 * and how soon a restart answers from the snapshot.
 *
 * The simulated world runs as a process of its own; the service runs here, so that the pauses of its event
 * loop can be seen. A pause is the time between two turns of a timer that asks to be called at once, which is
 * how long a request that came in meanwhile would have waited.
 *
 * @module
 */
import process from "node:process";
import { createService } from "../lib/app.ts";
import { environmentNames, readConfig } from "../lib/config/mod.ts";
import { silentLog } from "../lib/observe/mod.ts";
import { runFlags } from "../tools/run_flags.ts";

const ROOT = new URL("../", import.meta.url).pathname;
const MAX_PAUSE_MS = 20;
const MAX_START_MS = 1000;
const COLD_STARTS = 5;

/** Starts Deno and gives the first address in its output. */
async function startProcess(args: readonly string[], env: Record<string, string> = {}) {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: ROOT,
    env,
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let text = "";
  const reader = child.stdout.pipeThrough(new TextDecoderStream() as never).getReader();
  while (true) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`a process ended at its start:\n${text}`);
    text += value;
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(
      /"listening"|simulated world/.test(text) ? text : "",
    );
    if (url !== null) return { child, reader, url: url[0] };
  }
}

async function stop(child: Deno.ChildProcess, signal: Deno.Signal = "SIGTERM"): Promise<void> {
  child.kill(signal);
  await child.status;
}

/** CPU time of this process, milliseconds. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Watches the pauses of the event loop until `stop` gives all of them, longest first. */
function watchPauses(): () => number[] {
  const pauses: number[] = [];
  let last = performance.now();
  let lastCpu = cpuMs();
  let running = true;
  const tick = () => {
    const now = performance.now();
    const cpu = cpuMs();
    pauses.push(Math.min(now - last, cpu - lastCpu));
    last = now;
    lastCpu = cpu;
    if (running) setTimeout(tick, 0);
  };
  setTimeout(tick, 0);
  return () => {
    running = false;
    return pauses.sort((a, b) => b - a);
  };
}

function line(name: string, value: string): void {
  console.log(`${name.padEnd(34)} ${value}`);
}

async function measureIngest(provider: string, folder: string): Promise<boolean> {
  const read = readConfig({ get: () => undefined, readFile: () => "" });
  if (!read.ok) throw new Error("the defaults are not accepted");
  const config = {
    ...read.config,
    weatherSource: "simulator" as const,
    awcBaseUrl: provider,
    dataDir: folder,
  };
  const service = await createService(config, { log: silentLog, pages: "none" });
  const before = Deno.memoryUsage().rss;
  const pauses: number[] = [];
  for (const round of ["first, nothing known", "second, one minute later"]) {
    const stopWatching = watchPauses();
    const started = performance.now();
    const results = await service.ingest.pollAll();
    const taken = performance.now() - started;
    const seen = stopWatching();
    pauses.push(...seen);
    let reports = 0;
    let decoded = 0;
    let decodeMs = 0;
    for (const result of results) {
      if (result.kind !== "accepted") continue;
      reports += result.reports;
      decoded += result.tally.decoded;
      decodeMs += result.tally.decodeMs;
    }
    line(
      `ingest, ${round}`,
      `${taken.toFixed(0)} ms for ${reports} reports, ${decoded} decoded in ${
        decodeMs.toFixed(0)
      } ms`,
    );
    line(
      "  longest pauses of the loop",
      seen.slice(0, 5).map((ms) => ms.toFixed(1)).join(", ") + " ms",
    );
  }
  const stopWatching = watchPauses();
  const started = performance.now();
  await service.stop();
  const seen = stopWatching();
  pauses.push(...seen);
  line("snapshot written", `${(performance.now() - started).toFixed(0)} ms`);
  line(
    "  longest pauses of the loop",
    seen.slice(0, 5).map((ms) => ms.toFixed(1)).join(", ") + " ms",
  );
  const rss = Deno.memoryUsage().rss;
  line("RSS before, after", `${mega(before)}, ${mega(rss)} MB (simulated world not included)`);
  return Math.max(...pauses) <= MAX_PAUSE_MS;
}

function mega(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

/** Milliseconds from the start of the process to the first whole answer. */
async function measureColdStart(folder: string): Promise<number> {
  const started = performance.now();
  const { child, reader, url } = await startProcess(
    [...runFlags({ net: ["127.0.0.1"], env: environmentNames(), dataDir: folder }), "main.ts"],
    {
      PORT: "0",
      DATA_DIR: folder,
      WEATHER_SOURCE: "simulator",
      // Nobody listens there: the answer must come from the snapshot.
      AWC_BASE_URL: "http://127.0.0.1:9",
    },
  );
  const response = await fetch(`${url}/api/v1/metar/KJFK`);
  const body = await response.json();
  const taken = performance.now() - started;
  await stop(child, "SIGKILL");
  await reader.cancel();
  if (!body.reports?.[0]?.raw) throw new Error("the restart did not answer from its snapshot");
  return taken;
}

const folder = await Deno.makeTempDir();
const simulator = await startProcess([
  "run",
  "--no-prompt",
  "--allow-net=127.0.0.1",
  "--allow-read=lib",
  "lib/simulator/main.ts",
  "--port",
  "0",
]);
try {
  const smooth = await measureIngest(simulator.url, folder);
  const starts: number[] = [];
  for (let i = 0; i < COLD_STARTS; i++) starts.push(await measureColdStart(folder));
  starts.sort((a, b) => a - b);
  const median = starts[Math.floor(starts.length / 2)]!;
  line(
    "start to first answer",
    `${median.toFixed(0)} ms (median of ${COLD_STARTS}, slowest ${starts.at(-1)!.toFixed(0)})`,
  );
  const quick = median <= MAX_START_MS;
  line("no pause over 20 ms", smooth ? "holds" : "DOES NOT HOLD");
  line("restart answers within 1 s", quick ? "holds" : "DOES NOT HOLD");
  Deno.exitCode = smooth && quick ? 0 : 1;
} finally {
  await stop(simulator.child);
  await simulator.reader.cancel();
  await Deno.remove(folder, { recursive: true });
}
