/**
 * Long work in slices: whoever computes for long lets the event loop turn every few milliseconds, so that
 * requests are answered meanwhile.
 *
 * @module
 */

/** Longest time a slice holds the event loop. A request waits for at most one slice and its own work. */
export const SLICE_MS = 2;

/** How slices are measured and ended; replaceable in tests. */
export interface SlicerOptions {
  /** Milliseconds; only differences count. */
  readonly now: () => number;
  /** Resolves after the event loop has turned. */
  readonly turn: () => Promise<void>;
  readonly sliceMs: number;
}

/** Runs work in slices. */
export interface Slicer {
  /** Ends the slice if its time is over. To be called between steps that are short themselves. */
  pause(): Promise<void> | undefined;
}

/** A slicer whose first slice begins now. Tasks that may compute at the same time share one. */
export function createSlicer(options: Partial<SlicerOptions> = {}): Slicer {
  const { now = () => performance.now(), turn = turnsInLine(), sliceMs = SLICE_MS } = options;
  let started = now();
  return {
    pause() {
      const taken = now() - started;
      if (taken < sliceMs) return undefined;
      return turn().then(() => {
        started = now();
      });
    },
  };
}

/** Pauses never: for a start, at which nobody waits for the event loop yet. */
export const UNSLICED: Slicer = { pause: () => undefined };

/** `slicer`, whose pause throws the signal's reason once `signal` has ended: work in slices stops there. */
export function stoppableSlicer(slicer: Slicer, signal: AbortSignal): Slicer {
  return {
    pause() {
      signal.throwIfAborted();
      return slicer.pause();
    },
  };
}

/** Resolves after the event loop has handled what was ready. A microtask would not let it. */
export function turnEventLoop(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Turns for several tasks that compute at the same time: each gets a turn of its own, so that requests are
 * looked at between any two slices and not only after one slice of every task.
 */
export function turnsInLine(turn: () => Promise<void> = turnEventLoop): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => last = last.then(turn);
}
