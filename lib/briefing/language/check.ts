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
import { type BriefingSentence, sentenceOf, type Words } from "../text/mod.ts";
import { type Claims, claimsOf, type NumberClaim } from "./claims.ts";
import { type Lexicon, lexiconOf } from "./lexicon.ts";
import type { DraftSentence, Refusal, RefusalReason } from "./refusal.ts";
import { type Dimension, tokenise } from "./tokens.ts";

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
/**
 * Largest error of a converted number in the base unit (m/s, m, hPa, °C) beside the rounding that is seen: a rounded value is
 * never far from the reported one. What has no other unit has no error.
 */
const LARGEST_ERROR: Readonly<Partial<Record<Dimension, (value: number) => number>>> = {
  speed: (value) => Math.max(0.02 * value, 0.26),
  length: (value) => 0.02 * value,
  pressure: () => 0.6,
  temperature: () => 0.56,
};

/** A sentence of the checked text, and whose it is. */
export interface CheckedSentence extends BriefingSentence {
  readonly by: "model" | "template";
  /** Why the model's sentence for it was refused, where there was one. */
  readonly refusal?: Refusal;
}

const refuse = (reason: RefusalReason, detail: string): Refusal => ({
  reason,
  detail: detail.slice(0, 80),
});

/**
 * Whether a fact may be told in other words than its template's: only kinds that describe, only from reports that are
 * current and wholly read.
 */
export function mayBeWorded(fact: Fact, words: Words): boolean {
  if (!WORDED.has(fact.kind)) return false;
  if (fact.freshness !== null && fact.freshness !== "current") return false;
  const { unparsed, partial, missing, timeUnknown, begins, byMovement } = fact.details;
  if (unparsed || partial || missing || timeUnknown || begins || byMovement) return false;
  const { text } = sentenceOf(fact, words);
  return claimed(text, words.language) !== null && !hasAdvice(text, words.language);
}

/** Why a sentence is refused; `null` where it may be shown. */
export function checkSentence(
  draft: DraftSentence,
  facts: ReadonlyMap<string, Fact>,
  words: Words,
): Refusal | null {
  if (draft.factIds.length !== 1) return refuse("fact", `${draft.factIds.length} facts`);
  const fact = facts.get(draft.factIds[0]!);
  if (fact === undefined) return refuse("fact", draft.factIds[0]!);
  if (!mayBeWorded(fact, words)) return refuse("notWorded", fact.kind);
  const { language } = words;
  if (hasAdvice(draft.text, language)) return refuse("advice", draft.text);
  const said = claimed(draft.text, language);
  if (said === null) return refuse("form", draft.text);
  const template = claimed(sentenceOf(fact, words).text, language)!;
  return wrongCode(said, template) ?? wrongNumber(said, template) ?? wrongTime(said, template) ??
    wrongDirection(said, template) ?? wrongWord(said, template) ?? wrongNegation(said, template) ??
    wrongIntensity(said, template) ?? wrongTense(said, template, fact) ??
    omission(said, template, fact, words);
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

function wrongNumber(said: Claims, template: Claims): Refusal | null {
  for (const number of said.numbers) {
    const same = template.numbers.filter((known) => isSameNumber(number, known));
    const { text } = number.token;
    if (same.length === 0) return refuse("number", `${number.of} ${text}`);
    const bounded = same.filter(({ bound }) => bound === number.bound);
    if (bounded.length === 0) return refuse("bound", `${number.of} ${text}`);
    const datum = bounded.some((known) =>
      known.datum === number.datum || (number.datum === null && known.datum !== "MSL")
    );
    if (!datum) return refuse("datum", `${number.of} ${text}`);
  }
  return wrongOrder(said, template);
}

/** Two numbers of one thing in one clause, a lower and an upper end, stand as in the template. */
function wrongOrder(said: Claims, template: Claims): Refusal | null {
  for (const [i, first] of said.numbers.entries()) {
    for (const second of said.numbers.slice(i + 1)) {
      if (first.clause !== second.clause || first.of !== second.of) continue;
      const inOrder = template.numbers.some((a, k) =>
        isSameNumber(first, a) &&
        template.numbers.slice(k + 1).some((b) => b.clause === a.clause && isSameNumber(second, b))
      );
      if (!inOrder && isOneRange(template, first, second)) {
        return refuse("number", `${first.token.text} before ${second.token.text}`);
      }
    }
  }
  return null;
}

/** Whether the two are ends of one range of the template. */
function isOneRange(template: Claims, first: NumberClaim, second: NumberClaim): boolean {
  return template.numbers.some((a) =>
    isSameNumber(first, a) &&
    template.numbers.some((b) => b.clause === a.clause && a !== b && isSameNumber(second, b))
  );
}

function isSameNumber(said: NumberClaim, known: NumberClaim): boolean {
  const [a, b] = [said.token, known.token];
  if (a.dimension !== b.dimension || said.of !== known.of || said.toward !== known.toward) {
    return false;
  }
  const isHeight = a.dimension === "length" || a.dimension === "level";
  if (isHeight && said.end !== known.end) return false;
  if (a.unit === b.unit) return a.written === b.written;
  const most = LARGEST_ERROR[a.dimension]?.(Math.abs(b.value)) ?? 0;
  return Math.abs(a.value - b.value) <= Math.min(a.half, most) + 1e-9;
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

/**
 * A section in words: every fact told exactly once and in order, by the model's sentence where that was accepted, else by its
 * template.
 */
export function checkedSection(
  drafts: readonly DraftSentence[],
  facts: readonly Fact[],
  words: Words,
): CheckedSentence[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const accepted = new Map<string, string>();
  const refused = new Map<string, Refusal>();
  for (const draft of drafts) {
    const refusal = checkSentence(draft, byId, words);
    const [id = ""] = draft.factIds;
    if (refusal !== null) refused.set(id, refusal);
    else if (!accepted.has(id)) accepted.set(id, draft.text.replace(/\s+/g, " ").trim());
  }
  return facts.map((fact) => {
    const text = accepted.get(fact.id);
    if (text !== undefined) return { text, factIds: [fact.id], by: "model" };
    const refusal = refused.get(fact.id);
    return { ...sentenceOf(fact, words), by: "template", ...(refusal && { refusal }) };
  });
}

/** Words that the sentence of a fact may use beside numbers and codes: for the one who asks a model for it. */
export function allowedWords(fact: Fact, words: Words): readonly string[] {
  const template = claimed(sentenceOf(fact, words).text, words.language);
  const { neutral } = lexiconOf(words.language);
  return template === null ? [] : [...new Set([...neutral, ...template.content])];
}
