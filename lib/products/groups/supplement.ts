/**
 * Supplementary groups of an observation: wind shear, sea surface, colour states.
 *
 * @module
 */
import type { ColourState, SeaSurface } from "../metar/model.ts";
import {
  DIGIT,
  isSlashes,
  LETTER,
  readDigits,
  SIGN,
  skipDigits,
  SLASH,
  type Tokens,
} from "../scan/mod.ts";
import type { Accumulator } from "./accumulator.ts";
import { BODY, type GroupRow, ORDER, SUPPLEMENT, TREND } from "./row.ts";

/** `R32L`, `RWY32L`, `32L`: the designator, or `null`. */
function runwayOf(word: string): string | null {
  const match = /^(?:RWY|R)?(\d{2}[LCR]{0,2})$/.exec(word);
  return match === null ? null : match[1]!;
}

/** `WS ALL RWY`, `WS R32R`, `WS RWY36`, `WS RWY 36`, `WS TKOF RWY12`, `WS LDG RWY12`. */
function readWindShear(tokens: Tokens, i: number, acc: Accumulator): number {
  if (!tokens.is(i, "WS")) return 0;
  let at = i + 1;
  if (tokens.is(at, "TKOF") || tokens.is(at, "LDG")) at++;
  let runway: string | null = null;
  if (tokens.is(at, "ALL") && tokens.startsWith(at + 1, "RWY")) {
    runway = "all";
    at += 2;
  } else if (tokens.is(at, "RWY")) {
    runway = tokens.is(at + 1, "ALL") ? "all" : runwayOf(tokens.word(at + 1));
    at += 2;
  } else {
    runway = runwayOf(tokens.word(at));
    at++;
  }
  if (runway === null) return 0;
  (acc.windShear ??= []).push({ runway, source: tokens.source(i, at - i) });
  return at - i;
}

/** `W17/S3`, `WM01/S5`, `W16/H9`, `W///S4`. */
function readSea(tokens: Tokens, i: number, acc: Accumulator): number {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  const end = tokens.ends[i]!;
  if (acc.seaSurface !== null) return 0;
  let at = start + 1;
  const below = text.charCodeAt(at) === 77;
  if (below) at++;
  let value: number | null = null;
  const figures = skipDigits(text, at, end);
  if (figures - at === 2) value = readDigits(text, at, figures) * (below ? -1 : 1);
  else if (!(isSlashes(text, at, at + 2) && figures === at)) return 0;
  at += 2;
  if (text.charCodeAt(at) !== 47) return 0;
  const kind = text.charCodeAt(at + 1);
  const rest = at + 2;
  const temperature: SeaSurface["temperature"] = value === null
    ? null
    : { value: value === 0 ? 0 : value, unit: "degC" };
  const source = tokens.source(i);
  if (kind === 83) { // S
    const state = end - rest === 1 ? readDigits(text, rest, end) : -1;
    if (state < 0 && !isSlashes(text, rest, end) && rest !== end) return 0;
    acc.seaSurface = state < 0 ? { temperature, source } : { temperature, state, source };
    return 1;
  }
  if (kind === 72) { // H: decimetres
    const height = end - rest <= 3 ? readDigits(text, rest, end) : -1;
    if (height < 0 && !isSlashes(text, rest, end) && rest !== end) return 0;
    acc.seaSurface = height < 0
      ? { temperature, source }
      : { temperature, waveHeight: { value: height / 10, unit: "m" }, source };
    return 1;
  }
  return 0;
}

const COLOURS = new Set("BLU WHT GRN YLO YLO1 YLO2 AMB RED".split(" "));

/** One colour from its word without `BLACK` and `+`. */
function colourOf(word: string): ColourState["code"] | undefined {
  return COLOURS.has(word) ? word as ColourState["code"] : undefined;
}

/** `BLU`, `BLU+`, `YLO1`, `BLACKWHT`, `BLACK AMB`, `GRN/YLO1`. */
function readColour(tokens: Tokens, i: number, acc: Accumulator): number {
  let word = tokens.word(i);
  let claimed = 1;
  if (word === "///") {
    // Automatic stations of the German forces write this where the colour is not known.
    if (acc.stage < ORDER.pressure) return 0;
    (acc.colourStates ??= []).push({ code: null, black: false, source: tokens.source(i) });
    return 1;
  }
  let black = false;
  if (word.startsWith("BLACK")) {
    black = true;
    word = word.slice(5).replace(/^[+/-]/, "");
    if (word === "") {
      const next = colourOf(tokens.word(i + 1).replace(/\+$/, ""));
      if (next === undefined) {
        (acc.colourStates ??= []).push({ code: null, black, source: tokens.source(i) });
        return 1;
      }
      word = tokens.word(i + 1);
      claimed = 2;
    }
  }
  const pieces = word.split("/").filter((piece) => piece !== "");
  if (pieces.length === 0 || pieces.length > 3) return 0;
  const source = tokens.source(i, claimed);
  const states: ColourState[] = [];
  for (const piece of pieces) {
    const plus = piece.endsWith("+");
    const code = colourOf(plus ? piece.slice(0, -1) : piece);
    if (code === undefined) return 0;
    states.push(plus ? { code, plus: true, black, source } : { code, black, source });
  }
  (acc.colourStates ??= []).push(...states);
  return claimed;
}

export const SUPPLEMENT_ROWS: readonly GroupRow[] = [
  {
    name: "wind shear",
    sections: BODY | SUPPLEMENT,
    order: ORDER.supplement,
    first: "W",
    need: LETTER,
    may: 0,
    minLength: 2,
    maxLength: 2,
    read: readWindShear,
    rule: "WMO-No. 306 FM 15, 15.13.3",
    meaning: "Wind shear in the take-off or approach path below 1,600 ft.",
    example: "WS R32R",
  },
  {
    name: "sea surface",
    sections: BODY | SUPPLEMENT,
    order: ORDER.supplement,
    first: "W",
    need: SLASH | LETTER,
    may: DIGIT,
    minLength: 4,
    maxLength: 9,
    read: readSea,
    rule: "WMO-No. 306 FM 15, 15.13.5, code table 3700",
    meaning:
      "Sea temperature, and state of the sea (S) or significant wave height (H) in decimetres.",
    example: "W17/S3",
  },
  {
    name: "colour state",
    sections: BODY | SUPPLEMENT | TREND,
    order: ORDER.supplement,
    first: "BWGYAR/",
    need: 0,
    may: LETTER | DIGIT | SIGN | SLASH,
    minLength: 3,
    maxLength: 12,
    read: readColour,
    rule: "NATO STANAG 3758 colour states",
    meaning:
      "Visibility and cloud base in one word, BLU best to RED worst; BLACK: closed for another reason.",
    example: "YLO1",
  },
];
