/**
 * Comparisons with the tolerances of the corpus.
 *
 * @module
 */

/** Whether two numbers differ by at most `tolerance`; anything else than two numbers must be the same. */
export function near(expected: unknown, actual: unknown, tolerance: number): boolean {
  if (typeof expected !== "number" || typeof actual !== "number") return expected === actual;
  return Math.abs(expected - actual) <= tolerance + 1e-9;
}

/** Visibility in statute miles: 3 %, since makers round. */
export function nearVisibility(expected: unknown, actual: unknown): boolean {
  return typeof expected === "number" && near(expected, actual, 0.03 * expected + 0.006);
}

/** Whether two values print the same, keys in any order. */
export function same(expected: unknown, actual: unknown): boolean {
  return JSON.stringify(sorted(expected)) === JSON.stringify(sorted(actual));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([k, v]) => [k, sorted(v)]),
  );
}

/** Whether two lists hold the same values in any order. */
export function sameSet(expected: unknown, actual: unknown): boolean {
  if (!Array.isArray(expected) || !Array.isArray(actual)) return same(expected, actual);
  const order = (list: unknown[]) => list.map((item) => JSON.stringify(sorted(item))).sort();
  return same(order(expected), order(actual));
}
