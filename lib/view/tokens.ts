/**
 * The links between a decoded value and the group of the raw report that it came from.
 *
 * A group has the id `t12` (METAR) or `f12` (TAF), twelve being where it starts in the raw text; the
 * decoded item that speaks of it has `d-t12`. Both ways work by `:target`, without script.
 *
 * @module
 */
import type { Source } from "../products/product.ts";

/** Which raw report a token belongs to: it is the first letter of its id. */
export type TokenPrefix = "t" | "f";

/** Id of the token that starts at `source.start`. */
export function tokenId(prefix: TokenPrefix, source: Source): string {
  return prefix + source.start;
}

/** A stretch of raw text: a token that something speaks of, one that nobody understood, or what lies between. */
export interface Segment {
  readonly text: string;
  readonly kind: "token" | "unparsed" | "plain";
  readonly start: number;
}

/**
 * Cuts `raw` into segments along the given spans, which may overlap or come in any order: the earlier
 * start wins, the longer one on a tie, and one that was not understood before one that was, and spans outside the text are left out. Nothing of `raw` is lost.
 */
export function segments(
  raw: string,
  tokens: readonly Source[],
  unparsed: readonly Source[] = [],
): Segment[] {
  const spans = [
    ...tokens.map((source) => ({ source, kind: "token" as const })),
    ...unparsed.map((source) => ({ source, kind: "unparsed" as const })),
  ].filter(({ source }) =>
    source.start >= 0 && source.end > source.start && source.end <= raw.length
  );
  spans.sort((a, b) =>
    a.source.start - b.source.start || b.source.end - a.source.end ||
    Number(b.kind === "unparsed") - Number(a.kind === "unparsed")
  );
  const result: Segment[] = [];
  let at = 0;
  for (const { source, kind } of spans) {
    if (source.start < at) continue;
    if (source.start > at) {
      result.push({ text: raw.slice(at, source.start), kind: "plain", start: at });
    }
    result.push({ text: raw.slice(source.start, source.end), kind, start: source.start });
    at = source.end;
  }
  if (at < raw.length) result.push({ text: raw.slice(at), kind: "plain", start: at });
  return result;
}
