/**
 * The air at a height: wind, temperature, turbulence and icing, from the state of the column.
 *
 * @module
 */
import { clamp, smoothStep } from "../world/hash.ts";
import type { Conditions } from "../world/mod.ts";

/** What an aircraft meets. */
export interface Aloft {
  readonly temperature: number;
  readonly windFrom: number;
  readonly windSpeed: number;
  /** 0 smooth … 1 severe. */
  readonly turbulence: number;
  /** 0 none … 1 severe. */
  readonly icing: number;
}

/** The air over a place at `altitudeFt` above mean sea level; `groundFt` is the place's own height. */
export function aloftAt(air: Conditions, groundFt: number, altitudeFt: number): Aloft {
  const above = Math.max(0, altitudeFt - groundFt);
  const climb = Math.min(altitudeFt, 36000) - groundFt;
  const temperature = air.temperature - 1.95 * Math.max(0, climb) / 1000;
  const jet = 1 + 1.6 * smoothStep(3000, 33000, altitudeFt) -
    0.5 * smoothStep(38000, 50000, altitudeFt);
  const veer = 18 * smoothStep(2000, 20000, above);
  const speed = Math.min(
    air.windSpeed * (1 - smoothStep(0, 3000, above)) +
      (air.geostrophicSpeed * 0.8 * jet + 6) * smoothStep(0, 3000, above),
    180,
  );
  const mechanical = above < 6000 ? smoothStep(18, 45, air.windSpeed) : 0;
  const clear = altitudeFt > 18000 ? smoothStep(75, 150, speed) * 0.8 : 0;
  const convective = smoothStep(0.5, 0.95, air.instability) * (air.nearThunder ? 1 : 0.45) *
    (altitudeFt < 42000 ? 1 : 0.3);
  const inCloud = smoothStep(0.45, 0.85, air.wetness) * (altitudeFt < 24000 ? 1 : 0);
  const freezing = smoothStep(1, -2, temperature) * smoothStep(-24, -10, temperature);
  return {
    temperature,
    windFrom: (air.geostrophicFrom + veer + 360) % 360,
    windSpeed: speed,
    turbulence: clamp(Math.max(mechanical, clear, convective)),
    icing: clamp(inCloud * freezing * (0.6 + 0.6 * (air.coldFront + air.warmFront))),
  };
}
