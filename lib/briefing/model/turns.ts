/**
 * Turns with a model: one breaker and one budget for everything that it is asked.
 *
 * @module
 */
import type { Log, ModelMetrics } from "../../observe/mod.ts";
import { Breaker } from "../../resilience/mod.ts";
import type { Clock } from "../../time/mod.ts";
import type { ModelBudget } from "./budget.ts";
import type { ModelClient, ModelEvent } from "./client.ts";
import type { ModelPrompt } from "./prompt.ts";
import type { Ending, NoTurn } from "./states.ts";

/** What turns are made of. */
export interface ModelTurnsOptions {
  readonly client: ModelClient;
  readonly budget: ModelBudget;
  readonly clock: Clock;
  readonly metrics: ModelMetrics;
  readonly log: Pick<Log, "info" | "warn">;
}

/** Who asks, and under which name a fault is logged: a hash, never the question. */
export interface TurnWish {
  readonly address: string;
  readonly key: string;
  readonly signal: AbortSignal;
}

/** A model that is asked in turns. */
export interface ModelTurns {
  readonly model: string;
  /** Asks, and gives what `read` makes of the answer; or why the model was not asked. */
  take<T extends { readonly endedBy: Ending | null }>(
    prompt: ModelPrompt,
    wish: TurnWish,
    read: (events: AsyncIterable<ModelEvent>) => Promise<T>,
  ): Promise<T | NoTurn>;
}

/** Makes them. */
export function createModelTurns(options: ModelTurnsOptions): ModelTurns {
  const { client, budget, metrics, log } = options;
  const breaker = new Breaker(options.clock, { minCalls: 5 });
  return {
    model: client.model,
    async take(prompt, { address, key, signal }, read) {
      if (breaker.state === "open") return "resting";
      const leave = await budget(address);
      if (leave !== "taken") return leave;
      const pass = breaker.enter();
      if (pass === null) return "resting";
      const started = performance.now();
      const answer = await read(counted(client.ask(prompt, signal), metrics));
      metrics.took((performance.now() - started) / 1000);
      const fault = answer.endedBy === "truncated" ? null : answer.endedBy;
      if (fault === null || fault === "refusal") pass.succeeded();
      else if (signal.aborted) pass.cancelled();
      else pass.failed();
      // The hash and the fault alone: neither prompt nor answer is logged.
      if (fault !== null) log.warn("the model did not answer", { facts: key, fault });
      return answer;
    },
  };
}

/** Counts the tokens on the way. */
async function* counted(
  events: AsyncIterable<ModelEvent>,
  metrics: ModelMetrics,
): AsyncIterable<ModelEvent> {
  for await (const event of events) {
    if (event.kind === "usage") {
      metrics.tokens("input", event.input);
      metrics.tokens("output", event.output);
    }
    yield event;
  }
}

/** A hash by which the same things are known again without being kept. */
export async function hashOf(parts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(parts.join("\n"));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 16).toHex();
}
