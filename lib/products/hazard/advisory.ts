/**
 * What advisories of volcanic ash and of tropical cyclones share: heading, time, centre, number, remarks, the
 * next one.
 *
 * Rules: ICAO Annex 3, appendix 2, tables A2-1 and A2-2.
 *
 * @module
 */
import {
  type DecodeContext,
  type DecodedReport,
  type Issue,
  receiptOf,
  type Source,
} from "../product.ts";
import { type Field, splitFields, type Table, trimmed } from "./labels.ts";
import type { WrittenTime } from "./model.ts";
import { fullTime, writtenTime } from "./times.ts";
import { MAX_WARNING_LENGTH, Words } from "./words.ts";

export { type Table, tableOf } from "./labels.ts";

/** Words of the text, blanks put in order. */
export interface AdvisoryText {
  readonly text: string;
  readonly source: Source;
}

/** When the next one comes. */
export type AdvisoryNext =
  | { readonly kind: "none"; readonly source: Source }
  | {
    /** `at`: then; `notLaterThan`: then or before. */
    readonly kind: "at" | "notLaterThan";
    readonly at: string;
    readonly source: Source;
  };

/** The members that both advisories have. What is absent or unreadable is `null`, with an issue that names it. */
export interface AdvisoryHead extends DecodedReport {
  readonly heading:
    | {
      readonly id: string;
      readonly office: string;
      readonly written: WrittenTime | null;
      readonly source: Source;
    }
    | null;
  /** Other lines before the title, as some centres write them. */
  readonly preamble: Source | null;
  /** The advisory's own time (`DTG`), ISO 8601. */
  readonly issuedAt: string | null;
  /** `TEST` and `EXER`: not for operational use. */
  readonly status: "operational" | "test" | "exercise";
  /** The advisory centre: `TOKYO`. */
  readonly centre: AdvisoryText | null;
  /** `2008/4`. */
  readonly number: AdvisoryText | null;
  readonly remarks: AdvisoryText | null;
  readonly nextAdvisory: AdvisoryNext | null;
  /** Whether everything that an advisory must hold is there and readable; if not, `issues` say what is wrong. */
  readonly valid: boolean;
}

/** A report with its members open for writing. */
export type AdvisoryDraft<R extends AdvisoryHead> = {
  -readonly [K in keyof R]: R[K] extends readonly (infer E)[] ? E[] : R[K];
};

/** Values with which a field says that it has none. */
const NOTHING = /^(?:NIL|NONE|-|NOT (?:AVBL|AVAILABLE|GIVEN|PROVIDED|REPORTED))$/;

/** The words of a field on one line; `null` where it is empty or says that there is nothing. */
export function textOf({ value }: Field): AdvisoryText | null {
  const text = value.text.replace(/\s+/g, " ");
  return text === "" || NOTHING.test(text.toUpperCase()) ? null : { text, source: value };
}

/** `23/0100Z`, `23/0100`; `null` for anything else. */
export function advisoryTimeOf(text: string): WrittenTime | null {
  const match = /^(\d{2})\/(\d{4}Z?)$/.exec(text);
  return match === null ? null : writtenTime(match[1]! + match[2]!);
}

/** Names that both tables use for the fields read here. */
export type HeadName = "status" | "time" | "centre" | "number" | "remarks" | "next";

/** The whole text, cut. */
export interface CutAdvisory<N extends string> {
  readonly fields: readonly Field<N | HeadName>[];
  /** Time of issue, or of receipt where that is not known, milliseconds: settles the months of other times. */
  readonly issued: number | null;
}

/**
 * Cuts `draft.raw` into fields and reads those that both advisories have.
 *
 * @param title the words that open it, in capitals: `VA ADVISORY`
 */
export function readAdvisoryHead<N extends string>(
  draft: AdvisoryDraft<AdvisoryHead>,
  title: string,
  table: Table<N | HeadName>,
  context: DecodeContext,
): CutAdvisory<N> {
  const raw = draft.raw;
  const end = endOf(raw);
  const cut = splitFields(raw, end, table, "remarks", "next");
  readOpening(draft, title, cut[0]?.label.start ?? end);
  const fields: Field<N | HeadName>[] = [];
  for (const field of cut) {
    if (fields.some((one) => one.name === field.name && one.hours === field.hours)) {
      issue(
        draft,
        "field.repeated",
        `${field.label.text} stands twice; the first is read.`,
        field.label,
      );
      draft.unparsed.push(...new Words(raw, field.value.end, field.label.start).unclaimed());
    } else fields.push(field);
  }
  for (const field of fields) readHeadField(draft, field);
  for (const row of table.rows) {
    if (row.required && !fields.some(({ name }) => name === row.name)) {
      issue(draft, "field.missing", `The advisory has no field ${row.labels[0]}.`);
    }
  }
  draft.unparsed.push(...below(raw, end));
  if (raw.length > MAX_WARNING_LENGTH) {
    const source = {
      text: raw.slice(MAX_WARNING_LENGTH),
      start: MAX_WARNING_LENGTH,
      end: raw.length,
    };
    issue(
      draft,
      "limit.length",
      "The text is longer than any advisory; the rest was not read.",
      source,
    );
    draft.unparsed.push(source);
  }
  const issued = draft.issuedAt === null ? receiptOf(context) ?? null : Date.parse(draft.issuedAt);
  return { fields, issued };
}

/** At the end sign or at what offices write below the text (`NNNN`, `$$`), if no label comes after it. */
function endOf(raw: string): number {
  const cap = Math.min(raw.length, MAX_WARNING_LENGTH);
  const text = raw.slice(0, cap);
  const ends = ["=", "NNNN", "$$"].map((sign) => text.lastIndexOf(sign))
    .filter((at) => at >= 0 && !text.slice(at).includes(":"));
  return Math.min(cap, ...ends);
}

/** Words below the end; the end signs themselves are understood. */
function below(raw: string, end: number): Source[] {
  return new Words(raw, Math.min(raw.length, MAX_WARNING_LENGTH), end).unclaimed()
    .filter(({ text }) => text !== "NNNN" && text !== "$$");
}

/** An error of the whole advisory. */
function issue(
  draft: { readonly issues: Issue[] },
  code: string,
  message: string,
  source?: Source,
): void {
  draft.issues.push({ code, severity: "error", message, ...(source !== undefined && { source }) });
}

const HEADING =
  /(?<![A-Z0-9])([A-Z]{4}\d{2})\s{1,9}([A-Z]{4})\s{1,9}(\d{6})(?:\s{1,9}(?:RR|CC|AA)[A-Z])?(?![A-Z0-9])/i;

/** Heading, whatever a centre writes before the title, and the title. */
function readOpening(draft: AdvisoryDraft<AdvisoryHead>, title: string, until: number): void {
  const { raw } = draft;
  const opening = raw.slice(0, until);
  const match = HEADING.exec(opening);
  const headed = match === null ? 0 : match.index + match[0].length;
  if (match !== null) {
    draft.heading = {
      id: match[1]!.toUpperCase(),
      office: match[2]!.toUpperCase(),
      written: writtenTime(match[3]!),
      source: { text: match[0], start: match.index, end: headed },
    };
  }
  const at = new RegExp(title.replaceAll(" ", "\\s{1,20}"), "i").exec(opening);
  const preamble = trimmed(raw, headed, at?.index ?? until);
  if (preamble.text !== "") draft.preamble = preamble;
  const rest = at === null ? until : at.index + at[0].length;
  draft.unparsed.push(...new Words(raw, until, rest).unclaimed());
}

function readHeadField(draft: AdvisoryDraft<AdvisoryHead>, field: Field): void {
  const text = textOf(field);
  switch (field.name as HeadName) {
    case "status": {
      const word = text?.text.toUpperCase() ?? "";
      if (word === "TEST") draft.status = "test";
      else if (/^EXER(?:CISE)?$/.test(word)) draft.status = "exercise";
      else if (text !== null) unreadable(draft, field);
      return;
    }
    case "time":
      draft.issuedAt = dateOf(text?.text ?? "");
      if (draft.issuedAt === null) unreadable(draft, field);
      return;
    case "centre":
      draft.centre = text;
      return;
    case "number":
      draft.number = text;
      return;
    case "remarks":
      draft.remarks = text;
      return;
    case "next":
      draft.nextAdvisory = nextOf(field.value);
      if (draft.nextAdvisory === null && text !== null) unreadable(draft, field);
  }
}

/** `20080923/0130Z`, the `Z` perhaps forgotten. */
const dateOf = (text: string) => fullTime(text.toUpperCase().replace(/Z?$/, "Z"));

function nextOf(value: Source): AdvisoryNext | null {
  const text = value.text.replace(/\s+/g, " ").toUpperCase().replace(/\.$/, "");
  if (/^NO (?:FURTHER ADVISORIES|FURTHER ADVISORY|MSG EXP|FURTHER MSG)/.test(text)) {
    return { kind: "none", source: value };
  }
  const match = /^((?:(?:WILL BE ISSUED )?(?:BY|BFR|NO LATER THAN|NLT) ?)?)(\d{8}\/\d{4}Z?)$/.exec(
    text,
  );
  const at = match === null ? null : dateOf(match[2]!);
  if (at === null) return null;
  return { kind: match![1] === "" ? "at" : "notLaterThan", at, source: value };
}

/** A field whose value cannot be read is an error, and its words are listed. */
export function unreadable(draft: AdvisoryDraft<AdvisoryHead>, { label, value }: Field): void {
  const name = label.text.replace(/\s+/g, " ");
  issue(draft, "field.unreadable", `The field ${name} cannot be read.`, value);
  draft.unparsed.push(...new Words(draft.raw, value.end, value.start).unclaimed());
}

/** Puts what was not understood in order and says whether the advisory is whole. */
export function finishAdvisory(draft: AdvisoryDraft<AdvisoryHead>): void {
  draft.unparsed.sort((a, b) => a.start - b.start);
  draft.valid = !draft.issues.some(({ severity }) => severity === "error");
}
