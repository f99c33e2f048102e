/**
 * Cloud and vertical visibility (FM 15, 15.9).
 *
 * @module
 */
import type { Cloud, CloudAmount, CloudLayer } from "../metar/model.ts";
import { DIGIT, isDigit, isSlashes, LETTER, readDigits, SLASH, type Tokens } from "../scan/mod.ts";
import type { Accumulator } from "./accumulator.ts";
import { ELEMENTS, type GroupRow, ORDER } from "./row.ts";
import { looksLikeTemperature } from "./temperature.ts";

const RULE = "WMO-No. 306 FM 15, 15.9; FMH-1 12.6.9";

type CloudType = NonNullable<CloudLayer["type"]>;
const TYPES = new Set<string>("CB TCU CI CC CS AC AS NS SC ST CU ACC".split(" "));

function amountAt(text: string, start: number): CloudAmount | "notObservable" | null {
  switch (text.charCodeAt(start)) {
    case 70:
      return text.startsWith("FEW", start) ? "FEW" : null;
    case 83:
      return text.startsWith("SCT", start) ? "SCT" : null;
    case 66:
      return text.startsWith("BKN", start) ? "BKN" : null;
    case 79:
      return text.startsWith("OVC", start) ? "OVC" : null;
    case 47:
      return text.startsWith("///", start) ? "notObservable" : null;
    default:
      return null;
  }
}

/** The type after the height; `undefined` where there is none, `null` where the suffix is not one. */
function typeOf(suffix: string): CloudType | undefined | null {
  if (suffix === "") return undefined;
  if (/^\/{1,3}$/.test(suffix)) return "notObservable";
  const word = suffix.startsWith("///") ? suffix.slice(3) : suffix;
  if (TYPES.has(word)) return word as CloudType;
  // `TCU/CB`, `CB/N`, `CB///`: the more dangerous type counts; a place is not a type.
  const parts = word.split("/").filter((part) => part !== "");
  if (!parts.every((part) => TYPES.has(part) || /^[NSEW]{1,3}$/.test(part))) return null;
  if (parts.includes("CB")) return "CB";
  return parts.find((part) => TYPES.has(part)) as CloudType | undefined ?? null;
}

function readLayer(tokens: Tokens, i: number, acc: Accumulator): number {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  const end = tokens.ends[i]!;
  const amount = amountAt(text, start);
  if (amount === null || tokens.shapes[i] === SLASH) return 0;
  let at = start + 3;
  let heightFt = -1;
  let figures = 0;
  while (at < end && isDigit(text.charCodeAt(at))) {
    at++;
    figures++;
  }
  if (figures === 3) heightFt = readDigits(text, start + 3, at) * 100;
  else if (figures === 0) {
    if (text.startsWith("///", at) && at + 3 <= end) at += 3;
    else if (at === end || amount === "notObservable" && end - at > 0) {
      // `///CB`; but `///` alone says nothing of clouds, and `FEW` alone has no height.
      if (amount === "notObservable" && at === end) return 0;
    } else if (isSlashes(text, at, end)) at = end; // `BKN//`
  } else if (amount === "notObservable") return 0;
  if (amount === "notObservable" && figures === 0 && at === end) return 0;
  let type = at === end ? undefined : typeOf(text.slice(at, end));
  if (type === null) return 0;
  let claimed = 1;
  // `SCT 015`, `SCT 015CB`: a blank before the height.
  const apart = figures === 0 && at === end && amount !== "notObservable" && end - start === 3
    ? /^(\d{3})(CB|TCU)?$/.exec(tokens.word(i + 1))
    : null;
  if (apart !== null) {
    heightFt = Number(apart[1]) * 100;
    figures = 3;
    type = apart[2] as CloudType | undefined;
    claimed = 2;
    acc.note(
      "repair.blankInGroup",
      "info",
      "A blank before the height of the cloud was skipped.",
      tokens.source(i, 2),
    );
  }
  if (claimed === 1 && type === undefined && (tokens.is(i + 1, "CB") || tokens.is(i + 1, "TCU"))) {
    type = tokens.word(i + 1) as CloudType;
    claimed = 2;
    acc.note(
      "repair.blankInGroup",
      "info",
      "A blank before the type of the cloud was skipped.",
      tokens.source(i, 2),
    );
  }
  const source = tokens.source(i, claimed);
  if (figures !== 3 && figures !== 0) {
    acc.note(
      "damaged.cloudHeight",
      "warning",
      "The height of the cloud has not three figures and is not known.",
      source,
    );
  }
  const heightAgl = heightFt < 0 ? null : { value: heightFt, unit: "ft" as const };
  (acc.layers ??= []).push(
    type === undefined ? { amount, heightAgl, source } : { amount, heightAgl, type, source },
  );
  return claimed;
}

function readClear(tokens: Tokens, i: number, acc: Accumulator): number {
  const code = tokens.word(i) as Extract<Cloud, { kind: "clear" }>["code"];
  if (code !== "CLR" && code !== "SKC" && code !== "NSC" && code !== "NCD") return 0;
  if (acc.cloudStatement.kind === "clear") acc.supersede({ kind: code, source: tokens.source(i) });
  else {
    acc.supersede(acc.cloudStatement);
    acc.cloudStatement = { kind: "clear", code, source: tokens.source(i) };
  }
  return 1;
}

/** `//////` or `/////////`. */
function readMissing(tokens: Tokens, i: number, acc: Accumulator): number {
  const size = tokens.size(i);
  const missingLayer = size === 3 || (size === 5 && looksLikeTemperature(tokens, i + 1));
  if (size < 6 && (!missingLayer || acc.stage >= ORDER.cloud || acc.stage < ORDER.visibility)) {
    return 0;
  }
  if (acc.stage > ORDER.cloud && acc.cloudStatement.kind !== "notReported") return 0;
  const source = tokens.source(i);
  if (acc.cloudStatement.kind === "clear") {
    acc.note(
      "order.cloudBesideClear",
      "warning",
      "A clear sky was stated, and cloud said to be not observable.",
      source,
    );
    return 1;
  }
  if (acc.layers !== null) {
    acc.layers.push({ amount: "notObservable", heightAgl: null, source });
    return 1;
  }
  if (acc.cloudStatement.kind === "notReported") {
    acc.cloudStatement = { kind: "notObservable", source };
  } else {
    acc.layers = [{ amount: "notObservable", heightAgl: null, source }];
  }
  return 1;
}

function readVertical(tokens: Tokens, i: number, acc: Accumulator): number {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  const end = tokens.ends[i]!;
  if (text.charCodeAt(start + 1) !== 86 || acc.verticalVisibility.kind === "value") return 0;
  if (isSlashes(text, start + 2, end) && end - start >= 4) {
    acc.supersede(acc.verticalVisibility);
    acc.verticalVisibility = { kind: "notObservable", source: tokens.source(i) };
    return 1;
  }
  const value = readDigits(text, start + 2, end);
  if (value < 0 || end - start !== 5) return 0;
  acc.supersede(acc.verticalVisibility);
  acc.verticalVisibility = {
    kind: "value",
    value: value * 100,
    unit: "ft",
    source: tokens.source(i),
  };
  return 1;
}

export const CLOUD_ROWS: readonly GroupRow[] = [
  {
    name: "cloud layer",
    sections: ELEMENTS,
    order: ORDER.cloud,
    first: "FSBO/",
    need: 0,
    may: LETTER | DIGIT | SLASH,
    minLength: 3,
    maxLength: 16,
    read: readLayer,
    rule: RULE,
    meaning:
      "Amount (FEW 1-2, SCT 3-4, BKN 5-7, OVC 8 eighths), base above the aerodrome in hundreds of feet, type (CB, TCU); /// not observable.",
    example: "BKN025CB",
  },
  {
    name: "clear sky",
    sections: ELEMENTS,
    order: ORDER.cloud,
    first: "CSN",
    need: LETTER,
    may: 0,
    minLength: 3,
    maxLength: 3,
    read: readClear,
    rule: RULE,
    meaning:
      "SKC sky clear; CLR no cloud seen by the automatic station (below 12,000 ft); NSC no significant cloud; NCD no cloud detected.",
    example: "NCD",
  },
  {
    name: "missing cloud",
    sections: ELEMENTS,
    order: ORDER.cloud,
    first: "/",
    need: SLASH,
    may: 0,
    minLength: 3,
    maxLength: 12,
    read: readMissing,
    rule: RULE,
    meaning: "The cloud was not observed: neither clear nor cloudy.",
    example: "//////",
  },
  {
    name: "vertical visibility",
    sections: ELEMENTS,
    order: ORDER.cloud,
    first: "V",
    need: LETTER,
    may: DIGIT | SLASH,
    minLength: 4,
    maxLength: 6,
    read: readVertical,
    rule: "WMO-No. 306 FM 15, 15.9.2",
    meaning: "The sky is obscured; vertical visibility in hundreds of feet, /// unknown.",
    example: "VV003",
  },
];
