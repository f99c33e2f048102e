import { flightCategory } from "../derive/mod.ts";
import { decode, productNamed } from "../products/mod.ts";
import { describeReport, explainReport } from "../products/words.ts";
import { categoryModel } from "./category_model.ts";
import type { DecodedModel } from "./decode_page.tsx";
import { rawModel } from "./raw_model.ts";
import { DEFAULT_VIEWER, type Viewer } from "./viewer.ts";

/** Reads a pasted report as the product it looks like. Its times are taken to lie around `receivedAt`. */
export function decodedModel(
  text: string,
  receivedAt: number,
  v: Viewer = DEFAULT_VIEWER,
): DecodedModel | "notRecognised" {
  const report = decode(text, { receivedAt });
  if (report === null) return "notRecognised";
  const meanings = explainReport(report, v.language);
  const targets = new Map(meanings.map(({ source }) => [source.start, `d-t${source.start}`]));
  return {
    title: productNamed(report.product)?.title ?? report.product,
    category: report.product === "metar" ? categoryModel(flightCategory(report), v) : null,
    // Groups that were not understood have a meaning as well, which says so.
    raw: rawModel(report, meanings.map(({ source }) => source), targets),
    sentences: describeReport(report, { language: v.language }).map(({ text }) => text),
    meanings,
  };
}
