/**
 * Backup and restore of history and accounts, through the same options as the service:
 *
 * `deno task backup:export FILE` writes the stores as lines of JSON (`-`: to standard output; a name that ends in `.gz` is
 * compressed), `deno task backup:import FILE` takes such a file in, `--overwrite` also over documents that
 * are there. Exit codes: 0, 1 after a failure, 2 for a wrong call or configuration.
 *
 * @module
 */
import { readConfig } from "../lib/config/mod.ts";
import {
  combineStores,
  exportLines,
  importLines,
  missingOption,
  openStores,
  type SharedStore,
} from "../lib/store/mod.ts";
import { systemClock, toIso } from "../lib/time/mod.ts";

/** What is kept beside the history. Feeds are made anew; what was measured of the uptime cannot be. */
const COLLECTIONS = [
  "users",
  "sessions",
  "emails",
  "keys",
  "favourites",
  "settings",
  "status",
];

const USAGE = "usage: deno task backup:export FILE | backup:import [--overwrite] FILE";

/** Writes everything of `store` to `file`; gives the number of lines. */
export async function exportTo(store: SharedStore, file: string, source: string): Promise<number> {
  let lines = 0;
  const options = { source, exportedAt: toIso(systemClock.now()), collections: COLLECTIONS };
  async function* text(): AsyncGenerator<string> {
    for await (const line of exportLines(store, options)) {
      lines++;
      yield line + "\n";
    }
  }
  let stream: ReadableStream<Uint8Array> = ReadableStream.from(text())
    .pipeThrough(new TextEncoderStream());
  if (file.endsWith(".gz")) stream = stream.pipeThrough(pair(new CompressionStream("gzip")));
  if (file === "-") {
    await stream.pipeTo(Deno.stdout.writable, { preventClose: true });
    return lines;
  }
  // Under another name until it is whole: half a backup must not look like one.
  const partial = `${file}.partial`;
  const target = await Deno.open(partial, {
    write: true,
    create: true,
    truncate: true,
    mode: 0o600,
  });
  await stream.pipeTo(target.writable);
  await Deno.rename(partial, file);
  return lines;
}

/** Takes `file` in. */
export async function importFrom(
  store: SharedStore,
  file: string,
  source: string,
  overwrite: boolean,
): Promise<{ readonly history: number; readonly documents: number; readonly added: number }> {
  let stream: ReadableStream<Uint8Array> = file === "-"
    ? Deno.stdin.readable
    : (await Deno.open(file)).readable;
  if (file.endsWith(".gz")) stream = stream.pipeThrough(pair(new DecompressionStream("gzip")));
  return await importLines(store, linesOf(stream), { source, overwrite, now: systemClock.now() });
}

function pair(stream: CompressionStream | DecompressionStream) {
  return stream as ReadableWritablePair<Uint8Array, Uint8Array>;
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== "") yield rest;
}

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  const overwrite = rest.includes("--overwrite");
  const [file, ...more] = rest.filter((one) => one !== "--overwrite");
  if ((command !== "export" && command !== "import") || file === undefined || more.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const result = readConfig();
  const missing = result.ok ? missingOption(result.config) : null;
  if (!result.ok || missing !== null) {
    for (const line of result.ok ? [missing] : result.errors.map((one) => one.message)) {
      console.error(line);
    }
    return 2;
  }
  const { config } = result;
  const stores = await openStores(config, { clock: systemClock });
  if (stores === null) {
    console.error("STORE is none: there is nothing to write and nowhere to read into");
    return 2;
  }
  const store = combineStores(stores.near, stores.records);
  try {
    if (command === "export") {
      const lines = await exportTo(store, file, config.weatherSource);
      console.error(`${lines} lines written from ${stores.records.kind}`);
    } else {
      const { history, documents, added } = await importFrom(
        store,
        file,
        config.weatherSource,
        overwrite,
      );
      console.error(
        `${history} reports and ${documents} documents read into ${stores.records.kind}, ${added} of them new`,
      );
    }
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    await store.close();
  }
}

// Not left to the event loop: an open socket of a client would keep it alive for ever.
if (import.meta.main) Deno.exit(await main(Deno.args));
