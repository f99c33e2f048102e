/**
 * Questions over the simulated world, at any of its stations and any time: VFR is only said where every state of the
 * forecast is known to be VFR, worked out here from the reports themselves.
 */
import assert from "node:assert/strict";
import { simulatedWorld } from "../bench/simulated_world.ts";
import { answerByRules } from "../lib/briefing/question/mod.ts";
import { flightCategory } from "../lib/derive/category.ts";
import { statesBetween } from "../lib/products/taf/state.ts";
import { hazardPeriod } from "../lib/reports/mod.ts";
import { FakeClock, HOUR_MS, MINUTE_MS } from "../lib/time/mod.ts";
import { createRandom } from "./support/random.ts";

const QUESTIONS = 1500;

Deno.test("no answer says VFR where anything that the TAF allows is worse or not known", async () => {
  const clock = new FakeClock("2026-01-15T15:03:00Z");
  const { reports } = await simulatedWorld(clock, 20261124);
  const sources = { reports, periodOf: hazardPeriod };
  const stations = [...reports.stations.all()].filter(({ id }) =>
    reports.metar(id) !== undefined || reports.taf(id) !== undefined
  );
  const next = createRandom(7);
  const counts: Record<string, number> = {};
  for (let i = 0; i < QUESTIONS; i++) {
    const { id } = stations[Math.floor(next() * stations.length)]!;
    const at = Math.floor(clock.now() / HOUR_MS) * HOUR_MS +
      Math.floor(next() * 34 * 12 - 24) * 5 * MINUTE_MS;
    const iso = new Date(at).toISOString().slice(0, 16);
    const answer = answerByRules(`Will it be VFR at ${id} at ${iso}Z?`, sources, "en");
    const of = (basis: string) =>
      answer.facts.find(({ kind, details }) =>
        kind === "questionAnswer" && details["basis"] === basis
      )?.details["result"];
    const [forecast, observed] = [of("forecast"), of("observed")];
    counts[forecast ?? answer.outcome] = (counts[forecast ?? answer.outcome] ?? 0) + 1;
    if (observed === "all") {
      const metar = reports.metar(id)!;
      assert.equal(flightCategory(metar.decoded).category, "VFR", answer.question);
      assert.ok(["current", "ageing"].includes(metar.freshness.state), answer.question);
    }
    const taf = reports.taf(id);
    if (forecast === undefined) continue;
    const spans = statesBetween(taf!.decoded, at - HOUR_MS, at + HOUR_MS + 1);
    const states = spans.flatMap(({ state }) => [state.prevailing, ...state.alternatives])
      .map(({ elements }) => flightCategory(elements).category);
    assert.ok(states.length > 0, answer.question);
    const isAll = states.every((category) => category === "VFR");
    if (forecast === "all") {
      assert.ok(isAll, `${answer.question}\n${taf!.raw.text}`);
      assert.deepEqual(taf!.decoded.unparsed, [], answer.question);
    } else if (forecast === "none") {
      assert.ok(
        states.every((category) => category !== "VFR" && category !== null),
        `${answer.question}\n${taf!.raw.text}`,
      );
    }
    // Whatever the verdict: each state is told with its category.
    const told = new Set(answer.facts.map(({ details }) => details["category"]));
    for (const category of states) {
      assert.ok(told.has(category ?? "unknown"), `${category}: ${answer.question}`);
    }
  }
  assert.ok((counts["all"] ?? 0) > 50 && (counts["some"] ?? 0) > 10, JSON.stringify(counts));
  console.log(`    ${JSON.stringify(counts)}`);
});
