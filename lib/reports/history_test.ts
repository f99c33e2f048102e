import assert from "node:assert/strict";
import { decodeMetar } from "../products/metar/mod.ts";
import type { RawReport } from "../products/raw_report.ts";
import { createMemoryStore, type History, MemoryWorld, StoreError } from "../store/mod.ts";
import { FakeClock, HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import { createReportHistory } from "./history.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");
const OBSERVED = NOON - 9 * MINUTE_MS;

function raw(text: string, receivedAt: number, changes: Partial<RawReport> = {}): RawReport {
  return {
    product: "metar",
    text,
    stationId: "KJFK",
    provider: "awc",
    receivedAt,
    simulated: false,
    ...changes,
  };
}

const FIRST = raw("METAR KJFK 241151Z 28008KT 10SM CLR 12/08 A2992", NOON);
const COR = raw("METAR COR KJFK 241151Z 28009KT 10SM CLR 12/08 A2992", NOON + MINUTE_MS);
const LATER = raw("METAR KJFK 241151Z 28010KT 10SM CLR 12/08 A2992", NOON + 2 * MINUTE_MS);
const NIL = raw("METAR KJFK 241151Z NIL", NOON + 3 * MINUTE_MS);

async function setup(...raws: RawReport[]) {
  const clock = new FakeClock(NOON);
  const { history } = createMemoryStore({ source: "live", clock });
  await history.append(raws.map((one) => ({ raw: one, observedAt: OBSERVED })));
  const world = new MemoryWorld(false);
  const parts = { history, world, clock, gaps: null };
  return { world, parts, past: createReportHistory(parts) };
}

async function metars(past: ReturnType<typeof createReportHistory>) {
  const found = await past.metars("KJFK", NOON - HOUR_MS, NOON + HOUR_MS);
  assert.equal(found.kind, "reports");
  return found as typeof found & { kind: "reports" };
}

Deno.test("of one time the correction is shown, whatever came after it; every text stays listed", async () => {
  const { past } = await setup(FIRST, COR, LATER, NIL);
  const { reports, all, isComplete } = await metars(past);
  assert.deepEqual(reports.map((one) => one.raw.text), [COR.text]);
  assert.deepEqual(all.map((one) => one.raw.text), [NIL, LATER, COR, FIRST].map((one) => one.text));
  assert.equal(isComplete, true);
});

Deno.test("what is current in memory is never missing, and never twice", async () => {
  const { past, world } = await setup(FIRST);
  const decoded = decodeMetar(FIRST.text, { receivedAt: NOON });
  world.put("metar", "KJFK", { raw: FIRST, decoded, observedAt: OBSERVED });
  assert.equal((await metars(past)).all.length, 1);
  world.put("metar", "KJFK", {
    raw: COR,
    decoded: decodeMetar(COR.text, { receivedAt: NOON }),
    observedAt: OBSERVED,
  });
  const { reports, all } = await metars(past);
  assert.deepEqual(all.map((one) => one.raw.text), [COR.text, FIRST.text]);
  assert.deepEqual(reports.map((one) => one.raw.text), [COR.text]);
});

Deno.test("simulated reports in the store are not shown as real ones", async () => {
  const { past } = await setup(raw(FIRST.text, NOON, { simulated: true }));
  assert.deepEqual((await metars(past)).all, []);
});

Deno.test("a store that is away is an answer and no error; without a store that is said", async () => {
  const { parts } = await setup();
  const away: History = {
    ...parts.history,
    query: () => Promise.reject(new StoreError("timeout", "no answer")),
  };
  const failing = await createReportHistory({ ...parts, history: away }).metars("KJFK", 0, NOON);
  assert.deepEqual(failing, { kind: "unavailable", reason: "storeFails" });
  const none = await createReportHistory({ ...parts, history: null }).metars("KJFK", 0, NOON);
  assert.deepEqual(none, { kind: "unavailable", reason: "notKept" });
});

Deno.test("a gap between two pages is told with the second one", async () => {
  const { parts, past } = await setup();
  const at = (hours: number) => NOON - hours * HOUR_MS;
  for (const hours of [1, 2, 9, 10]) {
    const text = `METAR KJFK 24${
      String(12 - hours).padStart(2, "0")
    }00Z 28008KT 10SM CLR 12/08 A2992`;
    await parts.history.append([{ raw: raw(text, at(hours)), observedAt: at(hours) }]);
  }
  const query = { product: "metar", stationId: "KJFK", from: at(10), to: at(1), limit: 2 } as const;
  const first = await past.page(query);
  assert.ok(first.kind === "reports" && first.next !== null);
  assert.equal(first.gap, "none");
  const second = await past.page({ ...query, cursor: first.next });
  assert.ok(second.kind === "reports");
  assert.deepEqual(second.reports.map(({ observedAt }) => observedAt), [at(9), at(10)]);
  assert.equal(second.gap, "left");
});
