import assert from "node:assert/strict";
import { testWith } from "../../../tests/support/requirements.ts";
import { startRedis } from "../../../tests/support/redis_server.ts";
import { pause, until } from "../../../tests/support/wait.ts";
import { systemClock } from "../../time/mod.ts";
import { runContract } from "../shared/contract.ts";
import { rejectsAs } from "../shared/contract/samples.ts";
import { guardStore } from "../shared/guard.ts";
import { openRedisStore } from "./mod.ts";

/** A guarded store in the Redis at `url`. */
async function open(
  url: string,
  { source = "test", password, readMs }: { source?: string; password?: string; readMs?: number } =
    {},
) {
  const inner = await openRedisStore(
    { url, ...(password !== undefined && { password }) },
    { source, clock: systemClock },
  );
  return guardStore(inner, {
    clock: systemClock,
    ...(readMs !== undefined && { limits: { readMs } }),
  });
}

testWith("the store in Redis keeps the contract", ["redis-server"], async ([path], t) => {
  const redis = await startRedis(path!);
  try {
    await runContract(t, {
      open: (source) => open(redis.url, { source }),
      now: () => Date.now(),
      // Redis lets things expire by its own clock.
      advance: pause,
    });
  } finally {
    await redis.stop();
  }
});

testWith(
  "a Redis that is away fails at once, and is used again when it is back",
  ["redis-server"],
  async ([path]) => {
    const redis = await startRedis(path!);
    const store = await open(redis.url);
    try {
      await store.ping();
      await redis.kill();
      const started = performance.now();
      for (let i = 0; i < 20; i++) await assert.rejects(() => store.current.get("metar", ["KJFK"]));
      assert.ok(performance.now() - started < 1_000, "twenty failures took over a second");
      await redis.restart();
      await until(() => store.ping().then(() => true, () => false), 10_000, "used again");
      assert.deepEqual(await store.current.get("metar", ["KJFK"]), []);
    } finally {
      await store.close();
      await redis.stop();
    }
  },
);

testWith(
  "a Redis that answers nothing costs the limit of a read, then nothing",
  ["redis-server"],
  async ([path]) => {
    const redis = await startRedis(path!);
    const store = await open(redis.url, { readMs: 60 });
    try {
      redis.freeze();
      for (let i = 0; i < 4; i++) await rejectsAs("timeout", () => store.counters.read("x"));
      const started = performance.now();
      await rejectsAs("breakerOpen", () => store.counters.read("x"));
      assert.ok(performance.now() - started < 20);
    } finally {
      redis.thaw();
      await store.close();
      await redis.stop();
    }
  },
);

testWith("a password is used, and a wrong one is a refusal without the password in it", [
  "redis-server",
], async ([path]) => {
  const redis = await startRedis(path!, [["requirepass", "a-secret-word"]]);
  const right = await open(redis.url, { password: "a-secret-word" });
  const wrong = await open(redis.url, { password: "another-word" });
  try {
    await right.ping();
    await assert.rejects(() => wrong.ping(), (error: Error) => !error.message.includes("another"));
  } finally {
    await right.close();
    await wrong.close();
    await redis.stop();
  }
});

Deno.test("without any Redis the store opens all the same and says that it is not there", async () => {
  const store = await open("redis://127.0.0.1:1");
  await rejectsAs("unavailable", () => store.ping());
  await store.close();
});
