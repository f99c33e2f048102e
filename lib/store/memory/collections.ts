/**
 * Collections of documents in memory.
 *
 * @module
 */
import { encodeDocument } from "../shared/codec.ts";
import type { Collections, Json, StoredDocument, StoreOptions } from "../shared/port.ts";
import { pageOf } from "./pages.ts";

/** Collections that are gone with the process. */
export function createMemoryCollections(clock: StoreOptions["clock"]): Collections {
  const collections = new Map<string, Map<string, StoredDocument>>();
  let writes = 0;
  const of = (name: string) => {
    const documents = collections.get(name) ?? new Map<string, StoredDocument>();
    collections.set(name, documents);
    return documents;
  };
  const get = (collection: string, id: string) => {
    const found = of(collection).get(id);
    const ended = found === undefined ||
      found.expiresAt !== null && found.expiresAt <= clock.now();
    return ended ? null : found;
  };
  return {
    get: (collection, id) => Promise.resolve(get(collection, id)),
    // deno-lint-ignore require-await -- a rejection and not a throw
    async put(collection, id, value, { expiresAt = null, ifRevision } = {}) {
      const before = get(collection, id)?.revision ?? null;
      if (ifRevision !== undefined && ifRevision !== before) return null;
      const revision = String(++writes);
      const kept = JSON.parse(encodeDocument(value)) as Json;
      of(collection).set(id, { id, value: kept, revision, expiresAt });
      return revision;
    },
    remove(collection, id) {
      const was = get(collection, id) !== null;
      of(collection).delete(id);
      return Promise.resolve(was);
    },
    page(collection, cursor, limit) {
      const all = [...of(collection).keys()].flatMap((id) => {
        const document = get(collection, id);
        return document === null ? [] : [[id, document] as const];
      });
      return Promise.resolve(pageOf(all, cursor, limit));
    },
  };
}
