/**
 * The first provider off for a whole day: CheckWX stands in for the stations that readers ask for, its quota is
 * never exceeded, also over restarts, and page and API say who speaks.
 */
import assert from "node:assert/strict";
import type { Service } from "../lib/app.ts";
import { createProviderHandler, SIMULATED_KEY } from "../lib/simulator/mod.ts";
import { DAY_MS, FakeClock, HOUR_MS, MINUTE_MS } from "../lib/time/mod.ts";
import { recordEvidence } from "./support/evidence.ts";
import { inFolder } from "./support/folder.ts";
import { bodyOf, openService, simulatedWorldOf } from "./support/simulated_service.ts";

const MIDNIGHT = Date.parse("2026-07-11T00:00:00Z");
/** All of a day a minute at a time with `FAULTS=all`, else five minutes at a time. */
const STEP_MS = Deno.env.get("FAULTS") === "all" ? MINUTE_MS : 5 * MINUTE_MS;

type Door = "awc" | "checkwx" | "noaa";

/** Three providers, of which each can be off, and the calls that CheckWX got on each day. */
async function providers(clock: FakeClock) {
  const simulation = await simulatedWorldOf(1, { metar: 60, taf: 30 });
  const handler = createProviderHandler({ simulation, clock });
  const off = new Set<Door>();
  const calls = new Map<string, number>();
  let change: ((body: string) => string) | null = null;
  const doorOf = (path: string): Door =>
    path.startsWith("/v2/") ? "checkwx" : path.includes("/stations/") ? "noaa" : "awc";
  const fetcher: typeof fetch = async (input, init) => {
    const request = new Request(input as string, init as RequestInit);
    const door = doorOf(new URL(request.url).pathname);
    if (door === "checkwx") {
      const day = new Date(clock.now()).toISOString().slice(0, 10);
      calls.set(day, (calls.get(day) ?? 0) + 1);
    }
    // Not retried, so that nothing waits for a real second.
    if (off.has(door)) return new Response("no", { status: 404 });
    const answer = await handler(request);
    return change === null || door !== "checkwx" ? answer : new Response(
      change(await answer.text()),
      answer,
    );
  };
  return {
    fetcher,
    off,
    calls,
    changeCheckWx: (how: typeof change) => change = how,
  };
}

function open(
  clock: FakeClock,
  fetcher: typeof fetch,
  dataDir: string,
  pages: "build" | "none",
): Promise<Service> {
  return openService({
    dataDir,
    awcBaseUrl: "http://awc.test",
    checkwxBaseUrl: "http://checkwx.test",
    checkwxKey: SIMULATED_KEY,
  }, { clock, fetch: fetcher, pages });
}

Deno.test("a day without the first provider: the quota of CheckWX is never exceeded, over restarts neither", () =>
  inFolder(async (folder) => {
    const clock = new FakeClock(MIDNIGHT - 20 * MINUTE_MS);
    const { fetcher, off, calls } = await providers(clock);
    off.add("noaa");
    let service = await open(clock, fetcher, folder, "none");
    await service.ingest.pollAll();
    off.add("awc");
    let restarts = 0;
    let asked = 0;
    let current = 0;
    const last = MIDNIGHT + DAY_MS;
    for (let now = clock.now() + STEP_MS; now < last; now += STEP_MS) {
      clock.set(now);
      if ((now - MIDNIGHT) % (6 * HOUR_MS) === 0) {
        await service.stop();
        service = await open(clock, fetcher, folder, "none");
        restarts++;
      }
      const { reports } = JSON.parse(await bodyOf(service, "/api/v1/metar/KJFK"));
      asked++;
      if (["current", "ageing"].includes(reports[0].freshness.state)) current++;
      await service.ingest.pollAll();
    }
    const { reports: [report] } = JSON.parse(await bodyOf(service, "/api/v1/metar/KJFK"));
    assert.equal(report.provider, "checkwx");
    assert.equal(report.degraded, true);
    assert.equal(report.feed, "checkwx.metar");
    const spent = calls.get("2026-07-11")!;
    const exposition = (await service.metrics.exposition()).text;
    await service.stop();
    assert.ok(spent <= 180, `${spent} calls`);
    assert.ok(spent >= 100, `${spent} calls: it was really used`);
    assert.ok(restarts >= 3);
    assert.match(exposition, /^failover_active\{product="metar"\} 1$/m);
    assert.match(
      exposition,
      new RegExp(`^provider_budget_remaining\\{provider="checkwx"\\} `, "m"),
    );
    assert.ok(current / asked > 0.95, `KJFK was current in ${current} of ${asked} answers`);
    await recordEvidence("R1-budget", {
      title: "A day without the first provider, with a quota of 200 calls",
      command: "deno task test:providers",
      seed: 1,
      totals: {
        "simulated hours": 24,
        "restarts": restarts,
        "calls of CheckWX": spent,
        "calls allowed (90 % of 200)": 180,
        "answers for the station asked for": asked,
        "of these not yet stale": current,
      },
    });
  }));

Deno.test("page and API say who stands in, and show both texts of a conflict", () =>
  inFolder(async (folder) => {
    const clock = new FakeClock(MIDNIGHT + 10 * HOUR_MS);
    const { fetcher, off, changeCheckWx } = await providers(clock);
    const service = await open(clock, fetcher, folder, "build");
    try {
      await service.ingest.pollAll();
      assert.doesNotMatch(await bodyOf(service, "/KJFK"), /stands in/);
      off.add("awc");
      clock.advance(MINUTE_MS);
      await service.ingest.pollAll();
      // The next hourly report is out, and nobody but CheckWX gives it, with another pressure.
      clock.advance(61 * MINUTE_MS);
      changeCheckWx((body) => body.replaceAll(/ A29\d\d /g, " A2777 "));
      await service.ingest.pollAll();
      await service.ingest.pollAll();
      const page = await bodyOf(service, "/KJFK");
      assert.match(page, /CHECKWX[^<]*, received [^<]*, stands in for the first source/);
      assert.match(await bodyOf(service, "/KJFK.txt"), /A2777/);
      const ready = JSON.parse(await bodyOf(service, "/readyz"));
      assert.match(JSON.stringify(ready), /other providers are asked for metar/);

      off.delete("awc");
      clock.advance(2 * MINUTE_MS);
      await service.ingest.pollAll();
      const { reports: [report] } = JSON.parse(await bodyOf(service, "/api/v1/metar/KJFK"));
      assert.equal(report.provider, "awc");
      assert.equal(report.degraded, false);
      assert.equal(report.conflict, true);
      assert.deepEqual(report.conflicts.map((one: { provider: string }) => one.provider), [
        "checkwx",
      ]);
      const healed = await bodyOf(service, "/KJFK");
      assert.match(healed, /Two sources give different METARs for the same time\. Shown: AWC\./);
      assert.match(healed, /CHECKWX says: [^<]*A2777/);
      assert.doesNotMatch(healed, /stands in/);
      assert.match(
        (await service.metrics.exposition()).text,
        /^reports_in_conflict\{product="metar"\} [1-9]/m,
      );
    } finally {
      await service.stop();
    }
  }));

Deno.test("without CheckWX the text files stand in, and after them the last report with its true age", () =>
  inFolder(async (folder) => {
    const clock = new FakeClock(MIDNIGHT + 10 * HOUR_MS);
    const { fetcher, off } = await providers(clock);
    const service = await open(clock, fetcher, folder, "none");
    try {
      await service.ingest.pollAll();
      const first = JSON.parse(await bodyOf(service, "/api/v1/metar/KJFK")).reports[0];
      off.add("awc").add("checkwx");
      clock.advance(MINUTE_MS);
      await service.ingest.pollAll();
      clock.advance(61 * MINUTE_MS);
      await bodyOf(service, "/api/v1/metar/KJFK");
      await service.ingest.pollAll();
      await service.ingest.pollAll();
      const second = JSON.parse(await bodyOf(service, "/api/v1/metar/KJFK")).reports[0];
      assert.equal(second.provider, "noaa");
      assert.ok(Date.parse(second.observedAt) > Date.parse(first.observedAt));
      off.add("noaa");
      clock.advance(4 * HOUR_MS);
      await service.ingest.pollAll();
      const third = JSON.parse(await bodyOf(service, "/api/v1/metar/KJFK")).reports[0];
      assert.equal(third.raw, second.raw);
      assert.equal(third.observedAt, second.observedAt);
      assert.equal(third.freshness.state, "notCurrent");
    } finally {
      await service.stop();
    }
  }));
