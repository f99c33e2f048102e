/**
 * The checker: whether a sentence says nothing but what its fact says, and leaves nothing dangerous out.
 *
 * The template of a fact is true by construction. A sentence is read for its claims, the template too, and every claim of the
 * sentence must be one of the template's: each number of the same thing, with the same bound and datum, in the same unit or
 * rightly converted; each instant in the same role; each code, direction, noun, intensity and denial. A word that is neither
 * neutral nor in the template is refused, whatever it means, and so is what nobody thought of. Then the hazards, qualifiers and
 * categories of the fact must all be there.
 *
 * @module
 */
import type { Language } from "../../products/text/mod.ts";
import { MAIN_COMPASS_POINTS, nearestPoint } from "../../units/mod.ts";
import type { Fact, FactKind } from "../facts.ts";
import { type TextLink, valueLinks } from "../text/links.ts";
import { type BriefingSentence, sentenceOf, type Words } from "../text/mod.ts";
import { type Claims, claimsOf } from "./claims.ts";
import { type Lexicon, lexiconOf } from "./lexicon.ts";
import { matchNumbers, type NumberMatch } from "./numbers.ts";
import { type DraftSentence, type Refusal, refuse } from "./refusal.ts";
import { plainOf, tokenise } from "./tokens.ts";

/** Kinds of facts that may be told in other words. All others compare, deny or assume: their wording is their meaning. */
const WORDED: ReadonlySet<FactKind> = new Set([
  "warning",
  "pirep",
  "lowConditions",
  "stationHazard",
  "observation",
  "forecastPrevailing",
  "forecastWorst",
  "forecastPossible",
  "windAloft",
]);
const OBSERVED: ReadonlySet<FactKind> = new Set(["pirep", "observation"]);
const FORECAST: ReadonlySet<FactKind> = new Set([
  "warning",
  "forecastPrevailing",
  "forecastWorst",
  "forecastPossible",
  "windAloft",
]);
/** Codes that no sentence about their fact may leave out. */
const KEPT_CODES =
  /^(?:L?IFR|M?VFR|TEMPO|INTER|BECMG|PROB\d\d|SIGMET|AIRMET|G-AIRMET|CWA|CB|TCU|CAVOK)$/;
/** A sentence of the checked text, and whose it is. */
export interface CheckedSentence extends BriefingSentence {
  readonly by: "model" | "template";
  /** Its numbers that were read in a report, each with the piece that it was found right by. */
  readonly links: readonly TextLink[];
  /** Why the model's sentence for it was refused, where there was one. */
  readonly refusal?: Refusal;
}

/** What the check makes of a draft: a sentence that may be shown, or why not. */
export type Verdict =
  | { readonly sentence: CheckedSentence; readonly refusal: null }
  | { readonly sentence: null; readonly refusal: Refusal };

/**
 * Whether a fact may be told in other words than its template's: only kinds that describe, only from reports that are
 * current and wholly read.
 */
export function mayBeWorded(fact: Fact, words: Words): boolean {
  if (!WORDED.has(fact.kind) || isTooOld(fact)) return false;
  const { unparsed, partial, missing, timeUnknown, begins, byMovement } = fact.details;
  if (unparsed || partial || missing || timeUnknown || begins || byMovement) return false;
  const { text } = sentenceOf(fact, words);
  return claimed(text, words.language) !== null && !hasAdvice(text, words.language);
}

/** Holds a draft against the fact that it names. */
export function checkDraft(
  draft: DraftSentence,
  facts: ReadonlyMap<string, Fact>,
  words: Words,
): Verdict {
  const found = readDraft(draft, facts, words);
  return "reason" in found
    ? { sentence: null, refusal: found }
    : { sentence: found, refusal: null };
}

/** Why a sentence is refused; `null` where it may be shown. */
export function checkSentence(
  draft: DraftSentence,
  facts: ReadonlyMap<string, Fact>,
  words: Words,
): Refusal | null {
  return checkDraft(draft, facts, words).refusal;
}

function readDraft(
  draft: DraftSentence,
  facts: ReadonlyMap<string, Fact>,
  words: Words,
): CheckedSentence | Refusal {
  if (draft.factIds.length !== 1) return refuse("fact", `${draft.factIds.length} facts`);
  const fact = facts.get(draft.factIds[0]!);
  if (fact === undefined) return refuse("fact", draft.factIds[0]!);
  if (!mayBeWorded(fact, words)) return refuse("notWorded", fact.kind);
  const { language } = words;
  const text = plainOf(draft.text);
  if (hasAdvice(text, language)) return refuse("advice", text);
  const said = claimed(text, language);
  if (said === null) return refuse("form", text);
  const told = sentenceOf(fact, words).text;
  const template = claimed(told, language)!;
  const code = wrongCode(said, template);
  if (code !== null) return code;
  const numbers = matchNumbers(said, template);
  if ("reason" in numbers) return numbers;
  const refusal = wrongTime(said, template) ?? wrongDirection(said, template) ??
    wrongWord(said, template) ?? wrongNegation(said, template) ??
    wrongIntensity(said, template) ?? wrongTense(said, template, fact) ??
    omission(said, template, fact, words);
  if (refusal !== null) return refusal;
  const links = linksOf(numbers, valueLinks(told, fact, words));
  return { text, factIds: [fact.id], by: "model", links };
}

/** The links of the template, carried over to the numbers that repeat its own. */
function linksOf(numbers: readonly NumberMatch[], links: readonly TextLink[]): TextLink[] {
  return numbers.flatMap(({ said, known }) => {
    const link = links.find(({ start, end }) => start < known.token.end && known.token.start < end);
    if (link === undefined) return [];
    return [{ start: said.token.start, end: said.token.end, source: link.source }];
  });
}

/** Whether a fact of a kind that may be worded rests on reports that are no longer current. */
export function isTooOld({ kind, freshness }: Fact): boolean {
  return WORDED.has(kind) && freshness !== null && freshness !== "current";
}

function claimed(text: string, language: Language): Claims | null {
  const tokens = tokenise(text, language);
  return tokens === null ? null : claimsOf(tokens, lexiconOf(language));
}

function hasAdvice(text: string, language: Language): boolean {
  const plain = text.toLowerCase();
  return lexiconOf(language).advice.some((pattern) => pattern.test(plain));
}

function firstMissing(some: Iterable<string>, all: ReadonlySet<string>): string | null {
  for (const one of some) if (!all.has(one)) return one;
  return null;
}

function wrongCode(said: Claims, template: Claims): Refusal | null {
  const code = firstMissing(said.codes, template.codes);
  return code === null ? null : refuse("code", code);
}

function wrongTime(said: Claims, template: Claims): Refusal | null {
  for (const { token, role } of said.times) {
    const same = template.times.some((known) =>
      known.token.minutes === token.minutes && known.token.day === token.day && known.role === role
    );
    if (!same) return refuse("time", `${role} ${token.text}`);
  }
  return null;
}

function wrongDirection(said: Claims, template: Claims): Refusal | null {
  for (const { point, toward, of } of said.directions) {
    const named = template.directions.some((known) =>
      known.point === point && known.toward === toward && known.of === of
    );
    const turned = template.numbers.some(({ token, ...known }) =>
      token.dimension === "angle" && known.toward === toward && known.of === of &&
      (nearestPoint(token.value) === point ||
        nearestPoint(token.value, MAIN_COMPASS_POINTS) === point)
    );
    if (!named && !turned) return refuse("direction", point);
  }
  return null;
}

function wrongWord(said: Claims, template: Claims): Refusal | null {
  const word = firstMissing(said.content, template.content);
  return word === null ? null : refuse("word", word);
}

function wrongNegation(said: Claims, template: Claims): Refusal | null {
  const denied = firstMissing(said.denied, template.denied);
  if (denied !== null) return refuse("negation", denied);
  for (const word of said.affirmed) {
    if (template.denied.has(word) && !template.affirmed.has(word)) return refuse("negation", word);
  }
  return null;
}

function wrongIntensity(said: Claims, template: Claims): Refusal | null {
  const pair = firstMissing(said.intensities, template.intensities);
  return pair === null ? null : refuse("intensity", pair);
}

function wrongTense(said: Claims, template: Claims, fact: Fact): Refusal | null {
  const observed = firstMissing(said.observed, template.observed);
  if (observed !== null && !OBSERVED.has(fact.kind)) return refuse("tense", observed);
  const forecast = firstMissing(said.forecast, template.forecast);
  if (forecast !== null && !FORECAST.has(fact.kind)) return refuse("tense", forecast);
  return null;
}

/** What must be said: codes that grade, every intensity, and every word by which the hazards are named. */
function omission(said: Claims, template: Claims, fact: Fact, words: Words): Refusal | null {
  for (const code of template.codes) {
    if (KEPT_CODES.test(code) && !said.codes.has(code)) return refuse("omission", code);
  }
  const lexicon = lexiconOf(words.language);
  // Amounts of cloud may be left out where the ceiling is told; nothing else that grades may be.
  const isGrave = fact.kind === "pirep" || fact.kind === "warning";
  for (const word of template.content) {
    const isGraded = lexicon.intensities.has(word) && (isGrave || !lexicon.amounts.has(word));
    if (isGraded && !said.content.has(word)) return refuse("omission", word);
  }
  for (const pair of template.intensities) {
    const [noun = "", intensity = ""] = pair.split(" ");
    if (lexicon.amounts.has(intensity) || !said.content.has(noun)) continue;
    if (!said.intensities.has(pair)) return refuse("omission", pair);
  }
  for (const word of hazardWords(fact, words, lexicon)) {
    if (template.content.has(word) && !said.content.has(word)) return refuse("omission", word);
  }
  if (fact.station !== null && template.codes.has(fact.station) && !said.codes.has(fact.station)) {
    return refuse("omission", fact.station);
  }
  for (const denied of template.denied) {
    if (said.affirmed.has(denied) && !said.denied.has(denied)) return refuse("negation", denied);
  }
  return null;
}

function hazardWords(fact: Fact, words: Words, lexicon: Lexicon): Set<string> {
  const found = new Set<string>();
  const names = fact.kind === "warning" ? [words.warned(fact.hazards, fact.qualifiers)] : [
    ...fact.hazards.map((hazard) => words.hazard(hazard)),
    ...words.weather(fact.details["weatherCodes"]),
  ];
  for (const name of names) {
    const tokens = tokenise(name, words.language);
    if (tokens === null) continue;
    for (const word of claimsOf(tokens, lexicon).content) found.add(word);
  }
  return found;
}

/** Words that the sentence of a fact may use beside numbers and codes: for the one who asks a model for it. */
export function allowedWords(fact: Fact, words: Words): readonly string[] {
  const template = claimed(sentenceOf(fact, words).text, words.language);
  const { neutral } = lexiconOf(words.language);
  return template === null ? [] : [...new Set([...neutral, ...template.content])];
}
