/**
 * An edge node as a process of its own, with the network as its only permission beside the names of variables:
 * it serves what a poller wrote into Upstash, keeps the API's contract, and outlives the store.
 */
import assert from "node:assert/strict";
import { checkRow, CONTRACT, type Row } from "../edge/testing/contract.ts";
import { FakeReports, holdMetar } from "../edge/testing/fakes.ts";
import { writeStations } from "../lib/ingest/shared/station_table.ts";
import type { RawReport } from "../lib/products/raw_report.ts";
import type { Station } from "../lib/stations/mod.ts";
import type { SharedStore } from "../lib/store/mod.ts";
import { openUpstashStore } from "../lib/store/upstash/mod.ts";
import { DAY_MS, systemClock } from "../lib/time/mod.ts";
import { statusOf } from "./support/loopback.ts";
import { testWith } from "./support/requirements.ts";
import { startEdge } from "./support/service_process.ts";
import { startUpstash } from "./support/upstash_server.ts";
import { until } from "./support/wait.ts";

testWith(
  "an edge node keeps the contract of the API over its socket",
  ["redis-server"],
  async ([program], t) => {
    const world = await startWorld(program!);
    const node = await startEdgeNode(world.env);
    const api = { fetch: (request: Request) => askOverSocket(node.address, request) };
    const skipped = new Set<string>();
    try {
      for (const row of Object.values(CONTRACT).flat()) {
        await t.step({
          name: `${row.name}: ${row.status}`,
          ignore: isNotHere(row) && skipped.add(row.name).size > 0,
          fn: () => checkRow(api, row),
        });
      }
      const names = NOT_HERE.flatMap(([, rows]) => rows);
      assert.deepEqual([...skipped].sort(), names.sort(), "every name is that of a row");
    } finally {
      assert.equal(await node.end(), 0);
      await world.stop();
    }
  },
);

testWith(
  "an edge node outlives its store, and says so when it has nothing",
  ["redis-server"],
  async ([program]) => {
    const world = await startWorld(program!);
    const node = await startEdgeNode(world.env);
    try {
      const first = await fetch(`${node.address}/api/v1/metar/KJFK`);
      assert.equal(first.status, 200);
      const { reports } = await first.json();
      assert.match(reports[0].raw, /^METAR KJFK 241651Z/);
      assert.match(first.headers.get("cache-control") ?? "", /stale-while-revalidate=\d+/);
      // Hazards of which no feed has told: not known, and not "none".
      assert.equal(await statusOf(`${node.address}/api/v1/sigmets`), 503);

      await world.stop();
      const cold = await startEdgeNode(world.env);
      try {
        for (const path of ["metar/KJFK", "airport/KJFK", "feeds"]) {
          assert.equal(await statusOf(`${node.address}/api/v1/${path}`), 200, path);
          assert.equal(await statusOf(`${cold.address}/api/v1/${path}`), 503, path);
        }
        assert.equal(await statusOf(`${cold.address}/healthz`), 200);
      } finally {
        assert.equal(await cold.end(), 0);
      }
    } finally {
      assert.equal(await node.end(), 0);
    }
  },
);

testWith(
  "an edge node has the news without a poller of its own",
  ["redis-server"],
  async ([program]) => {
    const world = await startWorld(program!);
    const node = await startEdgeNode(world.env);
    try {
      const text = async () =>
        await (await fetch(`${node.address}/api/v1/metar/KJFK?format=text`)).text();
      await statusOf(`${node.address}/api/v1/feeds`);
      const mountain = await fetch(`${node.address}/api/v1/metar/${MOUNTAIN.id}`);
      const { missing } = await mountain.json();
      assert.equal(missing[0].reason, "noReport", "a station of the poller's table is known");
      assert.match(await text(), /30015G25KT/);
      // What was asked for first was told after its answer: the poller's failover will know.
      assert.deepEqual(await world.asked(), [MOUNTAIN.id]);
      await world.put("METAR KJFK 241751Z 31022KT 10SM SCT250 07/M04 A2994 RMK AO2");
      // What is in memory is given for ten seconds, and while the node looks.
      await until(async () => (await text()).includes("31022KT"), 20_000, "news", 250);
    } finally {
      assert.equal(await node.end(), 0);
      await world.stop();
    }
  },
);

testWith(
  "an edge node says that the past is being fetched only where somebody fetches it",
  ["redis-server"],
  async ([program]) => {
    const world = await startWorld(program!);
    try {
      for (const [HISTORY_STORE, fetching] of [["auto", true], ["memory", false]] as const) {
        const node = await startEdgeNode({ ...world.env, HISTORY_STORE });
        try {
          const answer = await (await fetch(`${node.address}/api/v1/history/KJFK`)).json();
          assert.deepEqual([answer.complete, answer.fetching], [false, fetching], HISTORY_STORE);
        } finally {
          assert.equal(await node.end(), 0);
        }
      }
    } finally {
      await world.stop();
    }
  },
);

testWith("an edge node counts questions in plain words", ["redis-server"], async ([program]) => {
  const world = await startWorld(program!);
  const node = await startEdgeNode(world.env);
  try {
    assert.equal(await statusOf(`${node.address}/api/v1/ask?q=wind+at+KJFK`), 200);
    const metrics = await (await fetch(`${node.address}/metrics`)).text();
    assert.match(metrics, /^questions_total\{by="rules",outcome="\w+"\} 1$/m);
  } finally {
    assert.equal(await node.end(), 0);
    await world.stop();
  }
});

/** A station that only the poller's table knows. */
const MOUNTAIN: Station = {
  id: "KXQZ",
  iata: null,
  name: "A mountain",
  city: null,
  country: "US",
  region: "NH",
  latitude: 44.27,
  longitude: -71.3,
  elevation: { value: 6266, unit: "ft" },
  timeZone: null,
  magneticVariation: null,
  size: "station",
  runways: [],
};

/** Rows that cannot be held against this node, and why. */
const NOT_HERE: readonly (readonly [why: string, rows: readonly string[]])[] = [
  ["no client sends these", ["TRACE on a report", "CONNECT on a report"]],
  ["the front refuses before the API", [
    "PROPFIND on a report",
    "a URL of 2,049 characters",
    "a URL of 70 kB",
    "a body over 64 kB",
  ]],
  ["of stations as the fake world has them", [
    "a station without elevation",
    "stations by name, none found",
    "stations in a box",
    "GeoJSON by parameter",
  ]],
  ["of a clock that stands still", [
    "text by parameter",
    "an airport",
    "an airport in German",
    "an airport as text",
    "a TAF as text",
    "a question as text in German",
    "a report may be kept",
  ]],
  ["this node counts", ["metrics where nothing is counted"]],
];

function isNotHere({ name }: Row): boolean {
  return NOT_HERE.some(([, rows]) => rows.includes(name));
}

function startEdgeNode(env: Record<string, string>) {
  return startEdge({ DRAIN_DELAY_MS: "0", TRUST_PROXY: "127.0.0.1", ...env });
}

/** A store with the reports of the fake world, behind the REST interface of Upstash. */
async function startWorld(program: string) {
  const upstash = await startUpstash(program);
  const store = openUpstashStore(upstash, { source: "live", clock: systemClock });
  const fake = new FakeReports();
  for (const { raw } of [...fake.metars.values(), ...fake.tafs.values()]) {
    await put(store, raw, fake);
  }
  for (const state of fake.feedStates.values()) {
    await store.collections.put("feeds", state.product, state as never);
  }
  await writeStations(store.collections, [MOUNTAIN]);
  const now = Date.now();
  const table = { product: "stations", provider: "awc", error: null, count: 1 };
  const state = { ...table, attemptedAt: now, succeededAt: now };
  await store.collections.put("feeds", "stations", state);
  let stopped = false;
  return {
    env: upstash.env,
    /** The stations that a node has told it was asked for. */
    async asked() {
      const { entries } = await store.collections.page("asked", null, 10);
      const told = entries.map(({ value }) => value as unknown as { stations: [string, number][] });
      return told.flatMap(({ stations }) => stations.map(([id]) => id));
    },
    put: (text: string) => put(store, { ...fake.metars.get("KJFK")!.raw, text }, fake),
    async stop() {
      if (stopped) return;
      stopped = true;
      await store.close();
      await upstash.stop();
    },
  };
}

async function put(store: SharedStore, raw: RawReport, fake: FakeReports): Promise<void> {
  const stationId = raw.stationId!;
  const held = raw.product === "metar" ? holdMetar(raw.text) : fake.tafs.get(stationId)!;
  const { observedAt } = held;
  const expiresAt = Date.now() + DAY_MS;
  await store.current.put([{ id: stationId, raw, observedAt, expiresAt }]);
  await store.feed.append([{ product: raw.product, id: stationId }]);
}

async function askOverSocket(address: string, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = request.body === null ? undefined : await request.arrayBuffer();
  return await fetch(address + pathname + search, {
    method: request.method,
    headers: request.headers,
    redirect: "manual",
    ...(body !== undefined && { body }),
  });
}
