/**
 * A briefing in plain language: each fact told once, by a sentence of the model that passed the check, else by its
 * template.
 *
 * @module
 */
import type { AnsweredBriefing } from "../ask.ts";
import type { Briefing, Section } from "../brief.ts";
import type { SectionName } from "../facts.ts";
import { checkedSection, type CheckedSentence } from "../language/mod.ts";
import { Words } from "../text/mod.ts";
import type { PlainLanguage, Writing, WritingState } from "./writer.ts";

/** Who wrote what. */
export interface PlainAuthor {
  /** `off`: there is no model. */
  readonly state: WritingState | "off";
  /** Name of the model. */
  readonly model: string | null;
  /** When it wrote, ISO 8601 UTC. */
  readonly writtenAt: string | null;
  /** Sentences of the model that are shown, and those that were refused. */
  readonly accepted: number;
  readonly refused: number;
}

/** A section in plain language. */
export interface PlainSection {
  readonly name: SectionName;
  readonly title: string;
  readonly state: Section["state"];
  readonly sentences: readonly CheckedSentence[];
}

/** A briefing in plain language. */
export interface PlainText {
  readonly author: PlainAuthor;
  readonly sections: readonly PlainSection[];
}

/** Who asks, and how sentences are handed on as they come. */
export interface PlainWish {
  readonly address: string;
  readonly signal?: AbortSignal;
  /** A sentence that passed, while others are still being written. */
  readonly onSentence?: (sentence: CheckedSentence) => void;
}

/** Words a briefing with `writer`, or by templates alone where there is none. */
export async function plainText(
  { briefing, text }: AnsweredBriefing,
  writer: PlainLanguage | null,
  wish: PlainWish,
): Promise<PlainText> {
  const words = new Words(text.language, Date.parse(briefing.generatedAt));
  const flight = new Set(briefing.flight);
  const writing: Writing | null = writer && await writer.write({
    facts: briefing.facts.filter(({ id }) => !flight.has(id)),
    words,
    address: wish.address,
    ...(wish.signal && { signal: wish.signal }),
    ...(wish.onSentence && {
      onSentence: (draft) => wish.onSentence!({ ...draft, by: "model" }),
    }),
  });
  const sections = text.sections.map(({ name, title, state }, i) => ({
    name,
    title,
    state,
    sentences: checkedSection(draftsOf(writing), factsOf(briefing, i), words),
  }));
  const all = sections.flatMap(({ sentences }) => sentences);
  return {
    author: {
      state: writing?.state ?? "off",
      model: writing?.model ?? null,
      writtenAt: writing?.writtenAt ?? null,
      accepted: all.filter(({ by }) => by === "model").length,
      refused: all.filter(({ refusal }) => refusal !== undefined).length,
    },
    sections,
  };
}

const draftsOf = (writing: Writing | null) => writing?.drafts ?? [];

function factsOf({ sections, facts }: Briefing, section: number) {
  const ids = new Set(sections[section]!.factIds);
  return facts.filter(({ id }) => ids.has(id));
}
