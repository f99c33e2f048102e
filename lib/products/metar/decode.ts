/**
 * The decoder of METAR and SPECI: a machine of four sections, header, body, trends and remarks.
 *
 * @module
 */
import {
  Accumulator,
  BODY,
  readDamagedGroup,
  readGroup,
  repairGroup,
  SUPPLEMENT,
} from "../groups/mod.ts";
import { DIGIT, MARK, scan, type Tokens } from "../scan/mod.ts";
import { type DecodeContext, DECODER_VERSION, receiptOf } from "../product.ts";
import { resolveDayTime, toIso } from "../../time/mod.ts";
import { readHeader, readStatusWord, startsReport } from "./header.ts";
import type { Metar, Temperature } from "./model.ts";
import { Reading } from "./reading.ts";
import { readRemark, readRemarks } from "./remarks.ts";
import { isKeyword, noSignificantChange, readTrend, trendKindAt } from "./trends.ts";

/** Lists without entries, shared: most reports have no runway state and no wind shear. */
const NONE: readonly never[] = Object.freeze([]) as readonly never[];

/** Order number of the temperature: remarks without `RMK` are looked for only after it. */
const AFTER_TEMPERATURE = 6;
/** Order number of the pressure. */
const AFTER_PRESSURE = 7;

/**
 * Reads a METAR or SPECI.
 *
 * Never throws; work is linear in the capped length (4,096 characters, 200 tokens). Every token is
 * either the source of a value, a keyword, or listed in `unparsed`.
 *
 * @param raw the report as received
 * @param context `receivedAt` settles the month; without it `observedAt` is `null`
 */
export function decodeMetar(raw: string, context?: DecodeContext): Metar {
  const tokens = scan(raw);
  const reading = new Reading(tokens.issues, context);
  const start = readHeader(tokens, reading);
  resolveTime(reading);
  let i = readBody(tokens, start, reading);
  if (i < tokens.count) i = readEnd(tokens, i, reading);
  const rest = tokens.rest;
  if (rest !== null) reading.unparsed.push(rest);
  checkTenths(reading);
  return metarOf(raw, reading);
}

/** Whole degrees of the body and tenths of the remarks are the same measurement. */
function checkTenths(reading: Reading): void {
  const { airTemperature, dewPointTemperature } = reading.body;
  for (const remark of reading.remarks) {
    if (remark.kind !== "hourlyTemperature") continue;
    if (
      contradicts(airTemperature, remark.airTemperature.value) ||
      contradicts(dewPointTemperature, remark.dewPointTemperature?.value)
    ) {
      reading.note(
        "range.temperatureRemark",
        "warning",
        "The temperatures in the remarks contradict those in the body.",
        remark.source,
      );
    }
  }
}

function contradicts(whole: Temperature, tenths: number | undefined): boolean {
  return whole.kind === "value" && tenths !== undefined && Math.abs(whole.value - tenths) > 1;
}

function resolveTime(reading: Reading): void {
  const at = reading.observedDayTime;
  const receivedAt = receiptOf(reading.context);
  if (at === null || receivedAt === undefined) return;
  reading.observedAt = resolveDayTime(at.day, at.hour, at.minute, receivedAt);
}

/** Whether the remarks start at token `i`. */
function isRemarkMark(tokens: Tokens, i: number): boolean {
  return tokens.code(i, 0) === 82 &&
    (tokens.is(i, "RMK") || tokens.is(i, "RMKS") || tokens.is(i, "REMARKS"));
}

/** Body, then trends and remarks as their keywords come; returns where the report ends. */
function readBody(tokens: Tokens, start: number, reading: Reading): number {
  let i = start;
  let closed = false;
  const endsSection = (at: number) => isRemarkMark(tokens, at);
  while (i < tokens.count) {
    if ((tokens.shapes[i]! & MARK) !== 0) {
      if (tokens.is(i, "=")) return i;
      reading.maintenanceNeeded = true;
      i++;
      continue;
    }
    if (tokens.size(i) > 3 && tokens.startsWith(i, "RMK") && !tokens.is(i, "RMKS")) {
      // `RMK/A2981`, `RMK:CB`, `RMK1000SE`
      reading.note("repair.missingBlank", "info", "RMK was glued to a remark.", tokens.source(i));
      tokens.split(i, 3);
    }
    if (isRemarkMark(tokens, i)) {
      i = readRemarks(tokens, i + 1, reading);
      closed = true;
      continue;
    }
    if (trendKindAt(tokens, i) !== null || opensUnnamedTrend(tokens, i, reading)) {
      i = readTrend(tokens, i, reading, endsSection);
      closed = true;
      continue;
    }
    if (startsReport(tokens, i) && i > start) return i;
    if (isBrokenNosig(tokens, i)) {
      i = readBrokenNosig(tokens, i, reading);
      closed = true;
      continue;
    }
    i += readBodyGroup(tokens, i, reading, closed);
  }
  return i;
}

/**
 * A second wind after the pressure (`Q1020 BLU 25008KT 9999 SCT050`): military stations write the
 * landing forecast without a keyword.
 */
function opensUnnamedTrend(tokens: Tokens, i: number, reading: Reading): boolean {
  if (
    reading.body.stage < AFTER_PRESSURE || !isDigitOrV(tokens.code(i, 0)) || tokens.size(i) < 7 ||
    reading.body.surfaceWind.kind === "notReported"
  ) return false;
  if (!/^(?:\d{3}|VRB)\d{2,3}(?:G\d{2,3})?(?:KT|MPS)$/.test(tokens.word(i))) return false;
  const scratch = new Accumulator();
  return readGroup(tokens.piece(tokens.starts[i]!, tokens.ends[i]!), 0, scratch, BODY) === 1;
}

function isDigitOrV(code: number): boolean {
  return code === 86 || (code >= 48 && code <= 57);
}

/** `NOS IG`: the keyword with a blank inside. */
function isBrokenNosig(tokens: Tokens, i: number): boolean {
  return tokens.code(i, 0) === 78 && tokens.size(i) + tokens.size(i + 1) === 5 &&
    tokens.word(i) + tokens.word(i + 1) === "NOSIG";
}

function readBrokenNosig(tokens: Tokens, i: number, reading: Reading): number {
  const source = tokens.source(i, 2);
  reading.note("repair.blankInGroup", "info", "A blank inside NOSIG was skipped.", source);
  reading.trends.push(noSignificantChange(source));
  return i + 2;
}

/** Reads what stands at token `i` of the body, and returns how many tokens that took (0: read again). */
function readBodyGroup(tokens: Tokens, i: number, reading: Reading, closed: boolean): number {
  const section = closed ? SUPPLEMENT : BODY;
  if (isStrayNumber(tokens, i, reading)) {
    reading.unparsed.push(tokens.source(i));
    return 1;
  }
  const claimed = readGroup(tokens, i, reading.body, section);
  if (claimed > 0) return claimed;
  if (readStatusWord(tokens, i, reading)) return 1;
  if (tokens.is(i, "M")) return readMissing(tokens, i, reading);
  if (closed || reading.body.stage >= AFTER_TEMPERATURE) {
    const remark = readRemark(tokens, i, reading);
    if (remark > 0) {
      reading.note(
        "order.remarkWithoutRmk",
        "info",
        "A remark stands in the body.",
        tokens.source(i, remark),
      );
      return remark;
    }
  }
  if (repairGroup(tokens, i, reading.body, section, isKeyword)) return 0;
  const damaged = readDamagedGroup(tokens, i, reading.body, section);
  if (damaged > 0) return damaged;
  reading.unparsed.push(tokens.source(i));
  return 1;
}

/** In a text without a time and a wind, four figures may be anything: they are no visibility. */
function isStrayNumber(tokens: Tokens, i: number, reading: Reading): boolean {
  return reading.observedDayTime === null && reading.body.stage === 0 &&
    tokens.shapes[i] === DIGIT && tokens.size(i) === 4;
}

/** `M M M M M M`: automatic stations of the US put one M for each element that is missing. */
function readMissing(tokens: Tokens, i: number, reading: Reading): number {
  let count = 1;
  while (tokens.is(i + count, "M")) count++;
  const { body } = reading;
  if (count === 6 && body.stage === 0) {
    const absent = (offset: number) => ({
      kind: "notObservable" as const,
      source: tokens.source(i + offset),
    });
    body.surfaceWind = absent(0);
    body.prevailingVisibility = absent(1);
    body.weatherStatement = absent(2);
    body.cloudStatement = absent(3);
    body.airTemperature = absent(4);
    body.dewPointTemperature = absent(4);
    body.qnh = absent(5);
    body.stage = AFTER_PRESSURE;
  } else {
    reading.note(
      "missing.element",
      "info",
      "M stands for an element that is missing; which one is not said.",
      tokens.source(i, count),
    );
  }
  return count;
}

/** What follows the end of the report: nothing, or another report that was stuck to it. */
function readEnd(tokens: Tokens, i: number, reading: Reading): number {
  while (tokens.is(i, "=")) i++;
  if (i >= tokens.count) return i;
  const source = tokens.source(i, tokens.count - i);
  reading.unparsed.push(source);
  reading.note(
    "stuck.secondReport",
    "warning",
    "More text follows the end of the report; it is not part of it.",
    source,
  );
  return tokens.count;
}

function metarOf(raw: string, reading: Reading): Metar {
  const { body } = reading;
  const metar: Metar = {
    product: "metar",
    raw,
    decoderVersion: DECODER_VERSION,
    reportType: reading.reportType,
    locationIndicator: reading.locationIndicator,
    observedAt: reading.observedAt === null ? null : toIso(reading.observedAt),
    observedDayTime: reading.observedDayTime,
    automatic: reading.automatic,
    corrected: reading.corrected,
    delayed: reading.delayed,
    nil: reading.nil,
    surfaceWind: body.surfaceWind,
    prevailingVisibility: body.prevailingVisibility,
    directionalVisibility: body.directionalVisibility ?? NONE,
    runwayVisualRange: body.runwayVisualRange ?? NONE,
    presentWeather: body.presentWeather(),
    cloud: body.cloud(),
    verticalVisibility: body.verticalVisibility,
    airTemperature: body.airTemperature,
    dewPointTemperature: body.dewPointTemperature,
    qnh: body.qnh,
    otherPressures: body.otherPressures ?? NONE,
    recentWeather: body.recent(),
    windShear: body.windShear ?? NONE,
    seaSurface: body.seaSurface,
    runwayStates: body.runwayStates ?? NONE,
    colourStates: body.colourStates ?? NONE,
    trends: reading.trends,
    maintenanceNeeded: reading.maintenanceNeeded,
    remarks: reading.remarks,
    issues: reading.issues,
    unparsed: reading.unparsed,
  };
  return reading.correction === undefined ? metar : { ...metar, correction: reading.correction };
}
