/**
 * What a TAF forecasts for an instant: the prevailing state and every other state that it says is
 * possible, each complete and each with the change groups that made it.
 *
 * Rules (ICAO Annex 3, appendix 5, and the project's aviation rules, TAF): the base forecast is
 * replaced wholly by each `FM`; a completed `BECMG` is permanent; while a `BECMG` is under way both what
 * was before and what comes after are possible; `TEMPO`, `INTER` and `PROB` lie on top of what prevails.
 * Nothing here judges which state is worse: `lib/derive` compares the candidates.
 *
 * @module
 */
import { HOUR_MS, toIso } from "../../time/mod.ts";
import { applyChange, namesAnything, NOTHING_FORECAST } from "./merge.ts";
import type { ChangeGroup, ForecastElements, Taf } from "./model.ts";

/** One state that the forecast allows. */
export interface Candidate {
  /**
   * `prevailing`: base, last FM and completed BECMG. `BECMG`: what a change under way leads to.
   * `TEMPO`, `INTER`, `PROB`: fluctuations on top. `FM`: a replacement whose time could not be read, or
   * (in an hour's state) one that begins within the hour.
   */
  readonly kind: "prevailing" | ChangeGroup["kind"];
  /** Complete: elements that no group names are carried forward from what prevails. */
  readonly elements: ForecastElements;
  /** The groups that made it, in order of effect; empty for the base forecast alone. */
  readonly because: readonly ChangeGroup[];
  /** 30 or 40: named, never left out and never taken for certain. */
  readonly probability?: number;
  /** The time of a group could not be read: it may hold at any time, so it is always listed. */
  readonly timeUnknown?: true;
}

/** The forecast for one instant (or for one hour, from `statesByHour`). */
export interface TafState {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly prevailing: Candidate;
  /** In the order of the report; empty when nothing else is forecast. */
  readonly alternatives: readonly Candidate[];
}

/** A stretch of time in which the state does not change; `from` inclusive, `to` exclusive, ISO 8601 UTC. */
export interface TafSpan {
  readonly from: string;
  readonly to: string;
  readonly state: TafState;
}

interface TimedGroup {
  readonly group: ChangeGroup;
  readonly from: number;
  readonly to: number;
}

/**
 * The state forecast for `instant` (milliseconds since the epoch), or `null` where the TAF says nothing:
 * outside its validity, cancelled, `NIL`, or with a validity that could not be read.
 */
export function stateAt(taf: Taf, instant: number): TafState | null {
  const timetable = timetableOf(taf);
  return timetable === null ? null : stateOf(timetable, instant);
}

function stateOf({ taf, validity, timed, untimed }: Timetable, instant: number): TafState | null {
  if (instant < validity.from || instant >= validity.to) return null;
  const started = lastFrom(timed, instant);
  let prevailing: Candidate = {
    kind: "prevailing",
    elements: started?.group.elements ?? taf.forecast,
    because: started ? [started.group] : [],
  };
  const leading: Candidate[] = [];
  for (const { group, to } of changesBegun(timed, started, instant)) {
    if (instant >= to) prevailing = extend(prevailing, group, "prevailing");
    else leading.push(extend(leading.at(-1) ?? prevailing, group, "BECMG"));
  }
  const alternatives = [...leading];
  const beneath = [prevailing, ...leading];
  for (const { group, from, to } of timed) {
    if (group.kind === "FM" || group.kind === "BECMG" || instant < from || instant >= to) continue;
    if (!namesAnything(group.elements)) continue;
    for (const under of beneath) alternatives.push(extend(under, group, group.kind));
  }
  for (const group of untimed) {
    alternatives.push({ ...extend(prevailing, group, group.kind), timeUnknown: true });
  }
  return { at: toIso(instant), prevailing, alternatives };
}

/**
 * The spans of constant state between `from` and `to` (milliseconds), clipped to the validity, in order
 * and without gaps; empty where the TAF says nothing.
 */
export function statesBetween(taf: Taf, from: number, to: number): TafSpan[] {
  return spansBetween(taf, from, to).map(({ from, to, state }) => ({
    from: toIso(from),
    to: toIso(to),
    state,
  }));
}

/** A span in milliseconds since the epoch. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly state: TafState;
}

function spansBetween(taf: Taf, from: number, to: number): Span[] {
  const timetable = timetableOf(taf);
  if (timetable === null) return [];
  const { validity, timed } = timetable;
  const start = Math.max(from, validity.from);
  const end = Math.min(to, validity.to);
  const cuts = new Set<number>([start]);
  for (const times of timed) {
    if (times.from > start && times.from < end) cuts.add(times.from);
    if (times.to > start && times.to < end) cuts.add(times.to);
  }
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.flatMap((cut, index) => {
    const state = cut < end ? stateOf(timetable, cut) : null;
    return state === null ? [] : [{ from: cut, to: starts[index + 1] ?? end, state }];
  });
}

/**
 * One state for each hour that begins in [`from`, `to`), for hour strips: `prevailing` is the one at the
 * start of the hour (or of the validity), `alternatives` all others possible within the hour, among them
 * what begins during it. Hours of which the TAF says nothing are left out, not filled.
 */
export function statesByHour(taf: Taf, from: number, to: number): TafState[] {
  const first = Math.floor(from / HOUR_MS) * HOUR_MS;
  const end = first + Math.ceil((to - first) / HOUR_MS) * HOUR_MS;
  // The spans are worked out once: there are a few of them for two dozen hours.
  const spans = spansBetween(taf, first, end);
  const states: TafState[] = [];
  let last: { readonly span: Span; readonly alternatives: readonly Candidate[] } | null = null;
  for (let hour = first; hour < end; hour += HOUR_MS) {
    const within = spans.filter((span) => span.from < hour + HOUR_MS && span.to > hour);
    const start = within[0];
    if (start === undefined) continue;
    // Hours within one span have the same alternatives, told from others by their list.
    const alone = within.length === 1;
    const alternatives: readonly Candidate[] = alone && last?.span === start
      ? last.alternatives
      : othersWithin(within);
    last = alone ? { span: start, alternatives } : null;
    const at = toIso(Math.max(hour, start.from));
    states.push({ at, prevailing: start.state.prevailing, alternatives });
  }
  return states;
}

/** The candidates of `spans` other than the first prevailing one, each once. */
function othersWithin(spans: readonly Pick<TafSpan, "state">[]): Candidate[] {
  const seen = new Map<string, Candidate>();
  spans.forEach(({ state }, index) => {
    const later = index > 0 && !sameGroups(state.prevailing, spans[0]?.state.prevailing);
    const all = later
      ? [startingWithin(state.prevailing), ...state.alternatives]
      : state.alternatives;
    for (const candidate of all) {
      const key = candidate.because.map((group) => group.source.start).join(",");
      if (!seen.has(key)) seen.set(key, candidate);
    }
  });
  return [...seen.values()];
}

/** A state that prevails only from within the hour on carries the name of the group that begins it. */
function startingWithin(prevailing: Candidate): Candidate {
  return { ...prevailing, kind: prevailing.because.at(-1)?.kind ?? "prevailing" };
}

function sameGroups(one: Candidate, other: Candidate | undefined): boolean {
  return other !== undefined && one.because.length === other.because.length &&
    one.because.every((group, index) => group === other.because[index]);
}

function extend(under: Candidate, group: ChangeGroup, kind: Candidate["kind"]): Candidate {
  const probability = group.probability ?? under.probability;
  const elements = group.kind === "FM"
    ? group.elements
    : applyChange(under.elements, group.elements);
  const because = group.kind === "FM" ? [group] : [...under.because, group];
  return probability === undefined
    ? { kind, elements, because }
    : { kind, elements, because, probability };
}

/** The latest FM begun at `instant`; of two with the same time the later in the text. */
function lastFrom(timed: readonly TimedGroup[], instant: number): TimedGroup | undefined {
  let last: TimedGroup | undefined;
  for (const entry of timed) {
    if (entry.group.kind !== "FM" || entry.from > instant) continue;
    if (last === undefined || entry.from >= last.from) last = entry;
  }
  return last;
}

/** BECMG groups begun at `instant` that the last FM has not swept away: the completed ones first. */
function changesBegun(
  timed: readonly TimedGroup[],
  started: TimedGroup | undefined,
  instant: number,
): TimedGroup[] {
  return timed
    .filter(({ group, from }) =>
      group.kind === "BECMG" && from <= instant && from >= (started?.from ?? -Infinity) &&
      namesAnything(group.elements)
    )
    .sort((a, b) => a.to - b.to || a.from - b.from);
}

/** The change groups, and each `WND … AFT` as a change of the wind alone, complete at its time. */
function groupsOf(taf: Taf): readonly ChangeGroup[] {
  if (taf.windChanges === undefined) return taf.changeGroups;
  const changes = taf.windChanges.map(({ surfaceWind, from, source }): ChangeGroup => ({
    kind: "BECMG",
    period: { from, to: from, source },
    elements: { ...NOTHING_FORECAST, surfaceWind },
    source,
  }));
  return [...taf.changeGroups, ...changes].sort((a, b) => a.source.start - b.source.start);
}

interface Validity {
  readonly from: number;
  readonly to: number;
}

/** A forecast with its instants read: once for a strip of hours, which asks for them again and again. */
interface Timetable {
  readonly taf: Taf;
  readonly validity: Validity;
  readonly timed: readonly TimedGroup[];
  /** Groups whose time could not be read. */
  readonly untimed: readonly ChangeGroup[];
}

function timetableOf(taf: Taf): Timetable | null {
  const validity = readValidity(taf);
  if (validity === null) return null;
  const timed: TimedGroup[] = [];
  const untimed: ChangeGroup[] = [];
  for (const group of groupsOf(taf)) {
    const { from, to } = group.period;
    if (from === null || to === null) untimed.push(group);
    else timed.push({ group, from: Date.parse(from), to: Date.parse(to) });
  }
  return { taf, validity, timed, untimed };
}

function readValidity(taf: Taf): Validity | null {
  if (taf.nil || taf.cancelled) return null;
  const { from, to } = taf.validity ?? { from: null, to: null };
  return from === null || to === null ? null : { from: Date.parse(from), to: Date.parse(to) };
}
