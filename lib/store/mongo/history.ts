/**
 * The history in MongoDB: the collection `weather_history` of the deployment guide.
 *
 * @module
 */
import { MongoBulkWriteError } from "mongodb";
import { decodeHistory, encodeHistory } from "../shared/codec.ts";
import { knownSince, lastObserved } from "../shared/history_range.ts";
import { reportId, timeKey } from "../shared/ids.ts";
import type { History, HistoryEntry } from "../shared/port.ts";
import type { Row } from "./database.ts";
import { idsUnder, joinId, lastPart } from "./ids.ts";
import type { MongoContext } from "./mod.ts";

/** `source|product|station|time.hash` → the report as JSON, beside it what people look for. */
export function createMongoHistory({ database, source }: MongoContext): History {
  const rows = () => database.collection("weather_history");
  const idOf = (product: string, station: string | null, id: string) =>
    joinId(source, product, station ?? "-", id);
  const decode = (list: readonly Row[]): HistoryEntry[] =>
    list.map(({ report }) => decodeHistory(String(report)));

  return {
    async append(entries) {
      if (entries.length === 0) return 0;
      const byId = new Map<string, HistoryEntry>();
      for (const entry of entries) {
        const { raw, observedAt } = entry;
        const id = idOf(raw.product, raw.stationId, reportId(raw, observedAt));
        if (!byId.has(id)) byId.set(id, entry);
      }
      const writes = [...byId].map(([_id, entry]) => ({
        updateOne: {
          filter: { _id },
          // What is there already stays as it is.
          update: {
            $setOnInsert: {
              source,
              icao_code: entry.raw.stationId,
              type: entry.raw.product,
              timestamp: new Date(entry.observedAt),
              received: knownSince(entry.raw),
              report: encodeHistory(entry),
            },
          },
          upsert: true,
        },
      }));
      try {
        return (await (await rows()).bulkWrite(writes, { ordered: false })).upsertedCount;
      } catch (error) {
        // Another node was quicker with some of them between the look and the write.
        if (!(error instanceof MongoBulkWriteError) || !hasOnlyDuplicates(error)) throw error;
        return error.result.upsertedCount;
      }
    },
    async query(query) {
      const { product, stationId, from, knownAt, limit, cursor } = query;
      const end = cursor ?? timeKey(lastObserved(query) + 1);
      const start = timeKey(from);
      if (start >= end) return { entries: [], next: null };
      const found = await (await rows()).find({
        _id: { $gte: idOf(product, stationId, start), $lt: idOf(product, stationId, end) },
        ...(knownAt !== undefined && { received: { $lte: knownAt } }),
      }).sort({ _id: -1 }).limit(limit + 1).toArray();
      const page = found.slice(0, limit);
      return {
        entries: decode(page),
        next: found.length > limit ? lastPart(page.at(-1)!._id) : null,
      };
    },
    async scan(cursor, limit) {
      const found = await (await rows()).find(idsUnder([source], cursor)).sort({ _id: 1 })
        .limit(limit + 1).toArray();
      const page = found.slice(0, limit);
      return { entries: decode(page), next: found.length > limit ? page.at(-1)!._id : null };
    },
    async sweep(before) {
      const old = { source, timestamp: { $lt: new Date(before) } };
      return (await (await rows()).deleteMany(old)).deletedCount;
    },
  };
}

function hasOnlyDuplicates({ writeErrors }: MongoBulkWriteError): boolean {
  const errors = Array.isArray(writeErrors) ? writeErrors : [writeErrors];
  return errors.length > 0 && errors.every(({ code }) => code === 11000);
}
