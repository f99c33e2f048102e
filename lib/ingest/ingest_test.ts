import assert from "node:assert/strict";
import { createMetrics, silentLog } from "../observe/mod.ts";
import type { ProductName } from "../products/product.ts";
import type { RawReport } from "../products/raw_report.ts";
import type { Feed, FeedAnswer } from "../providers/mod.ts";
import { createSlicer } from "../resilience/mod.ts";
import { MemoryWorld } from "../store/mod.ts";
import { FakeClock, HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import { Ingest, type IngestOptions } from "./ingest.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");

function raw(text: string, changes: Partial<RawReport> = {}): RawReport {
  return {
    product: "metar",
    text,
    stationId: text.split(" ").find((token) => /^[A-Z]{4}$/.test(token)) ?? null,
    provider: "awc",
    receivedAt: NOON,
    simulated: false,
    ...changes,
  };
}

function answerOf(...reports: RawReport[]): FeedAnswer {
  const simulated = reports.some((report) => report.simulated);
  return { kind: "reports", reports, skipped: {}, simulated };
}

/** A feed that gives the answers in turn, the last one again and again. */
function feedOf(answers: FeedAnswer[], product: ProductName = "metar", key?: string) {
  const feed = {
    product,
    ...(key !== undefined && { key }),
    provider: "awc",
    intervalMs: MINUTE_MS,
    content: product === "metar" || product === "taf" ? "latest" as const : "complete" as const,
    asked: 0,
    forgotten: 0,
    fetch: () => Promise.resolve(answers[Math.min(feed.asked++, answers.length - 1)]!),
    forget: () => {
      feed.forgotten++;
    },
  };
  return feed;
}

function ingestOf(feed: Feed, changes: Partial<IngestOptions> & { simulated?: boolean } = {}) {
  const clock = new FakeClock(NOON);
  const world = new MemoryWorld(changes.simulated ?? false);
  const metrics = createMetrics({ version: "0", process: false });
  const ingest = new Ingest({
    feeds: [feed],
    world,
    clock,
    metrics,
    log: silentLog,
    slicer: createSlicer({ turn: () => Promise.resolve() }),
    random: () => 0.5,
    ...changes,
  });
  return { ingest, world, clock, metrics };
}

const JFK = "METAR KJFK 241151Z 28008KT 10SM FEW250 12/08 A2992";
const JFK_COR = "METAR KJFK 241151Z COR 28009KT 10SM FEW250 12/08 A2992";
const JFK_OLD = "METAR KJFK 241051Z 27005KT 10SM CLR 11/08 A2990";

Deno.test("reports reach the world decoded, with their raw text and time", async () => {
  const { ingest, world } = ingestOf(feedOf([answerOf(raw(JFK))]));
  await ingest.pollAll();
  const held = world.metar("KJFK")!;
  assert.equal(held.raw.text, JFK);
  assert.equal(held.observedAt, Date.parse("2026-11-24T11:51:00Z"));
  assert.equal(held.decoded.surfaceWind.kind, "wind");
  assert.deepEqual(world.feed("metar"), {
    product: "metar",
    provider: "awc",
    attemptedAt: NOON,
    succeededAt: NOON,
    error: null,
    count: 1,
  });
});

Deno.test("an old report never replaces a newer one, a correction does, whatever their order", async (t) => {
  const orders = [[JFK_OLD, JFK, JFK_COR], [JFK_COR, JFK, JFK_OLD], [JFK, JFK_COR, JFK_OLD]];
  for (const order of orders) {
    await t.step(order.map((text) => text.slice(11, 22)).join(", "), async () => {
      const { ingest, world } = ingestOf(feedOf(order.map((text) => answerOf(raw(text)))));
      for (const _ of order) await ingest.pollAll();
      assert.equal(world.metar("KJFK")?.raw.text, JFK_COR);
    });
  }
});

Deno.test("a text that is known is not decoded again, nor is a loser of the last file", async () => {
  const { ingest } = ingestOf(feedOf([answerOf(raw(JFK), raw(JFK_OLD))]));
  const [first] = await ingest.pollAll();
  const [second] = await ingest.pollAll();
  assert.ok(first?.kind === "accepted" && second?.kind === "accepted");
  assert.equal(first.tally.decoded, 2);
  assert.deepEqual(first.tally.verdicts, { replace: 1, keep: 1, conflict: 0 });
  assert.equal(second.tally.decoded, 0);
  assert.equal(second.tally.unchanged, 2);
});

Deno.test("two texts for the same time are both kept, the second one as a conflict", async () => {
  const other = JFK.replace("28008KT", "29015KT");
  const { ingest, world } = ingestOf(feedOf([answerOf(raw(JFK), raw(other))]));
  await ingest.pollAll();
  assert.equal(world.metar("KJFK")?.raw.text, JFK);
  assert.deepEqual(world.metar("KJFK")?.conflicts?.map((one) => one.text), [other]);
});

Deno.test("the month comes from the provider's time, so that an old report does not look new", async () => {
  const text = "METAR KJFK 231151Z 28008KT 10SM CLR 12/08 A2992";
  const statedAt = Date.parse("2026-10-23T11:51:00Z");
  const { ingest, world } = ingestOf(feedOf([answerOf(raw(text, { statedAt }))]));
  const [result] = await ingest.pollAll();
  assert.equal(world.metar("KJFK"), undefined);
  assert.equal(result?.kind, "fault");
});

Deno.test("reports of the wrong station, from the future and without time are refused and counted", async () => {
  const reports = [
    raw(JFK, { stationId: "KLGA" }),
    raw("METAR KBOS 241451Z 28008KT 10SM CLR 12/08 A2992", {
      statedAt: Date.parse("2026-11-24T14:51:00Z"),
    }),
    raw("METAR KDCA 28008KT 10SM CLR 12/08 A2992"),
    ...["KAAA", "KBBB", "KCCC", "KDDD"].map((id) => raw(JFK.replace("KJFK", id))),
  ];
  const { ingest, world } = ingestOf(feedOf([answerOf(...reports)]));
  const [result] = await ingest.pollAll();
  assert.ok(result?.kind === "accepted");
  assert.deepEqual(result.tally.refusals, { wrongStation: 1, future: 1, noTime: 1 });
  assert.deepEqual([...world.stationIds()].sort(), ["KAAA", "KBBB", "KCCC", "KDDD"]);
});

Deno.test("when most reports make no sense the feed has failed, and names the clock", async () => {
  const reports = ["KJFK", "KLGA", "KEWR"].map((id) =>
    raw(JFK.replace("KJFK", id).replace("241151Z", "241751Z"), {
      statedAt: Date.parse("2026-11-24T17:51:00Z"),
    })
  );
  const feed = feedOf([answerOf(...reports)]);
  const { ingest, world } = ingestOf(feed);
  await ingest.pollAll();
  assert.match(world.feed("metar")!.error!, /3 reports make no sense: future 3; is the clock/);
  assert.equal(feed.forgotten, 1);
});

Deno.test("a live world refuses simulated weather and says so as a fault of the feed", async () => {
  const feed = feedOf([answerOf(raw(JFK, { simulated: true }))]);
  const { ingest, world } = ingestOf(feed);
  const [result] = await ingest.pollAll();
  assert.equal(result?.kind, "fault");
  assert.equal(world.metar("KJFK"), undefined);
  assert.match(world.feed("metar")!.error!, /simulated weather was refused/);
  assert.equal(world.feed("metar")!.succeededAt, null);
  assert.equal(feed.forgotten, 1, "the refused file is not remembered as accepted");
});

const FAULT: FeedAnswer = { kind: "fault", reason: "down", retryAfterMs: null, drift: false };

Deno.test("while a provider is down the world keeps what it knew, and the feed says since when", async () => {
  const feed = feedOf([answerOf(raw(JFK)), FAULT, { kind: "unchanged" }]);
  const { ingest, world, clock } = ingestOf(feed);
  await ingest.pollAll();
  clock.advance(HOUR_MS);
  await ingest.pollAll();
  assert.equal(world.metar("KJFK")?.raw.text, JFK);
  assert.equal(world.feed("metar")?.error, "down");
  assert.equal(world.feed("metar")?.succeededAt, NOON);
  assert.equal(world.feed("metar")?.attemptedAt, NOON + HOUR_MS);
  assert.equal(world.feed("metar")?.count, 1);
  clock.advance(MINUTE_MS);
  await ingest.pollAll();
  assert.equal(world.feed("metar")?.error, null);
  assert.equal(world.feed("metar")?.succeededAt, NOON + HOUR_MS + MINUTE_MS);
});

Deno.test("a feed that throws is a bug that is survived", async () => {
  const feed = { ...feedOf([FAULT]), fetch: () => Promise.reject(new Error("bug")) };
  const { ingest, world } = ingestOf(feed);
  const [result] = await ingest.pollAll();
  assert.equal(result?.kind, "fault");
  assert.match(world.feed("metar")!.error!, /inside the service/);
});

function sigmet(text: string): RawReport {
  return raw(text, {
    product: "sigmet",
    stationId: null,
    statedAt: NOON,
    attributes: { validFrom: NOON, validTo: NOON + 2 * HOUR_MS },
  });
}

Deno.test("what a complete file lacks is over; empty after success differs from never asked", async () => {
  const feed = feedOf(
    [answerOf(sigmet("SIGMET A"), sigmet("SIGMET B")), answerOf(sigmet("SIGMET B")), {
      kind: "empty",
      simulated: false,
    }],
    "sigmet",
  );
  const { ingest, world } = ingestOf(feed);
  assert.equal(world.feed("sigmet"), undefined);
  const texts = () => world.hazards("sigmet").map((held) => held.raw.text);
  await ingest.pollAll();
  assert.deepEqual(texts(), ["SIGMET A", "SIGMET B"]);
  await ingest.pollAll();
  assert.deepEqual(texts(), ["SIGMET B"]);
  await ingest.pollAll();
  assert.deepEqual(texts(), []);
  assert.equal(world.feed("sigmet")?.succeededAt, NOON);
  assert.equal(world.feed("sigmet")?.count, 0);
});

Deno.test("two feeds of one product: what ends in one file never touches the other's", async () => {
  const us = feedOf([answerOf(sigmet("SIGMET US")), { kind: "empty", simulated: false }], "sigmet");
  const abroad = feedOf(
    [answerOf(sigmet("SIGMET A"), sigmet("SIGMET B")), answerOf(sigmet("SIGMET B")), FAULT],
    "sigmet",
    "isigmet",
  );
  const { ingest, world, clock } = ingestOf(us, { feeds: [us, abroad] });
  const texts = () => world.hazards("sigmet").map((held) => held.raw.text).sort();
  await ingest.pollAll();
  assert.deepEqual(texts(), ["SIGMET A", "SIGMET B", "SIGMET US"]);
  clock.advance(MINUTE_MS);
  await ingest.pollAll();
  assert.deepEqual(texts(), ["SIGMET B"]);
  clock.advance(MINUTE_MS);
  await ingest.pollAll();
  assert.deepEqual(texts(), ["SIGMET B"]);
  assert.equal(world.feed("sigmet")?.error, null);
  assert.equal(world.feed("isigmet")?.error, "down");
  assert.equal(world.feed("isigmet")?.succeededAt, NOON + MINUTE_MS);
});

Deno.test("of a file of which most is refused nothing is used, and the whole is set aside", async (t) => {
  const future = { statedAt: NOON + 5 * HOUR_MS };
  const files = {
    metar: [
      raw("METAR KBOS 241156Z 28008KT 10SM CLR 12/08 A2992"),
      ...["KLGA", "KEWR"].map((id) =>
        raw(JFK.replace("KJFK", id).replace("241151Z", "241651Z"), future)
      ),
    ],
    pirep: [
      raw("BOS UA /OV BOS/TM 1150/FL080/TP B737/TB NEG", {
        product: "pirep",
        stationId: null,
        statedAt: NOON - 10 * MINUTE_MS,
      }),
      ...["1650", "1655"].map((time) =>
        raw(`BOS UA /OV BOS/TM ${time}/FL080/TP B737/TB SEV`, {
          product: "pirep",
          stationId: null,
          ...future,
        })
      ),
    ],
  };
  for (const product of ["metar", "pirep"] as const) {
    await t.step(product, async () => {
      const answer = answerOf(...files[product]);
      let kept = 0;
      const feed = feedOf([{
        ...answer,
        setAside: () => {
          kept++;
          return Promise.resolve();
        },
      } as FeedAnswer], product);
      const { ingest, world } = ingestOf(feed);
      await ingest.pollAll();
      assert.match(world.feed(product)!.error!, /most of 3 reports make no sense: future 2/);
      assert.deepEqual([...world.stationIds()], []);
      assert.deepEqual(world.hazards("pirep"), []);
      assert.equal(kept, 1);
    });
  }
});

Deno.test("a feed that was never asked is known as such from the start", () => {
  const feed = feedOf([FAULT], "sigmet", "isigmet");
  const { ingest, world } = ingestOf(feed, { timers: { set: () => 0, clear: () => {} } });
  ingest.start();
  assert.deepEqual(world.feed("isigmet"), {
    product: "sigmet",
    key: "isigmet",
    provider: "awc",
    attemptedAt: null,
    succeededAt: null,
    error: null,
    count: 0,
  });
});

Deno.test("a failing hazard feed keeps the hazards that were known", async () => {
  const feed = feedOf([answerOf(sigmet("SIGMET A")), FAULT], "sigmet");
  const { ingest, world } = ingestOf(feed);
  await ingest.pollAll();
  await ingest.pollAll();
  assert.equal(world.hazards("sigmet").length, 1);
});

Deno.test("the timers ask each feed at once, then after its interval, and stop when told", async () => {
  const planned: { callback: () => void; ms: number }[] = [];
  const cleared: unknown[] = [];
  const feed = feedOf([answerOf(raw(JFK)), FAULT]);
  const { ingest } = ingestOf(feed, {
    timers: {
      set: (callback, ms) => planned.push({ callback, ms }),
      clear: (timer) => cleared.push(timer),
    },
  });
  ingest.start();
  ingest.start();
  assert.deepEqual(planned.map(({ ms }) => ms), [0]);
  await planned[0]!.callback();
  assert.deepEqual(planned.map(({ ms }) => ms), [0, MINUTE_MS]);
  await ingest.stop();
  assert.deepEqual(cleared, [2]);
  await planned[1]!.callback();
  assert.equal(planned.length, 2, "nothing is planned after the stop");
});

Deno.test("whoever asks while a feed is being read gets that same round", async () => {
  const gate = Promise.withResolvers<FeedAnswer>();
  const feed = feedOf([FAULT]);
  let asked = 0;
  feed.fetch = () => {
    asked++;
    return gate.promise;
  };
  const { ingest } = ingestOf(feed);
  const rounds = [ingest.pollAll(), ingest.pollAll(), ingest.pollAll()];
  gate.resolve(answerOf(raw(JFK)));
  await Promise.all(rounds);
  assert.equal(asked, 1);
});

Deno.test("a whole world is taken in slices: the loop turns whenever a slice is over", async () => {
  let now = 0;
  let turns = 0;
  const reports = Array.from({ length: 500 }, (_, i) => {
    const id = `K${String.fromCharCode(65 + i % 26, 65 + Math.floor(i / 26) % 26)}X`;
    return raw(JFK.replace("KJFK", id));
  });
  const slicer = createSlicer({
    // Each look at the clock takes a millisecond of the report before it.
    now: () => ++now,
    sliceMs: 8,
    turn: () => {
      turns++;
      return Promise.resolve();
    },
  });
  const { ingest } = ingestOf(feedOf([answerOf(...reports)]), { slicer });
  await ingest.pollAll();
  assert.ok(turns >= 500 / 9, `${turns} turns`);
});
