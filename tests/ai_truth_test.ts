/**
 * S10: sentences told otherwise over the facts of simulated weather. Wrong ones must not pass, right ones must.
 */
import assert from "node:assert/strict";
import { simulatedWorld } from "../bench/simulated_world.ts";
import { checkSentence, mayBeWorded } from "../lib/briefing/language/mod.ts";
import { askBriefing, type Fact, sentenceOf, Words } from "../lib/briefing/mod.ts";
import { hazardPeriod } from "../lib/reports/mod.ts";
import { FakeClock } from "../lib/time/mod.ts";
import { Picker, RIGHT, WRONG } from "./support/briefing_mutations.ts";
import { recordEvidence } from "./support/evidence.ts";

const SEED = 20261124;
/** Worlds looked at: more in the full run. */
const WORLDS = Number(Deno.env.get("TRUTH_WORLDS") ?? "1");
const STARTS = [
  "2026-01-15T15:03:00Z",
  "2026-07-20T21:13:00Z",
  "2026-04-02T05:33:00Z",
  "2026-10-28T11:43:00Z",
];
const ROUTES = [
  "KJFK,KORD",
  "KDFW,KDEN",
  "KSEA,KSLC",
  "KATL,KMIA",
  "EDDF,LEMD",
  "EGLL,EDDM",
  "RJTT,RJFF",
  "CYYZ,CYUL",
  "KLAX,KSFO",
  "KMSP,KMCI",
  "PANC,PAFA",
  "ENGM,EFHK",
];

Deno.test("a sentence that says something else than its fact does not pass, one that says the same does", async (t) => {
  const pick = new Picker(SEED);
  let sets = 0;
  const right = { tried: 0, refused: 0 };
  const wrong = { tried: 0, passed: 0 };
  const byWay = new Map<string, number>();
  const failures: string[] = [];
  const refusals: string[] = [];
  for (let world = 0; world < WORLDS; world++) {
    const clock = new FakeClock(STARTS[world % STARTS.length]!);
    const { reports } = await simulatedWorld(clock, SEED + world);
    const sources = { reports, periodOf: hazardPeriod };
    for (const route of ROUTES) {
      const asked = { route, departure: "+1h", altitude: "8500" };
      const departure = new Date(clock.now() + 3_600_000).toISOString().slice(11, 16).replace(
        ":",
        "",
      );
      const answer = askBriefing(
        { ...asked, departure: `${departure}Z` },
        { language: "en" },
        sources,
      );
      assert.ok("briefing" in answer, JSON.stringify(answer));
      const { briefing } = answer;
      const words = new Words("en", Date.parse(briefing.generatedAt));
      const facts = new Map<string, Fact>(briefing.facts.map((fact) => [fact.id, fact]));
      const worded = briefing.facts.filter((fact) => mayBeWorded(fact, words));
      sets++;
      for (const fact of worded) {
        const { text, factIds } = sentenceOf(fact, words);
        const ask = (changed: string, ids = factIds) =>
          checkSentence({ text: changed, factIds: ids }, facts, words);
        for (const [name, change] of Object.entries(RIGHT)) {
          const changed = change(text, fact, pick);
          if (changed === null) continue;
          right.tried++;
          const refusal = ask(changed);
          if (refusal === null) continue;
          right.refused++;
          refusals.push(`${name}: ${JSON.stringify(refusal)}\n  ${changed}\n  ${text}`);
        }
        for (const [name, change] of Object.entries(WRONG)) {
          const changed = change(text, fact, pick);
          if (changed === null || changed === text) continue;
          wrong.tried++;
          byWay.set(name, (byWay.get(name) ?? 0) + 1);
          if (ask(changed) !== null) continue;
          wrong.passed++;
          failures.push(`${name}:\n  ${changed}\n  ${text}`);
        }
        const other = worded[Math.floor(pick.next() * worded.length)]!;
        const foreign = sentenceOf(other, words).text;
        if (other.id !== fact.id && foreign !== text) {
          wrong.tried++;
          if (ask(foreign) === null) failures.push(`foreign:\n  ${foreign}\n  ${text}`);
          if (ask(text, []) === null || ask(text, [fact.id, other.id]) === null) {
            failures.push(`ids: ${text}`);
          }
        }
      }
    }
  }
  await t.step("no wrong sentence passes", () => assert.deepEqual(failures.slice(0, 10), []));
  await t.step("at most one right sentence of a hundred is refused", () => {
    assert.ok(right.refused <= right.tried / 100, refusals.slice(0, 10).join("\n"));
  });
  await t.step("every way to be wrong was tried", () => {
    const untried = Object.keys(WRONG).filter((name) => !byWay.has(name));
    assert.ok(untried.length <= 3, untried.join(", "));
  });
  assert.ok(wrong.tried > 1_000, String(wrong.tried));
  await recordEvidence("S10", {
    title: "sentences told otherwise, over the facts of simulated weather",
    command: "deno task evidence:truth",
    seed: SEED,
    totals: {
      "fact sets": sets,
      "wrong sentences tried": wrong.tried,
      "wrong sentences passed": failures.length,
      "right sentences tried": right.tried,
      "right sentences refused": right.refused,
      "ways to be wrong": byWay.size,
    },
  });
});
