/**
 * GeoJSON (RFC 7946): longitude first, WGS 84, height in metres.
 *
 * @module
 */
/** A place: two or three numbers. */
export interface Point {
  readonly type: "Point";
  readonly coordinates: readonly number[];
}

/** The point of a place; `null` where it is not known, which RFC 7946 calls an unlocated feature. */
export function toPoint(
  place: { readonly latitude: number; readonly longitude: number } | null | undefined,
): Point | null {
  return place ? { type: "Point", coordinates: [place.longitude, place.latitude] } : null;
}

/** A feature with its properties. */
export function toFeature<P>(geometry: unknown, properties: P, id?: string) {
  return { type: "Feature" as const, ...(id && { id }), geometry, properties };
}

/** Features, and further members beside them (RFC 7946, section 6.1). */
export function writeFeatures(features: readonly unknown[], members: object = {}): string {
  return JSON.stringify({ type: "FeatureCollection", features, ...members }) + "\n";
}
