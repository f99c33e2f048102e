/**
 * Ids of documents: parts in order, so that a range of ids is a range of time.
 *
 * @module
 */

/** Between the parts; no part has it. */
const BAR = "|";

/** `live|metar|KJFK|…`. */
export function joinId(...parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll(BAR, "%7C")).join(BAR);
}

/** The last part of an id. */
export function lastPart(id: string): string {
  return id.slice(id.lastIndexOf(BAR) + 1).replaceAll("%7C", BAR);
}

/** A filter for every id that begins with these parts, and lies after `after` where that is given. */
export function idsUnder(
  parts: readonly string[],
  after: string | null = null,
): { _id: { $gt: string; $lt: string } } {
  const start = joinId(...parts) + BAR;
  // `}` is the character after `|`.
  return { _id: { $gt: after ?? start, $lt: start.slice(0, -1) + "}" } };
}
