import { HttpError } from "fresh";
import { compareMetars } from "../lib/derive/changes.ts";
import { metar } from "../lib/products/metar/mod.ts";
import { changeLine } from "../lib/view/changes_model.ts";
import { define } from "../utils.ts";

/** Longest report that is compared. */
const MAX_REPORT = 1000;

/**
 * `/changes?station=KJFK&old=METAR…`: what is different in the latest METAR from one that the browser kept.
 * Nothing of what is asked is kept here.
 */
export const handler = define.handlers({
  GET(ctx) {
    const { reports, viewer } = ctx.state;
    const { searchParams } = ctx.url;
    const old = searchParams.get("old") ?? "";
    const id = reports.resolve(searchParams.get("station") ?? "");
    const latest = id === undefined ? undefined : reports.metar(id);
    if (latest === undefined || old === "" || old.length > MAX_REPORT) throw new HttpError(400);
    const older = metar.decode(old, { receivedAt: latest.observedAt });
    if (older.locationIndicator !== latest.decoded.locationIndicator) throw new HttpError(400);
    const changes = compareMetars(older, latest.decoded).map((each) => changeLine(each, viewer));
    return Response.json({ changes }, { headers: { "cache-control": "no-store" } });
  },
});
