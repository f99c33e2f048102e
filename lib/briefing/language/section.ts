/**
 * The checked text of a section: what a model wrote where it passed, and templates for the rest.
 *
 * @module
 */
import type { Fact } from "../facts.ts";
import { valueLinks } from "../text/links.ts";
import { sentenceOf, type Words } from "../text/mod.ts";
import { checkDraft, type CheckedSentence } from "./check.ts";
import type { DraftSentence, Refusal } from "./refusal.ts";

/** The drafts of a model after the check. */
export interface CheckedDrafts {
  /** By fact; of several that passed the first. */
  readonly accepted: ReadonlyMap<string, CheckedSentence>;
  /** By fact, the last of each. */
  readonly refused: ReadonlyMap<string, Refusal>;
  /** Every refusal, those of sentences about nothing as well. */
  readonly refusals: readonly Refusal[];
}

/** Checks drafts against the facts of a briefing. */
export function checkDrafts(
  drafts: readonly DraftSentence[],
  facts: readonly Fact[],
  words: Words,
): CheckedDrafts {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const accepted = new Map<string, CheckedSentence>();
  const refused = new Map<string, Refusal>();
  const refusals: Refusal[] = [];
  for (const draft of drafts) {
    const { sentence, refusal } = checkDraft(draft, byId, words);
    const [id = ""] = draft.factIds;
    if (refusal !== null) {
      refusals.push(refusal);
      refused.set(id, refusal);
    } else if (!accepted.has(id)) accepted.set(id, sentence);
  }
  return { accepted, refused, refusals };
}

/**
 * A section in words: every fact told exactly once and in order, by the model's sentence where that was accepted, else by its
 * template.
 */
export function checkedSection(
  { accepted, refused }: CheckedDrafts,
  facts: readonly Fact[],
  words: Words,
): CheckedSentence[] {
  return facts.map((fact) => {
    const sentence = accepted.get(fact.id);
    if (sentence !== undefined) return sentence;
    const told = sentenceOf(fact, words);
    const refusal = refused.get(fact.id);
    const links = valueLinks(told.text, fact, words);
    return { ...told, by: "template", links, ...(refusal && { refusal }) };
  });
}
