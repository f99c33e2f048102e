/**
 * The whole simulated world in memory, read through the providers' own files and decoded as in the service.
 *
 * @module
 */
import { holdHazard, holdStationReport } from "../lib/ingest/mod.ts";
import { createAwcProvider } from "../lib/providers/awc/mod.ts";
import { createReports, type Reports } from "../lib/reports/mod.ts";
import type { Feed, FeedAnswer } from "../lib/providers/provider.ts";
import { createHttpClient } from "../lib/resilience/mod.ts";
import { createProviderHandler, createSimulation } from "../lib/simulator/mod.ts";
import { createStationIndex } from "../lib/stations/mod.ts";
import { type HazardProduct, MemoryWorld } from "../lib/store/mod.ts";
import { type Clock, HOUR_MS, MINUTE_MS } from "../lib/time/mod.ts";
import { readStations } from "../tests/support/stations.ts";

/** All that a feed has to give: one that is asked a little at a time wants to be asked again at once. */
async function fetchWhole(feed: Feed): Promise<FeedAnswer> {
  let whole: FeedAnswer | null = null;
  do {
    const answer = await feed.fetch(AbortSignal.timeout(600_000));
    if (whole === null || answer.kind === "reports") whole = answer;
  } while (feed.intervalMs <= MINUTE_MS);
  return whole;
}

/** A world of `seed` as it is at the time of `clock`; nothing listens and nothing polls. */
export async function simulatedWorld(
  clock: Clock,
  seed = 1,
): Promise<{ readonly world: MemoryWorld; readonly reports: Reports }> {
  const stations = await readStations();
  const handler = createProviderHandler({
    simulation: createSimulation({ seed, stations }),
    clock,
  });
  const client = createHttpClient({
    fetch: async (input, init) => await handler(new Request(input as string, init)),
    clock,
    userAgent: "bench",
  });
  const hour = HOUR_MS;
  const provider = createAwcProvider({
    client,
    clock,
    baseUrl: "http://simulated.test",
    simulated: true,
    intervalMs: {
      metar: hour,
      taf: hour,
      pirep: hour,
      sigmet: hour,
      isigmet: hour,
      gairmet: hour,
      cwa: hour,
      stations: hour,
    },
  });
  const world = new MemoryWorld(true);
  const hazards = new Map<HazardProduct, ReturnType<typeof holdHazard>[]>();
  for (const feed of provider.feeds) {
    if (feed.content === "table") continue;
    const answer = await fetchWhole(feed);
    const reports = answer.kind === "reports" ? answer.reports : [];
    for (const raw of reports) {
      if (raw.product === "metar" || raw.product === "taf") {
        const result = holdStationReport(raw.product, raw);
        if (result.kind === "held" && raw.stationId !== null) {
          world.put(raw.product, raw.stationId, result.held as never);
        }
      } else if (feed.content === "complete") {
        const product = raw.product as HazardProduct;
        const list = hazards.get(product) ?? [];
        list.push(holdHazard(raw));
        hazards.set(product, list);
      }
    }
    const now = clock.now();
    world.putFeed({
      product: feed.product,
      ...(feed.key !== undefined && { key: feed.key }),
      provider: feed.provider,
      attemptedAt: now,
      succeededAt: answer.kind === "fault" ? null : now,
      error: answer.kind === "fault" ? answer.reason : null,
      count: reports.length,
    });
  }
  for (const [product, list] of hazards) world.putHazards(product, list);
  return {
    world,
    reports: createReports({ world, stations: createStationIndex(stations), clock }),
  };
}
