/**
 * The circuit breaker: a provider that keeps failing is left alone for a while.
 *
 * Own code. Of the libraries cockatiel came nearest; but its window only moves when calls come, its least
 * number of calls is a rate, one success closes it, and it reads the system clock.
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

/** Leave to make one call. Exactly one of its functions must follow; a second call of them changes nothing. */
export interface Pass {
  succeeded(): void;
  failed(): void;
  /** The call was given up by its caller: it says nothing about the provider. */
  cancelled(): void;
}

/** Closed: calls pass. Open: none passes. Half open: one at a time passes on trial. */
export class Breaker {
  readonly #options: BreakerOptions;
  readonly #clock: Clock;
  /** Calls of the window, oldest first, from `#first` on: what is before it is over. */
  #calls: { readonly at: number; readonly failed: boolean }[] = [];
  #first = 0;
  #failures = 0;
  #openUntil: number | null = null;
  #openMs: number;
  #trial: symbol | null = null;
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

  /** Leave for a call now, or `null`. */
  enter(): Pass | null {
    const { state } = this;
    if (state === "open" || state === "halfOpen" && this.#trial !== null) return null;
    const trial = state === "halfOpen" ? Symbol("trial") : null;
    if (trial !== null) this.#trial = trial;
    let isOver = false;
    const once = (end: () => void) => () => {
      if (isOver) return;
      isOver = true;
      end();
    };
    return {
      succeeded: once(() => trial === null ? this.#note(false) : this.#tried(trial, true)),
      failed: once(() => trial === null ? this.#note(true) : this.#tried(trial, false)),
      cancelled: once(() => {
        if (this.#trial === trial) this.#trial = null;
      }),
    };
  }

  /** A trial call ended. */
  #tried(trial: symbol, succeeded: boolean): void {
    if (this.#trial !== trial) return;
    this.#trial = null;
    if (!succeeded) {
      this.#openMs = Math.min(this.#openMs * 2, this.#options.maxOpenMs);
      return this.#open();
    }
    if (++this.#successes < this.#options.successesToClose) return;
    this.#openUntil = null;
    this.#openMs = this.#options.openMs;
    this.#calls = [];
    this.#first = 0;
    this.#failures = 0;
  }

  #open(): void {
    this.#openUntil = this.#clock.now() + this.#openMs;
    this.#trial = null;
    this.#successes = 0;
  }

  /** An ordinary call ended. One that began before the breaker opened says nothing new. */
  #note(failed: boolean): void {
    if (this.#openUntil !== null) return;
    const now = this.#clock.now();
    const { windowMs, minCalls, failureShare } = this.#options;
    this.#forget(now - windowMs);
    this.#calls.push({ at: now, failed });
    if (failed) this.#failures++;
    const calls = this.#calls.length - this.#first;
    if (!failed || calls < minCalls) return;
    if (this.#failures >= failureShare * calls) this.#open();
  }

  /** Takes calls up to `until` out of the window; in steps, since a store is called thousands of times a second. */
  #forget(until: number): void {
    while (this.#first < this.#calls.length && this.#calls[this.#first]!.at <= until) {
      if (this.#calls[this.#first]!.failed) this.#failures--;
      this.#first++;
    }
    if (this.#first < 1_000 || this.#first * 2 < this.#calls.length) return;
    this.#calls = this.#calls.slice(this.#first);
    this.#first = 0;
  }
}
