/**
 * The contract of a shared store, as a suite that every adapter runs over its real connection.
 *
 * @module
 */
import { currentContract } from "./contract/current.ts";
import { feedContract } from "./contract/feed.ts";
import { historyContract } from "./contract/history.ts";
import { coordinationContract } from "./contract/coordination.ts";
import { collectionsContract } from "./contract/collections.ts";
import type { SharedStore } from "./port.ts";

/** A running store of one kind. */
export interface Backend {
  /** A connection of its own to the same data, as another node has it. The suite closes it. */
  open(source: string): Promise<SharedStore>;
  /** The time by which the store lets things expire. */
  now(): number;
  /** Whether the server behind it is too slow for much: then there are fewer reports, and no thousand batches. */
  readonly isSlow?: boolean;
  /** Lets time pass: moves a clock where the store takes it from us, waits where it has its own. */
  advance(milliseconds: number): Promise<void>;
}

/** One rule of the contract. */
export interface Rule {
  readonly name: string;
  readonly check: (nodes: Nodes) => Promise<void>;
}

/** What a rule works with: nodes of one service, alone in their source. */
export interface Nodes extends Pick<Backend, "now" | "advance" | "isSlow"> {
  readonly store: SharedStore;
  /** A second node, connected by itself. */
  readonly other: SharedStore;
  /** A third one, of another source. */
  readonly stranger: SharedStore;
}

/** Every rule. */
export const CONTRACT: readonly Rule[] = [
  ...currentContract,
  ...feedContract,
  ...historyContract,
  ...coordinationContract,
  ...collectionsContract,
];

/** Runs the contract as steps of `t`, each in a source of its own. */
export async function runContract(t: Deno.TestContext, backend: Backend): Promise<void> {
  const run = crypto.randomUUID().slice(0, 8);
  for (const [i, rule] of CONTRACT.entries()) {
    await t.step(rule.name, async () => {
      const source = `test-${run}-${i}`;
      const opened: SharedStore[] = [];
      try {
        for (const name of [source, source, `${source}-stranger`]) {
          opened.push(await backend.open(name));
        }
        const [store, other, stranger] = opened as [SharedStore, SharedStore, SharedStore];
        const advance = (ms: number) => backend.advance(ms);
        const { isSlow = false } = backend;
        await rule.check({ store, other, stranger, isSlow, now: () => backend.now(), advance });
      } finally {
        for (const one of opened) await one.close();
      }
    });
  }
}
