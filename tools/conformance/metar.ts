/**
 * Scores METARs of every maker.
 *
 * @module
 */
import { decodeMetar } from "../../lib/products/metar/mod.ts";
import { flattenReport } from "../decode/flatten.ts";
import { near, nearVisibility, same, sameSet } from "./compare.ts";
import { type CorpusLine, receiptOf } from "./corpus.ts";
import { metarExpectation } from "./fmi.ts";
import type { Finding } from "./ledger.ts";

type Fields = Readonly<Record<string, unknown>>;
type Maker = "awc" | "agreeing" | "rweather" | "fmi";

/** Findings about one line of `metar.jsonl`. */
export function* scoreMetar(line: CorpusLine): Generator<Finding> {
  const receivedAt = receiptOf(line);
  const report = decodeMetar(line.raw, receivedAt === undefined ? {} : { receivedAt });
  const flat: Record<string, unknown> = { ...flattenReport(report) };
  const expect = line.expect ?? metarExpectation(line.expect_fmi ?? {});
  const maker = makerOf(line.made_by);
  for (const [field, expected] of Object.entries(expect)) {
    yield* scoreField(field, expected, flat, maker);
  }
}

function makerOf(madeBy: string): Maker {
  if (madeBy.startsWith("NOAA")) return "awc";
  if (madeBy.startsWith("rweather")) return "rweather";
  return madeBy.startsWith("FMI") ? "fmi" : "agreeing";
}

/** Absolute tolerances; other numbers must be the same. */
const TOLERANCES: Readonly<Record<string, number>> = {
  wind_speed_kt: 1,
  wind_gust_kt: 1,
  altimeter_inhg: 0.011,
  temperature_c: 0.05,
  dewpoint_c: 0.05,
  sea_level_pressure_hpa: 0.05,
  pressure_tendency_3h_hpa: 0.05,
  max_temperature_6h_c: 0.05,
  min_temperature_6h_c: 0.05,
  max_temperature_24h_c: 0.05,
  min_temperature_24h_c: 0.05,
  precip_1h_in: 0.005,
  precip_24h_in: 0.005,
};

const BODY_TEMPERATURES = new Set(["temperature_c", "dewpoint_c"]);

function* scoreField(
  field: string,
  expected: unknown,
  flat: Fields,
  maker: Maker,
): Generator<Finding> {
  const actual = flat[field];
  const finding = (agrees: boolean, rule?: string): Finding =>
    rule === undefined
      ? { field, expected, actual, agrees }
      : { field, expected, actual, agrees, rule };
  // These two makers read the body, whole degrees, where the remarks have tenths.
  const wholeDegrees = (maker === "rweather" || maker === "fmi") && BODY_TEMPERATURES.has(field);
  const tolerance = wholeDegrees ? 0.5 : TOLERANCES[field];
  if (tolerance !== undefined && typeof expected === "number") {
    yield finding(near(expected, actual, tolerance));
    return;
  }
  switch (field) {
    case "visibility_sm":
      yield finding(nearVisibility(expected, actual));
      break;
    case "weather":
    case "recent_weather":
      yield finding(sameSet(expected, actual));
      break;
    case "clouds":
      yield finding(
        maker === "awc" || maker === "agreeing"
          ? sameLayers(expected, actual)
          : sameSet(expected, actual),
      );
      break;
    case "sky_clear":
      yield finding(expected === actual || (maker === "awc" && isShownAsClear(expected, actual)));
      break;
    case "trends":
      yield finding(sameTrends(expected, actual));
      break;
    case "wind_dir_deg":
      yield directionFinding(expected, flat, maker);
      break;
    case "wind_speed":
    case "wind_gust":
    case "visibility":
    case "altimeter":
    case "min_visibility":
      yield finding(sameQuantity(expected, actual));
      break;
    default:
      yield finding(same(expected, actual));
  }
}

/** AWC shows SKC, NSC and NCD as CLR. */
function isShownAsClear(expected: unknown, actual: unknown): boolean {
  return expected === "CLR" && (actual === "NSC" || actual === "NCD" || actual === "SKC");
}

/** AWC stored VRB as 0. */
function directionFinding(expected: unknown, flat: Fields, maker: Maker): Finding {
  const actual = flat.wind_variable === true ? "VRB" : flat.wind_dir_deg;
  const found = { field: "wind_dir_deg", expected, actual, agrees: expected === actual };
  return maker === "awc" && expected === 0 && actual === "VRB"
    ? { ...found, rule: "AWC stored VRB as 0 (corpus README)" }
    : found;
}

/**
 * Cover and base of the first four layers: neither maker keeps CB and TCU, AWC keeps four, and both drop
 * what was not observed (`//////CB`).
 */
function sameLayers(expected: unknown, actual: unknown): boolean {
  const simple = (layers: unknown) =>
    (Array.isArray(layers) ? layers : [])
      .filter(({ cover }) => cover !== "unknown").slice(0, 4)
      .map(({ cover, base_ft }) => ({
        cover,
        ...((base_ft ?? undefined) === undefined ? {} : { base_ft }),
      }));
  const wanted = Array.isArray(expected) ? expected.filter(({ cover }) => cover !== "OVX") : [];
  return sameSet(simple(wanted), simple(actual));
}

/** Each trend in order, by the fields that the maker states; it writes NSW as `null`. */
function sameTrends(expected: unknown, actual: unknown): boolean {
  if (!Array.isArray(expected) || !Array.isArray(actual)) return same(expected, actual);
  return expected.length === actual.length &&
    expected.every((trend: Fields, index) =>
      Object.entries(trend).every(([field, value]) => {
        const found = actual[index][field];
        if (field === "weather") return sameSet(withoutNull(value), found);
        return value !== null && typeof value === "object" && !Array.isArray(value)
          ? sameQuantity(value, found)
          : same(value, found);
      })
    );
}

function withoutNull(codes: unknown): unknown {
  return Array.isArray(codes) ? codes.map((code) => code ?? "NSW") : codes;
}

/** `{value, unit, bound}`: numbers within a thousandth. */
function sameQuantity(expected: unknown, actual: unknown): boolean {
  const [a, b] = [expected as Fields | undefined, actual as Fields | undefined];
  return a?.unit === b?.unit && a?.bound === b?.bound &&
    (near(a?.value, b?.value, 0.001) || same(a?.value, b?.value));
}
