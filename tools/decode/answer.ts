/**
 * What is written for one line of input.
 *
 * @module
 */
import { deriveFromMetar } from "../../edge/present/derived.ts";
import { type AnyReport, decode, PRODUCTS } from "../../lib/products/mod.ts";
import type { ProductName } from "../../lib/products/product.ts";
import type { Language } from "../../lib/products/text/mod.ts";
import { HOUR_MS, toIso } from "../../lib/time/mod.ts";
import type { DecodeOptions } from "./arguments.ts";
import { descriptionOf } from "./describe.ts";
import { flattenReport } from "./flatten.ts";
import type { InputLine } from "./lines.ts";

/** One line of input, understood. */
interface Wish {
  readonly raw: string;
  readonly receivedAt: number | undefined;
  readonly product: ProductName | undefined;
  readonly id: unknown;
}

/** What was wrong with a line. */
interface LineError {
  readonly code: "emptyLine" | "lineTooLong" | "invalidJson" | "invalidField" | "notRecognised";
  readonly message: string;
}

/** The object written for line `number` (from 1): the report, or `error`. Never throws. */
export function answerLine(line: InputLine, number: number, options: DecodeOptions): unknown {
  const wish = readWish(line, options);
  if ("code" in wish) return { line: number, error: wish };
  const { raw, receivedAt, product, id } = wish;
  const report = decode(raw, {
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(product === undefined ? {} : { product }),
  });
  const label = id === undefined ? {} : { id };
  if (report === null) return { line: number, ...label, error: NOT_RECOGNISED, raw };
  if (options.output === "flat") {
    return { ...label, product: report.product, ...flattenReport(report) };
  }
  if (options.output === "describe") {
    return { ...label, ...descriptionOf(report, options.language) };
  }
  return { ...label, ...reportAnswer(report, receivedAt, options.language) };
}

/** The same shape as the API's answer to `POST /api/v1/decode`; no time of receipt is made up. */
function reportAnswer(report: AnyReport, receivedAt: number | undefined, language: Language) {
  const { plain, spoken, tokens } = descriptionOf(report, language);
  return {
    product: report.product,
    receivedAt: receivedAt === undefined ? null : toIso(receivedAt),
    decoded: report,
    derived: report.product === "metar" ? deriveFromMetar(report, undefined) : null,
    words: { language, plain, spoken, tokens },
  };
}

const NOT_RECOGNISED: LineError = {
  code: "notRecognised",
  message: "This looks like none of the reports that can be read; name its product if it is one.",
};

function readWish(line: InputLine, options: DecodeOptions): Wish | LineError {
  if (line.tooLong) return { code: "lineTooLong", message: "The line is too long to be a report." };
  const text = line.text.trim();
  if (text === "") return { code: "emptyLine", message: "The line is empty." };
  const given = options.product ?? undefined;
  if (!text.startsWith("{")) {
    return { raw: line.text, receivedAt: undefined, product: given, id: undefined };
  }
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text);
  } catch {
    return { code: "invalidJson", message: "The line begins like a JSON object and is none." };
  }
  return readObject(value, given);
}

function readObject(
  value: Readonly<Record<string, unknown>>,
  given: ProductName | undefined,
): Wish | LineError {
  const { raw, id } = value;
  if (typeof raw !== "string" || raw.trim() === "") {
    return { code: "invalidField", message: '"raw" must be the text of a report.' };
  }
  const named = PRODUCTS.find(({ name }) => name === value.product)?.name;
  if (value.product !== undefined && named === undefined) {
    return { code: "invalidField", message: '"product" is not one that can be read.' };
  }
  const receivedAt = receiptOf(value);
  if (receivedAt === null) {
    return { code: "invalidField", message: "The time of receipt must be ISO 8601, in UTC." };
  }
  return { raw, receivedAt, product: given ?? named, id };
}

/**
 * The time that settles the month: `receivedAt`, else `observed`, else noon of `date` (a day holds every
 * time that lies at most 12 hours from its noon). `undefined` where none of them is there or readable; but
 * `null` for a `receivedAt` that is wrong, since the caller would take the month for granted.
 */
function receiptOf(value: Readonly<Record<string, unknown>>): number | null | undefined {
  const { receivedAt, observed, date } = value;
  if (receivedAt !== undefined && receivedAt !== null) {
    const at = typeof receivedAt === "string" ? Date.parse(receivedAt) : Number(receivedAt);
    return Number.isFinite(at) ? at : null;
  }
  const at = typeof observed === "string" ? Date.parse(observed) : NaN;
  if (Number.isFinite(at)) return at;
  const day = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(day) ? day + 12 * HOUR_MS : undefined;
}
