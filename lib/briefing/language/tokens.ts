/**
 * A sentence cut into what can be checked: numbers with units, instants, codes, words and the ends of clauses.
 *
 * @module
 */

import { toDistance, toPressure, toSpeed, type Unit } from "../../units/mod.ts";

/** Dimensions in which numbers are compared. */
export type Dimension =
  | "speed"
  | "length"
  | "pressure"
  | "temperature"
  | "angle"
  | "share"
  | "duration"
  | "level"
  | "count";

/** A piece of a sentence, with its place in the sentence as `plainOf` gives it: UTF-16 units, end exclusive. */
export type Token = Piece & { readonly start: number; readonly end: number };

type Piece =
  | {
    readonly kind: "number";
    readonly text: string;
    /** In the base unit of its dimension. */
    readonly value: number;
    readonly dimension: Dimension;
    /** As written: two numbers with the same unit must be equal. */
    readonly unit: string;
    readonly written: number;
    /** Half of the last place that was written, in the base unit. */
    readonly half: number;
  }
  /** Minutes of the day; the day of the month where it is written, else `null`. */
  | {
    readonly kind: "time";
    readonly text: string;
    readonly minutes: number;
    readonly day: number | null;
  }
  /** Two capital letters or more: a station, a category, TEMPO, CB. */
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "end"; readonly text: string };

/** Longest sentence that is looked at. */
export const MAX_SENTENCE = 700;

/** What sentences about weather are written with; all else is a refusal. */
const SIGNS = /^[A-Za-zÄÖÜäöüß0-9 .,;:()/%°'+\-–−]*$/;

/** Units by the names that sentences use. */
const UNITS: Readonly<Record<string, Unit>> = {
  "kt": "kt",
  "knots": "kt",
  "knot": "kt",
  "Knoten": "kt",
  "m/s": "m/s",
  "km/h": "km/h",
  "ft": "ft",
  "feet": "ft",
  "Fuß": "ft",
  "m": "m",
  "metres": "m",
  "meters": "m",
  "Meter": "m",
  "km": "km",
  "SM": "SM",
  "NM": "NM",
  "in": "in",
  "inches": "in",
  "Zoll": "in",
  "mm": "mm",
  "cm": "cm",
  "hPa": "hPa",
  "inHg": "inHg",
  "mmHg": "mmHg",
  "°": "deg",
  "degrees": "deg",
  "Grad": "deg",
  "%": "percent",
  "percent": "percent",
  "Prozent": "percent",
  "min": "min",
  "minutes": "min",
  "Minuten": "min",
  "h": "h",
};
const NAMES = Object.keys(UNITS).sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll("/", "\\/")).join("|");

/** Dimension of a unit, and a value of it in the base unit: metres, m/s, hPa, degrees, minutes. */
function inBase(value: number, unit: Unit | "FL" | ""): readonly [Dimension, number] {
  switch (unit) {
    case "kt":
    case "m/s":
    case "km/h":
      return ["speed", toSpeed({ value, unit }, "m/s")];
    case "m":
    case "km":
    case "SM":
    case "NM":
    case "ft":
      return ["length", toDistance({ value, unit }, "m")];
    case "in":
      return ["length", value * 0.0254];
    case "mm":
      return ["length", value / 1000];
    case "cm":
      return ["length", value / 100];
    case "hPa":
    case "inHg":
    case "mmHg":
      return ["pressure", toPressure({ value, unit }, "hPa")];
    case "deg":
      return ["angle", value];
    case "percent":
      return ["share", value];
    case "min":
      return ["duration", value];
    case "h":
      return ["duration", value * 60];
    case "FL":
      return ["level", value];
    default:
      return ["count", value];
  }
}

// Each alternative is anchored and bounded; none can be read in two ways.
const NUMBER = "[-−]?\\d{1,3}(?:[.,]\\d{3})*(?:[.,]\\d{1,2})?|[-−]?\\d{1,6}(?:[.,]\\d{1,2})?";
const TOKEN = new RegExp(
  [
    "(?<day>(?:day|Tag|the) (?<dayNumber>\\d{1,2})(?:th|st|nd|rd|\\.)?,? (?:at |um )?(?=\\d{2}:?\\d{2} ?(?:Z|UTC)))",
    "(?<time>(?<hour>[0-2]\\d):?(?<minute>[0-5]\\d) ?(?:Z|UTC)\\b)",
    "(?<wholeHour>(?<hourOnly>[0-2]?\\d) ?(?:Z|UTC)\\b)",
    "(?<level>FL ?(?<hundreds>\\d{2,3})\\b)",
    "(?<runway>(?:runway|Piste|Bahn) (?<designator>\\d{2}[LRC]?)\\b)",
    "(?<temperature>(?<degrees>(?:minus |[-−])?\\d{1,3}(?:[.,]\\d)?) ?°? ?(?<scale>[CF])\\b)",
    `(?<mixed>(?<whole>\\d{1,2}) (?<over>\\d{1,2})\\/(?<under>\\d{1,2})) ?(?<mixedUnit>SM)`,
    `(?<fraction>(?<top>\\d{1,2})\\/(?<bottom>\\d{1,2})) ?(?<fractionUnit>SM)`,
    `(?<number>${NUMBER})(?: ?(?<unit>${NAMES})(?![A-Za-zÄÖÜäöüß]))?(?![\\d])`,
    "(?<code>[A-Z][A-Z0-9]*[A-Z0-9](?:\\/[A-Z0-9]+)?(?![a-zäöüß]))",
    "(?<word>[A-Za-zÄÖÜäöüß]+(?:['-][A-Za-zÄÖÜäöüß]+)*)",
    "(?<end>[;:().,]|–)",
    "(?<other>[^\\s])",
  ].join("|"),
  "gy",
);

/** A sentence as it is read and shown: composed characters, single blanks. */
export function plainOf(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Cuts `text`; `null` where it is too long, empty, or has signs of other things. */
export function tokenise(text: string, language: "en" | "de"): Token[] | null {
  const plain = plainOf(text);
  if (plain === "" || plain.length > MAX_SENTENCE || !SIGNS.test(plain)) return null;
  const tokens: Token[] = [];
  let day: number | null = null;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < plain.length; at = TOKEN.lastIndex) {
    if (plain[at] === " ") {
      TOKEN.lastIndex = at + 1;
      continue;
    }
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(plain)?.groups;
    if (groups === undefined) return null;
    if (groups["day"]) {
      day = Number(groups["dayNumber"]);
      continue;
    }
    const token = tokenOf(groups, day, language);
    if (token === null) return null;
    day = null;
    tokens.push({ ...token, start: at, end: TOKEN.lastIndex });
  }
  return tokens;
}

type Groups = Readonly<Record<string, string | undefined>>;

function tokenOf(groups: Groups, day: number | null, language: "en" | "de"): Piece | null {
  const { time, wholeHour, level, runway, temperature, mixed, fraction, number } = groups;
  if (time) {
    const minutes = Number(groups["hour"]) * 60 + Number(groups["minute"]);
    return { kind: "time", text: time, minutes, day };
  }
  if (wholeHour) {
    return { kind: "time", text: wholeHour, minutes: Number(groups["hourOnly"]) * 60, day };
  }
  if (level) return quantity(level, Number(groups["hundreds"]), "FL", 0);
  if (runway) return { kind: "code", text: `RWY${groups["designator"]}` };
  if (temperature) return temperatureOf(temperature, groups, language);
  if (mixed) {
    const value = Number(groups["whole"]) + Number(groups["over"]) / Number(groups["under"]);
    return quantity(mixed, value, "SM", 0);
  }
  if (fraction) {
    const value = Number(groups["top"]) / Number(groups["bottom"]);
    return quantity(fraction, value, "SM", 0);
  }
  if (number) return numberOf(number, groups["unit"], language);
  if (groups["code"]) return { kind: "code", text: groups["code"] };
  if (groups["word"]) return { kind: "word", text: groups["word"].toLowerCase() };
  if (groups["end"]) return { kind: "end", text: groups["end"] };
  // A sign alone between words: a dash or a slash says nothing.
  return /^[-−/'+%°]$/.test(groups["other"] ?? "") ? { kind: "end", text: "-" } : null;
}

function temperatureOf(text: string, groups: Groups, language: "en" | "de"): Piece | null {
  const parsed = parseNumber(groups["degrees"]!.replace(/^minus /, "-"), language);
  if (parsed === null) return null;
  const celsius = groups["scale"] === "C";
  const value = celsius ? parsed.value : (parsed.value - 32) / 1.8;
  const half = celsius ? parsed.half : Math.max(parsed.half, 0.5) / 1.8;
  return {
    kind: "number",
    text,
    value,
    dimension: "temperature",
    unit: `°${groups["scale"]}`,
    written: parsed.value,
    half,
  };
}

function numberOf(text: string, unit: string | undefined, language: "en" | "de"): Piece | null {
  const parsed = parseNumber(text, language);
  if (parsed === null) return null;
  return quantity(text, parsed.value, unit === undefined ? "" : UNITS[unit]!, parsed.half);
}

function quantity(text: string, written: number, unit: Unit | "FL" | "", half: number): Piece {
  const [dimension, value] = inBase(written, unit);
  const [, halfInBase] = inBase(half, unit);
  return { kind: "number", text, value, dimension, unit, written, half: halfInBase };
}

/** `2,500`, `29.92`, `−4`; in German `2.500`, `29,92`. `half`: of the last place that is not zero. */
function parseNumber(
  text: string,
  language: "en" | "de",
): { readonly value: number; readonly half: number } | null {
  const [thousands, mark] = language === "de" ? [".", ","] : [",", "."];
  const sign = /^[-−]/.test(text) ? -1 : 1;
  const digits = text.replace(/^[-−]/, "");
  const [whole = "", decimals = "", more] = digits.split(mark);
  if (more !== undefined) return null;
  if (whole.includes(thousands) && !/^\d{1,3}(?:[.,]\d{3})+$/.test(whole)) return null;
  const plain = whole.replaceAll(thousands, "");
  const value = sign * Number(decimals === "" ? plain : `${plain}.${decimals}`);
  if (!Number.isFinite(value)) return null;
  const zeros = decimals === "" ? /0*$/.exec(plain)![0].length : -decimals.length;
  return { value, half: 10 ** Math.min(zeros, plain.length - 1) / 2 };
}
