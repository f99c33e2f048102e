/**
 * Cloud, precipitation, thunder and visibility from the state of the air.
 *
 * @module
 */
import type { Air } from "./air.ts";
import type { Conditions, LayerField, PrecipitationKind } from "./conditions.ts";
import type { Ground } from "./geography.ts";
import { clamp, smoothStep } from "./hash.ts";
import { noiseAt } from "./noise.ts";
import type { Place } from "./place.ts";
import type { PressureField } from "./systems.ts";
import type { Wind } from "./wind.ts";

/** Everything at once: the last step of the world's function. */
export function weatherAt(
  place: Place,
  ground: Ground,
  field: PressureField,
  air: Air,
  wind: Wind,
): Conditions {
  const { seed, x, y, z, hours } = place;
  const patchy = noiseAt({ seed: seed + 41, km: 45, hours: 2.5, drift: 0.4 }, x, y, z, hours);
  const convection = convectionAt(place, field, air);
  const stratiform = Math.max(0, air.wetness - 0.74 + 0.1 * patchy) * 7;
  const rate = convection.raining ? Math.max(stratiform, convection.rate) : stratiform;
  const falls = rate > 0.08;
  const kind = falls ? kindOf(place, field, air, rate, convection.raining) : null;
  const fog = fogAt(place, air, wind, patchy);
  const haze = clamp(
    ground.haziness * smoothStep(16, 5, wind.speed) * smoothStep(0.75, 0.3, air.wetness) *
        (0.7 + 0.5 * patchy) - 0.12 * air.diurnal,
  );
  const dust = clamp(ground.aridity * smoothStep(17, 34, wind.speed) * (1 - air.wetness) * 1.6);
  const gustFactor = 1.3 + 0.14 * Math.max(0, air.diurnal) + 0.3 * patchy +
    (convection.raining ? 0.4 : 0) + 0.25 * field.coldFront;
  const windGust = Math.max(wind.speed, wind.speed * gustFactor + (convection.thunder ? 14 : 0));
  return {
    pressure: field.pressure +
      0.9 * Math.cos((air.solarHour - 10) / 12 * 2 * Math.PI) *
        Math.cos(place.latitude * Math.PI / 180),
    temperature: air.temperature,
    dewPoint: air.dewPoint,
    windFrom: wind.from,
    windSpeed: wind.speed,
    windGust,
    visibility: visibilityOf(air, kind, rate, fog, haze, dust, wind.speed),
    fog,
    haze,
    dust,
    layers: layersOf(place, air, wind, convection, fog, kind !== null, rate, patchy),
    rate: kind === null ? 0 : rate,
    precipitationKind: kind,
    showery: convection.raining,
    thunder: convection.thunder && kind !== null,
    hail: convection.hail && kind !== null,
    nearThunder: convection.nearThunder,
    nearShower: convection.nearShower,
    instability: convection.instability,
    coldFront: field.coldFront,
    warmFront: field.warmFront,
    geostrophicSpeed: wind.geostrophicSpeed,
    geostrophicFrom: wind.geostrophicFrom,
    freezingLevelFt: air.freezingLevelFt,
    wetness: air.wetness,
    solarHour: air.solarHour,
  };
}

interface Convection {
  readonly instability: number;
  readonly raining: boolean;
  readonly thunder: boolean;
  readonly hail: boolean;
  readonly nearThunder: boolean;
  readonly nearShower: boolean;
  readonly rate: number;
}

/** Showers and storms: cells of noise that break through where the air is warm, moist and lifted. */
function convectionAt(place: Place, field: PressureField, air: Air): Convection {
  const { seed, x, y, z, hours } = place;
  const warm = smoothStep(8, 27, air.temperature) * smoothStep(4, 21, air.dewPoint);
  const heated = 0.55 + 0.45 * Math.cos((air.solarHour - 16.5) / 24 * 2 * Math.PI);
  const instability = clamp(
    warm * (0.25 + 0.55 * heated) * (0.35 + 0.9 * air.wetness) +
      0.5 * field.coldFront * (0.4 + warm) +
      0.2 * smoothStep(23, 27, air.temperature) * smoothStep(20, 24, air.dewPoint) +
      0.12 * smoothStep(0.5, 0.9, air.wetness),
  );
  const cell = noiseAt({ seed: seed + 51, km: 28, hours: 1.1, drift: 0.5 }, x, y, z, hours);
  const cluster = noiseAt({ seed: seed + 52, km: 240, hours: 9, drift: 0.5 }, x, y, z, hours);
  const push = instability + 0.34 * cell + 0.3 * cluster;
  return {
    instability,
    raining: push > 0.87,
    thunder: push > 1.0 && instability > 0.42,
    hail: push > 1.28 && instability > 0.6,
    nearShower: push > 0.79,
    nearThunder: push > 0.93 && instability > 0.42,
    rate: Math.max(0, push - 0.84) * 40,
  };
}

function kindOf(
  place: Place,
  field: PressureField,
  air: Air,
  rate: number,
  showery: boolean,
): PrecipitationKind {
  const { seed, x, y, z, hours } = place;
  const t = air.temperature;
  const aloft = noiseAt({ seed: seed + 61, km: 200, hours: 8, drift: 0.45 }, x, y, z, hours);
  // A warm nose over a cold surface: ahead of warm fronts.
  const nose = field.warmFront > 0.25 && aloft > 0.1;
  const drizzle = !showery && rate < 0.5 && aloft < -0.25;
  if (t > 2.2) return drizzle ? "DZ" : "RA";
  if (t > 0.6) return drizzle ? "DZ" : nose ? "RA" : "RASN";
  if (t > -7 && nose) return aloft > 0.55 ? "PL" : t < 0 ? (rate < 0.4 ? "FZDZ" : "FZRA") : "RA";
  return drizzle && t > -8 ? "SG" : "SN";
}

/** Fog density, 0 to 1: a saturated, calm, clear night; or moist air over a cold surface. */
function fogAt(place: Place, air: Air, wind: Wind, patchy: number): number {
  const spread = air.temperature - air.dewPoint;
  const saturated = smoothStep(1.3, 0.2, spread);
  const calm = smoothStep(9, 2, wind.speed);
  const { seed, x, y, z, hours } = place;
  const valley = noiseAt({ seed: seed + 71, km: 22, hours: 0, drift: 0 }, x, y, z, hours);
  const burning = smoothStep(8, 11, air.solarHour) * smoothStep(18, 15, air.solarHour);
  return clamp(
    saturated * calm * (0.25 + 0.28 * Math.min(air.condensed, 3)) *
      (0.75 + 0.5 * valley + 0.5 * patchy) *
      (1 - 0.75 * burning),
  );
}

function visibilityOf(
  air: Air,
  kind: PrecipitationKind | null,
  rate: number,
  fog: number,
  haze: number,
  dust: number,
  windSpeed: number,
): number {
  const spread = air.temperature - air.dewPoint;
  let extinction = 1 / 60000;
  if (spread < 2.2) extinction += smoothStep(2.2, 0.3, spread) / 16000;
  if (fog > 0.12) extinction += 1 / (2600 * (1 - smoothStep(0.1, 0.75, fog)) + 120);
  if (haze > 0.1) extinction += haze / 2600;
  if (dust > 0.1) extinction += dust * dust / 900;
  switch (kind) {
    case null:
      break;
    case "RA":
    case "FZRA":
    case "RASN":
    case "PL":
      extinction += Math.pow(rate, 0.65) / (kind === "RASN" ? 9000 : 17000);
      break;
    case "DZ":
    case "FZDZ":
      extinction += Math.pow(rate + 0.1, 0.6) / 6000;
      break;
    case "SN":
    case "SG":
      extinction += Math.pow(rate, 0.8) / (windSpeed > 22 ? 1700 : 2900);
      break;
  }
  return 1 / extinction;
}

/** Up to four layers, lowest first. */
function layersOf(
  place: Place,
  air: Air,
  wind: Wind,
  convection: Convection,
  fog: number,
  raining: boolean,
  rate: number,
  patchy: number,
): LayerField[] {
  const { seed, x, y, z, hours } = place;
  const spread = Math.max(0.2, air.temperature - air.dewPoint);
  const layers: LayerField[] = [];
  const marine = noiseAt({ seed: seed + 81, km: 260, hours: 14, drift: 0.15 }, x, y, z, hours);
  const shelf = noiseAt({ seed: seed + 82, km: 420, hours: 10, drift: 0.4 }, x, y, z, hours);

  if (raining && rate > 0.4) {
    layers.push({
      oktas: 2.2 + 2 * patchy,
      baseFt: Math.max(150, spread * 260 + 250 + 500 * patchy),
      convective: null,
    });
  }
  const stratus = 7.5 * smoothStep(0.05, 0.6, marine + 0.35 * air.wetness - 0.1 * spread + 0.15) *
    smoothStep(7, 2, spread);
  if (stratus > 0.6 && fog < 0.7) {
    layers.push({
      oktas: stratus,
      baseFt: Math.max(100, spread * 330 + 120 + 350 * (patchy + 0.6) + 18 * wind.speed),
      convective: null,
    });
  }
  const cumulus = 5 * smoothStep(0.2, 0.85, convection.instability) + 2.6 * air.wetness +
    1.6 * patchy - 0.6;
  if (cumulus > 0.6) {
    layers.push({
      oktas: Math.min(cumulus, 6.4),
      baseFt: Math.max(700, spread * 400 + 400),
      convective: null,
    });
  }
  const deck = 10.5 * smoothStep(0.3, 0.85, air.wetness) + 1.5 * shelf;
  if (deck > 0.6) {
    const height = 900 + 13500 * (1 - smoothStep(0.25, 1.02, air.wetness)) + 1800 * shelf;
    layers.push({ oktas: Math.min(deck, 8), baseFt: Math.max(500, height), convective: null });
  }
  const cirrus = 3.2 + 5 * shelf + 2.5 * air.wetness - 1;
  if (cirrus > 0.6) {
    layers.push({ oktas: Math.min(cirrus, 8), baseFt: 21500 + 4500 * marine, convective: null });
  }
  const towering = convection.nearThunder ? "CB" : convection.nearShower ? "TCU" : null;
  if (towering !== null) {
    layers.push({
      oktas: convection.thunder ? 4 : 1.8,
      baseFt: Math.max(900, spread * 380 + 500),
      convective: towering,
    });
  }
  return layers.sort((a, b) => a.baseFt - b.baseFt);
}
