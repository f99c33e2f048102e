/**
 * Collections of documents in Deno KV.
 *
 * @module
 */
import { encodeDocument, parse } from "../../shared/codec.ts";
import type { Collections, Json, StoredDocument } from "../../shared/port.ts";
import { commit } from "./atomic.ts";
import { pageUnder } from "./pages.ts";
import type { KvContext } from "./store.ts";

interface Kept {
  readonly text: string;
  readonly expiresAt: number | null;
}

/** `[source, "document", collection, id]` → JSON and end; the revision is KV's own versionstamp. */
export function createKvCollections({ kv, source, clock }: KvContext): Collections {
  const keyOf = (collection: string, id: string) => [source, "document", collection, id];
  const documentOf = (entry: Deno.KvEntryMaybe<Kept>): StoredDocument | null => {
    const { key, value, versionstamp } = entry;
    if (value === null || value.expiresAt !== null && value.expiresAt <= clock.now()) return null;
    const { value: document } = parse(value.text) as { value: Json };
    return {
      id: key[3] as string,
      value: document,
      revision: versionstamp!,
      expiresAt: value.expiresAt,
    };
  };
  return {
    get: async (collection, id) => documentOf(await kv.get<Kept>(keyOf(collection, id))),
    async put(collection, id, value, { expiresAt = null, ifRevision } = {}) {
      const key = keyOf(collection, id);
      const write = kv.atomic();
      if (ifRevision !== undefined) {
        const entry = await kv.get<Kept>(key);
        if ((documentOf(entry)?.revision ?? null) !== ifRevision) return null;
        write.check(entry);
      }
      const expireIn = expiresAt === null ? {} : { expireIn: Math.max(1, expiresAt - clock.now()) };
      const kept: Kept = { text: encodeDocument({ value }), expiresAt };
      const result = await commit(write.set(key, kept, expireIn));
      return result.ok ? result.versionstamp : null;
    },
    async remove(collection, id) {
      const entry = await kv.get<Kept>(keyOf(collection, id));
      await commit(kv.atomic().delete(keyOf(collection, id)));
      return documentOf(entry) !== null;
    },
    async page(collection, cursor, limit) {
      const prefix = [source, "document", collection];
      const { entries, next } = await pageUnder<Kept>(kv, prefix, cursor, limit);
      return { entries: entries.map(documentOf).filter((one) => one !== null), next };
    },
  };
}
