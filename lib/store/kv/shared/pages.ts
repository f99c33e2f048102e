/**
 * Pages of a list in Deno KV.
 *
 * @module
 */
import { StoreError } from "../../shared/error.ts";

/** A page of entries with the key after which the next one begins. */
export interface KvPage<T> {
  readonly entries: readonly Deno.KvEntry<T>[];
  readonly next: string | null;
}

/** `limit` entries under `prefix` after `cursor`, which names the key of the last one. */
export async function pageUnder<T>(
  kv: Deno.Kv,
  prefix: Deno.KvKey,
  cursor: string | null,
  limit: number,
): Promise<KvPage<T>> {
  const selector: Deno.KvListSelector = cursor === null
    ? { prefix }
    : { prefix, start: [...prefix, ...rest(cursor), new Uint8Array()] };
  const entries: Deno.KvEntry<T>[] = [];
  for await (const entry of kv.list<T>(selector, { limit: limit + 1, batchSize: 500 })) {
    entries.push(entry);
  }
  if (entries.length <= limit) return { entries, next: null };
  entries.pop();
  return { entries, next: JSON.stringify(entries.at(-1)!.key.slice(prefix.length)) };
}

function rest(cursor: string): Deno.KvKey {
  try {
    const parts: unknown = JSON.parse(cursor);
    if (Array.isArray(parts) && parts.every((part) => typeof part === "string")) return parts;
  } catch {
    // Said below.
  }
  throw new StoreError("refused", "the cursor is none of this store");
}
