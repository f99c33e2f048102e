/**
 * What the words of both kinds of advisory have in common: title, time, remarks, the next one, labels.
 *
 * @module
 */
import type { Sentence, Source, TokenMeaning } from "../product.ts";
import { ADVISORIES, type AdvisoryKey } from "../text/advisories.ts";
import {
  type DescribeOptions,
  incompletePieces,
  joinNested,
  type Piece,
  piece,
  type Rules,
  type Say,
  sayFrom,
  toMeanings,
  toSentences,
  unclaimedWords,
  unreadablePieces,
} from "../text/mod.ts";
import { type AdvisoryHead, advisoryTimeOf } from "./advisory.ts";
import { splitFields, type Table } from "./labels.ts";
import { type WarningVoice, warningVoice } from "./warning_voice.ts";

/** A voice with the messages of advisories beside those of warnings. */
export interface AdvisoryVoice {
  readonly warning: WarningVoice;
  readonly say: Say<AdvisoryKey>;
}

/** The voice of `options`. */
export function advisoryVoice(options: DescribeOptions = {}): AdvisoryVoice {
  return { warning: warningVoice(options), say: sayFrom(ADVISORIES, options) };
}

/** What stands before and after what the advisory is about. */
export interface AdvisoryFrame {
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

/**
 * Title, status and time; remarks and the next advisory.
 *
 * @param kind which of the two it is
 * @param name the volcano or the cyclone, as written
 */
export function advisoryFrame(
  report: AdvisoryHead,
  kind: "va" | "tc",
  name: { readonly text: string; readonly source: Source } | null,
  { say, warning }: AdvisoryVoice,
): AdvisoryFrame {
  const { voice } = warning;
  const { centre, number, remarks, nextAdvisory: next, issuedAt } = report;
  const time = voice.instant(issuedAt);
  const title = say(kind, {
    number: number?.text,
    centre: centre?.text,
    name: name?.text ?? say(`${kind}.unnamed`),
  });
  const before = [piece("reportType", title, number?.source, centre?.source, name?.source)];
  if (report.status !== "operational") before.push(piece("modifier", say(report.status)));
  before.push(piece("time", time ? say("issued", { time }) : say("issuedUnknown")));
  const after: Piece[] = [];
  if (remarks) after.push(piece("remark", say("remarks", { text: remarks.text }), remarks.source));
  if (next) {
    const text = next.kind === "none"
      ? say("next.none")
      : say(`next.${next.kind}`, { time: voice.instant(next.at) });
    after.push(piece("validity", text, next.source));
  }
  return { before, after };
}

/** The pieces as sentences; what could not be read is said, never passed over. */
export function advisorySentences(
  report: AdvisoryHead,
  pieces: readonly Piece[],
  { say }: AdvisoryVoice,
): Sentence[] {
  return toSentences([...pieces, ...incompletePieces(report, say)]);
}

/** The meaning of each token: what the pieces speak of, the labels, the heading, and what nobody knew. */
export function advisoryMeanings<N extends string>(
  report: AdvisoryHead,
  pieces: readonly Piece[],
  table: Table<N>,
  rules: Rules,
  { say, warning }: AdvisoryVoice,
): TokenMeaning[] {
  const { heading, preamble } = report;
  const all = [...pieces];
  if (heading) all.push(piece("issuer", say("token.heading"), heading.source));
  if (preamble) {
    const text = preamble.text.replace(/\s+/g, " ");
    all.push(piece("remark", say("preamble", { text }), preamble));
  }
  all.push(...unreadablePieces(report, say));
  const spans = all.flatMap(({ sources }) => sources);
  const inside = (source: Source) =>
    spans.some(({ start, end }) => start < source.end && source.start < end);
  const fields = splitFields(report.raw, report.raw.length, table, "remarks" as N, "next" as N);
  for (const { name, label, value } of fields) {
    const text = say(`field.${name}` as AdvisoryKey);
    all.push(piece("keyword", text, label));
    if (value.text !== "" && !inside(value)) {
      const says = say("field.says", { label: text, text: value.text.replace(/\s+/g, " ") });
      all.push(piece("other", says, value));
    }
  }
  const claimed = all.flatMap(({ sources }) => sources);
  for (const word of unclaimedWords(report, claimed)) {
    const time = /^\d{2}\/\d{4}Z?$/.test(word.text) ? advisoryTimeOf(word.text) : null;
    if (time !== null && time.day !== null) {
      const clock = warning.voice.dayClock(time.day, time.hour, time.minute);
      all.push(piece("time", say("token.time", { time: clock }), word));
      continue;
    }
    const key = word.text === "="
      ? "token.end"
      : /^(?:VA|TC|VOLCANIC|TROPICAL|ASH|CYCLONE|ADVISORY)$/i.test(word.text)
      ? "token.title"
      : "token.other";
    all.push(piece("keyword", say(key), word));
  }
  return joinNested(toMeanings(all, warning.voice, rules));
}
