/**
 * A briefing in plain language: each fact told once, by a sentence of the model that passed the check, else by its
 * template.
 *
 * @module
 */
import type { AnsweredBriefing } from "../ask.ts";
import type { Briefing, Section } from "../brief.ts";
import type { SectionName } from "../facts.ts";
import {
  checkDrafts,
  checkedSection,
  type CheckedSentence,
  type RefusalReason,
} from "../language/mod.ts";
import { Words } from "../text/mod.ts";
import type { Ending, WritingState } from "./states.ts";
import type { PlainLanguage } from "./writer.ts";

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
  /** The refused ones by reason. */
  readonly refusals: Readonly<Partial<Record<RefusalReason, number>>>;
  /** Why the model's text is not whole; `null` where it is, or where there is none. */
  readonly endedBy: Ending | null;
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
  { address, signal, onSentence }: PlainWish,
): Promise<PlainText> {
  const words = new Words(text.language, Date.parse(briefing.generatedAt));
  const flight = new Set(briefing.flight);
  const facts = briefing.facts.filter(({ id }) => !flight.has(id));
  const writing = writer && await writer.write({
    facts,
    words,
    address,
    ...(signal && { signal }),
    ...(onSentence && { onSentence: firstOfEach(onSentence) }),
  });
  const checked = writing?.checked ?? checkDrafts([], [], words);
  return {
    author: {
      state: writing?.state ?? "off",
      model: writing?.model ?? null,
      writtenAt: writing?.writtenAt ?? null,
      accepted: checked.accepted.size,
      refused: checked.refusals.length,
      refusals: countsOf(checked.refusals.map(({ reason }) => reason)),
      endedBy: writing?.endedBy ?? null,
    },
    sections: text.sections.map(({ name, title, state }, i) => ({
      name,
      title,
      state,
      sentences: checkedSection(checked, factsOf(briefing, i), words),
    })),
  };
}

/** A fact is told once, however often the model tells it. */
function firstOfEach(
  tell: (sentence: CheckedSentence) => void,
): (sentence: CheckedSentence) => void {
  const told = new Set<string>();
  return (sentence) => {
    const [id = ""] = sentence.factIds;
    if (told.size < told.add(id).size) tell(sentence);
  };
}

function countsOf(reasons: readonly RefusalReason[]): PlainAuthor["refusals"] {
  const counts: Partial<Record<RefusalReason, number>> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

function factsOf({ sections, facts }: Briefing, section: number) {
  const ids = new Set(sections[section]!.factIds);
  return facts.filter(({ id }) => ids.has(id));
}
