/**
 * The TAF decoder: scanner, header, sections, remarks.
 *
 * @module
 */
import { HOUR_MS } from "../../time/mod.ts";
import { Accumulator, readGroup, repairGroup, TAF_PERIOD } from "../groups/mod.ts";
import { type DecodeContext, DECODER_VERSION, type Issue, type Source } from "../product.ts";
import { scan, TAF_LIMITS, type Tokens } from "../scan/mod.ts";
import { isoOf, nearest } from "./calendar.ts";
import { readChange, readLonePeriod, type WrittenChange } from "./changes.ts";
import { type Header, readHeader } from "./header.ts";
import { readLayer, readQnh, readWindShear } from "./layers.ts";
import type { ForecastRow, ForecastTemperature, Taf, WindChange } from "./model.ts";
import { readNotice, readRemarks, type TafRemark, turbulenceNotice } from "./notices.ts";
import { RepeatedGroups } from "./repeated.ts";
import { isForecastWord, splitStuckGroups } from "./repairs.ts";
import { changeGroupsOf, resolveValidity, TafSection } from "./sections.ts";
import {
  readRow,
  readTemperature,
  resolveTemperature,
  sortTemperatures,
  type WrittenTemperature,
} from "./temperatures.ts";
import {
  dayAfter,
  type DayTime,
  endsBeforeStart,
  middleOf,
  readDayHour,
  type TimedPeriod,
  timeFrame,
} from "./times.ts";
import { readLooseWeather } from "./weather.ts";

/**
 * Decodes a TAF. Never throws, whatever the text; reads at most 8,192 characters and 600 groups in
 * linear time, and lists what lies beyond as unparsed.
 *
 * @param raw the report verbatim, with or without the word TAF, on one line or many
 * @param context the time of receipt, which gives days and hours their month; without it instants are `null`
 *
 * @example
 * ```ts
 * import { decodeTaf } from "./mod.ts";
 * import assert from "node:assert/strict";
 * const taf = decodeTaf("TAF EDDN 220500Z 2206/2306 11004KT CAVOK", {
 *   receivedAt: Date.UTC(2022, 9, 22, 5, 5),
 * });
 * assert.equal(taf.validity?.to, "2022-10-23T06:00:00Z");
 * assert.equal(taf.forecast.prevailingVisibility.kind, "cavok");
 * ```
 */
export function decodeTaf(raw: string, context: DecodeContext = {}): Taf {
  const tokens = scan(raw, TAF_LIMITS);
  splitStuckGroups(tokens);
  const reading = new Reading(tokens, readHeader(tokens));
  reading.readAll();
  return reading.finish(context);
}

/** Lists without entries, shared. */
const NONE: readonly never[] = Object.freeze([]) as readonly never[];

const NO_TEMPERATURES = { maximum: NONE, minimum: NONE, other: NONE };

/** One TAF while it is being read. */
class Reading {
  readonly issues: Issue[];
  readonly unparsed: Source[];
  readonly sections: TafSection[];
  readonly repeated = new RepeatedGroups();
  readonly temperatures: WrittenTemperature[] = [];
  readonly remarks: TafRemark[] = [];
  readonly rows: { index: number }[] = [];
  readonly windChanges: { acc: Accumulator; at: DayTime; source: Source }[] = [];

  constructor(readonly tokens: Tokens, readonly header: Header) {
    this.issues = tokens.issues;
    this.unparsed = [...header.unparsed];
    const start = header.next < tokens.count ? tokens.starts[header.next]! : tokens.limit;
    this.sections = [new TafSection(null, start, start, this.issues, this.unparsed)];
  }

  get section(): TafSection {
    return this.sections[this.sections.length - 1]!;
  }

  /** Reads the forecast, group by group. */
  readAll(): void {
    const { tokens } = this;
    let i = this.header.next;
    while (i < tokens.count) {
      if (tokens.is(i, "=")) {
        this.readAfterEnd(i + 1);
        return;
      }
      i += tokens.is(i, "RMK") ? this.readRemarksAt(i) : this.readAt(i);
    }
  }

  /** Reads what begins at token `i`; returns how many tokens that was, at least 1. */
  readAt(i: number): number {
    return this.readChangeAt(i) || this.readBodyAt(i) || this.readForecastAt(i) ||
      this.readNoticeAt(i) || this.readStatusAt(i) || this.repairAt(i);
  }

  /** What nothing claims is repaired and read again (each repair makes it shorter or final), or given up. */
  repairAt(i: number): number {
    const { tokens, section } = this;
    return repairGroup(tokens, i, section.acc, TAF_PERIOD, isForecastWord)
      ? this.readAt(i)
      : this.giveUp(i);
  }

  readChangeAt(i: number): number {
    const { tokens } = this;
    if (!mayBeginChange(tokens, i)) return 0;
    const turbulence = turbulenceNotice(tokens, i);
    if (turbulence > 0) {
      const source = tokens.source(i, turbulence);
      this.remarks.push({ kind: "turbulence", text: source.text, source });
      return turbulence;
    }
    const change = readChange(tokens, i, this.header.validity) ?? this.furtherPeriod(i);
    if (change === null) return 0;
    this.noteRepairs(change, i);
    const span = tokens.source(i, change.count);
    this.sections.push(
      new TafSection(change, span.start, span.end, this.issues, this.unparsed),
    );
    return change.count;
  }

  /** `PROB40 2612/2618 … 2618/2706 …`: a period without a keyword goes on with the one before it. */
  furtherPeriod(i: number): WrittenChange | null {
    const found = readLonePeriod(this.tokens, i, this.header.validity);
    if (found === null || found.period === null) return null;
    const before = this.section.change;
    const goesOn = before !== null && before.kind !== "FM";
    const repairs = [goesOn ? "repair.furtherPeriod" : "repair.missingKeyword"];
    return {
      kind: goesOn ? before.kind : "BECMG",
      ...(goesOn && before.probability !== undefined ? { probability: before.probability } : {}),
      period: found.period,
      from: found.period.from,
      repairs,
      count: found.count,
    };
  }

  noteRepairs(change: WrittenChange, i: number): void {
    const source = this.tokens.source(i, change.count);
    for (const code of change.repairs) {
      const message = REPAIRS[code] ?? "A typing error was put right.";
      const severity = code === "repair.missingKeyword" ? "warning" : "info";
      this.issues.push({ code, severity, message, source });
    }
    if (change.period !== null) return;
    this.issues.push({
      code: change.damaged === undefined ? "period.missing" : "period.notUnderstood",
      severity: "error",
      message: "The time of a change group is missing or cannot be read.",
      source: change.damaged ?? source,
    });
  }

  readBodyAt(i: number): number {
    const { tokens, section } = this;
    this.repeated.remember(section.acc);
    const count = readGroup(tokens, i, section.acc, TAF_PERIOD);
    if (count === 0) return 0;
    this.repeated.note(section.acc, () => tokens.source(i, count));
    section.end = tokens.ends[i + count - 1]!;
    return count;
  }

  /** Groups that only forecasts have. */
  readForecastAt(i: number): number {
    const { tokens, section } = this;
    const temperature = readTemperature(tokens, i, this.header.validity);
    if (temperature !== null) {
      this.temperatures.push(temperature);
      return temperature.count;
    }
    const row = readRow(tokens, i, null);
    if (row !== null) {
      this.rows.push({ index: i });
      return row.count;
    }
    const wind = this.readWindNotice(i);
    if (wind > 0) return wind;
    const count = readLooseWeather(tokens, i, section.acc) || this.readLayersAt(i);
    if (count > 0) section.end = tokens.ends[i + count - 1]!;
    return count;
  }

  readLayersAt(i: number): number {
    const { tokens, section } = this;
    const shear = readWindShear(tokens, i);
    if (shear !== null) {
      (section.windShear ??= []).push(shear);
      return 1;
    }
    const layer = readLayer(tokens, i);
    if (layer !== null) {
      (section[layer.element] ??= []).push(layer.layer);
      return 1;
    }
    const qnh = readQnh(tokens, i);
    if (qnh === null) return 0;
    this.repeated.remember(section.acc);
    section.acc.qnh = qnh.pressure;
    this.repeated.note(section.acc, () => tokens.source(i, qnh.count));
    return qnh.count;
  }

  /** `WND 33009KT AFT 1315` changes the wind; `WND 290V040` only tells how the one before it varies. */
  readWindNotice(i: number): number {
    const { tokens } = this;
    if (!tokens.is(i, "WND")) return 0;
    const word = tokens.word(i + 1);
    if (word.length < 7) return 0;
    const isWind = word[3] !== "V";
    const acc = isWind ? new Accumulator([], []) : this.section.acc;
    const count = readGroup(tokens, i + 1, acc, TAF_PERIOD);
    if (count === 0) return 0;
    if (!isWind) {
      const source = tokens.source(i, count + 1);
      this.remarks.push({ kind: "windSector", text: source.text, source });
      return count + 1;
    }
    const at = tokens.is(i + 2, "AFT") ? readDayHour(tokens.word(i + 3)) : null;
    if (count !== 1 || at === null || acc.surfaceWind.kind === "notReported") return 0;
    this.windChanges.push({ acc, at, source: tokens.source(i, 4) });
    return 4;
  }

  readNoticeAt(i: number): number {
    const notice = readNotice(this.tokens, i);
    if (notice === null) return 0;
    this.remarks.push(notice.remark);
    return notice.count;
  }

  /** `CNL` and the like after the validity's own place, `$`. */
  readStatusAt(i: number): number {
    const { tokens, header } = this;
    if (tokens.is(i, "AMD")) header.amended = true;
    else if (tokens.is(i, "COR")) header.corrected = true;
    else if (tokens.is(i, "CNL")) header.cancelled = true;
    else if (tokens.is(i, "NIL") && !this.forecasts()) header.nil = true;
    else return 0;
    return 1;
  }

  /** Whether something was forecast: then a `NIL` (`TURB NIL`) says nothing of the report as a whole. */
  forecasts(): boolean {
    return this.sections.length > 1 || this.section.acc.stage > 0;
  }

  giveUp(i: number): number {
    this.unparsed.push(this.tokens.source(i));
    return 1;
  }

  /** Remarks last to the end, to an Australian row, or to a change group that is unmistakable. */
  readRemarksAt(i: number): number {
    const { tokens } = this;
    let end = i + 1;
    while (end < tokens.count && !this.endsRemarks(end)) end++;
    const start = tokens.starts[i]!;
    const remarks = readRemarks(tokens, i + 1, end, start);
    if (remarks.length > 0) this.remarks.push(...remarks);
    else this.remarks.push({ kind: "text", text: "", source: tokens.source(i) });
    return end - i;
  }

  endsRemarks(i: number): boolean {
    const { tokens } = this;
    if (tokens.is(i, "=")) return true;
    if (readRow(tokens, i, null) !== null || turbulenceNotice(tokens, i) > 0) return true;
    if (readTemperature(tokens, i, this.header.validity) !== null) return true;
    const change = readChange(tokens, i, this.header.validity);
    return change !== null && change.period !== null && change.repairs.length === 0;
  }

  readAfterEnd(i: number): void {
    const { tokens } = this;
    if (i >= tokens.count) return;
    const rest = tokens.span(tokens.starts[i]!, tokens.ends[tokens.count - 1]!);
    this.unparsed.push(rest);
    this.issues.push({
      code: "order.textAfterEnd",
      severity: "warning",
      message: "There is text after the end sign of the report; it was not read.",
      source: rest,
    });
  }

  /** Puts the report together. */
  finish(context: DecodeContext): Taf {
    const { header, tokens, issues, unparsed } = this;
    const { issuedAt, reference } = timeFrame(header.issued, context);
    const validity = resolveValidity(oldFormDay(header, reference), header, reference);
    const sections = this.dropEmptySections();
    const middle = middleOf(validity) ?? reference;
    const changeGroups = changeGroupsOf(sections, validity, reference, tokens, issues);
    for (const section of sections) section.noteContradictions();
    this.noteHeader(validity, issuedAt, reference !== null);
    if (tokens.rest !== null) unparsed.push(tokens.rest);
    if (unparsed.length > 1) unparsed.sort((a, b) => a.start - b.start);
    const { maximum, minimum, other } = this.temperatures.length === 0
      ? NO_TEMPERATURES
      : sortTemperatures(this.temperatures);
    const resolve = (written: WrittenTemperature) => resolveTemperature(written, middle);
    const taf: Taf = {
      product: "taf",
      raw: tokens.raw,
      decoderVersion: DECODER_VERSION,
      locationIndicator: header.locationIndicator,
      issuedAt: issuedAt === null ? null : isoOf(issuedAt),
      issuedDayTime: header.issued,
      validity: validity === null ? null : validity.period,
      amended: header.amended,
      corrected: header.corrected,
      cancelled: header.cancelled,
      nil: header.nil,
      forecast: this.sections[0]!.elements(),
      changeGroups,
      maximumTemperatures: maximum.length === 0 ? NONE : maximum.map(resolve),
      minimumTemperatures: minimum.length === 0 ? NONE : minimum.map(resolve),
      remarks: this.remarks,
      issues,
      unparsed,
    };
    return this.windChanges.length + this.rows.length + other.length === 0
      ? taf
      : { ...taf, ...this.extras(validity, middle, other.map(resolve)) };
  }

  /** What few forecasts have. */
  extras(
    validity: TimedPeriod | null,
    middle: number | null,
    otherTemperatures: readonly ForecastTemperature[],
  ): Partial<Taf> {
    const forecastRows = this.rows
      .map(({ index }) => readRow(this.tokens, index, validity?.from ?? null)?.row)
      .filter((row): row is ForecastRow => row !== undefined);
    return {
      ...(this.windChanges.length > 0 ? { windChanges: this.resolveWindChanges(middle) } : {}),
      ...(otherTemperatures.length > 0 ? { otherTemperatures } : {}),
      ...(forecastRows.length > 0 ? { forecastRows } : {}),
    };
  }

  resolveWindChanges(middle: number | null): WindChange[] {
    return this.windChanges.map(({ acc, at, source }) => {
      const from = middle === null ? null : nearest(at, middle);
      return { surfaceWind: acc.surfaceWind, from: from === null ? null : isoOf(from), source };
    });
  }

  /** A keyword with neither time nor forecast says nothing: a text cut short, as in `… FEW040 PROB30`. */
  dropEmptySections(): readonly TafSection[] {
    if (this.sections.every(({ change }) => change === null || change.period !== null)) {
      return this.sections;
    }
    return this.sections.filter((section, index) => {
      const empty = index > 0 && section.isEmpty && section.change?.period === null;
      const { change } = section;
      if (empty) this.unparsed.push(this.tokens.span(section.start, section.end));
      else if (change?.damaged !== undefined) this.unparsed.push(change.damaged);
      return !empty;
    });
  }

  noteHeader(validity: TimedPeriod | null, issuedAt: number | null, resolved: boolean): void {
    const { header, issues } = this;
    if (header.locationIndicator === null) {
      issues.push({
        code: "header.station",
        severity: "error",
        message: "The location indicator is missing or cannot be read.",
      });
    }
    const begins = validity === null ? null : validity.from;
    if (begins !== null && issuedAt !== null && Math.abs(begins - issuedAt) > FARTHEST_START_MS) {
      issues.push({
        code: "range.validity",
        severity: "warning",
        message: "The validity begins more than a day and a half from the time of issue.",
        ...(validity === null ? {} : { source: validity.period.source }),
      });
    }
    const missing = validity === null || validity.period.written === undefined;
    const impossible = header.validity !== null && endsBeforeStart(header.validity);
    if (missing ? !header.nil : impossible || (resolved && validity.from === null)) {
      issues.push({
        code: "header.validity",
        severity: "error",
        message: "The validity is missing or cannot be read.",
      });
    }
  }
}

/** Farthest that a validity begins from its issue: a TAF is issued at most a few hours ahead. */
const FARTHEST_START_MS = 36 * HOUR_MS;

/** Second letters, by first, of keywords and their misspellings: most tokens begin nothing. */
const BEGINNINGS = new Set(
  "BE BC BB TE TM TT IN PR PO FM RP".split(" ").map((two) =>
    two.charCodeAt(0) << 8 | two.charCodeAt(1)
  ),
);

function mayBeginChange(tokens: Tokens, i: number): boolean {
  const code = tokens.code(i, 0);
  if (code >= 48 && code <= 57) return tokens.size(i) === 9 || tokens.size(i + 1) === 4;
  return BEGINNINGS.has(code << 8 | tokens.code(i, 1));
}

const REPAIRS: Readonly<Record<string, string>> = {
  "repair.keyword": "A misspelt keyword was read as the one meant.",
  "repair.extraSpace": "A blank within a group was left out.",
  "repair.periodSlash": "A period with a blank in place of the slash was read.",
  "repair.oldPeriod":
    "A time in the form before 2008, without its day, was placed in the validity.",
  "repair.furtherPeriod": "A period without a keyword was taken as a further one of the same kind.",
  "repair.missingKeyword":
    "A period without a keyword before it was taken as a change (BECMG); it may be another kind.",
  "repair.probability": "A probability other than 30 or 40 was written.",
};

/** The end of an old validity (`191618`) that passes midnight lies on the next day of that month. */
function oldFormDay(header: Header, reference: number | null): Header["validity"] {
  const { validity } = header;
  if (validity === null || validity.source.text.length !== 6) return validity;
  if (validity.to.day === validity.from.day) return validity;
  return { ...validity, to: { ...validity.to, day: dayAfter(validity.from.day, reference) } };
}
