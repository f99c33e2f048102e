import { FakeClock } from "../../../time/mod.ts";
import { runContract } from "../../shared/contract.ts";
import { guardStore } from "../../shared/guard.ts";
import { openKvStore } from "./store.ts";

Deno.test("the store in a Deno KV file keeps the contract", async (t) => {
  const clock = new FakeClock(Date.now());
  const folder = await Deno.makeTempDir();
  try {
    await runContract(t, {
      open: async (source) =>
        guardStore(await openKvStore(`${folder}/store.kv`, { source, clock }), { clock }),
      now: () => clock.now(),
      // deno-lint-ignore require-await -- a store with a clock of its own would wait here
      advance: async (ms) => clock.advance(ms),
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
