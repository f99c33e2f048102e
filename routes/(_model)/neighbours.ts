import { flightCategory } from "../../lib/derive/mod.ts";
import type { Reports } from "../../lib/reports/mod.ts";
import type { Station, StationAt } from "../../lib/stations/station.ts";
import { ageText } from "../../lib/view/age.ts";
import { categoryModel } from "../../lib/view/category_model.ts";
import { heightText } from "../../lib/view/quantities.ts";
import type { NeighbourModel } from "../../lib/view/station_model.ts";
import { DEFAULT_VIEWER, type Viewer } from "../../lib/view/viewer.ts";

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
  v: Viewer = DEFAULT_VIEWER,
): NeighbourModel[] {
  return reports.nearestReporting(place.latitude, place.longitude, radiusNm, limit + 1)
    .filter(({ station }) => station.id !== place.id)
    .slice(0, limit)
    .flatMap((at) => neighbour(reports, at, v, place.elevationFt));
}

function neighbour(
  reports: Reports,
  at: StationAt,
  v: Viewer,
  elevationFt?: number,
): NeighbourModel[] {
  const report = reports.metar(at.station.id);
  if (report === undefined) return [];
  const age = ageText(reports.now() - report.observedAt, v.texts);
  const stale = report.freshness.state === "stale";
  return [{
    id: at.station.id,
    name: at.station.name,
    where: whereText(at, v, elevationFt),
    category: categoryModel(flightCategory(report.decoded), v),
    stale,
    age: v.t(stale ? "nearby.stale" : "nearby.age", { age }),
  }];
}

const POINTS = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"] as const;

function whereText(
  { station, distance, bearing }: StationAt,
  v: Viewer,
  elevationFt?: number,
): string {
  const point = v.t(`compass.${POINTS[Math.round(bearing.value / 45) % 8]!}`);
  const where = `${Math.round(distance.value)} NM ${point}`;
  return [where, heightDifference(station, v, elevationFt), longestRunway(station, v)]
    .filter((part) => part !== null).join(", ");
}

/** What an alternate must have: `runway 14,511 ft`. */
function longestRunway({ runways }: Station, v: Viewer): string | null {
  const longest = Math.max(0, ...runways.map(({ length }) => length?.value ?? 0));
  if (longest === 0) return null;
  return v.t("nearby.runway", {
    length: heightText({ value: Math.round(longest), unit: "ft" }, v),
  });
}

function heightDifference(station: Station, v: Viewer, elevationFt?: number): string | null {
  if (elevationFt === undefined || station.elevation === null) return null;
  const difference = Math.round((station.elevation.value - elevationFt) / 10) * 10;
  if (difference === 0) return v.t("nearby.same");
  const height = heightText({ value: Math.abs(difference), unit: "ft" }, v);
  return v.t(difference > 0 ? "nearby.higher" : "nearby.lower", { height });
}
