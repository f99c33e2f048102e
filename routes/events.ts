import { HttpError } from "fresh";
import { EVENT_STREAM_HEADERS, eventStream } from "../lib/http/event_stream.ts";
import { Live, reportKey, type Reports } from "../lib/reports/mod.ts";
import { define } from "../utils.ts";

/** Stations of one stream, streams of this process. */
const MAX_STATIONS = 10;
const MAX_STREAMS = 2000;
const HEARTBEAT_MS = 25_000;
const LONGEST_MS = 15 * 60_000;
const RETRY_MS = 5000;

const lives = new WeakMap<Reports, Live>();

function liveOf(reports: Reports): Live {
  let live = lives.get(reports);
  if (live === undefined) {
    const every = (intervalMs: number, tick: () => void) => {
      const timer = setInterval(tick, intervalMs);
      return () => clearInterval(timer);
    };
    lives.set(reports, live = new Live({ reports, every, maxListeners: MAX_STREAMS }));
  }
  return live;
}

/**
 * `/events?stations=KJFK,KBOS`: an event for each new METAR or TAF, as a stream; for those who ask for JSON, the
 * keys of what is held now, so that asking from time to time finds the same news.
 */
export const handler = define.handlers({
  GET(ctx) {
    const { reports } = ctx.state;
    const ids = stationsOf(ctx.url.searchParams.get("stations"), reports);
    if (ids.length === 0) throw new HttpError(400);
    const keys = Object.fromEntries(ids.map((id) => [id, reportKey(reports, id)]));
    const asksForStream = ctx.req.headers.get("accept")?.includes("text/event-stream") ?? false;
    const live = liveOf(reports);
    if (!asksForStream) return json(keys, 200);
    if (live.size >= MAX_STREAMS) return json(keys, 503);
    const body = eventStream(
      (send) => {
        send("keys", keys);
        return live.listen({
          stationIds: ids,
          onNews: (station, key) => send("report", { station, key }),
        }) ?? (() => {});
      },
      { heartbeatMs: HEARTBEAT_MS, longestMs: LONGEST_MS, retryMs: RETRY_MS },
    );
    return new Response(body, { headers: EVENT_STREAM_HEADERS });
  },
});

function json(keys: Record<string, string>, status: number): Response {
  const headers: Record<string, string> = { "cache-control": "no-store" };
  if (status === 503) headers["retry-after"] = "60";
  return Response.json(keys, { status, headers });
}

function stationsOf(list: string | null, reports: Reports): string[] {
  const asked = (list ?? "").slice(0, 100).split(",").slice(0, MAX_STATIONS);
  return [...new Set(asked.flatMap((id) => reports.resolve(id) ?? []))];
}
