/**
 * Heavy work one at a time.
 *
 * @module
 */

/** Runs what it is given after everything that was given before has ended. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** A queue for work that computes for long: two such tasks side by side would only make each other late. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
}
