import { HttpError } from "fresh";
import { ClientPlaces } from "../lib/http/client_places.ts";
import { EVENT_STREAM_HEADERS, eventStream } from "../lib/http/event_stream.ts";
import { Live, reportKey, type Reports } from "../lib/reports/mod.ts";
import { define } from "../utils.ts";

/** Stations of one stream, streams of this process, and of one client: several readers may share an address. */
const MAX_STATIONS = 10;
const MAX_STREAMS = 2000;
const MAX_STREAMS_EACH = 32;
const HEARTBEAT_MS = 25_000;
const LONGEST_MS = 15 * 60_000;
const RETRY_MS = 5000;
/** Those who are refused a stream ask from time to time. */
const ASK_AGAIN_SECONDS = 60;

const places = new ClientPlaces(MAX_STREAMS_EACH);
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
 * keys of what is held now, so that asking from time to time finds the same news. Who may have no further stream
 * is answered 429, and everybody 503 while the process has no room, both with those keys.
 */
export const handler = define.handlers({
  GET(ctx) {
    const { reports } = ctx.state;
    const ids = stationsOf(ctx.url.searchParams.get("stations"), reports);
    if (ids.length === 0) throw new HttpError(400);
    const keys = Object.fromEntries(ids.map((id) => [id, reportKey(reports, id)]));
    const accepted = ctx.req.headers.get("accept") ?? "";
    if (ctx.req.method !== "GET" || !accepted.includes("text/event-stream")) return json(keys, 200);
    const live = liveOf(reports);
    if (live.size >= MAX_STREAMS) return json(keys, 503);
    const leave = places.take(ctx.state.addressOf?.(ctx.req, ctx.info) ?? "");
    if (leave === null) return json(keys, 429);
    const body = eventStream(
      (send) => {
        send("keys", keys);
        const unlisten = live.listen({
          stationIds: ids,
          onNews: (station, key) => send("report", { station, key }),
        });
        return () => {
          unlisten?.();
          leave();
        };
      },
      { heartbeatMs: HEARTBEAT_MS, longestMs: LONGEST_MS, retryMs: RETRY_MS },
    );
    return new Response(body, { headers: EVENT_STREAM_HEADERS });
  },
});

function json(keys: Record<string, string>, status: number): Response {
  const headers: Record<string, string> = { "cache-control": "no-store" };
  if (status !== 200) headers["retry-after"] = String(ASK_AGAIN_SECONDS);
  return Response.json(keys, { status, headers });
}

function stationsOf(list: string | null, reports: Reports): string[] {
  const asked = (list ?? "").slice(0, 100).split(",").slice(0, MAX_STATIONS);
  return [...new Set(asked.flatMap((id) => reports.resolve(id) ?? []))];
}
