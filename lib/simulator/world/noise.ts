/**
 * Smooth noise in space and time: the texture below the scale of the pressure systems.
 *
 * @module
 */
import { hash32 } from "./hash.ts";

const EARTH_KM = 6371;

/** Value noise on a three-dimensional lattice, about −1 to 1, continuous. */
function lattice(seed: number, x: number, y: number, z: number): number {
  const xi = Math.floor(x), yi = Math.floor(y), zi = Math.floor(z);
  const fx = x - xi, fy = y - yi, fz = z - zi;
  const u = fx * fx * (3 - 2 * fx), v = fy * fy * (3 - 2 * fy), w = fz * fz * (3 - 2 * fz);
  const at = (i: number, j: number, k: number) =>
    hash32(seed, xi + i, yi + j, zi + k) / 2147483648 - 1;
  const x00 = at(0, 0, 0) * (1 - u) + at(1, 0, 0) * u;
  const x10 = at(0, 1, 0) * (1 - u) + at(1, 1, 0) * u;
  const x01 = at(0, 0, 1) * (1 - u) + at(1, 0, 1) * u;
  const x11 = at(0, 1, 1) * (1 - u) + at(1, 1, 1) * u;
  return (x00 * (1 - v) + x10 * v) * (1 - w) + (x01 * (1 - v) + x11 * v) * w;
}

/** How one kind of noise looks. */
export interface Texture {
  readonly seed: number;
  /** Size of its patches, kilometres. */
  readonly km: number;
  /** How long a patch lives, hours; 0 stands still for ever (the lie of the land). */
  readonly hours: number;
  /** How fast patches travel eastwards (negative: westwards), degrees of longitude an hour. */
  readonly drift: number;
}

/**
 * The value of `texture` at a point of the unit sphere and an instant: about −1 to 1, mean 0.
 *
 * @param hours hours since the epoch
 */
export function noiseAt(
  texture: Texture,
  x: number,
  y: number,
  z: number,
  hours: number,
): number {
  const scale = EARTH_KM / texture.km;
  let px = x, py = y;
  if (texture.drift !== 0) {
    const turn = -texture.drift * (hours % 87600) * Math.PI / 180;
    const cos = Math.cos(turn), sin = Math.sin(turn);
    px = x * cos - y * sin;
    py = x * sin + y * cos;
  }
  px *= scale;
  py *= scale;
  const pz = z * scale;
  if (texture.hours === 0) return lattice(texture.seed, px, py, pz);
  const age = hours / texture.hours;
  const slot = Math.floor(age);
  const t = age - slot;
  const w = t * t * (3 - 2 * t);
  // Two lattices in turn; the sum is scaled up so that the middle of the change is as lively as its ends.
  const mixed = lattice(texture.seed + slot * 7919, px, py, pz) * (1 - w) +
    lattice(texture.seed + (slot + 1) * 7919, px, py, pz) * w;
  return mixed / Math.sqrt(w * w + (1 - w) * (1 - w));
}
