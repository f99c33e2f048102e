/**
 * What the sections of a briefing are made from: the flight in space and time, and what lies in its corridor.
 *
 * @module
 */
import { flightCategory, type FlightCategoryName } from "../derive/category.ts";
import { isPastLimit } from "../derive/freshness.ts";
import { type Hazard, hazardsOfMetar } from "../derive/hazards.ts";
import type { Metar } from "../products/metar/model.ts";
import type { Taf } from "../products/taf/model.ts";
import type { Station, StationIndex } from "../stations/station.ts";
import type { Steps } from "../resilience/steps.ts";
import { HOUR_MS } from "../time/mod.ts";
import { initialCourse } from "../stations/geometry.ts";
import { abeam } from "./corridor/touch.ts";
import type { FactDraft, FactList, FactPlace, FactValue } from "./facts.ts";
import type { ReportBook } from "./report_book.ts";
import type { BriefingRequest } from "./request.ts";
import { instantAt, type Timing } from "./route/timing.ts";
import { type ForecastAround, forecastAround, PASSING_MARGIN_MS } from "./sections/stations.ts";
import { pointAt, type Track } from "./route/track.ts";
import type { WindsAloft } from "./route/winds_aloft.ts";
import type { BriefingSources, StationReport } from "./world.ts";

/** A METAR that may be used, judged. */
export interface Observed {
  readonly metar: StationReport<Metar>;
  readonly category: FlightCategoryName | null;
  readonly hazards: readonly Hazard[];
}

/** A station in the corridor. */
export interface CorridorStation {
  readonly station: Station;
  /** From the route. */
  readonly distanceNm: number;
  /** From the nearest point of the route to the station, degrees true. */
  readonly bearingDeg: () => number;
  readonly alongNm: number;
  /** When the flight is abeam. */
  readonly passing: number;
  readonly metar: StationReport<Metar> | null;
  readonly taf: StationReport<Taf> | null;
  /** What its METAR says; `null` where there is none that may be used. */
  readonly observed: Observed | null;
  /** What its TAF says of the time of passing; `null` where it says nothing. */
  readonly aroundPassing: ForecastAround | null;
}

/** Everything that a section may look at. */
export interface Context {
  readonly request: BriefingRequest;
  readonly sources: BriefingSources;
  readonly now: number;
  readonly track: Track;
  readonly timing: Timing;
  readonly winds: WindsAloft;
  readonly facts: FactList;
  readonly book: ReportBook;
  /** In the order in which they are passed. */
  readonly stations: readonly CorridorStation[];
}

/** A report that may be used in an assessment (aviation rules, section 2). */
export function isUsable(
  report: StationReport<Metar> | StationReport<Taf> | null | undefined,
): boolean {
  const state = report?.freshness.state;
  return state !== undefined && !isPastLimit(state);
}

/** Stations with a METAR or TAF in the corridor, in the order in which they are passed. */
export function* corridorStations(
  track: Track,
  timing: Timing,
  { reports }: BriefingSources,
  widthNm: number,
): Steps<CorridorStation[]> {
  const found: CorridorStation[] = [];
  for (const station of yield* stationsAround(track, reports.stations, widthNm)) {
    yield;
    const place = abeam(track, station, widthNm);
    if (place === null) continue;
    const metar = reports.metar(station.id) ?? null;
    const taf = reports.taf(station.id) ?? null;
    if (metar === null && taf === null) continue;
    const { distanceNm, alongNm } = place;
    const passing = instantAt(timing, alongNm);
    found.push({
      station,
      distanceNm,
      bearingDeg: () => initialCourse(pointAt(track, alongNm), station),
      alongNm,
      passing,
      metar,
      taf,
      observed: metar !== null && isUsable(metar) ? judged(metar) : null,
      aroundPassing: taf !== null && isUsable(taf)
        ? forecastAround(taf.decoded, passing, PASSING_MARGIN_MS)
        : null,
    });
  }
  return found.sort((a, b) => a.alongNm - b.alongNm || a.distanceNm - b.distanceNm);
}

/** Every station that can lie within `widthNm` of the route: circles as far apart as the corridor is wide cover it. */
function* stationsAround(
  track: Track,
  stations: StationIndex,
  widthNm: number,
): Steps<ReadonlySet<Station>> {
  const found = new Set<Station>();
  const radius = Math.hypot(widthNm, widthNm / 2) + 0.5;
  for (let nm = 0;; nm = Math.min(track.totalNm, nm + widthNm)) {
    const { latitude, longitude } = pointAt(track, nm);
    for (const station of stations.inCircle(latitude, longitude, radius)) found.add(station);
    if (nm >= track.totalNm) return found;
    yield;
  }
}

function judged(metar: StationReport<Metar>): Observed {
  const { decoded } = metar;
  return {
    metar,
    category: flightCategory(decoded).category,
    hazards: hazardsOfMetar(decoded),
  };
}

/** Rounded the way it is told: whole nautical miles. */
export const nauticalMiles = (name: string, nm: number): FactValue => ({
  name,
  value: Math.round(nm),
  unit: "NM",
});

/** A direction in whole degrees true, 1 to 360. */
export const degrees = (name: string, value: number): FactValue => {
  const whole = Math.round(value) % 360;
  return { name, value: whole === 0 ? 360 : whole, unit: "deg" };
};

/** Where a station lies to the route; `null` for one on it. */
export function placeBesideRoute(one: CorridorStation, baseFt: number | null): FactPlace | null {
  if (one.distanceNm < 1) return null;
  return {
    from: "route",
    distance: nauticalMiles("distance", one.distanceNm),
    bearing: degrees("bearing", one.bearingDeg()),
    elevationDifference: differenceOf(one.station, baseFt),
  };
}

/** How much higher a station lies than `baseFt`. */
export function differenceOf({ elevation }: Station, baseFt: number | null): FactValue | null {
  if (elevation === null || baseFt === null) return null;
  return {
    name: "elevationDifference",
    value: Math.round((elevation.value - baseFt) / 10) * 10,
    unit: "ft",
  };
}

/** Whether current reports still say something about a departure: two hours ahead at most (AIM 7-1-5). */
export const CURRENT_MS = 2 * HOUR_MS;

/** Adds a fact to a list, for sections that only give drafts. */
export function addAll({ facts }: Context, drafts: readonly FactDraft[]): void {
  for (const draft of drafts) facts.add(draft);
}
