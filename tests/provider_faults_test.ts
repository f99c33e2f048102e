/**
 * Every fault of a provider against the real way in, from socket to world: no crash, no wrong value, the feed
 * says what went wrong, and it recovers by itself.
 */
import assert from "node:assert/strict";
import { Ingest } from "../lib/ingest/mod.ts";
import { createMetrics, silentLog } from "../lib/observe/mod.ts";
import { createProviders, type Feed } from "../lib/providers/mod.ts";
import { createReports } from "../lib/reports/mod.ts";
import { createHttpClient, createSlicer } from "../lib/resilience/mod.ts";
import {
  createFaultBoard,
  createProviderHandler,
  createSimulation,
  FAULT_KINDS,
  serveWire,
} from "../lib/simulator/mod.ts";
import { createStationIndex } from "../lib/stations/mod.ts";
import { MemoryWorld, type StationProduct } from "../lib/store/mod.ts";
import { FakeClock, HOUR_MS, MINUTE_MS } from "../lib/time/mod.ts";
import { readStations } from "./support/stations.ts";

const START = Date.parse("2026-07-10T15:00:30Z");
const STATIONS = await readStations();
const SIMULATION = createSimulation({
  seed: 1,
  stations: STATIONS,
  counts: { metar: 60, taf: 30 },
});
const PATHS: Record<StationProduct, string> = { metar: "metars.cache", taf: "tafs.cache" };
/** A slow machine still reads a good file in this time. */
const PATIENT_MS = 20_000;
const IMPATIENT_MS = 200;

/** What the feed says, by kind of fault; `null` where the file is good or holds nothing new. */
const SAID: Record<string, RegExp | null | Record<StationProduct, RegExp | null>> = {
  down: /connection|closed/i,
  reset: /body|connection|end of file|closed|reset/i,
  slowHeaders: /no whole answer within/,
  drip: /no whole answer within/,
  hang: /no whole answer within/,
  tooMany: /asked too often \(429\)/,
  serverError: /the provider failed \(500\)/,
  badGateway: /the provider failed \(502\)/,
  unavailable: /the provider failed \(503\)/,
  forbidden: /refuses this client \(403\)/,
  html: /HTML page/,
  jsonError: /JSON, not the file/,
  empty: /the file is empty/,
  noContent: /holds none, which cannot be right/,
  gzipBomb: { metar: /exceed the maximum number of tolerated bytes/, taf: /the file is no XML/ },
  entityBomb: /document type/,
  truncatedGzip: /damaged or cut off/,
  wrongLength: /body|connection|end of file|closed/i,
  renamedColumn: { metar: /the header has 44 columns.*visibility_sm/, taf: /the XML is damaged/ },
  missingColumn: { metar: /the header has 43 columns/, taf: /rows cannot be read/ },
  wrongStation: /make no sense: wrongStation/,
  futureTimes: /make no sense: future.*is the clock of this machine right\?/,
  oldTimes: null,
  duplicates: null,
  invalidUtf8: null,
  frozen: null,
};

/** The provider, its clock, and worlds that are filled from it. */
async function withProvider(
  use: (context: ReturnType<typeof contextOf>) => Promise<void>,
): Promise<void> {
  const clock = new FakeClock(START);
  const faults = createFaultBoard();
  const server = serveWire({
    port: 0,
    handler: createProviderHandler({ simulation: SIMULATION, clock, faults }),
    faultFor: (request) => faults.writerFor(request),
  });
  try {
    await use(contextOf(server.url, clock, faults));
  } finally {
    await server.close();
  }
}

function contextOf(
  baseUrl: string,
  clock: FakeClock,
  faults: ReturnType<typeof createFaultBoard>,
) {
  /** A world of its own over the provider's feed of one product. */
  const openWorld = (product: StationProduct) => {
    let deadlineMs = PATIENT_MS;
    const slicer = createSlicer();
    const [provider] = createProviders({
      awc: {
        client: createHttpClient({
          fetch,
          clock,
          userAgent: "test",
          sleep: () => Promise.resolve(),
        }),
        clock,
        slicer,
        baseUrl,
        simulated: true,
        intervalMs: {
          metar: MINUTE_MS,
          taf: MINUTE_MS,
          pirep: MINUTE_MS,
          sigmet: MINUTE_MS,
          isigmet: MINUTE_MS,
          gairmet: MINUTE_MS,
          cwa: MINUTE_MS,
          stations: MINUTE_MS,
        },
        get deadlineMs() {
          return deadlineMs;
        },
      },
    });
    const feed: Feed = provider!.feeds.find((one) => one.product === product)!;
    const world = new MemoryWorld(true);
    const ingest = new Ingest({
      feeds: [feed],
      world,
      clock,
      slicer,
      log: silentLog,
      metrics: createMetrics({ version: "0", process: false }),
    });
    return {
      world,
      poll: async (patienceMs = PATIENT_MS) => {
        deadlineMs = patienceMs;
        await ingest.pollAll();
        return world.feed(product)!;
      },
    };
  };
  return { clock, faults, openWorld };
}

function textsOf(world: MemoryWorld, product: StationProduct): Map<string, string> {
  return new Map(
    [...world.reports(product)].map((held) => [held.raw.stationId!, held.raw.text]),
  );
}

const TIMEOUTS = ["slowHeaders", "drip", "hang"];

async function tryFault(kind: string, product: StationProduct): Promise<void> {
  await withProvider(async ({ clock, faults, openWorld }) => {
    const { world, poll } = openWorld(product);
    assert.equal((await poll()).error, null);
    const before = textsOf(world, product);
    assert.ok(before.size >= 25, `${before.size} reports`);

    // Every station has issued again, and a time five hours ahead is to come for all.
    clock.advance(9.5 * HOUR_MS);
    const reference = openWorld(product);
    await reference.poll();
    const good = textsOf(reference.world, product);
    assert.notDeepEqual(good, before, "there is something new to miss");

    faults.set([{ kind, path: PATHS[product], bombBytes: 70 * 1024 * 1024 }]);
    const state = await poll(TIMEOUTS.includes(kind) ? IMPATIENT_MS : PATIENT_MS);
    const said = SAID[kind];
    const expected = said instanceof RegExp || said === null ? said : said?.[product];
    assert.notEqual(expected, undefined, `no row for the fault ${kind}`);
    if (expected === null) assert.equal(state.error, null);
    else assert.match(state.error ?? "no error", expected!);
    assert.equal(state.succeededAt, expected === null ? clock.now() : START);
    for (const [id, text] of textsOf(world, product)) {
      const known = text === before.get(id) || text === good.get(id);
      if (kind === "invalidUtf8" && !known) assertDamageShown(world, product, id);
      else assert.ok(known, `${id} holds what nobody reported: ${text}`);
    }

    faults.set([]);
    clock.advance(11 * MINUTE_MS);
    assert.equal((await poll()).error, null, "it recovers by itself");
    const clean = openWorld(product);
    await clean.poll();
    for (const [id, text] of textsOf(clean.world, product)) {
      const held = (product === "metar" ? world.metar(id) : world.taf(id))!;
      const texts = [held.raw.text, ...(held.conflicts ?? []).map((one) => one.text)];
      assert.ok(texts.includes(text), `${id} after the fault: ${held.raw.text}`);
    }
  });
}

/** A report with a damaged byte keeps it in its text, and says so unless it stands in free text. */
function assertDamageShown(world: MemoryWorld, product: StationProduct, id: string): void {
  const held = (product === "metar" ? world.metar(id) : world.taf(id))!;
  const { text } = held.raw;
  assert.match(text, /\uFFFD/, text);
  const at = text.indexOf("\uFFFD");
  const { unparsed, issues } = held.decoded;
  const covered = unparsed.some((one) => one.start <= at && at < one.end);
  assert.ok(covered || issues.length > 0, `the damage is not listed: ${text}`);
}

for (const product of ["metar", "taf"] as const) {
  Deno.test(`each fault of the ${product} file costs no value and heals`, async (t) => {
    for (const kind of FAULT_KINDS) await t.step(kind, () => tryFault(kind, product));
  });
}

Deno.test("a feed that stands still for six hours answers well and is never shown as current", async () => {
  await withProvider(async ({ clock, faults, openWorld }) => {
    const { world, poll } = openWorld("metar");
    await poll();
    const reports = createReports({ world, stations: createStationIndex([]), clock });
    faults.set([{ kind: "frozen", path: PATHS.metar }]);
    let current = Infinity;
    for (let step = 0; step < 12; step++) {
      clock.advance(30 * MINUTE_MS);
      assert.equal((await poll()).error, null, "the provider answers as if all were well");
      const fresh = [...world.stationIds()]
        .filter((id) => reports.metar(id)!.freshness.state === "current");
      assert.ok(fresh.length <= current, "nothing becomes young again");
      current = fresh.length;
    }
    const states = [...world.stationIds()].map((id) => reports.metar(id)!.freshness.state);
    assert.deepEqual([...new Set(states)], ["notCurrent"]);
    assert.deepEqual(reports.nearestReporting(40, -74, 5000, 5), []);
  });
});
