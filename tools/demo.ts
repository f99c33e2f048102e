/**
 * `deno task demo`: the simulated world and the app as two processes on this machine, until Ctrl-C.
 *
 * @module
 */
import { environmentNames } from "../lib/config/mod.ts";
import { runFlags } from "./run_flags.ts";

const STATE_DIR = "./.demo";
const STARTS_WITHIN_MS = 60_000;

/** First match of `pattern` in the lines that a process prints; the rest is passed on or dropped. */
async function firstMatch(
  stream: ReadableStream<Uint8Array>,
  pattern: RegExp,
  pass: boolean,
): Promise<RegExpExecArray | null> {
  const found = Promise.withResolvers<RegExpExecArray | null>();
  void (async () => {
    let text = "";
    for await (const piece of stream.pipeThrough(new TextDecoderStream() as never)) {
      if (pass) Deno.stderr.writeSync(new TextEncoder().encode(piece as string));
      text = (text + piece).slice(-4096);
      const match = pattern.exec(text);
      if (match !== null) found.resolve(match);
    }
    found.resolve(null);
  })();
  return await found.promise;
}

function startSimulator(): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-prompt",
      "--no-remote",
      "--allow-net=127.0.0.1",
      "--allow-read=lib",
      "lib/simulator/main.ts",
      "--port",
      "0",
    ],
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}

function startApp(provider: string, port: string): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      ...runFlags({
        net: ["127.0.0.1", "localhost"],
        env: environmentNames(),
        dataDir: STATE_DIR,
      }),
      "main.ts",
    ],
    env: {
      PORT: port,
      HOST: "127.0.0.1",
      DATA_DIR: STATE_DIR,
      WEATHER_SOURCE: "simulator",
      AWC_BASE_URL: provider,
      DRAIN_DELAY_MS: "0",
      LOG_LEVEL: Deno.env.get("LOG_LEVEL") ?? "warn",
    },
    stdin: "null",
    stdout: "inherit",
    stderr: "inherit",
  }).spawn();
}

/** Waits until the app holds reports; `false` when it ends or takes too long. */
async function isReady(address: string, app: Deno.ChildProcess): Promise<boolean> {
  let ended = false;
  app.status.then(() => ended = true);
  const until = performance.now() + STARTS_WITHIN_MS;
  while (!ended && performance.now() < until) {
    try {
      const response = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2000) });
      await response.body?.cancel();
      if (response.ok) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** Ends a process: asks, and insists after five seconds. */
async function end(process: Deno.ChildProcess): Promise<void> {
  const insist = setTimeout(() => kill(process, "SIGKILL"), 5000);
  kill(process, "SIGTERM");
  await process.status;
  clearTimeout(insist);
}

function kill(process: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    process.kill(signal);
  } catch {
    // It has ended by itself.
  }
}

function welcome(address: string): string {
  return `
  Aviation Weather Services, on a SIMULATED world. Nothing here is real weather.

  ${address}                            search by code, name or city
  ${address}/KJFK                       a station: weather, best runway, forecast by hour
  curl ${address}/EGLL.txt              the same as text
  curl ${address}/api/v1/metar/KJFK,EDDF
  curl '${address}/api/v1/airport/KJFK'
  ${address}/api/docs                   the API
  ${address}/metrics                    what the service counts

  Ctrl-C stops it. State is kept in ${STATE_DIR}.
`;
}

if (import.meta.main) {
  const port = Deno.env.get("PORT") || "8000";
  const address = `http://localhost:${port}`;
  const processes: Deno.ChildProcess[] = [];
  let stopping: Promise<void> | null = null;
  const stop = () => stopping ??= Promise.all(processes.map(end)).then(() => {});

  // A terminal sends Ctrl-C to all three; a second signal would cut the app's drain short.
  Deno.addSignalListener("SIGINT", async () => {
    const ended = Promise.all(processes.map((one) => one.status));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))]);
    await stop();
    Deno.exit(0);
  });
  Deno.addSignalListener("SIGTERM", () => stop().then(() => Deno.exit(0)));

  const simulator = startSimulator();
  processes.push(simulator);
  const started = await firstMatch(simulator.stdout, /http:\/\/[\w.]+:\d+/, false);
  if (started === null) {
    console.error("the simulated world did not start");
    await stop();
    Deno.exit(1);
  }
  const app = startApp(started[0], port);
  processes.push(app);
  if (!await isReady(address, app)) {
    console.error(
      `the app did not get ready on ${address}; is the port taken? PORT=… chooses another`,
    );
    await stop();
    Deno.exit(1);
  }
  console.log(welcome(address));
  await Promise.race([app.status, simulator.status]);
  if (stopping === null) console.error("a process ended by itself; stopping");
  await stop();
  Deno.exit(1);
}
