/**
 * An edge node: the API alone, with the network and nothing else, over Upstash's REST interface. Another node
 * polls; this one never does, and has no disk.
 */
import assert from "node:assert/strict";
import { environmentNames } from "../../lib/config/mod.ts";
import { startRedis } from "../../tests/support/redis_server.ts";
import { testWith } from "../../tests/support/requirements.ts";
import { startService, startSmallProvider } from "../../tests/support/service_process.ts";
import { startUpstashGateway } from "../../tests/support/upstash_gateway.ts";
import { freePort } from "./support/proxy.ts";

const ROOT = new URL("../../", import.meta.url);
const TOKEN = "a-token-of-the-test";

/** No writing, no reading but the table of stations that comes with the code. */
const EDGE_FLAGS = [
  "run",
  "--no-prompt",
  "--no-remote",
  "--allow-net=127.0.0.1",
  `--allow-env=${environmentNames().join(",")}`,
  "--ignore-env",
  "--allow-read=lib/stations/data",
  "edge/main.ts",
];

testWith(
  "an edge node answers what another node has polled",
  ["redis-server"],
  async ([program]) => {
    const folder = await Deno.makeTempDir();
    const provider = startSmallProvider(false);
    const redis = await startRedis(program!);
    const gateway = await startUpstashGateway({ redisUrl: redis.url, token: TOKEN });
    const shared = {
      STORE: "upstash",
      UPSTASH_REDIS_REST_URL: gateway.url,
      UPSTASH_REDIS_REST_TOKEN: TOKEN,
      AWC_BASE_URL: provider.url,
      DRAIN_DELAY_MS: "0",
    };
    const poller = await startService(folder, { ...shared, ROLE: "poller" });
    const port = freePort();
    let edge: Deno.ChildProcess | null = null;
    try {
      await poller.line('"message":"feed read"');
      edge = new Deno.Command(Deno.execPath(), {
        args: EDGE_FLAGS,
        cwd: ROOT,
        env: {
          ...shared,
          ROLE: "web",
          PORT: String(port),
          SNAPSHOT_SECONDS: "0",
          LOG_LEVEL: "warn",
        },
        stdin: "null",
        stdout: "null",
        stderr: "null",
      }).spawn();
      const answer = await firstReport(`http://127.0.0.1:${port}/api/v1/metar/KJFK`);
      assert.equal(answer.reports[0].raw, provider.raw);
      assert.equal(answer.reports[0].observedAt, provider.observedAt);
      edge.kill("SIGTERM");
      assert.equal((await edge.status).code, 0);
      edge = null;
    } finally {
      if (edge !== null) {
        edge.kill("SIGKILL");
        await edge.status;
      }
      await poller.kill();
      await gateway.stop();
      await redis.stop();
      await provider.close();
      await Deno.remove(folder, { recursive: true });
    }
  },
);

// deno-lint-ignore no-explicit-any -- the answer of the API, looked at member by member
async function firstReport(url: string): Promise<any> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await fetch(url).catch(() => null);
    const body = answer?.status === 200 ? await answer.json() : await answer?.body?.cancel();
    if (body?.reports?.length > 0) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} has no report after 30 seconds`);
}
