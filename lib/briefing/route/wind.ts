/**
 * The wind triangle: how fast over the ground on a course, and the runway-free words head and tail.
 *
 * @module
 */

const RADIANS = Math.PI / 180;

/** A wind as a vector: where it blows to, knots. */
export interface WindVector {
  readonly eastKt: number;
  readonly northKt: number;
}

/** The vector of a wind from `directionDeg` true at `speedKt`. */
export function windVector(directionDeg: number, speedKt: number): WindVector {
  const angle = directionDeg * RADIANS;
  return { eastKt: -speedKt * Math.sin(angle), northKt: -speedKt * Math.cos(angle) };
}

/** Direction from which it blows (0 < d ≤ 360, 0 for none) and speed of a vector. */
export function windOf({ eastKt, northKt }: WindVector): { directionDeg: number; speedKt: number } {
  const speedKt = Math.hypot(eastKt, northKt);
  if (speedKt < 1e-9) return { directionDeg: 0, speedKt: 0 };
  const angle = Math.atan2(-eastKt, -northKt) / RADIANS;
  return { directionDeg: angle <= 0 ? angle + 360 : angle, speedKt };
}

/** Slowest speed over the ground that is reckoned with, knots. */
export const LEAST_GROUND_SPEED_KT = 20;

/**
 * Speed over the ground on `courseDeg` at a true airspeed, the nose held into the wind; `null` where the course
 * cannot be held, or at less than 20 kt only. Positive `alongKt` is a tailwind.
 */
export function groundSpeed(
  tasKt: number,
  courseDeg: number,
  wind: WindVector,
): { readonly groundKt: number; readonly alongKt: number; readonly crossKt: number } | null {
  const course = courseDeg * RADIANS;
  const alongKt = wind.eastKt * Math.sin(course) + wind.northKt * Math.cos(course);
  const crossKt = wind.eastKt * Math.cos(course) - wind.northKt * Math.sin(course);
  if (Math.abs(crossKt) >= tasKt) return null;
  const groundKt = Math.sqrt(tasKt * tasKt - crossKt * crossKt) + alongKt;
  return groundKt < LEAST_GROUND_SPEED_KT ? null : { groundKt, alongKt, crossKt };
}
