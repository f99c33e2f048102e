/**
 * A briefing: from a request and the world to facts in ten sections. Pure: the clock is that of the read side.
 *
 * @module
 */
import { vorPosition } from "../products/hazard/vors.ts";
import type { Steps } from "../resilience/steps.ts";
import type { Point } from "../stations/geometry.ts";
import { toIso } from "../time/mod.ts";
import { type Context, type CorridorStation, corridorStations } from "./context.ts";
import { type Fact, FactList, type SectionName, SECTIONS } from "./facts.ts";
import { type Profile, profileOf } from "./profile.ts";
import { type BriefingReport, ReportBook } from "./report_book.ts";
import type { BriefingKind, BriefingRequest, RequestError } from "./request.ts";
import { type Timing, timingOf } from "./route/timing.ts";
import { IN_ENGLISH, type SayWrong } from "./text/request_words.ts";
import { type Track, trackOf } from "./route/track.ts";
import { windsFrom } from "./route/winds_aloft.ts";
import { adverseConditions } from "./sections/adverse.ts";
import { windsAloft } from "./sections/aloft.ts";
import { comparisons } from "./sections/comparisons.ts";
import { currentConditions } from "./sections/current.ts";
import { flightFacts } from "./sections/flight.ts";
import { destinationForecast, enRouteForecast } from "./sections/forecasts.ts";
import { notIncluded, other } from "./sections/other.ts";
import { findPireps } from "./sections/pireps.ts";
import { synopsis } from "./sections/synopsis.ts";
import { findWarnings, type Found } from "./sections/warnings.ts";
import type { BriefingSources } from "./world.ts";

/** One of the ten sections. `unavailable`: nothing but reasons why there is nothing. */
export interface Section {
  readonly name: SectionName;
  readonly state: "given" | "omitted" | "unavailable";
  readonly factIds: readonly string[];
}

/** A briefing without any words of prose. */
export interface Briefing {
  readonly kind: BriefingKind;
  /** ISO 8601 UTC. */
  readonly generatedAt: string;
  readonly simulated: boolean;
  readonly request: BriefingRequest;
  readonly track: Track;
  readonly timing: Timing;
  /** Facts about the flight itself, before the sections. */
  readonly flight: readonly string[];
  /** All ten, in the FAA's order. */
  readonly sections: readonly Section[];
  readonly facts: readonly Fact[];
  readonly reports: readonly BriefingReport[];
  readonly stations: readonly CorridorStation[];
  readonly profile: Profile;
}

/** Makes a briefing, or says why the flight cannot be reckoned. */
export function* brief(
  request: BriefingRequest,
  sources: BriefingSources,
  say: SayWrong = IN_ENGLISH,
): Steps<Briefing | RequestError> {
  const track = trackOf(request.waypoints, say);
  if (typeof track === "string") return { name: "route", detail: track };
  yield;
  const winds = windsFrom(
    sources.reports.hazards("windsAloft"),
    (id, area) => placeOfColumn(id, area, sources),
    sources.reports.stations,
  );
  yield;
  const timing = yield* timingOf(track, winds, request, say);
  if (typeof timing === "string") return { name: "tas", detail: timing };
  const stations = yield* corridorStations(track, timing, sources, request.corridorNm);
  const book = new ReportBook();
  const context: Context = {
    request,
    sources,
    now: sources.reports.now(),
    track,
    timing,
    winds,
    facts: new FactList((reports) => book.worst(reports)),
    book,
    stations,
  };
  const warnings = yield* findWarnings(context);
  flightFacts(context);
  const flight = context.facts.all.map(({ id }) => id);
  yield* fill(context, warnings);
  const facts = context.facts.all;
  return {
    kind: request.kind,
    generatedAt: toIso(context.now),
    simulated: sources.reports.world.simulated,
    request,
    track,
    timing,
    flight,
    sections: SECTIONS.map((name) => sectionOf(name, facts, flight)),
    facts,
    reports: context.book.all,
    stations,
    profile: yield* profileOf(context, warnings.warnings),
  };
}

function* fill(context: Context, warnings: Found): Steps<void> {
  const { kind } = context.request;
  const pireps = kind === "outlook" ? [] : yield* findPireps(context);
  yield* adverseConditions(context, warnings, pireps);
  yield;
  comparisons(context);
  yield;
  if (kind === "abbreviated") {
    for (const section of ["synopsis", "enRouteForecast"] as const) {
      context.facts.add({
        key: `${section}:omitted`,
        section,
        kind: "omitted",
        details: { what: section, reason: "abbreviated" },
      });
    }
    yield* currentConditions(context, [], { endsOnly: true });
  } else {
    synopsis(context);
    yield;
    yield* currentConditions(context, pireps);
    yield;
    yield* enRouteForecast(context);
  }
  yield;
  destinationForecast(context);
  yield;
  yield* windsAloft(context);
  notIncluded(context);
  other(context, pireps);
  yield;
}

function sectionOf(name: SectionName, all: readonly Fact[], flight: readonly string[]): Section {
  const facts = all.filter(({ section, id }) => section === name && !flight.includes(id));
  const only = (kind: Fact["kind"]) => facts.length > 0 && facts.every((one) => one.kind === kind);
  return {
    name,
    state: only("unavailable") ? "unavailable" : only("omitted") ? "omitted" : "given",
    factIds: facts.map(({ id }) => id),
  };
}

/**
 * Columns are named by three letters: in the contiguous states of an airport without its K, or of a beacon; in Alaska,
 * Hawaii and the Pacific by the IATA code of an airport whose indicator begins with P or N there.
 */
function placeOfColumn(
  id: string,
  area: string | null,
  { reports }: BriefingSources,
): Point | undefined {
  const { stations } = reports;
  if (id.length === 4) return stations.get(id);
  if (area === null || area === "US") return stations.get(`K${id}`) ?? vorPosition(id);
  const station = stations.byIata(id);
  return station !== undefined && /^[PN]/.test(station.id) ? station : undefined;
}
