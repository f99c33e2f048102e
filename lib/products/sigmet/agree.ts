/**
 * Whether the text and what its provider read from it say the same.
 *
 * @module
 */
import type { Issue } from "../product.ts";
import { flattenSigmet } from "./flatten.ts";
import type { Sigmet } from "./model.ts";

/** Degrees by which a provider's table of anchor points may differ from ours. */
const ANCHOR_TOLERANCE = 0.15;
/** A validity may be counted to the last second of its last minute. */
const TIME_TOLERANCE_MS = 60_000;
const FEET_TOLERANCE = 100;

/** What a provider says besides the text; untrusted, all of it optional. */
export interface ProviderValues {
  /** Milliseconds since the epoch. */
  readonly validFrom?: unknown;
  readonly validTo?: unknown;
  /** Feet. */
  readonly minFt?: unknown;
  readonly maxFt?: unknown;
  /** Degrees, knots. */
  readonly movementDir?: unknown;
  readonly movementKt?: unknown;
  /** `[latitude, longitude]` in degrees. */
  readonly area?: unknown;
}

/**
 * Issues for each value on which the text and its provider differ; a value that one of them lacks is no difference.
 *
 * @example
 * ```ts
 * import { agreeWithProvider } from "./agree.ts";
 * import { decodeSigmet } from "./decode.ts";
 * import assert from "node:assert/strict";
 * const report = decodeSigmet("YUDD SIGMET 2 VALID 121200/121600 YUSO- YUDD SHANLON FIR SEV TURB OBS ENTIRE FIR FL250/370=");
 * assert.deepEqual(agreeWithProvider(report, { minFt: 25000, maxFt: 37000 }), []);
 * assert.equal(agreeWithProvider(report, { maxFt: 27000 })[0]?.code, "provider.maxFt");
 * ```
 */
export function agreeWithProvider(report: Sigmet, values: ProviderValues): Issue[] {
  const flat = flattenSigmet(report);
  const rows: [name: keyof ProviderValues, ours: number | undefined, tolerance: number][] = [
    ["validFrom", instant(flat.valid_from), TIME_TOLERANCE_MS],
    ["validTo", instant(flat.valid_to), TIME_TOLERANCE_MS],
    ["minFt", flat.min_ft, FEET_TOLERANCE],
    ["maxFt", flat.max_ft, FEET_TOLERANCE],
    ["movementDir", flat.movement_dir_deg, 1],
    ["movementKt", flat.movement_speed_kt, 1],
  ];
  const issues = rows.flatMap(([name, ours, tolerance]) => {
    const theirs = values[name];
    if (typeof theirs !== "number" || ours === undefined) return [];
    // `TOPS ABV FL450`: any greater height agrees.
    const differs = name === "maxFt" && isOpenAbove(report)
      ? theirs < ours - tolerance
      : Math.abs(theirs - ours) > tolerance;
    return differs ? [differing(name)] : [];
  });
  return areasDiffer(flat.area_lat_lon, values.area) ? [...issues, differing("area")] : issues;
}

function isOpenAbove(report: Sigmet): boolean {
  const levels = report.hazards[0]?.levels;
  return levels?.kind === "levels" && levels.top?.kind === "altitude" &&
    levels.top.height.bound === "atLeast";
}

const instant = (iso: string | undefined) => iso === undefined ? undefined : Date.parse(iso);

function differing(name: keyof ProviderValues): Issue {
  return {
    code: `provider.${name}`,
    severity: "warning",
    message: `The provider's own reading differs from the text in ${name}; the text counts.`,
  };
}

type Points = readonly (readonly [number, number])[];

/** Each point of one lies near a point of the other; their order is not compared, providers repeat points. */
function areasDiffer(ours: Points | undefined, given: unknown): boolean {
  if (ours === undefined || !Array.isArray(given) || given.length < 3) return false;
  const theirs = given.filter(isPoint);
  const covers = (some: Points, others: Points) =>
    some.every((one) => others.some((other) => isNear(one, other)));
  return theirs.length === given.length && !(covers(ours, theirs) && covers(theirs, ours));
}

function isPoint(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "number";
}

function isNear(a: readonly [number, number], b: readonly [number, number]): boolean {
  const across = Math.abs(a[1] - b[1]) % 360;
  return Math.abs(a[0] - b[0]) <= ANCHOR_TOLERANCE &&
    Math.min(across, 360 - across) <= ANCHOR_TOLERANCE;
}
