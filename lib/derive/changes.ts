/**
 * What changed between two reports of a station: which element, in which direction, and which limit was crossed.
 *
 * @module
 */
import type { Metar, SurfaceWind } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import { toDistance, toPressure, toSpeed } from "../units/mod.ts";
import { FLIGHT_CATEGORIES, type FlightCategory, flightCategory } from "./category.ts";
import { type Hazard, hazardsOfMetar } from "./hazards.ts";
import { bestTemperatures } from "./temperature.ts";

/** The elements compared. */
export type ChangedElement =
  | "flightCategory"
  | "ceiling"
  | "visibility"
  | "windDirection"
  | "windSpeed"
  | "gust"
  | "weather"
  | "temperature"
  | "dewPoint"
  | "pressure"
  | "hazard";

/** `lost`: a value was there and is no longer; `gained`: the other way. */
export type ChangeDirection =
  | "better"
  | "worse"
  | "higher"
  | "lower"
  | "changed"
  | "lost"
  | "gained";

/** One change between two reports. */
export interface Change {
  readonly element: ChangedElement;
  readonly direction: ChangeDirection;
  /** Before and after, in words of the report or numbers in the unit named; `null` where not known. */
  readonly before: string | number | null;
  readonly after: string | number | null;
  readonly unit?: "ft" | "m" | "kt" | "deg" | "degC" | "hPa";
  /** Limits of the flight category that were crossed, in the element's unit: ft or SM. */
  readonly crossed?: readonly number[];
  /** Groups of the older and of the newer report. */
  readonly sources: { readonly before: readonly Source[]; readonly after: readonly Source[] };
}

const CEILING_LIMITS_FT = [500, 1000, 3000];
const VISIBILITY_LIMITS_SM = [1, 3, 5];
/** Less than this is within the scatter of two observations: direction in degrees, speed in knots. */
const DIRECTION_NOISE = 30;
const SPEED_NOISE = 5;

interface Reading {
  readonly value: number | null;
  readonly sources: readonly Source[];
}

interface Comparison {
  readonly element: ChangedElement;
  readonly unit: NonNullable<Change["unit"]>;
  readonly read: (metar: Metar) => Reading;
  /** Direction of a rise; a fall is its opposite. */
  readonly rise: "better" | "worse" | "higher";
  /** Changes of less than this are not told. */
  readonly noise: number;
}

const UNKNOWN: Reading = { value: null, sources: [] };
const OPPOSITE = { better: "worse", worse: "better", higher: "lower" } as const;

function speedOf(wind: SurfaceWind): Reading {
  if (wind.kind === "calm") return { value: 0, sources: [wind.source] };
  if (!("speed" in wind)) return UNKNOWN;
  return { value: Math.round(toSpeed(wind.speed, "kt")), sources: [wind.source] };
}

function gustOf(wind: SurfaceWind): Reading {
  const speed = speedOf(wind);
  if (speed.value === null) return UNKNOWN;
  const gust = "gust" in wind && wind.gust ? Math.round(toSpeed(wind.gust, "kt")) : 0;
  return { value: gust, sources: speed.sources };
}

const COMPARISONS: readonly Comparison[] = [
  {
    element: "windSpeed",
    unit: "kt",
    rise: "higher",
    noise: SPEED_NOISE,
    read: (metar) => speedOf(metar.surfaceWind),
  },
  {
    element: "gust",
    unit: "kt",
    rise: "worse",
    noise: 1,
    read: (metar) => gustOf(metar.surfaceWind),
  },
  {
    element: "temperature",
    unit: "degC",
    rise: "higher",
    noise: 1,
    read: (metar) => bestTemperatures(metar).air ?? UNKNOWN,
  },
  {
    element: "dewPoint",
    unit: "degC",
    rise: "higher",
    noise: 1,
    read: (metar) => bestTemperatures(metar).dewPoint ?? UNKNOWN,
  },
  {
    element: "pressure",
    unit: "hPa",
    rise: "higher",
    noise: 0.6,
    read: ({ qnh }) =>
      qnh.kind === "value"
        ? { value: Math.round(toPressure(qnh, "hPa") * 10) / 10, sources: [qnh.source] }
        : UNKNOWN,
  },
];

function compare(comparison: Comparison, older: Metar, newer: Metar): Change[] {
  const before = comparison.read(older);
  const after = comparison.read(newer);
  const base = {
    element: comparison.element,
    unit: comparison.unit,
    before: before.value,
    after: after.value,
    sources: { before: before.sources, after: after.sources },
  };
  if (before.value === null && after.value === null) return [];
  if (after.value === null) return [{ ...base, direction: "lost" }];
  if (before.value === null) return [{ ...base, direction: "gained" }];
  const difference = after.value - before.value;
  if (Math.abs(difference) < comparison.noise) return [];
  return [{
    ...base,
    direction: difference > 0 ? comparison.rise : OPPOSITE[comparison.rise],
  }];
}

function categoryChange(before: FlightCategory, after: FlightCategory): Change[] {
  if (before.category === after.category && before.partial === after.partial) return [];
  const rank = (c: FlightCategory) =>
    c.category === null ? null : FLIGHT_CATEGORIES.indexOf(c.category);
  const [was, is] = [rank(before), rank(after)];
  const direction: ChangeDirection = is === null
    ? "lost"
    : was === null
    ? "gained"
    : is > was
    ? "worse"
    : is < was
    ? "better"
    : "changed";
  return [{
    element: "flightCategory",
    direction,
    before: before.category,
    after: after.category,
    sources: { before: before.reason.sources, after: after.reason.sources },
  }];
}

/** A sky without ceiling is above every limit. */
function ceilingReading({ reason: { ceiling } }: FlightCategory): Reading {
  if (ceiling.kind === "unknown") return { value: null, sources: ceiling.sources };
  const value = ceiling.kind === "none" ? Infinity : ceiling.height.value;
  return { value, sources: ceiling.sources };
}

function visibilityReading(metar: Metar): Reading {
  const visibility = metar.prevailingVisibility;
  if (visibility.kind === "cavok") return { value: 10_000, sources: [visibility.source] };
  if (visibility.kind !== "visibility") return UNKNOWN;
  // All "10 km or more" are alike, whatever the unit they were written in.
  const metres = Math.min(10_000, Math.round(toDistance(visibility.distance, "m")));
  const less = visibility.distance.bound === "atMost" ? 1 : 0;
  return { value: metres - less, sources: [visibility.source] };
}

function limitChange(
  element: "ceiling" | "visibility",
  before: Reading,
  after: Reading,
  limits: readonly number[],
  toLimit: (value: number) => number,
): Change[] {
  const shown = (value: number | null) =>
    value === Infinity ? "none" : value === null ? null : value;
  const base = {
    element,
    unit: element === "ceiling" ? "ft" as const : "m" as const,
    before: shown(before.value),
    after: shown(after.value),
    sources: { before: before.sources, after: after.sources },
  };
  if (before.value === after.value) return [];
  if (after.value === null) return [{ ...base, direction: "lost" }];
  if (before.value === null) return [{ ...base, direction: "gained" }];
  const [low, high] = [before.value, after.value].sort((a, b) => a - b).map(toLimit) as [
    number,
    number,
  ];
  const crossed = limits.filter((limit) => low < limit && high >= limit);
  return [{
    ...base,
    direction: after.value > before.value ? "better" : "worse",
    ...(crossed.length > 0 && { crossed }),
  }];
}

function directionChange(older: SurfaceWind, newer: SurfaceWind): Change[] {
  if (older.kind !== "wind" || newer.kind !== "wind") {
    const name = (wind: SurfaceWind) =>
      wind.kind === "wind" ? wind.direction.value : wind.kind === "variable" ? "VRB" : null;
    const [before, after] = [name(older), name(newer)];
    if (before === after) return [];
    return [{
      element: "windDirection",
      direction: "changed",
      before,
      after,
      unit: "deg",
      sources: { before: sourceOf(older), after: sourceOf(newer) },
    }];
  }
  const turn = Math.abs(((newer.direction.value - older.direction.value + 540) % 360) - 180);
  if (turn < DIRECTION_NOISE) return [];
  return [{
    element: "windDirection",
    direction: "changed",
    before: older.direction.value,
    after: newer.direction.value,
    unit: "deg",
    sources: { before: [older.source], after: [newer.source] },
  }];
}

const sourceOf = (wind: SurfaceWind) => wind.kind === "notReported" ? [] : [wind.source];

function weatherChange(older: Metar, newer: Metar): Change[] {
  const codes = ({ presentWeather: w }: Metar) =>
    w.kind === "weather"
      ? w.phenomena.map((p) => p.code).join(" ")
      : w.kind === "notObservable"
      ? null
      : "";
  const sources = ({ presentWeather: w }: Metar): readonly Source[] =>
    w.kind === "weather"
      ? w.phenomena.map((p) => p.source)
      : w.kind === "notReported"
      ? []
      : [w.source];
  const [before, after] = [codes(older), codes(newer)];
  if (before === after) return [];
  const direction = after === null ? "lost" : before === null ? "gained" : "changed";
  return [{
    element: "weather",
    direction,
    before,
    after,
    sources: { before: sources(older), after: sources(newer) },
  }];
}

function hazardChanges(older: Metar, newer: Metar): Change[] {
  const key = (h: Hazard) => `${h.kind}${h.inVicinity ? " VC" : ""}${h.recent ? " RE" : ""}`;
  const was = new Map(hazardsOfMetar(older).map((h) => [key(h), h]));
  const is = new Map(hazardsOfMetar(newer).map((h) => [key(h), h]));
  const change = (name: string, before?: Hazard, after?: Hazard): Change => ({
    element: "hazard",
    direction: after ? "worse" : "better",
    before: before ? name : null,
    after: after ? name : null,
    sources: { before: before?.sources ?? [], after: after?.sources ?? [] },
  });
  const begun = [...is].filter(([name]) => !was.has(name)).map(([name, h]) =>
    change(name, undefined, h)
  );
  // A report that could not see the weather does not say that a hazard ended.
  const blind = newer.nil || newer.presentWeather.kind === "notObservable";
  const ended = blind
    ? []
    : [...was].filter(([name]) => !is.has(name)).map(([name, h]) => change(name, h));
  return [...begun, ...ended];
}

/**
 * Changes from `older` to `newer`, most important first. Scatter between two observations (wind within 5 kt and
 * 30°, pressure within half a hectopascal) is not told; every change of category, ceiling, visibility, weather,
 * gust and hazard is.
 */
export function compareMetars(older: Metar, newer: Metar): Change[] {
  const [before, after] = [flightCategory(older), flightCategory(newer)];
  return [
    ...categoryChange(before, after),
    ...hazardChanges(older, newer),
    ...limitChange(
      "ceiling",
      ceilingReading(before),
      ceilingReading(after),
      CEILING_LIMITS_FT,
      (feet) => feet,
    ),
    ...limitChange(
      "visibility",
      visibilityReading(older),
      visibilityReading(newer),
      VISIBILITY_LIMITS_SM,
      (metres) => metres / 1609.344,
    ),
    ...weatherChange(older, newer),
    ...directionChange(older.surfaceWind, newer.surfaceWind),
    ...COMPARISONS.flatMap((comparison) => compare(comparison, older, newer)),
  ];
}
