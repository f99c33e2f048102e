/**
 * What the store said of a station's last day, for pages that many ask for: the raw texts only, since decoding
 * them again takes less than keeping them decoded.
 *
 * @module
 */
import type { HeldReport } from "../products/raw_report.ts";
import type { HistoryEntry } from "../store/mod.ts";
import type { GapState } from "./gaps.ts";
import { MINUTE_MS } from "../time/mod.ts";

/** An answer of the store. */
export interface RecentRead {
  /** What the station had reported when the store was asked. */
  readonly current: HeldReport | undefined;
  /** The time asked for, milliseconds since the epoch, both inclusive. */
  readonly from: number;
  readonly to: number;
  /** All that the store has of that time. */
  readonly entries: readonly HistoryEntry[];
  /** Whether reports of that time seem to be missing. */
  readonly gap: GapState;
}

/** After this long the store is asked again, though the station has reported nothing. */
const TRUE_FOR_MS = 5 * MINUTE_MS;
/** Reports and stations held at most, about 500 bytes each. */
const MAX_HELD = 16_000;

/** The last answers, those asked for the longest time ago dropped first. */
export class RecentEntries {
  readonly #reads = new Map<string, RecentRead>();
  #held = 0;

  /**
   * The entries of a station from … to …, or more; `undefined` where the store must be asked: the station has
   * reported since, or the end of what was asked for lies up to five minutes back.
   */
  find(
    stationId: string,
    current: HeldReport | undefined,
    from: number,
    to: number,
  ): RecentRead | undefined {
    const read = this.#reads.get(stationId);
    if (read === undefined) return undefined;
    const isTrue = read.current === current && from >= read.from && to >= read.to &&
      to - read.to < TRUE_FOR_MS;
    return isTrue ? read : undefined;
  }

  /** The next one who asks for the station asks the store. */
  forget(stationId: string): void {
    this.#drop(stationId);
  }

  keep(stationId: string, read: RecentRead): void {
    this.#drop(stationId);
    // The report that the world holds is not held twice.
    const raw = read.current?.raw;
    const entries = read.entries.map((one) =>
      raw !== undefined && one.raw.text === raw.text && one.observedAt === read.current?.observedAt
        ? { raw, observedAt: one.observedAt }
        : one
    );
    this.#reads.set(stationId, { ...read, entries });
    this.#held += 1 + entries.length;
    for (const oldest of this.#reads.keys()) {
      if (this.#held <= MAX_HELD) break;
      this.#drop(oldest);
    }
  }

  #drop(stationId: string): void {
    const read = this.#reads.get(stationId);
    if (read === undefined) return;
    this.#reads.delete(stationId);
    this.#held -= 1 + read.entries.length;
  }
}
