/** A node at the edge asks the model as well, with the budgets that it shares through the store. */
import assert from "node:assert/strict";
import { decodeMetar } from "../lib/products/metar/mod.ts";
import { openUpstashStore } from "../lib/store/upstash/mod.ts";
import { DAY_MS, MINUTE_MS, systemClock, toIso } from "../lib/time/mod.ts";
import { startFakeOpenAi } from "./support/fake_openai.ts";
import { testWith } from "./support/requirements.ts";
import { startEdge } from "./support/service_process.ts";
import { startUpstash } from "./support/upstash_server.ts";

testWith(
  "two edge nodes word for a reader what their one budget allows",
  ["redis-server"],
  async ([program]) => {
    await using fake = startFakeOpenAi();
    const upstash = await startUpstash(program!);
    const store = openUpstashStore(upstash, { source: "live", clock: systemClock });
    const receivedAt = Date.now();
    const [, day, hour, minute] = /-(\d\d)T(\d\d):(\d\d)/.exec(toIso(receivedAt - 5 * MINUTE_MS))!;
    const text = `METAR KJFK ${day}${hour}${minute}Z 30015G25KT 10SM FEW050 08/M03 A2992`;
    const raw = {
      product: "metar" as const,
      text,
      stationId: "KJFK",
      provider: "awc",
      receivedAt,
      simulated: false,
    };
    const observedAt = Date.parse(decodeMetar(text, { receivedAt }).observedAt!);
    await store.current.put([{ id: "KJFK", raw, observedAt, expiresAt: receivedAt + DAY_MS }]);
    const env = {
      ...upstash.env,
      DRAIN_DELAY_MS: "0",
      OPENAI_API_KEY: "k",
      OPENAI_BASE_URL: fake.baseUrl,
      OPENAI_DAILY_CALLS_PER_USER: "1",
    };
    const nodes = await Promise.all([startEdge(env), startEdge(env)]);
    try {
      const states: string[] = [];
      for (const [i, route] of ["KJFK,KBOS", "KBOS,KJFK"].entries()) {
        const path = `/api/v1/briefing?route=${route}&text=model`;
        const { plain } = await (await fetch(nodes[i]!.address + path)).json();
        states.push(plain.state);
      }
      assert.deepEqual(states, ["written", "userSpent"]);
    } finally {
      for (const node of nodes) assert.equal(await node.end(), 0);
      await store.close();
      await upstash.stop();
    }
  },
);
