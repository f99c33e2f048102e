/**
 * A service that starts with an empty history, over a simulated provider on the loopback: what is missing is asked
 * of the provider's query once, without any reader waiting, and is then there for the API, for `?at=` and for the
 * page; a second start asks nothing.
 */
import assert from "node:assert/strict";
import type { Service } from "../lib/app.ts";
import { createProviderHandler, type Handler } from "../lib/simulator/mod.ts";
import { type Clock, DAY_MS, FakeClock, HOUR_MS, MINUTE_MS, toIso } from "../lib/time/mod.ts";
import { inFolder } from "./support/folder.ts";
import { bodyOf, openService, simulatedWorldOf } from "./support/simulated_service.ts";

const START = Date.parse("2026-07-10T21:00:30Z");

/** The provider, with every question for the past that it got. */
async function startProvider(clock: Clock) {
  const simulation = await simulatedWorldOf(7, { metar: 25, taf: 10 });
  const handler: Handler = createProviderHandler({ simulation, clock });
  const past: URL[] = [];
  let isAway = false;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const url = new URL(request.url);
      if (url.searchParams.has("hours")) {
        past.push(url);
        if (isAway) return new Response("no", { status: 404 });
      }
      return await handler(request);
    },
  );
  return {
    simulation,
    past,
    url: `http://127.0.0.1:${server.addr.port}`,
    setAway: (away: boolean) => isAway = away,
    close: () => server.shutdown(),
  };
}

// deno-lint-ignore no-explicit-any -- the answer of the API, looked at member by member
async function historyOf(service: Service, id: string, query = ""): Promise<any> {
  return JSON.parse(await bodyOf(service, `/api/v1/history/${id}?limit=500${query}`));
}

Deno.test("a history that begins now is filled with what the provider keeps, once", async (t) => {
  const clock = new FakeClock(START);
  const provider = await startProvider(clock);
  await inFolder(async (dataDir) => {
    const changes = { dataDir, awcBaseUrl: provider.url, snapshotSeconds: 0 };
    const open = () => openService(changes, { clock });
    const service = await open();
    // The station that reports most often: it was silent for no night.
    const site = provider.simulation.sites.filter(({ station }) => station.size === "large")
      .sort((a, b) => a.everyMinutes - b.everyMinutes)[0]!;
    const { id } = site.station;
    try {
      await service.ingest.pollAll();
      await service.shared!.flush();

      await t.step("at first it says what is missing, and waits for nobody", async () => {
        provider.setAway(true);
        const first = await historyOf(service, id);
        assert.deepEqual([first.complete, first.fetching], [false, true]);
        assert.ok(first.reports.length <= 2);
        assert.equal(provider.past.length, 0);
        await service.backfill!.step();
        assert.equal(provider.past.length, 1);
        const second = await historyOf(service, id);
        assert.deepEqual([second.complete, second.fetching], [false, true], "the provider failed");
        assert.match(await bodyOf(service, `/${id}/history?hours=24`), /being fetched/);
        provider.setAway(false);
      });

      await t.step("then it has what the provider had, marked, and says so", async () => {
        await service.backfill!.step();
        assert.equal(provider.past.length, 1, "once a minute");
        clock.advance(MINUTE_MS);
        await service.backfill!.step();
        assert.equal(provider.past.length, 2);
        const answer = await historyOf(service, id);
        assert.deepEqual([answer.complete, answer.fetching], [true, false]);
        const to = clock.now();
        const texts = new Set(answer.reports.map((one: { raw: string }) => one.raw));
        const said = provider.simulation.metars.history(site, to - DAY_MS + HOUR_MS, to);
        assert.ok(said.length >= 20, `${said.length} reports`);
        assert.deepEqual(said.filter(({ text }) => !texts.has(text)).map(({ text }) => text), []);
        const old = answer.reports.at(-1);
        assert.deepEqual(
          [old.backfilled, old.provider, old.feed, old.simulated],
          [true, "awc", "awcQuery.metar", true],
        );
        assert.ok(Date.parse(old.receivedAt) > to - HOUR_MS, "received by us now");
        assert.ok(Date.parse(old.providerReceivedAt) < to - 20 * HOUR_MS);
      });

      await t.step("at an instant before the start it is what the provider had then", async () => {
        const at = clock.now() - 6 * HOUR_MS;
        const { reports } = await historyOf(service, id, `&at=${toIso(at)}`);
        assert.ok(reports.length > 10);
        for (const { providerReceivedAt } of reports) {
          assert.ok(Date.parse(providerReceivedAt) <= at);
        }
      });

      await t.step("the page draws it, and says what was fetched later", async () => {
        const html = await bodyOf(service, `/${id}/history?hours=24`);
        assert.match(html, /fetched later/);
        assert.doesNotMatch(html, /being fetched|may be missing/);
      });
    } finally {
      await service.stop();
    }

    await t.step("a second start has it and asks nothing", async () => {
      const again = await open();
      try {
        const asked = provider.past.length;
        const answer = await historyOf(again, id);
        assert.equal(answer.complete, true);
        await again.backfill!.step();
        assert.equal(provider.past.length, asked);
      } finally {
        await again.stop();
      }
    });
  });
  await provider.close();
});
