import assert from "node:assert/strict";
import { testWith } from "../../../tests/support/requirements.ts";
import { startRedis } from "../../../tests/support/redis_server.ts";
import { startUpstashGateway } from "../../../tests/support/upstash_gateway.ts";
import { systemClock } from "../../time/mod.ts";
import { runContract } from "../shared/contract.ts";
import { rejectsAs } from "../shared/contract/samples.ts";
import { guardStore } from "../shared/guard.ts";
import { openUpstashStore } from "./mod.ts";

const TOKEN = "a-token-of-the-test";
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

testWith(
  "the store in Upstash keeps the contract, over REST",
  ["redis-server"],
  async ([path], t) => {
    const redis = await startRedis(path!);
    const gateway = await startUpstashGateway({ redisUrl: redis.url, token: TOKEN });
    try {
      await runContract(t, {
        open: (source) =>
          Promise.resolve(guardStore(
            openUpstashStore({ url: gateway.url, token: TOKEN }, { source, clock: systemClock }),
            { clock: systemClock, limits: { readMs: 1_000 } },
          )),
        now: () => Date.now(),
        advance: wait,
      });
    } finally {
      await gateway.stop();
      await redis.stop();
    }
  },
);

testWith(
  "a wrong token is a refusal, an endpoint that is gone is away",
  ["redis-server"],
  async ([path]) => {
    const redis = await startRedis(path!);
    const gateway = await startUpstashGateway({ redisUrl: redis.url, token: TOKEN });
    const open = (token: string) =>
      guardStore(
        openUpstashStore({ url: gateway.url, token }, { source: "test", clock: systemClock }),
        { clock: systemClock },
      );
    const [right, wrong] = [open(TOKEN), open("another-token")];
    try {
      await right.ping();
      await rejectsAs("refused", () => wrong.ping());
      await redis.kill();
      await rejectsAs("unavailable", () => right.ping());
      await gateway.stop();
      await assert.rejects(() => right.ping());
    } finally {
      await right.close();
      await wrong.close();
      await redis.stop();
    }
  },
);
