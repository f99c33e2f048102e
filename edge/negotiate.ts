/**
 * Which format to answer in: by the parameter `format`, else by `Accept` with its quality values
 * (RFC 9110, section 12.5.1).
 *
 * @module
 */
import type { Problem } from "../lib/http/problem.ts";

/** The formats, by the name that the parameter `format` takes. */
export type Format = "json" | "geojson" | "csv" | "text" | "html" | "metrics" | "events";

/** Media types without parameters. */
export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  json: "application/json",
  geojson: "application/geo+json",
  csv: "text/csv",
  text: "text/plain",
  html: "text/html",
  metrics: "text/plain",
  events: "text/event-stream",
};

/** `Content-Type` as sent. */
export const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  json: "application/json; charset=utf-8",
  geojson: "application/geo+json; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
  text: "text/plain; charset=utf-8",
  html: "text/html; charset=utf-8",
  metrics: "text/plain; version=0.0.4; charset=utf-8",
  events: "text/event-stream; charset=utf-8",
};

interface MediaRange {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

/** Longest `Accept` that is read; browsers send some 150 characters. */
const MAX_ACCEPT_LENGTH = 1000;
const MAX_RANGES = 40;

function parseRange(text: string): MediaRange | null {
  const [range = "", ...parameters] = text.split(";");
  const [type = "", subtype = "", ...rest] = range.trim().toLowerCase().split("/");
  if (type === "" || subtype === "" || rest.length > 0) return null;
  if (type === "*" && subtype !== "*") return null;
  let quality = 1;
  for (const parameter of parameters) {
    const [name = "", value = ""] = parameter.split("=");
    if (name.trim().toLowerCase() !== "q") continue;
    if (!/^ *(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?) *$/.test(value)) return null;
    quality = Number(value);
  }
  return { type, subtype, quality };
}

function specificity(range: MediaRange): number {
  return range.type === "*" ? 0 : range.subtype === "*" ? 1 : 2;
}

/** Quality of `mediaType`: that of the most specific range that covers it, 0 where none does. */
function qualityOf(mediaType: string, ranges: readonly MediaRange[]): number {
  const [type, subtype] = mediaType.split("/");
  let best: MediaRange | null = null;
  for (const range of ranges) {
    const covers = (range.type === "*" || range.type === type) &&
      (range.subtype === "*" || range.subtype === subtype);
    if (covers && (best === null || specificity(range) > specificity(best))) best = range;
  }
  return best?.quality ?? 0;
}

/**
 * The format of `offered` that `accept` likes best, the earlier offer winning a tie; `null` where it
 * accepts none. No header, or one without a single readable range, accepts everything.
 */
export function negotiate(accept: string | null, offered: readonly Format[]): Format | null {
  if (accept === null || accept === "*/*") return offered[0] ?? null;
  const ranges = accept.slice(0, MAX_ACCEPT_LENGTH).split(",").slice(0, MAX_RANGES)
    .map(parseRange).filter((range) => range !== null);
  if (ranges.length === 0) return offered[0] ?? null;
  let best: Format | null = null;
  let bestQuality = 0;
  for (const format of offered) {
    const quality = qualityOf(MEDIA_TYPES[format], ranges);
    if (quality > bestQuality) [best, bestQuality] = [format, quality];
  }
  return best;
}

/** The problem of a request that accepts none of `offered`. */
export function notAcceptable(offered: readonly Format[]): Problem {
  const accepted = offered.map((format) => MEDIA_TYPES[format]);
  const detail = `This resource is offered as ${accepted.join(", ")}.`;
  return {
    kind: "notAcceptable",
    detail,
    errors: [{ in: "header", name: "Accept", detail, accepted }],
  };
}
