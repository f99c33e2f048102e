/**
 * The change feed in MongoDB. The next version is a new id: of two who write it one is refused and takes
 * the one after.
 *
 * @module
 */
import {
  type Batch,
  BATCHES_KEPT,
  BATCHES_READ,
  batchesOf,
  changesSince,
} from "../shared/batches.ts";
import { parse } from "../shared/codec.ts";
import { StoreError } from "../shared/error.ts";
import { timeKey } from "../shared/ids.ts";
import { pollWatch } from "../shared/poll_watch.ts";
import type { Change, ChangeFeed } from "../shared/port.ts";
import { isDuplicate } from "./database.ts";
import { idsUnder, joinId, lastPart } from "./ids.ts";
import type { MongoContext } from "./mod.ts";

const TRIES = 200;
/** Old batches are removed each time so many new ones came. */
const REMOVE_EVERY = 50;

/** `source|version` → a batch as JSON. */
export function createMongoFeed({ database, source }: MongoContext): ChangeFeed {
  const rows = () => database.collection("changes");
  const idOf = (version: number) => joinId(source, timeKey(version));

  async function version(): Promise<number> {
    const [last] = await (await rows()).find(idsUnder([source])).sort({ _id: -1 }).limit(1)
      .toArray();
    return last === undefined ? 0 : Number(lastPart(last._id));
  }

  async function appendBatch(changes: readonly Change[]): Promise<number> {
    const collection = await rows();
    for (let i = 0; i < TRIES; i++) {
      const next = await version() + 1;
      try {
        await collection.insertOne({ _id: idOf(next), source, changes: JSON.stringify(changes) });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(20, i)));
        continue;
      }
      if (next % REMOVE_EVERY === 0 && next > BATCHES_KEPT) {
        const { $gt } = idsUnder([source])._id;
        await collection.deleteMany({ _id: { $gt, $lt: idOf(next - BATCHES_KEPT) } });
      }
      return next;
    }
    throw new StoreError("unavailable", "others write the feed all the time");
  }

  return {
    async append(changes) {
      let newest: number | null = null;
      for (const batch of batchesOf(changes)) newest = await appendBatch(batch);
      return newest ?? await version();
    },
    async since(after) {
      const newest = await version();
      const found = after >= newest ? [] : await (await rows()).find({
        _id: { $gt: idOf(after), $lt: idOf(newest + 1) },
      }).sort({ _id: 1 }).limit(BATCHES_READ).toArray();
      const batches = found.map((row): Batch => ({
        version: Number(lastPart(row._id)),
        changes: parse(String(row.changes)) as Change[],
      }));
      return changesSince(after, batches, newest);
    },
    version,
    watch: (onChange) => Promise.resolve(pollWatch(version, onChange)),
  };
}
