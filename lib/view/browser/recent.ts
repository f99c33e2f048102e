/**
 * In the browser: the stations last looked at.
 *
 * @module
 */
import { readList, writeList } from "./stored.ts";

/** A station with its name. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

const KEY = "recent-stations";
const LIMIT = 8;

function isPlace(value: unknown): value is Place {
  const place = value as Place | null;
  return /^[A-Z0-9]{4}$/.test(place?.id ?? "") && typeof place?.name === "string";
}

/** Last one first. */
export function readRecent(): Place[] {
  return readList(KEY, isPlace, LIMIT);
}

/** Puts `place` first. */
export function remember(place: Place): void {
  writeList(KEY, [place, ...readRecent().filter(({ id }) => id !== place.id)].slice(0, LIMIT));
}

/** Forgets all of them. */
export function forgetRecent(): void {
  writeList(KEY, []);
}
