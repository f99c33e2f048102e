/**
 * Text of a model, if it may be had: cached by what the facts say, within its budgets, checked sentence by sentence.
 * Whatever goes wrong, every fact is still told by its template.
 *
 * @module
 */
import { SingleFlight } from "../../resilience/mod.ts";
import { toIso } from "../../time/mod.ts";
import type { Fact } from "../facts.ts";
import {
  checkDraft,
  checkDrafts,
  type CheckedDrafts,
  type CheckedSentence,
  type DraftSentence,
  isTooOld,
} from "../language/mod.ts";
import type { Words } from "../text/mod.ts";
import { type KeptAnswer, KeptAnswers, readAnswer } from "./answer.ts";
import { LiveDrafts } from "./live.ts";
import { factsToWord, type ModelPrompt, promptOf } from "./prompt.ts";
import type { Ending, WritingState } from "./states.ts";
import { createModelTurns, hashOf, type ModelTurns, type ModelTurnsOptions } from "./turns.ts";

/** What a model wrote. */
export interface Writing {
  readonly state: WritingState;
  readonly model: string;
  /** When the model wrote it, ISO 8601 UTC; `null` where it wrote nothing. */
  readonly writtenAt: string | null;
  /** Its sentences after the check. */
  readonly checked: CheckedDrafts;
  /** Why what it wrote is not whole; `null` where it is, or where it wrote nothing. */
  readonly endedBy: Ending | null;
}

/** What is to be worded. */
export interface WritingWish {
  readonly facts: readonly Fact[];
  readonly words: Words;
  /** Address of the reader, for their budget. */
  readonly address: string;
  readonly signal?: AbortSignal;
  /** Told of each sentence that passed, as it comes. */
  readonly onSentence?: (sentence: CheckedSentence) => void;
}

/** Words facts with the help of a model. */
export interface PlainLanguage {
  readonly model: string;
  /** The turns that it takes, for what else the model may be asked. */
  readonly turns: ModelTurns;
  write(wish: WritingWish): Promise<Writing>;
}

/** An answer, or why there is none. */
type Outcome = KeptAnswer | Exclude<WritingState, "written">;

/** Makes the writer. */
export function createPlainLanguage(options: ModelTurnsOptions): PlainLanguage {
  const { client, clock, metrics } = options;
  const kept = new KeptAnswers(clock);
  const flights = new SingleFlight();
  /** What flights under way have brought so far. */
  const live = new Map<string, LiveDrafts>();
  const turns = createModelTurns(options);

  async function ask(
    key: string,
    prompt: ModelPrompt,
    address: string,
    onDraft: (draft: DraftSentence) => void,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const given = await turns.take(
      prompt,
      { address, key, signal },
      (events) => readAnswer(events, onDraft),
    );
    if (typeof given === "string") return given;
    const { drafts, endedBy } = given;
    const fault = endedBy === "truncated" ? null : endedBy;
    if (drafts.length === 0 && fault !== null) return fault;
    const answer = { at: clock.now(), drafts, endedBy };
    if (fault === null) kept.keep(key, answer);
    return answer;
  }

  /** Asks, or joins whoever is having the same facts worded. */
  async function share(
    key: string,
    prompt: ModelPrompt,
    { address, signal = new AbortController().signal }: WritingWish,
    count: (draft: DraftSentence) => void,
    follow: (draft: DraftSentence) => void,
  ): Promise<Outcome> {
    const begin = (stop: AbortSignal) => {
      const drafts = new LiveDrafts();
      live.set(key, drafts);
      const onDraft = (draft: DraftSentence) => {
        count(draft);
        drafts.add(draft);
      };
      return ask(key, prompt, address, onDraft, stop).finally(() => {
        if (live.get(key) === drafts) live.delete(key);
      });
    };
    const flight = flights.share<Outcome>(key, signal, begin, () => "timeout");
    const leave = live.get(key)?.follow(follow);
    try {
      return await flight;
    } finally {
      leave?.();
    }
  }

  return {
    model: client.model,
    turns,
    async write(wish) {
      const { words, onSentence } = wish;
      const facts = factsToWord(wish.facts, words);
      const tell = (outcome: Outcome): Writing => {
        const answer = typeof outcome === "string" ? null : outcome;
        return {
          state: typeof outcome === "string" ? outcome : "written",
          model: client.model,
          writtenAt: answer && toIso(answer.at),
          checked: checkDrafts(answer?.drafts ?? [], facts, words),
          endedBy: answer?.endedBy ?? null,
        };
      };
      if (facts.length === 0) {
        const reason = wish.facts.some(isTooOld) ? "stale" : "nothingToWord";
        metrics.answer(reason);
        return tell(reason);
      }
      const prompt = promptOf(facts, words);
      const key = await hashOf([client.model, words.language, prompt.instructions, prompt.input]);
      const byId = new Map(facts.map((fact) => [fact.id, fact]));
      const count = (draft: DraftSentence) => {
        const { refusal } = checkDraft(draft, byId, words);
        metrics.sentence(refusal ? "refused" : "accepted", refusal?.reason ?? "none");
      };
      const follow = (draft: DraftSentence) => {
        const { sentence } = checkDraft(draft, byId, words);
        if (sentence !== null) onSentence?.(sentence);
      };
      const before = kept.find(key);
      if (before !== undefined) {
        before.drafts.forEach(follow);
        metrics.answer("cached");
        return tell(before);
      }
      const writing = tell(await share(key, prompt, wish, count, follow));
      metrics.answer(writing.state);
      return writing;
    },
  };
}
