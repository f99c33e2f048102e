/**
 * 4. Current conditions: METARs and pilot reports along the route.
 *
 * @module
 */
import { badness } from "../../derive/category.ts";
import type { Station } from "../../stations/station.ts";
import type { Steps } from "../../resilience/steps.ts";
import { toIso } from "../../time/mod.ts";
import {
  type Context,
  type CorridorStation,
  CURRENT_MS,
  isUsable,
  placeBesideRoute,
} from "../context.ts";
import { borrowedPlace, neighbourOf } from "./borrow.ts";
import { type FoundPirep, pirepFact } from "./pireps.ts";
import { observationFact } from "./stations.ts";

const SECTION = "currentConditions" as const;
/** The route is looked at in so many pieces; each gives its nearest and its worst station. */
const PIECES = 8;
/** No piece is shorter. */
const PIECE_NM = 30;

/** Adds the section; of an abbreviated briefing the way points only. */
export function* currentConditions(
  context: Context,
  pireps: readonly FoundPirep[],
  { endsOnly }: { readonly endsOnly: boolean } = { endsOnly: false },
): Steps<void> {
  const { request, facts, now, stations } = context;
  if (request.kind === "outlook" || request.departure - now > CURRENT_MS) {
    facts.add({
      key: "current:omitted",
      section: SECTION,
      kind: "omitted",
      times: [{ name: "departure", at: toIso(request.departure) }],
      details: {
        what: "currentConditions",
        reason: request.kind === "outlook" ? "outlook" : "later",
      },
    });
    return;
  }
  for (const { station } of context.track.waypoints) {
    if (station !== null) endFact(station, context);
    yield;
  }
  const told = endsOnly
    ? []
    : chosen(context, ({ observed }) =>
      observed !== null && !observed.metar.decoded.nil ? badness(observed.category) : null);
  const borrowed = new Set(facts.in(SECTION).map(({ station }) => station));
  for (const one of told) {
    yield;
    if (borrowed.has(one.station.id)) continue;
    facts.add(
      observationFact(
        one.metar!,
        one.station.id,
        SECTION,
        placeBesideRoute(one, null),
        context,
        [{ name: "passing", at: toIso(one.passing) }],
      ),
    );
  }
  const reporting = stations.filter(({ observed }) => observed !== null).length;
  const here = facts.in(SECTION).filter(({ kind }) => kind === "observation").length;
  if (reporting > here) {
    facts.add({
      key: "excluded:observations",
      section: SECTION,
      kind: "excluded",
      values: [{ name: "more", value: reporting - here, unit: "count" }],
      details: { what: "observations" },
    });
  }
  for (const one of pireps) {
    if (!one.pirep.urgent) facts.add(pirepFact(one, context));
    yield;
  }
}

/** A way point's own report; where there is none that may be used, that is said and a neighbour's given. */
function endFact(station: Station, context: Context): void {
  const { sources, facts } = context;
  const own = sources.reports.metar(station.id);
  if (own !== undefined && isUsable(own) && !own.decoded.nil) {
    facts.add(observationFact(own, station.id, SECTION, null, context));
    return;
  }
  facts.add({
    key: `observation:${station.id}:missing`,
    section: SECTION,
    kind: "unavailable",
    station: station.id,
    times: own === undefined ? [] : [{ name: "last", at: toIso(own.observedAt) }],
    details: {
      what: "observation",
      reason: own === undefined ? "noReport" : own.decoded.nil ? "nil" : "notCurrent",
    },
  });
  const neighbour = neighbourOf(station, sources.reports, ({ id }) => {
    const report = sources.reports.metar(id);
    return report !== undefined && isUsable(report) && !report.decoded.nil;
  });
  if (neighbour === null) return;
  const report = sources.reports.metar(neighbour.station.id)!;
  const place = borrowedPlace(station, neighbour);
  facts.add(observationFact(report, neighbour.station.id, SECTION, place, context));
}

/**
 * Stations that stand for the corridor: of each piece of the route the nearest one and the worst one, ends left out.
 *
 * @param rank how bad a station is; `null` where it has nothing to tell
 */
export function chosen(
  { track, stations }: Context,
  rank: (one: CorridorStation) => number | null,
): CorridorStation[] {
  const ends = new Set(track.waypoints.map(({ station }) => station?.id));
  const pieceNm = Math.max(PIECE_NM, track.totalNm / PIECES);
  const pieces = new Map<number, { one: CorridorStation; bad: number }[]>();
  for (const one of stations) {
    const bad = ends.has(one.station.id) ? null : rank(one);
    if (bad === null) continue;
    const piece = Math.floor(one.alongNm / pieceNm);
    const list = pieces.get(piece) ?? [];
    list.push({ one, bad });
    pieces.set(piece, list);
  }
  const picked = new Set<CorridorStation>();
  for (const list of pieces.values()) {
    const nearest = list.toSorted((a, b) => a.one.distanceNm - b.one.distanceNm)[0]!;
    const worst = list.toSorted((a, b) => b.bad - a.bad || a.one.distanceNm - b.one.distanceNm)[0]!;
    picked.add(nearest.one);
    if (worst.bad > nearest.bad) picked.add(worst.one);
  }
  return [...picked].sort((a, b) => a.alongNm - b.alongNm);
}
