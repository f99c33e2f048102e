import assert from "node:assert/strict";
import { inFolder } from "../tests/support/folder.ts";
import { openService } from "../tests/support/simulated_service.ts";
import { decodeStationReport } from "./ingest/hold.ts";
import type { RawReport } from "./products/raw_report.ts";
import { FakeClock, MINUTE_MS } from "./time/mod.ts";

const NOON = Date.UTC(2026, 10, 24, 12);
const REPORT: RawReport = {
  product: "metar",
  text: "METAR KJFK 241151Z 28008KT 10SM FEW250 12/08 A2992",
  stationId: "KJFK",
  provider: "awc",
  receivedAt: NOON,
  simulated: true,
};

Deno.test("what is known is on disk before anything else is stopped, and though that fails", async () => {
  await inFolder(async (dataDir) => {
    const overrides = { clock: new FakeClock(NOON), pages: "none" as const };
    const first = await openService({ dataDir }, overrides);
    const { cluster, shared } = first;
    assert.ok(cluster && shared);
    const decoded = decodeStationReport("metar", REPORT);
    shared.world.put("metar", "KJFK", { raw: REPORT, decoded, observedAt: NOON - 9 * MINUTE_MS });
    let written = "";
    cluster.stop = async () => {
      written = (await first.metrics.exposition()).text;
      throw new Error("the store does not answer");
    };
    await first.stop();
    assert.match(written, /^snapshot_operations_total{outcome="written"} 1$/m);
    await assert.rejects(() => shared.store.ping(), "the steps after it had their turn");

    // From the snapshot alone: the memory of a process knows nothing.
    const second = await openService({ dataDir, store: "memory" }, overrides);
    assert.equal(second.reports.world.metar("KJFK")?.raw.text, REPORT.text);
    await second.stop();
  });
});
