/**
 * Reads a volcanic ash advisory. Never throws; what no rule claims is in `unparsed`.
 *
 * @module
 */
import { quantity } from "../../units/mod.ts";
import {
  type AdvisoryDraft,
  advisoryTimeOf,
  type Field,
  finishAdvisory,
  instantOf,
  isoOf,
  readAdvisoryHead,
  readPoint,
  textOf,
  unreadable,
  Words,
} from "../hazard/mod.ts";
import { type DecodeContext, DECODER_VERSION } from "../product.ts";
import { readPhase } from "./clouds.ts";
import type { AshPhase, VaAdvisory, Volcano } from "./model.ts";
import { VA_TABLE, type VaField } from "./table.ts";

const TITLE = /(?:^|[^A-Z0-9])(?:VA|VOLCANIC ASH) ADVISORY(?=\s|$)/i;
const LABELS = /(?:^|\s)VAAC\s{0,20}:/i;

/** Whether `raw` looks like a volcanic ash advisory. */
export function recognisesVaAdvisory(raw: string): boolean {
  const head = raw.slice(0, 600);
  return TITLE.test(head.slice(0, 300).replace(/\s+/g, " ")) && LABELS.test(head);
}

type Draft = AdvisoryDraft<VaAdvisory>;

/**
 * Decodes a volcanic ash advisory.
 *
 * @example
 * ```ts
 * import { decodeVaAdvisory } from "./decode.ts";
 * import assert from "node:assert/strict";
 * const report = decodeVaAdvisory(
 *   "VA ADVISORY DTG: 20080923/0130Z VAAC: TOKYO VOLCANO: KARYMSKY 300130 PSN: N5403 E15927 AREA: RUSSIA " +
 *     "SOURCE ELEV: 1536M AMSL ADVISORY NR: 2008/4 INFO SOURCE: MTSAT-1R ERUPTION DETAILS: ERUPTION AT 20080923/0000Z " +
 *     "OBS VA DTG: 23/0100Z OBS VA CLD: SFC/FL200 N5130 E16130 - N5130 E16230 - N5230 E16230 MOV SE 15KT " +
 *     "FCST VA CLD +6 HR: 23/0700Z NO VA EXP RMK: NIL NXT ADVISORY: 20080923/0730Z=",
 * );
 * assert.equal(report.volcano?.name, "KARYMSKY");
 * assert.equal(report.phases[0]?.clouds[0]?.area.kind, "polygon");
 * assert.equal(report.phases[1]?.state, "noneExpected");
 * assert.deepEqual(report.unparsed, []);
 * ```
 */
export function decodeVaAdvisory(raw: string, context: DecodeContext = {}): VaAdvisory {
  const draft = newDraft(raw);
  const { fields, issued } = readAdvisoryHead(draft, "VA ADVISORY", VA_TABLE, context);
  for (const field of fields) readField(draft, field, fields, issued);
  checkPhases(draft);
  finishAdvisory(draft);
  return draft;
}

function newDraft(raw: string): Draft {
  return {
    product: "vaAdvisory",
    raw,
    decoderVersion: DECODER_VERSION,
    heading: null,
    preamble: null,
    issuedAt: null,
    status: "operational",
    centre: null,
    number: null,
    volcano: null,
    position: null,
    region: null,
    elevation: null,
    informationSource: null,
    colourCode: null,
    eruptionDetails: null,
    phases: [],
    remarks: null,
    nextAdvisory: null,
    valid: true,
    issues: [],
    unparsed: [],
  };
}

function readField(
  draft: Draft,
  field: Field<VaField>,
  fields: readonly Field<VaField>[],
  issued: number | null,
): void {
  switch (field.name) {
    case "volcano":
      draft.volcano = volcanoOf(field);
      if (draft.volcano === null) unreadable(draft, field);
      return;
    case "position":
      return readPosition(draft, field);
    case "region":
      draft.region = textOf(field);
      return;
    case "elevation":
      return readElevation(draft, field);
    case "informationSource":
      draft.informationSource = textOf(field);
      return;
    case "colourCode":
      return readColour(draft, field);
    case "eruptionDetails":
      draft.eruptionDetails = textOf(field);
      return;
    case "observedTime":
    case "estimatedTime":
      if (textOf(field) !== null && timeIn(field) === null) unreadable(draft, field);
      return;
    case "observedCloud":
      return readClouds(draft, field, fields.find(({ name }) => name === "observedTime"), issued);
    case "estimatedCloud":
      return readClouds(draft, field, fields.find(({ name }) => name === "estimatedTime"), issued);
    case "forecastCloud":
      return readClouds(draft, field, undefined, issued);
  }
}

/** `KARYMSKY 300130`, `KARYMSKY 1000-13`, `SANTA MARIA 342030`, `UNKNOWN`. */
function volcanoOf({ value }: Field): Volcano | null {
  const words = value.text.toUpperCase().split(/\s+/);
  const last = (words.at(-1) ?? "").replace(/^[[(]|[\])=]$/g, "");
  const number = /^(?:\d{6}|\d{4}-\d{2,3})$/.test(last) ? last : null;
  const name = (number === null ? words : words.slice(0, -1)).join(" ");
  if (name === "" && number === null) return null;
  const known = name !== "" && name !== "UNKNOWN" && name !== "UNNAMED";
  return { name: known ? name : null, number, source: value };
}

function readPosition(draft: Draft, field: Field): void {
  const { value } = field;
  if (textOf(field) === null || /^(?:UNKNOWN|UNNAMED)$/i.test(value.text)) {
    draft.position = { position: null, source: value };
    return;
  }
  const words = new Words(draft.raw, value.end, value.start);
  const point = readPoint(words, 0);
  if (point === null || point.position === null || point.taken < words.count) {
    unreadable(draft, field);
  }
  if (point !== null) draft.position = { position: point.position, source: value };
}

/** `1536M`, `1536 M AMSL`, `11286 FT (3440 M)`, `SFC`, `UNKNOWN`. */
function readElevation(draft: Draft, field: Field): void {
  const text = field.value.text.replace(/\s+/g, " ").toUpperCase();
  const match = /^(-?\d{1,5}) ?(M|FT)(?: AMSL| ASL)?(?: ?\(-?\d{1,5} ?(?:M|FT)(?: AMSL)?\))?$/.exec(
    text,
  );
  if (match !== null) {
    const unit = match[2] === "M" ? "m" : "ft";
    draft.elevation = { ...quantity(Number(match[1]), unit), source: field.value };
  } else if (text === "SFC") draft.elevation = { ...quantity(0, "m"), source: field.value };
  else if (textOf(field) !== null && !/^UNKNOWN$/.test(text)) unreadable(draft, field);
}

const COLOURS = ["green", "yellow", "orange", "red", "unknown"] as const;

function readColour(draft: Draft, field: Field): void {
  const text = textOf(field)?.text.toLowerCase();
  const code = text === undefined ? "notGiven" : COLOURS.find((one) => one === text);
  if (code === undefined) unreadable(draft, field);
  else draft.colourCode = { code, source: field.value };
}

const timeIn = ({ value }: Field) => advisoryTimeOf(value.text.toUpperCase());

function readClouds(
  draft: Draft,
  field: Field<VaField>,
  time: Field<VaField> | undefined,
  issued: number | null,
): void {
  const written = time === undefined ? null : timeIn(time);
  const kind = field.name === "forecastCloud"
    ? "forecast"
    : field.name === "estimatedCloud"
    ? "estimated"
    : "observed";
  const frame = {
    kind,
    hours: field.hours,
    written,
    at: isoOf(instantOf(written, issued)),
    source: field.value,
  } as const;
  const { phase, left } = readPhase(draft.raw, field.value, frame, issued);
  draft.phases.push(phase);
  draft.unparsed.push(...left);
}

/** What an advisory is for is where the ash is: a time of which nothing can be read is an error. */
function checkPhases(draft: Draft): void {
  const report = (code: string, message: string, phase?: AshPhase) =>
    draft.issues.push({ code, severity: "error", message, ...(phase && { source: phase.source }) });
  if (!draft.phases.some(({ kind }) => kind !== "forecast")) {
    report("field.missing", "The advisory does not say where ash is observed.");
  }
  for (const phase of draft.phases) {
    if (phase.state === "notUnderstood") {
      report("ash.notUnderstood", "Where the ash is at this time cannot be read.", phase);
    }
    for (const { area } of phase.clouds) {
      if (area.kind === "positionUnknown") {
        report(
          "area.positionUnknown",
          "The area is written, but one of its points cannot be placed.",
          phase,
        );
      }
    }
  }
}
