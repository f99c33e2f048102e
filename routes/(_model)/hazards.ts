/**
 * Lists of hazards from the read side.
 *
 * @module
 */
import { createReachGrid } from "../../lib/derive/hazard_reach.ts";
import type { DecodedReport } from "../../lib/products/product.ts";
import type { HeldReport } from "../../lib/products/raw_report.ts";
import { hazardPeriod, type Reports } from "../../lib/reports/mod.ts";
import type { Point } from "../../lib/stations/geometry.ts";
import { feedModel } from "../../lib/view/hazards/feed_model.ts";
import { filterHazards, hazardQueryOf, isInForce } from "../../lib/view/hazards/filter.ts";
import type { HazardListModel } from "../../lib/view/hazards/list_model.ts";
import { type HazardItem, hazardItem, type ListedProduct } from "../../lib/view/hazards/item.ts";
import { coastOf } from "../../lib/view/map/coast.ts";
import { drawHazard } from "../../lib/view/map/draw.ts";
import { frameOf } from "../../lib/view/map/projection.ts";
import { type MapView, REGIONS, snapped } from "../../lib/view/map/view.ts";
import { HOUR_MS, MINUTE_MS } from "../../lib/time/mod.ts";

/** Reports on one page of a list: with their maps and words they stay below 40 kB. */
const ON_A_PAGE = 20;

interface Listed {
  readonly held: readonly HeldReport<DecodedReport>[];
  readonly items: readonly HazardItem[];
  /** Those that may be within `NEAR_NM` of a place, once somebody has asked. */
  near?: (place: Point) => readonly HazardItem[];
}
/** The list that is in force, by product: every page of a minute asks for the same one. */
const listed = new Map<ListedProduct, Listed>();

/** What is in force now or still to come, urgent ones first, then those that end (PIREPs: were made) last. */
export function hazardItems(reports: Reports, product: ListedProduct): readonly HazardItem[] {
  return listOf(reports, product).items;
}

/** How far `hazardsNear` looks, NM. */
export const NEAR_NM = 100;

/** Those of `hazardItems` that may be within `NEAR_NM` of `place`, and those whose place is not wholly known. */
export function hazardsNear(
  reports: Reports,
  product: ListedProduct,
  place: Point,
): readonly HazardItem[] {
  const list = listOf(reports, product);
  list.near ??= createReachGrid(
    list.items,
    (item) => item.place.shapes,
    (item) => item.place.undrawn.length > 0,
    NEAR_NM,
  );
  return list.near(place);
}

function listOf(reports: Reports, product: ListedProduct): Listed {
  const held = reports.hazards(product);
  let known = listed.get(product);
  if (known?.held !== held) {
    const items = held.map((one) => hazardItem(product, one, hazardPeriod(product, one)));
    items.sort((a, b) =>
      Number(b.urgent) - Number(a.urgent) || Number(a.mark !== null) - Number(b.mark !== null) ||
      (product === "pirep"
        ? b.observedAt - a.observedAt
        : (a.period.from ?? 0) - (b.period.from ?? 0))
    );
    listed.set(product, known = { held, items });
  }
  return known;
}

/** The list that an address asks for. */
export async function buildHazards(
  product: ListedProduct,
  params: URLSearchParams,
  reports: Reports,
): Promise<HazardListModel> {
  const now = Math.floor(reports.now() / MINUTE_MS) * MINUTE_MS;
  const { query, problems } = hazardQueryOf(params);
  const stationId = query.near === "" ? undefined : reports.resolve(query.near);
  const near = stationId === undefined ? null : reports.stations.get(stationId) ?? null;
  const items = hazardItems(reports, product);
  const { found, unplaced } = filterHazards(items, query, near, now);
  // A G-AIRMET is a picture of three hours: those of different hours do not belong on one map.
  const at = now + (query.hour ?? 0) * HOUR_MS;
  const drawn = product === "gairmet" ? found.filter((item) => isInForce(item, at)) : found;
  const pages = Math.max(1, Math.ceil(found.length / ON_A_PAGE));
  const page = Math.min(query.page, pages);
  const view = viewFor(query.region, near, query.withinNm, drawn);
  const frame = frameOf(view);
  return {
    product,
    query: { ...query, page },
    problems,
    unknownAirport: query.near !== "" && near === null ? query.near : null,
    now,
    feed: feedModel(product, reports.feed(product), now, reports.world.simulated),
    total: items.length,
    found: found.length,
    shown: found.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE),
    unplaced,
    ended: reports.endedHazards(product).map(({ held, kind, by }) => ({
      item: hazardItem(product, held, hazardPeriod(product, held)),
      kind,
      by: by.raw.text,
    })),
    pages,
    codes: [...new Set(items.map(({ code }) => code))].sort(),
    frame,
    coast: await coastOf(frame),
    drawn: drawn.flatMap((item) => drawHazard(frame, item, now)),
    drawnAt: product === "gairmet" ? at : null,
    near: near === null ? null : { id: near.id, at: frame.place(near.longitude, near.latitude) },
  };
}

/** The part of the world asked for; around a single report, its own surroundings. */
function viewFor(
  region: string,
  near: { readonly latitude: number; readonly longitude: number } | null,
  withinNm: number,
  found: readonly HazardItem[],
): MapView {
  if (near !== null) return snapped(near.latitude, near.longitude, withinNm * 1.5);
  const known = REGIONS.find(({ id }) => id === region);
  if (known !== undefined) return known.view;
  return extentOf(found) ?? { kind: "world" };
}

/** A view that holds everything found, where that is not half of the world. */
function extentOf(found: readonly HazardItem[]): MapView | null {
  const points = found.flatMap(({ place }) =>
    place.shapes.flatMap((shape) =>
      shape.kind === "point"
        ? [shape.position]
        : shape.kind === "line"
        ? shape.points
        : shape.rings.flat()
    )
  );
  const [first] = points;
  if (first === undefined) return null;
  // Longitudes are counted from the first point, so that the antimeridian is no edge.
  const turned = points.map(({ longitude }) => {
    const apart = longitude - first.longitude;
    return first.longitude + apart - 360 * Math.round(apart / 360);
  });
  const latitudes = points.map(({ latitude }) => latitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...turned), Math.max(...turned)];
  const middle = (south + north) / 2;
  const halfWidth = (east - west) / 2 * 60 * Math.cos(middle * Math.PI / 180);
  const radius = Math.max(halfWidth, (north - south) / 2 * 60 / 0.75, 100) * 1.25;
  if (radius > 2400) return null;
  const longitude = ((west + east) / 2 + 540) % 360 - 180;
  return snapped(middle, longitude, radius);
}
