/**
 * 7. Winds and temperatures aloft along the route, and the freezing level.
 *
 * @module
 */
import { sigmetFreshness } from "../../derive/freshness.ts";
import type { Gairmet } from "../../products/gairmet/model.ts";
import type { Steps } from "../../resilience/steps.ts";
import { toIso } from "../../time/mod.ts";
import { roundTo } from "../../units/mod.ts";
import { type Context, degrees, nauticalMiles } from "../context.ts";
import { stretchesTouching } from "../corridor/touch.ts";
import { factValue, unique } from "../elements.ts";
import type { FactSource } from "../facts.ts";
import { factSource } from "../report_book.ts";
import { instantAt, periodOf, stepAt } from "../route/timing.ts";
import { pointAt } from "../route/track.ts";
import { freezingLevelAt, type WindSource } from "../route/winds_aloft.ts";
import { warningsOf } from "./warnings_read.ts";

const SECTION = "windsAloft" as const;
/** Points of the route at which the wind is told, both ends included. */
const POINTS = 5;
const POINT_NM = 60;

/** Adds the section. */
export function* windsAloft(context: Context): Steps<void> {
  const { facts, timing, sources } = context;
  winds(context);
  const missing = Math.round((1 - timing.windShare) * 100);
  if (missing > 0) {
    const feed = sources.reports.feed("windsAloft");
    const neverRetrieved = feed === undefined || feed.succeededAt === null;
    facts.add({
      key: "winds:missing",
      section: SECTION,
      kind: "unavailable",
      values: [{
        name: "share",
        value: missing,
        unit: "percent",
      }],
      details: {
        what: "windsAloft",
        reason: neverRetrieved ? "neverRetrieved" : "notCovered",
        ...(timing.windShare > 0 && { part: "yes" }),
      },
    });
  }
  freezingLevels(context);
  yield* freezingLines(context);
}

/** Places along the route at which values are told: both ends and some between. */
export function placesAlong(totalNm: number, most = POINTS): number[] {
  const count = Math.max(2, Math.min(most, Math.ceil(totalNm / POINT_NM) + 1));
  return Array.from({ length: count }, (_, i) => totalNm * i / (count - 1));
}

function winds(context: Context): void {
  const { facts, track, timing, request } = context;
  for (const [i, nm] of placesAlong(track.totalNm).entries()) {
    const step = stepAt(timing, nm);
    if (step.wind === null) continue;
    const { directionDeg, speedKt, temperatureC } = step.wind;
    const sources = step.wind.sources();
    const speed = Math.round(speedKt);
    const cited = citations(sources, context);
    facts.add({
      key: `wind:${i}`,
      section: SECTION,
      kind: "windAloft",
      values: [
        nauticalMiles("along", nm),
        { name: "altitude", value: request.altitudeFt, unit: "ft" },
        ...(speed === 0 ? [] : [degrees("windDirection", directionDeg)]),
        { name: "windSpeed", value: speed, unit: "kt" },
        ...(temperatureC === null
          ? []
          : [{ name: "temperature", value: roundTo(temperatureC), unit: "degC" as const }]),
        { name: "groundSpeed", value: Math.round(step.groundKt), unit: "kt" },
      ],
      times: [{ name: "passing", at: toIso(instantAt(timing, nm)) }],
      words: stationsOf(sources),
      details: { stations: stationsOf(sources).join(", "), computed: "interpolated" },
      reports: unique(cited.map(({ report }) => report)),
      sources: cited,
    });
  }
}

const stationsOf = (sources: readonly WindSource[]) =>
  unique(sources.map(({ station }) => station)).slice(0, 4);

function citations(sources: readonly WindSource[], { book, now }: Context): FactSource[] {
  return sources.flatMap(({ bulletin, tokens }) => {
    const { useFrom, useTo } = bulletin.decoded;
    const state = sigmetFreshness(
      useFrom === null ? null : Date.parse(useFrom),
      useTo === null ? null : Date.parse(useTo),
      now,
    ).state;
    const key = book.key(bulletin, state === "future" ? "current" : state);
    return tokens.map((token) => factSource(key, token));
  }).slice(0, 16);
}

/** From the temperatures aloft, at departure, half-way and destination. */
function freezingLevels(context: Context): void {
  const { facts, track, timing } = context;
  let known = 0;
  for (const nm of [0, track.totalNm / 2, track.totalNm]) {
    const instant = instantAt(timing, nm);
    const level = freezingLevelAt(context.winds, pointAt(track, nm), instant);
    if (level === null) continue;
    known++;
    const cited = citations(level.sources, context);
    facts.add({
      key: `freezing:${Math.round(nm / track.totalNm * 2)}`,
      section: SECTION,
      kind: "freezingLevel",
      values: [
        nauticalMiles("along", nm),
        {
          name: "height",
          value: Math.round(level.feet / 100) * 100,
          unit: "ft",
          ...(level.kind === "below" && { bound: "atMost" as const }),
        },
      ],
      times: [{ name: "passing", at: toIso(instant) }],
      details: { basis: "windsAloft", kind: level.kind },
      reports: unique(cited.map(({ report }) => report)),
      sources: cited,
    });
  }
  if (known > 0) return;
  facts.add({
    key: "freezing:missing",
    section: SECTION,
    kind: "unavailable",
    details: { what: "freezingLevel", reason: "notCovered" },
  });
}

/** Freezing level lines of the G-AIRMETs that the corridor touches while they hold. */
function* freezingLines(context: Context): Steps<void> {
  const { sources, track, timing, request, facts, book, now } = context;
  const told = new Set<string>();
  for (const held of sources.reports.hazards("gairmet")) {
    yield;
    if (held.decoded.product !== "gairmet") continue;
    const gairmet = held.decoded as Gairmet;
    if (gairmet.hazard !== "freezingLevel" || gairmet.level === null) continue;
    const [warning] = warningsOf("gairmet", held);
    if (!warning?.shapes) continue;
    const [stretch] = stretchesTouching(track, warning.shapes, request.corridorNm);
    if (stretch === undefined) continue;
    const passing = periodOf(timing, stretch);
    const span = sources.periodOf("gairmet", held);
    if ((span.from ?? -Infinity) > passing.to || (span.to ?? Infinity) <= passing.from) continue;
    const { level } = gairmet;
    const height = level.kind === "altitude" ? level.height : null;
    const name = `${height?.value ?? level.kind}:${Math.round(stretch.fromNm / 50)}`;
    if (told.has(name)) continue;
    told.add(name);
    const state = sigmetFreshness(span.from, span.to, now).state;
    const report = book.key(held, state === "future" ? "current" : state);
    facts.add({
      key: `freezingLine:${name}`,
      section: SECTION,
      kind: "freezingLevel",
      values: [
        nauticalMiles("along", stretch.fromNm),
        ...(height === null ? [] : [factValue("height", height)]),
      ],
      times: [
        { name: "passing", at: toIso(passing.from) },
        ...(gairmet.validAt ? [{ name: "validAt", at: gairmet.validAt }] : []),
      ],
      details: { basis: "gairmet", kind: height === null ? level.kind : "height" },
      reports: [report],
    });
  }
}
