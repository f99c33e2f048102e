import assert from "node:assert/strict";
import { Live } from "./live.ts";
import type { Reports } from "./reports.ts";

/** A world whose reports tests set; the timer is turned by hand. */
function fake() {
  const metars = new Map<string, string>();
  const world = { version: 0 };
  const reports = {
    world,
    metar: (id: string) => metars.has(id) ? { raw: { text: metars.get(id) } } : undefined,
    taf: () => undefined,
  } as unknown as Reports;
  let tick: (() => void) | null = null;
  const live = new Live({
    reports,
    maxListeners: 2,
    every: (_, run) => {
      tick = run;
      return () => tick = null;
    },
  });
  return {
    live,
    put(id: string, text: string) {
      metars.set(id, text);
      world.version++;
    },
    look: () => tick?.(),
    isLooking: () => tick !== null,
  };
}

Deno.test("a listener hears of its stations once for each new report, and of no others", () => {
  const { live, put, look } = fake();
  put("KJFK", "METAR KJFK 1");
  const heard: string[] = [];
  const stop = live.listen({ stationIds: ["KJFK", "KBOS"], onNews: (id) => heard.push(id) });
  look();
  assert.deepEqual(heard, []);
  put("KJFK", "METAR KJFK 2");
  put("KLGA", "METAR KLGA 1");
  look();
  look();
  put("KBOS", "METAR KBOS 1");
  look();
  assert.deepEqual(heard, ["KJFK", "KBOS"]);
  stop!();
});

Deno.test("nobody looks while nobody listens, and too many are refused", () => {
  const { live, isLooking } = fake();
  const listen = () => live.listen({ stationIds: ["KJFK"], onNews: () => {} });
  const [first, second] = [listen(), listen()];
  assert.equal(listen(), null);
  assert.ok(isLooking());
  first!();
  second!();
  assert.ok(!isLooking());
  assert.equal(live.size, 0);
});
