/**
 * What a place's TAF allows at the time asked for, every state of it, or why it says nothing of it.
 *
 * @module
 */
import type { Taf } from "../../products/taf/model.ts";
import type { Station } from "../../stations/station.ts";
import { HOUR_MS, toIso } from "../../time/mod.ts";
import { isUsable } from "../context.ts";
import { factValue } from "../elements.ts";
import type { Fact, FactDraft, FactPlace, FactTime } from "../facts.ts";
import { factSource } from "../report_book.ts";
import { runwayWindFact } from "../sections/aerodromes.ts";
import { borrowedPlace, neighbourOf } from "../sections/borrow.ts";
import {
  type AllowedStates,
  allowedStates,
  changeWords,
  forecastFacts,
  type JudgedState,
  worstAmong,
} from "../sections/stations.ts";
import type { StationReport } from "../world.ts";
import type { Asked } from "./asked.ts";
import { addMissing } from "./missing.ts";

/** Around an instant everything within an hour of it is told. */
const AROUND_MS = HOUR_MS;

/** A forecast told. */
export interface ToldForecast {
  /** The prevailing state first. */
  readonly states: readonly Fact[];
  /** Of each state the wind on the runway, where a crosswind was asked for. */
  readonly runways: readonly Fact[];
  /** The forecast is for the whole time asked for and was read whole. */
  readonly isComplete: boolean;
  /** What was looked at, where the forecast begins or ends within the hour around an instant; else `null`. */
  readonly window: { readonly from: number; readonly to: number } | null;
}

/** A forecast for a time, and from when to when it is looked at. */
interface Found {
  readonly report: StationReport<Taf>;
  readonly states: AllowedStates;
  readonly at: number;
  /** The time asked for reaches beyond the forecast. */
  readonly isPartly: boolean;
  readonly window: ToldForecast["window"];
}

/**
 * Adds the states of the place's forecast; where it has none for the time that is said with the reason, and a
 * neighbour's is given.
 *
 * @returns the place's own forecast, or `null`
 */
export function forecast(
  id: string,
  station: Station | undefined,
  asked: Asked,
): ToldForecast | null {
  const { sources: { reports } } = asked;
  const own = find(reports.taf(id), asked);
  if (own !== null) return add(own, id, station, null, asked);
  addMissing(reports.taf(id), id, {
    what: "forecast",
    section: "destinationForecast",
    timesOf: ({ decoded }) => validityTimes(decoded),
    reasonOf: (report) => reasonOf(report, asked),
  }, asked);
  const near = station &&
    neighbourOf(station, reports, (other) => find(reports.taf(other.id), asked) !== null);
  if (station && near) {
    const found = find(reports.taf(near.station.id), asked)!;
    add(found, near.station.id, undefined, borrowedPlace(station, near), asked);
  }
  return null;
}

function find(report: StationReport<Taf> | undefined, { intent }: Asked): Found | null {
  if (report === undefined || !isUsable(report)) return null;
  const span = validityOf(report.decoded);
  if (span === null) return null;
  const isInstant = intent.from === intent.to;
  const at = Math.max(intent.from, span.from);
  if (at > intent.to || at >= span.to) return null;
  const margin = isInstant ? AROUND_MS : 0;
  const [from, to] = [at - margin, intent.to + margin];
  const states = allowedStates(report.decoded, at, from, to);
  const isPartly = intent.from < span.from || intent.to > span.to;
  const window = isInstant && (from < span.from || to > span.to)
    ? { from: Math.max(from, span.from), to: Math.min(to, span.to) }
    : null;
  return states && { report, states, at, isPartly, window };
}

function validityOf({ validity }: Taf): { readonly from: number; readonly to: number } | null {
  const { from, to } = validity ?? { from: null, to: null };
  return from === null || to === null ? null : { from: Date.parse(from), to: Date.parse(to) };
}

/** From when to when a forecast holds, for facts. */
function validityTimes({ validity }: Taf): FactTime[] {
  return [
    ...(validity?.from ? [{ name: "validFrom", at: validity.from }] : []),
    ...(validity?.to ? [{ name: "validTo", at: validity.to }] : []),
  ];
}

function add(
  found: Found,
  id: string,
  home: Station | undefined,
  place: FactPlace | null,
  asked: Asked,
): ToldForecast {
  const { intent, facts } = asked;
  const { report, states, at, isPartly, window } = found;
  const { decoded } = report;
  if (isPartly) {
    facts.add({
      key: `forecast:${id}:partly`,
      section: "destinationForecast",
      kind: "unavailable",
      station: id,
      times: validityTimes(decoded),
      details: { what: "forecast", reason: "partly" },
    });
  }
  const worst = worstAmong(states);
  const others = states.others.filter((one) => one !== worst);
  const drafts = forecastFacts(
    report,
    { prevailing: states.prevailing, worst, possible: others },
    { station: id, section: "destinationForecast", place, at, timeName: "asked" },
    asked,
  );
  const judged = [states.prevailing, ...(worst ? [worst] : []), ...others];
  const told = drafts.map((draft, i) => facts.add(withQuestion(draft, judged[i]!, decoded, asked)));
  const runways = home !== undefined && [intent.subject, ...intent.further].includes("crosswind")
    ? judged.map((state, i) => facts.add(runwayFact(home, state, told[i]!, at, asked)))
    : [];
  return {
    states: told,
    runways,
    window,
    isComplete: !isPartly && decoded.unparsed.length === 0 &&
      !told.some(({ details }) => details["timeUnknown"]),
  };
}

/** A state's fact with what was asked; of one that ends without a group of its own, when it ends. */
function withQuestion(
  draft: FactDraft,
  { candidate, to }: JudgedState,
  { unparsed }: Taf,
  { intent }: Asked,
): FactDraft {
  const isBefore = draft.kind !== "forecastPrevailing" && changeWords(candidate).length === 0;
  return {
    ...draft,
    details: {
      ...draft.details,
      asked: [intent.subject, ...intent.further].join(" "),
      ...(unparsed.length > 0 && draft.kind === "forecastPrevailing" && { unparsed: "yes" }),
    },
    times: [...draft.times ?? [], ...(isBefore ? [{ name: "until", at: toIso(to) }] : [])],
  };
}

function runwayFact(
  home: Station,
  { candidate }: JudgedState,
  { reports, freshness, details, times, id }: Fact,
  at: number,
  { intent }: Asked,
): FactDraft {
  const { change } = details;
  const draft = runwayWindFact(
    home,
    at,
    {
      wind: candidate.elements.surfaceWind,
      basis: "forecast",
      report: reports[0]!,
      freshness: freshness ?? "current",
      ...(change && { change }),
    },
    intent.runway,
  );
  return {
    ...draft,
    key: `${draft.key}:${id}`,
    times: [...draft.times ?? [], ...times.filter(({ name }) => SPAN.has(name))],
  };
}

/** Instants between which a state holds. */
const SPAN: ReadonlySet<string> = new Set(["changeFrom", "changeTo", "until"]);

/** The highest and lowest temperatures of the place's own forecast. */
export function forecastTemperatures(
  id: string,
  { sources: { reports }, facts, book }: Asked,
): void {
  const report = reports.taf(id);
  if (report === undefined || !isUsable(report)) return;
  const { decoded, freshness, observedAt } = report;
  const extremes = [
    ...decoded.maximumTemperatures.map((one) => ({ ...one, extreme: "maximum" })),
    ...decoded.minimumTemperatures.map((one) => ({ ...one, extreme: "minimum" })),
  ];
  for (const { temperature, at, extreme, source } of extremes) {
    if (at === null) continue;
    const key = book.key(report, freshness.state, id);
    const cited = factSource(key, source);
    facts.add({
      key: `temperature:${id}:${extreme}`,
      section: "destinationForecast",
      kind: "forecastTemperature",
      station: id,
      values: [factValue("temperature", temperature, cited)],
      times: [{ name: "at", at }, { name: "issued", at: toIso(observedAt) }],
      details: { extreme },
      reports: [key],
      sources: [cited],
      freshness: freshness.state,
    });
  }
}

function reasonOf({ decoded, freshness }: StationReport<Taf>, { intent }: Asked): string {
  if (decoded.nil) return "nil";
  if (decoded.cancelled) return "cancelled";
  const span = validityOf(decoded);
  if (span === null) return "damaged";
  if (freshness.state === "expired") return "expired";
  if (intent.to < span.from) return "notBegun";
  return intent.from >= span.to ? "ended" : "damaged";
}
