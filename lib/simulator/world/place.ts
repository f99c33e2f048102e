/**
 * A point in space and time, in the forms that the fields need.
 *
 * @module
 */

/** Where and when. `x y z` is the point on the unit sphere; `hours` counts from the epoch. */
export interface Place {
  readonly seed: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly elevationFt: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly instant: number;
  readonly hours: number;
}
