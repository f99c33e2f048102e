/**
 * Current reports in MongoDB: the collection `weather_data` of the deployment guide.
 *
 * @module
 */
import type { Filter } from "mongodb";
import { decodeCurrent, encodeCurrent } from "../shared/codec.ts";
import { fenced } from "../shared/error.ts";
import type { CurrentEntry, CurrentReports, Fence } from "../shared/port.ts";
import { isDuplicate, type Row } from "./database.ts";
import { idsUnder, joinId } from "./ids.ts";
import type { MongoContext } from "./mod.ts";

/** `source|product|id` → the report as JSON, beside it what people look for. */
export function createMongoCurrent(context: MongoContext): CurrentReports {
  const { database, source, clock } = context;
  const rows = () => database.collection("weather_data");
  const idOf = (product: string, id: string) => joinId(source, product, id);
  const decode = (list: readonly Row[]): CurrentEntry[] =>
    list.map(({ report }) => decodeCurrent(String(report)))
      .filter((entry) => entry.expiresAt > clock.now());

  /** Refuses all of a write at once; what a newer holder has written meanwhile is held by `writable`. */
  async function checkFence(lease: Fence | undefined): Promise<void> {
    if (lease === undefined) return;
    const held = await (await database.collection("leases")).findOne({
      _id: joinId(source, lease.name),
    });
    if (held !== null && Number(held.fence) > lease.fence) throw fenced();
  }

  /** What a holder of `lease` may write: each report carries the fence under which it was written last. */
  const writable = (lease: Fence | undefined): Filter<Row> =>
    lease === undefined ? {} : { $or: [{ fence: null }, { fence: { $lte: lease.fence } }] };

  return {
    async put(entries, lease) {
      await checkFence(lease);
      if (entries.length === 0) return;
      const written = (await rows()).bulkWrite(
        entries.map((entry) => ({
          updateOne: {
            filter: { _id: idOf(entry.raw.product, entry.id), ...writable(lease) },
            update: {
              $set: {
                source,
                icao_code: entry.raw.stationId,
                type: entry.raw.product,
                timestamp: new Date(entry.observedAt),
                expires: new Date(entry.expiresAt),
                report: encodeCurrent(entry),
                ...(lease !== undefined && { fence: lease.fence }),
              },
            },
            upsert: true,
          },
        })),
        { ordered: false },
      );
      try {
        await written;
      } catch (error) {
        // One that may not be written is there and is not found: a second one of its id is refused.
        if (lease === undefined || !isDuplicate(error)) throw error;
        const ids = entries.map((entry) => idOf(entry.raw.product, entry.id));
        const newer = { _id: { $in: ids }, fence: { $gt: lease.fence } };
        throw await (await rows()).findOne(newer) === null ? error : fenced();
      }
    },
    async remove(product, ids, lease) {
      await checkFence(lease);
      if (ids.length === 0) return;
      await (await rows()).deleteMany({
        _id: { $in: ids.map((id) => idOf(product, id)) },
        ...writable(lease),
      });
    },
    async get(product, ids) {
      if (ids.length === 0) return [];
      const wanted = [...new Set(ids)].map((id) => idOf(product, id));
      return decode(await (await rows()).find({ _id: { $in: wanted } }).toArray());
    },
    async page(cursor, limit) {
      const found = await (await rows()).find(idsUnder([source], cursor)).sort({ _id: 1 })
        .limit(limit + 1).toArray();
      const page = found.slice(0, limit);
      return { entries: decode(page), next: found.length > limit ? page.at(-1)!._id : null };
    },
  };
}
