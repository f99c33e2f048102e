import { FakeClock } from "../../time/mod.ts";
import { runContract } from "../shared/contract.ts";
import { guardStore } from "../shared/guard.ts";
import type { SharedStore } from "../shared/port.ts";
import { createMemoryStore } from "./shared_store.ts";

Deno.test("the memory store keeps the contract", async (t) => {
  const clock = new FakeClock("2026-11-24T12:00:00Z");
  const sources = new Map<string, SharedStore>();
  await runContract(t, {
    open(source) {
      const store = sources.get(source) ?? createMemoryStore({ source, clock });
      sources.set(source, store);
      return Promise.resolve(guardStore(store, { clock }));
    },
    now: () => clock.now(),
    // deno-lint-ignore require-await -- a store with a clock of its own would wait here
    advance: async (ms) => clock.advance(ms),
  });
});
