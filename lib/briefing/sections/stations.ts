/**
 * What the stations of the corridor report and forecast: observations, states at the time of passing, and what of it
 * is low or dangerous.
 *
 * @module
 */
import { type HazardKind, hazardsOfForecast, hazardsOfMetar } from "../../derive/hazards.ts";
import { badness, flightCategory, type FlightCategoryName } from "../../derive/category.ts";
import type { Metar } from "../../products/metar/model.ts";
import { type Candidate, stateAt, statesBetween } from "../../products/taf/state.ts";
import type { Taf } from "../../products/taf/model.ts";
import { HOUR_MS, toIso } from "../../time/mod.ts";
import type { Context } from "../context.ts";
import { elementParts, factValue, unique } from "../elements.ts";
import type { FactDraft, FactPlace, FactTime, SectionName } from "../facts.ts";
import { factSource } from "../report_book.ts";
import type { StationReport } from "../world.ts";

/** The fact of a METAR. */
export function observationFact(
  report: StationReport<Metar>,
  station: string,
  section: SectionName,
  place: FactPlace | null,
  { book }: Pick<Context, "book">,
  times: readonly FactTime[] = [],
): FactDraft {
  const { decoded, freshness } = report;
  const key = book.key(report, freshness.state, station);
  const parts = elementParts(decoded, hazardsOfMetar(decoded), key);
  const values = [...parts.values];
  const sources = [...parts.sources];
  const measured = [
    ["temperature", decoded.airTemperature],
    ["dewPoint", decoded.dewPointTemperature],
    ["altimeter", decoded.qnh],
  ] as const;
  for (const [name, one] of measured) {
    if (one.kind !== "value") continue;
    const source = factSource(key, one.source);
    values.push(factValue(name, one, source));
    sources.push(source);
  }
  const details: Record<string, string> = { ...parts.details };
  if (decoded.reportType === "SPECI") details["special"] = "yes";
  if (decoded.nil) details["nil"] = "yes";
  if (decoded.unparsed.length > 0) details["unparsed"] = "yes";
  return {
    key: `observation:${station}:${section}`,
    section,
    kind: "observation",
    station,
    place,
    ...parts,
    values,
    details,
    sources,
    times: [{ name: "observed", at: toIso(report.observedAt) }, ...times],
    reports: [key],
    freshness: freshness.state,
  };
}

/** A state that a TAF allows around an instant, judged. */
export interface JudgedState {
  readonly candidate: Candidate;
  /** The span in which it holds, as far as it lies in the window; milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly category: FlightCategoryName | null;
  readonly hazards: readonly HazardKind[];
}

/** What a TAF says of a window. */
export interface ForecastAround {
  readonly prevailing: JudgedState;
  /** Worse than what prevails, or `null`. */
  readonly worst: JudgedState | null;
  /** Further states with a hazard that neither of both has. */
  readonly possible: readonly JudgedState[];
}

/** Around the time of passing a station on the way. */
export const PASSING_MARGIN_MS = HOUR_MS / 2;
/** Around an arrival. */
export const ARRIVAL_MARGIN_MS = HOUR_MS;

/** The worst category that is forecast or `null` where it is not known. */
export function worstOf({ prevailing, worst }: ForecastAround) {
  return (worst ?? prevailing).category;
}

/** Every state that a TAF allows in a window. */
export interface AllowedStates {
  /** What prevails at the instant asked for. */
  readonly prevailing: JudgedState;
  /** All others, each once, in the order in which they begin; `to` is the last end of each within the window. */
  readonly others: readonly JudgedState[];
}

/** What a TAF allows at `at` and from `from` to `to` around it; `null` where it says nothing of `at`. */
export function allowedStates(
  taf: Taf,
  at: number,
  from: number,
  to: number,
): AllowedStates | null {
  const state = stateAt(taf, at);
  if (state === null) return null;
  const prevailing = judged(state.prevailing, at, at);
  const others = new Map<string, JudgedState>();
  const own = groupsOf(state.prevailing);
  for (const span of statesBetween(taf, from, to + 1)) {
    const [begin, end] = [Date.parse(span.from), Date.parse(span.to)];
    for (const candidate of [span.state.prevailing, ...span.state.alternatives]) {
      const groups = groupsOf(candidate);
      if (groups === own) continue;
      const known = others.get(groups);
      others.set(
        groups,
        known === undefined ? judged(named(candidate), begin, end) : { ...known, to: end },
      );
    }
  }
  return { prevailing, others: [...others.values()] };
}

/** What is forecast at `at` and within `marginMs` of it; `null` where the TAF says nothing of that time. */
export function forecastAround(taf: Taf, at: number, marginMs: number): ForecastAround | null {
  const states = allowedStates(taf, at, at - marginMs, at + marginMs);
  return states && toldOf(states);
}

/** Of all states those that are told: what prevails, the worst, and further ones with a hazard of their own. */
export function toldOf(states: AllowedStates): ForecastAround {
  const { prevailing, others } = states;
  const worst = worstAmong(states);
  const told = new Set([...prevailing.hazards, ...(worst?.hazards ?? [])]);
  const possible = others.filter((other) => {
    const adds = other !== worst && other.hazards.some((hazard) => !told.has(hazard));
    if (adds) other.hazards.forEach((hazard) => told.add(hazard));
    return adds;
  });
  return { prevailing, worst, possible };
}

/** The state of the worst category, of two alike that with more hazards; `null` where none is worse than what prevails. */
export function worstAmong({ prevailing, others }: AllowedStates): JudgedState | null {
  let worst: JudgedState | null = null;
  for (const other of others) {
    const than = worst ?? prevailing;
    const [a, b] = [badness(other.category), badness(than.category)];
    if (a > b || (a === b && worst !== null && other.hazards.length > worst.hazards.length)) {
      worst = other;
    }
  }
  return worst;
}

/** A state that prevails before or after carries the name of the group that made it. */
function named(candidate: Candidate): Candidate {
  return candidate.kind === "prevailing"
    ? { ...candidate, kind: candidate.because.at(-1)?.kind ?? "prevailing" }
    : candidate;
}

const groupsOf = ({ because }: Candidate) => because.map(({ source }) => source.start).join(",");

function judged(candidate: Candidate, from: number, to: number): JudgedState {
  return {
    candidate,
    from,
    to,
    category: flightCategory(candidate.elements).category,
    hazards: unique(hazardsOfForecast(candidate.elements).map(({ kind }) => kind)),
  };
}

/** The facts of what a TAF says around an instant, named `timeName` in them. */
export function forecastFacts(
  report: StationReport<Taf>,
  around: ForecastAround,
  { station, section, place, at, timeName }: {
    readonly station: string;
    readonly section: SectionName;
    readonly place: FactPlace | null;
    readonly at: number;
    readonly timeName: string;
  },
  { book }: Pick<Context, "book">,
): FactDraft[] {
  const key = book.key(report, report.freshness.state, station);
  const make = (kind: FactDraft["kind"], { candidate }: JudgedState, number = 0): FactDraft => {
    const parts = elementParts(candidate.elements, hazardsOfForecast(candidate.elements), key);
    const group = candidate.because.at(-1);
    const change = kind === "forecastPrevailing" ? [] : changeWords(candidate);
    return {
      key: `${kind}:${station}:${section}${number > 0 ? `:${number}` : ""}`,
      section,
      kind,
      station,
      place,
      ...parts,
      qualifiers: unique([...change, ...parts.qualifiers]),
      words: unique([...change, ...parts.words]),
      details: {
        ...parts.details,
        ...(change.length > 0 && { change: change.join(" ") }),
        ...(candidate.timeUnknown && { timeUnknown: "yes" }),
        ...(report.decoded.amended && { amended: "yes" }),
      },
      times: [
        { name: timeName, at: toIso(at) },
        { name: "issued", at: toIso(report.observedAt) },
        ...(group?.period.from && change.length > 0
          ? [{ name: "changeFrom", at: group.period.from }]
          : []),
        ...(group?.period.to && change.length > 0
          ? [{ name: "changeTo", at: group.period.to }]
          : []),
      ],
      sources: [
        ...(group && change.length > 0 ? [factSource(key, firstWords(group.source))] : []),
        ...parts.sources,
      ],
      reports: [key],
      freshness: report.freshness.state,
    };
  };
  return [
    make("forecastPrevailing", around.prevailing),
    ...(around.worst ? [make("forecastWorst", around.worst)] : []),
    ...around.possible.map((one, i) => make("forecastPossible", one, i + 1)),
  ];
}

/** The words of the group that makes a state; `PROB30 TEMPO` is told with both, what prevails with none. */
export function changeWords({ kind, probability }: Candidate): string[] {
  return [
    ...(probability === undefined ? [] : [`PROB${probability}`]),
    ...(kind === "prevailing" || kind === "PROB" ? [] : [kind]),
  ];
}

/** The words that begin a change group: `TEMPO 2414/2417`. */
function firstWords(source: { readonly text: string; readonly start: number }) {
  const text = /^(?:PROB\d\d\s+)?\S+(?:\s+\d{4}\/\d{4})?/.exec(source.text)?.[0] ?? source.text;
  return { text, start: source.start, end: source.start + text.length };
}
