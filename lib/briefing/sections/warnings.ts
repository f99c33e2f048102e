/**
 * Which warnings concern the flight: in place, height and time.
 *
 * @module
 */
import { sigmetFreshness } from "../../derive/freshness.ts";
import type { LevelLimit } from "../../products/hazard/model.ts";
import type { Steps } from "../../resilience/steps.ts";
import { HOUR_MS, MINUTE_MS, toIso } from "../../time/mod.ts";
import { toDistance, toSpeed } from "../../units/mod.ts";
import { degrees, nauticalMiles } from "../context.ts";
import type { Context } from "../context.ts";
import { bandsMeet, flightBand, layerBand } from "../corridor/levels.ts";
import { moved, type Shape } from "../corridor/shape.ts";
import { type Stretch, stretchesTouching } from "../corridor/touch.ts";
import { factValue, unique } from "../elements.ts";
import type { FactDraft, FactTime, FactValue } from "../facts.ts";
import { factSource } from "../report_book.ts";
import { alongAt, periodOf, type Timing } from "../route/timing.ts";
import { type Warning, warningsOf } from "./warnings_read.ts";

/** Products that warn, with the name of each. */
export const WARNING_PRODUCTS = ["sigmet", "gairmet", "cwa"] as const;
export type WarningProduct = (typeof WARNING_PRODUCTS)[number];

/** A flight is seldom on time to the minute: a warning that ends or begins so close to the passing counts. */
const MARGIN_MS = 30 * MINUTE_MS;

/** A warning with the stretch of the route that it touches. */
export interface FoundWarning {
  readonly warning: Warning;
  readonly stretch: Stretch | null;
  readonly passing: { readonly from: number; readonly to: number };
  readonly span: { readonly from: number | null; readonly to: number | null };
  /** Touched only when it has moved on as it says. */
  readonly byMovement: boolean;
}

/** What concerns the flight, and how many in the corridor do not, by reason. */
export interface Found {
  readonly warnings: readonly FoundWarning[];
  readonly excluded: { readonly time: number; readonly level: number };
}

/** Looks through all warnings held. */
export function* findWarnings(context: Context): Steps<Found> {
  const warnings: FoundWarning[] = [];
  const excluded = { time: 0, level: 0 };
  for (const product of WARNING_PRODUCTS) {
    for (const held of context.sources.reports.hazards(product)) {
      const whole = context.sources.periodOf(product, held);
      for (const warning of warningsOf(product, held)) {
        if (warning.phenomenon === "freezingLevel") continue;
        const result = look(warning, whole, context);
        if (result === "time" || result === "level") excluded[result]++;
        else if (result !== null) warnings.push(result);
      }
      yield;
    }
  }
  warnings.sort((a, b) => order(a) - order(b));
  return { warnings, excluded };
}

/** SIGMETs before CWAs before G-AIRMETs; each in the order of the route, unknown places first. */
function order({ warning, stretch }: FoundWarning): number {
  const rank = ["CONVECTIVE SIGMET", "SIGMET", "AIRMET", "CWA", "G-AIRMET"].indexOf(warning.title);
  return rank * 100_000 + (stretch?.fromNm ?? -1);
}

function look(
  warning: Warning,
  whole: { readonly from: number | null; readonly to: number | null },
  { request, track, timing }: Context,
): FoundWarning | "time" | "level" | null {
  const span = {
    from: warning.from === null ? whole.from : Date.parse(warning.from),
    to: warning.to === null ? whole.to : Date.parse(warning.to),
  };
  const { departure, arrival } = timing;
  const margin = warning.product === "gairmet" ? 0 : MARGIN_MS;
  const meets = (from: number, to: number) =>
    (span.from === null || span.from <= to + margin) &&
    (span.to === null || span.to > from - margin);
  if (warning.shapes === null) {
    const passing = { from: departure, to: arrival };
    return meets(departure, arrival)
      ? { warning, stretch: null, passing, span, byMovement: false }
      : null;
  }
  const still = stretchesTouching(track, warning.shapes, request.corridorNm);
  const later = afterMoving(warning, span.from, departure, arrival);
  const stretches = still.length > 0 || later.length === 0
    ? still
    : stretchesTouching(track, later, request.corridorNm);
  if (stretches.length === 0) return null;
  const inTime = stretches.flatMap((stretch) => {
    const { from, to } = periodOf(timing, stretch);
    return meets(from, to) ? [whileInForce(stretch, span, margin, timing)] : [];
  });
  if (inTime.length === 0) return "time";
  const layer = layerBand(warning.base, warning.top);
  const inBand = inTime.filter((stretch) =>
    bandsMeet(layer, flightBand(request.altitudeFt, track.totalNm, stretch))
  );
  const [first] = inBand;
  if (first === undefined) return "level";
  const stretch = { fromNm: first.fromNm, toNm: inBand.at(-1)!.toNm };
  return {
    warning,
    stretch,
    passing: periodOf(timing, stretch),
    span,
    byMovement: still.length === 0,
  };
}

/** The part of a stretch that is passed while the warning holds, or within the margin of it. */
function whileInForce(
  { fromNm, toNm }: Stretch,
  { from, to }: FoundWarning["span"],
  margin: number,
  timing: Timing,
): Stretch {
  const first = from === null ? fromNm : Math.max(fromNm, alongAt(timing, from - margin));
  const last = to === null ? toNm : Math.min(toNm, alongAt(timing, to + margin));
  return { fromNm: Math.min(first, toNm), toNm: Math.max(last, Math.min(first, toNm)) };
}

/** Where a warning that moves will be at two instants and half-way between them. */
export function afterMoving(
  { shapes, movement }: Warning,
  from: number | null,
  departure: number,
  arrival: number,
): Shape[] {
  if (shapes === null || from === null || movement?.kind !== "moving" || !movement.speed) return [];
  const course = movement.direction.value + (movement.sense === "from" ? 180 : 0);
  const knots = toSpeed(movement.speed, "kt");
  return [departure, (departure + arrival) / 2, arrival].flatMap((at) => {
    const hours = Math.max(0, Math.min(6, (at - from) / HOUR_MS));
    return shapes.map((shape) => moved(shape, course, knots * hours));
  });
}

/** The fact of a warning that concerns the flight. */
export function warningFact(
  found: FoundWarning,
  { book, now }: Pick<Context, "book" | "now">,
  over?: { readonly station: string; readonly withinNm: number },
): FactDraft {
  const { warning, stretch, passing, span, byMovement } = found;
  const { held, title, identifier, phenomenon, movement } = warning;
  const freshness = sigmetFreshness(span.from, span.to, now).state;
  const report = book.key(held, freshness === "future" ? "current" : freshness);
  const details: Record<string, string> = {
    title,
    product: warning.product,
    ...(identifier !== null && { identifier }),
    ...(movement && { movement: movement.kind === "moving" ? movement.sense : movement.kind }),
    ...(byMovement && { byMovement: "yes" }),
    ...(freshness === "future" && { begins: "later" }),
    ...(over && { over: over.station }),
  };
  limitDetail("base", warning.base, details);
  limitDetail("top", warning.top, details);
  return {
    key: `warning:${title}:${identifier ?? "-"}:${phenomenon ?? "unread"}`,
    section: "adverseConditions",
    kind: stretch === null && !over ? "warningPlaceUnknown" : "warning",
    values: [...valuesOf(found), ...(over ? [nauticalMiles("within", over.withinNm)] : [])],
    times: timesOf(span, stretch === null ? null : passing),
    words: unique([title, ...(identifier === null ? [] : [identifier])]),
    hazards: unique([phenomenon ?? "unread", ...warning.threats]),
    qualifiers: unique(warning.qualifiers),
    details,
    reports: [report],
    sources: warning.sources.map((source) => factSource(report, source)),
    freshness: freshness === "future" ? "current" : freshness,
  };
}

function valuesOf({ warning, stretch }: FoundWarning): FactValue[] {
  const { movement } = warning;
  const values: FactValue[] = [];
  if (stretch !== null) {
    values.push(nauticalMiles("fromAlong", stretch.fromNm), nauticalMiles("toAlong", stretch.toNm));
  }
  values.push(...limitValues("base", warning.base), ...limitValues("top", warning.top));
  if (movement?.kind === "moving") {
    values.push(degrees("movementDirection", movement.direction.value));
    if (movement.speed) values.push(factValue("movementSpeed", movement.speed));
  }
  for (const { name, ...quantity } of warning.values) values.push(factValue(name, quantity));
  return values;
}

function limitValues(name: string, limit: LevelLimit | null): FactValue[] {
  if (limit?.kind === "altitude") {
    const feet = {
      ...limit.height,
      value: Math.round(toDistance(limit.height, "ft")),
      unit: "ft" as const,
    };
    const value = limit.flightLevel ? feet : { ...limit.height };
    return [{
      ...factValue(name, value),
      ...(limit.flightLevel && { flightLevel: true as const }),
    }];
  }
  if (limit?.kind !== "freezingLevel" || limit.range === null) return [];
  return [
    factValue(`${name}Low`, limit.range.low),
    factValue(`${name}High`, limit.range.high),
  ];
}

function limitDetail(
  name: string,
  limit: LevelLimit | null,
  details: Record<string, string>,
): void {
  if (limit !== null) details[name] = limit.kind;
}

function timesOf(
  span: FoundWarning["span"],
  passing: FoundWarning["passing"] | null,
): FactTime[] {
  return [
    ...(span.from === null ? [] : [{ name: "validFrom", at: toIso(span.from) }]),
    ...(span.to === null ? [] : [{ name: "validTo", at: toIso(span.to) }]),
    ...(passing === null ? [] : [
      { name: "passingFrom", at: toIso(passing.from) },
      { name: "passingTo", at: toIso(passing.to) },
    ]),
  ];
}
