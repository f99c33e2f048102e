/**
 * Lows and highs that are born, travel and fade on seeded tracks, and the fronts of the lows.
 *
 * Each slot holds one system at a time; which one, and how old it is, follows from the time alone.
 *
 * @module
 */
import { between, clamp, hash32, smoothStep } from "./hash.ts";

const RADIANS = Math.PI / 180;
const EARTH_KM = 6371;
const HOURS_PER_LIFE = 144;
/** Slots in each hemisphere: lows first, highs after them. */
const LOWS = 13;
const HIGHS = 9;

/** A low or a high at one instant. */
export interface PressureSystem {
  readonly latitude: number;
  readonly longitude: number;
  /** Hectopascals at the centre above (high) or below (low) the mean. */
  readonly amplitude: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** (Earth's radius ÷ radius of the system)². */
  readonly kappa: number;
  /** East and north at the centre, for the shape of the fronts. */
  readonly east: readonly [number, number];
  readonly north: readonly [number, number, number];
}

/** Pressure and what follows from its shape at a point. */
export interface PressureField {
  /** Mean sea level, hPa. */
  readonly pressure: number;
  /** hPa per kilometre towards the east and the north. */
  readonly gradientEast: number;
  readonly gradientNorth: number;
  /** How near a front is, 0 to 1. */
  readonly coldFront: number;
  readonly warmFront: number;
}

/** Every system of the world at `hours` since the epoch. */
export function systemsAt(seed: number, hours: number): PressureSystem[] {
  const systems: PressureSystem[] = [];
  for (const hemisphere of [1, -1]) {
    for (let slot = 0; slot < LOWS + HIGHS; slot++) {
      systems.push(systemOf(seed, hemisphere, slot, hours));
    }
  }
  return systems.filter((system) => Math.abs(system.amplitude) > 0.3);
}

function systemOf(seed: number, hemisphere: number, slot: number, hours: number): PressureSystem {
  const isLow = slot < LOWS;
  const key = hash32(seed, hemisphere, slot);
  const age = hours / HOURS_PER_LIFE + between(0, 1, key, 1);
  const life = Math.floor(age);
  const phase = age - life;
  const own = hash32(key, life, 2);
  const place = isLow ? slot / LOWS : (slot - LOWS + 0.5) / HIGHS;
  const birthLongitude = place * 360 + between(-14, 14, own, 3) + life * 47;
  const perDay = isLow ? between(8, 13, own, 4) : between(4, 8, own, 4);
  const longitude = birthLongitude + perDay * HOURS_PER_LIFE / 24 * phase;
  const startLatitude = isLow ? between(32, 48, own, 5) : between(24, 44, own, 5);
  const poleward = isLow ? between(6, 18, own, 6) : between(-4, 6, own, 6);
  const latitude = hemisphere * (startLatitude + poleward * phase);
  const strength = isLow ? -between(7, 36, own, 7) : between(5, 19, own, 7);
  const radius = isLow ? between(520, 980, own, 8) : between(900, 1500, own, 8);
  return shape(latitude, longitude, strength * Math.sin(Math.PI * phase) ** 2, radius);
}

function shape(
  latitude: number,
  longitude: number,
  amplitude: number,
  radius: number,
): PressureSystem {
  const phi = latitude * RADIANS, lambda = longitude * RADIANS;
  const cosPhi = Math.cos(phi), sinPhi = Math.sin(phi);
  const cosLambda = Math.cos(lambda), sinLambda = Math.sin(lambda);
  return {
    latitude,
    longitude: ((longitude + 180) % 360 + 360) % 360 - 180,
    amplitude,
    x: cosPhi * cosLambda,
    y: cosPhi * sinLambda,
    z: sinPhi,
    kappa: (EARTH_KM / radius) ** 2,
    east: [-sinLambda, cosLambda],
    north: [-sinPhi * cosLambda, -sinPhi * sinLambda, cosPhi],
  };
}

/** Mean pressure of a latitude: subtropical highs, subpolar lows, a shallow trough at the equator. */
function zonalPressure(latitude: number): number {
  const degrees = Math.abs(latitude);
  const bell = (centre: number, width: number) => Math.exp(-(((degrees - centre) / width) ** 2));
  return 1012.5 + 6 * bell(32, 14) - 7 * bell(62, 13) - 2 * bell(0, 9);
}

/** The pressure field of `systems` at a point. */
export function pressureAt(
  systems: readonly PressureSystem[],
  latitude: number,
  longitude: number,
  x: number,
  y: number,
  z: number,
): PressureField {
  const phi = latitude * RADIANS, lambda = longitude * RADIANS;
  const sinPhi = Math.sin(phi), cosPhi = Math.cos(phi);
  const sinLambda = Math.sin(lambda), cosLambda = Math.cos(lambda);
  let pressure = zonalPressure(latitude);
  let gradientEast = 0;
  let gradientNorth = (zonalPressure(latitude + 0.5) - zonalPressure(latitude - 0.5)) / 111.2;
  let coldFront = 0, warmFront = 0;
  for (const system of systems) {
    const closeness = system.kappa * (system.x * x + system.y * y + system.z * z - 1);
    if (closeness < -12) continue;
    const part = system.amplitude * Math.exp(closeness);
    pressure += part;
    const slope = part * system.kappa / EARTH_KM;
    gradientEast += slope * (-sinLambda * system.x + cosLambda * system.y);
    gradientNorth += slope *
      (-sinPhi * cosLambda * system.x - sinPhi * sinLambda * system.y + cosPhi * system.z);
    if (system.amplitude < -4) {
      const fronts = frontsOf(system, x, y, z);
      coldFront = Math.max(coldFront, fronts.cold);
      warmFront = Math.max(warmFront, fronts.warm);
    }
  }
  return { pressure, gradientEast, gradientNorth, coldFront, warmFront };
}

/** Cold front trailing equatorward and west of the low, warm front stretching east of it. */
function frontsOf(
  low: PressureSystem,
  x: number,
  y: number,
  z: number,
): { cold: number; warm: number } {
  const east = EARTH_KM * (low.east[0] * x + low.east[1] * y);
  const poleward = EARTH_KM * (low.north[0] * x + low.north[1] * y + low.north[2] * z) *
    Math.sign(low.latitude);
  const strength = clamp(-low.amplitude / 15);
  const behind = east - (320 + 0.55 * poleward - 1.6e-4 * poleward * poleward);
  const cold = smoothStep(1400, 900, -poleward) * smoothStep(60, -60, poleward) *
    Math.exp(-((behind / (behind < 0 ? 130 : 60)) ** 2));
  const ahead = poleward - (-0.22 * east + 60);
  const warm = smoothStep(1200, 800, east) * smoothStep(-80, 80, east) *
    Math.exp(-((ahead / (ahead > 0 ? 240 : 70)) ** 2));
  return { cold: cold * strength, warm: warm * strength };
}
