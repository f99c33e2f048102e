/**
 * 1. Adverse conditions: warnings, urgent pilot reports, low ceilings and visibilities, dangerous weather at stations.
 *
 * @module
 */
import type { HazardKind } from "../../derive/hazards.ts";
import type { Steps } from "../../resilience/steps.ts";
import { MINUTE_MS, toIso } from "../../time/mod.ts";
import { addAll, type Context, CURRENT_MS } from "../context.ts";
import { isLow, unique } from "../elements.ts";
import type { FactDraft } from "../facts.ts";
import { type FoundPirep, pirepFact } from "./pireps.ts";
import { changeWords, type JudgedState } from "./stations.ts";
import { type Found, WARNING_PRODUCTS, warningFact, type WarningProduct } from "./warnings.ts";

const SECTION = "adverseConditions" as const;

/** Adds the section. */
export function* adverseConditions(
  context: Context,
  warnings: Found,
  pireps: readonly FoundPirep[],
): Steps<void> {
  for (const one of warnings.warnings) {
    context.facts.add(warningFact(one, context));
    yield;
  }
  addAll(
    context,
    pireps.filter(({ pirep }) => pirep.urgent).map((one) => pirepFact(one, context)),
  );
  addAll(context, yield* stationFacts(context));
  for (const product of WARNING_PRODUCTS) {
    for (const draft of retrieval(product, warnings, context)) context.facts.add(draft);
  }
  const { time, level } = warnings.excluded;
  if (time + level > 0) {
    context.facts.add({
      key: "excluded:warnings",
      section: SECTION,
      kind: "excluded",
      values: [
        { name: "otherTime", value: time, unit: "count" },
        { name: "otherLevel", value: level, unit: "count" },
      ],
      details: { what: "warnings" },
    });
  }
}

/** A list that was not retrieved for so long may lack what was issued since: feeds are asked every minute. */
export const OLD_LIST_MS = 15 * MINUTE_MS;

/**
 * What the list of a product says of its completeness. No answer is not "none", nor is an old one, nor one without
 * some of its sources.
 */
function retrieval(product: WarningProduct, { warnings }: Found, context: Context): FactDraft[] {
  const feed = context.sources.reports.feed(product);
  const at = feed?.succeededAt ?? null;
  const base = { key: `retrieval:${product}`, section: SECTION };
  const lacking = (reason: string, times: FactDraft["times"] = []): FactDraft => ({
    ...base,
    key: `${base.key}:${reason}`,
    kind: "unavailable",
    times,
    details: { what: product, reason },
  });
  if (at === null) return [lacking("neverRetrieved")];
  const count = warnings.filter((one) => one.warning.product === product).length;
  const times = [{ name: "retrieved", at: toIso(at) }];
  return [
    {
      ...base,
      kind: "none",
      values: [{ name: "count", value: count, unit: "count" }],
      times,
      details: { what: product },
    },
    ...(context.now - at > OLD_LIST_MS ? [lacking("old", times)] : []),
    ...(feed?.never ? [lacking("part")] : []),
  ];
}

/** Hazards of station reports that are no adverse condition by themselves; every other one is. */
const MILD: ReadonlySet<HazardKind> = new Set<HazardKind>([
  "fog",
  "snow",
  "cumulonimbus",
  "toweringCumulus",
  "gust",
]);

/** One station with something low or dangerous. */
interface Entry {
  readonly station: string;
  readonly report: string;
  readonly code: string;
  readonly change: string;
}

/** Where it is written: observed, or forecast as prevailing or as a fluctuation. */
type Basis = "observed" | "forecast" | "forecastChange";

/** Stations in the corridor that report or forecast the same thing, as one fact each. */
function* stationFacts(context: Context): Steps<FactDraft[]> {
  const groups = new Map<string, Group>();
  const note: Note = (basis, what, entry) => {
    const key = `${what}:${basis}`;
    let group = groups.get(key);
    if (group === undefined) groups.set(key, group = { basis, what, entries: new Map() });
    if (!group.entries.has(entry.station)) group.entries.set(entry.station, entry);
  };
  yield* noteObserved(context, note);
  yield* noteForecast(context, note);
  return [...groups.values()].sort((a, b) => severity(a.what) - severity(b.what)).map(groupFact);
}

/** The stations of one fact, each once. */
interface Group {
  readonly basis: Basis;
  readonly what: string;
  readonly entries: Map<string, Entry>;
}

type Note = (basis: Basis, what: string, entry: Entry) => void;

function* noteObserved(context: Context, note: Note): Steps<void> {
  const { request, now, stations, book } = context;
  if (request.departure - now > CURRENT_MS) return;
  for (const { station, observed } of stations) {
    yield;
    if (observed === null) continue;
    const { metar, category } = observed;
    const hazards = observed.hazards.filter(({ kind, recent }) => !MILD.has(kind) && !recent);
    if (!isLow(category) && hazards.length === 0) continue;
    const report = book.key(metar, metar.freshness.state, station.id);
    const entry = (code: string) => ({ station: station.id, report, code, change: "" });
    if (isLow(category)) note("observed", category, entry(category));
    for (const { kind, code } of hazards) note("observed", kind, entry(code));
  }
}

function* noteForecast(context: Context, note: Note): Steps<void> {
  for (const { station, taf, aroundPassing: around } of context.stations) {
    yield;
    if (taf === null || around === null) continue;
    let report: string | null = null;
    const add = (basis: Basis, state: JudgedState) => {
      const { category, candidate } = state;
      const dangerous = state.hazards.filter((kind) => !MILD.has(kind));
      if (!isLow(category) && dangerous.length === 0) return;
      report ??= context.book.key(taf, taf.freshness.state, station.id);
      const change = basis === "forecast" ? "" : changeWords(candidate).join(" ");
      const entry = (code: string) => ({ station: station.id, report: report!, code, change });
      if (isLow(category)) note(basis, category, entry(category));
      for (const kind of dangerous) note(basis, kind, entry(""));
    };
    add("forecast", around.prevailing);
    for (const one of [around.worst, ...around.possible]) if (one) add("forecastChange", one);
  }
}

const ORDER: readonly string[] = [
  "tornado",
  "funnelCloud",
  "volcanicAsh",
  "thunderstorm",
  "hail",
  "freezingPrecipitation",
  "LIFR",
  "IFR",
];

function severity(what: string): number {
  const at = ORDER.indexOf(what);
  return at < 0 ? ORDER.length : at;
}

function groupFact(group: Group): FactDraft {
  const { basis, what } = group;
  const entries = [...group.entries.values()];
  const low = isLow(what);
  const changes = unique(entries.flatMap(({ change }) => change.split(" ").filter(Boolean)));
  return {
    key: `${low ? "low" : "weather"}:${what}:${basis}`,
    section: SECTION,
    kind: low ? "lowConditions" : "stationHazard",
    values: [{ name: "count", value: entries.length, unit: "count" }],
    words: unique([
      ...entries.map(({ station }) => station),
      ...entries.map(({ code }) => code).filter(Boolean),
      ...changes,
    ]),
    hazards: [what as HazardKind],
    qualifiers: changes,
    details: {
      basis,
      stations: entries.map(({ station, code, change }) =>
        [station, low ? "" : code, change].filter(Boolean).join(" ")
      ).join(", "),
    },
    reports: unique(entries.map(({ report }) => report)),
  };
}
