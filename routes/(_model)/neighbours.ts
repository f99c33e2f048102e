import { flightCategory } from "../../lib/derive/mod.ts";
import type { Reports } from "../../lib/reports/mod.ts";
import type { Station, StationAt } from "../../lib/stations/station.ts";
import { ageText } from "../../lib/view/age.ts";
import { categoryModel } from "../../lib/view/category_model.ts";
import { grouped } from "../../lib/view/quantities.ts";
import type { NeighbourModel } from "../../lib/view/station_model.ts";

/** A place, and its elevation in feet where it has one. */
interface Place {
  readonly latitude: number;
  readonly longitude: number;
  readonly elevationFt?: number;
  /** Left out of the answer: a station is not its own neighbour. */
  readonly id?: string;
}

/** Stations with a current report around a place, nearest first, with category, age and height difference. */
export function neighboursOf(
  reports: Reports,
  place: Place,
  radiusNm: number,
  limit: number,
): NeighbourModel[] {
  return reports.nearestReporting(place.latitude, place.longitude, radiusNm, limit + 1)
    .filter(({ station }) => station.id !== place.id)
    .slice(0, limit)
    .flatMap((at) => neighbour(reports, at, place.elevationFt));
}

function neighbour(reports: Reports, at: StationAt, elevationFt?: number): NeighbourModel[] {
  const report = reports.metar(at.station.id);
  if (report === undefined) return [];
  const age = ageText(reports.now() - report.observedAt);
  const stale = report.freshness.state === "stale" ? ", stale" : "";
  return [{
    id: at.station.id,
    name: at.station.name,
    where: whereText(at, elevationFt),
    category: categoryModel(flightCategory(report.decoded)),
    stale: stale !== "",
    age: `${age} old${stale}`,
  }];
}

const POINTS = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"];

function whereText({ station, distance, bearing }: StationAt, elevationFt?: number): string {
  const point = POINTS[Math.round(bearing.value / 45) % 8];
  const where = `${Math.round(distance.value)} NM ${point}`;
  const height = heightDifference(station, elevationFt);
  return height === null ? where : `${where}, ${height}`;
}

function heightDifference(station: Station, elevationFt?: number): string | null {
  if (elevationFt === undefined || station.elevation === null) return null;
  const difference = Math.round((station.elevation.value - elevationFt) / 10) * 10;
  if (difference === 0) return "same elevation";
  return `${grouped(Math.abs(difference))} ft ${difference > 0 ? "higher" : "lower"}`;
}
