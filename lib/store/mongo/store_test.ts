import assert from "node:assert/strict";
import { hasJongodb, startJongodb } from "../../../tests/support/jongodb.ts";
import { announceSkip } from "../../../tests/support/requirements.ts";
import { DAY_MS, FakeClock, systemClock } from "../../time/mod.ts";
import { runContract } from "../shared/contract.ts";
import { guardStore } from "../shared/guard.ts";
import { entry, rejectsAs } from "../shared/contract/samples.ts";
import { openMongoStore } from "./mod.ts";

const address = { retentionDays: 7, historyDays: 30 };
/** A real server; its database gets documents of sources named test-…. */
const REAL = Deno.env.get("MONGODB_URI") ?? "";

async function contractOver(t: Deno.TestContext, uri: string, isSlow: boolean): Promise<void> {
  const clock = new FakeClock(Date.now());
  await runContract(t, {
    isSlow,
    open: async (source) =>
      guardStore(await openMongoStore({ uri, ...address }, { source, clock }), {
        clock: systemClock,
        // What is measured here is the contract, on a server of which nobody promised speed.
        limits: { readMs: 5_000, writeMs: 20_000 },
      }),
    now: () => clock.now(),
    // deno-lint-ignore require-await -- a store with a clock of its own would wait here
    advance: async (ms) => clock.advance(ms),
  });
}

if (!hasJongodb()) {
  announceSkip("the store in MongoDB keeps the contract: needs jongodb (deno install, Linux x64)");
}

Deno.test({
  name: "the store in MongoDB keeps the contract, over the wire to jongodb",
  ignore: !hasJongodb(),
  fn: async (t) => {
    const server = await startJongodb();
    try {
      await contractOver(t, server.uri, true);
    } finally {
      await server.stop();
    }
  },
});

Deno.test({
  name: "a write that overtook the look at its lease takes nothing from a newer holder",
  ignore: !hasJongodb(),
  async fn() {
    const server = await startJongodb();
    const clock = new FakeClock(Date.now());
    const store = await openMongoStore({ uri: server.uri, ...address }, { source: "test", clock });
    const end = clock.now() + DAY_MS;
    const textOf = async (id: string) => (await store.current.get("metar", [id]))[0]?.raw.text;
    try {
      await store.current.put([entry("KJFK", end, { text: "of the newer holder" })], {
        name: "p",
        fence: 2,
      });
      // No lease says so: what holds is the fence at the report itself.
      const old = { name: "p", fence: 1 };
      await rejectsAs(
        "fenced",
        () =>
          store.current.put(
            [entry("KLGA", end), entry("KJFK", end, { text: "of the older one" })],
            old,
          ),
      );
      assert.equal(await textOf("KJFK"), "of the newer holder");
      await store.current.remove("metar", ["KJFK"], old);
      assert.equal(await textOf("KJFK"), "of the newer holder");
      const next = { name: "p", fence: 3 };
      await store.current.put([entry("KJFK", end, { text: "of the newest" })], next);
      assert.equal(await textOf("KJFK"), "of the newest");
      await store.current.remove("metar", ["KJFK"], next);
      assert.equal(await textOf("KJFK"), undefined);
    } finally {
      await store.close();
      await server.stop();
    }
  },
});

Deno.test({
  name: "the store in MongoDB keeps the contract on the server that MONGODB_URI names",
  ignore: REAL === "",
  fn: (t) => contractOver(t, REAL, false),
});

Deno.test("without any MongoDB the store opens all the same and says that it is not there", async () => {
  const errors: unknown[] = [];
  const inner = await openMongoStore(
    { uri: "mongodb://127.0.0.1:1/test", ...address, onError: (error) => errors.push(error) },
    { source: "test", clock: systemClock },
  );
  const store = guardStore(inner, { clock: systemClock, limits: { readMs: 100 } });
  await assert.rejects(() => store.ping());
  await rejectsAs("timeout", () =>
    store.history.query({
      product: "metar",
      stationId: "KJFK",
      from: 0,
      to: 1,
      limit: 1,
    }));
  await store.close();
});
