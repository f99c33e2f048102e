/**
 * The header of a METAR: type, corrections, location indicator, day and time.
 *
 * @module
 */
import type { Tokens } from "../scan/mod.ts";
import { isCapital, isDigit, readDigits } from "../scan/mod.ts";
import type { Source } from "../product.ts";
import type { Reading } from "./reading.ts";

/** `061751Z` at token `i`, or six figures without the `Z`. */
export function dayTimeAt(
  tokens: Tokens,
  i: number,
): { day: number; hour: number; minute: number; source: Source } | null {
  const size = tokens.size(i);
  if (size !== 7 && size !== 6) return null;
  if (size === 7 && tokens.code(i, 6) !== 90) return null;
  const start = tokens.starts[i]!;
  const day = readDigits(tokens.text, start, start + 2);
  const hour = readDigits(tokens.text, start + 2, start + 4);
  const minute = readDigits(tokens.text, start + 4, start + 6);
  if (day < 1 || day > 31 || hour < 0 || hour > 24 || minute < 0 || minute > 59) return null;
  return { day, hour, minute, source: tokens.source(i) };
}

/** Whether token `i` could be a location indicator: four characters, the first a letter. */
export function isIndicator(tokens: Tokens, i: number): boolean {
  if (tokens.size(i) !== 4 || !isCapital(tokens.code(i, 0))) return false;
  for (let at = 1; at < 4; at++) {
    const code = tokens.code(i, at);
    if (!isCapital(code) && !isDigit(code)) return false;
  }
  return true;
}

/** Words that look like an indicator before a time, but are not. */
const NOT_INDICATORS = new Set(
  "NEXT LAST TILL FROM AUTO TIME WIND OBSN LWIS INTL UNTL AFTR LTST".split(" "),
);

/** Whether a new report starts at token `i`: `METAR KJFK 061751Z` or `KJFK 061751Z`. */
export function startsReport(tokens: Tokens, i: number): boolean {
  const size = tokens.size(i);
  if (size === 5) {
    if (!tokens.is(i, "METAR") && !tokens.is(i, "SPECI")) return false;
    return startsReport(tokens, i + 1) ||
      (tokens.is(i + 1, "COR") && startsReport(tokens, i + 2));
  }
  return size === 4 && tokens.size(i + 1) === 7 && isIndicator(tokens, i) &&
    dayTimeAt(tokens, i + 1) !== null &&
    !NOT_INDICATORS.has(tokens.word(i));
}

/** Words about the report itself, which some stations write in other places than the header. */
export function readStatusWord(tokens: Tokens, i: number, reading: Reading): boolean {
  switch (tokens.word(i)) {
    case "METAR":
      break;
    case "SPECI":
      reading.reportType = "SPECI";
      break;
    case "AUTO":
      reading.automatic = true;
      break;
    case "COR":
      reading.corrected = true;
      break;
    case "RTD":
      reading.delayed = true;
      break;
    case "NIL":
      reading.nil = true;
      break;
    case "AMD":
      reading.corrected = true;
      break;
    case "LWIS":
      reading.automatic = true;
      break;
    default:
      return readCorrection(tokens, i, reading);
  }
  return true;
}

/** `CCA`, `CCB` … of Canada, `RRA` and `COR` of bulletin headings. */
function readCorrection(tokens: Tokens, i: number, reading: Reading): boolean {
  if (tokens.size(i) !== 3) return false;
  if (!tokens.startsWith(i, "CC") && !tokens.startsWith(i, "RR")) return false;
  const letter = tokens.code(i, 2);
  if (!isCapital(letter) || letter > 88) return false;
  if (tokens.startsWith(i, "CC")) {
    reading.corrected = true;
    reading.correction = String.fromCharCode(letter);
  } else reading.delayed = true;
  return true;
}

/** `SAUK31 EGRR 220720`, also after a serial number, in front of the report: how many tokens it takes. */
function headingLength(tokens: Tokens): number {
  let i = 0;
  if (tokens.size(0) === 5 && !isDigit(tokens.code(0, 0))) return 0;
  if (tokens.size(0) <= 5 && readDigits(tokens.text, tokens.starts[0]!, tokens.ends[0]!) >= 0) i++;
  const kind = tokens.word(i);
  if (!/^[A-Z]{4}\d{2}$/.test(kind) || !isIndicator(tokens, i + 1)) return 0;
  if (tokens.size(i + 2) !== 6 || dayTimeAt(tokens, i + 2) === null) return 0;
  i += 3;
  return /^(?:COR|[CRA][CRA][A-Z])$/.test(tokens.word(i)) ? i + 1 : i;
}

/** Reads the header into `reading` and returns the index of the first token of the body. */
export function readHeader(tokens: Tokens, reading: Reading): number {
  if (tokens.count === 0) return 0;
  let i = tokens.size(0) === 4 ? 0 : headingLength(tokens);
  while (i < tokens.count && tokens.size(i) !== 4 && readStatusWord(tokens, i, reading)) i++;
  while (
    i < tokens.count && tokens.size(i + 1) !== 7 &&
    (tokens.is(i, "AUTO") || tokens.is(i, "LWIS")) && readStatusWord(tokens, i, reading)
  ) i++;
  if (isIndicator(tokens, i) && !tokens.is(i, "AUTO")) {
    reading.locationIndicator = tokens.word(i);
    i++;
  }
  const dayTime = dayTimeAt(tokens, i);
  if (dayTime !== null) {
    reading.observedDayTime = dayTime;
    if (tokens.size(i) === 6) {
      reading.note(
        "repair.timeWithoutZ",
        "info",
        "The time was written without Z.",
        dayTime.source,
      );
    }
    i++;
  } else if (
    (tokens.size(i) >= 5 && tokens.size(i) <= 8) && tokens.code(i, tokens.size(i) - 1) === 90 &&
    isDigit(tokens.code(i, 0))
  ) {
    const source = tokens.source(i);
    reading.unparsed.push(source);
    reading.note("damaged.time", "error", "Day and time of observation cannot be read.", source);
    i++;
  }
  while (i < tokens.count && tokens.size(i) <= 4 && readStatusWord(tokens, i, reading)) i++;
  return i;
}
