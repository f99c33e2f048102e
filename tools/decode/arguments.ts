/**
 * The arguments of `deno task decode`.
 *
 * @module
 */
import { PRODUCTS } from "../../lib/products/mod.ts";
import type { ProductName } from "../../lib/products/product.ts";
import type { Language } from "../../lib/products/text/mod.ts";
import { isLanguage } from "./describe.ts";

/** What is written for each report. */
export type Output = "report" | "flat" | "describe";

/** The options chosen. */
export interface DecodeOptions {
  readonly product: ProductName | null;
  readonly output: Output;
  /** BCP 47 tag of the language of `--describe`. */
  readonly language: Language;
  readonly help: boolean;
}

const NAMES = PRODUCTS.map(({ name }) => name);

export const USAGE = `usage: deno task decode [options] < reports.txt

Reads one report a line (raw text, or a JSON object with "raw" and optionally "receivedAt",
"observed" or "date", "product", "id") and writes one JSON line for each, in order.

  --product NAME    what the reports are (${NAMES.join(", ")}); else recognised line by line
  --flat            one flat object: field names and units of the conformance corpus
  --describe        plain sentences, a spoken form, and what each group means
  --language TAG    language of --describe: en (default), de
  --help            this text`;

/** Reads `args`; a text is what is wrong with them. */
export function readArguments(args: readonly string[]): DecodeOptions | string {
  let product: ProductName | null = null;
  let output: Output = "report";
  let language: Language = "en";
  let help = false;
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? "";
    if (argument === "--flat") output = "flat";
    else if (argument === "--describe") output = "describe";
    else if (argument === "--help" || argument === "-h") help = true;
    else if (argument === "--language") {
      const tag = args[++at] ?? "";
      if (!isLanguage(tag)) return `No messages in the language "${tag}".`;
      language = tag;
    } else if (argument === "--product" || argument.startsWith("--product=")) {
      const name = argument === "--product" ? args[++at] : argument.slice("--product=".length);
      const known = NAMES.find((one) => one === name);
      if (known === undefined) return `Unknown product "${name ?? ""}".`;
      product = known;
    } else return `Unknown argument "${argument}".`;
  }
  return { product, output, language, help };
}
