/**
 * A briefing in words, by templates: deterministic and complete. Every sentence carries the ids of its facts.
 *
 * @module
 */
import type { Language } from "../../products/text/mod.ts";
import type { Steps } from "../../resilience/steps.ts";
import type { Briefing, Section } from "../brief.ts";
import type { Fact, SectionName } from "../facts.ts";
import { templateOf } from "./templates.ts";
import { Words } from "./words.ts";

export { TEMPLATES } from "./templates.ts";
export { Words } from "./words.ts";

/** One sentence, or the few that belong to one fact. */
export interface BriefingSentence {
  readonly text: string;
  readonly factIds: readonly string[];
}

/** A section in words. */
export interface SectionText {
  readonly name: SectionName;
  readonly title: string;
  readonly state: Section["state"];
  readonly sentences: readonly BriefingSentence[];
}

/** A whole briefing in words. */
export interface BriefingText {
  readonly language: Language;
  /** `Standard briefing`. */
  readonly title: string;
  readonly flight: readonly BriefingSentence[];
  /** All ten sections, each with a sentence at least. */
  readonly sections: readonly SectionText[];
}

/** The sentence of a fact. */
export function sentenceOf(fact: Fact, words: Words): BriefingSentence {
  return { text: templateOf(fact)(fact, words), factIds: [fact.id] };
}

/** The briefing in words of `language`; one step for each fact. */
export function* textSteps(briefing: Briefing, language: Language): Steps<BriefingText> {
  const words = new Words(language, Date.parse(briefing.generatedAt));
  const sentences = new Map<string, BriefingSentence>();
  for (const fact of briefing.facts) {
    sentences.set(fact.id, sentenceOf(fact, words));
    yield;
  }
  const tell = (ids: readonly string[]) => ids.flatMap((id) => sentences.get(id) ?? []);
  return {
    language,
    title: words.say(`kind.${briefing.kind}`),
    flight: tell(briefing.flight),
    sections: briefing.sections.map(({ name, state, factIds }) => ({
      name,
      title: words.say(`section.${name}`),
      state,
      sentences: tell(factIds),
    })),
  };
}
