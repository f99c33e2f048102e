import assert from "node:assert/strict";
import { createClusterMetrics, createMetrics, Health, silentLog } from "../../observe/mod.ts";
import type { ProductName } from "../../products/product.ts";
import type { RawReport } from "../../products/raw_report.ts";
import type { Feed, FeedAnswer } from "../../providers/mod.ts";
import { createSlicer } from "../../resilience/mod.ts";
import { createMemoryStore, MemoryWorld, type SharedStore, StoreError } from "../../store/mod.ts";
import { DAY_MS, FakeClock, MINUTE_MS, SECOND_MS } from "../../time/mod.ts";
import { Ingest } from "../ingest.ts";
import { StoreWriter } from "../shared/store_writer.ts";
import { watchWorld } from "../shared/watched_world.ts";
import { asksForLease, type Cluster, createCluster } from "./cluster.ts";
import { ALONE_AFTER_MS, LEASE_MS } from "./lease_keeper.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");
const slicer = createSlicer({ turn: () => Promise.resolve() });
const JFK = "METAR KJFK 241151Z 28008KT 10SM FEW250 12/08 A2992";
const JFK_LATER = "METAR KJFK 241251Z 28012KT 10SM SCT250 13/08 A2990";
const UA = "UA /OV JFK/TM 1150/FL080/TP B738/TB LGT";

function raw(text: string, product: ProductName = "metar"): RawReport {
  const stationId = product === "metar" ? text.split(" ")[1]! : null;
  const statedAt = product === "metar" ? undefined : NOON - MINUTE_MS;
  return {
    product,
    text,
    stationId,
    provider: "awc",
    receivedAt: NOON,
    simulated: false,
    ...(statedAt !== undefined && { statedAt }),
  };
}

/** The only provider, asked by whoever polls. */
function createProvider() {
  const provider = {
    metars: [raw(JFK)],
    pireps: [raw(UA, "pirep")],
    /** Whether the pilots' reports cannot be had. */
    fails: false,
    asked: [] as string[],
    feedsFor(node: string): Feed[] {
      return (["metar", "pirep"] as const).map((product) => ({
        product,
        provider: "awc",
        intervalMs: MINUTE_MS,
        content: product === "metar" ? "latest" as const : "complete" as const,
        forget: () => {},
        fetch(): Promise<FeedAnswer> {
          provider.asked.push(node);
          if (provider.fails && product === "pirep") {
            return Promise.resolve({
              kind: "fault",
              reason: "away",
              retryAfterMs: null,
              drift: false,
            });
          }
          const reports = product === "metar" ? provider.metars : provider.pireps;
          return Promise.resolve({ kind: "reports", reports, skipped: {}, simulated: false });
        },
      }));
    },
  };
  return provider;
}

/** A store that can be taken away from one node. */
function cutable(store: SharedStore) {
  const link = { cut: false };
  const guarded = (part: object) =>
    new Proxy(part, {
      get: (target, name) => {
        const own = Reflect.get(target, name);
        if (typeof own !== "function") return own;
        return (...given: unknown[]) =>
          link.cut
            ? Promise.reject(new StoreError("unavailable", "away"))
            : own.apply(target, given);
      },
    });
  const parts = Object.fromEntries(
    Object.entries(store).map((
      [name, part],
    ) => [name, typeof part === "object" ? guarded(part) : part]),
  );
  return { link, store: parts as unknown as SharedStore };
}

interface Node {
  readonly name: string;
  readonly world: MemoryWorld;
  readonly cluster: Cluster;
  readonly writer: StoreWriter;
  readonly link: { cut: boolean };
  readonly health: Health;
  readonly dropped: string[];
  readonly ingest: Ingest;
  /** One look, and one round of the feeds where the node polls. */
  turn(): Promise<void>;
  metric(name: string): Promise<number>;
}

function createNode(
  name: string,
  shared: SharedStore,
  clock: FakeClock,
  provider: ReturnType<typeof createProvider>,
  role: "all" | "web" = "all",
): Node {
  const world = new MemoryWorld(false);
  const { link, store } = cutable(shared);
  const dropped: string[] = [];
  const writer = new StoreWriter({
    store,
    setTimer: () => null,
    clearTimer: () => {},
    onDropped: (kind, count, reason) => dropped.push(`${kind} ${count} ${reason}`),
  });
  const watched = watchWorld({ world, writer, slicer, retentionMs: 7 * DAY_MS, history: true });
  const metrics = createMetrics({ version: "0", process: false });
  const ingest = new Ingest({
    feeds: provider.feedsFor(name),
    world: watched,
    clock,
    log: silentLog,
    metrics,
    slicer,
    timers: { set: () => null, clear: () => {} },
  });
  let polls = false;
  const health = new Health();
  const cluster = createCluster({
    role,
    node: name,
    owner: name,
    shared: {
      // As Redis, not as the memory of one process, which asks for no lease.
      store: { ...store, kind: "redis" },
      take: { store, world, slicer },
      setLease: (lease) => writer.setLease(lease),
      giveUpShown: () => writer.giveUpShown(),
      offerAll: () => watched.offerAll(),
      flush: () => writer.flush(),
    },
    ingest: {
      start: () => {
        polls = true;
        ingest.start();
      },
      stop: () => {
        polls = false;
        return ingest.stop();
      },
    },
    clock,
    log: silentLog,
    health,
    metrics: createClusterMetrics(metrics.registry, name),
  });
  return {
    name,
    world,
    cluster,
    writer,
    link,
    health,
    dropped,
    ingest,
    async turn() {
      await cluster.step();
      if (polls) await ingest.pollAll();
      await watched.settled();
      await writer.flush();
    },
    async metric(metric) {
      const { text } = await metrics.exposition();
      return Number(new RegExp(`^${metric}{[^}]*} (\\S+)`, "m").exec(text)?.[1]);
    },
  };
}

function setup() {
  const clock = new FakeClock(NOON);
  const store = createMemoryStore({ source: "live", clock });
  const provider = createProvider();
  const node = (name: string, role: "all" | "web" = "all") =>
    createNode(name, store, clock, provider, role);
  return { clock, store, provider, node };
}

const texts = (node: Node) => [
  ...["KJFK", "KLGA"].flatMap((id) => node.world.metar(id)?.raw.text ?? []),
  ...node.world.hazards("pirep").map((held) => held.raw.text),
];
const states = (...nodes: Node[]) => nodes.map(({ cluster }) => cluster.state);

Deno.test("one of three nodes polls, and all have the same world, feeds included", async () => {
  const { provider, node } = setup();
  const [a, b, web] = [node("a"), node("b"), node("web", "web")];
  for (const one of [a, b, web]) await one.turn();
  for (const one of [b, web]) await one.turn();
  assert.deepEqual(states(a, b, web), ["holds", "waits", "waits"]);
  assert.deepEqual(new Set(provider.asked), new Set(["a"]));
  for (const one of [a, b, web]) {
    assert.deepEqual(texts(one), [JFK, UA], one.name);
    assert.deepEqual(one.world.feeds(), a.world.feeds(), one.name);
  }
  assert.deepEqual(
    await Promise.all([a, b, web].map((one) => one.metric("poller_lease_held"))),
    [1, 0, 0],
  );
  assert.deepEqual(
    await Promise.all([a, b, web].map((one) => one.metric("poller_lease_asked"))),
    [1, 1, 0],
  );
});

Deno.test("the failed attempts of a feed that has never answered are known to all", async () => {
  const { provider, clock, node } = setup();
  provider.fails = true;
  const [a, b, web] = [node("a"), node("b"), node("web", "web")];
  for (const one of [a, b, web]) await one.turn();
  for (let i = 0; i < 3; i++) {
    const state = a.world.feed("pirep");
    assert.deepEqual([state?.attemptedAt, state?.error], [clock.now(), "away"]);
    for (const one of [b, web]) {
      await one.turn();
      assert.deepEqual(one.world.feeds(), a.world.feeds(), one.name);
    }
    clock.advance(SECOND_MS);
    await a.turn();
  }
});

Deno.test("what is over at the poller is over at the others", async () => {
  const { provider, clock, node } = setup();
  const [a, b] = [node("a"), node("b")];
  await a.turn();
  await b.turn();
  clock.advance(MINUTE_MS);
  provider.pireps = [];
  provider.metars = [raw(JFK_LATER)];
  // Its lease has run out by a clock that jumps; nobody else asked for it.
  await a.turn();
  await b.turn();
  assert.deepEqual(texts(b), [JFK_LATER]);
  assert.deepEqual(states(a, b), ["holds", "waits"]);
});

Deno.test("a poller that dies is replaced when its lease ends, and not before", async () => {
  const { provider, clock, node } = setup();
  const [a, b] = [node("a"), node("b")];
  await a.turn();
  await b.turn();
  clock.advance(LEASE_MS - SECOND_MS);
  await b.turn();
  assert.equal(b.cluster.state, "waits");
  clock.advance(2 * SECOND_MS);
  await b.turn();
  assert.equal(b.cluster.state, "holds");
  assert.equal(provider.asked.at(-1), "b");
});

Deno.test("a poller that leaves is replaced at the next look", async () => {
  const { node } = setup();
  const [a, b] = [node("a"), node("b")];
  await a.turn();
  await b.turn();
  await a.cluster.stop();
  await b.turn();
  assert.equal(b.cluster.state, "holds");
});

Deno.test("a poller that leaves writes what waits before it gives the lease back, and nothing after", async () => {
  const { provider, clock, store, node } = setup();
  const a = node("a");
  await a.turn();
  clock.advance(SECOND_MS);
  provider.metars = [raw(JFK_LATER)];
  await a.ingest.pollAll();
  assert.ok(a.writer.waiting.current > 0);
  await a.cluster.stop();
  assert.equal(await store.leases.holder("poller"), null);
  assert.deepEqual(await shownAt(store), [JFK_LATER]);

  // What comes all the same, from a round that could not be ended, is for the next poller to find.
  const version = await store.feed.version();
  const feeds = await store.collections.page("feeds", null, 50);
  clock.advance(SECOND_MS);
  provider.metars = [raw(JFK)];
  provider.pireps = [];
  await a.ingest.pollAll();
  await a.writer.end();
  assert.deepEqual(await shownAt(store), [JFK_LATER]);
  assert.equal(await store.feed.version(), version);
  assert.deepEqual(await store.collections.page("feeds", null, 50), feeds);
});

/** The METARs that the store shows. */
async function shownAt(store: SharedStore): Promise<string[]> {
  return (await store.current.get("metar", ["KJFK"])).map((entry) => entry.raw.text);
}

Deno.test("a poller that stood still is fenced: what it brings is not shown by others, and it follows", async () => {
  const { provider, clock, store, node } = setup();
  const [a, b] = [node("a"), node("b")];
  await a.turn();
  await b.turn();
  clock.advance(LEASE_MS + SECOND_MS);
  await b.turn();
  // It wakes in the middle of a round, before it looks at its lease.
  provider.metars = [raw(JFK_LATER)];
  await a.ingest.pollAll();
  await a.writer.flush();
  assert.ok(a.dropped.some((line) => line.endsWith("fenced")), a.dropped.join());
  const [entry] = await store.current.get("metar", ["KJFK"]);
  assert.equal(entry?.raw.text, JFK);
  assert.equal((await store.collections.get("feeds", "metar"))?.value instanceof Object, true);
  await a.turn();
  assert.deepEqual(states(a, b), ["waits", "holds"]);
});

Deno.test("without the store the poller polls on, and the others begin to after a while", async () => {
  const { provider, clock, node } = setup();
  const [a, b, web] = [node("a"), node("b"), node("web", "web")];
  for (const one of [a, b, web]) await one.turn();
  for (const one of [a, b, web]) one.link.cut = true;
  provider.asked.length = 0;
  for (const one of [a, b, web]) await one.turn();
  assert.deepEqual(states(a, b, web), ["holds", "waits", "waits"]);
  clock.advance(LEASE_MS + SECOND_MS);
  for (const one of [a, b, web]) await one.turn();
  assert.deepEqual(states(a, b, web), ["alone", "waits", "waits"]);
  clock.advance(ALONE_AFTER_MS);
  for (const one of [a, b, web]) await one.turn();
  assert.deepEqual(states(a, b, web), ["alone", "alone", "waits"]);
  assert.ok(!provider.asked.includes("web"));
  const part = web.health.readiness().parts.find(({ name }) => name === "poller");
  assert.equal(part?.state, "degraded");
  assert.deepEqual(texts(web), [JFK, UA], "what is held stays");
});

Deno.test("a node that polled for itself and never held the lease takes nothing away from the poller", async () => {
  const { provider, clock, store, node } = setup();
  const [a, b] = [node("a"), node("b")];
  await a.turn();
  await b.turn();
  // The store is away for one node alone, which sees a file of before: no pilot's report, the old METAR.
  b.link.cut = true;
  await b.turn();
  clock.advance(ALONE_AFTER_MS);
  provider.pireps = [];
  await b.turn();
  assert.equal(b.cluster.state, "alone");
  provider.metars = [raw(JFK_LATER)];
  provider.pireps = [raw(UA, "pirep")];
  await a.turn();
  const shown = await store.current.page(null, 10);
  const state = await store.collections.get("feeds", "pirep");
  assert.ok(b.writer.waiting.current > 0 && b.writer.waiting.feeds > 0);
  // It is back, and what waits goes before the next look at the lease.
  b.link.cut = false;
  await b.writer.flush();
  assert.deepEqual(await store.current.page(null, 10), shown);
  assert.deepEqual(await store.collections.get("feeds", "pirep"), state);
  await b.turn();
  assert.deepEqual(states(a, b), ["holds", "waits"]);
  assert.equal(b.writer.waiting.current + b.writer.waiting.feeds, 0);
  assert.deepEqual(await store.current.page(null, 10), shown);
  assert.deepEqual(texts(b), [JFK_LATER, UA]);
});

Deno.test("when the store is back one polls again, and its news reach the others", async () => {
  const { provider, clock, node } = setup();
  const [a, b] = [node("a"), node("b")];
  await a.turn();
  await b.turn();
  a.link.cut = b.link.cut = true;
  for (let i = 0; i < 3; i++) {
    await a.turn();
    await b.turn();
    clock.advance(ALONE_AFTER_MS);
  }
  await b.turn();
  assert.deepEqual(states(a, b), ["alone", "alone"]);
  provider.metars = [raw(JFK_LATER)];
  await a.turn();
  a.link.cut = b.link.cut = false;
  await b.turn();
  await a.turn();
  await b.turn();
  assert.deepEqual(states(a, b).sort(), ["holds", "waits"]);
  assert.deepEqual(texts(a), [JFK_LATER, UA]);
  assert.deepEqual(texts(b), [JFK_LATER, UA]);
});

Deno.test("a later text of the same time is not lost when the store is back", async () => {
  const { provider, clock, store, node } = setup();
  const [a, b] = [node("a"), node("b")];
  await a.turn();
  await b.turn();
  a.link.cut = true;
  clock.advance(LEASE_MS + SECOND_MS);
  const second = JFK.replace("28008KT", "28009KT");
  provider.metars = [{ ...raw(second), receivedAt: clock.now() }];
  await a.turn();
  assert.equal(a.cluster.state, "alone");
  a.link.cut = false;
  clock.advance(SECOND_MS);
  await a.turn();
  await b.turn();
  assert.deepEqual(states(a, b), ["holds", "waits"]);
  assert.equal((await store.current.get("metar", ["KJFK"]))[0]?.raw.text, second);
  for (const one of [a, b]) assert.deepEqual(texts(one), [second, UA], one.name);
});

Deno.test("a store that lost its memory is filled again by the poller", async () => {
  const { clock, store, node } = setup();
  const a = node("a");
  await a.turn();
  await store.current.remove("metar", ["KJFK"]);
  await store.collections.remove("feeds", "metar");
  const lease = (await store.leases.holder("poller"))!;
  await store.leases.release(lease);
  clock.advance(SECOND_MS);
  await a.turn();
  await a.turn();
  assert.equal((await store.current.get("metar", ["KJFK"])).length, 1);
  assert.notEqual(await store.collections.get("feeds", "metar"), null);
});

Deno.test("a follower that missed too much reads everything", async () => {
  const { provider, clock, store, node } = setup();
  const [a, b] = [node("a"), node("b")];
  await a.turn();
  await b.turn();
  for (let i = 0; i < 1_100; i++) await store.feed.append([{ product: "metar", id: "KXXX" }]);
  clock.advance(SECOND_MS);
  provider.metars = [raw(JFK_LATER)];
  await a.turn();
  await b.turn();
  assert.deepEqual(texts(b), [JFK_LATER, UA]);
  assert.equal(b.cluster.state, "waits");
});

Deno.test("a node that nobody polls for says so after a while", async () => {
  const { clock, node } = setup();
  const web = node("web", "web");
  await web.turn();
  assert.equal(web.health.readiness().parts[0]?.state, "ok");
  clock.advance(31 * SECOND_MS);
  await web.turn();
  assert.deepEqual(web.health.readiness().parts[0], {
    name: "poller",
    state: "degraded",
    detail: "no node polls",
  });
});

Deno.test("a file of one process is polled for without a lease, unless it is shared by role", () => {
  const rows = [
    ["all", "kv", false],
    ["all", "memory", false],
    ["poller", "kv", true],
    ["all", "redis", true],
    ["poller", "mongo", true],
    ["web", "redis", false],
  ] as const;
  for (const [role, store, expected] of rows) {
    assert.equal(asksForLease(role, store), expected, `${role} ${store}`);
  }
});
