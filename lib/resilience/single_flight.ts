/**
 * Single flight: however many ask for the same thing at the same time, it is fetched once.
 *
 * @module
 */

interface Flight {
  readonly result: Promise<unknown>;
  readonly stop: AbortController;
  waiting: number;
}

/** Flights under way, by key. */
export class SingleFlight {
  readonly #flights = new Map<string, Flight>();

  /** Number of flights under way. */
  get size(): number {
    return this.#flights.size;
  }

  /**
   * The result of the flight of `key`, begun with `start` unless it is under way. A waiter whose `signal`
   * ends gets `left()` and leaves the others undisturbed; the flight itself is stopped when all have left.
   */
  share<T>(
    key: string,
    signal: AbortSignal,
    start: (signal: AbortSignal) => Promise<T>,
    left: () => T,
  ): Promise<T> {
    if (signal.aborted) return Promise.resolve(left());
    const flight = this.#flights.get(key) ?? this.#begin(key, start);
    flight.waiting++;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        if (--flight.waiting === 0) {
          if (this.#flights.get(key) === flight) this.#flights.delete(key);
          flight.stop.abort();
        }
        resolve(left());
      };
      signal.addEventListener("abort", leave, { once: true });
      flight.result.then(
        (value) => {
          signal.removeEventListener("abort", leave);
          resolve(value as T);
        },
        (error) => {
          signal.removeEventListener("abort", leave);
          reject(error);
        },
      );
    });
  }

  #begin(key: string, start: (signal: AbortSignal) => Promise<unknown>): Flight {
    const stop = new AbortController();
    const result = start(stop.signal).finally(() => {
      if (this.#flights.get(key)?.stop === stop) this.#flights.delete(key);
    });
    // Whoever waits gets the rejection; a flight that all have left must not bring the process down.
    result.catch(() => {});
    const flight: Flight = { result, stop, waiting: 0 };
    this.#flights.set(key, flight);
    return flight;
  }
}
