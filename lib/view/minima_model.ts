/**
 * Personal minima in words: facts of the latest METAR and of each state that the TAF allows at a time.
 *
 * @module
 */
import {
  type Freshness,
  isPastLimit,
  type Minima,
  type MinimaFact,
  minimaOfForecast,
  minimaOfMetar,
  type Verdict,
} from "../derive/mod.ts";
import type { Metar } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import type { HeldReport } from "../products/raw_report.ts";
import type { Candidate } from "../products/taf/state.ts";
import type { Runway } from "../stations/station.ts";
import type { Quantity } from "../units/mod.ts";
import { zuluNear } from "./age.ts";
import {
  atReportingCap,
  distanceText,
  heightText,
  speedText,
  visibilityText,
} from "./quantities.ts";
import type { TokenPrefix } from "./tokens.ts";
import type { Viewer } from "./viewer.ts";

/** One limit against one report. */
export interface MinimaRow {
  readonly label: string;
  readonly limit: string;
  readonly value: string;
  readonly verdict: Verdict;
  readonly verdictText: string;
  readonly sources: readonly Source[];
}

/** All limits against one report or one state of a forecast. */
export interface MinimaSituation {
  readonly title: string;
  /** Which raw report the groups are in. */
  readonly prefix: TokenPrefix;
  readonly rows: readonly MinimaRow[];
  /** Why nothing is compared. */
  readonly note: string | null;
}

/** What is compared with the latest METAR; a report past its limit is not. */
export function minimaNow(
  held: HeldReport<Metar> & { readonly freshness: Freshness },
  runways: readonly Runway[],
  minima: Minima,
  now: number,
  v: Viewer,
): MinimaSituation {
  const { state } = held.freshness;
  const title = v.t("minima.now", { time: zuluNear(held.observedAt, now, v.months) });
  if (isPastLimit(state)) {
    return { title, prefix: "t", rows: [], note: v.t("minima.notCurrent") };
  }
  const facts = minimaOfMetar(held.decoded, runways, minima);
  return { title, prefix: "t", rows: facts.map((fact) => rowOf(fact, v)), note: null };
}

/** What is compared with one state of a forecast. */
export function minimaOfState(
  title: string,
  { elements }: Candidate,
  runways: readonly Runway[],
  minima: Minima,
  v: Viewer,
): MinimaSituation {
  const facts = minimaOfForecast(elements, runways, minima);
  return { title, prefix: "f", rows: facts.map((fact) => rowOf(fact, v)), note: null };
}

function rowOf(fact: MinimaFact, v: Viewer): MinimaRow {
  return {
    label: v.t(`minima.${fact.element}`),
    limit: limitText(fact, v),
    value: valueText(fact, v),
    verdict: fact.verdict,
    verdictText: v.t(`minima.verdict.${fact.verdict}`),
    sources: fact.sources,
  };
}

function limitText({ element, limit }: MinimaFact, v: Viewer): string {
  if (limit === undefined) return v.t("minima.noted");
  const isLeast = element === "ceiling" || element === "visibility";
  return v.t(isLeast ? "minima.atLeast" : "minima.atMost", { value: quantityText(limit, v) });
}

function valueText(fact: MinimaFact, v: Viewer): string {
  const { value, codes, runway, verdict, limit } = fact;
  if (codes !== undefined) return codes.join(" ");
  if (value === "none") return v.t(limit === undefined ? "minima.noneReported" : "minima.none");
  if (value === null) {
    return v.t(limit === undefined && verdict === "unknown" ? "minima.notSeen" : "taf.notKnown");
  }
  const text = quantityText(value, v);
  return runway === undefined ? text : v.t("minima.runway", { speed: text, runway });
}

function quantityText(value: Quantity<"ft" | "m" | "km" | "SM" | "NM" | "kt">, v: Viewer): string {
  const { unit } = value;
  switch (unit) {
    case "kt":
      return speedText({ ...value, value: Math.round(value.value), unit }, v);
    case "ft":
      return value.bound === "atMost"
        ? v.t("minima.atMost", { value: heightText({ ...value, unit }, v) })
        : heightText({ ...value, unit }, v);
    case "SM":
    case "m":
    case "km":
      return visibilityText(atReportingCap({ ...value, unit }), v);
    case "NM":
      return distanceText({ ...value, unit }, v);
  }
}
