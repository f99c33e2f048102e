/**
 * An answer of a model, sentence by sentence as it comes, and answers that are kept.
 *
 * @module
 */
import { type Clock, MINUTE_MS } from "../../time/mod.ts";
import type { DraftSentence } from "../language/mod.ts";
import type { ModelEvent } from "./client.ts";
import { SentenceReader } from "./sentences.ts";
import type { Ending } from "./states.ts";

/** The sentences of a model, unchecked. */
export interface ModelAnswer {
  readonly drafts: readonly DraftSentence[];
  /** `null` where it is whole. */
  readonly endedBy: Ending | null;
}

/** Reads an answer to its end; `onDraft` is told of each sentence as it comes. */
export async function readAnswer(
  events: AsyncIterable<ModelEvent>,
  onDraft: (draft: DraftSentence) => void,
): Promise<ModelAnswer> {
  const reader = new SentenceReader();
  const drafts: DraftSentence[] = [];
  let endedBy: Ending | null = null;
  for await (const event of events) {
    if (event.kind === "text") {
      for (const draft of reader.read(event.text)) {
        drafts.push(draft);
        onDraft(draft);
      }
    } else if (event.kind === "fault") endedBy = event.fault;
    else if (event.kind === "end" && event.truncated) endedBy = "truncated";
  }
  if (reader.isDamaged) endedBy ??= "damaged";
  // However it ended: an answer without a sentence is none.
  if (drafts.length === 0 && (endedBy === null || endedBy === "truncated")) endedBy = "damaged";
  return { drafts, endedBy };
}

/** So long an answer is kept for the same facts. */
const KEEP_MS = 30 * MINUTE_MS;
const MAX_KEPT = 500;

/** An answer with the instant at which it was there, milliseconds since the epoch. */
export type KeptAnswer = ModelAnswer & { readonly at: number };

/** Answers by the hash of what was asked; the oldest go first. */
export class KeptAnswers {
  readonly #clock: Clock;
  readonly #answers = new Map<string, KeptAnswer>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  find(key: string): KeptAnswer | undefined {
    const found = this.#answers.get(key);
    return found !== undefined && this.#clock.now() - found.at < KEEP_MS ? found : undefined;
  }

  keep(key: string, answer: KeptAnswer): void {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const oldest = this.#answers.keys().next();
    if (this.#answers.size > MAX_KEPT && !oldest.done) this.#answers.delete(oldest.value);
  }
}
