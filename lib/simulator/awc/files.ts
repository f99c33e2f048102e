/**
 * The bulk cache files: built at most once for each rebuilding interval, then served from memory.
 *
 * @module
 */
import { DAY_MS, MINUTE_MS } from "../../time/mod.ts";
import { gzipInSlices } from "../slices.ts";

/** A file ready to be sent. */
export interface BulkFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Strong validator, from the content. */
  readonly etag: string;
  /** When this content first appeared, milliseconds since the epoch. */
  readonly lastModified: number;
}

/** Builds the text of a file as the provider knows it at `now`. */
export type FileBuilder = (now: number) => Promise<string> | string;

/** The names under `/data/cache/` and how often each is rebuilt. */
export const REBUILD_MS: Readonly<Record<string, number>> = {
  "metars.cache.csv.gz": MINUTE_MS,
  "metars.cache.xml.gz": MINUTE_MS,
  "tafs.cache.xml.gz": 10 * MINUTE_MS,
  "airsigmets.cache.csv.gz": MINUTE_MS,
  "airsigmets.cache.xml.gz": MINUTE_MS,
  "gairmets.cache.xml.gz": MINUTE_MS,
  "aircraftreports.cache.csv.gz": MINUTE_MS,
  "aircraftreports.cache.xml.gz": MINUTE_MS,
  "stations.cache.json.gz": DAY_MS,
};

/** The files of a provider. */
export interface BulkFiles {
  readonly names: readonly string[];
  /** The file as of `now`; `undefined` for a name that does not exist. Requests meanwhile share one build. */
  get(name: string, now: number): Promise<BulkFile> | undefined;
}

/** Files from their builders, by name. */
export function createBulkFiles(builders: Readonly<Record<string, FileBuilder>>): BulkFiles {
  const held = new Map<string, { slot: number; file: Promise<BulkFile> }>();
  return {
    names: Object.keys(builders),
    get(name, now) {
      const build = Object.hasOwn(builders, name) ? builders[name] : undefined;
      if (build === undefined) return undefined;
      const interval = REBUILD_MS[name] ?? MINUTE_MS;
      const slot = Math.floor(now / interval);
      const known = held.get(name);
      if (known?.slot === slot) return known.file;
      const file = make(build, slot * interval, known?.file);
      held.set(name, { slot, file });
      file.catch(() => held.delete(name));
      return file;
    },
  };
}

async function make(
  build: FileBuilder,
  now: number,
  previous: Promise<BulkFile> | undefined,
): Promise<BulkFile> {
  const bytes = await gzipInSlices(await build(now));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const etag = `"${
    [...digest.subarray(0, 10)].map((b) => b.toString(16).padStart(2, "0")).join("")
  }"`;
  const before = await previous?.catch(() => undefined);
  return before?.etag === etag ? before : { bytes, etag, lastModified: now };
}
