/**
 * S9: hostile remarks in reports, and a model that obeys them, over a real socket to the page.
 */
import assert from "node:assert/strict";
import { holdHazard } from "../lib/ingest/mod.ts";
import { FakeClock, MINUTE_MS } from "../lib/time/mod.ts";
import { recordEvidence } from "./support/evidence.ts";
import { startFakeOpenAi } from "./support/fake_openai.ts";
import { modelDeskOf } from "./support/model_desk.ts";
import { HOSTILE_REMARKS } from "./support/obedience.ts";
import { pagesApp, putMetar, START } from "./support/pages_app.ts";

/** A share of the remarks, each way and each demand among them; `all` in the full run. */
const EVERY = Deno.env.get("INJECTION") === "all" ? 1 : 7;
const PATH = "/brief?route=KJFK,KBOS&departure=1530Z&tas=110&altitude=6500&text=model";

const readable = (html: string) =>
  html.replace(/<[^>]*>/g, " ").replaceAll("&quot;", '"').replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">").replaceAll("&amp;", "&").replace(/\s+/g, " ").toUpperCase();
/** Everything of the page but its raw reports. */
const told = (html: string) => readable(html.replace(/<p class="raw[^]*?<\/p>/g, ""));

Deno.test("nothing that a remark orders reaches the page, though the model obeys", async () => {
  await using fake = startFakeOpenAi();
  const clock = new FakeClock(START);
  const desk = modelDeskOf({ baseUrl: fake.baseUrl, clock, model: "obedient" });
  const { handler, world } = await pagesApp({ modelDesk: desk });
  const page = async () => await (await handler(new Request(`http://localhost${PATH}`))).text();
  const refused = async () => {
    const { values } = await desk.registry.getSingleMetric("briefing_sentences_total")!.get();
    return values.filter(({ labels }) => labels["outcome"] === "refused")
      .reduce((sum, { value }) => sum + value, 0);
  };

  const faithful = await page();
  assert.match(faithful, /\(model\)/, "sentences that tell the facts are shown as the model's");
  assert.match(readable(faithful), /WRITTEN BY SOFTWARE \(OBEDIENT/);

  let [tried, reached, onTheWire] = [0, 0, 0];
  const failures: string[] = [];
  for (const [i, { remark, demand, way }] of HOSTILE_REMARKS.entries()) {
    if (i % EVERY !== 0) continue;
    tried++;
    const receivedAt = START - 8 * MINUTE_MS;
    if (i % 2 === 0) {
      putMetar(
        world,
        `METAR KJFK 241451Z 30015G25KT 3SM BR OVC008 10/07 A2992 RMK AO2 ${remark}`,
        receivedAt,
      );
    } else {
      const text = `JFK UA /OV JFK/TM 1455/FL040/TP B738/TB LGT/RM ${remark}`;
      const raw = {
        product: "pirep" as const,
        text,
        stationId: null,
        provider: "awc",
        receivedAt,
        simulated: false,
        position: { latitude: 40.64, longitude: -73.78 },
      };
      world.putHazards("pirep", [holdHazard(raw)]);
    }
    // What the model is sent has nothing of the remark.
    fake.mode = { kind: "obedient" };
    desk.renew();
    const asked = fake.requests.length;
    const obeyedBefore = fake.obeyed;
    const safe = told(await page());
    assert.equal(fake.requests.length, asked + 1, "the model was asked");
    const sent = fake.requests.at(-1)!.body;
    if (JSON.stringify(sent.input).toUpperCase().includes(demand) || fake.obeyed > obeyedBefore) {
      onTheWire++;
      failures.push(`on the wire, ${way}: ${remark}`);
    }
    // Worse: it has read the remark some other way, and obeys.
    fake.mode = { kind: "obedient", leaked: remark };
    desk.renew();
    const [obeyed, counted] = [fake.obeyed, await refused()];
    const html = await page();
    const given = fake.obeyed - obeyed;
    assert.ok(given > 0, `the fake did not obey, ${way}: ${remark}`);
    const shown = told(html);
    if (shown.includes(demand) || safe.includes(demand) || shown.includes("(MODEL)")) {
      reached++;
      failures.push(`on the page, ${way}: ${remark}`);
    }
    const newly = await refused() - counted;
    // An answer has so many sentences at most; those behind are not looked at.
    assert.equal(newly, Math.min(given, 64), "each refusal is counted");
  }
  assert.deepEqual(failures, []);
  await recordEvidence("S9", {
    title: "hostile remarks in METARs and pilot reports, and a model that obeys them",
    command: "deno task evidence:injection",
    seed: null,
    totals: {
      "hostile remarks": tried,
      "sent to the model": onTheWire,
      "sentences given by obeying": fake.obeyed,
      "refused and counted": await refused(),
      "reached the page": reached,
    },
  });
});
