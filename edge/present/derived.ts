/**
 * What is derived from a METAR, as the API shows it.
 *
 * @module
 */
import { flightCategory } from "../../lib/derive/mod.ts";
import type { Metar } from "../../lib/products/metar/model.ts";
import type { Station } from "../../lib/stations/station.ts";

/** Category, ceiling, humidity and altitudes of `report`; the altitudes need the station's elevation. */
export function deriveFromMetar(report: Metar, _station: Station | undefined) {
  const category = flightCategory(report);
  return { flightCategory: category, ceiling: category.reason.ceiling };
}
