/**
 * Loss of a store under load (R3): whatever happens to Redis, Upstash, MongoDB, two of them at once or the disk,
 * current reports are answered, the loss is told within two seconds and made good within ten, and the history
 * has every report that came in meanwhile.
 *
 * `STORE_FAULTS=all` tries every fault; without it one of each store, which is what a commit waits for.
 */
import assert from "node:assert/strict";
import { createService, type Service } from "../lib/app.ts";
import { readConfig } from "../lib/config/mod.ts";
import { serve } from "../lib/http/mod.ts";
import { silentLog } from "../lib/observe/mod.ts";
import type { HistoryEntry, Page } from "../lib/store/mod.ts";
import { HOUR_MS } from "../lib/time/mod.ts";
import { recordEvidence } from "./support/evidence.ts";
import {
  type FaultyStore,
  startFaultyDisk,
  startFaultyMongo,
  startFaultyPair,
  startFaultyRedis,
  startFaultyUpstash,
} from "./support/faulty_stores.ts";
import { inFolder } from "./support/folder.ts";
import { announceSkip, testWith } from "./support/requirements.ts";
import { type SmallProvider, startSmallProvider } from "./support/service_process.ts";
import { pause, until } from "./support/wait.ts";

const ALL = Deno.env.get("STORE_FAULTS") === "all";
const TOLD_WITHIN_MS = 2_000;
const WELL_WITHIN_MS = 10_000;
/** How long a fault lasts: long enough for every breaker to open. */
const LASTS_MS = ALL ? 4_000 : 2_500;
const CLIENTS = 4;
/** The report changes three times a second; an answer is of the last moments, with or without a store. */
const BEHIND_MS = 5_000;

interface Totals {
  faults: number;
  answers: number;
  serverErrors: number;
  wrong: number;
  told: number;
  well: number;
  /** Reports that came in, and those of them that the history lacks. */
  reports: number;
  lost: number;
}

testWith("a store that is lost costs no answer, is told and comes back", ["redis-server"], async (
  [redis],
  t,
) => {
  const totals: Totals = {
    faults: 0,
    answers: 0,
    serverErrors: 0,
    wrong: 0,
    told: 0,
    well: 0,
    reports: 0,
    lost: 0,
  };
  const starts: readonly [string, () => Promise<FaultyStore | null>][] = [
    ["redis", () => startFaultyRedis(redis!)],
    ["upstash", () => startFaultyUpstash(redis!)],
    ["mongo", startFaultyMongo],
    ["redis and mongo together", () => startFaultyPair(redis!)],
    ["kv", startFaultyDisk],
  ];
  for (const [name, start] of starts) {
    const store = await start();
    if (store === null) {
      announceSkip(`store faults of ${name}: cannot run on this machine`);
      continue;
    }
    await t.step(store.name, async (step) => {
      try {
        await inFolder((folder) => tryStore(step, store, folder, totals));
      } finally {
        await store.stop();
      }
    });
  }
  assert.ok(totals.faults >= (ALL ? 15 : 4), `${totals.faults} faults`);
  assert.ok(totals.answers > totals.faults * 100, `${totals.answers} answers`);
  await recordEvidence("R3", {
    title:
      "stores lost under load: Redis, Upstash, MongoDB's protocol, two at once, files of Deno KV",
    command: "deno task evidence:stores",
    seed: null,
    totals: {
      "faults": totals.faults,
      "answers": totals.answers,
      "answers with 5xx": totals.serverErrors,
      "wrong values": totals.wrong,
      "reports that came in": totals.reports,
      "of these not in the history": totals.lost,
      "told at the latest after (ms)": Math.round(totals.told),
      "well again at the latest after (ms)": Math.round(totals.well),
    },
  });
});

async function tryStore(
  t: Deno.TestContext,
  store: FaultyStore,
  folder: string,
  totals: Totals,
): Promise<void> {
  await underLoad(store, folder, totals, async (told, well) => {
    await well(15_000);
    for (const fault of ALL ? store.faults : store.faults.slice(0, 1)) {
      await t.step(fault.name, async () => {
        const began = performance.now();
        await fault.begin();
        await told(began);
        await pause(LASTS_MS);
        await fault.end();
        await well();
        totals.faults++;
      });
    }
  });
  for (const fault of ALL ? store.atStart ?? [] : (store.atStart ?? []).slice(0, 1)) {
    await t.step(`at the start ${fault.name}`, async () => {
      await fault.begin();
      await underLoad(store, folder, totals, async (told, well) => {
        await told(performance.now());
        await pause(LASTS_MS);
        await fault.end();
        await well();
        totals.faults++;
      });
    });
  }
}

/** Runs a node with clients and news for as long as `use` takes, then holds answers and history against the truth. */
async function underLoad(
  store: FaultyStore,
  folder: string,
  totals: Totals,
  use: (
    told: (began: number) => Promise<void>,
    well: (withinMs?: number) => Promise<void>,
  ) => Promise<void>,
): Promise<void> {
  const provider = startSmallProvider(false);
  const service = await startNode(folder, provider, store.env);
  const running = serve(service, {
    host: "127.0.0.1",
    port: 0,
    drainDelayMs: 0,
    drainTimeoutMs: 1_000,
  });
  const load = startLoad(`http://127.0.0.1:${running.port}/api/v1/metar/KJFK`, provider);
  const news = startNews(service, provider);
  try {
    await use(
      async (began) => {
        await until(() => isTold(service), TOLD_WITHIN_MS, "told", 20);
        totals.told = Math.max(totals.told, performance.now() - began);
      },
      async (withinMs) => {
        const ended = performance.now();
        await until(
          () => isWell(service, provider),
          withinMs ?? WELL_WITHIN_MS,
          "well again",
          20,
        );
        if (withinMs === undefined) {
          totals.well = Math.max(totals.well, performance.now() - ended);
        }
      },
    );
    await news.end();
    await until(() => service.shared!.flush(), WELL_WITHIN_MS, "everything written", 20);
    const kept = await textsOf(service);
    totals.reports += news.texts.size;
    const lost = [...news.texts].filter((text) => !kept.has(text));
    totals.lost += lost.length;
    assert.deepEqual(lost.slice(0, 3), [], "reports that the history lacks");
  } finally {
    await news.end();
    const { answers, serverErrors, wrong } = await load.end();
    totals.answers += answers;
    totals.serverErrors += serverErrors.length;
    totals.wrong += wrong.length;
    running.drain("the test is over", 0);
    await running.ended;
    await provider.close();
    assert.deepEqual(serverErrors.slice(0, 3), [], "answers with 5xx");
    assert.deepEqual(wrong.slice(0, 3), [], "wrong answers");
  }
}

/** Every text of the station in the history. */
async function textsOf(service: Service): Promise<Set<string>> {
  const texts = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: Page<HistoryEntry> = await service.shared!.store.history.query({
      product: "metar",
      stationId: "KJFK",
      from: 0,
      to: Date.now() + HOUR_MS,
      limit: 1_000,
      cursor,
    });
    for (const { raw } of page.entries) texts.add(raw.text);
    cursor = page.next;
  } while (cursor !== null);
  return texts;
}

async function startNode(
  folder: string,
  provider: SmallProvider,
  env: Readonly<Record<string, string>>,
): Promise<Service> {
  const values: Record<string, string> = {
    DATA_DIR: folder,
    AWC_BASE_URL: provider.url,
    SNAPSHOT_SECONDS: "0",
    METAR_POLL_SECONDS: "3600",
    ...env,
  };
  const result = readConfig({ get: (name) => values[name], readFile: () => "" });
  assert.ok(result.ok, JSON.stringify(result));
  return await createService(result.config, { pages: "none", log: silentLog });
}

/** Whether the service says that something is wrong with a store. */
function isTold(service: Service): boolean {
  const { parts } = service.health.readiness();
  return parts.some(({ name, state }) =>
    ["store", "history", "poller"].includes(name) && state !== "ok"
  );
}

/** Whether nothing is wrong any more, and the store has what the provider says now. */
async function isWell(service: Service, provider: SmallProvider): Promise<boolean> {
  if (isTold(service)) return false;
  const before = provider.raw;
  const entries = await service.shared!.store.current.get("metar", ["KJFK"]).catch(() => []);
  return entries[0]?.raw.text === before || entries[0]?.raw.text === provider.raw;
}

/** A new report every third of a second, so that there is always something to write. */
function startNews(service: Service, provider: SmallProvider) {
  let ended = false;
  /** What was taken in. */
  const texts = new Set<string>();
  const run = async () => {
    while (!ended) {
      const text = provider.renew(0);
      await service.ingest.pollAll();
      // A round that was under way has asked before.
      if (service.reports.world.metar("KJFK")?.raw.text === text) texts.add(text);
      await pause(300);
    }
  };
  const running = run();
  return {
    texts,
    async end() {
      ended = true;
      await running;
    },
  };
}

/** Clients that ask without a pause, and hold each answer against what the provider said around it. */
function startLoad(url: string, provider: SmallProvider) {
  let ended = false;
  const serverErrors: string[] = [];
  const wrong: string[] = [];
  let answers = 0;
  let isFilled = false;
  const client = async () => {
    while (!ended) {
      const answer = await fetch(url);
      const body = await answer.text();
      const raw: string | undefined = answer.status === 200
        ? JSON.parse(body).reports[0]?.raw
        : undefined;
      isFilled ||= raw !== undefined;
      if (isFilled) {
        answers++;
        if (answer.status >= 500) serverErrors.push(`${answer.status} ${body.slice(0, 100)}`);
        else if (raw === undefined || !provider.hasSaid(raw, BEHIND_MS)) {
          wrong.push(body.slice(0, 200));
        }
      }
      await pause(10);
    }
  };
  const running = Promise.all(Array.from({ length: CLIENTS }, client));
  return {
    async end() {
      ended = true;
      await running;
      return { answers, serverErrors, wrong };
    },
  };
}
