/**
 * Scores SIGMETs, AIRMETs and space weather advisories.
 *
 * @module
 */
import { decodeSigmet, type FlatSigmet, flattenSigmet } from "../../lib/products/sigmet/mod.ts";
import { near, same } from "./compare.ts";
import { type CorpusLine, receiptOf } from "./corpus.ts";
import type { Finding } from "./ledger.ts";

type Fields = Readonly<Record<string, unknown>>;
type Points = readonly (readonly [number, number])[];

/** Degrees: AWC's own table of VORs differs from ours by up to this much (corpus README). */
const VOR_TOLERANCE = 0.15;
/** Degrees and minutes are exact to the fourth decimal. */
const EXACT_TOLERANCE = 0.001;

/** Findings about one line of `sigmet.jsonl`. */
export function* scoreSigmet(line: CorpusLine): Generator<Finding> {
  if (line.expect_fmi !== undefined) yield* scoreFmi(line.raw, line.expect_fmi);
  const expect = line.expect ?? {};
  if (Object.keys(expect).length === 0) return;
  const from = Date.parse(String(expect.valid_from ?? ""));
  const receivedAt = receiptOf(line) ?? (Number.isFinite(from) ? from : undefined);
  const report = decodeSigmet(line.raw, receivedAt === undefined ? {} : { receivedAt });
  const flat = flattenSigmet(report);
  if (line.made_by.startsWith("NOAA")) yield* scoreAwc(expect, flat);
  else if (line.made_by.startsWith("FMI")) yield* scoreSpaceWeather(expect, flat);
  else if (line.made_by.startsWith("avwx")) yield* scoreAvwx(expect, line.raw);
}

function* scoreAwc(expect: Fields, flat: FlatSigmet): Generator<Finding> {
  for (const [field, expected] of Object.entries(expect)) {
    const actual = flat[field as keyof FlatSigmet];
    if (field === "area_lat_lon") yield areaFinding(expected as Points, actual, VOR_TOLERANCE);
    else yield { field, expected, actual, agrees: near(expected, actual, 1) };
  }
}

/** The name of FMI's file tells whether the advisory is sound. */
function* scoreSpaceWeather(expect: Fields, flat: FlatSigmet): Generator<Finding> {
  yield {
    field: "kind",
    expected: expect.kind,
    actual: flat.kind,
    agrees: expect.kind === flat.kind,
  };
  if (expect.valid === undefined) return;
  const expected = expect.valid;
  const actual = flat.valid ?? true;
  yield { field: "valid", expected, actual, agrees: expected === actual };
}

/** Coordinates as the corpus read them again, and the times as written. */
function* scoreAvwx(expect: Fields, raw: string): Generator<Finding> {
  const flat = flattenSigmet(decodeSigmet(raw, { receivedAt: NEAR_TIME }));
  for (const field of ["valid_from", "valid_to"] as const) {
    if (field in expect) yield timeFinding(field, String(expect[field]), flat[field]);
  }
  for (const part of [expect.observation, expect.forecast]) {
    const points = (part as Fields | undefined)?.area_lat_lon;
    if (points !== undefined) {
      yield areaFinding(points as Points, flat.area_lat_lon, EXACT_TOLERANCE);
    }
  }
}

/** The day at the middle of the month places every `ddhhmm` in one month; only its figures are compared. */
const NEAR_TIME = Date.UTC(2022, 2, 16, 12);

function* scoreFmi(raw: string, fmi: Fields): Generator<Finding> {
  const flat = flattenSigmet(decodeSigmet(raw, { receivedAt: NEAR_TIME }));
  const period = fmi.validityPeriod as Record<string, Fields> | undefined;
  const times = [["valid_from", period?.startTime], ["valid_to", period?.endTime]] as const;
  for (const [field, time] of times) {
    const found = /^--(\d\d)T(\d\d):(\d\d)Z/.exec(String(time?.partialTime ?? ""));
    if (found !== null) yield timeFinding(field, found.slice(1).join(""), flat[field]);
  }
  const [analysis] = (fmi.analysisGeometries ?? []) as readonly Fields[];
  const geometry = analysis?.geometry as Record<string, Fields> | undefined;
  const ring = geometry?.geoGeometry?.exteriorRingPositions as readonly number[] | undefined;
  // Other areas FMI cuts out of the FIR's boundary or draws as a circle of many points.
  const isPolygon = /^WI [NS]\d/.test(String(geometry?.tacGeometry?.tacContent ?? ""));
  if (ring !== undefined && isPolygon) {
    yield areaFinding(pairsOf(ring), flat.area_lat_lon, EXACT_TOLERANCE);
  }
}

function pairsOf(numbers: readonly number[]): Points {
  return Array.from(
    { length: numbers.length / 2 },
    (_, at) => [numbers[2 * at] ?? NaN, numbers[2 * at + 1] ?? NaN] as const,
  );
}

/** `ddhhmm` against an ISO instant. */
function timeFinding(field: string, expected: string, iso: string | undefined): Finding {
  const actual = iso === undefined
    ? undefined
    : iso.slice(8, 10) + iso.slice(11, 13) + iso.slice(14, 16);
  return { field, expected, actual, agrees: same(expected, actual) };
}

/**
 * Each point of one area lies near a point of the other. The order is not compared: AWC's points are out of
 * order wherever it repeats the first one.
 */
function areaFinding(expected: Points, actual: unknown, tolerance: number): Finding {
  const ours = (Array.isArray(actual) ? actual : []) as Points;
  const covers = (some: Points, others: Points) =>
    some.every((one) => others.some((other) => isNear(one, other, tolerance)));
  const agrees = ours.length > 0 && covers(expected, ours) && covers(ours, expected);
  return { field: "area_lat_lon", expected, actual, agrees };
}

function isNear(
  [latitude, longitude]: readonly [number, number],
  other: readonly [number, number],
  tolerance: number,
): boolean {
  const across = Math.abs(longitude - other[1]) % 360;
  return Math.abs(latitude - other[0]) <= tolerance &&
    Math.min(across, 360 - across) <= tolerance + 1e-9;
}
