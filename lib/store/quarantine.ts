/**
 * Files of an unknown shape, kept for whoever has to find out what changed at a provider.
 *
 * @module
 */
import { type Clock, HOUR_MS, toIso } from "../time/mod.ts";

/** Files kept for each product, and the least time between two. */
const MAX_FILES = 5;
const LEAST_PAUSE_MS = HOUR_MS;
const MAX_BYTES = 16 * 1024 * 1024;

/** What keeps the files. */
export interface QuarantineFolder {
  /** Keeps `bytes` unless one of the product was kept within the last hour. Never throws. */
  keep(product: string, bytes: Uint8Array): Promise<void>;
}

/**
 * A folder with at most five files for each product, the oldest going first.
 *
 * @param folder created when needed
 * @param onError told what went wrong with the disk
 */
export function createQuarantine(
  folder: string,
  clock: Clock,
  onError: (error: unknown) => void,
): QuarantineFolder {
  const lastKept = new Map<string, number>();
  return {
    async keep(product, bytes) {
      const now = clock.now();
      const last = lastKept.get(product);
      if (last !== undefined && now - last < LEAST_PAUSE_MS || bytes.byteLength > MAX_BYTES) return;
      lastKept.set(product, now);
      try {
        await Deno.mkdir(folder, { recursive: true });
        const name = `${product}-${toIso(now).replaceAll(":", "")}.bin`;
        await Deno.writeFile(`${folder}/${name}`, bytes);
        await removeOldest(folder, product);
      } catch (error) {
        onError(error);
      }
    },
  };
}

async function removeOldest(folder: string, product: string): Promise<void> {
  const names: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    if (entry.isFile && entry.name.startsWith(`${product}-`)) names.push(entry.name);
  }
  // The names carry the time in an order that sorts.
  for (const name of names.sort().slice(0, -MAX_FILES)) await Deno.remove(`${folder}/${name}`);
}
