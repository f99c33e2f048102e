/**
 * Reads a tropical cyclone advisory. Never throws; what no rule claims is in `unparsed`.
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
  movementAfter,
  readAdvisoryHead,
  readArea,
  readIntensityChange,
  readLevels,
  readPoint,
  SPEED_UNITS,
  textOf,
  unreadable,
  Words,
} from "../hazard/mod.ts";
import { type DecodeContext, DECODER_VERSION } from "../product.ts";
import type { CycloneForecast, CyclonePosition, CycloneWind, TcAdvisory } from "./model.ts";
import { TC_TABLE, type TcField } from "./table.ts";

const TITLE = /(?:^|[^A-Z0-9])(?:TC|TROPICAL CYCLONE) ADVISORY(?=\s|$)/i;
const LABELS = /(?:^|\s)TCAC\s{0,40}:/i;

/** Whether `raw` looks like a tropical cyclone advisory. The hurricane centre writes some lines before the title. */
export function recognisesTcAdvisory(raw: string): boolean {
  const head = raw.slice(0, 1000);
  return TITLE.test(head.replace(/\s+/g, " ")) && LABELS.test(head);
}

type Draft = AdvisoryDraft<TcAdvisory>;

/**
 * Decodes a tropical cyclone advisory.
 *
 * @example
 * ```ts
 * import { decodeTcAdvisory } from "./decode.ts";
 * import assert from "node:assert/strict";
 * const report = decodeTcAdvisory(
 *   "TC ADVISORY DTG: 20040925/1900Z TCAC: YUFO TC: GLORIA ADVISORY NR: 2004/13 OBS PSN: 25/1800Z N2706 W07306 " +
 *     "CB: WI 250NM OF TC CENTRE TOP FL500 MOV: NW 20KMH INTST CHANGE: INTSF C: 965HPA MAX WIND: 22MPS " +
 *     "FCST PSN +6 HR: 25/2200Z N2748 W07350 FCST MAX WIND +6 HR: 22MPS RMK: NIL NXT MSG: BFR 20040925/2000Z=",
 * );
 * assert.equal(report.cyclone?.text, "GLORIA");
 * assert.deepEqual(report.centralPressure?.value, 965);
 * assert.equal(report.forecasts[0]?.maximumWind?.unit, "m/s");
 * assert.deepEqual(report.unparsed, []);
 * ```
 */
export function decodeTcAdvisory(raw: string, context: DecodeContext = {}): TcAdvisory {
  const draft = newDraft(raw);
  const { fields, issued } = readAdvisoryHead(draft, "TC ADVISORY", TC_TABLE, context);
  // The cumulonimbus stand around the centre, wherever their field stands.
  const ordered = [...fields].sort((a, b) => +(b.name === "observed") - +(a.name === "observed"));
  for (const field of ordered) readField(draft, field, issued);
  readForecasts(draft, fields, issued);
  finishAdvisory(draft);
  return draft;
}

function newDraft(raw: string): Draft {
  return {
    product: "tcAdvisory",
    raw,
    decoderVersion: DECODER_VERSION,
    heading: null,
    preamble: null,
    issuedAt: null,
    status: "operational",
    centre: null,
    number: null,
    cyclone: null,
    observed: null,
    cumulonimbus: { kind: "notReported" },
    movement: { kind: "notReported" },
    intensityChange: null,
    centralPressure: null,
    maximumWind: null,
    forecasts: [],
    remarks: null,
    nextAdvisory: null,
    valid: true,
    issues: [],
    unparsed: [],
  };
}

function readField(draft: Draft, field: Field<TcField>, issued: number | null): void {
  switch (field.name) {
    case "cyclone": {
      const name = textOf(field);
      draft.cyclone = name === null || name.text === "NN" ? null : name;
      return;
    }
    case "observed":
      draft.observed = positionOf(draft, field, issued);
      return;
    case "cumulonimbus":
      return readCumulonimbus(draft, field);
    case "movement":
      return readMovementField(draft, field);
    case "intensityChange": {
      if (textOf(field) === null) return;
      const words = new Words(draft.raw, field.value.end, field.value.start);
      const read = readIntensityChange(words, 0);
      if (read === null || read.taken < words.count) unreadable(draft, field);
      draft.intensityChange = read?.change ?? null;
      return;
    }
    case "centralPressure":
      return readPressure(draft, field);
    case "maximumWind":
      draft.maximumWind = windOf(draft, field);
  }
}

/** `25/1800Z N2706 W07306`, also without the time; `NIL` is `null`. */
function positionOf(draft: Draft, field: Field, issued: number | null): CyclonePosition | null {
  if (textOf(field) === null) return null;
  const words = new Words(draft.raw, field.value.end, field.value.start);
  const written = advisoryTimeOf(words.word(0));
  const from = written === null ? 0 : 1;
  const point = readPoint(words, from);
  if (point === null || point.position === null || from + point.taken < words.count) {
    unreadable(draft, field);
  }
  if (point === null || point.position === null) return null;
  const at = isoOf(written === null ? issued : instantOf(written, issued));
  return { written, at, position: point.position, source: field.value };
}

/** `WI 250NM OF TC CENTRE TOP FL500`, an outline with its tops, `NIL`. */
function readCumulonimbus(draft: Draft, field: Field): void {
  const { value } = field;
  if (/^(?:NIL|NONE)$/i.test(value.text)) {
    draft.cumulonimbus = { kind: "none", source: value };
    return;
  }
  if (textOf(field) === null) return;
  const words = new Words(draft.raw, value.end, value.start);
  let cb: Extract<TcAdvisory["cumulonimbus"], { kind: "cumulonimbus" }> = {
    kind: "cumulonimbus",
    area: { kind: "notReported" },
    levels: { kind: "notReported" },
    source: value,
  };
  for (let i = 0; i < words.count;) {
    const area = cb.area.kind === "notReported"
      ? readArea(words, i, draft.observed?.position ?? null)
      : null;
    const levels = area === null && cb.levels.kind === "notReported" ? readLevels(words, i) : null;
    if (area !== null) cb = { ...cb, area: area.area };
    if (levels !== null) cb = { ...cb, levels: levels.levels };
    const taken = area?.taken ?? levels?.taken ?? 0;
    words.claim(i, taken);
    i += Math.max(1, taken);
  }
  draft.cumulonimbus = cb;
  if (cb.area.kind === "positionUnknown" || cb.area.kind === "notReported") {
    draft.issues.push({
      code: "area.positionUnknown",
      severity: "error",
      message: "Cumulonimbus are written, but where they are cannot be read.",
      source: value,
    });
  }
  draft.unparsed.push(...words.unclaimed());
}

function readMovementField(draft: Draft, field: Field): void {
  if (textOf(field) === null) return;
  const words = new Words(draft.raw, field.value.end, field.value.start);
  const from = words.word(0) === "MOV" ? 1 : 0;
  const read = movementAfter(words, 0, from);
  if (read === null || read.taken < words.count) unreadable(draft, field);
  if (read !== null) draft.movement = read.movement;
}

function readPressure(draft: Draft, field: Field): void {
  if (textOf(field) === null) return;
  const match = /^(\d{3,4})\s{0,3}(?:HPA|MB)$/i.exec(field.value.text);
  const value = Number(match?.[1]);
  // The deepest cyclone had 870 hPa; what is outside is damaged.
  if (value >= 850 && value <= 1090) {
    draft.centralPressure = { ...quantity(value, "hPa"), source: field.value };
  } else unreadable(draft, field);
}

/** `22MPS`, `045KT`, `45 KT`; `NIL` is `null`. */
function windOf(draft: Draft, field: Field): CycloneWind | null {
  if (textOf(field) === null) return null;
  const match = /^(\d{1,3})\s{0,3}(KTS?|MPS|KMH)$/i.exec(field.value.text);
  if (match === null) {
    unreadable(draft, field);
    return null;
  }
  const unit = SPEED_UNITS[match[2]!.toUpperCase()]!;
  return { ...quantity(Number(match[1]), unit), source: field.value };
}

/** Position and wind of the same hours belong together. */
function readForecasts(
  draft: Draft,
  fields: readonly Field<TcField>[],
  issued: number | null,
): void {
  const byHours = new Map<number, CycloneForecast>();
  for (const field of fields) {
    if (field.name !== "forecastPosition" && field.name !== "forecastWind") continue;
    const known = byHours.get(field.hours) ??
      { hours: field.hours, centre: null, maximumWind: null };
    byHours.set(
      field.hours,
      field.name === "forecastPosition"
        ? { ...known, centre: positionOf(draft, field, issued) }
        : { ...known, maximumWind: windOf(draft, field) },
    );
  }
  draft.forecasts = [...byHours.values()];
}
