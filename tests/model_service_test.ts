/**
 * The language model through the whole service: from its options to page, API and stream, over sockets, with what
 * each reader may ask.
 */
import assert from "node:assert/strict";
import { eventsOf } from "../edge/testing/events.ts";
import { withCharacters } from "./support/characters.ts";
import { startFakeOpenAi } from "./support/fake_openai.ts";
import { withService } from "./support/service_process.ts";

const BRIEFING = "/api/v1/briefing?text=model&altitude=6500&";
/** Four questions about different facts. */
const [OUT, BACK, OUT_DE, BACK_DE] = ["", "&lang=de"].flatMap((lang) =>
  ["KJFK,KBOS", "KBOS,KJFK"].map((route) => `route=${route}${lang}`)
) as [string, string, string, string];

interface Plain {
  readonly state: string;
  readonly model: string | null;
  readonly accepted: number;
  readonly sections: readonly {
    readonly sentences: readonly {
      readonly text: string;
      readonly by: string;
      readonly links: readonly unknown[];
    }[];
  }[];
}

const byModel = ({ sections }: Plain) =>
  sections.flatMap(({ sentences }) => sentences).filter(({ by }) => by === "model");

Deno.test("with a key the model words for page, API and stream; each reader has a budget, a /64 is one", async (t) => {
  await using fake = startFakeOpenAi();
  const env = {
    OPENAI_API_KEY: "sk-of-the-test",
    OPENAI_BASE_URL: fake.baseUrl,
    OPENAI_MODEL: "a-model",
    OPENAI_API: "chat",
    OPENAI_DAILY_CALLS_PER_USER: "1",
    TRUST_PROXY: "127.0.0.1",
  };
  await withService(env, async ({ service: { address, lines } }) => {
    const from = (reader: string, headers: Record<string, string> = {}) => ({
      headers: { "x-forwarded-for": reader, ...headers },
    });
    const plainFor = async (reader: string, question: string): Promise<Plain> => {
      const response = await fetch(address + BRIEFING + question, from(reader));
      assert.equal(response.status, 200);
      return (await response.json()).plain;
    };

    await t.step("a reader is served, by the options of the environment", async () => {
      const plain = await plainFor("2001:db8:1:2::1", OUT);
      assert.deepEqual([plain.state, plain.model], ["written", "a-model"]);
      assert.ok(byModel(plain).length > 0);
      const [{ path, authorization, body }] = fake.requests as [(typeof fake.requests)[number]];
      assert.equal(path, "/v1/chat/completions");
      assert.equal(authorization, "Bearer sk-of-the-test");
      assert.equal(body.model, "a-model");
    });
    await t.step("another address of the same /64 is the same reader", async () => {
      const plain = await plainFor("2001:db8:1:2:ffff::9", BACK);
      assert.deepEqual([plain.state, plain.accepted], ["userSpent", 0]);
      assert.ok(plain.sections.every(({ sentences }) => sentences.length > 0));
    });
    await t.step("the next /64 and an IPv4 address are others, and are served", async () => {
      assert.equal((await plainFor("2001:db8:1:3::1", BACK)).state, "written");
      assert.equal((await plainFor("192.0.2.7", OUT_DE)).state, "written");
    });
    await t.step("what is written already costs nobody anything", async () => {
      const asked = fake.requests.length;
      assert.equal((await plainFor("192.0.2.7", OUT)).state, "written");
      assert.equal(fake.requests.length, asked);
      assert.equal((await plainFor("192.0.2.7", BACK_DE)).state, "userSpent");
    });
    await t.step("German is asked for, worded and checked in German", async () => {
      const plain = await plainFor("192.0.2.8", OUT_DE);
      const [sentence] = byModel(plain);
      assert.match(sentence!.text, /Wind aus .* Sicht/);
      assert.ok(sentence!.links.length >= 4);
      const sent = fake.requests.find(({ text }) => text.includes("Language: German"))!;
      assert.match(sent.text, /Wind aus/);
      assert.doesNotMatch(sent.text, /Wind from/);
    });
    await t.step(
      "the page has the same text, the same budget, and links to the tokens",
      async () => {
        const page = async (reader: string, question: string) => {
          const path = `/brief?text=model&altitude=6500&${question.replace(/&lang=../, "")}`;
          const headers = question.includes("lang=de") ? { "accept-language": "de" } : undefined;
          return withCharacters(await (await fetch(address + path, from(reader, headers))).text());
        };
        const asked = fake.requests.length;
        const german = await page("192.0.2.7", OUT_DE);
        assert.match(german, /Von Software \(a-model/);
        assert.match(german, /Wind aus <a[^>]* href="#r\d+-\d+">\d+°<\/a>.*\(Modell\)/s);
        const english = await page("192.0.2.7", OUT);
        assert.match(english, /Written by software \(a-model/);
        assert.equal(fake.requests.length, asked);
        assert.match(await page("192.0.2.7", BACK_DE), /für heute verbraucht/);
        assert.equal(fake.requests.length, asked);
      },
    );
    await t.step("a stream brings the templates, the sentences and the counts", async () => {
      const accept = { accept: "text/event-stream" };
      const response = await fetch(address + BRIEFING + BACK_DE, from("198.51.100.1", accept));
      const events = await Array.fromAsync(eventsOf(response));
      assert.deepEqual([events[0]!.event, events[1]!.event], ["briefing", "sentence"]);
      const { event, data } = events.at(-1)!;
      assert.equal(event, "done");
      assert.equal((data as Plain).state, "written");
      assert.equal((data as Plain).accepted, events.length - 2);
    });
    await t.step(
      "what became of each wish is counted, and nobody's words are in the log",
      async () => {
        const metrics = await (await fetch(`${address}/metrics`)).text();
        assert.match(metrics, /^briefing_model_answers_total\{outcome="written"\} 4$/m);
        assert.match(metrics, /^briefing_model_answers_total\{outcome="userSpent"\} 3$/m);
        assert.match(
          metrics,
          /^briefing_sentences_total\{outcome="accepted",reason="none"\} \d+$/m,
        );
        assert.doesNotMatch(lines.join("\n"), /sk-of-the-test|Wind from|Wind aus/);
      },
    );
  });
});

Deno.test("without a proxy that is trusted all who write an address of their own are one reader", async () => {
  await using fake = startFakeOpenAi();
  const env = {
    OPENAI_API_KEY: "k",
    OPENAI_BASE_URL: fake.baseUrl,
    OPENAI_DAILY_CALLS_PER_USER: "1",
  };
  await withService(env, async ({ service: { address } }) => {
    const states = [];
    for (const [reader, question] of [["192.0.2.1", OUT], ["192.0.2.2", BACK]] as const) {
      const headers = { "x-forwarded-for": reader };
      const response = await fetch(address + BRIEFING + question, { headers });
      states.push((await response.json()).plain.state);
    }
    assert.deepEqual(states, ["written", "userSpent"]);
  });
});
