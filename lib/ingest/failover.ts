/**
 * Failover: when the first source of METARs or TAFs is in doubt the next ones are asked for a few stations, and
 * when it is well again it takes over by itself, since it is asked all the time.
 *
 * @module
 */
import type { AskedProduct, StationSource } from "../providers/mod.ts";
import type { WritableWorld } from "../store/mod.ts";
import { type Clock, HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import type { AskedStations } from "./asked_stations.ts";

/** Why a product is in failover. */
export type FailoverReason = "failing" | "breakerOpen" | "frozen" | "configured";

/** What failover is made of. */
export interface FailoverOptions {
  readonly world: Pick<WritableWorld, "feed" | "heldText" | "stationIds">;
  readonly clock: Clock;
  readonly asked: AskedStations;
  /** In the order in which they are asked. */
  readonly sources: readonly StationSource[];
  /** How long the first source must fail before the next is asked, milliseconds. */
  readonly afterMs: number;
  /** Most stations kept up to date by others. */
  readonly maxStations: number;
  /** Whether the breaker of the first source's file is open. */
  readonly isBreakerOpen?: (product: AskedProduct) => boolean;
  /** A source that is asked always, since the configuration puts it first. */
  readonly alwaysFirst?: boolean;
  /** Told when others begin to be asked for a product, and with `null` when the first source is well again. */
  readonly onChange?: (product: AskedProduct, reason: FailoverReason | null) => void;
}

/** A report of a station is asked for again after so long: providers' quotas are small. */
const FRESH_FOR_MS: Readonly<Record<AskedProduct, number>> = {
  metar: 10 * MINUTE_MS,
  taf: HOUR_MS,
};
/** A station that the bulk file lacks is looked for so often. */
const MISSING_EVERY_MS = 30 * MINUTE_MS;
/**
 * With a newest report older than this the whole file stands still. Somewhere in the world a METAR is made every
 * few minutes, and after 75 minutes not even an hourly station's is current; TAFs are made every six hours.
 */
const FROZEN_AFTER_MS: Readonly<Record<AskedProduct, number>> = {
  metar: 75 * MINUTE_MS,
  taf: 7 * HOUR_MS,
};

interface SourceState {
  readonly askedAt: Map<string, number>;
  isFailing: boolean;
}

/** Decides what which source is asked. */
export class Failover {
  readonly #options: FailoverOptions;
  readonly #startedAt: number;
  readonly #failingSince = new Map<AskedProduct, number>();
  readonly #servedAt = new Map<string, number>();
  readonly #states = new Map<string, SourceState>();
  readonly #told = new Map<AskedProduct, FailoverReason | null>();

  constructor(options: FailoverOptions) {
    this.#options = options;
    this.#startedAt = options.clock.now();
  }

  /** Why the product is in failover now, or `null`. */
  reason(product: AskedProduct): FailoverReason | null {
    const reason = this.#reasonNow(product);
    const told = this.#told.get(product) ?? null;
    if (reason !== told) {
      this.#told.set(product, reason);
      this.#options.onChange?.(product, reason);
    }
    return reason;
  }

  #reasonNow(product: AskedProduct): FailoverReason | null {
    const { clock, afterMs } = this.#options;
    if (this.#options.sources.length === 0) return null;
    if (this.#options.alwaysFirst) return "configured";
    const feed = this.#options.world.feed(product);
    const now = clock.now();
    if (feed === undefined || feed.attemptedAt === null) {
      return now - this.#startedAt >= afterMs ? "failing" : null;
    }
    if (feed.error === null) {
      this.#failingSince.delete(product);
      const newest = feed.newestAt ?? null;
      return newest !== null && now - newest > FROZEN_AFTER_MS[product] ? "frozen" : null;
    }
    const since = this.#failingSince.get(product) ?? feed.attemptedAt;
    this.#failingSince.set(product, since);
    if (this.#options.isBreakerOpen?.(product)) return "breakerOpen";
    return now - since >= afterMs ? "failing" : null;
  }

  /** The stations that `source` should be asked for now, most asked first; at most as many as it takes at once. */
  due(product: AskedProduct, source: StationSource): string[] {
    const { sources, clock } = this.#options;
    const now = clock.now();
    if (this.reason(product) === null) {
      return source === sources[0] ? this.#missing(product, source, now) : [];
    }
    const earlier = sources.slice(0, sources.indexOf(source));
    const isTurn = (id: string) =>
      earlier.every((one) => {
        const state = this.#stateOf(product, one);
        return state.isFailing ||
          now - (state.askedAt.get(id) ?? -Infinity) < FRESH_FOR_MS[product];
      });
    const state = this.#stateOf(product, source);
    const isDue = (id: string) =>
      now - (this.#servedAt.get(`${product} ${id}`) ?? -Infinity) >= FRESH_FOR_MS[product] &&
      now - (state.askedAt.get(id) ?? -Infinity) >= FRESH_FOR_MS[product] && isTurn(id);
    return this.#candidates().filter(isDue).slice(0, source.maxIds);
  }

  /** What came of asking `source` for `ids`: the stations it had a recent report of, or `null` when it failed. */
  note(
    product: AskedProduct,
    source: StationSource,
    ids: readonly string[],
    served: readonly string[] | null,
  ): void {
    const state = this.#stateOf(product, source);
    const now = this.#options.clock.now();
    state.isFailing = served === null;
    if (served === null) return;
    for (const id of ids) state.askedAt.set(id, now);
    for (const id of served) this.#servedAt.set(`${product} ${id}`, now);
  }

  /** Whether a report of that time is worth having: a source may stand still like the first one. */
  isRecent(product: AskedProduct, statedAt: number | undefined): boolean {
    return statedAt === undefined ||
      this.#options.clock.now() - statedAt <= FROZEN_AFTER_MS[product];
  }

  /** A source that cannot be asked now, its quota being spent: the next one's turn. */
  noteWaiting(product: AskedProduct, source: StationSource): void {
    this.#stateOf(product, source).isFailing = true;
  }

  /** Stations worth a question: those asked for, then those that issue forecasts, which are the larger ones. */
  #candidates(): string[] {
    const { asked, world, maxStations } = this.#options;
    const wanted = new Set(asked.top(maxStations));
    for (const id of world.stationIds()) {
      if (wanted.size >= maxStations) break;
      if (world.heldText("taf", id) !== undefined) wanted.add(id);
    }
    return [...wanted];
  }

  /** Stations asked for of which nothing is held. */
  #missing(product: AskedProduct, source: StationSource, now: number): string[] {
    const { asked, world } = this.#options;
    const state = this.#stateOf(product, source);
    return asked.top(1_000).filter((id) =>
      world.heldText(product, id) === undefined &&
      now - (state.askedAt.get(id) ?? -Infinity) >= MISSING_EVERY_MS
    ).slice(0, source.maxIds);
  }

  #stateOf(product: AskedProduct, source: StationSource): SourceState {
    const key = `${product} ${source.name}`;
    const state = this.#states.get(key) ?? { askedAt: new Map(), isFailing: false };
    this.#states.set(key, state);
    return state;
  }
}
