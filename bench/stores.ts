/**
 * The stores beside their raw clients in the same run: what the port, its checks and its guard cost.
 *
 * Needs redis-server; MongoDB is the server of `MONGODB_URI`, else jongodb, which is slow by itself and gets
 * less to do.
 *
 * @module
 */
import { createClient } from "@redis/client";
import { Redis } from "@upstash/redis/cloudflare";
import { MongoClient } from "mongodb";
import { entryOf } from "../lib/ingest/shared/entries.ts";
import type { HeldReport } from "../lib/products/raw_report.ts";
import {
  createMemoryStore,
  type CurrentEntry,
  guardStore,
  openKvStore,
  type SharedStore,
} from "../lib/store/mod.ts";
import { openMongoStore } from "../lib/store/mongo/mod.ts";
import { openRedisStore } from "../lib/store/redis/mod.ts";
import { openUpstashStore } from "../lib/store/upstash/mod.ts";
import { DAY_MS, systemClock } from "../lib/time/mod.ts";
import { hasJongodb, startJongodb } from "../tests/support/jongodb.ts";
import { startRedis } from "../tests/support/redis_server.ts";
import { requirement } from "../tests/support/requirements.ts";
import { startUpstash } from "../tests/support/upstash_server.ts";
import { simulatedWorld } from "./simulated_world.ts";

const options = { source: "bench", clock: systemClock };

/** The raw client of a store: the same texts, by its own fastest plain way. */
interface Raw {
  readonly name: string;
  write(entries: readonly (readonly [string, string])[]): Promise<void>;
  read(key: string): Promise<unknown>;
}

/** Operations a second. */
async function rate(count: number, run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return Math.round(count / (performance.now() - started) * 1000);
}

async function inBatches<T>(
  all: readonly T[],
  size: number,
  run: (some: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let i = 0; i < all.length; i += size) await run(all.slice(i, i + size));
}

async function together<T>(all: readonly T[], run: (one: T) => Promise<unknown>): Promise<void> {
  await inBatches(all, 50, (some) => Promise.all(some.map(run)));
}

async function measure(
  name: string,
  inner: SharedStore,
  raw: Raw | null,
  entries: readonly CurrentEntry[],
): Promise<void> {
  const store = guardStore(inner, {
    clock: systemClock,
    limits: { readMs: 30_000, writeMs: 60_000, backgroundMs: 60_000 },
  });
  const texts = entries.map((one) => [`raw:${one.id}`, JSON.stringify(one)] as const);
  const n = entries.length;
  const ids = entries.map(({ id }) => id);
  const rows: [string, number, number | null][] = [];
  const row = async (
    what: string,
    own: () => Promise<unknown>,
    plain: (() => Promise<unknown>) | null,
    count = n,
  ) => {
    const rawRate = raw === null || plain === null ? null : await rate(count, plain);
    rows.push([what, await rate(count, own), rawRate]);
  };
  await row(
    "write current, 100 a call",
    () => inBatches(entries, 100, (some) => store.current.put(some)),
    () => inBatches(texts, 100, (some) => raw!.write(some)),
  );
  await row(
    "read one, one after the other",
    () => inBatches(ids, 1, (one) => store.current.get("metar", one)),
    () => inBatches(texts, 1, ([one]) => raw!.read(one![0])),
  );
  await row(
    "read one, 50 at once",
    () => together(ids, (id) => store.current.get("metar", [id])),
    () => together(texts, ([key]) => raw!.read(key)),
  );
  await row(
    "read 100 a call",
    () => inBatches(ids, 100, (some) => store.current.get("metar", some)),
    null,
  );
  await row(
    "append to the history, 100 a call",
    () => inBatches(entries, 100, (some) => store.history.append(some)),
    null,
  );
  await row(
    "append the same again",
    () => inBatches(entries, 100, (some) => store.history.append(some)),
    null,
  );
  const range = { product: "metar" as const, from: 0, to: Number.MAX_SAFE_INTEGER, limit: 100 };
  await row(
    "a day of a station from the history",
    () =>
      inBatches(
        ids.slice(0, 200),
        1,
        ([stationId]) => store.history.query({ ...range, stationId: stationId! }),
      ),
    null,
    Math.min(200, n),
  );
  await row(
    "tell of 100 changes",
    () =>
      inBatches(
        ids,
        100,
        (some) => store.feed.append(some.map((id) => ({ product: "metar", id }))),
      ),
    null,
  );
  for (const [what, own, plain] of rows) {
    const ratio = plain === null
      ? ""
      : `${plain.toLocaleString("en")}/s raw ${raw!.name}, ${(own / plain).toFixed(2)}`;
    console.log(
      `${name.padEnd(8)} ${what.padEnd(38)} ${own.toLocaleString("en").padStart(9)}/s  ${ratio}`,
    );
  }
  await store.close();
}

/** Bytes of the heap after a full collection. */
function heap(): number {
  (globalThis as unknown as { gc(): void }).gc();
  return Deno.memoryUsage().heapUsed;
}

async function main(): Promise<number> {
  const before = heap();
  const { world } = await simulatedWorld(systemClock);
  const metars: HeldReport[] = [...world.reports("metar")];
  const count = metars.length + [...world.reports("taf")].length;
  const used = heap() - before;
  console.log(
    `the world in memory, decoded: ${count} METARs and TAFs with all hazards take ${
      (used / 1e6).toFixed(1)
    } MB of heap, ${Math.round(used / count)} bytes for each report (stations included)`,
  );
  const entries = metars.slice(0, 3_000).map((held) => entryOf(held, 7 * DAY_MS));

  await measure("memory", createMemoryStore(options), null, entries);

  const folder = await Deno.makeTempDir();
  const kv = await Deno.openKv(`${folder}/raw.kv`);
  await measure("kv", await openKvStore(`${folder}/store.kv`, options), {
    name: "Deno.Kv",
    async write(some) {
      const write = kv.atomic();
      for (const [key, text] of some) write.set([key], text);
      await write.commit();
    },
    read: (key) => kv.get([key]),
  }, entries);
  kv.close();
  await Deno.remove(folder, { recursive: true });

  const found = requirement("redis-server");
  if (found.kind === "missing") console.log(`SKIPPED redis, upstash: ${found.install}`);
  else await measureRedis(found.path, entries);

  const real = Deno.env.get("MONGODB_URI") ?? "";
  if (real === "" && !hasJongodb()) console.log("SKIPPED mongo: no MONGODB_URI and no jongodb");
  else await measureMongo(real, entries);
  return 0;
}

async function measureRedis(path: string, entries: readonly CurrentEntry[]): Promise<void> {
  const redis = await startRedis(path);
  const client = createClient({ url: redis.url });
  client.on("error", () => {});
  await client.connect();
  await measure("redis", await openRedisStore({ url: redis.url }, options), {
    name: "@redis/client",
    async write(some) {
      await Promise.all(some.map(([key, text]) => client.set(key, text, { PX: DAY_MS })));
    },
    read: (key) => client.get(key),
  }, entries);
  client.destroy();
  await redis.stop();

  const upstash = await startUpstash(path);
  const rest = new Redis({
    url: upstash.url,
    token: upstash.token,
    enableTelemetry: false,
    automaticDeserialization: false,
  });
  await measure("upstash", openUpstashStore(upstash, options), {
    name: "@upstash/redis",
    async write(some) {
      const pipeline = rest.pipeline();
      for (const [key, text] of some) pipeline.set(key, text, { px: DAY_MS });
      await pipeline.exec();
    },
    read: (key) => rest.get(key),
  }, entries.slice(0, 1_000));
  await upstash.stop();
}

async function measureMongo(real: string, entries: readonly CurrentEntry[]): Promise<void> {
  const server = real === "" ? await startJongodb() : null;
  const uri = server?.uri ?? real;
  const client = await new MongoClient(uri).connect();
  const raw = client.db("bench").collection<{ _id: string; text: string }>("raw");
  const store = await openMongoStore({ uri, retentionDays: 7, historyDays: 30 }, options);
  await measure(server === null ? "mongo" : "jongodb", store, {
    name: "mongodb",
    async write(some) {
      await raw.bulkWrite(
        some.map(([_id, text]) => ({
          updateOne: { filter: { _id }, update: { $set: { text } }, upsert: true },
        })),
        { ordered: false },
      );
    },
    read: (key) => raw.findOne({ _id: key }),
  }, entries.slice(0, server === null ? 3_000 : 200));
  await client.close();
  await server?.stop();
}

// Not left to the event loop: an open socket of a client would keep it alive for ever.
if (import.meta.main) Deno.exit(await main());
