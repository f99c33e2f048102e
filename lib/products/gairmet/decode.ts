/**
 * Reads a G-AIRMET record of the Aviation Weather Center, JSON (`validTime`, hundreds of feet) or XML
 * (`valid_time`, `hazard@type`, feet). Never throws.
 *
 * @module
 */
import { quantity } from "../../units/mod.ts";
import { HOUR_MS, toIso } from "../../time/mod.ts";
import { type DecodeContext, DECODER_VERSION, type Issue } from "../product.ts";
import type { LevelLimit } from "../hazard/model.ts";
import type { Gairmet, GairmetHazard } from "./model.ts";
import { isUswx, uswxRecords } from "./uswx.ts";
import { areaOf, type GairmetRecord, levelOf, textOf, timeOf } from "./values.ts";

const HAZARDS: Readonly<Record<string, GairmetHazard>> = {
  IFR: "instrumentConditions",
  MT_OBSC: "mountainObscuration",
  MTN_OBSC: "mountainObscuration",
  MTN_OBS: "mountainObscuration",
  "TURB-HI": "turbulenceHigh",
  "TURB-LO": "turbulenceLow",
  ICE: "icing",
  LLWS: "lowLevelWindShear",
  SFC_WND: "surfaceWind",
  SFC_WIND: "surfaceWind",
  FZLVL: "freezingLevel",
  M_FZLVL: "multipleFreezingLevels",
};
const SEVERITIES: Readonly<Record<string, "light" | "moderate" | "severe">> = {
  LGT: "light",
  MOD: "moderate",
  SEV: "severe",
};
const SERIES: Readonly<Record<string, "sierra" | "tango" | "zulu">> = {
  SIERRA: "sierra",
  TANGO: "tango",
  ZULU: "zulu",
};
/** A snapshot speaks for the three hours around it: the records lie three hours apart. */
const HALF_STEP_MS = 1.5 * HOUR_MS;
const MAX_LENGTH = 256 * 1024;

/** Whether `raw` looks like a G-AIRMET record as JSON, or as XML of the schema USWX. */
export function recognisesGairmet(raw: string): boolean {
  const head = raw.slice(0, 4000);
  if (isUswx(head)) return true;
  return /^\s*\{/.test(head) && /"(?:forecastHour|forecast_hour)"/.test(head) &&
    /"hazard(?:@type)?"/.test(head);
}

/**
 * Decodes a record.
 *
 * @param raw the record as text, kept as it is; default: the record as JSON
 * @example
 * ```ts
 * import { decodeGairmet } from "./decode.ts";
 * import assert from "node:assert/strict";
 * const report = decodeGairmet({ hazard: "TURB-HI", validTime: "2026-08-16T12:00:00.000Z", base: "300", top: "400" });
 * assert.equal(report.hazard, "turbulenceHigh");
 * assert.equal(report.validFrom, "2026-08-16T10:30:00Z");
 * ```
 */
export function decodeGairmet(
  record: GairmetRecord,
  raw: string = JSON.stringify(record),
): Gairmet {
  const issues: Issue[] = [];
  const name = textOf(record, "hazard", "hazard@type");
  const hazard = name === null ? null : HAZARDS[name.toUpperCase()] ?? null;
  if (hazard === null) {
    issues.push(error("gairmet.hazard", `The hazard ${name ?? ""} is not known.`));
  }
  const validAt = timeOf(record, "validTime", "valid_time");
  if (validAt === null) {
    issues.push(error("validity.missing", "The record does not say when it is valid."));
  }
  const at = validAt === null ? null : Date.parse(validAt);
  const status = textOf(record, "status") ?? "";
  const low = read(record, issues, "fzlbase", "fzl_altitude@min_ft_msl");
  const high = read(record, issues, "fzltop", "fzl_altitude@max_ft_msl");
  const range = rangeOf(low, high);
  const area = areaOf(record, raw);
  if (area.kind !== "polygon" && area.kind !== "line") {
    issues.push(error("area.positionUnknown", "The record has no area that can be read."));
  }
  return {
    product: "gairmet",
    raw,
    decoderVersion: DECODER_VERSION,
    hazard,
    series: SERIES[textOf(record, "product")?.toUpperCase() ?? ""] ?? null,
    tag: textOf(record, "tag"),
    forecastHour: hourOf(textOf(record, "forecastHour", "forecast_hour")),
    severity: SEVERITIES[textOf(record, "severity", "hazard@severity") ?? ""] ?? null,
    dueTo: textOf(record, "due_to", "dueTo"),
    amended: /AMD/.test(status),
    corrected: /COR/.test(status),
    cancelled: /CNL|CAN/.test(status),
    issuedAt: timeOf(record, "issueTime", "issue_time"),
    validAt,
    validFrom: at === null ? null : toIso(at - HALF_STEP_MS),
    validTo: at === null ? null : toIso(at + HALF_STEP_MS),
    expiresAt: timeOf(record, "expireTime", "expire_time"),
    base: withRange(read(record, issues, "base", "altitude@min_ft_msl"), range),
    top: withRange(read(record, issues, "top", "altitude@max_ft_msl"), range),
    level: read(record, issues, "level", "altitude@level_ft_msl"),
    area,
    freezingRange: range,
    valid: issues.length === 0,
    issues,
    unparsed: [],
  };
}

/**
 * Decodes the record from its text, JSON or XML, as the registry hands it over. Of a document with several
 * records the first is read and the others are listed as not read; `uswxRecords` gives each.
 */
export function decodeGairmetText(raw: string, _context: DecodeContext = {}): Gairmet {
  if (raw.length <= MAX_LENGTH && isUswx(raw.slice(0, 4000))) return decodeUswx(raw);
  let record: unknown = null;
  try {
    record = raw.length > MAX_LENGTH ? null : JSON.parse(raw);
  } catch {
    // Told below: an unreadable record is empty, and its text is listed as not understood.
  }
  if (record !== null && typeof record === "object" && !Array.isArray(record)) {
    return decodeGairmet(record as GairmetRecord, raw);
  }
  const empty = decodeGairmet({}, raw);
  return { ...empty, unparsed: raw === "" ? [] : [{ text: raw, start: 0, end: raw.length }] };
}

function decodeUswx(raw: string): Gairmet {
  const [first, ...others] = uswxRecords(raw);
  const report = decodeGairmet(first?.record ?? {}, raw);
  const last = others.at(-1);
  if (first !== undefined && last === undefined) return report;
  const [start, end] = last === undefined ? [0, raw.length] : [first!.end, last.end];
  const source = { text: raw.slice(start, end), start, end };
  const message = last === undefined
    ? "The document holds no whole record."
    : `The document holds ${others.length} more records, which are not read here.`;
  const issue = { ...error("gairmet.records", message), source };
  return { ...report, valid: false, issues: [...report.issues, issue], unparsed: [source] };
}

function error(code: string, message: string): Issue {
  return { code, severity: "error", message };
}

/** A level by its name in JSON or in XML; one that cannot be read is told. */
function read(
  record: GairmetRecord,
  issues: Issue[],
  json: string,
  xml: string,
): LevelLimit | null {
  const hundreds = textOf(record, json);
  const text = hundreds ?? textOf(record, xml);
  // JSON has hundreds of feet, XML feet.
  const level = levelOf(text, hundreds === null ? 1 : 100);
  if (level === undefined) {
    issues.push(error("gairmet.level", `The level ${text?.slice(0, 20)} cannot be read.`));
  }
  return level ?? null;
}

function hourOf(text: string | null): number | null {
  return text !== null && /^\d{1,2}$/.test(text) ? Number(text) : null;
}

function rangeOf(low: LevelLimit | null, high: LevelLimit | null): Gairmet["freezingRange"] {
  const [from, to] = [feetOf(low), feetOf(high)];
  return from === null || to === null ? null : { low: from, high: to };
}

function feetOf(limit: LevelLimit | null) {
  if (limit?.kind === "surface") return quantity(0, "ft");
  return limit?.kind === "altitude" ? quantity(limit.height.value, "ft") : null;
}

function withRange(limit: LevelLimit | null, range: Gairmet["freezingRange"]): LevelLimit | null {
  return limit?.kind === "freezingLevel" ? { ...limit, range } : limit;
}
