/**
 * Collections of documents in MongoDB, each under its own name: `users`, `sessions` …
 *
 * The document itself is kept as text, so that no key of it can be taken for an operator.
 *
 * @module
 */
import type { Filter } from "mongodb";
import { encodeDocument, parse } from "../shared/codec.ts";
import { StoreError } from "../shared/error.ts";
import type { Collections, Json, StoredDocument } from "../shared/port.ts";
import { isDuplicate, type Row } from "./database.ts";
import { idsUnder, joinId, lastPart } from "./ids.ts";
import type { MongoContext } from "./mod.ts";

/** `source|id` → JSON, revision and end; `email` beside it where the document has one. */
export function createMongoCollections({ database, source, clock }: MongoContext): Collections {
  const rows = (name: string) => {
    if (!/^[a-z]{1,32}$/.test(name)) throw new StoreError("refused", "not a name of a collection");
    return database.collection(name);
  };
  const documentOf = (row: Row | null): StoredDocument | null => {
    if (row === null) return null;
    const expiresAt = row.ends === null ? null : Number(row.ends);
    if (expiresAt !== null && expiresAt <= clock.now()) return null;
    const { value } = parse(String(row.document)) as { value: Json };
    return { id: lastPart(row._id), value, revision: String(row.revision), expiresAt };
  };

  return {
    get: async (name, id) =>
      documentOf(await (await rows(name)).findOne({ _id: joinId(source, id) })),
    async put(name, id, value, { expiresAt = null, ifRevision } = {}) {
      const collection = await rows(name);
      const _id = joinId(source, id);
      const revision = crypto.randomUUID();
      const email = emailOf(value);
      const set = {
        source,
        revision,
        ends: expiresAt,
        document: encodeDocument({ value }),
        ...(expiresAt !== null && { expires: new Date(expiresAt) }),
        ...(email !== null && { email }),
      };
      const unset = {
        ...(expiresAt === null && { expires: "" as const }),
        ...(email === null && { email: "" as const }),
      };
      const update = { $set: set, ...(Object.keys(unset).length > 0 && { $unset: unset }) };
      if (ifRevision === undefined) {
        await collection.updateOne({ _id }, update, { upsert: true });
        return revision;
      }
      // Compared and written in one operation.
      const changed = async (filter: Filter<Row>) =>
        (await collection.updateOne(filter, update)).matchedCount === 1;
      const now = clock.now();
      if (ifRevision !== null) {
        const held = { _id, revision: ifRevision, $or: [{ ends: null }, { ends: { $gt: now } }] };
        return await changed(held) ? revision : null;
      }
      if (await changed({ _id, ends: { $lte: now, $gt: 0 } })) return revision;
      try {
        await collection.insertOne({ _id, ...set });
        return revision;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        if (await collection.findOne({ _id }) !== null) return null;
        throw new StoreError("refused", "another document has this address of mail");
      }
    },
    async remove(name, id) {
      const collection = await rows(name);
      const held = documentOf(await collection.findOne({ _id: joinId(source, id) }));
      const { deletedCount } = await collection.deleteOne({ _id: joinId(source, id) });
      return held !== null && deletedCount === 1;
    },
    async page(name, cursor, limit) {
      const found = await (await rows(name)).find(idsUnder([source], cursor)).sort({ _id: 1 })
        .limit(limit + 1).toArray();
      const page = found.slice(0, limit);
      return {
        entries: page.map(documentOf).filter((one) => one !== null),
        next: found.length > limit ? page.at(-1)!._id : null,
      };
    },
  };
}

function emailOf(value: Json): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { email } = value as { readonly [key: string]: Json };
  return typeof email === "string" ? email.toLowerCase() : null;
}
