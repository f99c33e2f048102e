/**
 * Reads a centre weather advisory. Never throws; what no rule claims is in `unparsed`.
 *
 * @module
 */
import {
  type HazardDraft,
  instantOf,
  isoOf,
  MAX_WARNING_LENGTH,
  newHazard,
  readGroup,
  readRegions,
  readValidity,
  resolveValidity,
  Words,
  writtenTime,
} from "../hazard/mod.ts";
import { type DecodeContext, DECODER_VERSION, type Issue, receiptOf } from "../product.ts";
import type { Cwa } from "./model.ts";

const KEYWORD = /(?:^|[^A-Z0-9])Z[A-Z]{2}\d?\s+U?CWA\s/;
const HEADING = /^FAU[SC]\d{2}$/;
const UNIT = /^(Z[A-Z]{2})\d?$/;

type Draft = { -readonly [K in keyof Omit<Cwa, "hazard" | "issues">]: Cwa[K] } & {
  issues: Issue[];
  hazard: HazardDraft;
};

/** Whether `raw` looks like a centre weather advisory. */
export function recognisesCwa(raw: string): boolean {
  return KEYWORD.test(raw.slice(0, 200).toUpperCase());
}

/**
 * Decodes a centre weather advisory.
 *
 * @example
 * ```ts
 * import { decodeCwa } from "./decode.ts";
 * import assert from "node:assert/strict";
 * const report = decodeCwa(
 *   "FAUS22 KZMA 051728 ZMA2 CWA 051727 ZMA CWA 201 VALID UNTIL 051830 FROM 30E TRV-20S PBI-30W PBI-30E TRV " +
 *     "AREA TS MOV FROM 22010KT. TOPS TO FL330.",
 * );
 * assert.equal(report.hazard.phenomenon, "thunderstorm");
 * assert.deepEqual(report.unparsed, []);
 * ```
 */
export function decodeCwa(raw: string, context: DecodeContext = {}): Cwa {
  const words = new Words(raw);
  const draft = newDraft(raw);
  const received = receiptOf(context) ?? null;
  let i = readHeader(words, draft);
  const issued = instantOf(draft.writtenAt, received);
  draft.issuedAt = isoOf(issued);
  const reading = { words, issues: draft.issues, reference: issued ?? received };
  while (i < words.count) i += readOne(reading, i, draft, issued);
  draft.unparsed = words.unclaimed();
  complete(draft, raw);
  return draft;
}

type Reading = Parameters<typeof readGroup>[0];

/** Reads what stands at word `i`; the words it takes, at least one. */
function readOne(reading: Reading, i: number, draft: Draft, issued: number | null): number {
  const { words } = reading;
  const validity = draft.validity === null ? readValidity(words, i) : null;
  if (validity !== null) {
    draft.validity = resolveValidity(words, validity, issued, reading.reference);
    words.claim(i, validity.taken);
    return validity.taken;
  }
  if (draft.hazard.area.kind === "notReported" && draft.hazard.regions === null) {
    const read = readRegions(words, i);
    if (read !== null) {
      draft.hazard.regions = read.regions;
      words.claim(i, read.taken);
      return read.taken;
    }
  }
  if (/^(?:CNL|CANCEL|CANCELLED|CANCELED)$/.test(words.word(i))) {
    draft.cancelled = true;
    // `CANCEL ZNY CWA 101`: which one, kept in its words.
    const named = UNIT.test(words.word(i + 1)) && /^U?CWA$/.test(words.word(i + 2)) &&
      /^\d{3}$/.test(words.word(i + 3));
    const taken = named ? 4 : 1;
    if (named) draft.hazard.remarks.push(words.source(i, taken));
    words.claim(i, taken);
    return taken;
  }
  if (words.word(i) === "NNNN" && i === words.count - 1) {
    words.claim(i, 1);
    return 1;
  }
  return Math.max(1, readGroup(reading, i, draft.hazard));
}

/** WMO heading, `ZMA2 CWA 051727`, `ZMA CWA 201`; the index of the first word after them. */
function readHeader(words: Words, draft: Draft): number {
  let i = 0;
  // `ZCZC 123`: how the text began on the wire.
  if (words.word(i) === "ZCZC") i++;
  if (/^\d{3}$/.test(words.word(i))) i++;
  if (HEADING.test(words.word(i))) {
    i += 2;
    const written = writtenTime(words.word(i));
    if (written !== null && written.day !== null) {
      draft.writtenAt = written;
      i++;
    }
    if (/^(?:COR|CC[A-Z])$/.test(words.word(i))) {
      draft.corrected = true;
      i++;
    }
  }
  words.claim(0, i);
  for (let line = 0; line < 3; line++) i += readUnitLine(words, i, draft);
  return i;
}

/** `ZMA2 CWA 051727` gives the time, `ZMA CWA 201` the number. */
function readUnitLine(words: Words, i: number, draft: Draft): number {
  const unit = UNIT.exec(words.word(i));
  const keyword = words.word(i + 1);
  if (unit === null || (keyword !== "CWA" && keyword !== "UCWA")) return 0;
  draft.unit ??= { id: unit[1]!, source: words.source(i) };
  draft.urgent ||= keyword === "UCWA";
  const value = words.word(i + 2);
  const written = /^\d{6}$/.test(value) ? writtenTime(value) : null;
  if (written !== null) draft.writtenAt = written;
  else if (/^\d{3}$/.test(value)) draft.identifier = { text: value, source: words.source(i + 2) };
  const taken = written !== null || /^\d{3}$/.test(value) ? 3 : 2;
  words.claim(i, taken);
  return taken;
}

function newDraft(raw: string): Draft {
  return {
    product: "cwa",
    raw,
    decoderVersion: DECODER_VERSION,
    unit: null,
    identifier: null,
    urgent: false,
    writtenAt: null,
    issuedAt: null,
    validity: null,
    cancelled: false,
    corrected: false,
    hazard: newHazard(),
    valid: true,
    issues: [],
    unparsed: [],
  };
}

function complete(draft: Draft, raw: string): void {
  const missing: [absent: boolean, code: string, message: string][] = [
    [raw.length > MAX_WARNING_LENGTH, "limit.length", "The text is longer than any advisory."],
    [draft.unit === null, "cwa.unit", "The text does not name its weather service unit."],
    [draft.validity === null, "validity.missing", "The text does not say when it is valid."],
  ];
  for (const [absent, code, message] of missing) {
    if (absent) draft.issues.push({ code, severity: "error", message });
  }
  draft.valid = !draft.issues.some(({ severity }) => severity === "error");
}
