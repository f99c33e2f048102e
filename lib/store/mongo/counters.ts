/**
 * Counters in MongoDB.
 *
 * @module
 */
import { StoreError } from "../shared/error.ts";
import type { Counters } from "../shared/port.ts";
import { isDuplicate } from "./database.ts";
import { joinId } from "./ids.ts";
import type { MongoContext } from "./mod.ts";

const TRIES = 100;

/** `source|name` → value and end; `expires` is the same end for the index that removes it. */
export function createMongoCounters({ database, source, clock }: MongoContext): Counters {
  const rows = () => database.collection("counters");
  return {
    async addIfBelow(name, amount, limit, expiresAt) {
      const collection = await rows();
      const _id = joinId(source, name);
      const fresh = { value: amount, ends: expiresAt, expires: new Date(expiresAt) };
      for (let i = 0; i < TRIES; i++) {
        const now = clock.now();
        const { matchedCount } = await collection.updateOne(
          { _id, ends: { $gt: now }, value: { $lte: limit - amount } },
          { $inc: { value: amount } },
        );
        const added = matchedCount === 1;
        // With what others have added since.
        const held = await collection.findOne({ _id });
        if (held !== null && Number(held.ends) > now) return { added, value: Number(held.value) };
        if (added) return { added, value: amount };
        if (amount > limit) return { added: false, value: 0 };
        if (held === null) {
          try {
            await collection.insertOne({ _id, ...fresh });
            return { added: true, value: amount };
          } catch (error) {
            if (!isDuplicate(error)) throw error;
          }
        } else {
          // Over: begun again by whoever finds it as it was.
          const begun = await collection.updateOne(
            { _id, ends: Number(held.ends) },
            { $set: fresh },
          );
          if (begun.matchedCount === 1) return { added: true, value: amount };
        }
      }
      throw new StoreError("unavailable", "others write the counter all the time");
    },
    async read(name) {
      const held = await (await rows()).findOne({ _id: joinId(source, name) });
      return held !== null && Number(held.ends) > clock.now() ? Number(held.value) : 0;
    },
  };
}
