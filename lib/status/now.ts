/**
 * How the service is now, from what it holds: its feeds, how complete the world is, and how long a report takes
 * from its observation to here.
 *
 * @module
 */
import { feedKeyOf } from "../products/product.ts";
import type { FeedState, World } from "../store/mod.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../time/mod.ts";

/** A feed and whether it is in time. */
export interface FeedStatus {
  readonly key: string;
  readonly provider: string;
  readonly state: "inTime" | "late" | "never";
  /** Last accepted answer, milliseconds since the epoch. */
  readonly succeededAt: number | null;
  readonly count: number;
}

/** The service now. */
export interface StatusNow {
  readonly feeds: readonly FeedStatus[];
  /** Stations with a METAR that may be shown ÷ stations that made one in the last day, 0 to 1; `null` without any. */
  readonly completeness: number | null;
  /** From observation to receipt, of the METARs received in the last hour, milliseconds; `null` without any. */
  readonly delay: {
    readonly medianMs: number;
    readonly p95Ms: number;
    readonly reports: number;
  } | null;
}

/** After so long without an accepted answer a feed is late, milliseconds; as the alert `IngestStale` has it. */
const LATE_AFTER_MS: Readonly<Record<string, number>> = {
  metar: 10 * MINUTE_MS,
  taf: HOUR_MS,
  stations: 2 * DAY_MS,
};
const OTHERS_LATE_AFTER_MS = 20 * MINUTE_MS;
/** The clocks of two nodes may differ by this; an answer further in the future says nothing of now. */
const CLOCKS_DIFFER_MS = MINUTE_MS;

/** How a feed is doing. */
export function feedStatus(feed: FeedState, now: number): FeedStatus {
  const key = feedKeyOf(feed);
  const limit = LATE_AFTER_MS[feed.product] ?? OTHERS_LATE_AFTER_MS;
  const { provider, succeededAt, count } = feed;
  const age = succeededAt === null ? null : now - succeededAt;
  const state = age === null ? "never" : age > limit || age < -CLOCKS_DIFFER_MS ? "late" : "inTime";
  return { key, provider, state, succeededAt, count };
}

/** Whether METAR and TAF, without which there is no service, are in time. Cheap: asked every minute. */
export function isInTime(world: World, now: number): boolean {
  return ["metar", "taf"].every((product) =>
    world.feeds().some((feed) =>
      feed.product === product && feedStatus(feed, now).state === "inTime"
    )
  );
}

/** Looks at the whole world: some milliseconds with 5,000 stations, so not for every request. */
export function statusNow(world: World, completeness: number | null, now: number): StatusNow {
  const delays: number[] = [];
  for (const stationId of world.stationIds()) {
    const held = world.metar(stationId);
    if (held === undefined || held.observedAt < now - DAY_MS) continue;
    const { receivedAt } = held.raw;
    if (receivedAt > now - HOUR_MS) delays.push(Math.max(0, receivedAt - held.observedAt));
  }
  delays.sort((a, b) => a - b);
  const at = (share: number) =>
    delays[Math.min(delays.length - 1, Math.floor(share * delays.length))]!;
  return {
    feeds: world.feeds().map((feed) => feedStatus(feed, now)),
    completeness,
    delay: delays.length === 0
      ? null
      : { medianMs: at(0.5), p95Ms: at(0.95), reports: delays.length },
  };
}
