/**
 * Pilot reports and warnings near an aerodrome. No answer of a feed is told apart from an empty one.
 *
 * @module
 */
import { nearestShapeNm } from "../../lib/derive/hazard_reach.ts";
import type { Reports } from "../../lib/reports/mod.ts";
import { HOUR_MS } from "../../lib/time/mod.ts";
import { zuluNear } from "../../lib/view/age.ts";
import { feedModel } from "../../lib/view/hazards/feed_model.ts";
import type { HazardItem, ListedProduct } from "../../lib/view/hazards/item.ts";
import type { HazardGroup, HazardRow, NearbyHazards } from "../../lib/view/nearby_hazards.tsx";
import type { Viewer } from "../../lib/view/viewer.ts";
import { hazardWords } from "../../lib/view/hazards/words.ts";
import { hazardsNear, NEAR_NM } from "./hazards.ts";

/** How far and how long ago a pilot report may be. */
const PIREP_RADIUS_NM = NEAR_NM;
const PIREP_HOURS = 3;
/** Lines of each list; the rest is counted and linked. */
const LINES = 4;

interface Place {
  readonly id?: string | undefined;
  readonly latitude: number;
  readonly longitude: number;
}

/** SIGMETs over `place` and pilot reports around it, at `now`. */
export function nearbyHazards(
  reports: Reports,
  place: Place,
  now: number,
  v: Viewer,
): NearbyHazards {
  return {
    radiusNm: PIREP_RADIUS_NM,
    hours: PIREP_HOURS,
    sigmets: groupOf(reports, "sigmet", place, now, v, 0, () => true),
    pireps: groupOf(
      reports,
      "pirep",
      place,
      now,
      v,
      PIREP_RADIUS_NM,
      (item) => item.observedAt >= now - PIREP_HOURS * HOUR_MS,
    ),
  };
}

function groupOf(
  reports: Reports,
  product: ListedProduct,
  place: Place,
  now: number,
  v: Viewer,
  withinNm: number,
  keep: (item: HazardItem) => boolean,
): HazardGroup {
  const feed = feedModel(product, reports.feed(product), now, reports.world.simulated);
  const near: { item: HazardItem; distance: number }[] = [];
  let unplaced = 0;
  for (const item of hazardsNear(reports, product, place)) {
    // A cancellation, a test or an outlook is not in force itself.
    if (item.mark !== null || !keep(item)) continue;
    const distance = nearestShapeNm(item.place.shapes, place, withinNm);
    if (distance <= withinNm) near.push({ item, distance });
    // Of an area that is drawn in part only, the rest may lie here.
    else if (item.place.shapes.length === 0 || item.place.undrawn.length > 0) unplaced++;
  }
  near.sort((a, b) =>
    Number(b.item.urgent) - Number(a.item.urgent) || a.distance - b.distance ||
    b.item.observedAt - a.item.observedAt
  );
  return {
    rows: near.slice(0, LINES).map(({ item, distance }) => rowOf(item, distance, now, v)),
    more: Math.max(0, near.length - LINES),
    unplaced,
    receivedAt: feed.kind === "never" ? null : zuluNear(feed.receivedAt, now, v.months),
    // Of two sources one has never answered: as silent as both.
    old: feed.kind === "old" || feed.kind === "partial",
    href: place.id === undefined ? `/${product}s` : `/${product}s?near=${place.id}`,
  };
}

function rowOf(item: HazardItem, distance: number, now: number, v: Viewer): HazardRow {
  const time = (at: number) => zuluNear(at, now, v.months);
  const { from, to } = item.period;
  const { title, where, levels } = hazardWords(item, v);
  const when = item.product === "pirep"
    ? time(item.observedAt)
    : from !== null && from > now
    ? v.t("hazards.from", { time: time(from) })
    : to === null
    ? ""
    : v.t("hazards.until", { time: time(to) });
  return {
    code: item.code,
    urgent: item.urgent,
    title,
    facts: [
      item.product === "pirep" ? `${Math.round(distance)} NM` : where,
      levels ?? "",
      when,
    ].filter((fact) => fact !== ""),
    raw: item.held.raw.text.trim(),
  };
}
