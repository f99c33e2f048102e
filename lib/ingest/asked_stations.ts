/**
 * Which stations readers ask for, so that the few that a backup provider can be asked for are the right ones.
 *
 * @module
 */
import { type Clock, HOUR_MS } from "../time/mod.ts";

/** Most stations remembered. */
const MAX_STATIONS = 5_000;

/** Counts of questions that fade: after an hour a question counts half. */
export class AskedStations {
  readonly #clock: Clock;
  #weights = new Map<string, number>();
  #fadedAt: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#fadedAt = clock.now();
  }

  /** A reader asked for the station `id` (location indicator in capitals). */
  note(id: string): void {
    this.#fade();
    const weight = this.#weights.get(id);
    if (weight === undefined && this.#weights.size >= MAX_STATIONS) return;
    this.#weights.set(id, (weight ?? 0) + 1);
  }

  /** The stations, most asked first; at most `limit`. */
  top(limit: number): string[] {
    this.#fade();
    return [...this.#weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, limit).map(([id]) => id);
  }

  #fade(): void {
    const hours = Math.floor((this.#clock.now() - this.#fadedAt) / HOUR_MS);
    if (hours < 1) return;
    this.#fadedAt += hours * HOUR_MS;
    const share = 0.5 ** Math.min(hours, 30);
    const left = [...this.#weights].map(([id, weight]) => [id, weight * share] as const);
    this.#weights = new Map(left.filter(([, weight]) => weight > 0.01));
  }
}
