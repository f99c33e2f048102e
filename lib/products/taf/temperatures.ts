/**
 * Forecast extreme temperatures: `TX12/0215Z`, `TNM03/0306Z` (Annex 3, appendix 5, 1.2.5), the US Navy's
 * `T26/1415Z` pairs, and the Australian rows `T 25 21 18 20 Q 1012 1013 1014 1015`.
 *
 * @module
 */
import { HOUR_MS } from "../../time/mod.ts";
import { quantity } from "../../units/mod.ts";
import type { Source } from "../product.ts";
import type { Tokens } from "../scan/mod.ts";
import type { ForecastRow, ForecastTemperature } from "./model.ts";
import { placeHour } from "./changes.ts";
import { isoOf, nearest } from "./calendar.ts";
import { type DayTime, isDigits, readDayHour, readDayTime } from "./times.ts";
import type { WrittenPeriod } from "./times.ts";

/** A temperature group before its month is known. */
export interface WrittenTemperature {
  /** `T` alone is the Navy's group: the higher of a pair is the maximum. */
  readonly kind: "TX" | "TN" | "T";
  readonly celsius: number;
  readonly belowZero: boolean;
  readonly at: DayTime;
  /** Number of its tokens. */
  readonly count: number;
  readonly source: Source;
}

/** Reads `TX12/0215Z`, `TNM03/0306Z`, `T26/1415Z`; `null` where the token has another shape. */
export function readTemperature(
  tokens: Tokens,
  i: number,
  validity: WrittenPeriod | null,
): WrittenTemperature | null {
  if (!tokens.startsWith(i, "T")) return null;
  // `T X33/1018Z`, `TX 33/1018Z`: a blank within the group.
  const apart = tokens.size(i) <= 2;
  const text = apart ? tokens.word(i) + tokens.word(i + 1) : tokens.word(i);
  const count = apart ? 2 : 1;
  const kind = text[1] === "X" ? "TX" : text[1] === "N" ? "TN" : "T";
  const slash = text.indexOf("/");
  if (slash < 0) return null;
  const below = text[kind.length] === "M" || text[kind.length] === "-";
  const figures = text.slice(kind.length + (below ? 1 : 0), slash);
  const time = text.slice(slash + 1, text.endsWith("Z") ? -1 : undefined);
  const at = readDayHour(time) ?? readDayTime(time) ?? hourOnly(time, validity);
  if (!isDigits(figures) || figures.length > 2 || at === null) return null;
  const value = Number(figures);
  return {
    kind,
    celsius: below && value > 0 ? -value : value,
    belowZero: below && value === 0,
    at,
    count,
    source: tokens.source(i, count),
  };
}

/** `TX12/07Z` of the form before 2008: the first such hour of the validity. */
function hourOnly(time: string, validity: WrittenPeriod | null): DayTime | null {
  if (time.length !== 2 || !isDigits(time) || Number(time) > 24 || validity === null) return null;
  return placeHour(Number(time), validity);
}

/** `written` with its instant nearest to `reference`. */
export function resolveTemperature(
  written: WrittenTemperature,
  reference: number | null,
): ForecastTemperature {
  const at = reference === null ? null : nearest(written.at, reference);
  const common = {
    temperature: quantity(written.celsius, "degC"),
    at: at === null ? null : isoOf(at),
    written: written.at,
    source: written.source,
  };
  return written.belowZero ? { ...common, belowZero: true } : common;
}

/**
 * Sorts the temperature groups into maxima, minima and those of which the report does not say:
 * of the Navy's `T` groups the highest and the lowest are known only when they differ.
 */
export function sortTemperatures(all: readonly WrittenTemperature[]): {
  maximum: WrittenTemperature[];
  minimum: WrittenTemperature[];
  other: WrittenTemperature[];
} {
  const plain = all.filter(({ kind }) => kind === "T").map(({ celsius }) => celsius);
  const highest = Math.max(...plain);
  const lowest = Math.min(...plain);
  const sortOf = ({ kind, celsius }: WrittenTemperature) => {
    if (kind !== "T") return kind;
    if (highest === lowest) return "T";
    return celsius === highest ? "TX" : celsius === lowest ? "TN" : "T";
  };
  const pick = (sort: string) => all.filter((written) => sortOf(written) === sort);
  return { maximum: pick("TX"), minimum: pick("TN"), other: pick("T") };
}

/**
 * Reads an Australian row that begins at token `i` (`T` or `Q`) with up to four values; `null` where it is
 * none. `count` is the number of its tokens.
 */
export function readRow(
  tokens: Tokens,
  i: number,
  validFrom: number | null,
): { row: ForecastRow; count: number } | null {
  const element = tokens.is(i, "T") ? "airTemperature" : tokens.is(i, "Q") ? "qnh" : null;
  if (element === null) return null;
  const values: ForecastRow["values"][number][] = [];
  while (values.length < 4) {
    const value = rowValue(tokens.word(i + 1 + values.length), element);
    if (value === null) break;
    const at = validFrom === null ? null : isoOf(validFrom + values.length * 3 * HOUR_MS);
    values.push({ value, at });
  }
  if (values.length === 0) return null;
  const count = values.length + 1;
  return { row: { element, values, source: tokens.source(i, count) }, count };
}

function rowValue(text: string, element: ForecastRow["element"]) {
  if (element === "qnh") {
    return text.length >= 3 && text.length <= 4 && isDigits(text)
      ? quantity(Number(text), "hPa")
      : null;
  }
  const below = text[0] === "M" || text[0] === "-";
  const figures = below ? text.slice(1) : text;
  if (!isDigits(figures) || figures.length > 2) return null;
  return quantity(below && Number(figures) > 0 ? -Number(figures) : Number(figures), "degC");
}
