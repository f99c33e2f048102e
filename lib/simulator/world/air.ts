/**
 * Temperature and moisture of the air near the ground.
 *
 * @module
 */
import { DAY_MS } from "../../time/mod.ts";
import { METRES_PER_FOOT } from "../../units/mod.ts";
import { clamp, smoothStep } from "./hash.ts";
import type { Ground } from "./geography.ts";
import { noiseAt, type Texture } from "./noise.ts";
import type { Place } from "./place.ts";
import type { PressureField } from "./systems.ts";

/** Air near the ground. */
export interface Air {
  readonly temperature: number;
  readonly dewPoint: number;
  readonly wetness: number;
  /** Water that condensed because the night was colder than the dew point, in degrees: fog's fuel. */
  readonly condensed: number;
  readonly solarHour: number;
  /** −1 at the coldest, 1 at the warmest hour of the day. */
  readonly diurnal: number;
  readonly freezingLevelFt: number;
}

const LAPSE_PER_METRE = 0.0062;
const RADIANS = Math.PI / 180;

const texture = (seed: number, km: number, hours: number, drift: number): Texture => ({
  seed,
  km,
  hours,
  drift,
});

/** Temperature at sea level averaged over the year: cosine law, steeper near the poles. */
function annualMean(latitude: number): number {
  const s = Math.sin(Math.abs(latitude) * RADIANS);
  return 27.5 - 34 * s * s - 14 * clamp((s - 0.82) / 0.18);
}

/** The air at a place. */
export function airAt(place: Place, ground: Ground, field: PressureField): Air {
  const { seed, latitude, x, y, z, hours } = place;
  const solarHour = ((place.hours + place.longitude / 15) % 24 + 24) % 24;
  const wetness = wetnessAt(place, ground, field);
  const absSin = Math.abs(z);
  const year = ((place.instant / DAY_MS - 199) / 365.2425) * 2 * Math.PI;
  const season = Math.cos(year) * Math.sign(latitude);
  const swing = (1.2 + 11.5 * absSin ** 1.25) * (0.55 + 0.95 * ground.continentality);
  // Air that comes from the equator is warm, from the pole cold; the field's slope says which it is.
  const poleward = clamp(field.gradientEast * 700, -9, 9) * Math.min(1, absSin * 1.6);
  const slow = 2.6 * noiseAt(texture(seed + 11, 900, 60, 0.25), x, y, z, hours) * (0.4 + absSin);
  const mean = annualMean(latitude) + season * swing + poleward + slow +
    4 * ground.aridity * Math.max(0, season) -
    LAPSE_PER_METRE * place.elevationFt * METRES_PER_FOOT;

  const daylight = clamp(0.75 + 0.45 * season * absSin, 0.15, 1.1);
  const range = (2.8 + 4.4 * ground.continentality + 3 * ground.aridity) *
    (1 - 0.6 * clamp(wetness)) * daylight;
  const diurnal = Math.cos((solarHour - 15) / 24 * 2 * Math.PI);
  const temperature = mean + range * diurnal;

  const local = noiseAt(texture(seed + 12, 350, 18, 0.35), x, y, z, hours);
  const spread = Math.max(
    -0.6,
    7.4 + 15 * ground.aridity + 1.6 * ground.continentality - 8.2 * wetness + 3 * local -
      2.5 * smoothStep(30, 5, Math.abs(latitude)),
  );
  const wanted = Math.min(mean - spread, 28.5);
  const condensed = Math.max(0, wanted - temperature + 0.4);
  const dewPoint = Math.min(wanted, temperature - 0.05);
  const freezingLevelFt = Math.max(
    0,
    place.elevationFt + temperature / (LAPSE_PER_METRE * METRES_PER_FOOT),
  );
  return { temperature, dewPoint, wetness, condensed, solarHour, diurnal, freezingLevelFt };
}

/** How wet the column is, 0 (dry and clear) to about 1.3 (heavy rain). */
function wetnessAt(place: Place, ground: Ground, field: PressureField): number {
  const { seed, latitude, x, y, z, hours } = place;
  const absLatitude = Math.abs(latitude);
  const year = ((place.instant / DAY_MS - 199) / 365.2425) * 2 * Math.PI;
  const thermalEquator = 8 * Math.cos(year);
  const tropical = Math.exp(-(((latitude - thermalEquator) / 11) ** 2));
  const broad = noiseAt(texture(seed + 21, 620, 16, 0.45), x, y, z, hours);
  const fine = noiseAt(texture(seed + 22, 170, 7, 0.6), x, y, z, hours);
  const low = clamp((1011 - field.pressure) / 22, 0, 0.6);
  const high = clamp((field.pressure - 1016) / 18, 0, 0.5);
  return clamp(
    0.31 + 0.72 * Math.max(field.coldFront, field.warmFront) + 0.42 * low - 0.3 * high +
      0.3 * broad + 0.13 * fine + 0.2 * tropical - 0.32 * ground.aridity +
      0.06 * smoothStep(40, 60, absLatitude),
    0,
    1.4,
  );
}
