/**
 * What a place reports now, or that it reports nothing that may be used.
 *
 * @module
 */
import { type BlindSpot, blindSpotsOf } from "../../derive/hazards.ts";
import type { Metar } from "../../products/metar/model.ts";
import type { Station } from "../../stations/station.ts";
import { toIso } from "../../time/mod.ts";
import { isUsable } from "../context.ts";
import type { Fact, FactDraft, FactPlace } from "../facts.ts";
import { factSource } from "../report_book.ts";
import { borrowedPlace, neighbourOf } from "../sections/borrow.ts";
import { observationFact } from "../sections/stations.ts";
import type { StationReport } from "../world.ts";
import type { Asked } from "./asked.ts";
import type { Subject } from "./intent.ts";
import { addMissing } from "./missing.ts";

/** Subjects that a station is blind for, by what it cannot see. */
const BLIND: Readonly<Record<BlindSpot["cannotSee"], readonly Subject[]>> = {
  thunderstorm: ["thunderstorm"],
  freezingPrecipitation: ["freezing", "icing"],
  presentWeather: [
    "thunderstorm",
    "fog",
    "rain",
    "snow",
    "precipitation",
    "freezing",
    "icing",
  ],
  visibility: ["visibility"],
};
/** Subjects that ask for everything. */
const WHOLE: readonly Subject[] = ["weather", "hazards"];

const MISSING = {
  what: "observation",
  section: "currentConditions",
  timesOf: (report: StationReport<Metar>) => [{ name: "last", at: toIso(report.observedAt) }],
  reasonOf: ({ decoded }: StationReport<Metar>) => decoded.nil ? "nil" : "notCurrent",
} as const;

const isTold = (report: StationReport<Metar> | undefined): report is StationReport<Metar> =>
  report !== undefined && isUsable(report) && !report.decoded.nil;

/**
 * Adds the observation of `id`; where there is none that may be used that is said, with the last one, and a
 * neighbour's is given.
 *
 * @returns the place's own observation, or `null`
 */
export function observed(id: string, station: Station | undefined, asked: Asked): Fact | null {
  const { sources: { reports } } = asked;
  const own = reports.metar(id);
  if (isTold(own)) return add(own, id, null, asked);
  addMissing(own, id, MISSING, asked);
  const near = station &&
    neighbourOf(station, reports, (other) => isTold(reports.metar(other.id)));
  if (station && near) {
    add(reports.metar(near.station.id)!, near.station.id, borrowedPlace(station, near), asked);
  }
  return null;
}

function add(
  report: StationReport<Metar>,
  id: string,
  place: FactPlace | null,
  asked: Asked,
): Fact {
  const { intent, facts } = asked;
  const subjects = [intent.subject, ...intent.further];
  const spots = blindSpotsOf(report.decoded).filter(({ cannotSee }) =>
    subjects.some((one) => WHOLE.includes(one) || BLIND[cannotSee].includes(one))
  );
  const draft = observationFact(report, id, "currentConditions", place, asked);
  const blind = spots.flatMap(({ cannotSee }) => BLIND[cannotSee]);
  const fact = facts.add({
    ...draft,
    details: {
      ...draft.details,
      asked: subjects.join(" "),
      ...(blind.length > 0 && { blind: [...new Set(blind)].join(" ") }),
    },
  });
  for (const spot of spots) facts.add(blindFact(spot, fact));
  return fact;
}

function blindFact(
  { cannotSee, sources }: BlindSpot,
  { station, reports, freshness }: Fact,
): FactDraft {
  return {
    key: `sensor:${station}:${cannotSee}`,
    section: "currentConditions",
    kind: "unavailable",
    station,
    details: { what: "sensor", reason: cannotSee },
    reports,
    freshness,
    sources: sources.map((source) => factSource(reports[0]!, source)),
  };
}
