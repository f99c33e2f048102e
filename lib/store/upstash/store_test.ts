import assert from "node:assert/strict";
import { testWith } from "../../../tests/support/requirements.ts";
import { startUpstash } from "../../../tests/support/upstash_server.ts";
import { pause } from "../../../tests/support/wait.ts";
import { systemClock } from "../../time/mod.ts";
import { runContract } from "../shared/contract.ts";
import { rejectsAs } from "../shared/contract/samples.ts";
import { guardStore } from "../shared/guard.ts";
import { openUpstashStore } from "./mod.ts";

testWith(
  "the store in Upstash keeps the contract, over REST",
  ["redis-server"],
  async ([path], t) => {
    const upstash = await startUpstash(path!);
    try {
      await runContract(t, {
        open: (source) =>
          Promise.resolve(guardStore(
            openUpstashStore(upstash, { source, clock: systemClock }),
            { clock: systemClock, limits: { readMs: 1_000 } },
          )),
        now: () => Date.now(),
        advance: pause,
      });
    } finally {
      await upstash.stop();
    }
  },
);

testWith(
  "a wrong token is a refusal, an endpoint that is gone is away",
  ["redis-server"],
  async ([path]) => {
    const upstash = await startUpstash(path!);
    const { url, redis } = upstash;
    const open = (token: string) =>
      guardStore(
        openUpstashStore({ url, token }, { source: "test", clock: systemClock }),
        { clock: systemClock },
      );
    const [right, wrong] = [open(upstash.token), open("another-token")];
    try {
      await right.ping();
      await rejectsAs("refused", () => wrong.ping());
      await redis.kill();
      await rejectsAs("unavailable", () => right.ping());
      await upstash.close();
      await assert.rejects(() => right.ping());
    } finally {
      await right.close();
      await wrong.close();
      await redis.stop();
    }
  },
);
