/**
 * What is derived from a METAR, as the API shows it.
 *
 * @module
 */
import {
  bestTemperatures,
  densityAltitude,
  flightCategory,
  humidityOf,
  pressureAltitude,
} from "../../lib/derive/mod.ts";
import type { Metar } from "../../lib/products/metar/model.ts";
import type { Station } from "../../lib/stations/station.ts";

/**
 * Category, ceiling, humidity and altitudes of `report`. What a missing value leaves unknown is `null`: the
 * altitudes, for instance, without the station's elevation.
 */
export function deriveFromMetar(report: Metar, station: Station | undefined) {
  const category = flightCategory(report);
  const temperatures = bestTemperatures(report);
  const elevation = station?.elevation ?? null;
  return {
    flightCategory: category,
    ceiling: category.reason.ceiling,
    humidity: humidityOf(temperatures),
    pressureAltitude: pressureAltitude(elevation, report.qnh),
    densityAltitude: densityAltitude(elevation, report.qnh, temperatures.air),
  };
}
