/**
 * GeoJSON (RFC 7946): longitude first, WGS 84, height in metres.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";

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

const coordinate = z.array(z.number()).min(2).max(3);
const geometry = z.union([
  z.object({ type: z.literal("Point"), coordinates: coordinate }),
  z.object({ type: z.literal("LineString"), coordinates: z.array(coordinate) }),
  z.object({ type: z.literal("Polygon"), coordinates: z.array(z.array(coordinate)) }),
  z.object({
    type: z.literal("MultiPolygon"),
    coordinates: z.array(z.array(z.array(coordinate))),
  }),
]).nullable().openapi("Geometry", {
  description: "RFC 7946; null where the position is not known.",
});

/** Schema of a feature whose properties are `properties`. */
export function featureSchema(properties: z.ZodType) {
  return z.object({
    type: z.literal("Feature"),
    id: z.string().optional(),
    geometry,
    properties,
  });
}

/** Schema of a collection of features with further members. */
export function featuresSchema(properties: z.ZodType, members: z.ZodRawShape = {}) {
  return z.object({
    type: z.literal("FeatureCollection"),
    features: z.array(featureSchema(properties)),
    ...members,
  });
}
