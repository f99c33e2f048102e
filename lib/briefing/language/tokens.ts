/**
 * A sentence cut into what can be checked: numbers with units, instants, codes, words and the ends of clauses.
 *
 * @module
 */

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

/** A piece of a sentence. */
export type Token =
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

/** Length in metres, speed in m/s, pressure in hPa, angle in degrees, duration in minutes. */
const UNITS: Readonly<Record<string, readonly [Dimension, number]>> = {
  "kt": ["speed", 1852 / 3600],
  "knots": ["speed", 1852 / 3600],
  "knot": ["speed", 1852 / 3600],
  "Knoten": ["speed", 1852 / 3600],
  "m/s": ["speed", 1],
  "km/h": ["speed", 1 / 3.6],
  "ft": ["length", 0.3048],
  "feet": ["length", 0.3048],
  "Fuß": ["length", 0.3048],
  "m": ["length", 1],
  "metres": ["length", 1],
  "meters": ["length", 1],
  "Meter": ["length", 1],
  "km": ["length", 1000],
  "SM": ["length", 1609.344],
  "NM": ["length", 1852],
  "in": ["length", 0.0254],
  "inches": ["length", 0.0254],
  "Zoll": ["length", 0.0254],
  "mm": ["length", 0.001],
  "cm": ["length", 0.01],
  "hPa": ["pressure", 1],
  "inHg": ["pressure", 33.8638866667],
  "mmHg": ["pressure", 33.8638866667 / 25.4],
  "°": ["angle", 1],
  "degrees": ["angle", 1],
  "Grad": ["angle", 1],
  "%": ["share", 1],
  "percent": ["share", 1],
  "Prozent": ["share", 1],
  "min": ["duration", 1],
  "minutes": ["duration", 1],
  "Minuten": ["duration", 1],
  "h": ["duration", 60],
};
const NAMES = Object.keys(UNITS).sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll("/", "\\/")).join("|");

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

/** Cuts `text`; `null` where it is too long, empty, or has signs of other things. */
export function tokenise(text: string, language: "en" | "de"): Token[] | null {
  const plain = text.normalize("NFC").replace(/[\u00a0\u2007\u202f]/g, " ").replace(/\s+/g, " ")
    .trim();
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
    tokens.push(token);
  }
  return tokens;
}

type Groups = Readonly<Record<string, string | undefined>>;

function tokenOf(groups: Groups, day: number | null, language: "en" | "de"): Token | null {
  const { time, wholeHour, level, runway, temperature, mixed, fraction, number } = groups;
  if (time) {
    const minutes = Number(groups["hour"]) * 60 + Number(groups["minute"]);
    return { kind: "time", text: time, minutes, day };
  }
  if (wholeHour) {
    return { kind: "time", text: wholeHour, minutes: Number(groups["hourOnly"]) * 60, day };
  }
  if (level) return quantity(level, Number(groups["hundreds"]), "FL", "level", 1, 0);
  if (runway) return { kind: "code", text: `RWY${groups["designator"]}` };
  if (temperature) return temperatureOf(temperature, groups, language);
  if (mixed) {
    const value = Number(groups["whole"]) + Number(groups["over"]) / Number(groups["under"]);
    return quantity(mixed, value, "SM", "length", 1609.344, 0);
  }
  if (fraction) {
    const value = Number(groups["top"]) / Number(groups["bottom"]);
    return quantity(fraction, value, "SM", "length", 1609.344, 0);
  }
  if (number) return numberOf(number, groups["unit"], language);
  if (groups["code"]) return { kind: "code", text: groups["code"] };
  if (groups["word"]) return { kind: "word", text: groups["word"].toLowerCase() };
  if (groups["end"]) return { kind: "end", text: groups["end"] };
  // A sign alone between words: a dash or a slash says nothing.
  return /^[-−/'+%°]$/.test(groups["other"] ?? "") ? { kind: "end", text: "-" } : null;
}

function temperatureOf(text: string, groups: Groups, language: "en" | "de"): Token | null {
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

function numberOf(text: string, unit: string | undefined, language: "en" | "de"): Token | null {
  const parsed = parseNumber(text, language);
  if (parsed === null) return null;
  const [dimension, factor] = unit === undefined ? ["count", 1] as const : UNITS[unit]!;
  return quantity(text, parsed.value, unit ?? "", dimension, factor, parsed.half);
}

function quantity(
  text: string,
  written: number,
  unit: string,
  dimension: Dimension,
  factor: number,
  half: number,
): Token {
  const canonical = CANONICAL[unit] ?? unit;
  return {
    kind: "number",
    text,
    value: written * factor,
    dimension,
    unit: canonical,
    written,
    half: half * factor,
  };
}

/** Two names of one unit are the same unit. */
const CANONICAL: Readonly<Record<string, string>> = {
  "knots": "kt",
  "knot": "kt",
  "Knoten": "kt",
  "feet": "ft",
  "Fuß": "ft",
  "metres": "m",
  "meters": "m",
  "Meter": "m",
  "inches": "in",
  "Zoll": "in",
  "degrees": "°",
  "Grad": "°",
  "percent": "%",
  "Prozent": "%",
  "minutes": "min",
  "Minuten": "min",
};

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
