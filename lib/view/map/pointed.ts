/**
 * From a point of a drawn map to the map around that place.
 *
 * @module
 */
import { frameOf, streetFrameOf } from "./projection.ts";
import { mapHref, mapQueryOf } from "./query.ts";
import { numberIn, RADII, snapped, zoomedIn } from "./view.ts";

/** Radius of the first map within the world, nautical miles. */
const FIRST_RADIUS_NM = 1600;

/**
 * The address of the map around the point `px`, `py` of the map that the other parameters draw, one step
 * closer with `zoom=in`; `null` where no point is given, or none of the world.
 */
export function pointedAt(params: URLSearchParams): string | null {
  const x = numberIn(params.get("px"), -2000, 4000);
  const y = numberIn(params.get("py"), -2000, 4000);
  if (x === null || y === null) return null;
  const { isReadable: _, ...query } = mapQueryOf(params);
  const frame = query.street ? streetFrameOf(query.view)?.frame : null;
  const place = (frame ?? frameOf(query.view)).placeAt(x, y);
  if (place === null) return mapHref(query);
  const { view } = query;
  const { latitude, longitude } = place;
  const radius = view.kind === "world"
    ? FIRST_RADIUS_NM
    : params.get("zoom") === "in"
    ? zoomedIn(view)
    : view;
  const radiusNm = typeof radius === "number"
    ? radius
    : radius?.kind === "area"
    ? radius.radiusNm
    : RADII.at(-1)!;
  return mapHref({ ...query, view: snapped(latitude, longitude, radiusNm) });
}
