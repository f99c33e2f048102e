/**
 * Present and recent weather (FM 15, 15.8 and 15.13.2; code table 4678).
 *
 * @module
 */
import type { WeatherDescriptor, WeatherPhenomenon, WeatherType } from "../metar/model.ts";
import type { Source } from "../product.ts";
import { LETTER, SIGN, SLASH, type Tokens } from "../scan/mod.ts";
import type { Accumulator } from "./accumulator.ts";
import { BODY, ELEMENTS, type GroupRow, ORDER, SUPPLEMENT, TAF_PERIOD, TREND } from "./row.ts";

const RULE = "WMO-No. 306 FM 15, 15.8, code table 4678";

const DESCRIPTORS = "MI BC PR DR BL SH TS FZ".split(" ");
const TYPES = "DZ RA SN SG IC PL GR GS UP BR FG FU VA DU SA HZ PY PO SQ FC SS DS".split(" ");
const NO_TYPES: readonly WeatherType[] = Object.freeze([]) as readonly never[];
const NO_DESCRIPTORS: readonly WeatherDescriptor[] = NO_TYPES as readonly never[];

/** What a code says, apart from where it stands. */
interface Coded {
  readonly intensity: WeatherPhenomenon["intensity"];
  readonly vicinity: boolean;
  readonly descriptors: readonly WeatherDescriptor[];
  readonly types: readonly WeatherType[];
}

/** Two letters as one number, so that pairs need no substring. */
function pair(a: number, b: number): number {
  return (a - 65) * 26 + (b - 65);
}
const PAIRS = new Int8Array(26 * 26);
DESCRIPTORS.forEach((word, n) => {
  PAIRS[pair(word.charCodeAt(0), word.charCodeAt(1))] = -1 - n;
});
TYPES.forEach((word, n) => {
  PAIRS[pair(word.charCodeAt(0), word.charCodeAt(1))] = 1 + n;
});

/** The same few codes come again and again: they are read once. Bounded, since codes are. */
const KNOWN = new Map<string, Coded>();
const KNOWN_LIMIT = 2000;

/**
 * Reads a weather code such as `-SHRA`, `VCTS`, `+TSRAGR`, or `null` where the text is not one: every
 * pair of letters must be a descriptor or a type.
 */
export function readWeatherCode(code: string): Coded | null {
  const known = KNOWN.get(code);
  if (known !== undefined) return known;
  const read = decodeWeather(code);
  if (read !== null && KNOWN.size < KNOWN_LIMIT) KNOWN.set(code, read);
  return read;
}

function decodeWeather(code: string): Coded | null {
  let at = 0;
  let intensity: Coded["intensity"] = "moderate";
  if (code[0] === "-") {
    intensity = "light";
    at = 1;
  } else if (code[0] === "+") {
    intensity = "heavy";
    at = 1;
  }
  const vicinity = code.startsWith("VC", at);
  if (vicinity) at += 2;
  const rest = code.length - at;
  if (rest < 2 || rest % 2 !== 0 || rest > 12) return null;
  const descriptors: WeatherDescriptor[] = [];
  const types: WeatherType[] = [];
  for (; at < code.length; at += 2) {
    const [a, b] = [code.charCodeAt(at), code.charCodeAt(at + 1)];
    if (!(a >= 65 && a <= 90 && b >= 65 && b <= 90)) return null;
    const found = PAIRS[pair(a, b)]!;
    if (found === 0) return null;
    if (found < 0) descriptors.push(DESCRIPTORS[-1 - found] as WeatherDescriptor);
    else types.push(TYPES[found - 1] as WeatherType);
  }
  // A lone descriptor is what is left of a group; automatic stations write `BC` and `SH` so.
  if (types.length === 0 && descriptors.length > 1 && !descriptors.includes("TS")) return null;
  return {
    intensity,
    vicinity,
    descriptors: descriptors.length > 0 ? descriptors : NO_DESCRIPTORS,
    types: types.length > 0 ? types : NO_TYPES,
  };
}

/** The phenomenon of a code at a place in the report; `null` where it is not a weather code. */
export function phenomenonOf(code: string, source: Source): WeatherPhenomenon | null {
  const coded = readWeatherCode(code);
  if (coded === null) return null;
  const { intensity, descriptors, types } = coded;
  return coded.vicinity
    ? { code, intensity, inVicinity: true, descriptors, types, source }
    : { code, intensity, descriptors, types, source };
}

function readPhenomenon(tokens: Tokens, i: number, acc: Accumulator): number {
  const code = tokens.word(i);
  if (code === "VC") return readVicinity(tokens, i, acc);
  const phenomenon = phenomenonOf(code, tokens.source(i));
  if (phenomenon === null) return 0;
  (acc.weather ??= []).push(phenomenon);
  return 1;
}

/** `VC SH` with a blank. */
function readVicinity(tokens: Tokens, i: number, acc: Accumulator): number {
  const source = tokens.source(i, i + 1 < tokens.count ? 2 : 1);
  const phenomenon = phenomenonOf(`VC${tokens.word(i + 1)}`, source);
  if (phenomenon === null) return 0;
  (acc.weather ??= []).push(phenomenon);
  acc.note("repair.blankInGroup", "info", "A blank inside the weather group was skipped.", source);
  return 2;
}

function readNoSignificantWeather(tokens: Tokens, i: number, acc: Accumulator): number {
  if (!tokens.is(i, "NSW")) return 0;
  acc.supersede(acc.weatherStatement);
  acc.weatherStatement = { kind: "noSignificantWeather", source: tokens.source(i) };
  return 1;
}

function readMissing(tokens: Tokens, i: number, acc: Accumulator): number {
  const size = tokens.size(i);
  if (acc.stage > ORDER.cloud || size === 3) return 0;
  if (size === 1 && acc.prevailingVisibility.kind !== "notObservable") return 0;
  // Four slashes are the visibility, unless that is known to be missing already.
  if (size === 4 && acc.prevailingVisibility.kind === "notReported") return 0;
  acc.supersede(acc.weatherStatement);
  acc.weatherStatement = { kind: "notObservable", source: tokens.source(i) };
  return 1;
}

/** `RERA`, `RETSRA`, `RE//`. */
function readRecent(tokens: Tokens, i: number, acc: Accumulator): number {
  if (tokens.code(i, 0) !== 82 || tokens.code(i, 1) !== 69) return 0;
  if (tokens.is(i, "RE//")) {
    acc.supersede(acc.recentWeatherStatement);
    acc.recentWeatherStatement = { kind: "notObservable", source: tokens.source(i) };
    return 1;
  }
  const phenomenon = phenomenonOf(tokens.word(i).slice(2), tokens.source(i));
  if (phenomenon === null) return 0;
  (acc.recentWeather ??= []).push(phenomenon);
  return 1;
}

export const WEATHER_ROWS: readonly GroupRow[] = [
  {
    name: "recent weather",
    sections: BODY | SUPPLEMENT,
    order: ORDER.supplement,
    first: "R",
    need: LETTER,
    may: SLASH | SIGN,
    minLength: 4,
    maxLength: 13,
    read: readRecent,
    rule: "WMO-No. 306 FM 15, 15.13.2",
    meaning:
      "Weather of the past hour that has ended or lessened; two slashes: the station cannot tell.",
    example: "RERASN",
  },
  {
    name: "present weather",
    sections: ELEMENTS,
    order: ORDER.weather,
    first: "+-VMBPDSTFRIGUH",
    need: LETTER,
    may: SIGN,
    minLength: 2,
    maxLength: 14,
    read: readPhenomenon,
    rule: RULE,
    meaning:
      "Intensity (- light, + heavy) or VC (in the vicinity), descriptor, and up to three kinds.",
    example: "-SHRASN",
  },
  {
    name: "no significant weather",
    sections: TREND | TAF_PERIOD | BODY,
    order: ORDER.weather,
    first: "N",
    need: LETTER,
    may: 0,
    minLength: 3,
    maxLength: 3,
    read: readNoSignificantWeather,
    rule: "WMO-No. 306 FM 51, 51.5.3",
    meaning: "The significant weather is forecast to end.",
    example: "NSW",
  },
  {
    name: "missing weather",
    sections: ELEMENTS,
    order: ORDER.weather,
    first: "/",
    need: SLASH,
    may: 0,
    minLength: 1,
    maxLength: 4,
    read: readMissing,
    rule: "WMO-No. 306 FM 15, 15.8.20",
    meaning: "The automatic station cannot observe the present weather.",
    example: "//",
  },
];
