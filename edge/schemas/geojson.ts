/**
 * Schemas of GeoJSON (RFC 7946).
 *
 * @module
 */
import { z } from "@hono/zod-openapi";

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
