/**
 * In the browser: small things kept on this device only. What is stored may be anything, or nothing may be
 * stored at all: reading and writing never fail.
 *
 * @module
 */

/** The list under `key`, of what `isEntry` accepts; at most `most`. */
export function readList<T>(
  key: string,
  isEntry: (value: unknown) => value is T,
  most: number,
): T[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isEntry).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Keeps a list; without storage the page works without it. */
export function writeList(key: string, list: readonly unknown[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(list));
  } catch {
    // Full or forbidden.
  }
}
