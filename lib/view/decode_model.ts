import { flightCategory } from "../derive/mod.ts";
import {
  type AnyReport,
  decode,
  productNamed,
  type Source,
  type TokenMeaning,
} from "../products/mod.ts";
import { explain as explainMetar } from "../products/metar/describe.ts";
import { explain as explainTaf } from "../products/taf/describe.ts";
import { categoryModel } from "./category_model.ts";
import type { DecodedModel } from "./decode_page.tsx";
import { rawModel } from "./raw_model.ts";

/** Reads a pasted report as the product it looks like. Its times are taken to lie around `receivedAt`. */
export function decodedModel(text: string, receivedAt: number): DecodedModel | "notRecognised" {
  const report = decode(text, { receivedAt });
  if (report === null) return "notRecognised";
  const meanings = meaningsOf(report);
  const targets = new Map(meanings.map(({ source }) => [source.start, `d-t${source.start}`]));
  return {
    title: productNamed(report.product)?.title ?? report.product,
    category: report.product === "metar" ? categoryModel(flightCategory(report)) : null,
    // Groups that were not understood have a meaning as well, which says so.
    raw: rawModel(report, meanings.map(({ source }) => source), targets),
    meanings,
  };
}

function meaningsOf(report: AnyReport): TokenMeaning[] {
  switch (report.product) {
    case "metar":
      return explainMetar(report);
    case "taf":
      return explainTaf(report);
    default:
      return namedParts(report);
  }
}

/** Products without a text of their own: each part of the model with its name and its groups. */
function namedParts(report: object): TokenMeaning[] {
  const found = new Map<number, TokenMeaning>();
  const visit = (value: unknown, name: string): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) return value.forEach((item) => visit(item, name));
    const source = (value as { source?: Source }).source;
    if (source !== undefined && !found.has(source.start)) {
      found.set(source.start, { source, element: name, meaning: `${name}.` });
    }
    for (const [key, inner] of Object.entries(value)) {
      if (key !== "source" && key !== "issues") visit(inner, words(key));
    }
  };
  visit(report, "report");
  return [...found.values()].sort((a, b) => a.source.start - b.source.start);
}

/** `flightLevel` → `flight level`. */
function words(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
