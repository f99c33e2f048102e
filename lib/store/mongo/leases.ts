/**
 * Leases in MongoDB, by the clocks of the nodes.
 *
 * @module
 */
import type { Lease, Leases } from "../shared/port.ts";
import { isDuplicate, type Row } from "./database.ts";
import { joinId } from "./ids.ts";
import type { MongoContext } from "./mod.ts";

/** `source|name` → owner, fence and end. It stays when it ends, since it knows the fence. */
export function createMongoLeases({ database, source, clock }: MongoContext): Leases {
  const rows = () => database.collection("leases");
  const idOf = (name: string) => joinId(source, name);
  const leaseOf = (name: string, row: Row | null): Lease | null =>
    row === null ? null : {
      name,
      owner: String(row.owner),
      fence: Number(row.fence),
      expiresAt: Number(row.ends),
    };
  const after = { returnDocument: "after" } as const;

  return {
    async acquire(name, owner, ttlMs) {
      const collection = await rows();
      const now = clock.now();
      const ends = now + ttlMs;
      const own = await collection.findOneAndUpdate(
        { _id: idOf(name), owner, ends: { $gt: now } },
        { $set: { ends } },
        after,
      );
      if (own !== null) return leaseOf(name, own);
      const free = await collection.findOneAndUpdate(
        { _id: idOf(name), ends: { $lte: now } },
        { $set: { owner, ends }, $inc: { fence: 1 } },
        after,
      );
      if (free !== null) return leaseOf(name, free);
      try {
        await collection.insertOne({ _id: idOf(name), owner, fence: 1, ends });
      } catch (error) {
        if (isDuplicate(error)) return null;
        throw error;
      }
      return { name, owner, fence: 1, expiresAt: ends };
    },
    async renew({ name, fence }, ttlMs) {
      const now = clock.now();
      const held = await (await rows()).findOneAndUpdate(
        { _id: idOf(name), fence, ends: { $gt: now } },
        { $set: { ends: now + ttlMs } },
        after,
      );
      return leaseOf(name, held);
    },
    async release({ name, fence }) {
      await (await rows()).updateOne({ _id: idOf(name), fence }, { $set: { ends: 0 } });
    },
    async holder(name) {
      const lease = leaseOf(name, await (await rows()).findOne({ _id: idOf(name) }));
      return lease !== null && lease.expiresAt > clock.now() ? lease : null;
    },
  };
}
