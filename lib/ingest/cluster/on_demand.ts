/**
 * A node without timers and disk: it looks into the shared store when it is asked, and answers from its memory
 * while it looks (stale-while-revalidate, RFC 5861).
 *
 * For runtimes that start at a request and may be frozen after it. The first requests for single stations
 * are answered by a question for these alone; anything else waits until everything has been read once.
 *
 * @module
 */
import type { StationProduct } from "../../store/mod.ts";
import { newerFeeds, takeChanges } from "../shared/take_shared.ts";
import { MINUTE_MS, SECOND_MS } from "../../time/mod.ts";
import { Follower, type FollowerOptions } from "./follower.ts";

/** Younger than this the memory is not compared with the store. */
export const FRESH_MS = 10 * SECOND_MS;
/** Up to this age it is compared after the answer, beyond it before; what cannot be compared is given all the same. */
export const REVALIDATE_MS = 2 * MINUTE_MS;
/** How long a request waits for the store: with something in memory, and with nothing. */
export const WAIT_MS = 1_000;
export const COLD_WAIT_MS = 10_000;

/** Reports of single stations, which is all that an answer needs. */
export interface Need {
  readonly product: StationProduct;
  readonly stationIds: readonly string[];
}

/** Keeps the world near the store, by the requests that come. */
export class OnDemand {
  readonly #options: FollowerOptions;
  readonly #follower: Follower;
  #waiting = 0;

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#follower = new Follower(options);
  }

  /** When the store was last read to its end; `null` for never. */
  get contactAt(): number | null {
    return this.#follower.contactAt;
  }

  /** Whether the store has not been read for longer than memory is given without looking. */
  isSilent(now: number): boolean {
    const { contactAt } = this;
    return contactAt === null || now - contactAt > REVALIDATE_MS;
  }

  /** Requests that wait for the store now. */
  get waiting(): number {
    return this.#waiting;
  }

  /**
   * Resolves when the world may be asked; false where it is empty and the store does not answer.
   *
   * @param need what the answer is made of; `null`: everything
   */
  async ready(need: Need | null): Promise<boolean> {
    const { clock } = this.#options;
    const { contactAt } = this.#follower;
    if (contactAt === null) return await this.#cold(need);
    const age = clock.now() - contactAt;
    if (age < FRESH_MS) return true;
    const look = this.#follower.catchUp();
    if (age > REVALIDATE_MS) await this.#within(WAIT_MS, look);
    return true;
  }

  async #cold(need: Need | null): Promise<boolean> {
    const everything = this.#follower.catchUp();
    if (need === null) return await this.#within(COLD_WAIT_MS, everything) === true;
    const few = this.#takeFew(need).then(() => true, () => false);
    return await this.#within(COLD_WAIT_MS, few) === true;
  }

  async #takeFew({ product, stationIds }: Need): Promise<void> {
    const { take } = this.#options;
    const feeds = await newerFeeds(take);
    await takeChanges(take, stationIds.map((id) => ({ product, id })));
    // Of other products nothing was read: their feeds stay unknown, so that none looks answered and empty.
    for (const feed of feeds) if (feed.product === product) take.world.putFeed(feed);
  }

  /** The result of `work`, or `null` where it takes longer; the work goes on. */
  async #within<T>(ms: number, work: Promise<T>): Promise<T | null> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<null>((resolve) => timer = setTimeout(() => resolve(null), ms));
    this.#waiting++;
    try {
      return await Promise.race([work, late]);
    } finally {
      this.#waiting--;
      clearTimeout(timer);
    }
  }
}
