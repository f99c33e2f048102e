/**
 * The log of our own availability: measured each minute, kept for ninety days, joined over all nodes.
 *
 * @module
 */
import { type Clock, DAY_MS, MINUTE_MS } from "../time/mod.ts";
import type { Collections, Json, Page, StoredDocument } from "../store/mod.ts";
import { dayOf, DAYS_SHOWN, emptyDay, isDay, joinDays, minuteOf, type StatusDay } from "./days.ts";
import { Minutes } from "./minutes.ts";

/** The name of the collection. */
const COLLECTION = "status";
/** Writes that may meet another node's before one is given up until the next time. */
const ATTEMPTS = 5;
const PAGE = 100;

/** What the log needs. */
export interface StatusLogOptions {
  readonly clock: Clock;
  /** Where days outlive the process; `null` where there is no such place. */
  readonly collections: Collections | null;
  /** Looks at the service now, from memory. */
  readonly look: () => { readonly ready: boolean; readonly inTime: boolean };
  /** Told of a day that could not be read or written. */
  readonly onFault: (error: unknown) => void;
}

/** Measures and remembers. */
export class StatusLog {
  readonly #options: StatusLogOptions;
  /** What this process measured and what it read last. */
  readonly #days = new Map<string, StatusDay>();

  constructor(options: StatusLogOptions) {
    this.#options = options;
  }

  /** Notes how the service is in the minute that it is. */
  measure(): void {
    const { clock, look } = this.#options;
    const now = clock.now();
    const day = this.#day(dayOf(now));
    const { ready, inTime } = look();
    if (ready) day.up.add(minuteOf(now));
    if (ready && inTime) day.inTime.add(minuteOf(now));
    this.#forgetOld(now);
  }

  /** Every day known here, in no order. */
  days(): readonly StatusDay[] {
    return [...this.#days.values()];
  }

  /** Reads what was kept, by this process before or by other nodes. A fault costs nothing but the news. */
  async read(): Promise<void> {
    const { collections, onFault } = this.#options;
    if (collections === null) return;
    try {
      let cursor: string | null = null;
      do {
        const page: Page<StoredDocument> = await collections.page(COLLECTION, cursor, PAGE);
        for (const document of page.entries) {
          // What has no day for a name was written by somebody else.
          if (isDay(document.id)) this.#join(readDay(document));
        }
        cursor = page.next;
      } while (cursor !== null);
    } catch (error) {
      onFault(error);
    }
  }

  /** Keeps today, and yesterday shortly after midnight, joined with what other nodes kept of them. */
  async write(): Promise<void> {
    const now = this.#options.clock.now();
    for (const day of new Set([dayOf(now - 10 * MINUTE_MS), dayOf(now)])) {
      try {
        await this.#writeDay(day);
      } catch (error) {
        this.#options.onFault(error);
      }
    }
  }

  async #writeDay(day: string): Promise<void> {
    const { collections } = this.#options;
    if (collections === null) return;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const kept = await collections.get(COLLECTION, day);
      if (kept !== null) this.#join(readDay(kept));
      const { up, inTime } = this.#day(day);
      const value: Json = { up: up.text(), inTime: inTime.text() };
      const expiresAt = Date.parse(day) + (DAYS_SHOWN + 2) * DAY_MS;
      const options = { expiresAt, ifRevision: kept?.revision ?? null };
      if (await collections.put(COLLECTION, day, value, options) !== null) return;
    }
    throw new Error(`the measurements of ${day} met those of other nodes ${ATTEMPTS} times`);
  }

  #day(day: string): StatusDay {
    let found = this.#days.get(day);
    if (found === undefined) this.#days.set(day, found = emptyDay(day));
    return found;
  }

  #join(day: StatusDay): void {
    this.#days.set(day.day, joinDays(this.#day(day.day), day));
  }

  #forgetOld(now: number): void {
    const oldest = dayOf(now - DAYS_SHOWN * DAY_MS);
    for (const day of this.#days.keys()) if (day < oldest) this.#days.delete(day);
  }
}

function readDay({ id, value }: StoredDocument): StatusDay {
  const { up, inTime } = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  return { day: id, up: Minutes.parse(up), inTime: Minutes.parse(inTime) };
}
