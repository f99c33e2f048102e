/**
 * 8. to 10.: what this service does not have, and what is given on request: density altitude, runway wind, sun, pilot
 * reports.
 *
 * @module
 */
import { getPosition, getTimes } from "suncalc";
import { toIso } from "../../time/mod.ts";
import type { Context } from "../context.ts";
import type { Waypoint } from "../route/track.ts";
import { OLD_LIST_MS } from "./adverse.ts";
import { density, type End, runway } from "./aerodromes.ts";
import type { FoundPirep } from "./pireps.ts";

/** 8. NOTAMs and 9. delays: not part of this service. */
export function notIncluded({ facts }: Context): void {
  for (const section of ["notams", "atcDelays"] as const) {
    facts.add({
      key: section,
      section,
      kind: "unavailable",
      details: { what: section, reason: "notIncluded" },
    });
  }
}

/** 10. */
export function other(context: Context, pireps: readonly FoundPirep[]): void {
  const { track, timing } = context;
  const [first, last] = [track.waypoints[0]!, track.waypoints.at(-1)!];
  const ends = [
    [first, timing.departure, "departure"],
    [last, timing.arrival, "destination"],
  ] as const;
  for (const [end, at, point] of ends) {
    if (end.station !== null) {
      density(end.station, point, context);
      runway(end.station, at, point, context);
    }
    sun(end, at, point, context);
  }
  pirepCount(context, pireps);
}

/** Civil twilight ends when the sun is this far below the horizon, degrees. */
const TWILIGHT = -6;

/** Sunrise and sunset of the solar day, and whether it is day then. */
function sun(end: Waypoint, at: number, point: End, { facts }: Context): void {
  const { latitude, longitude } = end.point;
  const when = new Date(at);
  const times = getTimes(when, latitude, longitude);
  const { altitude } = getPosition(when, latitude, longitude);
  const rises = times.alwaysUp ? "alwaysUp" : times.alwaysDown ? "alwaysDown" : "both";
  const told = ([["sunrise", times.sunrise], ["sunset", times.sunset]] as const)
    .flatMap(([name, date]) =>
      date === null || Number.isNaN(+date) ? [] : [{ name, at: toMinute(+date) }]
    );
  facts.add({
    key: `sun:${point}`,
    section: "other",
    kind: "sun",
    station: end.station?.id ?? null,
    values: end.station === null
      ? [
        { name: "latitude", value: latitude, unit: "deg" as const },
        { name: "longitude", value: longitude, unit: "deg" as const },
      ]
      : [],
    times: [...told, { name: point === "departure" ? "departure" : "eta", at: toIso(at) }],
    details: {
      point,
      place: end.name,
      rises,
      light: altitude >= -0.833 ? "day" : altitude >= TWILIGHT ? "twilight" : "night",
    },
  });
}

/** To the nearest minute: no table of the sun says more. */
function toMinute(instant: number): string {
  return toIso(Math.round(instant / 60_000) * 60_000);
}

function pirepCount(
  { facts, sources, request, now }: Context,
  pireps: readonly FoundPirep[],
): void {
  const at = sources.reports.feed("pirep")?.succeededAt ?? null;
  if (at === null) {
    facts.add({
      key: "pireps",
      section: "other",
      kind: "unavailable",
      details: { what: "pirep", reason: "neverRetrieved" },
    });
    return;
  }
  if (now - at > OLD_LIST_MS) {
    facts.add({
      key: "pireps:old",
      section: "other",
      kind: "unavailable",
      times: [{ name: "retrieved", at: toIso(at) }],
      details: { what: "pirep", reason: "old" },
    });
  }
  facts.add({
    key: "pireps",
    section: "other",
    kind: "pirepCount",
    values: [
      { name: "count", value: pireps.length, unit: "count" },
      { name: "corridor", value: request.corridorNm, unit: "NM" },
    ],
    times: [{ name: "retrieved", at: toIso(at) }],
  });
}
