/**
 * The lie of the land in a few soft blobs: enough to make Siberia cold, the Sahara dry and Delhi hazy.
 *
 * A map it is not. Each blob is a centre, a radius and a strength; values fade like a bell.
 *
 * @module
 */
import { clamp } from "./hash.ts";

interface Blob {
  readonly latitude: number;
  readonly longitude: number;
  /** Kilometres to 37 % of the strength. */
  readonly radius: number;
  readonly strength: number;
}

/** Far from the sea: hot summers, cold winters, large daily range. */
const CONTINENTS: readonly Blob[] = [
  { latitude: 60, longitude: 105, radius: 2600, strength: 1 },
  { latitude: 48, longitude: 65, radius: 2000, strength: 0.9 },
  { latitude: 53, longitude: 37, radius: 1300, strength: 0.6 },
  { latitude: 50, longitude: -102, radius: 1700, strength: 0.9 },
  { latitude: 38, longitude: -108, radius: 1100, strength: 0.7 },
  { latitude: 64, longitude: -145, radius: 800, strength: 0.6 },
  { latitude: 23, longitude: 10, radius: 2300, strength: 0.8 },
  { latitude: 26, longitude: 46, radius: 1100, strength: 0.8 },
  { latitude: -25, longitude: 133, radius: 1400, strength: 0.8 },
  { latitude: 36, longitude: 100, radius: 1700, strength: 0.8 },
  { latitude: -23, longitude: 23, radius: 1000, strength: 0.6 },
  { latitude: 24, longitude: 78, radius: 900, strength: 0.5 },
];

/** Dry air. */
const DESERTS: readonly Blob[] = [
  { latitude: 23, longitude: 8, radius: 2200, strength: 1 },
  { latitude: 25, longitude: 45, radius: 1200, strength: 1 },
  { latitude: 33, longitude: 62, radius: 1000, strength: 0.9 },
  { latitude: 42, longitude: 88, radius: 1300, strength: 0.8 },
  { latitude: -25, longitude: 130, radius: 1200, strength: 0.9 },
  { latitude: 37, longitude: -112, radius: 900, strength: 0.8 },
  { latitude: 28, longitude: -107, radius: 700, strength: 0.6 },
  { latitude: -23, longitude: -69, radius: 600, strength: 1 },
  { latitude: -23, longitude: 19, radius: 800, strength: 0.8 },
  { latitude: 24, longitude: 71, radius: 500, strength: 0.6 },
];

/** Air that is seldom clear. */
const HAZE: readonly Blob[] = [
  { latitude: 27, longitude: 79, radius: 800, strength: 1 },
  { latitude: 34, longitude: 114, radius: 900, strength: 0.8 },
  { latitude: 24, longitude: 90, radius: 500, strength: 0.8 },
  { latitude: 13, longitude: 5, radius: 1300, strength: 0.55 },
  { latitude: 26, longitude: 50, radius: 800, strength: 0.6 },
  { latitude: 0, longitude: 104, radius: 700, strength: 0.35 },
  { latitude: 37, longitude: 127, radius: 400, strength: 0.4 },
];

interface Prepared {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly kappa: number;
  readonly strength: number;
}

const RADIANS = Math.PI / 180;

function prepare(blobs: readonly Blob[]): Prepared[] {
  return blobs.map(({ latitude, longitude, radius, strength }) => ({
    x: Math.cos(latitude * RADIANS) * Math.cos(longitude * RADIANS),
    y: Math.cos(latitude * RADIANS) * Math.sin(longitude * RADIANS),
    z: Math.sin(latitude * RADIANS),
    kappa: 2 * (6371 / radius) ** 2,
    strength,
  }));
}

function strongest(blobs: readonly Prepared[], x: number, y: number, z: number): number {
  let best = 0;
  for (const blob of blobs) {
    const value = blob.strength *
      Math.exp(blob.kappa / 2 * (blob.x * x + blob.y * y + blob.z * z - 1));
    if (value > best) best = value;
  }
  return best;
}

const continents = prepare(CONTINENTS);
const deserts = prepare(DESERTS);
const hazes = prepare(HAZE);

/** What the ground below a point is like, each 0 to 1. */
export interface Ground {
  readonly continentality: number;
  readonly aridity: number;
  readonly haziness: number;
}

/** The ground at a point of the unit sphere. */
export function groundAt(x: number, y: number, z: number): Ground {
  return {
    continentality: clamp(strongest(continents, x, y, z)),
    aridity: clamp(strongest(deserts, x, y, z)),
    haziness: clamp(strongest(hazes, x, y, z)),
  };
}
