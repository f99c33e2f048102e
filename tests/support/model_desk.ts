/**
 * A model's desk over the fake server: the real client, budget, writer and metrics.
 *
 * @module
 */
import { Registry } from "prom-client";
import { REFUSAL_REASONS } from "../../lib/briefing/language/mod.ts";
import {
  createModelBudget,
  createModelClient,
  createPlainLanguage,
  type ModelDesk,
} from "../../lib/briefing/model/mod.ts";
import { createModelMetrics, silentLog } from "../../lib/observe/mod.ts";
import { createMemoryCounter } from "../../lib/providers/mod.ts";
import type { Clock } from "../../lib/time/mod.ts";

/** What a desk is made of. */
export interface DeskOptions {
  /** Of the fake server. */
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly model?: string;
}

/** A desk that can have a new writer, which has kept nothing; without a deadline the model has its usual one. */
export interface RenewableDesk extends ModelDesk {
  readonly registry: Registry;
  renew(deadlineMs?: number): void;
}

/** Makes the desk; all readers are one. */
export function modelDeskOf(
  { baseUrl, clock, model = "fake" }: DeskOptions,
): RenewableDesk {
  const registry = new Registry();
  const metrics = createModelMetrics(registry, REFUSAL_REASONS);
  const budget = createModelBudget({
    clock,
    counter: createMemoryCounter(),
    perDay: 1_000,
    perUser: 1_000,
    secret: "s",
  });
  const writer = (deadlineMs?: number) => {
    const own = { apiKey: "k", baseUrl, model, api: "auto" } as const;
    const client = createModelClient({ ...own, ...(deadlineMs !== undefined && { deadlineMs }) });
    return createPlainLanguage({ client, budget, clock, metrics, log: silentLog });
  };
  const desk = { registry, writer: writer(), addressOf: () => "192.0.2.1" };
  return Object.assign(desk, {
    renew(deadlineMs?: number) {
      desk.writer = writer(deadlineMs);
    },
  });
}
