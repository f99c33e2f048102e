/**
 * Areas: outlines, lines with a width, circles, everything on one side of a line, the entire region.
 *
 * @module
 */
import { isCompassPoint, type Quantity, quantity } from "../../units/mod.ts";
import type { Position } from "../raw_report.ts";
import type { Area, Limit } from "./model.ts";
import { readLatitude, readLongitude, readPoint } from "./points.ts";
import type { Words } from "./words.ts";

/** An area and the number of words it takes. */
export interface AreaRead {
  readonly area: Area;
  readonly taken: number;
}

const LENGTH = /^(\d{1,4})(NM|KM)?$/;

/** `25KM`, `60NM`, `30 NM`. */
export function readLength(
  words: Words,
  i: number,
): { readonly length: Quantity<"NM" | "km">; readonly taken: number } | null {
  const match = LENGTH.exec(words.word(i));
  if (match === null) return null;
  const apart = match[2] === undefined ? words.word(i + 1) : "";
  const unit = match[2] ?? (apart === "NM" || apart === "KM" ? apart : null);
  if (unit === null) return null;
  return {
    length: quantity(Number(match[1]), unit === "NM" ? "NM" : "km"),
    taken: apart === "" ? 1 : 2,
  };
}

interface Chain {
  /** `null` where one of the points could not be placed: the outline would be another. */
  readonly points: readonly Position[] | null;
  readonly taken: number;
}

/** Points divided by hyphens or `TO`; a blank alone also divides coordinates. */
export function readChain(words: Words, i: number): Chain | null {
  const points: Position[] = [];
  let known = true;
  let at = i;
  for (;;) {
    const joiner = at > i && (words.word(at) === "-" || words.word(at) === "TO") ? 1 : 0;
    const point = readPoint(words, at + joiner, joiner === 1);
    if (point === null || (at > i && joiner === 0 && /^[A-Z]{3}$/.test(words.word(at)))) break;
    if (point.position === null) known = false;
    else points.push(point.position);
    at += joiner + point.taken;
  }
  return at === i ? null : { points: known ? points : null, taken: at - i };
}

const same = (a: Position, b: Position) => a.latitude === b.latitude && a.longitude === b.longitude;

/** An outline if it closes or is said to enclose, else a line, or a single point. */
function outline(
  words: Words,
  i: number,
  taken: number,
  chain: Chain,
  encloses: boolean,
): AreaRead {
  const source = words.source(i, taken);
  const points = chain.points;
  if (points === null) return { area: { kind: "positionUnknown", source }, taken };
  if (points.length === 1) return { area: { kind: "point", position: points[0]!, source }, taken };
  const closed = points.length > 3 && same(points[0]!, points[points.length - 1]!);
  return closed || (encloses && points.length > 2)
    ? { area: { kind: "polygon", points, source }, taken }
    : { area: { kind: "line", points, width: null, source }, taken };
}

/** `FROM 30W MCK TO GLD TO …`, `BOUNDED BY …`, `WI N31 W076 - …`, `AREA WI …`. */
function readOutline(words: Words, i: number): AreaRead | null {
  const opening = words.at(i, "BOUNDED BY") || words.at(i, "AREA WI")
    ? 2
    : /^(?:FROM|WI|WITHIN|WTN)$/.test(words.word(i))
    ? 1
    : 0;
  if (opening === 0) return null;
  const extra = words.at(i + opening, "AREA") ? 1 : 0;
  const chain = readChain(words, i + opening + extra);
  if (chain === null) return null;
  const taken = opening + extra + chain.taken;
  return outline(words, i, taken, chain, words.word(i) !== "FROM");
}

/** `WI 60NM EITHER SIDE OF LINE …`, `WI 30NM OF LINE …`, `WI 25KM OF N52 E005`, `WI 150NM OF TC CENTRE`. */
function readDistanceFrom(words: Words, i: number, centre: Position | null): AreaRead | null {
  if (!/^(?:WI|WTN|WITHIN)$/.test(words.word(i))) return null;
  let at = words.word(i + 1) === "A" ? i + 2 : i + 1;
  const length = readLength(words, at);
  if (length === null) return null;
  at += length.taken;
  for (const phrase of ["EITHER SIDE", "EACH SIDE", "RADIUS", "RAD"]) {
    if (words.at(at, phrase)) at += phrase.split(" ").length;
  }
  if (words.word(at) !== "OF") return null;
  at++;
  if (words.word(at) === "A") at++;
  for (const phrase of ["TC CENTRE", "TC CENTER", "CENTRE", "CENTER"]) {
    if (words.at(at, phrase)) {
      return circle(words, i, at + phrase.split(" ").length - i, centre, length.length);
    }
  }
  const isLine = words.word(at) === "LINE";
  if (isLine) at++;
  if (isLine && words.word(at) === "BTN") at++;
  const chain = readChain(words, at);
  if (chain === null) return null;
  const taken = at + chain.taken - i;
  const source = words.source(i, taken);
  if (chain.points === null) return { area: { kind: "positionUnknown", source }, taken };
  if (chain.points.length === 1) return circle(words, i, taken, chain.points[0]!, length.length);
  const width = quantity(length.length.value * 2, length.length.unit);
  return { area: { kind: "line", points: chain.points, width, source }, taken };
}

function circle(
  words: Words,
  i: number,
  taken: number,
  centre: Position | null,
  radius: Quantity<"NM" | "km">,
) {
  const source = words.source(i, taken);
  const area: Area = centre === null
    ? { kind: "positionUnknown", source }
    : { kind: "circle", centre, radius, source };
  return { area, taken };
}

/** `APRX 50KM WID LINE BTN N64 W017 - N60 W010`, `APRX 220KM BY 35KM S15 E073 - S15 E076`. */
function readWideLine(words: Words, i: number): AreaRead | null {
  let at = words.word(i) === "APRX" ? i + 1 : i;
  const length = readLength(words, at);
  if (length === null) return null;
  at += length.taken;
  let width = length.length;
  if (words.word(at) === "BY") {
    const across = readLength(words, at + 1);
    if (across === null) return null;
    width = across.length;
    at += 1 + across.taken;
  } else if (words.at(at, "WID LINE") || words.at(at, "WIDE LINE")) at += 2;
  else return null;
  if (words.word(at) === "BTN") at++;
  const chain = readChain(words, at);
  if (chain === null) return null;
  const taken = at + chain.taken - i;
  const source = words.source(i, taken);
  return chain.points === null
    ? { area: { kind: "positionUnknown", source }, taken }
    : { area: { kind: "line", points: chain.points, width, source }, taken };
}

/** `N OF N54 AND E OF W012`, `NE OF LINE N50 W010 - N55 W005`. */
function readBounded(words: Words, i: number): AreaRead | null {
  const limits: Limit[] = [];
  let at = i;
  let known = true;
  for (;;) {
    const joiner = at > i && words.word(at) === "AND" ? 1 : 0;
    if (at > i && joiner === 0) break;
    const limit = readLimit(words, at + joiner);
    if (limit === null) break;
    if (limit.limit === null) known = false;
    else limits.push(limit.limit);
    at += joiner + limit.taken;
  }
  if (at === i) return null;
  const source = words.source(i, at - i);
  return {
    area: known ? { kind: "bounded", limits, source } : { kind: "positionUnknown", source },
    taken: at - i,
  };
}

function readLimit(
  words: Words,
  i: number,
): { readonly limit: Limit | null; readonly taken: number } | null {
  const side = words.word(i);
  if (!isCompassPoint(side) || words.word(i + 1) !== "OF") return null;
  const isLine = words.word(i + 2) === "LINE";
  const at = i + (isLine ? 3 : 2);
  const chain = readChain(words, at);
  if (chain !== null) {
    return { limit: chain.points && { side, line: chain.points }, taken: at + chain.taken - i };
  }
  const latitude = readLatitude(words, at);
  if (latitude) {
    return {
      limit: latitude.degrees === null ? null : { side, latitude: latitude.degrees },
      taken: at + latitude.taken - i,
    };
  }
  const longitude = readLongitude(words, at);
  if (longitude === null) return null;
  return {
    limit: longitude.degrees === null ? null : { side, longitude: longitude.degrees },
    taken: at + longitude.taken - i,
  };
}

const REGION = /^(?:FIR|UIR|CTA|TMA|FIR\/UIR)$/;

/** `ENTIRE FIR`, `ENTIRE FIR/UIR`, `ENTIRE FIR AND UIR`, `ENTIRE AMSTERDAM FIR`. */
function readEntire(words: Words, i: number): AreaRead | null {
  if (words.word(i) !== "ENTIRE") return null;
  let at = i + 1;
  while (at < i + 5 && !REGION.test(words.word(at))) at++;
  if (!REGION.test(words.word(at))) return null;
  at++;
  if (words.word(at) === "AND" && REGION.test(words.word(at + 1))) at += 2;
  return { area: { kind: "entire", source: words.source(i, at - i) }, taken: at - i };
}

/** A position or outline without any opening word: `N5200 E00536`, `S1500 E07348 - S1530 E07642`, `40NNW ILM`. */
function readBare(words: Words, i: number): AreaRead | null {
  if (/^[A-Z]{3}$/.test(words.word(i))) return null;
  const chain = readChain(words, i);
  return chain && outline(words, i, chain.taken, chain, false);
}

function readOne(words: Words, i: number, centre: Position | null): AreaRead | null {
  return readEntire(words, i) ?? readDistanceFrom(words, i, centre) ?? readOutline(words, i) ??
    readWideLine(words, i) ?? readBounded(words, i) ?? readBare(words, i);
}

/**
 * The area at word `i`, several joined by `AND` or one after another being one; `null` where none begins.
 *
 * @param centre what `TC CENTRE` stands for
 */
export function readArea(words: Words, i: number, centre: Position | null = null): AreaRead | null {
  if (words.at(i, "OVR AREA")) {
    const read = readArea(words, i + 2, centre);
    return read && { area: read.area, taken: read.taken + 2 };
  }
  const first = readOne(words, i, centre);
  if (first === null) return null;
  const areas = [first.area];
  let taken = first.taken;
  for (;;) {
    const joiner = words.word(i + taken) === "AND" ? 1 : 0;
    const at = i + taken + joiner;
    if (joiner === 0 && words.word(at) !== "WI") break;
    const next = readOne(words, at, centre);
    if (next === null) break;
    areas.push(next.area);
    taken += joiner + next.taken;
  }
  return areas.length === 1
    ? first
    : { area: { kind: "several", areas, source: words.source(i, taken) }, taken };
}
