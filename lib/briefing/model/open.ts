/**
 * From the options to the model's desk.
 *
 * @module
 */
import type { Registry } from "prom-client";
import type { Config } from "../../config/mod.ts";
import { createModelMetrics, type Log } from "../../observe/mod.ts";
import type { Clock } from "../../time/mod.ts";
import { REFUSAL_REASONS } from "../language/mod.ts";
import { type BudgetCounter, createModelBudget } from "./budget.ts";
import { createModelClient } from "./client.ts";
import type { ModelDesk } from "./desk.ts";
import { createPlainLanguage } from "./writer.ts";

/** What a desk needs besides the options. */
export interface DeskParts {
  readonly clock: Clock;
  /** Shared by all nodes, or this node's own. */
  readonly counter: BudgetCounter;
  readonly registry: Registry;
  readonly log: Log;
  readonly userAgent: string;
  readonly addressOf: ModelDesk["addressOf"];
}

/** The desk, or `null` where no key is given. Nothing is asked before a reader asks. */
export function openModelDesk(options: Config, parts: DeskParts): ModelDesk | null {
  if (options.openaiKey === "") return null;
  const { clock, counter, registry, log, userAgent, addressOf } = parts;
  const writer = createPlainLanguage({
    client: createModelClient({
      apiKey: options.openaiKey,
      baseUrl: options.openaiBaseUrl,
      model: options.openaiModel,
      api: options.openaiApi,
      userAgent,
    }),
    budget: createModelBudget({
      clock,
      counter,
      perDay: options.openaiCalls,
      perUser: options.openaiCallsPerUser,
      secret: options.openaiKey,
    }),
    clock,
    metrics: createModelMetrics(registry, REFUSAL_REASONS),
    log,
  });
  return { writer, addressOf };
}
