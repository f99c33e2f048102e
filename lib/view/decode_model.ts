import { flightCategory } from "../derive/mod.ts";
import { decode, productNamed } from "../products/mod.ts";
import { describeReport, explainReport } from "../products/words.ts";
import { categoryModel } from "./category_model.ts";
import type { DecodedModel } from "./decode_page.tsx";
import { rawModel } from "./raw_model.ts";

/** Reads a pasted report as the product it looks like. Its times are taken to lie around `receivedAt`. */
export function decodedModel(text: string, receivedAt: number): DecodedModel | "notRecognised" {
  const report = decode(text, { receivedAt });
  if (report === null) return "notRecognised";
  const meanings = explainReport(report);
  const targets = new Map(meanings.map(({ source }) => [source.start, `d-t${source.start}`]));
  return {
    title: productNamed(report.product)?.title ?? report.product,
    category: report.product === "metar" ? categoryModel(flightCategory(report)) : null,
    // Groups that were not understood have a meaning as well, which says so.
    raw: rawModel(report, meanings.map(({ source }) => source), targets),
    sentences: describeReport(report).map(({ text }) => text),
    meanings,
  };
}
