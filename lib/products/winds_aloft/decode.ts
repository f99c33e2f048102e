/**
 * Reads an FB bulletin by column position: a blank column is a level that is not forecast.
 *
 * @module
 */
import { type Quantity, quantity } from "../../units/mod.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, resolveNearest, toIso } from "../../time/mod.ts";
import {
  type DecodeContext,
  DECODER_VERSION,
  type Issue,
  receiptOf,
  type Source,
} from "../product.ts";
import { readGroup } from "./group.ts";
import type { LevelForecast, StationWinds, WindsAloft } from "./model.ts";

const HEADING = /^(FB[A-Z]{2}\d{2}) ([A-Z]{4}) \d{6}/;
const BASED = /DATA BASED ON (\d{2})(\d{2})(\d{2})Z/;
const VALID = /VALID (\d{2})(\d{2})(\d{2})Z/;
const USE = /FOR USE (\d{2})(\d{2})-(\d{2})(\d{2})Z/;
const NEGATIVE = /TEMPS NEG ABV (\d{4,5})/;
const STATION = /^[A-Z0-9]{3,4}(?= |$)/;
/** A whole bulletin has some 180 lines of 70 characters. */
const MAX_LENGTH = 256 * 1024;
const MAX_LINES = 2_000;

type Draft = { -readonly [K in keyof WindsAloft]: WindsAloft[K] } & {
  issues: Issue[];
  unparsed: Source[];
  stations: StationWinds[];
};

interface Column {
  readonly level: Quantity<"ft">;
  /** Offset after its last character: groups end under the level's last figure. */
  readonly end: number;
}

/** Whether `raw` looks like an FB bulletin. */
export function recognisesWindsAloft(raw: string): boolean {
  const head = raw.slice(0, 600);
  return /(?:^|\n)FT {1,4}\d{4,5} /.test(head) ||
    (/(?:^|\n)FB[A-Z]{2}\d{2} /.test(head) && /FOR USE/.test(head));
}

/**
 * Decodes a bulletin of winds and temperatures aloft. Never throws.
 *
 * @example
 * ```ts
 * import { decodeWindsAloft } from "./decode.ts";
 * import assert from "node:assert/strict";
 * const report = decodeWindsAloft("FT  3000    6000    9000\nABQ              9900+16\n");
 * assert.deepEqual(report.stations[0]?.levels.map(({ level }) => level.value), [9000]);
 * ```
 */
export function decodeWindsAloft(raw: string, context: DecodeContext = {}): WindsAloft {
  const draft = newDraft(raw);
  const times: { reference: number | null } = { reference: receiptOf(context) ?? null };
  let columns: readonly Column[] | null = null;
  for (const line of linesOf(raw, draft)) {
    if (line.text.trim() === "") continue;
    if (/^FT\s/.test(line.text)) {
      columns = columnsOf(line.text);
      draft.levels = columns.map(({ level }) => level);
    } else if (columns !== null && STATION.test(line.text)) readStation(draft, line, columns);
    else if (columns !== null || !readHeaderLine(draft, line, times)) draft.unparsed.push(line);
  }
  complete(draft, columns);
  return draft;
}

function newDraft(raw: string): Draft {
  return {
    product: "windsAloft",
    raw,
    decoderVersion: DECODER_VERSION,
    heading: null,
    basedOn: null,
    validAt: null,
    useFrom: null,
    useTo: null,
    negativeAbove: null,
    levels: [],
    stations: [],
    valid: true,
    issues: [],
    unparsed: [],
  };
}

/** Lines with their place; control characters and blanks at their ends left out. */
function linesOf(raw: string, draft: Draft): Source[] {
  const lines: Source[] = [];
  let start = 0;
  const end = Math.min(raw.length, MAX_LENGTH);
  while (start < end && lines.length < MAX_LINES) {
    const stop = raw.indexOf("\n", start);
    const next = stop < 0 || stop > end ? end : stop;
    const text = raw.slice(start, next).trimEnd();
    lines.push({ text, start, end: start + text.length });
    start = next + 1;
  }
  if (start < raw.length) {
    draft.issues.push({
      code: "limit.length",
      severity: "error",
      message: "The bulletin is longer than any; the rest was not read.",
    });
    draft.unparsed.push({ text: raw.slice(start), start, end: raw.length });
  }
  return lines;
}

function columnsOf(line: string): Column[] {
  return [...line.matchAll(/\d{4,5}/g)].map((match) => ({
    level: quantity(Number(match[0]), "ft"),
    end: match.index + match[0].length,
  }));
}

function readStation(draft: Draft, line: Source, columns: readonly Column[]): void {
  const station = STATION.exec(line.text)![0];
  const groups = [...line.text.slice(station.length).matchAll(/\S+/g)].map((match) => {
    const start = line.start + station.length + match.index;
    const source = { text: match[0], start, end: start + match[0].length };
    return { source, column: columnAt(columns, source.end - line.start) };
  });
  // One group out of place puts the places of all in doubt.
  if (groups.some(({ column }) => column === null)) {
    tellUnreadable(draft, line, "The groups do not stand under the levels.");
    draft.stations.push({ station, levels: [], source: line });
    return;
  }
  const levels: LevelForecast[] = [];
  for (const { source, column } of groups) {
    const group = readGroup(source.text);
    if (group === null) tellUnreadable(draft, source, "The group is no wind with temperature.");
    const [wind, temperature] = [group?.wind ?? null, group?.temperature ?? null];
    if (column !== null) levels.push({ level: column.level, wind, temperature, source });
  }
  draft.stations.push({ station, levels, source: line });
}

/**
 * The level over a group: both end in the same column. A line that lost or gained a blank is not read as winds
 * of other levels.
 */
function columnAt(columns: readonly Column[], end: number): Column | null {
  return columns.find((column) => column.end === end) ?? null;
}

function tellUnreadable(draft: Draft, source: Source, message: string): void {
  draft.issues.push({
    code: "windsAloft.group",
    severity: "error",
    message,
    source,
  });
  draft.unparsed.push(source);
}

/** Heading, identifiers, times; whether the line is one of them. */
function readHeaderLine(draft: Draft, line: Source, times: { reference: number | null }): boolean {
  const heading = HEADING.exec(line.text);
  if (heading) {
    draft.heading = { id: heading[1]!, office: heading[2]!, source: line };
    return true;
  }
  const based = BASED.exec(line.text);
  if (based) {
    const at = resolve(based, times.reference);
    times.reference = at ?? times.reference;
    draft.basedOn = isoOf(at);
  }
  const valid = VALID.exec(line.text);
  const at = valid && resolve(valid, times.reference);
  if (valid) draft.validAt = isoOf(at);
  const use = USE.exec(line.text);
  if (use && at !== null) setUse(draft, use, at);
  const negative = NEGATIVE.exec(line.text);
  if (negative) draft.negativeAbove = quantity(Number(negative[1]), "ft");
  return based !== null || valid !== null || use !== null ||
    /^(?:\d{3}|FD\d?[A-Z]{2}\d|FB\d?[A-Z]{2}\d)$/.test(line.text);
}

function resolve(match: RegExpExecArray, reference: number | null): number | null {
  if (reference === null) return null;
  return resolveNearest(Number(match[1]), Number(match[2]), Number(match[3]), reference);
}

const isoOf = (at: number | null) => at === null ? null : toIso(at);

/** The window lies around the valid time: it begins in the 24 hours before its end, and ends after it. */
function setUse(draft: Draft, use: RegExpExecArray, validAt: number): void {
  const [fromHour, fromMinute, toHour, toMinute] = use.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const midnight = Math.floor(validAt / DAY_MS) * DAY_MS;
  const at = (hour: number, minute: number) => midnight + hour * HOUR_MS + minute * MINUTE_MS;
  let from = at(fromHour, fromMinute);
  if (from > validAt) from -= DAY_MS;
  let to = at(toHour, toMinute);
  while (to <= from) to += DAY_MS;
  draft.useFrom = toIso(from);
  draft.useTo = toIso(to);
}

function complete(draft: Draft, columns: readonly Column[] | null): void {
  if (columns === null || columns.length === 0) {
    draft.issues.push({
      code: "windsAloft.levels",
      severity: "error",
      message: "The row of levels is missing.",
    });
  }
  draft.valid = !draft.issues.some(({ severity }) => severity === "error");
}
