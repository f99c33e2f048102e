/**
 * Wind along and across runways.
 *
 * METAR and TAF directions are true, so runways are taken by their true headings; the number of a runway is
 * magnetic and is never compared with a METAR wind. Aviation rules, section 5.
 *
 * @module
 */
import type { SurfaceWind, WindSector } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import type { Runway, RunwayEnd } from "../stations/station.ts";
import type { Bound, Quantity, SpeedUnit } from "../units/mod.ts";
import { roundTo, toSpeed } from "../units/mod.ts";

/** One wind on one runway, knots to a tenth. */
export interface WindComponents {
  /** Negative: tailwind. */
  readonly head: Quantity<"kt">;
  /** Positive: from the right; negative: from the left. */
  readonly cross: Quantity<"kt">;
}

/** The largest that the wind may bring, knots, never negative. */
export interface WindLimits {
  readonly crosswind: Quantity<"kt">;
  readonly tailwind: Quantity<"kt">;
}

/** The wind on a runway. `limits` is what to compare with one's own limits: gust and sector counted. */
export type RunwayWind =
  | {
    readonly kind: "components";
    readonly mean: WindComponents;
    readonly gust?: WindComponents;
    /** Worst over the sector in which the direction varies, `240V300`. */
    readonly sectorWorst?: WindLimits;
    readonly limits: WindLimits;
    readonly sources: readonly Source[];
  }
  | {
    /** `VRB`: the wind may come from anywhere. */
    readonly kind: "variable";
    readonly limits: WindLimits;
    readonly sources: readonly Source[];
  }
  | { readonly kind: "calm"; readonly limits: WindLimits; readonly sources: readonly Source[] }
  | {
    /** Wind or heading missing: no answer, which is not 0. */
    readonly kind: "unknown";
    readonly reason: "windNotReported" | "windNotObservable" | "windNotUnderstood" | "noHeading";
    readonly sources: readonly Source[];
  };

const RADIANS = Math.PI / 180;

function knots(value: number, bound?: Bound): Quantity<"kt"> {
  return { value: roundTo(value, 1), unit: "kt", ...(bound && { bound }) };
}

/**
 * Head and cross component of a wind.
 *
 * @param direction degrees true from which it blows
 * @param speed its speed; a bound (`P99KT`) is carried on
 * @param trueHeading of the runway, degrees
 */
export function windComponents(
  direction: number,
  speed: Quantity<SpeedUnit>,
  trueHeading: number,
): WindComponents {
  const angle = (direction - trueHeading) * RADIANS;
  const kt = toSpeed(speed, "kt");
  return {
    head: knots(kt * Math.cos(angle), speed.bound),
    cross: knots(kt * Math.sin(angle), speed.bound),
  };
}

/** The wind on a runway of `trueHeading` degrees. */
export function windOnRunway(wind: SurfaceWind, trueHeading: number | null): RunwayWind {
  const sources = sourcesOf(wind);
  switch (wind.kind) {
    case "notReported":
      return { kind: "unknown", reason: "windNotReported", sources };
    case "notUnderstood":
      return { kind: "unknown", reason: "windNotUnderstood", sources };
    case "notObservable":
    case "directionNotObservable":
    case "speedNotObservable":
      return { kind: "unknown", reason: "windNotObservable", sources };
    case "calm":
      return { kind: "calm", limits: { crosswind: knots(0), tailwind: knots(0) }, sources };
    case "variable": {
      const strongest = wind.gust ?? wind.speed;
      const upTo = knots(toSpeed(strongest, "kt"), strongest.bound);
      return { kind: "variable", limits: { crosswind: upTo, tailwind: upTo }, sources };
    }
    case "wind":
      if (trueHeading === null) return { kind: "unknown", reason: "noHeading", sources };
      return onHeading(wind, trueHeading, sources);
  }
}

function onHeading(
  wind: SurfaceWind & { kind: "wind" },
  trueHeading: number,
  sources: readonly Source[],
): RunwayWind {
  const { speed, gust, sector } = wind;
  const strongest = gust ?? speed;
  const mean = windComponents(wind.direction.value, speed, trueHeading);
  const gusting = gust && windComponents(wind.direction.value, gust, trueHeading);
  const sectorWorst = sector && worstInSector(sector, strongest, trueHeading);
  const reported = limitsOf(gusting ?? mean, mean);
  return {
    kind: "components",
    mean,
    ...(gusting && { gust: gusting }),
    ...(sectorWorst && { sectorWorst }),
    limits: sectorWorst
      ? {
        crosswind: larger(reported.crosswind, sectorWorst.crosswind),
        tailwind: larger(reported.tailwind, sectorWorst.tailwind),
      }
      : reported,
    sources,
  };
}

const larger = (a: Quantity<"kt">, b: Quantity<"kt">) => b.value > a.value ? b : a;

/** Limits of a wind that may drop to its mean between gusts: the larger of both for each component. */
function limitsOf(strongest: WindComponents, mean: WindComponents): WindLimits {
  const cross = Math.max(Math.abs(strongest.cross.value), Math.abs(mean.cross.value));
  const tail = Math.max(0, -strongest.head.value, -mean.head.value);
  return {
    crosswind: knots(cross, strongest.cross.bound),
    tailwind: knots(tail, strongest.head.bound),
  };
}

/** Whether `angle` lies in the sector, clockwise from its start to its end. */
function isInSector(angle: number, sector: WindSector): boolean {
  const width = (sector.to.value - sector.from.value + 360) % 360;
  return ((angle - sector.from.value) % 360 + 360) % 360 <= width;
}

/** The largest components anywhere in the sector: at its ends, or square to the runway, or right behind. */
function worstInSector(
  sector: WindSector,
  speed: Quantity<SpeedUnit>,
  trueHeading: number,
): WindLimits {
  const kt = toSpeed(speed, "kt");
  const square = [trueHeading + 90, trueHeading - 90, trueHeading + 180];
  const angles = [
    sector.from.value,
    sector.to.value,
    ...square.filter((angle) => isInSector(angle, sector)),
  ];
  let crosswind = 0;
  let tailwind = 0;
  for (const angle of angles) {
    const radians = (angle - trueHeading) * RADIANS;
    crosswind = Math.max(crosswind, Math.abs(kt * Math.sin(radians)));
    tailwind = Math.max(tailwind, -kt * Math.cos(radians));
  }
  return {
    crosswind: knots(crosswind, speed.bound),
    tailwind: knots(tailwind, speed.bound),
  };
}

function sourcesOf(wind: SurfaceWind): readonly Source[] {
  if (wind.kind === "notReported") return [];
  const sector = "sector" in wind && wind.sector ? [wind.sector.source] : [];
  return [wind.source, ...sector];
}

/** The wind on one end of a runway. */
export interface WindOnEnd {
  readonly designator: string;
  readonly trueHeading: number | null;
  /** `designator`: the heading is good to ± 5° only; say so. */
  readonly headingSource: RunwayEnd["headingSource"];
  readonly length: Runway["length"];
  readonly surface: string;
  readonly wind: RunwayWind;
}

/** Headwinds that differ by less than this are alike (aviation rules, section 5), knots. */
const ALIKE_KT = 1;
const HARDNESS: Readonly<Record<string, number>> = {
  concrete: 4,
  asphalt: 4,
  metal: 3,
  gravel: 2,
  dirt: 1,
  grass: 1,
  unknown: 0,
  water: -1,
};

/** The wind on every end of every runway, in the order given. */
export function windOnRunways(wind: SurfaceWind, runways: readonly Runway[]): WindOnEnd[] {
  return runways.flatMap(({ ends, length, surface }) =>
    ends.map(({ designator, trueHeading, headingSource }) => ({
      designator,
      trueHeading,
      headingSource,
      length,
      surface,
      wind: windOnRunway(wind, trueHeading),
    }))
  );
}

/**
 * The end with the greatest headwind; within 1 kt the longer, then the harder runway. `null` where the wind
 * is missing, calm or variable, or no heading is known. A suggestion: the runway in use comes from ATC or ATIS.
 */
export function preferredRunway(wind: SurfaceWind, runways: readonly Runway[]): WindOnEnd | null {
  const known = windOnRunways(wind, runways).flatMap((end) =>
    end.wind.kind === "components" ? [{ end, head: end.wind.mean.head.value }] : []
  );
  const greatest = Math.max(...known.map(({ head }) => head));
  const alike = known.filter(({ head }) => head > greatest - ALIKE_KT);
  alike.sort((a, b) =>
    (b.end.length?.value ?? 0) - (a.end.length?.value ?? 0) ||
    (HARDNESS[b.end.surface] ?? 0) - (HARDNESS[a.end.surface] ?? 0) ||
    b.head - a.head
  );
  return alike[0]?.end ?? null;
}

/** Degrees magnetic of a true direction, 0 < d ≤ 360; east variation is positive and subtracted. */
export function toMagnetic(trueDegrees: number, variation: number): number {
  return toCompass(trueDegrees - variation);
}

/** Degrees true of a magnetic direction, 0 < d ≤ 360; east variation is positive and added. */
export function toTrue(magneticDegrees: number, variation: number): number {
  return toCompass(magneticDegrees + variation);
}

function toCompass(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360;
  return turned === 0 ? 360 : turned;
}
