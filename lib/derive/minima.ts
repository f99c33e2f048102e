/**
 * A report against somebody's own limits: facts, never advice. What is missing, bounded on the wrong side or out
 * of reach of a sensor is `unknown`, which is not `within`.
 *
 * @module
 */
import type { Metar, SurfaceWind, WeatherElements } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import type { ForecastElements } from "../products/taf/model.ts";
import type { Runway } from "../stations/station.ts";
import { type Quantity, toDistance, toSpeed } from "../units/mod.ts";
import { ceilingOf } from "./ceiling.ts";
import { type Hazard, type HazardKind, hazardsOfForecast, hazardsOfMetar } from "./hazards.ts";
import { preferredRunway, type WindOnEnd, windOnRunways } from "./wind.ts";

/** Limits to compare a report with. `null`: not compared. */
export interface Minima {
  /** Lowest ceiling, feet above the aerodrome. */
  readonly ceilingFt: number | null;
  /** Least visibility, statute miles. */
  readonly visibilitySm: number | null;
  /** Most crosswind with gusts on the runway with the best headwind, knots. */
  readonly crosswindKt: number | null;
  /** Most wind with gusts, knots. */
  readonly windKt: number | null;
  /** Whether freezing precipitation and fog are to be named. */
  readonly freezing: boolean;
  /** Whether thunderstorms are to be named. */
  readonly thunder: boolean;
}

/** `beyond`: the report says that the limit is not kept. `unknown`: it does not say enough to tell. */
export type Verdict = "within" | "beyond" | "unknown";

/** One limit and what the report says of it. */
export interface MinimaFact {
  readonly element: "ceiling" | "visibility" | "crosswind" | "wind" | "freezing" | "thunder";
  readonly verdict: Verdict;
  /** The limit in its unit; absent for phenomena. */
  readonly limit?: Quantity<"ft" | "SM" | "kt">;
  /** What is reported; `none`: reported as not there; `null`: not known. */
  readonly value: Quantity<"ft" | "m" | "km" | "SM" | "NM" | "kt"> | "none" | null;
  /** Codes of the phenomena met: `+TSRA`, `FZFG`. */
  readonly codes?: readonly string[];
  /** Runway of the crosswind. */
  readonly runway?: string;
  readonly sources: readonly Source[];
}

type Elements = WeatherElements & { readonly surfaceWind: SurfaceWind };

/** The facts of an observation, one for each limit set, in the order above. */
export function minimaOfMetar(
  metar: Metar,
  runways: readonly Runway[],
  minima: Minima,
): MinimaFact[] {
  const blind = metar.nil || metar.presentWeather.kind === "notObservable";
  const out = (sensor: string) =>
    metar.remarks.filter((remark) => remark.kind === "sensorStatus" && remark.sensor === sensor);
  const simple = metar.remarks.filter((remark) =>
    // A station without a precipitation discriminator does not know what falls.
    remark.kind === "automatedStation" && remark.type === "AO1"
  );
  const noWeather = out("presentWeather");
  return factsOf(metar, runways, minima, hazardsOfMetar(metar), {
    freezing: { blind, because: [...noWeather, ...out("freezingRain"), ...simple] },
    thunder: { blind, because: [...noWeather, ...out("lightning")] },
  });
}

/** The facts of one state that a forecast allows. */
export function minimaOfForecast(
  forecast: ForecastElements,
  runways: readonly Runway[],
  minima: Minima,
): MinimaFact[] {
  const blind = forecast.presentWeather.kind === "notObservable";
  return factsOf(forecast, runways, minima, hazardsOfForecast(forecast), {
    freezing: { blind, because: [] },
    thunder: { blind, because: [] },
  });
}

/** Why a phenomenon may be there although none is reported. */
interface Doubt {
  readonly blind: boolean;
  readonly because: readonly { readonly source: Source }[];
}

function factsOf(
  elements: Elements,
  runways: readonly Runway[],
  minima: Minima,
  hazards: readonly Hazard[],
  doubts: { readonly freezing: Doubt; readonly thunder: Doubt },
): MinimaFact[] {
  const { ceilingFt, visibilitySm, crosswindKt, windKt } = minima;
  const facts: MinimaFact[] = [];
  if (ceilingFt !== null) facts.push(ceilingFact(elements, ceilingFt));
  if (visibilitySm !== null) facts.push(visibilityFact(elements, visibilitySm));
  if (crosswindKt !== null) facts.push(crosswindFact(elements.surfaceWind, runways, crosswindKt));
  if (windKt !== null) facts.push(windFact(elements.surfaceWind, windKt));
  if (minima.freezing) {
    const kinds: HazardKind[] = ["freezingPrecipitation", "freezingFog"];
    facts.push(phenomenonFact("freezing", kinds, hazards, doubts.freezing));
  }
  if (minima.thunder) {
    facts.push(phenomenonFact("thunder", ["thunderstorm"], hazards, doubts.thunder));
  }
  return facts;
}

function ceilingFact(elements: WeatherElements, limitFt: number): MinimaFact {
  const ceiling = ceilingOf(elements);
  const base = {
    element: "ceiling" as const,
    limit: { value: limitFt, unit: "ft" as const },
    sources: ceiling.sources,
  };
  switch (ceiling.kind) {
    case "none":
      return { ...base, verdict: "within", value: "none" };
    case "value": {
      const isBelow = toDistance(ceiling.height, "ft") < limitFt;
      return { ...base, verdict: isBelow ? "beyond" : "within", value: ceiling.height };
    }
    case "unknown": {
      const { atMost } = ceiling;
      if (atMost === undefined) return { ...base, verdict: "unknown", value: null };
      // It lies somewhere at or below this height.
      const isBelow = toDistance(atMost, "ft") < limitFt;
      const value = { ...atMost, bound: "atMost" as const };
      return { ...base, verdict: isBelow ? "beyond" : "unknown", value };
    }
  }
}

/** US stations report no more than 10 SM: it is a lower bound. */
const REPORTING_CAP_SM = 10;

function visibilityFact(elements: WeatherElements, limitSm: number): MinimaFact {
  const visibility = elements.prevailingVisibility;
  const base = {
    element: "visibility" as const,
    limit: { value: limitSm, unit: "SM" as const },
    sources: visibility.kind === "notReported" ? [] : [visibility.source],
  };
  if (visibility.kind !== "visibility" && visibility.kind !== "cavok") {
    return { ...base, verdict: "unknown", value: null };
  }
  const distance = visibility.kind === "cavok"
    ? { value: 10, unit: "km" as const, bound: "atLeast" as const }
    : visibility.distance;
  const miles = toDistance(distance, "SM");
  const bound = distance.unit === "SM" && miles === REPORTING_CAP_SM ? "atLeast" : distance.bound;
  return { ...base, verdict: verdictOfLeast(miles, bound, limitSm), value: distance };
}

/** For a value that must be at least `limit`. */
function verdictOfLeast(
  value: number,
  bound: "atLeast" | "atMost" | undefined,
  limit: number,
): Verdict {
  if (bound === "atMost") return value <= limit ? "beyond" : "unknown";
  if (value >= limit) return "within";
  return bound === "atLeast" ? "unknown" : "beyond";
}

/** For a value that must be at most `limit`. */
function verdictOfMost(
  { value, bound }: Quantity<"kt">,
  limit: number,
): Verdict {
  if (value > limit) return bound === "atMost" ? "unknown" : "beyond";
  return bound === "atLeast" ? "unknown" : "within";
}

function windFact(wind: SurfaceWind, limitKt: number): MinimaFact {
  const base = {
    element: "wind" as const,
    limit: { value: limitKt, unit: "kt" as const },
    sources: wind.kind === "notReported" ? [] : [wind.source],
  };
  if (wind.kind === "calm") return { ...base, verdict: "within", value: "none" };
  if (!("speed" in wind)) return { ...base, verdict: "unknown", value: null };
  const strongest = wind.gust ?? wind.speed;
  const value = {
    value: toSpeed(strongest, "kt"),
    unit: "kt" as const,
    ...(strongest.bound && { bound: strongest.bound }),
  };
  return { ...base, verdict: verdictOfMost(value, limitKt), value };
}

function crosswindFact(
  wind: SurfaceWind,
  runways: readonly Runway[],
  limitKt: number,
): MinimaFact {
  const base = {
    element: "crosswind" as const,
    limit: { value: limitKt, unit: "kt" as const },
    sources: wind.kind === "notReported" ? [] : [wind.source],
  };
  const best = preferredRunway(wind, runways) ?? anyRunway(wind, runways);
  if (best === undefined || best.wind.kind === "unknown") {
    return { ...base, verdict: "unknown", value: null };
  }
  if (best.wind.kind === "calm") return { ...base, verdict: "within", value: "none" };
  const { limits: { crosswind }, sources } = best.wind;
  return {
    ...base,
    verdict: verdictOfMost(crosswind, limitKt),
    value: crosswind,
    // A wind that may come from anywhere prefers no runway.
    ...(best.wind.kind === "components" && { runway: best.designator }),
    sources,
  };
}

function anyRunway(wind: SurfaceWind, runways: readonly Runway[]): WindOnEnd | undefined {
  return windOnRunways(wind, runways)[0];
}

function phenomenonFact(
  element: "freezing" | "thunder",
  kinds: readonly HazardKind[],
  hazards: readonly Hazard[],
  doubt: Doubt,
): MinimaFact {
  const met = hazards.filter(({ kind }) => kinds.includes(kind));
  if (met.length > 0) {
    return {
      element,
      verdict: "beyond",
      value: null,
      codes: [...new Set(met.map(({ code }) => code))],
      sources: met.flatMap(({ sources }) => sources),
    };
  }
  const sources = doubt.because.map(({ source }) => source);
  return doubt.blind || sources.length > 0
    ? { element, verdict: "unknown", value: null, sources }
    : { element, verdict: "within", value: "none", sources };
}
