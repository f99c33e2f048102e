/**
 * A provider's quota of calls a day, of which a tenth is left alone, spread over what is left of the day.
 *
 * @module
 */
import { type Clock, DAY_MS, SECOND_MS, toIso } from "../time/mod.ts";

/** A counter that all nodes share and that a restart does not reset. */
export interface SharedCounter {
  /** Adds `amount` unless the counter would then exceed `limit`, in one step. */
  addIfBelow(
    name: string,
    amount: number,
    limit: number,
    expiresAt: number,
  ): Promise<{ readonly added: boolean; readonly value: number }>;
  read(name: string): Promise<number>;
}

/** What may still be spent today. */
export interface DailyBudget {
  /** Calls allowed each day: 90 % of the quota. */
  readonly limit: number;
  /** Takes one call. False where none is left, where it is too early for the next, or where nobody can tell. */
  tryTake(): Promise<boolean>;
  /** Calls left today as far as this process knows. */
  readonly remaining: number;
}

/** What a budget is made of. */
export interface DailyBudgetOptions {
  /** Name of the provider, part of the counter's name. */
  readonly name: string;
  /** The provider's quota a day, reset at 00:00 UTC. */
  readonly perDay: number;
  readonly clock: Clock;
  readonly counter: SharedCounter;
  /** Told when the counter cannot be asked. */
  readonly onError?: (error: unknown) => void;
}

/** Share of the quota that is used. The rest is for whoever has to look into something by hand. */
const USED_SHARE = 0.9;
/** Least pause between two calls. */
const LEAST_PAUSE_MS = 10 * SECOND_MS;
/** The day of the counter ends so much later than the day: clocks differ. */
const KEEP_MS = DAY_MS;

/** A budget over `counter`. Where the counter cannot be asked nothing is spent. */
export function createDailyBudget(options: DailyBudgetOptions): DailyBudget {
  const { clock, counter } = options;
  const limit = Math.floor(options.perDay * USED_SHARE);
  let day = -1;
  let used = 0;
  let nextAt = -Infinity;
  const today = () => {
    const current = Math.floor(clock.now() / DAY_MS);
    if (current !== day) [day, used, nextAt] = [current, 0, -Infinity];
    return day;
  };
  return {
    limit,
    get remaining() {
      today();
      return limit - used;
    },
    async tryTake() {
      const asked = today();
      const now = clock.now();
      if (now < nextAt || used >= limit) return false;
      const midnight = (asked + 1) * DAY_MS;
      // At once, so that two callers side by side do not both pass.
      nextAt = now + LEAST_PAUSE_MS;
      const name = `budget.${options.name}.${toIso(asked * DAY_MS).slice(0, 10)}`;
      try {
        const { added, value } = await counter.addIfBelow(name, 1, limit, midnight + KEEP_MS);
        if (asked !== today()) return added;
        used = Math.max(used, Math.min(limit, value));
        if (!added) used = limit;
        const left = Math.max(1, limit - used);
        nextAt = now + Math.max(LEAST_PAUSE_MS, Math.floor((midnight - now) / left));
        return added;
      } catch (error) {
        options.onError?.(error);
        return false;
      }
    },
  };
}

/** Names held before those that have expired are dropped: readers of a day, each with a name of his own. */
const MAX_NAMES = 1_000;

/**
 * A counter in the memory of the process: for tests, and where there is no store. A restart forgets it.
 *
 * @param clock with it what has expired is forgotten, in time
 */
export function createMemoryCounter(clock?: Clock): SharedCounter {
  const counts = new Map<string, { value: number; readonly expiresAt: number }>();
  const forget = (now: number) => {
    for (const [name, { expiresAt }] of counts) if (expiresAt <= now) counts.delete(name);
  };
  return {
    addIfBelow(name, amount, limit, expiresAt) {
      const known = counts.get(name);
      const value = known?.value ?? 0;
      if (value + amount > limit) return Promise.resolve({ added: false, value });
      if (known !== undefined) known.value += amount;
      else {
        if (clock !== undefined && counts.size >= MAX_NAMES) forget(clock.now());
        counts.set(name, { value: amount, expiresAt });
      }
      return Promise.resolve({ added: true, value: value + amount });
    },
    read: (name) => Promise.resolve(counts.get(name)?.value ?? 0),
  };
}
