/**
 * Scores TAFs: the header flags, the temperatures, and each period field by field.
 *
 * @module
 */
import {
  decodeTaf,
  type FlatPeriod,
  type FlatTaf,
  flattenTaf,
} from "../../lib/products/taf/mod.ts";
import { near, nearVisibility, same, sameSet } from "./compare.ts";
import { type CorpusLine, receiptOf } from "./corpus.ts";
import { tafExpectation } from "./fmi.ts";
import type { Finding } from "./ledger.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Findings about one line of `taf.jsonl`. */
export function* scoreTaf(line: CorpusLine): Generator<Finding> {
  const receivedAt = receiptOf(line);
  const decoded = decodeTaf(line.raw, receivedAt === undefined ? {} : { receivedAt });
  const flat = flattenTaf(decoded);
  const expect = line.expect ?? tafExpectation(line.expect_fmi ?? {});
  for (const field of ["amended", "corrected", "cancelled", "nil"] as const) {
    if (field in expect) yield finding(field, expect[field], flat[field] ?? false);
  }
  for (const field of ["issued", "valid_from", "valid_to", "station"] as const) {
    if (field in expect) yield finding(field, expect[field], flat[field]);
  }
  for (const field of ["max_temperatures", "min_temperatures"] as const) {
    if (field in expect) {
      const actual = flat[field];
      yield { ...finding(field, expect[field], actual), agrees: sameSet(expect[field], actual) };
    }
  }
  if (Array.isArray(expect.periods)) yield* scorePeriods(expect.periods, flat, line);
}

function* scorePeriods(
  expected: readonly Fields[],
  flat: FlatTaf,
  line: CorpusLine,
): Generator<Finding> {
  const actual = flat.periods ?? [];
  yield finding("periods", expected.length, actual.length);
  const isAwc = line.made_by.startsWith("NOAA");
  for (const [index, period] of expected.entries()) {
    const match = isAwc ? matching(period, actual) : actual[index];
    const where = `period ${index + 1}`;
    if (match === undefined) yield { ...finding("periods", period, undefined), where };
    else {
      for (const result of scorePeriod(period, match, isAwc)) yield { ...result, where };
    }
  }
}

/** AWC does not keep the order of periods. */
function matching(period: Fields, actual: readonly FlatPeriod[]): FlatPeriod | undefined {
  return actual.find(({ type, from }) => type === period.type && from === period.from);
}

function* scorePeriod(expected: Fields, actual: FlatPeriod, isAwc: boolean): Generator<Finding> {
  for (const [field, value] of Object.entries(expected)) {
    switch (field) {
      case "disputed":
      case "wind_variable":
      case "altimeter_inhg":
        // AWC carries the last QNH to every period: its README says not to test it.
        break;
      case "from_ddhh":
      case "from":
        yield finding("from", value, actual[field]);
        break;
      case "to_ddhh":
      case "to":
      case "becoming_by":
        yield finding("to", value, actual[field]);
        break;
      case "wind_dir_deg":
        yield directionFinding(expected, actual, isAwc);
        break;
      case "wind_speed_kt":
      case "wind_gust_kt":
        yield speedFinding(field, expected, actual, isAwc);
        break;
      case "visibility_sm":
        yield visibilityFinding(value, actual, isAwc);
        break;
      case "turbulence":
      case "icing":
        yield layersFinding(field, value, actual[field], isAwc);
        break;
      case "clouds":
        yield cloudsFinding(value, actual);
        break;
      case "weather":
        yield weatherFinding(value, actual, isAwc);
        break;
      case "wind_shear":
        yield { ...finding(field, value, actual[field]), agrees: same(value, actual[field]) };
        break;
      default:
        yield finding(field, value, actual[field as keyof FlatPeriod]);
    }
  }
  if (expected.wind_variable === true) {
    yield finding("wind_dir_deg", "VRB", actual.wind_variable === true ? "VRB" : undefined);
  }
}

function finding(field: string, expected: unknown, actual: unknown): Finding {
  return { field, expected, actual, agrees: same(expected, actual) };
}

/** AWC stored VRB as 0. */
function directionFinding(expected: Fields, actual: FlatPeriod, isAwc: boolean): Finding {
  const value = expected.wind_dir_deg;
  if (isAwc && value === 0 && actual.wind_variable === true) {
    return {
      ...finding("wind_dir_deg", value, "VRB"),
      rule: "AWC stored VRB as 0 (corpus README)",
    };
  }
  const found = finding("wind_dir_deg", value, actual.wind_dir_deg);
  return isAwc && icingAsWind(expected, actual) ? { ...found, rule: ICING_AS_WIND } : found;
}

function speedFinding(
  field: "wind_speed_kt" | "wind_gust_kt",
  expected: Fields,
  actual: FlatPeriod,
  isAwc: boolean,
): Finding {
  const value = expected[field];
  const found = { ...finding(field, value, actual[field]), agrees: near(value, actual[field], 1) };
  return isAwc && icingAsWind(expected, actual) ? { ...found, rule: ICING_AS_WIND } : found;
}

const ICING_AS_WIND = "AWC reads the icing group 620079 as wind 200° 79 kt";

/** Whether the wind expected is the icing group of a period that names no wind. */
function icingAsWind(expected: Fields, actual: FlatPeriod): boolean {
  if (actual.wind_speed_kt !== undefined) return false;
  return (actual.icing ?? []).some((code) =>
    Number(code.slice(1, 4)) === expected.wind_dir_deg &&
    Number(code.slice(4)) === expected.wind_speed_kt
  );
}

/** AWC carries NSW on to the next period. */
function weatherFinding(expected: unknown, actual: FlatPeriod, isAwc: boolean): Finding {
  const found = finding("weather", expected, actual.weather);
  const carried = isAwc && same(expected, ["NSW"]) && actual.weather === undefined &&
    actual.type === "BECMG";
  return carried
    ? { ...found, rule: "AWC carries NSW on to a BECMG that does not name weather" }
    : { ...found, agrees: sameSet(expected, actual.weather) };
}

/** P6SM is 6 for one maker and 6.21 for AWC; both say "more than 6". */
function visibilityFinding(expected: unknown, actual: FlatPeriod, isAwc: boolean): Finding {
  const value = actual.visibility_sm;
  const agrees = nearVisibility(expected, value) || (isAwc && expected === 6.21 && value === 6);
  return { field: "visibility_sm", expected, actual: value, agrees };
}

/** OVX is AWC's word for an obscured sky: its height stands in the vertical visibility. */
function cloudsFinding(expected: unknown, actual: FlatPeriod): Finding {
  const layers = Array.isArray(expected)
    ? expected.filter((layer) => layer.cover !== "OVX")
    : expected;
  const clouds = actual.clouds ?? [];
  return { field: "clouds", expected, actual: clouds, agrees: sameSet(layers, clouds) };
}

/** AWC gives intensity and limits in place of the group. */
function layersFinding(field: string, expected: unknown, actual: unknown, isAwc: boolean): Finding {
  if (!isAwc || !Array.isArray(expected)) {
    return { ...finding(field, expected, actual), agrees: sameSet(expected, actual) };
  }
  const codes = Array.isArray(actual) ? actual.map((code) => attributesOf(field, code)) : actual;
  return { ...finding(field, expected, codes), agrees: sameSet(expected, codes) };
}

function attributesOf(field: string, code: string): Record<string, string> {
  const base = Number(code.slice(2, 5)) * 100;
  const top = base + Number(code[5]) * 1000;
  return {
    [`${field}_intensity`]: code[1] ?? "",
    ...(base > 0 ? { [`${field}_min_alt_ft_agl`]: String(base) } : {}),
    ...(top > 0 ? { [`${field}_max_alt_ft_agl`]: String(top) } : {}),
  };
}
