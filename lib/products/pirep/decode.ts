/**
 * Reads a pilot report. Never throws; what no rule claims is in `unparsed`.
 *
 * @module
 */
import { phenomenonOf } from "../groups/mod.ts";
import { type DecodeContext, receiptOf, type Source } from "../product.ts";
import { readAirep } from "./airep.ts";
import { finish, newDraft, type PirepDraft } from "./draft.ts";
import type { Pirep, PirepTurbulence } from "./model.ts";
import { NO_BAND } from "./heights.ts";
import { readIcing, readTurbulence } from "./phenomena.ts";
import { readPlace } from "./place.ts";
import { readSky } from "./sky.ts";
import { readFlightVisibility, readLevel, readTemperature, readTime, readWind } from "./values.ts";
import { asWritten, inCapitals } from "./small_letters.ts";
import { type Field, fieldsOf, MAX_LENGTH, span, wordsOf } from "./words.ts";

const UNKNOWN = /^UNKN?$/;
/** An AIREP without its keyword: call sign, then a position in degrees and minutes. */
const BARE_AIREP = /^\s*[A-Z0-9]{2,8}\s+\d{2,4}[NS]\s?\d{3,5}[EW]\s+\d{4}\s+F\d{3}\b/;
/** What frames a bulletin may stand before it. */
const AIREP = /^[^A-Z0-9]{0,20}(?:ARP|AIREP)\s/;
const PIREP_TYPE = /(?:^|\s)(UUA|UA)(?=\s|\/)/;

/** Whether `raw` looks like a pilot report. */
export function recognisesPirep(raw: string): boolean {
  const head = raw.slice(0, 200).toUpperCase();
  return AIREP.test(head) || BARE_AIREP.test(head) ||
    (PIREP_TYPE.test(head) && /\/(?:OV|TM|FL|TP)/.test(head));
}

function recognisesAsWritten(raw: string): boolean {
  return AIREP.test(raw) || PIREP_TYPE.test(raw.slice(0, 200));
}

/**
 * Decodes a PIREP or AIREP.
 *
 * @example
 * ```ts
 * import { decodePirep } from "./decode.ts";
 * import assert from "node:assert/strict";
 * const report = decodePirep("FSD UA /OV FSD360050/TM 0219/FL340/TP E170/TB OCNL LGT CHOP");
 * assert.equal(report.turbulence[0]?.intensity, "light");
 * assert.deepEqual(report.unparsed, []);
 * ```
 */
export function decodePirep(raw: string, context: DecodeContext = {}): Pirep {
  // In small letters none of its keywords stands there: it is read in capitals and shown as written.
  const small = !recognisesAsWritten(raw) && recognisesPirep(raw);
  return small
    ? asWritten(decodeCapitals(inCapitals(raw), context), raw)
    : decodeCapitals(raw, context);
}

function decodeCapitals(raw: string, context: DecodeContext): Pirep {
  const end = Math.min(raw.length, MAX_LENGTH);
  const isAirep = AIREP.test(raw) || (!PIREP_TYPE.test(raw.slice(0, end)) && BARE_AIREP.test(raw));
  const draft = newDraft(raw, isAirep ? "AIREP" : "PIREP");
  if (raw.length > end) noteCut(draft, end);
  const words = wordsOf(raw, 0, end);
  if (isAirep) {
    const keyword = words[0]?.text === "ARP" || words[0]?.text === "AIREP";
    readAirep(draft, keyword ? words.slice(1) : words);
    return finish(draft, null, receiptOf(context));
  }
  const fields = fieldsOf(raw, 0, end);
  const type = readHeader(draft, wordsOf(raw, 0, fields[0]?.opening.start ?? end));
  for (const field of fields) readField(draft, field);
  return finish(draft, type?.text === "UUA" ? type : null, receiptOf(context));
}

function noteCut(draft: PirepDraft, end: number): void {
  const source = { text: draft.raw.slice(end), start: end, end: draft.raw.length };
  draft.unparsed.push(source);
  draft.issues.push({
    code: "length.cut",
    severity: "error",
    message: `Only the first ${MAX_LENGTH} characters were read.`,
    source,
  });
}

/** Station and type; gives the type's source. */
function readHeader(draft: PirepDraft, words: readonly Source[]): Source | null {
  let type: Source | null = null;
  const heading = headingIn(draft, words);
  for (const word of words) {
    if (heading !== null && word.start >= heading.start && word.end <= heading.end) continue;
    if (type === null && (word.text === "UA" || word.text === "UUA")) type = word;
    else if (type === null && draft.station === null && /^[A-Z][A-Z0-9]{1,3}$/.test(word.text)) {
      draft.station = { id: word.text, source: word };
    } else draft.unparsed.push(word);
  }
  return type;
}

/** `255 UACN01 CYQX 211022`: the heading of a bulletin, with its transmission number, and nothing of the report. */
function headingIn(draft: PirepDraft, words: readonly Source[]): Source | null {
  const at = words.findIndex(({ text }, i) =>
    /^U[A-Z]{3}\d{2}$/.test(text) && /^[A-Z]{4}$/.test(words[i + 1]?.text ?? "")
  );
  if (at < 0) return null;
  const last = /^\d{6}$/.test(words[at + 2]?.text ?? "") ? at + 2 : at + 1;
  const first = /^\d{3}$/.test(words[at - 1]?.text ?? "") ? at - 1 : at;
  draft.heading = span(draft.raw, words[first]!, words[last]!);
  return draft.heading;
}

function readField(draft: PirepDraft, field: Field): void {
  const { words } = field;
  const unclaimed = (word: Source) => draft.unparsed.push(word);
  /** Hands the first word to `read`; a word it refuses is kept as not understood. */
  const first = <T>(
    read: (word: Source) => T | null,
  ): T | { kind: "notUnderstood"; source: Source } | null => {
    const word = words[0];
    if (word === undefined) return null;
    words.slice(1).forEach(unclaimed);
    const value = read(word);
    if (value === null) unclaimed(word);
    return value ?? { kind: "notUnderstood", source: word };
  };
  switch (field.name) {
    case "OV":
      return readOver(draft, words);
    case "TM":
      draft.observedTime = readTime(words[0]);
      if (draft.observedTime === null) words.forEach(unclaimed);
      else words.slice(1).forEach(unclaimed);
      return;
    case "FL":
      draft.level = first(readLevel) ?? draft.level;
      return;
    case "TP":
      if (words.length > 0) {
        const source = span(draft.raw, words[0]!, words.at(-1)!);
        draft.aircraftType = { text: source.text, source };
      }
      return;
    case "SK":
      draft.sky = readSky(draft.raw, words, unclaimed);
      return;
    case "WX":
      return readWeather(draft, words);
    case "TA":
      draft.airTemperature =
        first((word) =>
          UNKNOWN.test(word.text)
            ? { kind: "notObservable" as const, source: word }
            : readTemperature(word)
        ) ?? draft.airTemperature;
      return;
    case "WV":
      draft.wind =
        first((word) =>
          UNKNOWN.test(word.text)
            ? { kind: "notObservable" as const, source: word }
            : readWind(word)
        ) ?? draft.wind;
      return;
    case "TB":
      draft.turbulence = readTurbulence(draft.raw, words, unclaimed);
      return;
    case "IC":
      draft.icing = readIcing(draft.raw, words, unclaimed);
      return;
    case "RM":
      if (words.length > 0) {
        const source = span(draft.raw, words[0]!, words.at(-1)!);
        draft.remarks = { text: source.text, source };
        draft.turbulence = [...draft.turbulence, ...readShear(words)];
      }
      return;
    default:
      field.name satisfies never;
  }
}

/** Low-level wind shear is commonly told in the remarks: `LLWS +15KT SHORT FINAL`. */
function readShear(words: readonly Source[]): PirepTurbulence[] {
  return words.filter((word) => word.text === "LLWS").slice(0, 1).map((source) => ({
    intensity: null,
    type: "lowLevelWindShear",
    ...NO_BAND,
    source,
  }));
}

function readOver(draft: PirepDraft, words: readonly Source[]): void {
  const place = readPlace(draft.raw, words);
  if (place === null) {
    if (words.length > 0) {
      draft.place = { kind: "notUnderstood", source: span(draft.raw, words[0]!, words.at(-1)!) };
      draft.unparsed.push(...words);
    }
    return;
  }
  draft.place = place.place;
  draft.unparsed.push(...words.slice(place.taken));
}

function readWeather(draft: PirepDraft, words: readonly Source[]): void {
  const phenomena = [];
  for (const word of words) {
    const visibility = readFlightVisibility(word);
    const phenomenon = visibility === null ? phenomenonOf(word.text, word) : null;
    if (visibility !== null) draft.flightVisibility = visibility;
    else if (phenomenon !== null) phenomena.push(phenomenon);
    else draft.unparsed.push(word);
  }
  draft.weather = phenomena;
}
