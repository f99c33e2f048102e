/**
 * Three real nodes, one Redis, nginx before them: who polls, what the others show, what a kill costs.
 */
import assert from "node:assert/strict";
import { isDeepStrictEqual as equal } from "node:util";
import { type ClusterNode, startCluster } from "./support/cluster.ts";
import { startRedis } from "./support/redis_server.ts";
import { testWith } from "./support/requirements.ts";
import { startSmallProvider } from "./support/service_process.ts";

const TAKEN_OVER_WITHIN_MS = 15_000;
const TOLD_WITHIN_MS = 2_000;

testWith(
  "three nodes: one polls, all show the same, and a poller that is killed is replaced",
  ["redis-server", "nginx"],
  async ([redisServer, nginx]) => {
    const redis = await startRedis(redisServer!);
    const provider = startSmallProvider(false, [MOUNTAIN]);
    const cluster = await startCluster({
      env: { REDIS_URL: redis.url, METAR_POLL_SECONDS: "3600", WEATHER_SOURCE: "live" },
      provider,
      nginx: nginx!,
    });
    const failures: string[] = [];
    const asking = askAlways(cluster.proxy!, failures);
    try {
      const first = await cluster.poller(5_000);
      const others = cluster.nodes.filter((node) => node !== first);
      for (const node of cluster.nodes) assert.equal(await metarOf(node), provider.raw);
      assert.equal(provider.asked, 1, "one node asked the provider");
      for (const node of others) {
        await until(
          async () => equal(await feedsOf(node), await feedsOf(first)),
          TOLD_WITHIN_MS,
        );
      }

      for (const node of cluster.nodes) {
        await until(() => knows(node, MOUNTAIN.icaoId), 5_000);
      }

      const news = provider.renew();
      const killedAt = performance.now();
      await first.service.kill();
      const second = await cluster.poller(TAKEN_OVER_WITHIN_MS, first);
      const takenOver = performance.now() - killedAt;
      assert.ok(takenOver < TAKEN_OVER_WITHIN_MS, `taken over after ${takenOver} ms`);
      const third = others.find((node) => node !== second)!;
      await until(async () => await metarOf(second) === news, 5_000);
      const told = performance.now();
      await until(async () => await metarOf(third) === news, TOLD_WITHIN_MS);
      const behind = performance.now() - told;
      console.log(`taken over after ${Math.round(takenOver)} ms, told after ${Math.round(behind)}`);

      // Cold but for its own disk, it has the news before it could ask anybody.
      await first.start();
      assert.equal(await metarOf(first), news);
      assert.equal(await first.metric("poller_lease_held"), 0);
      assert.equal(provider.asked, 2, "the second poller asked once, the others never");

      // Who leaves gives the lease back.
      second.service.process.kill("SIGTERM");
      assert.equal((await second.service.process.status).code, 0);
      await cluster.poller(4_000, second);
    } finally {
      await asking.end();
      await cluster.stop();
      await provider.close();
      await redis.stop();
    }
    assert.deepEqual(failures, [], "no answer through the proxy failed");
    assert.ok(asking.count > 100, `${asking.count} answers`);
  },
);

/** A station that only the provider's table knows. */
const MOUNTAIN = {
  icaoId: "KXQZ",
  site: "A mountain",
  country: "US",
  state: "NH",
  lat: 44.27,
  lon: -71.3,
  elev: 1910,
  siteType: ["METAR"],
};

/** Asks for the report again and again, around the proxy's cache. */
function askAlways(
  proxy: { fetch(path: string, init?: RequestInit): Promise<Response> },
  failures: string[],
) {
  let ended = false;
  let count = 0;
  const ask = async () => {
    while (!ended) {
      try {
        const headers = { cookie: "to=node" };
        const answer = await proxy.fetch("/api/v1/metar/KJFK", { headers });
        const body = await answer.text();
        if (answer.status !== 200 || !body.includes("METAR KJFK")) {
          failures.push(`${answer.status} ${body.slice(0, 200)}`);
        }
      } catch (error) {
        failures.push(String(error));
      }
      count++;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const asking = ask();
  return {
    get count() {
      return count;
    },
    async end() {
      ended = true;
      await asking;
    },
  };
}

async function metarOf(node: ClusterNode): Promise<string | undefined> {
  const answer = await fetch(`${node.address}/api/v1/metar/KJFK`);
  const { reports } = await answer.json();
  return reports[0]?.raw;
}

/** Whether the node knows the station, be it without a report. */
async function knows(node: ClusterNode, id: string): Promise<boolean> {
  const { missing } = await (await fetch(`${node.address}/api/v1/metar/${id}`)).json();
  assert.deepEqual(missing?.map((one: { id: string }) => one.id), [id]);
  return missing[0].reason === "noReport";
}

/** What a node says of the sources, by their names. */
async function feedsOf(node: ClusterNode): Promise<Record<string, unknown>> {
  const answer = await fetch(`${node.address}/api/v1/feeds`);
  assert.equal(answer.status, 200);
  const { feeds } = await answer.json();
  return Object.fromEntries(feeds.map((feed: { feed: string }) => [feed.feed, feed]));
}

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (!await holds()) {
    assert.ok(performance.now() < end, `not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
