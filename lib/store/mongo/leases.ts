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
  /** While it is still held, by its fence. */
  async function renewed(lease: Lease, ttlMs: number): Promise<Lease | null> {
    const now = clock.now();
    const expiresAt = now + ttlMs;
    const { matchedCount } = await (await rows()).updateOne(
      { _id: idOf(lease.name), fence: lease.fence, ends: { $gt: now } },
      { $set: { ends: expiresAt } },
    );
    return matchedCount === 1 ? { ...lease, expiresAt } : null;
  }

  return {
    async acquire(name, owner, ttlMs) {
      const collection = await rows();
      const _id = idOf(name);
      const now = clock.now();
      const ends = now + ttlMs;
      const held = leaseOf(name, await collection.findOne({ _id }));
      if (held === null) {
        try {
          await collection.insertOne({ _id, owner, fence: 1, ends });
        } catch (error) {
          if (isDuplicate(error)) return null;
          throw error;
        }
        return { name, owner, fence: 1, expiresAt: ends };
      }
      if (held.expiresAt > now) {
        return held.owner === owner ? await renewed(held, ttlMs) : null;
      }
      // Over: it is of whoever finds it as it was.
      const fence = held.fence + 1;
      const { matchedCount } = await collection.updateOne(
        { _id, fence: held.fence, ends: { $lte: now } },
        { $set: { owner, ends, fence } },
      );
      return matchedCount === 1 ? { name, owner, fence, expiresAt: ends } : null;
    },
    renew: renewed,
    async release({ name, fence }) {
      await (await rows()).updateOne({ _id: idOf(name), fence }, { $set: { ends: 0 } });
    },
    async holder(name) {
      const lease = leaseOf(name, await (await rows()).findOne({ _id: idOf(name) }));
      return lease !== null && lease.expiresAt > clock.now() ? lease : null;
    },
  };
}
