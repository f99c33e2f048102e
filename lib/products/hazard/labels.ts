/**
 * Advisories written as labels with values (`VAAC: TOKYO`): a table of labels cuts the text into fields.
 *
 * @module
 */
import type { Source } from "../product.ts";

/** One field of an advisory: how it is labelled, and what it tells. The examples are tests and a page of the docs. */
export interface LabelRow<N extends string = string> {
  readonly name: N;
  /** Spellings of the label, without the colon. */
  readonly labels: readonly string[];
  /** Whether hours follow the label: `+6 HR`. */
  readonly hours?: true;
  /** Whether an advisory without it is incomplete. */
  readonly required?: true;
  readonly example: string;
  readonly meaning: string;
}

/** A label with what stands after it. */
export interface Field<N extends string = string> {
  readonly name: N;
  /** Hours of the label, 0 without. */
  readonly hours: number;
  /** The label with its colon. */
  readonly label: Source;
  /** What stands after it, without blanks around; its text may be empty. */
  readonly value: Source;
}

/** A table of labels, ready to cut. */
export interface Table<N extends string = string> {
  readonly rows: readonly LabelRow<N>[];
  readonly pattern: RegExp;
  readonly byLabel: ReadonlyMap<string, LabelRow<N>>;
}

/** Makes a table of `rows`. A label begins where no letter or figure stands before it; all repeats are bounded. */
export function tableOf<N extends string>(rows: readonly LabelRow<N>[]): Table<N> {
  const byLabel = new Map<string, LabelRow<N>>();
  for (const row of rows) for (const label of row.labels) byLabel.set(label, row);
  const labels = [...byLabel.keys()].sort((a, b) => b.length - a.length).map((label) => {
    const words = label.replaceAll(" ", "\\s{1,20}");
    return byLabel.get(label)!.hours ? `${words}\\s{0,20}\\+?\\s{0,9}\\d{1,2}\\s{0,9}HRS?` : words;
  });
  const pattern = new RegExp(`(?<![A-Z0-9/])(?:${labels.join("|")})\\s{0,40}:`, "gi");
  return { rows, pattern, byLabel };
}

const HOURS = /\s*\+?\s*(\d{1,2})\s*HRS?$/;

/**
 * The fields of `raw` up to `end`, in order. After the field named `last` free words follow, in which a word
 * with a colon opens no field unless it is the one named `next`.
 */
export function splitFields<N extends string>(
  raw: string,
  end: number,
  { pattern, byLabel }: Table<N>,
  last: N,
  next: N,
): Field<N>[] {
  const found: { readonly name: N; readonly hours: number; readonly label: Source }[] = [];
  let closing = false;
  for (const match of raw.slice(0, end).matchAll(pattern)) {
    const text = match[0].slice(0, -1).trim().replace(/\s+/g, " ").toUpperCase();
    const hours = HOURS.exec(text);
    const row = byLabel.get(text) ?? byLabel.get(text.replace(HOURS, ""));
    if (row === undefined || (closing && row.name !== next)) continue;
    closing ||= row.name === last;
    const start = match.index;
    const label = { text: match[0], start, end: start + match[0].length };
    found.push({ name: row.name, hours: row.hours && hours ? Number(hours[1]) : 0, label });
  }
  return found.map((field, index) => ({
    ...field,
    value: trimmed(raw, field.label.end, found[index + 1]?.label.start ?? end),
  }));
}

/** The text between two offsets without blanks around. */
export function trimmed(raw: string, start: number, end: number): Source {
  const whole = raw.slice(start, end);
  const text = whole.trim();
  const from = text === "" ? start : start + whole.indexOf(text);
  return { text, start: from, end: from + text.length };
}
