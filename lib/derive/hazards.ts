/**
 * What in a report is dangerous, each with the group that says so. Nothing here softens or judges: a hazard of
 * the report is a hazard of the list.
 *
 * @module
 */
import type { Metar, WeatherElements, WeatherPhenomenon } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import type { ForecastElements, ForecastLayer } from "../products/taf/model.ts";
import { toSpeed } from "../units/mod.ts";

/** Kinds of hazard, most urgent first. */
export const HAZARD_KINDS = [
  "tornado",
  "funnelCloud",
  "volcanicAsh",
  "thunderstorm",
  "hail",
  "freezingPrecipitation",
  "windShear",
  "turbulence",
  "icing",
  "squall",
  "duststorm",
  "icePellets",
  "heavyPrecipitation",
  "blowingSnow",
  "freezingFog",
  "fog",
  "snow",
  "cumulonimbus",
  "toweringCumulus",
  "strongWind",
  "gust",
  "runwayClosed",
] as const;
export type HazardKind = (typeof HAZARD_KINDS)[number];

/** One hazard that a report states. */
export interface Hazard {
  readonly kind: HazardKind;
  /** `VC`: near the aerodrome, not at it. */
  readonly inVicinity?: true;
  /** From recent weather (`RETS`): it was, in the last hour. */
  readonly recent?: true;
  /** The weather code or value, as reported: `+TSRAGR`. */
  readonly code: string;
  readonly sources: readonly Source[];
}

/** A mean wind of this much and more is named, knots (near gale, where small aircraft are tied down). */
const STRONG_WIND_KT = 25;

type Rule = (phenomenon: WeatherPhenomenon) => boolean;
const hasType = (...types: WeatherPhenomenon["types"]): Rule => (p) =>
  p.types.some((type) => types.includes(type));
const hasDescriptor = (descriptor: WeatherPhenomenon["descriptors"][number]): Rule => (p) =>
  p.descriptors.includes(descriptor);
const both = (a: Rule, b: Rule): Rule => (p) => a(p) && b(p);

/** One group may be several hazards: `+TSRAGR` is thunderstorm, hail and heavy precipitation. */
const WEATHER_RULES: readonly (readonly [HazardKind, Rule])[] = [
  ["tornado", (p) => p.types.includes("FC") && p.intensity === "heavy"],
  ["funnelCloud", (p) => p.types.includes("FC") && p.intensity !== "heavy"],
  ["volcanicAsh", hasType("VA")],
  ["thunderstorm", hasDescriptor("TS")],
  ["hail", hasType("GR", "GS")],
  ["freezingPrecipitation", both(hasDescriptor("FZ"), hasType("RA", "DZ", "UP"))],
  ["squall", hasType("SQ")],
  ["duststorm", hasType("DS", "SS")],
  ["icePellets", hasType("PL")],
  [
    "heavyPrecipitation",
    both((p) => p.intensity === "heavy", hasType("RA", "SN", "DZ", "UP", "PL", "SG")),
  ],
  ["blowingSnow", both(hasDescriptor("BL"), hasType("SN"))],
  ["freezingFog", both(hasDescriptor("FZ"), hasType("FG"))],
  ["fog", (p) => p.types.includes("FG") && !p.descriptors.includes("FZ")],
  ["snow", (p) => p.types.some((t) => t === "SN" || t === "SG") && p.intensity !== "heavy"],
];

function ofPhenomenon(phenomenon: WeatherPhenomenon, recent: boolean): Hazard[] {
  return WEATHER_RULES.filter(([, holds]) => holds(phenomenon)).map(([kind]) => ({
    kind,
    ...(phenomenon.inVicinity && { inVicinity: true as const }),
    ...(recent && { recent: true as const }),
    code: phenomenon.code,
    sources: [phenomenon.source],
  }));
}

function ofCloud({ cloud }: WeatherElements): Hazard[] {
  if (cloud.kind !== "layers") return [];
  return cloud.layers.flatMap(({ type, source }): Hazard[] => {
    if (type === "CB") return [{ kind: "cumulonimbus", code: source.text, sources: [source] }];
    if (type === "TCU") return [{ kind: "toweringCumulus", code: source.text, sources: [source] }];
    return [];
  });
}

function ofWind({ surfaceWind: wind }: WeatherElements): Hazard[] {
  if (!("speed" in wind)) return [];
  const found: Hazard[] = [];
  const base = { code: wind.source.text, sources: [wind.source] };
  if (toSpeed(wind.speed, "kt") >= STRONG_WIND_KT) found.push({ kind: "strongWind", ...base });
  if (wind.gust !== undefined) found.push({ kind: "gust", ...base });
  return found;
}

const order = (hazard: Hazard) => HAZARD_KINDS.indexOf(hazard.kind) + (hazard.recent ? 100 : 0);

/** Hazards of the elements that reports share, most urgent first. */
export function hazardsOf(elements: WeatherElements): Hazard[] {
  const { presentWeather } = elements;
  const weather = presentWeather.kind === "weather"
    ? presentWeather.phenomena.flatMap((phenomenon) => ofPhenomenon(phenomenon, false))
    : [];
  return [...weather, ...ofCloud(elements), ...ofWind(elements)]
    .sort((a, b) => order(a) - order(b));
}

/** A layer whose intensity is not "none" is a hazard, an unknown one too; the code keeps how strong it is. */
function ofLayers(kind: "turbulence" | "icing", layers: readonly ForecastLayer[]): Hazard[] {
  return layers.filter(({ intensity }) => intensity !== "none").map(({ source }) => ({
    kind,
    code: source.text,
    sources: [source],
  }));
}

/** Hazards of a forecast period: those of its elements, wind shear aloft, turbulence and icing. */
export function hazardsOfForecast(elements: ForecastElements): Hazard[] {
  const shear = elements.windShear.map(({ source }): Hazard => ({
    kind: "windShear",
    code: source.text,
    sources: [source],
  }));
  return [
    ...hazardsOf(elements),
    ...shear,
    ...ofLayers("turbulence", elements.turbulence),
    ...ofLayers("icing", elements.icing),
  ].sort((a, b) => order(a) - order(b));
}

/** Hazards of a METAR: its body, wind shear, recent weather and runways closed by snow. Trends are not mixed in. */
export function hazardsOfMetar(metar: Metar): Hazard[] {
  const { recentWeather } = metar;
  const recent = recentWeather.kind === "weather"
    ? recentWeather.phenomena.flatMap((phenomenon) => ofPhenomenon(phenomenon, true))
    : [];
  const shear = metar.windShear.map(({ source }): Hazard => ({
    kind: "windShear",
    code: source.text,
    sources: [source],
  }));
  const closed = metar.runwayStates.flatMap(({ condition, source }): Hazard[] =>
    condition.kind === "closedBySnow"
      ? [{ kind: "runwayClosed", code: source.text, sources: [source] }]
      : []
  );
  return [...hazardsOf(metar), ...recent, ...shear, ...closed]
    .sort((a, b) => order(a) - order(b));
}

/** A kind of weather that the station cannot see now: that it is not reported means nothing. */
export interface BlindSpot {
  readonly cannotSee: "thunderstorm" | "freezingPrecipitation" | "presentWeather" | "visibility";
  readonly sources: readonly Source[];
}

const BLIND: Readonly<Record<string, BlindSpot["cannotSee"]>> = {
  lightning: "thunderstorm",
  freezingRain: "freezingPrecipitation",
  presentWeather: "presentWeather",
  visibility: "visibility",
};

/** What the sensors of an automatic station leave out (`TSNO`, `FZRANO`, `PWINO`, `VISNO`, `//`). */
export function blindSpotsOf(metar: Metar): BlindSpot[] {
  const found: BlindSpot[] = [];
  if (metar.presentWeather.kind === "notObservable") {
    found.push({ cannotSee: "presentWeather", sources: [metar.presentWeather.source] });
  }
  for (const remark of metar.remarks) {
    if (remark.kind !== "sensorStatus" || remark.place !== undefined) continue;
    const cannotSee = BLIND[remark.sensor];
    if (cannotSee !== undefined) found.push({ cannotSee, sources: [remark.source] });
  }
  return found;
}
