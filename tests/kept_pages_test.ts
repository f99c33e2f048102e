/**
 * Pages put together from parts kept from the minute before are the pages that are made anew: over new reports,
 * full hours, midnight, and every state of freshness to the end of the forecasts.
 */
import assert from "node:assert/strict";
import { createProviderHandler } from "../lib/simulator/mod.ts";
import { FakeClock, HOUR_MS, MINUTE_MS } from "../lib/time/mod.ts";
import {
  bodyOf,
  keepsNothing,
  openService,
  simulatedWorldOf,
} from "./support/simulated_service.ts";

const START = Date.parse("2026-07-10T21:00:30Z");

/** Minutes after the start at which pages are compared; reports come in at the first ones, then nothing any more. */
const MINUTES = [
  ...[0, 1, 2, 10, 58, 59, 60, 61],
  ...[119, 120, 121, 178, 179, 180, 181, 182, 240, 300, 480, 1_000, 1_440, 1_441, 1_800, 2_400],
];
const POLLED_UNTIL = 121;

Deno.test("pages made from kept parts are the pages made anew", async () => {
  const clock = new FakeClock(START);
  const simulation = await simulatedWorldOf(1, { metar: 60, taf: 30 });
  const provider = createProviderHandler({ simulation, clock });
  const service = await openService(keepsNothing("http://provider.test"), {
    clock,
    fetch: async (input, init) => await provider(new Request(input, init)),
  });
  const ids = simulation.sites.map(({ station }) => station.id).slice(0, 40);
  try {
    const seen = new Map<string, string>();
    let changed = 0;
    for (const minute of MINUTES) {
      clock.set(START + minute * MINUTE_MS);
      if (minute <= POLLED_UNTIL) await service.ingest.pollAll();
      for (const id of ids) {
        const kept = await bodyOf(service, `/${id}`);
        // A page with a question in its address is made for that reader alone.
        const anew = await bodyOf(service, `/${id}?anew`);
        assert.equal(kept, anew, `${id} after ${minute} min`);
        if (seen.get(id) !== kept) changed++;
        seen.set(id, kept);
      }
    }
    assert.ok(changed > ids.length * (MINUTES.length - 2), "pages go on with the time");
    // On the full hour itself, not half a minute after it.
    for (const hours of [50, 51]) {
      clock.set(START - 30_000 + hours * HOUR_MS);
      for (const id of ids) {
        assert.equal(await bodyOf(service, `/${id}`), await bodyOf(service, `/${id}?anew`), id);
      }
    }
  } finally {
    await service.stop();
  }
});
