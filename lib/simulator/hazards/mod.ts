/**
 * Hazards of a simulated world, each set worked out once for its issue.
 *
 * @module
 */
import { MINUTE_MS } from "../../time/mod.ts";
import type { Site } from "../sites.ts";
import type { WeatherWorld } from "../world/mod.ts";
import { aircraftReports } from "./aircraft.ts";
import { centerAdvisories, convectiveIssue, convectiveSigmets } from "./convective.ts";
import { gairmetIssue, gairmetsOf } from "./gairmets.ts";
import { internationalSigmets } from "./international.ts";
import { severeIssue, severeSigmets } from "./severe.ts";
import type {
  AircraftReport,
  CenterAdvisory,
  DomesticSigmet,
  Gairmet,
  InternationalSigmet,
} from "./model.ts";

export type {
  AircraftReport,
  CenterAdvisory,
  DomesticSigmet,
  Gairmet,
  InternationalSigmet,
} from "./model.ts";

/** What is in force at an instant. */
export interface HazardWriter {
  domestic(now: number): Promise<readonly DomesticSigmet[]>;
  international(now: number): Promise<readonly InternationalSigmet[]>;
  gairmets(now: number): Promise<readonly Gairmet[]>;
  advisories(now: number): Promise<readonly CenterAdvisory[]>;
  aircraft(now: number): Promise<readonly AircraftReport[]>;
}

/** Hazards over `world`; `sites` give the letters of places. */
export function createHazardWriter(world: WeatherWorld, sites: readonly Site[]): HazardWriter {
  const convective = remember((issue) => convectiveSigmets(world, sites, issue));
  const severe = remember((issue) => severeSigmets(world, sites, issue));
  const gairmets = remember((issue) => gairmetsOf(world, issue));
  const international = remember((minute) => internationalSigmets(world, minute));
  const aircraft = remember((minute) => Promise.resolve(aircraftReports(world, sites, minute)));
  const minuteOf = (now: number) => Math.floor(now / MINUTE_MS) * MINUTE_MS;
  return {
    domestic: async (now) => [
      ...await convective(convectiveIssue(now)),
      ...await severe(severeIssue(now)),
    ],
    gairmets: (now) => gairmets(gairmetIssue(now)),
    // Offices issue at their own minutes; five minutes is as often as the set need be looked at.
    international: (now) => international(Math.floor(now / (5 * MINUTE_MS)) * 5 * MINUTE_MS),
    advisories: async (now) => centerAdvisories(await convective(convectiveIssue(now)), world.seed),
    aircraft: (now) => aircraft(minuteOf(now)),
  };
}

/** Keeps the latest answer only. */
function remember<T>(make: (key: number) => Promise<T>): (key: number) => Promise<T> {
  let held: { key: number; value: Promise<T> } | null = null;
  return (key) => {
    if (held?.key !== key) held = { key, value: make(key) };
    return held.value;
  };
}
