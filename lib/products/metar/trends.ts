/**
 * Trends (FM 15, 15.14): each has its own accumulator, so that nothing of it reaches the observation.
 *
 * @module
 */
import { Accumulator, readGroup, repairGroup, TREND } from "../groups/mod.ts";
import { DIGIT, isDigit, MARK, readDigits, type Tokens } from "../scan/mod.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, resolveNearest, toIso } from "../../time/mod.ts";
import { startsReport } from "./header.ts";
import type { Source } from "../product.ts";
import type { Trend } from "./model.ts";
import type { Reading } from "./reading.ts";

/** The keyword with which a trend opens at token `i`, or `null`. */
export function trendKindAt(tokens: Tokens, i: number): Trend["kind"] | null {
  switch (tokens.code(i, 0)) {
    case 78: // N
      return tokens.is(i, "NOSIG") ? "NOSIG" : null;
    case 66: // B
      return tokens.is(i, "BECMG") ? "BECMG" : null;
    case 84: // T
      return tokens.is(i, "TEMPO") ? "TEMPO" : null;
    case 73: // I
      return tokens.is(i, "INTER") ? "INTER" : null;
    case 80: // P
      return tokens.size(i) === 6 && (tokens.is(i, "PROB30") || tokens.is(i, "PROB40"))
        ? "PROB"
        : null;
    case 70: // F
      return isTime(tokens, i, "FM") ? "FM" : null;
    default:
      return null;
  }
}

/** `FM0300`, `TL0400`, `AT1250`; `FM060300` with a day. */
function isTime(tokens: Tokens, i: number, prefix: string): boolean {
  const size = tokens.size(i);
  if ((size !== 6 && size !== 8) || !tokens.startsWith(i, prefix)) return false;
  for (let at = 2; at < size; at++) if (!isDigit(tokens.code(i, at))) return false;
  return true;
}

/** `AT 0400` with a blank. */
function joinsTime(tokens: Tokens, i: number): boolean {
  return (tokens.is(i, "AT") || tokens.is(i, "FM") || tokens.is(i, "TL")) &&
    tokens.size(i + 1) === 4 && tokens.shapes[i + 1] === DIGIT;
}

/**
 * ISO instant of a day (−1 where none is given), hour and minute after the observation; `null` where
 * they are none, or the observation has no instant.
 */
function instantOf(reading: Reading, day: number, hour: number, minute: number): string | null {
  const { observedAt } = reading;
  if (observedAt === null || hour < 0 || hour > 24 || minute < 0 || minute > 59) return null;
  if (day >= 0) {
    const instant = resolveNearest(day, hour, minute, observedAt);
    return instant === null ? null : toIso(instant);
  }
  const midnight = Math.floor(observedAt / DAY_MS) * DAY_MS;
  let instant = midnight + hour * HOUR_MS + minute * MINUTE_MS;
  // A trend looks two hours ahead: an hour well before the observation is tomorrow's.
  if (instant < observedAt - 3 * HOUR_MS) instant += DAY_MS;
  return toIso(instant);
}

/** The instant of `FMhhmm` or `FMddhhmm` at token `i`. */
function timeAt(tokens: Tokens, i: number, reading: Reading): string | null {
  const end = tokens.ends[i]!;
  const { text } = tokens;
  const day = tokens.size(i) === 8 ? readDigits(text, end - 6, end - 4) : -1;
  return instantOf(
    reading,
    day,
    readDigits(text, end - 4, end - 2),
    readDigits(text, end - 2, end),
  );
}

/** The instant of `ddhh` at an offset of the text. */
function dayHourAt(tokens: Tokens, start: number, reading: Reading): string | null {
  const { text } = tokens;
  return instantOf(
    reading,
    readDigits(text, start, start + 2),
    readDigits(text, start + 2, start + 4),
    0,
  );
}

/** Reads the trend that opens at token `i` and returns the index of the first token after it. */
export function readTrend(
  tokens: Tokens,
  i: number,
  reading: Reading,
  endsSection: (i: number) => boolean,
): number {
  const first = i;
  const named = trendKindAt(tokens, i);
  let kind: Trend["kind"] = named ?? "FM";
  let probability: number | undefined;
  let from: string | null = null;
  let until: string | null = null;
  let at: string | null = null;
  const acc = new Accumulator(reading.issues, reading.unparsed);
  if (kind === "PROB") {
    probability = readDigits(tokens.text, tokens.starts[i]! + 4, tokens.ends[i]!);
    const next = trendKindAt(tokens, i + 1);
    if (next === "TEMPO" || next === "INTER") {
      kind = next;
      i++;
    }
  } else if (named === "FM") {
    from = timeAt(tokens, i, reading);
  }
  if (named === null) {
    reading.note(
      "order.trendWithoutKeyword",
      "warning",
      "A second wind after the pressure opens a forecast without its keyword.",
      tokens.source(i),
    );
  } else i++;
  let claimedEnd = i;
  while (kind !== "NOSIG" && i < tokens.count) {
    if (endsSection(i)) break;
    if (joinsTime(tokens, i)) {
      const instant = timeAt(tokens, i + 1, reading);
      if (tokens.is(i, "FM")) from = instant;
      else if (tokens.is(i, "TL")) until = instant;
      else at = instant;
      i++;
    } else if (isTime(tokens, i, "FM") && (acc.isEmpty && kind !== "FM")) {
      from = timeAt(tokens, i, reading);
    } else if (isTime(tokens, i, "TL")) {
      until = timeAt(tokens, i, reading);
    } else if (isTime(tokens, i, "AT")) {
      at = timeAt(tokens, i, reading);
    } else if (trendKindAt(tokens, i) !== null || startsReport(tokens, i)) break;
    else if (acc.isEmpty && isPeriod(tokens, i)) {
      const start = tokens.starts[i]!;
      from = dayHourAt(tokens, start, reading);
      until = dayHourAt(tokens, start + 5, reading);
    } else if ((tokens.shapes[i]! & MARK) !== 0) break;
    else {
      const claimed = readGroup(tokens, i, acc, TREND);
      if (claimed > 0) {
        i += claimed;
        claimedEnd = i;
        continue;
      }
      if (repairGroup(tokens, i, acc, TREND, isKeyword)) continue;
      reading.unparsed.push(tokens.source(i));
      i++;
      continue;
    }
    i++;
    claimedEnd = i;
  }
  const elements = acc.elements();
  reading.trends.push({
    kind,
    ...(probability === undefined ? undefined : { probability }),
    from,
    until,
    at,
    elements,
    colourStates: acc.colourStates ?? [],
    source: tokens.source(first, Math.max(claimedEnd - first, 1)),
  });
  return i;
}

/** The trend `NOSIG` from a place in the text. */
export function noSignificantChange(source: Source): Trend {
  const elements = new Accumulator().elements();
  return { kind: "NOSIG", from: null, until: null, at: null, elements, colourStates: [], source };
}

/** Words that may be glued to a group. */
export function isKeyword(word: string): boolean {
  return /^(?:NOSIG|BECMG|TEMPO|INTER|RMK|PROB[34]0|(?:FM|TL|AT)\d{4})$/.test(word);
}

/** `0306/0308`: days and hours. */
function isPeriod(tokens: Tokens, i: number): boolean {
  if (tokens.size(i) !== 9 || tokens.code(i, 4) !== 47) return false;
  const start = tokens.starts[i]!;
  return readDigits(tokens.text, start, start + 4) >= 0 &&
    readDigits(tokens.text, start + 5, start + 9) >= 0;
}
