/**
 * The processes that a benchmark measures: the simulated world, the app as it is served in production, and
 * the floor. Each listens on loopback on a free port and is ended by its process id.
 *
 * @module
 */
import { environmentNames } from "../lib/config/mod.ts";
import { runFlags } from "../tools/run_flags.ts";
import type { RecordedAnswer } from "./raw_http.ts";

const ROOT = new URL("../", import.meta.url).pathname;
/** The server under test has the first core, the load the second. */
const SERVER_CORE = "0";

/** A process that listens. */
export interface Server {
  readonly pid: number;
  readonly origin: string;
  readonly child: Deno.ChildProcess;
  /** What it keeps, removed with its end. */
  readonly folder?: string;
}

/** Starts Deno pinned to one core, and gives the address found by `address` in a line of its output. */
async function start(
  args: readonly string[],
  address: RegExp,
  options: {
    readonly env?: Record<string, string>;
    readonly input?: string;
    readonly core?: string;
  } = {},
): Promise<Server> {
  const child = new Deno.Command("taskset", {
    args: ["-c", options.core ?? SERVER_CORE, Deno.execPath(), ...args],
    cwd: ROOT,
    env: options.env,
    stdin: options.input === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  if (options.input !== undefined) {
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(options.input));
    await writer.close();
  }
  const [mine, rest] = child.stdout.tee();
  rest.pipeTo(new WritableStream()).catch(() => {});
  let text = "";
  for await (const chunk of mine.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const match = address.exec(text);
    if (match) return { pid: child.pid, origin: `http://127.0.0.1:${match[1]}`, child };
  }
  throw new Error(`${args.join(" ")} ended before it listened: ${text}`);
}

/** Ends a process that was started here; ending it twice is harmless. */
export async function stop(server: Server): Promise<void> {
  try {
    server.child.kill("SIGTERM");
  } catch { /* it has ended */ }
  await server.child.status;
  if (server.folder === undefined) return;
  await Deno.remove(server.folder, { recursive: true }).catch(() => {});
}

/** The floor, answering what was recorded. */
export function startFloor(answers: Record<string, RecordedAnswer>): Promise<Server> {
  return start(
    ["run", "--no-prompt", "--allow-net=127.0.0.1", "bench/floor_server.ts"],
    /^(\d+)\n/m,
    {
      input: JSON.stringify(answers),
    },
  );
}

/** The simulated world, on the load's core. */
export function startSimulator(): Promise<Server> {
  return start(
    [
      "run",
      "--no-prompt",
      "--allow-net=127.0.0.1",
      "--allow-read=.",
      "lib/simulator/main.ts",
      "--port",
      "0",
    ],
    /http:\/\/127\.0\.0\.1:(\d+)/,
    { core: "1" },
  );
}

/** The app, with the permissions of the start task. */
export interface App extends Server {
  /** Waits until METARs and TAFs are held; gives the stations that have a METAR. */
  waitForWorld(): Promise<string[]>;
}

/** Starts the app on the world at `provider`. */
export async function startApp(provider: string): Promise<App> {
  const dataDir = await Deno.makeTempDir({ prefix: "bench-" });
  const server = await start(
    [...runFlags({ net: ["127.0.0.1"], env: environmentNames(), dataDir }), "main.ts"],
    /"address":"http:\/\/127\.0\.0\.1:(\d+)"/,
    {
      env: {
        PORT: "0",
        HOST: "127.0.0.1",
        WEATHER_SOURCE: "simulator",
        AWC_BASE_URL: provider,
        DATA_DIR: dataDir,
        LOG_LEVEL: "info",
        MAX_IN_FLIGHT: "512",
      },
    },
  );
  return {
    ...server,
    folder: dataDir,
    async waitForWorld() {
      for (let attempt = 0; attempt < 240; attempt++) {
        const answer = await fetch(`${server.origin}/api/v1/feeds`);
        const feeds: { feed: string; succeededAt: string | null }[] = (await answer.json()).feeds;
        // Not asked of some station: any of them may be silent at this hour, as in the world.
        const held = ["metar", "taf"].every((name) =>
          feeds.find(({ feed }) => feed === name)?.succeededAt
        );
        if (held) return await stationsWithMetar(provider);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      throw new Error("the world was not held within two minutes");
    },
  };
}

/** Identifiers of the provider's METAR file. */
async function stationsWithMetar(provider: string): Promise<string[]> {
  const response = await fetch(`${provider}/data/cache/metars.cache.csv.gz`);
  const text = await new Response(
    response.body!.pipeThrough(new DecompressionStream("gzip")),
  ).text();
  const rows = text.split("\n").slice(1);
  return [...new Set(rows.flatMap((row) => /,([A-Z][A-Z0-9]{3}),\d{4}-/.exec(row)?.[1] ?? []))];
}
