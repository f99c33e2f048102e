/**
 * The forecast at one instant in words: what prevails, and everything else that the TAF says is possible within
 * an hour before and after.
 *
 * @module
 */
import { flightCategory } from "../derive/mod.ts";
import type { Source } from "../products/product.ts";
import type { Taf } from "../products/taf/model.ts";
import { type Candidate, stateAt, statesByHour } from "../products/taf/state.ts";
import { HOUR_MS, MINUTE_MS, toIso } from "../time/mod.ts";
import { zuluDate } from "./age.ts";
import { categoryModel } from "./category_model.ts";
import { elementsText, whyText } from "./forecast_model.ts";
import type { CategoryModel } from "./station_model.ts";
import type { Viewer } from "./viewer.ts";

/** One state that the forecast allows. */
export interface ForecastCase {
  readonly title: string;
  readonly category: CategoryModel;
  readonly text: string;
  /** Change groups that made it; the base forecast has none. */
  readonly sources: readonly Source[];
  readonly candidate: Candidate;
}

/** What can be chosen, and what was. */
export interface ForecastStateModel {
  readonly options: readonly {
    readonly value: string;
    readonly text: string;
    readonly chosen: boolean;
  }[];
  /** `null`: nothing asked for. */
  readonly asked:
    | { readonly text: string; readonly cases: readonly ForecastCase[] }
    | "invalid"
    | null;
}

/** The instant in `?at=`: `2026-11-24T18:00Z`, or `null` where it is none. */
function readInstant(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d{1,3})?)?Z$/.exec(text);
  if (match === null) return null;
  const instant = Date.parse(`${match[1]}:00Z`);
  // 31 June is none: what is read is written the same again.
  return Number.isNaN(instant) || toIso(instant).slice(0, 16) !== match[1] ? null : instant;
}

/** The forecast of `taf` at `at` (as in the address), for a page made at `now`. */
export function forecastState(
  taf: Taf,
  at: string | null,
  now: number,
  v: Viewer,
): ForecastStateModel {
  const asked = at === null ? null : readInstant(at);
  const options = hoursOf(taf, now).map((hour) => ({
    value: valueOf(hour),
    text: zuluDate(hour, v.months),
    chosen: hour === asked,
  }));
  if (at === null) return { options, asked: null };
  if (asked === null) return { options, asked: "invalid" };
  return { options, asked: { text: zuluDate(asked, v.months), cases: casesAt(taf, asked, v) } };
}

/** An hour as it stands in the address. */
function valueOf(hour: number): string {
  return `${toIso(hour).slice(0, 16)}Z`;
}

/** Whole hours of the validity that are still to come. */
function hoursOf(taf: Taf, now: number): number[] {
  const from = Date.parse(taf.validity?.from ?? "");
  const to = Date.parse(taf.validity?.to ?? "");
  if (Number.isNaN(from) || Number.isNaN(to) || taf.nil || taf.cancelled) return [];
  const hours: number[] = [];
  const first = Math.ceil(Math.max(from, now) / HOUR_MS) * HOUR_MS;
  for (let hour = first; hour < to && hours.length < 36; hour += HOUR_MS) hours.push(hour);
  return hours;
}

function casesAt(taf: Taf, at: number, v: Viewer): ForecastCase[] {
  const state = stateAt(taf, at);
  if (state === null) return [];
  const around = statesByHour(taf, at - HOUR_MS, at + HOUR_MS + MINUTE_MS);
  const others = [
    ...state.alternatives,
    ...around.flatMap(({ alternatives }) => alternatives),
    ...around.map(({ prevailing }) => prevailing),
  ];
  const seen = new Set<string>();
  return [state.prevailing, ...others].flatMap((candidate) => {
    const text = elementsText(candidate.elements, v);
    const key = `${candidate.probability ?? ""} ${text}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{
      title: candidate === state.prevailing ? v.t("state.prevailing") : whyText(candidate, v),
      category: categoryModel(flightCategory(candidate.elements), v),
      text,
      sources: candidate.because.map((group) => group.source),
      candidate,
    }];
  });
}
