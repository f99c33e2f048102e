/**
 * How often a model may be asked: a day's number for everybody together, and one for each reader's address.
 *
 * @module
 */
import { clientNetwork } from "../../http/client_address.ts";
import { type Clock, DAY_MS, toIso } from "../../time/mod.ts";

/** A counter that nodes share. */
export interface BudgetCounter {
  addIfBelow(
    name: string,
    amount: number,
    limit: number,
    expiresAt: number,
  ): Promise<{ readonly added: boolean; readonly value: number }>;
}

/** Leave to ask, or which budget is spent. `unknown`: the counter cannot be asked, so nothing is spent. */
export type BudgetAnswer = "taken" | "userSpent" | "daySpent" | "unknown";

/** What a budget is made of. */
export interface BudgetOptions {
  readonly clock: Clock;
  readonly counter: BudgetCounter;
  readonly perDay: number;
  readonly perUser: number;
  /** Keys the hash of addresses: the same on all nodes, and known to nobody else. */
  readonly secret: string;
}

/** Takes one question for the reader at `address`. */
export type ModelBudget = (address: string) => Promise<BudgetAnswer>;

/** Makes the budget. Addresses are kept as keyed hashes of the day. */
export function createModelBudget(options: BudgetOptions): ModelBudget {
  const { clock, counter, perDay, perUser, secret } = options;
  const key = crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(`model budget ${secret}`),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return async (address) => {
    const start = Math.floor(clock.now() / DAY_MS) * DAY_MS;
    const day = toIso(start).slice(0, 10);
    const until = start + 2 * DAY_MS;
    const text = new TextEncoder().encode(`${day} ${clientNetwork(address)}`);
    const hash = new Uint8Array(await crypto.subtle.sign("HMAC", await key, text));
    try {
      const user = `model.user.${day}.${hash.slice(0, 12).toHex()}`;
      // The reader's first: one who has spent theirs takes nothing from the others.
      if (!(await counter.addIfBelow(user, 1, perUser, until)).added) return "userSpent";
      const all = await counter.addIfBelow(`model.day.${day}`, 1, perDay, until);
      return all.added ? "taken" : "daySpent";
    } catch {
      return "unknown";
    }
  };
}
