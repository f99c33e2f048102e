/**
 * A node that does not poll: it takes what the poller has written, as it is told.
 *
 * A hint (pushed, or by looking) only says that something changed; what changed is read from the list of
 * changes. Where that does not reach back far enough everything is read. The states of the feeds are read
 * before the reports and shown after them, so that "the source answered then" is never said of reports that
 * are still on their way.
 *
 * @module
 */
import type { Log } from "../../observe/mod.ts";
import { type Clock, SECOND_MS } from "../../time/mod.ts";
import {
  fillFromStore,
  newerFeeds,
  takeChanges,
  type TakeSharedOptions,
  withTable,
} from "../shared/take_shared.ts";

/** How often the store is looked at although nothing was pushed: a hint may be lost, and feeds have none. */
export const LOOK_MS = 1_500;
/** Without an answer of the store for so long a follower says so. */
export const SILENT_AFTER_MS = 10 * SECOND_MS;

/** What it is made of. */
export interface FollowerOptions {
  readonly take: TakeSharedOptions;
  readonly clock: Clock;
  readonly log: Log;
  /** Told after reports changed, and how many. */
  readonly onTaken?: (reports: number) => void;
  /** Told when everything had to be read again, though something was known. */
  readonly onGap?: () => void;
}

/** Takes changes, one round at a time. */
export class Follower {
  readonly #options: FollowerOptions;
  #version: number | null = null;
  #running: Promise<boolean> | null = null;
  #again = false;
  #contactAt: number | null = null;
  #isTold = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  /** When the store was last read to its end; `null` for never. */
  get contactAt(): number | null {
    return this.#contactAt;
  }

  /** Whether the store has been silent for so long that what is held may be behind. */
  isSilent(now: number): boolean {
    return this.#contactAt === null || now - this.#contactAt > SILENT_AFTER_MS;
  }

  /** The next round reads everything: for a node that has not followed for a while. */
  forget(): void {
    this.#version = null;
  }

  /** Takes what is new; true when the world is as the store is. A hint during a round makes another. Never rejects. */
  catchUp(): Promise<boolean> {
    this.#again = this.#running !== null;
    return this.#running ??= this.#run().finally(() => this.#running = null);
  }

  async #run(): Promise<boolean> {
    const { clock, log } = this.#options;
    try {
      do {
        this.#again = false;
        await this.#round();
      } while (this.#again);
      this.#contactAt = clock.now();
      this.#isTold = false;
      return true;
    } catch (error) {
      if (!this.#isTold) log.warn("the store could not be followed", { error });
      this.#isTold = true;
      return false;
    }
  }

  async #round(): Promise<void> {
    const { take, onTaken } = this.#options;
    const feeds = await newerFeeds(take);
    let taken = 0;
    let version = this.#version;
    // Ends where nothing is left; a store that is emptied again and again must not keep us here.
    for (let rounds = 0; rounds < 1_000; rounds++) {
      if (version === null) {
        version = await take.store.feed.version();
        taken += await fillFromStore(take);
      }
      const told = await take.store.feed.since(version);
      if (told.gap) {
        this.#options.onGap?.();
        version = null;
        continue;
      }
      if (told.changes.length > 0) taken += await takeChanges(take, told.changes);
      const isEnd = told.version === version;
      this.#version = version = told.version;
      if (isEnd || told.changes.length === 0) break;
    }
    // Since then a file may have told more of the same feed.
    for (const state of await withTable(take, feeds)) {
      const { world } = take;
      const held = world.feed(state.key ?? state.product);
      if ((state.attemptedAt ?? 0) >= (held?.attemptedAt ?? 0)) world.putFeed(state);
    }
    if (taken > 0) onTaken?.(taken);
  }
}
