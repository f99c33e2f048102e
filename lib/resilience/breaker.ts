/**
 * The circuit breaker: a provider that keeps failing is left alone for a while.
 *
 * Own code, since the numbers count calls over a sliding window by the clock that is handed in.
 *
 * @module
 */
import type { Clock } from "../time/mod.ts";

/** Numbers of a breaker; the defaults are those of the service's reliability rules. */
export interface BreakerOptions {
  readonly windowMs: number;
  /** Fewer calls than this in the window never open it. */
  readonly minCalls: number;
  /** Share of failures that opens it, 0 to 1. */
  readonly failureShare: number;
  /** First time open; doubles each time the trial call fails. */
  readonly openMs: number;
  readonly maxOpenMs: number;
  /** Successes in a row that close it. */
  readonly successesToClose: number;
}

const DEFAULTS: BreakerOptions = {
  windowMs: 60_000,
  minCalls: 10,
  failureShare: 0.5,
  openMs: 30_000,
  maxOpenMs: 300_000,
  successesToClose: 2,
};

/** Closed: calls pass. Open: none passes. Half open: one at a time passes on trial. */
export class Breaker {
  readonly #options: BreakerOptions;
  readonly #clock: Clock;
  #calls: { readonly at: number; readonly failed: boolean }[] = [];
  #openUntil: number | null = null;
  #openMs: number;
  #trial = false;
  #successes = 0;

  constructor(clock: Clock, options: Partial<BreakerOptions> = {}) {
    this.#clock = clock;
    this.#options = { ...DEFAULTS, ...options };
    this.#openMs = this.#options.openMs;
  }

  get state(): "closed" | "open" | "halfOpen" {
    if (this.#openUntil === null) return "closed";
    return this.#clock.now() < this.#openUntil ? "open" : "halfOpen";
  }

  /** Whether a call may be made now. After `true`, `succeeded` or `failed` must follow. */
  tryPass(): boolean {
    const state = this.state;
    if (state === "closed") return true;
    if (state === "open" || this.#trial) return false;
    this.#trial = true;
    return true;
  }

  succeeded(): void {
    if (this.#openUntil === null) return this.#note(false);
    this.#trial = false;
    if (++this.#successes < this.#options.successesToClose) return;
    this.#openUntil = null;
    this.#openMs = this.#options.openMs;
    this.#calls = [];
  }

  failed(): void {
    if (this.#openUntil !== null) {
      this.#openMs = Math.min(this.#openMs * 2, this.#options.maxOpenMs);
      return this.#open();
    }
    this.#note(true);
    const failures = this.#calls.filter((call) => call.failed).length;
    if (
      this.#calls.length >= this.#options.minCalls &&
      failures >= this.#options.failureShare * this.#calls.length
    ) this.#open();
  }

  #open(): void {
    this.#openUntil = this.#clock.now() + this.#openMs;
    this.#trial = false;
    this.#successes = 0;
  }

  #note(failed: boolean): void {
    const now = this.#clock.now();
    this.#calls = this.#calls.filter((call) => call.at > now - this.#options.windowMs);
    this.#calls.push({ at: now, failed });
  }
}
