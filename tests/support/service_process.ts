/**
 * The real service as a process of its own, with the flags of `deno task start`, against a provider on
 * loopback.
 *
 * @module
 */
import { environmentNames } from "../../lib/config/mod.ts";
import { METAR_COLUMNS } from "../../lib/providers/awc/columns.ts";
import { toIso } from "../../lib/time/mod.ts";
import { runFlags } from "../../tools/run_flags.ts";
import { inFolder } from "./folder.ts";

const ROOT = new URL("../../", import.meta.url);

/** A running service. */
export interface ServiceProcess {
  /** `http://127.0.0.1:PORT`, from its log. */
  readonly address: string;
  /** Every line of its log so far. */
  readonly lines: string[];
  readonly process: Deno.ChildProcess;
  /** Resolves with the first line that holds `text`. */
  line(text: string): Promise<string>;
  /** Asks it to end, as an orchestrator does; gives its exit code. */
  end(): Promise<number>;
  /** Ends it, whatever its state. */
  kill(): Promise<void>;
}

/** What is started: a file and the folder that it runs in. */
export interface Program {
  readonly root: URL;
  readonly file: string;
}

/** Starts `main.ts`, or another program; resolves when it listens. */
export async function startService(
  folder: string,
  env: Record<string, string>,
  program: Program = { root: ROOT, file: "main.ts" },
): Promise<ServiceProcess> {
  const flags = runFlags({ net: ["127.0.0.1"], env: environmentNames(), dataDir: folder });
  return await startProgram(program, flags, { DATA_DIR: folder, ...env }, '"message":"listening"');
}

/** Starts the API alone as an edge node: with the network and the names of its variables, and nothing else. */
export async function startEdge(env: Record<string, string>): Promise<ServiceProcess> {
  const names = `--allow-env=${environmentNames().join(",")}`;
  const flags = ["run", "--no-prompt", "--no-remote", "--allow-net=127.0.0.1", names];
  const program = { root: ROOT, file: "edge/main.ts" };
  return await startProgram(program, flags, env, '"message":"the API listens"');
}

/** Starts a program that says in its log where it listens. */
async function startProgram(
  program: Program,
  flags: readonly string[],
  env: Record<string, string>,
  listens: string,
): Promise<ServiceProcess> {
  const process = new Deno.Command(Deno.execPath(), {
    args: [...flags, program.file],
    cwd: program.root,
    env: { PORT: "0", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const lines: string[] = [];
  const waiting: { text: string; resolve: (line: string) => void; reject: (e: Error) => void }[] =
    [];
  const read = async (stream: ReadableStream<Uint8Array>) => {
    let rest = "";
    for await (const piece of stream.pipeThrough(new TextDecoderStream() as never)) {
      const parts = (rest + piece).split("\n");
      rest = parts.pop()!;
      for (const line of parts) {
        lines.push(line);
        for (const one of waiting) if (line.includes(one.text)) one.resolve(line);
      }
    }
  };
  void Promise.all([read(process.stdout), read(process.stderr)]).then(() => {
    for (const one of waiting) {
      one.reject(new Error(`ended without a line with ${one.text}:\n${lines.join("\n")}`));
    }
  });
  const line = (text: string) => {
    const known = lines.find((one) => one.includes(text));
    if (known !== undefined) return Promise.resolve(known);
    return new Promise<string>((resolve, reject) => waiting.push({ text, resolve, reject }));
  };
  const listening = JSON.parse(await line(listens));
  return {
    address: new URL(listening.address).origin,
    lines,
    process,
    line,
    async end() {
      process.kill("SIGTERM");
      return (await process.status).code;
    },
    async kill() {
      try {
        process.kill("SIGKILL");
      } catch {
        // It has ended.
      }
      await process.status;
    },
  };
}

/** A service of its own folder, fed by the small provider. */
export interface FedService {
  readonly service: ServiceProcess;
  readonly provider: SmallProvider;
  readonly folder: string;
}

/** Runs a service, with these options, for as long as `use` takes; it holds the provider's report. */
export async function withService(
  env: Record<string, string>,
  use: (fed: FedService) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    const provider = startSmallProvider(false);
    const service = await startService(folder, {
      AWC_BASE_URL: provider.url,
      DRAIN_DELAY_MS: "0",
      ...env,
    });
    try {
      await service.line('"message":"feed read"');
      await use({ service, provider, folder });
    } finally {
      await service.kill();
      await provider.close();
    }
  });
}

/** A provider with one METAR, of a few minutes ago. */
export interface SmallProvider {
  readonly url: string;
  readonly raw: string;
  readonly observedAt: string;
  /** How often the METARs were asked for. */
  readonly asked: number;
  /** From now on the report is another one, of a minute later or as given; gives its text. */
  renew(laterMs?: number): string;
  /** Whether `raw` was the report at some time of the last `withinMs`. */
  hasSaid(raw: string, withinMs: number): boolean;
  close(): Promise<void>;
}

/**
 * Serves `metars.cache.csv.gz` with one report of KJFK; all else is 404.
 *
 * @param stations entries of `stations.cache.json.gz`, which is 404 without any
 */
export function startSmallProvider(
  simulated: boolean,
  stations: readonly Readonly<Record<string, unknown>>[] = [],
): SmallProvider {
  let time = Math.floor(Date.now() / 60_000) * 60_000 - 5 * 60_000;
  let count = 0;
  let asked = 0;
  /** Texts of before, and until when they were the report. */
  const said = new Map<string, number>();
  const observedAt = () => toIso(time);
  const raw = () => {
    const [, day, hour, minute] = /-(\d\d)T(\d\d):(\d\d)/.exec(observedAt())!;
    const speed = String(8 + count % 40).padStart(2, "0");
    const altimeter = 2992 + Math.floor(count / 40) % 100;
    return `METAR KJFK ${day}${hour}${minute}Z 280${speed}KT 10SM FEW250 12/08 A${altimeter}`;
  };
  const answer = (text: string) =>
    new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip")), {
      headers: simulated ? { "x-simulated": "true" } : {},
    });
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, (request) => {
    if (stations.length > 0 && request.url.endsWith("/stations.cache.json.gz")) {
      return answer(JSON.stringify(stations));
    }
    if (!request.url.endsWith("/metars.cache.csv.gz")) return new Response("", { status: 404 });
    asked++;
    const cells = METAR_COLUMNS.map(() => "");
    [cells[0], cells[1], cells[2]] = [raw(), "KJFK", observedAt()];
    return answer(`${METAR_COLUMNS.join(",")}\n${cells.join(",")}\n`);
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    get raw() {
      return raw();
    },
    get observedAt() {
      return observedAt();
    },
    get asked() {
      return asked;
    },
    renew(laterMs = 60_000) {
      said.set(raw(), performance.now());
      time += laterMs;
      count++;
      return raw();
    },
    hasSaid: (text, withinMs) =>
      text === raw() || performance.now() - (said.get(text) ?? -Infinity) <= withinMs,
    close: () => server.shutdown(),
  };
}
