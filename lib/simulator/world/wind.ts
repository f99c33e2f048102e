/**
 * Wind from the pressure field: geostrophic aloft, slowed and turned towards low pressure by friction below.
 *
 * @module
 */
import { clamp, smoothStep } from "./hash.ts";
import type { Air } from "./air.ts";
import { noiseAt } from "./noise.ts";
import type { Place } from "./place.ts";
import type { PressureField } from "./systems.ts";

/** Wind in knots; directions are where it comes from, degrees true. */
export interface Wind {
  readonly from: number;
  readonly speed: number;
  readonly geostrophicSpeed: number;
  readonly geostrophicFrom: number;
}

const KNOTS_PER_MS = 3600 / 1852;
const AIR_DENSITY = 1.2;
const TWICE_OMEGA = 1.4584e-4;
/** Keeps the division by the Coriolis parameter finite near the equator. */
const EQUATOR_SOFTENING = 0.02;
const FRICTION_TURN = 24 * Math.PI / 180;

/** The wind at a place. */
export function windAt(place: Place, field: PressureField, air: Air): Wind {
  const { seed, latitude, x, y, z, hours } = place;
  const inverseF = z / (z * z + EQUATOR_SOFTENING) / TWICE_OMEGA;
  // 1 hPa/km is 0.1 Pa/m.
  const factor = 0.1 * inverseF / AIR_DENSITY;
  const trade = -5 * Math.exp(-((latitude / 17) ** 2));
  let east = -field.gradientNorth * factor + trade;
  let north = field.gradientEast * factor;
  const geostrophicSpeed = Math.min(Math.hypot(east, north) * KNOTS_PER_MS, 110);
  const geostrophicFrom = fromDirection(east, north);

  // Towards low pressure: to the left of the flow in the north, to the right in the south.
  const turn = FRICTION_TURN * Math.sign(latitude || 1);
  const cos = Math.cos(turn), sin = Math.sin(turn);
  const mixing = 0.42 + 0.13 * air.diurnal;
  const raw = Math.hypot(east, north);
  const held = raw > 0 ? Math.min(raw, 22 + (raw - 22) * 0.3, 45) / raw : 0;
  [east, north] = [
    (east * cos - north * sin) * mixing * held,
    (east * sin + north * cos) * mixing * held,
  ];
  const scale = 1.5 + 0.5 * air.diurnal;
  east += scale * noiseAt({ seed: seed + 31, km: 130, hours: 4, drift: 0.3 }, x, y, z, hours);
  north += scale * noiseAt({ seed: seed + 32, km: 130, hours: 4, drift: 0.3 }, x, y, z, hours);
  const site = noiseAt({ seed: seed + 33, km: 14, hours: 0, drift: 0 }, x, y, z, hours);
  const exposure = clamp(1 + 0.35 * site, 0.6, 1.4) *
    (1 + 0.2 * smoothStep(4000, 9000, place.elevationFt));
  const quick = 1 +
    0.13 * noiseAt({ seed: seed + 34, km: 20, hours: 0.4, drift: 0 }, x, y, z, hours);
  return {
    from: fromDirection(east, north),
    speed: Math.hypot(east, north) * KNOTS_PER_MS * exposure * quick,
    geostrophicSpeed,
    geostrophicFrom,
  };
}

function fromDirection(east: number, north: number): number {
  return ((Math.atan2(-east, -north) * 180 / Math.PI) % 360 + 360) % 360;
}
