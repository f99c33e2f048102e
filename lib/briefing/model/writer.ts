/**
 * Text of a model, if it may be had: cached by what the facts say, within its budgets, checked sentence by sentence.
 * Whatever goes wrong, every fact is still told by its template.
 *
 * @module
 */
import type { Log, ModelMetrics } from "../../observe/mod.ts";
import { Breaker, SingleFlight } from "../../resilience/mod.ts";
import { type Clock, MINUTE_MS, toIso } from "../../time/mod.ts";
import type { Fact } from "../facts.ts";
import { checkSentence, type DraftSentence } from "../language/mod.ts";
import type { Words } from "../text/mod.ts";
import type { ModelBudget } from "./budget.ts";
import type { ModelClient, ModelEvent, ModelFault } from "./client.ts";
import { factsToWord, type ModelPrompt, promptOf } from "./prompt.ts";
import { SentenceReader } from "./sentences.ts";

/** What became of the wish for text of a model. */
export type WritingState =
  | "written"
  /** No fact may be told in other words. */
  | "nothingToWord"
  | "userSpent"
  | "daySpent"
  /** Whether there is budget left cannot be known. */
  | "unknown"
  /** It failed too often lately and is left alone. */
  | "resting"
  | ModelFault;

/** What a model wrote. */
export interface Writing {
  readonly state: WritingState;
  readonly model: string;
  /** When the model wrote it, ISO 8601 UTC; `null` where it wrote nothing. */
  readonly writtenAt: string | null;
  /** Its sentences as they came; the check decides which are shown. */
  readonly drafts: readonly DraftSentence[];
}

/** What is to be worded. */
export interface WritingWish {
  readonly facts: readonly Fact[];
  readonly words: Words;
  /** Address of the reader, for their budget. */
  readonly address: string;
  readonly signal?: AbortSignal;
  /** Told of each sentence that passed, as it comes. */
  readonly onSentence?: (sentence: DraftSentence) => void;
}

/** Words facts with the help of a model. */
export interface PlainLanguage {
  readonly model: string;
  write(wish: WritingWish): Promise<Writing>;
}

/** What it is made of. */
export interface PlainLanguageOptions {
  readonly client: ModelClient;
  readonly budget: ModelBudget;
  readonly clock: Clock;
  readonly metrics: ModelMetrics;
  readonly log: Pick<Log, "info" | "warn">;
}

/** So long a text is kept for the same facts. */
const KEEP_MS = 30 * MINUTE_MS;
const MAX_KEPT = 500;

interface Kept {
  readonly at: number;
  readonly drafts: readonly DraftSentence[];
}

/** Makes the writer. */
export function createPlainLanguage(options: PlainLanguageOptions): PlainLanguage {
  const { client, clock, metrics } = options;
  const kept = new Map<string, Kept>();
  const flights = new SingleFlight();
  const breaker = new Breaker(clock, { minCalls: 5 });
  const nothing = (state: WritingState): Writing => ({
    state,
    model: client.model,
    writtenAt: null,
    drafts: [],
  });
  const written = ({ at, drafts }: Kept): Writing => ({
    state: "written",
    model: client.model,
    writtenAt: toIso(at),
    drafts,
  });

  function known(key: string): Kept | undefined {
    const found = kept.get(key);
    return found !== undefined && clock.now() - found.at < KEEP_MS ? found : undefined;
  }

  function keep(key: string, text: Kept): void {
    kept.delete(key);
    kept.set(key, text);
    const oldest = kept.keys().next();
    if (kept.size > MAX_KEPT && !oldest.done) kept.delete(oldest.value);
  }

  async function ask(
    key: string,
    prompt: ModelPrompt,
    { address }: WritingWish,
    check: (draft: DraftSentence) => void,
    signal: AbortSignal,
  ): Promise<Writing> {
    if (breaker.state === "open") return nothing("resting");
    const leave = await options.budget(address);
    if (leave !== "taken") return nothing(leave);
    const pass = breaker.enter();
    if (pass === null) return nothing("resting");
    const started = performance.now();
    const { drafts, fault } = await readAnswer(client.ask(prompt, signal), metrics, check);
    metrics.took((performance.now() - started) / 1000);
    if (fault === null || fault === "refusal") pass.succeeded();
    else if (signal.aborted) pass.cancelled();
    else pass.failed();
    // The hash and the fault alone: neither prompt nor answer is logged.
    if (fault !== null) options.log.warn("the model did not answer", { facts: key, fault });
    if (drafts.length === 0) return nothing(fault ?? "damaged");
    const text = { at: clock.now(), drafts };
    if (fault === null) keep(key, text);
    return written(text);
  }

  return {
    model: client.model,
    async write(wish) {
      const { words, onSentence } = wish;
      const facts = factsToWord(wish.facts, words);
      if (facts.length === 0) return told(nothing("nothingToWord"));
      const prompt = promptOf(facts, words);
      const key = await hashOf([client.model, words.language, prompt.instructions, prompt.input]);
      const byId = new Map(facts.map((fact) => [fact.id, fact]));
      const check = (draft: DraftSentence) => {
        const refusal = checkSentence(draft, byId, words);
        metrics.sentence(refusal ? "refused" : "accepted", refusal?.reason ?? "none");
        if (refusal === null) onSentence?.(draft);
      };
      const before = known(key);
      if (before !== undefined) {
        for (const draft of before.drafts) {
          if (checkSentence(draft, byId, words) === null) onSentence?.(draft);
        }
        metrics.answer("cached");
        return written(before);
      }
      const signal = wish.signal ?? new AbortController().signal;
      return told(
        await flights.share(
          key,
          signal,
          (stop) => ask(key, prompt, wish, check, stop),
          () => nothing("timeout"),
        ),
      );
    },
  };

  function told(writing: Writing): Writing {
    metrics.answer(writing.state);
    return writing;
  }
}

async function readAnswer(
  events: AsyncIterable<ModelEvent>,
  metrics: ModelMetrics,
  check: (draft: DraftSentence) => void,
): Promise<{ drafts: DraftSentence[]; fault: ModelFault | null }> {
  const reader = new SentenceReader();
  const drafts: DraftSentence[] = [];
  let fault: ModelFault | null = null;
  for await (const event of events) {
    if (event.kind === "text") {
      for (const draft of reader.read(event.text)) {
        drafts.push(draft);
        check(draft);
      }
    } else if (event.kind === "usage") {
      metrics.tokens("input", event.input);
      metrics.tokens("output", event.output);
    } else if (event.kind === "fault") ({ fault } = event);
  }
  if (fault === null && drafts.length === 0 || reader.isDamaged) fault ??= "damaged";
  return { drafts, fault };
}

async function hashOf(parts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(parts.join("\n"));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 16).toHex();
}
