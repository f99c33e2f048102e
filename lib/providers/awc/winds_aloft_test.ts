import assert from "node:assert/strict";
import type { RawReport } from "../../products/raw_report.ts";
import type { HttpClient } from "../../resilience/mod.ts";
import { createHttpClient } from "../../resilience/mod.ts";
import { FakeClock, MINUTE_MS } from "../../time/mod.ts";
import type { FeedAnswer } from "../provider.ts";
import { createWindsAloftFeed } from "./winds_aloft.ts";

const NOW = "2026-11-24T15:00:00Z";
const bulletin = (valid: string, use: string) =>
  `000\nFBUS31 KWNO 241400\nFD1US1\nDATA BASED ON 241200Z\nVALID ${valid}Z   FOR USE ${use}Z. TEMPS NEG ABV 24000\n\n` +
  "FT  3000    6000    9000   12000   18000   24000  30000  34000  39000\n" +
  "JFK 2520 2625+02 2730-03 2735-08 2845-20 2855-32 286548 287556 288061\n";
const GOOD: Readonly<Record<string, string>> = {
  "06": bulletin("241800", "1400-2100"),
  "12": bulletin("250000", "2100-0600"),
  "24": bulletin("251200", "0600-1800"),
};

const ALL = ["us", "alaska", "hawaii", "other_pac"].flatMap((region) =>
  ["low", "high"].flatMap((level) =>
    ["06", "12", "24"].map((hours) => `${region} ${level} ${hours}`)
  )
);

/** The feed over a provider whose `answer` is told the hours and the set; `asked` collects what was asked. */
function feedOf(
  answer: (hours: string, set: string) => Response,
  kept: string[] = [],
  asked: string[] = [],
  heldWinds: readonly RawReport[] = [],
) {
  const clock = new FakeClock(NOW);
  const client: HttpClient = createHttpClient({
    fetch: (input) => {
      const url = new URL(String(input));
      assert.equal(url.pathname, "/api/data/windtemp");
      const [region, level, hours] = ["region", "level", "fcst"]
        .map((name) => url.searchParams.get(name)!);
      asked.push(`${region} ${level} ${hours}`);
      return Promise.resolve(answer(hours!, `${region} ${level}`));
    },
    clock,
    userAgent: "test",
    sleep: () => Promise.resolve(),
  });
  const feed = createWindsAloftFeed({
    client,
    clock,
    baseUrl: "https://provider.test",
    simulated: false,
    intervalMs: {
      metar: 1,
      taf: 1,
      pirep: 1,
      sigmet: 1,
      isigmet: 1,
      gairmet: 1,
      cwa: 1,
      stations: 1,
    },
    heldWinds: () => heldWinds,
    quarantine: { keep: (product) => Promise.resolve(void kept.push(product)) },
  });
  const fetch = () => feed.fetch(AbortSignal.timeout(5000));
  return {
    feed,
    clock,
    fetch,
    /** Asks as often as the feed wants to be asked until it is done for half an hour; gives the last list. */
    async round() {
      let last: FeedAnswer & { kind: "reports" } | null = null;
      let questions = 0;
      do {
        const answer = await fetch();
        if (questions++ === 0) assert.notEqual(answer.kind, "fault");
        if (answer.kind === "reports") last = answer;
        clock.advance(feed.intervalMs);
      } while (feed.intervalMs === MINUTE_MS);
      return last;
    },
  };
}

const text = (body: string) =>
  new Response(body, { headers: { "content-type": "text/plain; charset=utf-8" } });

Deno.test("every region and level comes verbatim, dated by the run that it is based on", async () => {
  const asked: string[] = [];
  const answer = await feedOf((hours, set) => text(`${GOOD[hours]}# ${set}\n`), [], asked).round();
  assert.ok(answer !== null);
  assert.deepEqual(asked, ALL);
  assert.deepEqual(
    answer.reports.map((one) => one.text),
    ALL.map((name) => `${GOOD[name.slice(-2)]}# ${name.slice(0, -3)}\n`),
  );
  assert.deepEqual(answer.skipped, {});
  for (const { product, statedAt, stationId } of answer.reports) {
    assert.deepEqual([product, statedAt, stationId], [
      "windsAloft",
      Date.parse("2026-11-24T12:00:00Z"),
      null,
    ]);
  }
});

Deno.test("the first set comes at once, all others with one question a minute", async () => {
  const asked: string[] = [];
  const { feed, fetch } = feedOf((hours) => text(GOOD[hours]!), [], asked);
  const first = await fetch();
  assert.ok(first.kind === "reports");
  assert.deepEqual([asked.length, first.reports.length, feed.intervalMs], [3, 3, MINUTE_MS]);
  const kinds: string[] = [];
  for (let question = 0; question < 3; question++) {
    kinds.push((await fetch()).kind);
    assert.equal(asked.length, 4 + question);
  }
  assert.deepEqual(kinds, ["unchanged", "unchanged", "reports"]);
});

Deno.test("what is held from before a restart stays, and is asked for again only for another run", async () => {
  const good = (hours: string, set: string) => text(`${GOOD[hours]}# ${set}\n`);
  const before = await feedOf(good).round();
  const asked: string[] = [];
  // Of one set a bulletin is lost.
  const reports = before!.reports.filter(({ text }, i) => i !== 4 || !text.includes("us high"));
  const after = await feedOf(good, [], asked, reports).round();
  assert.deepEqual(asked, ["us low 06", "us high 06", "us high 12", "us high 24"]);
  assert.deepEqual(
    after?.reports.map((one) => one.text),
    before!.reports.map((one) => one.text),
  );
});

Deno.test("a set of which a part is of another run is not taken", async () => {
  const asked: string[] = [];
  const answer = await feedOf(
    (hours, set) =>
      text(
        set === "us high" && hours === "24"
          ? GOOD[hours]!.replace("241200Z", "241800Z")
          : GOOD[hours]!,
      ),
    [],
    asked,
  ).round();
  assert.deepEqual(answer?.skipped, { "us high not given": 1 });
  assert.equal(answer?.reports.length, ALL.length - 3);
});

Deno.test("bulletins that do not say their run leave no set out", async () => {
  const asked: string[] = [];
  const unsaid = (hours: string) => GOOD[hours]!.replace(/^DATA BASED ON .*\n/m, "");
  assert.notEqual(unsaid("06"), GOOD["06"]);
  const answer = await feedOf((hours) => text(unsaid(hours)), [], asked).round();
  assert.deepEqual([asked, answer?.reports.length], [ALL, ALL.length]);
});

Deno.test("one question finds out that nothing is new", async () => {
  const asked: string[] = [];
  let run = "241200";
  const { feed, round } = feedOf(
    (hours) => text(GOOD[hours]!.replace("241200Z", `${run}Z`)),
    [],
    asked,
  );
  const ask = async () => {
    asked.length = 0;
    return await round() !== null;
  };
  assert.equal(await ask(), true);
  assert.deepEqual([await ask(), asked], [false, ["us low 06"]]);
  run = "241800";
  assert.deepEqual([await ask(), asked], [true, ALL]);
  feed.forget();
  assert.deepEqual([await ask(), asked], [true, ALL]);
});

Deno.test("a set that is not given keeps its last bulletins and is asked for again", async () => {
  const asked: string[] = [];
  const state = { run: "241200", silent: "" };
  const { round } = feedOf(
    (hours, set) =>
      set === state.silent
        ? new Response("no", { status: 404 })
        : text(`${GOOD[hours]!.replace("241200Z", `${state.run}Z`)}# ${set}\n`),
    [],
    asked,
  );
  const ask = async () => {
    asked.length = 0;
    const answer = await round();
    assert.ok(answer !== null);
    const { reports, skipped } = answer;
    const based = (set: string) => {
      const found = reports.filter((one) => one.text.endsWith(`# ${set}\n`));
      return found.map((one) => /BASED ON (\d+)/.exec(one.text)![1]);
    };
    return { skipped, hawaii: based("hawaii low"), alaska: based("alaska high") };
  };
  state.silent = "hawaii low";
  const first = await ask();
  assert.deepEqual(first.skipped, { "hawaii low not given": 1 });
  assert.deepEqual([first.hawaii, first.alaska.length], [[], 3]);
  state.silent = "";
  const second = await ask();
  assert.deepEqual(asked, ["us low 06", "hawaii low 06", "hawaii low 12", "hawaii low 24"]);
  assert.deepEqual([second.skipped, second.hawaii.length], [{}, 3]);
  [state.run, state.silent] = ["241800", "hawaii low"];
  const third = await ask();
  assert.deepEqual(third.hawaii, ["241200", "241200", "241200"]);
  assert.deepEqual(third.alaska, ["241800", "241800", "241800"]);
});

const WRONG: readonly { name: string; answer: () => Response; drift: boolean }[] = [
  {
    name: "an HTML page with status 200",
    answer: () => new Response("<html>", { headers: { "content-type": "text/html" } }),
    drift: false,
  },
  { name: "JSON", answer: () => text('{"error":"no"}'), drift: false },
  { name: "an error", answer: () => new Response("no", { status: 400 }), drift: false },
  { name: "a text that is no bulletin", answer: () => text("hello\nworld\n"), drift: true },
  {
    name: "a bulletin without its hours of use",
    answer: () => text(GOOD["12"]!.replace(/FOR USE \S+/, "")),
    drift: true,
  },
];

Deno.test("one forecast of the first set that fails fails all, so that what is held stays", async (t) => {
  for (const { name, answer, drift } of WRONG) {
    await t.step(name, async () => {
      const kept: string[] = [];
      const { fetch } = feedOf((hours) => hours === "12" ? answer() : text(GOOD[hours]!), kept);
      const result = await fetch();
      assert.ok(result.kind === "fault");
      assert.equal(result.drift, drift);
      assert.equal(kept.length > 0, drift);
    });
  }
});

Deno.test("what calls itself simulated is marked so", async () => {
  const answer = await feedOf((hours) =>
    new Response(GOOD[hours], {
      headers: { "content-type": "text/plain", "x-simulated": "true" },
    })
  ).fetch();
  assert.ok(answer.kind === "reports" && answer.simulated);
  assert.ok(answer.reports.every((one) => one.simulated));
});
