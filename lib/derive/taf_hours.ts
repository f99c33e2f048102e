/**
 * A TAF by the hour: what prevails and the worst that it allows, each with its groups.
 *
 * @module
 */
import type { Source } from "../products/product.ts";
import { type Candidate, statesByHour, type TafState } from "../products/taf/state.ts";
import type { ForecastElements, Taf } from "../products/taf/model.ts";
import { HOUR_MS } from "../time/mod.ts";
import { badness, type FlightCategory, flightCategory } from "./category.ts";
import { type Hazard, hazardsOfForecast } from "./hazards.ts";

/** One state that the forecast allows, judged. */
export interface ForecastCategory {
  /** What was judged. */
  readonly elements: ForecastElements;
  readonly flight: FlightCategory;
  readonly hazards: readonly Hazard[];
  /** `prevailing`, or the kind of the group: `TEMPO`, `PROB` … */
  readonly kind: Candidate["kind"];
  /** 30 or 40: to be named, never left out and never taken for certain. */
  readonly probability?: number;
  /** The groups that made it; empty for the base forecast. */
  readonly groups: readonly Source[];
}

/** The forecast for one hour. */
export interface ForecastHour {
  /** Start of the hour, ISO 8601 UTC. */
  readonly at: string;
  readonly prevailing: ForecastCategory;
  /** The worst alternative, if any is worse than what prevails or not known. */
  readonly worst: ForecastCategory | null;
  /** Every alternative, in the order of the report. */
  readonly alternatives: readonly ForecastCategory[];
}

/**
 * A judged candidate. A class, since each evaluation of an object literal with a getter makes a hidden class, which
 * holds on to what the getter sees until the next full collection.
 */
class Judged implements ForecastCategory {
  readonly elements: ForecastElements;
  readonly flight: FlightCategory;
  readonly kind: Candidate["kind"];
  declare readonly probability?: number;
  readonly groups: readonly Source[];

  constructor({ elements, kind, probability, because }: Candidate) {
    this.elements = elements;
    this.flight = flightCategory(elements);
    this.kind = kind;
    if (probability !== undefined) this.probability = probability;
    this.groups = because.map((group) => group.source);
  }

  /** Asked for by few: a strip of hours shows categories alone. */
  get hazards(): readonly Hazard[] {
    return hazardsOfForecast(this.elements);
  }
}

function worstOf(
  prevailing: ForecastCategory,
  alternatives: readonly ForecastCategory[],
): ForecastCategory | null {
  let worst: ForecastCategory | null = null;
  let most = badness(prevailing.flight.category);
  for (const alternative of alternatives) {
    const bad = badness(alternative.flight.category);
    if (bad > most) [worst, most] = [alternative, bad];
  }
  return worst;
}

type Judge = (candidate: Candidate) => ForecastCategory;

/** Judges each candidate once: the same one holds for many hours. */
function judgeOnce(): Judge {
  const judged = new Map<Candidate, ForecastCategory>();
  return (candidate) => {
    let category = judged.get(candidate);
    if (category === undefined) judged.set(candidate, category = new Judged(candidate));
    return category;
  };
}

function toHour(state: TafState, judge: Judge): ForecastHour {
  const prevailing = judge(state.prevailing);
  const alternatives = state.alternatives.map(judge);
  return { at: state.at, prevailing, worst: worstOf(prevailing, alternatives), alternatives };
}

/**
 * One entry for each hour that begins in [`from`, `to`) and of which the TAF says something; the others are
 * left out, not filled. Instants in milliseconds since the epoch.
 */
export function tafHours(taf: Taf, from: number, to: number): ForecastHour[] {
  const judge = judgeOnce();
  let state: TafState | null = null;
  let hour: ForecastHour | null = null;
  return statesByHour(taf, from, to).map((next) => {
    const isSame = state?.prevailing === next.prevailing &&
      state.alternatives === next.alternatives;
    hour = isSame && hour !== null ? { ...hour, at: next.at } : toHour(next, judge);
    state = next;
    return hour;
  });
}

/**
 * The forecast around an arrival: every hour touched by `eta` ± `marginMs` (default one hour), the worst state
 * of them first in `worst`. `null` where the TAF says nothing of that time.
 */
export function tafAtArrival(taf: Taf, eta: number, marginMs = HOUR_MS): {
  readonly prevailing: ForecastCategory;
  readonly worst: ForecastCategory;
  readonly hours: readonly ForecastHour[];
} | null {
  const hours = tafHours(taf, eta - marginMs, eta + marginMs + 1);
  const atEta = hours.find(({ at }) => {
    const start = Date.parse(at);
    return eta >= start && eta < Math.floor(start / HOUR_MS) * HOUR_MS + HOUR_MS;
  });
  if (atEta === undefined) return null;
  let worst = atEta.prevailing;
  for (const { prevailing, alternatives } of hours) {
    for (const each of [prevailing, ...alternatives]) {
      if (badness(each.flight.category) > badness(worst.flight.category)) worst = each;
    }
  }
  return { prevailing: atEta.prevailing, worst, hours };
}
