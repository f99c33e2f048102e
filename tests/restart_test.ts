/**
 * A restart answers from its snapshot at once, and takes traffic once its stores have been read.
 */
import assert from "node:assert/strict";
import { createProviderHandler } from "../lib/simulator/mod.ts";
import { FakeClock, MINUTE_MS } from "../lib/time/mod.ts";
import { inFolder } from "./support/folder.ts";
import { bodyOf, openService, simulatedWorldOf } from "./support/simulated_service.ts";

const START = Date.parse("2026-07-10T21:00:30Z");

Deno.test("a restart answers from the snapshot before the stores are read, and is ready after it", async () => {
  await inFolder(async (dataDir) => {
    const clock = new FakeClock(START);
    const simulation = await simulatedWorldOf(1, { metar: 20, taf: 10 });
    const provider = createProviderHandler({ simulation, clock });
    let isUp = true;
    const overrides = {
      clock,
      fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
        if (!isUp) throw new TypeError("no network");
        return await provider(new Request(input, init));
      },
      pages: "none" as const,
    };
    const options = { dataDir, awcBaseUrl: "http://provider.test" };
    const before = await openService(options, overrides);
    await before.start();
    await before.ingest.pollAll();
    const id = simulation.sites.find(({ station }) =>
      before.reports.metar(station.id) !== undefined
    )!.station.id;
    const { raw } = before.reports.metar(id)!;
    await before.stop();

    isUp = false;
    clock.set(START + 10 * MINUTE_MS);
    const after = await openService(options, overrides);
    try {
      const { reports: [report] } = JSON.parse(await bodyOf(after, `/api/v1/metar/${id}`));
      assert.equal(report.raw, raw.text);
      assert.equal(Date.parse(report.receivedAt), Math.floor(raw.receivedAt / 1000) * 1000);
      const { ready, parts } = after.health.readiness();
      assert.equal(ready, false);
      assert.deepEqual(
        parts.filter(({ state }) => state === "failed").map(({ name }) => name),
        ["start"],
      );
      await after.start();
      assert.equal(after.health.readiness().ready, true);
      assert.equal(after.reports.metar(id)!.raw.text, raw.text);
    } finally {
      await after.stop();
    }
  });
});
