/**
 * The observer: turns the state of the air into what a station would report.
 *
 * @module
 */
import { MINUTE_MS } from "../time/mod.ts";
import { HPA_PER_INHG } from "../units/mod.ts";
import type { CloudAmount } from "../products/metar/model.ts";
import type {
  Observation,
  ObservedLayer,
  ObservedRvr,
  ObservedSky,
  ObservedVisibility,
  ObservedWind,
} from "./observation.ts";
import {
  cloudHeight,
  metricVisibility,
  statuteVisibility,
  temperatureOf,
  tensOfDegrees,
} from "./rounding.ts";
import type { Site } from "./sites.ts";
import { unit } from "./world/hash.ts";
import type { Conditions, LayerField } from "./world/mod.ts";

const KNOTS_PER_MS = 3600 / 1852;

/** How a report is to be made. */
export interface ObserveOptions {
  readonly type: "METAR" | "SPECI";
  readonly correction?: boolean;
  /** Conditions a short while before, for recent weather and tendencies. */
  readonly before?: Conditions;
}

/** What `site` reports at `observedAt` in these conditions. */
export function observe(
  site: Site,
  conditions: Conditions,
  observedAt: number,
  options: ObserveOptions,
): Observation {
  const { dialect, key } = site;
  const minute = Math.floor(observedAt / MINUTE_MS);
  const chance = (salt: number) => unit(key, minute, salt);
  const weather = weatherGroups(site, conditions, chance);
  const blind = site.blind;
  const visibility = blind ? { kind: "missing" } as const : visibilityOf(site, conditions);
  const sky = blind ? { kind: "missing" } as const : skyOf(site, conditions, visibility);
  const cavok = dialect.usesCavok && isCavok(visibility, sky, weather, conditions);
  const qnhHpa = Math.floor(conditions.pressure);
  const sensorOut = chance(7) < 0.004;
  return {
    stationId: site.station.id,
    type: options.type,
    observedAt,
    automatic: site.automatic,
    correction: options.correction === true ? dialect.correction : null,
    nil: options.type === "METAR" && chance(8) < 0.0012,
    windUnit: dialect.windUnit,
    wind: sensorOut && chance(9) < 0.5 ? { kind: "missing" } : windOf(site, conditions, chance),
    visibility: cavok ? { kind: "cavok" } : visibility,
    rvr: blind || cavok ? [] : rvrOf(site, conditions, options.before),
    weather: cavok ? [] : blind ? null : weather,
    sky: cavok ? { kind: "clear", code: "CAVOK" } : sky,
    temperature: sensorOut && chance(9) >= 0.5 ? null : temperatureOf(conditions.temperature),
    dewPoint: sensorOut && chance(9) >= 0.5 || chance(10) < 0.002
      ? null
      : temperatureOf(conditions.dewPoint),
    qnhHpa: chance(11) < 0.0015 ? null : qnhHpa,
    altimeterInHg: Math.floor(conditions.pressure / HPA_PER_INHG * 100),
    recentWeather: recentOf(site, conditions, options.before, weather),
    maintenance: site.automatic && dialect.needsMaintenance(site.station, key),
  };
}

function windOf(site: Site, air: Conditions, chance: (salt: number) => number): ObservedWind {
  const metric = site.dialect.windUnit === "MPS";
  const toUnit = (knots: number) => Math.round(metric ? knots / KNOTS_PER_MS : knots);
  const speed = toUnit(air.windSpeed);
  const calmBelow = metric ? 0.4 : site.dialect.visibilityUnit === "SM" ? 2.5 : 0.9;
  if (speed === 0 || air.windSpeed < calmBelow) return { kind: "calm" };
  const gustValue = toUnit(air.windGust);
  const spread = metric ? 5 : site.dialect.visibilityUnit === "SM" ? 6 : 10;
  const gustFrom = metric ? 8 : 14;
  const gust = gustValue - speed >= spread && gustValue >= gustFrom ? gustValue : null;
  const variable = air.windSpeed < (site.dialect.visibilityUnit === "SM" ? 6 : 3.5);
  if (variable && chance(21) < 0.42) return { kind: "variable", speed, gust: null };
  const direction = tensOfDegrees(air.windFrom);
  const sectorLikely = air.windSpeed < 14 && air.instability > 0.25 ? 0.32 : 0.07;
  const wide = air.windSpeed >= (metric ? 6 : 3.5) && chance(22) < sectorLikely;
  const half = 30 + Math.floor(chance(23) * 4) * 10;
  return {
    kind: "wind",
    direction,
    speed,
    gust,
    sector: wide ? [tensOfDegrees(direction - half + 360), tensOfDegrees(direction + half)] : null,
  };
}

function visibilityOf(site: Site, air: Conditions): ObservedVisibility {
  const { dialect, automatic } = site;
  if (dialect.visibilityUnit === "SM") {
    return statuteVisibility(
      air.visibility,
      automatic && dialect.name === "Canada" ? 9 : dialect.visibilityCap,
    );
  }
  const visibility = metricVisibility(air.visibility);
  if (automatic && dialect.noDirectionalVariation && visibility.kind === "distance") {
    return { ...visibility, text: visibility.text + "NDV" };
  }
  return visibility;
}

/** Metres, whatever the unit; `cavok` is 10 km and missing `null`. */
export function metresOf(visibility: ObservedVisibility): number | null {
  switch (visibility.kind) {
    case "cavok":
      return 10000;
    case "missing":
      return null;
    case "distance":
      return visibility.unit === "m" ? visibility.value : visibility.value * 1609.344;
  }
}

function amountOf(oktas: number): CloudAmount | null {
  const whole = Math.round(oktas);
  return whole < 1 ? null : whole < 3 ? "FEW" : whole < 5 ? "SCT" : whole < 8 ? "BKN" : "OVC";
}

const RANK = { FEW: 1, SCT: 2, BKN: 3, OVC: 4 } as const;

function skyOf(site: Site, air: Conditions, visibility: ObservedVisibility): ObservedSky {
  const { dialect, automatic } = site;
  const american = dialect.visibilityUnit === "SM";
  const metres = metresOf(visibility) ?? 10000;
  const snowingHard = air.precipitationKind === "SN" && metres < 700;
  if ((air.fog > 0.55 && metres < 800) || snowingHard) {
    const height = Math.max(100, Math.round((metres * 0.9 + 40) / 100) * 100);
    return { kind: "obscured", verticalFt: automatic && !american ? null : Math.min(height, 900) };
  }
  const ceilingOfSensor = automatic ? 12500 : 40000;
  const layers: ObservedLayer[] = [];
  for (const field of air.layers) {
    if (field.baseFt > ceilingOfSensor) continue;
    const layer = layerOf(site, field, american);
    if (layer === null || (automatic && american && layer.type !== null)) continue;
    if (dialect.significantCloudOnly && layer.heightFt >= 5000 && layer.type === null) continue;
    // The 1-3-5 rule (FM 15, 15.9.1.1): higher layers count only when they cover more.
    const before = layers.at(-1);
    if (before !== undefined) {
      if (layer.heightFt - before.heightFt < 300 && layer.type === null) continue;
      if (before.amount === "OVC") break;
      if (layer.type === null && RANK[layer.amount] < layers.length) continue;
    }
    layers.push(layer);
    if (layers.length === (automatic ? 3 : 4)) break;
  }
  if (layers.length === 0) return { kind: "clear", code: dialect.clearCode(automatic) };
  const suffix = automatic && dialect.unknownCloudType;
  return {
    kind: "layers",
    layers: suffix
      ? layers.map((l) => l.type === null ? { ...l, type: "notObservable" as const } : l)
      : layers,
  };
}

function layerOf(site: Site, field: LayerField, american: boolean): ObservedLayer | null {
  const amount = amountOf(field.oktas);
  if (amount === null) return null;
  const type = site.automatic ? null : field.convective;
  if (field.convective !== null && type === null && amount === "FEW") return null;
  return { amount, heightFt: cloudHeight(field.baseFt, american), type };
}

function isCavok(
  visibility: ObservedVisibility,
  sky: ObservedSky,
  weather: readonly string[],
  air: Conditions,
): boolean {
  if (visibility.kind !== "distance" || visibility.value < 10000 || weather.length > 0) {
    return false;
  }
  if (air.nearThunder || air.nearShower) return false;
  if (sky.kind === "clear") return true;
  return sky.kind === "layers" &&
    sky.layers.every((l) => l.heightFt >= 5000 && (l.type === null || l.type === "notObservable"));
}

/** Weather groups in the order of FM 15: precipitation, then obscurations. */
function weatherGroups(site: Site, air: Conditions, chance: (salt: number) => number): string[] {
  const groups: string[] = [];
  const statute = site.dialect.visibilityUnit === "SM";
  const spread = air.temperature - air.dewPoint;
  if (air.precipitationKind !== null) groups.push(precipitationGroup(site, air, chance));
  else if (air.nearThunder && !site.automatic) groups.push("VCTS");
  else if (air.nearShower && !site.automatic) groups.push("VCSH");
  const reportBelow = statute ? 7 * 1609.344 : 5001;
  if (air.visibility < reportBelow) {
    const freezing = air.temperature < -0.3 ? "FZ" : "";
    if (air.visibility < 1000 && air.fog > 0.2 && air.precipitationKind !== "SN") {
      groups.push(freezing + "FG");
    } else if (air.dust > 0.15) {
      groups.push(air.visibility < 1000 && chance(31) < 0.4 ? "DS" : "BLDU");
    } else if (spread < 2.2 && air.precipitationKind !== "SN") groups.push("BR");
    else if (air.haze > 0.1 && air.precipitationKind === null) {
      groups.push(chance(32) < 0.15 ? "FU" : "HZ");
    } else if (air.precipitationKind === null) groups.push(spread < 3 ? "BR" : "HZ");
    if (air.precipitationKind === "SN" && air.windSpeed > 22) groups.push("BLSN");
  } else if (air.fog > 0.3 && !site.automatic && spread < 1.2) {
    groups.push(chance(33) < 0.5 ? "MIFG" : "BCFG");
  }
  return groups;
}

function precipitationGroup(
  site: Site,
  air: Conditions,
  chance: (salt: number) => number,
): string {
  const kind = air.precipitationKind!;
  const light = kind === "SN" || kind === "SG" ? 0.7 : kind.endsWith("DZ") ? 0.3 : 2.5;
  const heavy = kind === "SN" ? 3 : kind.endsWith("DZ") ? 0.8 : 7.6;
  const intensity = air.rate < light ? "-" : air.rate >= heavy ? "+" : "";
  // Automatic US sensors tell rain from snow and no more.
  if (site.automatic && site.dialect.visibilityUnit === "SM") {
    if (air.thunder) return intensity + "TSRA";
    if (kind === "RASN") return chance(34) < 0.5 ? "UP" : intensity + "SN";
    if (kind === "PL" || kind === "SG") return "UP";
    return intensity + (kind === "DZ" ? "RA" : kind === "FZDZ" ? "FZRA" : kind);
  }
  if (air.thunder) {
    const what = kind === "SN" ? "SN" : kind.startsWith("FZ") || kind === "DZ" ? "RA" : kind;
    return intensity + "TS" + what + (air.hail && intensity === "+" && what === "RA" ? "GR" : "");
  }
  const shower = air.showery && (kind === "RA" || kind === "SN" || kind === "RASN") &&
    site.dialect.visibilityUnit !== "SM";
  return intensity + (shower ? "SH" : "") + kind;
}

/** `RERA` and its like: moderate or heavy before, not now (FM 15, 15.13.2). */
function recentOf(
  site: Site,
  now: Conditions,
  before: Conditions | undefined,
  weather: readonly string[],
): string[] {
  if (before === undefined || site.dialect.visibilityUnit === "SM" || site.blind) return [];
  if (before.thunder && !weather.some((g) => g.includes("TS"))) {
    return now.rate > 0 ? ["RETS"] : ["RETSRA"];
  }
  if (before.precipitationKind === null || before.rate < 2.5 || now.rate > 0) return [];
  const kind = before.precipitationKind;
  if (kind === "SG" || kind === "PL" || kind === "RASN") return [];
  return ["RE" + (before.showery && !kind.startsWith("FZ") && kind !== "DZ" ? "SH" : "") + kind];
}

function rvrOf(site: Site, air: Conditions, before: Conditions | undefined): ObservedRvr[] {
  if (site.station.size !== "large" || air.visibility >= 1500) return [];
  const feet = site.dialect.rvrUnit === "ft";
  const ends = site.station.runways.flatMap((r) => r.ends.slice(0, 1))
    .filter((end) => /^\d\d[LRC]?$/.test(end.designator)).slice(0, feet ? 1 : 2);
  return ends.map((end, index) => {
    const metres = air.visibility * (1.35 + 0.15 * index);
    const tendency = before === undefined
      ? "N"
      : air.visibility > before.visibility * 1.15
      ? "U"
      : air.visibility < before.visibility * 0.85
      ? "D"
      : "N";
    if (feet) {
      const value = Math.round(metres / 0.3048 / 200) * 200;
      const bound = value > 6000 ? "atLeast" : value < 600 ? "atMost" : null;
      return {
        runway: end.designator,
        value: Math.min(Math.max(value, 600), 6000),
        unit: "ft",
        bound,
        tendency: null,
      };
    }
    const step = metres < 400 ? 25 : metres < 800 ? 50 : 100;
    const value = Math.floor(metres / step) * step;
    const bound = value > 2000 ? "atLeast" : value < 50 ? "atMost" : null;
    return {
      runway: end.designator,
      value: Math.min(Math.max(value, 50), 2000),
      unit: "m",
      bound,
      tendency: bound === null ? tendency : tendency === "N" ? "N" : null,
    };
  });
}
