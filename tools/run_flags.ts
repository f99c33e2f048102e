/**
 * What the app may do: the flags of `deno task start`, and of the app inside the demo and the replay.
 *
 * @module
 */

/** Folders and files that the running app reads; secrets are files where an orchestrator mounts them. */
const READS = "_fresh,static,routes,islands,lib,edge,utils.ts,fresh.config.ts,/run/secrets";

/** What differs between the ways to run the app. */
export interface RunFlags {
  /** Hosts (with ports where they are known) that it may listen on or talk to. */
  readonly net: readonly string[];
  /** Names of the variables it may read. */
  readonly env: readonly string[];
  /** The only folder it may write. */
  readonly dataDir: string;
}

/**
 * No code from strings. The engine collects sooner and keeps a smaller young generation, to use less memory; and
 * it is kept from guessing that pages live long, after which each would wait for a full collection: eleven of
 * these in five thousand pages instead of one. At the end of a full collection, for which all wait, it moves a quarter
 * of what it would, and takes young memory over as it lies: in the first ingest 25 ms instead of 45.
 */
const V8_FLAGS = "--v8-flags=" + [
  "--disallow-code-generation-from-strings",
  "--max-semi-space-size=8",
  "--no-allocation-site-pretenuring",
  "--heap-growing-percent=20",
  "--page-promotion-threshold=5",
  "--compaction-max-evacuated-bytes-mb=1",
].join(",");

/** Arguments of `deno` before the file to run: nothing is asked for at run time, nothing else is allowed. */
export function runFlags({ net, env, dataDir }: RunFlags): string[] {
  return [
    "run",
    "--no-prompt",
    "--no-remote",
    V8_FLAGS,
    `--allow-net=${net.join(",")}`,
    "--deny-net=169.254.0.0/16",
    `--allow-env=${env.join(",")}`,
    "--ignore-env",
    `--allow-read=${READS},${dataDir}`,
    `--allow-write=${dataDir}`,
  ];
}

/** Where the live service listens by default, and the only hosts it talks to. */
export const LIVE_NET: readonly string[] = [
  "127.0.0.1",
  "0.0.0.0",
  "localhost",
  "aviationweather.gov:443",
  "api.checkwx.com:443",
  "tgftp.nws.noaa.gov:443",
  "api.openai.com:443",
];
