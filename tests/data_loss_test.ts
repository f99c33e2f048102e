/**
 * No acknowledged write is lost (R4): a writer, or the server that it writes to, is killed at a random moment;
 * after that everything that was acknowledged is there, once and whole.
 *
 * `ROUNDS` sets how often (default 8); of eight rounds five kill a process with a file of Deno KV, two a Redis that
 * keeps its data, one a process whose history is away. `deno task evidence:stores` does 200.
 */
import assert from "node:assert/strict";
import { StoreWriter } from "../lib/ingest/shared/store_writer.ts";
import { openKvSpool } from "../lib/store/kv/spool.ts";
import { openKvStore } from "../lib/store/kv/shared/store.ts";
import type { HistoryEntry, SharedStore } from "../lib/store/mod.ts";
import { openRedisStore } from "../lib/store/redis/mod.ts";
import { systemClock } from "../lib/time/mod.ts";
import { recordEvidence } from "./support/evidence.ts";
import { inFolder } from "./support/folder.ts";
import { createRandom } from "./support/random.ts";
import { COLLECTION, documentOf, entryOf, EPOCH } from "./support/records.ts";
import { startRedis } from "./support/redis_server.ts";
import { testWith } from "./support/requirements.ts";
import { pause, until } from "./support/wait.ts";

const ROUNDS = Number(Deno.env.get("ROUNDS") ?? "8");
const SEED = 20261124;
/** Numbers of one round begin here times the round. */
const ROUND_SIZE = 100_000;

/** How every store of records is opened. */
const OF_RECORDS = { source: "records", clock: systemClock };

const totals = { acknowledged: 0, lost: 0, twice: 0, damaged: 0, more: 0 };

testWith(
  "what was acknowledged survives kill -9, once and whole",
  ["redis-server"],
  async ([redis], t) => {
    const random = createRandom(SEED);
    const redisRounds = Math.floor(ROUNDS / 4);
    const spoolRounds = Math.floor(ROUNDS / 8);
    await t.step(
      "a process with a file of Deno KV",
      () => killWriters(ROUNDS - redisRounds - spoolRounds, random),
    );
    await t.step(
      "a process whose history is away",
      () => inFolder((folder) => killSpoolers(redis!, folder, spoolRounds, random)),
    );
    await t.step(
      "a Redis that keeps its data",
      () => inFolder((folder) => killServers(redis!, folder, redisRounds, random)),
    );
    assert.deepEqual(
      [totals.lost, totals.twice, totals.damaged],
      [0, 0, 0],
      JSON.stringify(totals),
    );
    assert.ok(totals.acknowledged > ROUNDS * 5, `${totals.acknowledged} writes`);
    await recordEvidence("R4", {
      title:
        "kill -9 while records are written: Deno KV in the process, Redis with appendfsync always, the spool of a history that is away",
      command: "deno task evidence:stores",
      seed: SEED,
      totals: {
        "rounds": ROUNDS,
        "acknowledged writes": totals.acknowledged,
        "lost": totals.lost,
        "there twice": totals.twice,
        "half-written": totals.damaged,
        "there though not acknowledged": totals.more,
      },
    });
  },
);

async function killWriters(rounds: number, random: () => number): Promise<void> {
  await inFolder(async (folder) => {
    const path = `${folder}/store.kv`;
    for (let round = 0; round < rounds; round++) {
      const first = round * ROUND_SIZE;
      const last = await runWriter(path, first, 20 + random() * 380);
      const store = await openKvStore(path, OF_RECORDS);
      try {
        await compare(store, first, last);
      } finally {
        await store.close();
      }
    }
  });
}

/** Runs the writer until `afterMs` after its first acknowledgement; gives the last number that it told. */
function runWriter(path: string, first: number, afterMs: number): Promise<number> {
  return runProgram("write_records.ts", [path, String(first)], afterMs);
}

/** Runs a program of `support` as `runWriter` does. */
async function runProgram(
  name: string,
  given: readonly string[],
  afterMs: number,
): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-prompt",
      "--no-remote",
      "--no-check",
      "--allow-read",
      "--allow-write",
      "--allow-net=127.0.0.1",
      new URL(`support/${name}`, import.meta.url).pathname,
      ...given,
    ],
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let said = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  for await (const piece of child.stdout.pipeThrough(new TextDecoderStream() as never)) {
    said += piece;
    timer ??= setTimeout(() => child.kill("SIGKILL"), afterMs);
  }
  clearTimeout(timer);
  assert.equal((await child.status).signal, "SIGKILL", "the writer did not end by itself");
  // A line without its end was not told.
  const told = said.slice(0, said.lastIndexOf("\n")).split("\n");
  return Number(told.at(-1));
}

/** The server is away while records come in and the process is killed; a new process writes what lies on the disk. */
async function killSpoolers(
  program: string,
  folder: string,
  rounds: number,
  random: () => number,
): Promise<void> {
  const server = await startRedis(program);
  try {
    for (let round = 0; round < rounds; round++) {
      const first = (ROUNDS + round) * ROUND_SIZE;
      await server.kill();
      const given = [folder, server.url, String(first)];
      const last = await runProgram("spool_records.ts", given, 20 + random() * 380);
      await server.restart();
      const store = await openRedisStore({ url: server.url }, OF_RECORDS);
      const spool = await openKvSpool(folder, OF_RECORDS.source);
      const writer = new StoreWriter({ store, spool });
      try {
        await until(() => writer.flush(), 10_000, "all written");
        await compare(store, first, last, false);
      } finally {
        await writer.end();
        spool.close();
        await store.close();
      }
    }
  } finally {
    await server.stop();
  }
}

async function killServers(
  program: string,
  folder: string,
  rounds: number,
  random: () => number,
): Promise<void> {
  const server = await startRedis(program, [
    ["appendonly", "yes"],
    ["appendfsync", "always"],
    ["dir", folder],
  ]);
  try {
    for (let round = 0; round < rounds; round++) {
      const first = round * ROUND_SIZE;
      const open = () => openRedisStore({ url: server.url }, OF_RECORDS);
      const store = await open();
      const killed = pause(20 + random() * 180).then(() => server.kill());
      const last = await writeUntilItFails(store, first);
      await killed;
      await store.close();
      await server.restart();
      const again = await open();
      try {
        await compare(again, first, last);
      } finally {
        await again.close();
      }
    }
  } finally {
    await server.stop();
  }
}

async function writeUntilItFails(store: SharedStore, first: number): Promise<number> {
  let last = first - 5;
  try {
    for (let n = first;; n += 5) {
      await store.history.append(Array.from({ length: 5 }, (_, i) => entryOf(n + i)));
      await store.collections.put(COLLECTION, String(n), documentOf(n));
      last = n;
    }
  } catch {
    return last;
  }
}

/** Holds the store against what was acknowledged: five reports and a document for each fifth number up to `last`. */
async function compare(
  store: SharedStore,
  first: number,
  last: number,
  withDocuments = true,
): Promise<void> {
  const found = new Map<number, number>();
  for (const entry of await readRound(store, first)) {
    const n = entry.observedAt - EPOCH;
    found.set(n, (found.get(n) ?? 0) + 1);
    if (JSON.stringify(entry) !== JSON.stringify(entryOf(n))) totals.damaged++;
  }
  for (let n = first; n < last + 5; n++) {
    totals.acknowledged++;
    if (!found.has(n)) totals.lost++;
  }
  for (const [n, count] of found) {
    if (count > 1) totals.twice++;
    if (n >= last + 5) totals.more++;
  }
  for (let n = first; withDocuments && n <= last; n += 5) {
    totals.acknowledged++;
    const document = await store.collections.get(COLLECTION, String(n));
    if (document === null) totals.lost++;
    else if (JSON.stringify(document.value) !== JSON.stringify(documentOf(n))) totals.damaged++;
  }
}

async function readRound(store: SharedStore, first: number): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  let cursor: string | null = null;
  do {
    const page: { entries: readonly HistoryEntry[]; next: string | null } = await store.history
      .query({
        product: "metar",
        stationId: "KJFK",
        from: EPOCH + first,
        to: EPOCH + first + ROUND_SIZE - 1,
        limit: 1_000,
        cursor,
      });
    entries.push(...page.entries);
    cursor = page.next;
  } while (cursor !== null);
  return entries;
}
