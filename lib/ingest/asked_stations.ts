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
  /** What was asked at other nodes, as they told last. */
  #others: ReadonlyMap<string, number> = new Map();

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

  /** What readers of other nodes ask for, instead of what was told of them before. */
  setOthers(told: readonly (readonly [id: string, weight: number])[]): void {
    this.#others = sumOf(told.slice(0, MAX_STATIONS));
  }

  /** The stations asked for here, most asked first, each with its weight; at most `limit`. */
  own(limit: number): (readonly [id: string, weight: number])[] {
    this.#fade();
    return mostFirst(this.#weights).slice(0, limit);
  }

  /** The stations asked for here and at other nodes, most asked first; at most `limit`. */
  top(limit: number): string[] {
    this.#fade();
    const all = this.#others.size === 0
      ? this.#weights
      : sumOf([...this.#weights, ...this.#others]);
    return mostFirst(all).slice(0, limit).map(([id]) => id);
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

function sumOf(weights: readonly (readonly [string, number])[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const [id, weight] of weights) sum.set(id, (sum.get(id) ?? 0) + weight);
  return sum;
}

function mostFirst(weights: ReadonlyMap<string, number>): [string, number][] {
  return [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
