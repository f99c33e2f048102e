/**
 * The flight itself: what was asked, how far, how long, and what was assumed.
 *
 * @module
 */
import { MINUTE_MS, toIso } from "../../time/mod.ts";
import { type Context, degrees, nauticalMiles } from "../context.ts";
import { instantAt } from "../route/timing.ts";

const SECTION = "other" as const;

/** Adds the facts of the flight. */
export function flightFacts({ request, track, timing, facts }: Context): void {
  const { departure, arrival, windShare } = timing;
  const [first, last] = [track.waypoints[0]!, track.waypoints.at(-1)!];
  facts.add({
    key: "flight",
    section: SECTION,
    kind: "flight",
    values: [
      nauticalMiles("distance", track.totalNm),
      { name: "duration", value: Math.round((arrival - departure) / MINUTE_MS), unit: "min" },
      { name: "airspeed", value: request.tasKt, unit: "kt" },
      { name: "altitude", value: request.altitudeFt, unit: "ft" },
      { name: "corridor", value: request.corridorNm, unit: "NM" },
    ],
    times: [
      { name: "departure", at: toIso(departure) },
      { name: "eta", at: toIso(arrival) },
    ],
    words: [first.name, last.name],
    details: { from: first.name, to: last.name, kind: request.kind },
  });
  if (track.legs.length > 1) {
    for (const [i, { from, to, distanceNm, courseDeg, startNm }] of track.legs.entries()) {
      facts.add({
        key: `leg:${i + 1}`,
        section: SECTION,
        kind: "leg",
        values: [nauticalMiles("distance", distanceNm), degrees("course", courseDeg)],
        times: [{ name: "eta", at: toIso(instantAt(timing, startNm + distanceNm)) }],
        words: [from.name, to.name],
        details: { from: from.name, to: to.name },
      });
    }
  }
  const percent = Math.round(windShare * 100);
  facts.add({
    key: "assumption:wind",
    section: SECTION,
    kind: "assumption",
    values: percent > 0 && percent < 100
      ? [{ name: "share", value: percent, unit: "percent" }]
      : [],
    details: { wind: windShare === 0 ? "none" : windShare < 0.995 ? "part" : "all" },
  });
}
