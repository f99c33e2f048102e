/**
 * In the browser: the METAR of each station that was last looked at, so that the next visit can tell what changed.
 *
 * @module
 */
import { readList, writeList } from "./stored.ts";

type Seen = readonly [id: string, raw: string];

const KEY = "seen-reports";
const LIMIT = 50;
const LONGEST = 1000;

function isSeen(value: unknown): value is Seen {
  return Array.isArray(value) && value.length === 2 &&
    value.every((part) => typeof part === "string" && part.length <= LONGEST);
}

/** The report of `id` that was last seen here, and `raw` from now on. */
export function lookAt(id: string, raw: string): string | null {
  const known = readList(KEY, isSeen, LIMIT);
  writeList(KEY, [[id, raw], ...known.filter((seen) => seen[0] !== id)].slice(0, LIMIT));
  return known.find((seen) => seen[0] === id)?.[1] ?? null;
}

/** Forgets what was seen of all stations. */
export function forgetSeen(): void {
  writeList(KEY, []);
}
