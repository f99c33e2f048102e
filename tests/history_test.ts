/**
 * The past through the whole service: what the simulated provider said over hours is there verbatim, as
 * JSON and as a page, and at each instant as it was known then.
 */
import assert from "node:assert/strict";
import type { Service } from "../lib/app.ts";
import { createProviderHandler } from "../lib/simulator/mod.ts";
import { FakeClock, HOUR_MS, MINUTE_MS, toIso } from "../lib/time/mod.ts";
import {
  bodyOf,
  keepsNothing,
  openService,
  simulatedWorldOf,
} from "./support/simulated_service.ts";

const START = Date.parse("2026-07-10T21:00:30Z");
const HOURS = 8;

/** A service after eight hours of a simulated world, with every METAR that came in, by station. */
async function afterHours(): Promise<
  { service: Service; clock: FakeClock; said: Map<string, Map<string, number>> }
> {
  const clock = new FakeClock(START);
  const simulation = await simulatedWorldOf(7, { metar: 25, taf: 10 });
  const provider = createProviderHandler({ simulation, clock });
  const service = await openService(keepsNothing("http://provider.test"), {
    clock,
    fetch: (input, init) => Promise.resolve(provider(new Request(input, init))),
  });
  const said = new Map<string, Map<string, number>>();
  for (let i = 0; i <= HOURS * 4; i++) {
    await service.ingest.pollAll();
    for (const id of service.reports.world.stationIds()) {
      const held = service.reports.world.metar(id);
      if (held === undefined) continue;
      const texts = said.get(id) ?? new Map<string, number>();
      said.set(id, texts);
      if (!texts.has(held.raw.text)) texts.set(held.raw.text, held.raw.receivedAt);
    }
    clock.advance(15 * MINUTE_MS);
  }
  await service.shared!.flush();
  return { service, clock, said };
}

Deno.test("hours of a simulated world are there again, verbatim, page by page and as known then", async (t) => {
  const { service, clock, said } = await afterHours();
  try {
    const [id, texts] = [...said].sort((a, b) => b[1].size - a[1].size)[0]!;
    assert.ok(texts.size > 5, "the simulated world said too little to test with");

    await t.step("every text that was shown is in the history, once", async () => {
      const found: string[] = [];
      let cursor = "";
      do {
        const answer = JSON.parse(
          await bodyOf(service, `/api/v1/history/${id}?limit=3${cursor && `&cursor=${cursor}`}`),
        );
        assert.equal(answer.simulated, true);
        found.push(...answer.reports.map((one: { raw: string }) => one.raw));
        cursor = answer.next ?? "";
      } while (cursor !== "");
      assert.equal(new Set(found).size, found.length);
      assert.deepEqual([...texts.keys()].filter((text) => !found.includes(text)), []);
    });

    await t.step("at an instant only what had been received by then", async () => {
      for (const at of [START + HOUR_MS, START + 3 * HOUR_MS, clock.now()]) {
        const answer = JSON.parse(await bodyOf(service, `/api/v1/history/${id}?at=${toIso(at)}`));
        for (const { receivedAt } of answer.reports) assert.ok(Date.parse(receivedAt) <= at);
        const known = [...texts].filter(([, receivedAt]) =>
          Math.floor(receivedAt / 1000) * 1000 <= at
        );
        const shown = answer.reports.map((one: { raw: string }) => one.raw);
        assert.deepEqual(known.filter(([text]) => !shown.includes(text)), []);
      }
    });

    await t.step(
      "the page draws it, lists every raw report, and names each value in a table",
      async () => {
        const html = await bodyOf(service, `/${id}/history?hours=24`);
        const plain = html.replaceAll("&lt;", "<").replaceAll("&amp;", "&").replaceAll(
          "&quot;",
          '"',
        );
        for (const text of texts.keys()) assert.ok(plain.includes(text), text);
        assert.equal(html.match(/<svg viewBox="0 0 720/g)?.length, 6);
        assert.ok(html.match(/<tr>/g)!.length <= html.match(/<code>/g)!.length + 1);
        assert.doesNotMatch(html, /NaN|undefined|style="/);
        const keep = Deno.env.get("KEEP_PAGE");
        if (keep) await Deno.writeTextFile(keep, html);
      },
    );

    await t.step("a station without any report says so and draws nothing", async () => {
      const html = await bodyOf(service, "/EDDF/history?hours=24");
      if (!said.has("EDDF")) assert.match(html, /No report of this station was received/);
    });

    await t.step("an IATA code leads to the station, an unknown one to its page", async () => {
      await bodyOf(service, "/jfk/history", 302);
      await bodyOf(service, "/ZZZZ/history", 302);
    });
  } finally {
    await service.stop();
  }
});
