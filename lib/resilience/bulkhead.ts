/**
 * A bulkhead: so many calls at once to one provider, so many that wait, and no more.
 *
 * @module
 */

/** Numbers of a bulkhead; the defaults are those of the service's reliability rules. */
export interface BulkheadOptions {
  /** Calls at once. */
  readonly limit: number;
  /** Calls that wait for a place. */
  readonly queue: number;
}

/** What came of asking for a place. */
export type Place =
  | { readonly kind: "entered"; leave(): void }
  /** All places and the whole queue are taken. */
  | { readonly kind: "full" }
  /** The signal ended the wait. */
  | { readonly kind: "aborted" };

/** Places for calls, given out in the order of asking. */
export class Bulkhead {
  readonly #limit: number;
  readonly #queue: number;
  #taken = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(options: Partial<BulkheadOptions> = {}) {
    this.#limit = options.limit ?? 4;
    this.#queue = options.queue ?? 16;
  }

  /** Calls under way and calls that wait. */
  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.#taken, waiting: this.#waiting.length };
  }

  /** A place, at once or when one is free. `leave` must follow `entered`. */
  enter(signal: AbortSignal): Promise<Place> {
    if (signal.aborted) return Promise.resolve({ kind: "aborted" });
    if (this.#taken < this.#limit) return Promise.resolve(this.#take());
    if (this.#waiting.length >= this.#queue) return Promise.resolve({ kind: "full" });
    return new Promise((resolve) => {
      const go = () => {
        signal.removeEventListener("abort", stop);
        resolve(this.#take());
      };
      const stop = () => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        resolve({ kind: "aborted" });
      };
      this.#waiting.push(go);
      signal.addEventListener("abort", stop, { once: true });
    });
  }

  #take(): Place {
    this.#taken++;
    let hasLeft = false;
    return {
      kind: "entered",
      leave: () => {
        if (hasLeft) return;
        hasLeft = true;
        this.#taken--;
        this.#waiting.shift()?.();
      },
    };
  }
}
