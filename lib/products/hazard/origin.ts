/**
 * Where a hazard comes from: the volcano, the tropical cyclone.
 *
 * @module
 */
import type { Hazard, Phenomenon } from "./model.ts";
import { readPoint } from "./points.ts";
import type { Words } from "./words.ts";

/** An origin, what it is the origin of, and the words it takes. */
export interface OriginRead {
  readonly origin: NonNullable<Hazard["origin"]>;
  readonly phenomenon: Phenomenon;
  readonly taken: number;
}

/** Most words of a name: `MT ST HELENS`, `NEVADO DEL RUIZ`. */
const MAX_NAME = 5;

/** `VA ERUPTION MT SABANCAYA PSN S1547 W07150`, `TC GLORIA PSN N2706 W07306`, `VA ERUPTION PSN …`; `null` else. */
export function readOrigin(words: Words, i: number): OriginRead | null {
  const opening = openingAt(words, i);
  if (opening === null) return null;
  let at = i + opening.words;
  const from = at;
  while (
    at - from < MAX_NAME && /^[A-Z][A-Z'/]*$/.test(words.word(at)) && !ENDS.has(words.word(at))
  ) {
    at++;
    // A hyphen belongs to the name only between two of its words.
    if (words.word(at) === "-" && /^[A-Z]{2,}$/.test(words.word(at + 1))) at++;
  }
  const name = nameOf(words, from, at);
  const point = words.word(at) === "PSN" ? readPoint(words, at + 1) : null;
  if (words.word(at) === "PSN") at += 1 + (point?.taken ?? 0);
  if (name === null && point === null) return null;
  return {
    origin: { name, position: point?.position ?? null, source: words.source(i, at - i) },
    phenomenon: opening.phenomenon,
    taken: at - i,
  };
}

/** Words that no name holds. */
const ENDS = new Set([
  "PSN",
  "OBS",
  "FCST",
  "VA",
  "CB",
  "CENTRE",
  "CENTER",
  "WI",
  "LOC",
  "EXP",
  "CLD",
]);

function openingAt(words: Words, i: number) {
  if (words.at(i, "VA ERUPTION")) return { words: 2, phenomenon: "volcanicAsh" as const };
  if (words.word(i) === "TC" && !words.at(i, "TC CENTRE") && !words.at(i, "TC CENTER")) {
    return { words: 1, phenomenon: "tropicalCyclone" as const };
  }
  return null;
}

/** `MT` in front of a mountain's name says what it is, not what it is called. */
function nameOf(words: Words, from: number, to: number): string | null {
  const start = words.word(from) === "MT" && to - from > 1 ? from + 1 : from;
  return to > start
    ? words.source(start, to - start).text.replace(/\s+/g, " ").toUpperCase()
    : null;
}
