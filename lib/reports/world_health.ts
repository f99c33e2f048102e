/**
 * The world as health checks and metrics see it.
 *
 * @module
 */
import { metarFreshness } from "../derive/mod.ts";
import type { FeedSample, Health, WorldSample } from "../observe/mod.ts";
import { feedKeyOf } from "../products/product.ts";
import type { MemoryWorld, World } from "../store/mod.ts";
import { type Clock, DAY_MS } from "../time/mod.ts";

/** Adds the parts `reports` (failed while none is held) and one for each feed (degraded while it fails). */
export function worldHealth(health: Health, world: MemoryWorld): void {
  health.add(
    "reports",
    () =>
      world.count("metar") + world.count("taf") > 0
        ? { state: "ok" }
        : { state: "failed", detail: "no report is held yet" },
  );
  health.add("feeds", () => {
    // Those that are asked in need only are told by the part `failover`.
    const failing = world.feeds().filter((feed) => feed.error !== null && feed.backup !== true);
    if (failing.length === 0) return { state: "ok" };
    const names = failing.map((feed) => `${feedKeyOf(feed)} (${feed.provider})`).join(", ");
    return { state: "degraded", detail: `no answer that could be used: ${names}` };
  });
}

/** What metrics show of the world now. Takes a few milliseconds with 5,000 stations: for scrapes only. */
export function sampleWorld(world: MemoryWorld, clock: Clock): WorldSample {
  const now = clock.now();
  const metar = metarCompleteness(world, now);
  return {
    simulated: world.simulated,
    feeds: world.feeds().filter((feed) => feed.backup !== true).map((feed): FeedSample => ({
      product: feedKeyOf(feed),
      provider: feed.provider,
      ageSeconds: feed.succeededAt === null ? null : Math.max(0, (now - feed.succeededAt) / 1000),
      count: feed.count,
    })),
    held: {
      metar: world.count("metar"),
      taf: world.count("taf"),
      pirep: world.countHazards("pirep"),
      sigmet: world.countHazards("sigmet"),
      gairmet: world.countHazards("gairmet"),
      cwa: world.countHazards("cwa"),
    },
    completeness: metar === null ? {} : { metar },
  };
}

/** Of the stations that made a METAR in the last day, the share whose METAR may still be shown as weather; `null` for none. */
export function metarCompleteness(world: World, now: number): number | null {
  let expected = 0;
  let current = 0;
  for (const stationId of world.stationIds()) {
    const held = world.metar(stationId);
    if (held === undefined || held.observedAt < now - DAY_MS) continue;
    expected++;
    const { state } = metarFreshness(held.observedAt, world.cadenceMs(stationId), now);
    if (state !== "notCurrent") current++;
  }
  return expected === 0 ? null : current / expected;
}
