/**
 * All providers off, and the clock walks on: every answer keeps its true age, and nothing is shown past its
 * limit.
 */
import assert from "node:assert/strict";
import type { Service } from "../lib/app.ts";
import { createProviderHandler } from "../lib/simulator/mod.ts";
import { FakeClock, HOUR_MS, MINUTE_MS, SECOND_MS } from "../lib/time/mod.ts";
import { recordEvidence } from "./support/evidence.ts";
import {
  bodyOf,
  keepsNothing,
  openService,
  simulatedWorldOf,
} from "./support/simulated_service.ts";

const START = Date.parse("2026-07-10T21:00:30Z");
const STEP_MS = 15 * MINUTE_MS;
const WALK_MS = 30 * HOUR_MS;

/** The whole service with pages over a simulated provider that can be switched off. */
async function withService(
  use: (service: Service, clock: FakeClock, switchOff: () => void) => Promise<void>,
): Promise<void> {
  const clock = new FakeClock(START);
  const simulation = await simulatedWorldOf(1, { metar: 60, taf: 30 });
  const provider = createProviderHandler({ simulation, clock });
  let isOff = false;
  const service = await openService(keepsNothing("http://provider.test"), {
    clock,
    fetch: async (input, init) =>
      isOff ? new Response("no", { status: 403 }) : await provider(new Request(input, init)),
  });
  try {
    await use(service, clock, () => isOff = true);
  } finally {
    await service.stop();
  }
}

let answers = 0;

async function ask(service: Service, path: string): Promise<string> {
  answers++;
  return await bodyOf(service, path);
}

/** The state of an hourly station's METAR by its age (aviation rules, section 2). */
function metarState(ageMs: number): string {
  if (ageMs < 75 * MINUTE_MS + SECOND_MS) return "current";
  if (ageMs < 120 * MINUTE_MS + SECOND_MS) return "ageing";
  return ageMs < 180 * MINUTE_MS + SECOND_MS ? "stale" : "notCurrent";
}

/** `4 h 05 min`, as the page writes an age: the page is the same for all of a minute. */
function ageWords(observedAt: number, now: number): string {
  const minutes = Math.floor((Math.floor(now / MINUTE_MS) * MINUTE_MS - observedAt) / MINUTE_MS);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

Deno.test("with every provider off no answer looks younger than it is, for thirty hours", async () => {
  await withService(async (service, clock, switchOff) => {
    await service.ingest.pollAll();
    const first = JSON.parse(await ask(service, "/api/v1/metar/KJFK")).reports[0];
    const observedAt = Date.parse(first.observedAt);
    const tafEnd = Date.parse(
      JSON.parse(await ask(service, "/api/v1/taf/KJFK")).reports[0].decoded.validity.to,
    );
    assert.ok(tafEnd < START + WALK_MS, "the walk goes past the end of the forecast");
    switchOff();
    const seen = new Set<string>();
    for (let now = START; now <= START + WALK_MS; now += STEP_MS) {
      clock.set(now);
      if ((now - START) % (6 * HOUR_MS) === 0) await service.ingest.pollAll();
      seen.add(await checkMetar(service, now, observedAt, first.raw));
      seen.add(await checkTaf(service, now, tafEnd));
      await checkHazards(service, now);
    }
    assert.deepEqual([...seen].sort(), [
      "METAR ageing",
      "METAR current",
      "METAR notCurrent",
      "METAR stale",
      "TAF current",
      "TAF expired",
    ]);
    const { feeds } = JSON.parse(await ask(service, "/api/v1/feeds"));
    for (const feed of feeds) {
      assert.equal(feed.failing, true, feed.feed);
      // Those that stand in were never needed before, and then did not answer either.
      if (feed.backup) assert.equal(feed.succeededAt, null, feed.feed);
      else assert.equal(Date.parse(feed.succeededAt), START, feed.feed);
    }
    assert.ok(feeds.some((feed: { backup: boolean }) => feed.backup), "the others were asked, too");
    await recordEvidence("R14", {
      title: "Every upstream off while the clock walks on",
      command: "deno task test:providers",
      seed: 1,
      totals: {
        "simulated hours": WALK_MS / HOUR_MS,
        "instants looked at": WALK_MS / STEP_MS + 1,
        "answers checked": answers,
        "wrong ages or states": 0,
        "shown past their limit": 0,
        "answers with another status than 200": 0,
      },
    });
  });
});

async function checkMetar(
  service: Service,
  now: number,
  observedAt: number,
  raw: string,
): Promise<string> {
  const expected = metarState(now - observedAt);
  const [report] = JSON.parse(await ask(service, "/api/v1/metar/KJFK")).reports;
  assert.equal(report.raw, raw);
  assert.equal(Date.parse(report.observedAt), observedAt);
  assert.equal(report.freshness.state, expected, `after ${(now - observedAt) / MINUTE_MS} min`);

  const age = ageWords(observedAt, now);
  const page = await ask(service, "/KJFK");
  const card = page.slice(page.indexOf('id="now"'), page.indexOf("</section>"));
  assert.match(card, new RegExp(`^id="now" data-freshness="${shown(now, observedAt)}"`));
  assert.ok(card.includes(`<b>${age}</b> old`), `the page says its age, ${age}`);
  const text = await ask(service, "/KJFK.txt");
  assert.ok(text.includes(`${age} old`), `the text says its age, ${age}`);
  assert.ok(text.includes(raw) && page.includes(raw.split(" ").at(2)!), "the raw report is there");
  if (shown(now, observedAt) === "notCurrent") {
    assert.doesNotMatch(card, /class="badge/, "no category, no colour");
    assert.doesNotMatch(card, /Flight category/);
    assert.doesNotMatch(text, /^(?:VFR|MVFR|IFR|LIFR)/m);
    assert.match(text, /No current report/);
  } else assert.match(card, /class="badge/);
  if (now - START > 10 * MINUTE_MS) {
    assert.match(page, /The METAR source \(AWC\) is not answering/);
    assert.match(text, /The METAR source \(AWC\) is not answering/);
  }
  return `METAR ${report.freshness.state}`;
}

/** The state on a page, which is rendered for the minute that has begun. */
function shown(now: number, observedAt: number): string {
  return metarState(Math.floor(now / MINUTE_MS) * MINUTE_MS - observedAt);
}

async function checkTaf(service: Service, now: number, end: number): Promise<string> {
  const [report] = JSON.parse(await ask(service, "/api/v1/taf/KJFK")).reports;
  const expected = now < end ? "current" : "expired";
  assert.equal(report.freshness.state, expected);
  const page = await ask(service, "/KJFK");
  const text = await ask(service, "/KJFK.txt");
  const isSaid = /This forecast expired .* and is not used\./;
  if (expected === "expired") {
    assert.match(page, isSaid);
    assert.match(text, isSaid);
  } else assert.doesNotMatch(page, isSaid);
  return `TAF ${expected}`;
}

async function checkHazards(service: Service, now: number): Promise<void> {
  for (const path of ["sigmets", "gairmets", "cwas", "pireps"]) {
    const answer = JSON.parse(await ask(service, `/api/v1/${path}`));
    const list = answer[path] ?? answer.reports ?? answer.hazards;
    assert.ok(Array.isArray(list), `${path}: ${Object.keys(answer)}`);
    const isStale = now - START >= 15 * MINUTE_MS;
    assert.equal(answer.retrieval.state, isStale ? "stale" : "current", path);
    assert.equal(Date.parse(answer.retrieval.retrievedAt), START, path);
    for (const one of list) {
      assert.ok(one.validTo === null || Date.parse(one.validTo) > now, `${path} ${one.validTo}`);
    }
  }
}
