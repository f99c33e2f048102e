/**
 * A station's reports in words, whose numbers lead to their groups on the same page.
 *
 * @module
 */
import { type KeptSummary, linkedParts } from "../../lib/briefing/mod.ts";
import type { Source } from "../../lib/products/product.ts";
import type { RawModel, SummaryModel, SummaryPart } from "../../lib/view/station_model.ts";
import { tokenId } from "../../lib/view/tokens.ts";

/** The raw reports of the page, as far as they are there. */
interface Raw {
  readonly metar: RawModel | undefined;
  readonly taf: RawModel | undefined;
}

/** Sentences of the METAR and of the TAF. */
export function summaryModel({ sentences }: KeptSummary, raw: Raw): SummaryModel {
  const told = (about: "observation" | "forecast") =>
    sentences.filter((one) => one.about === about).flatMap(({ text, links }, i): SummaryPart[] => [
      ...(i > 0 ? [{ text: " " }] : []),
      ...linkedParts(text, links).map(({ text, source }) => {
        const href = source && hrefOf(source, raw);
        return href === undefined ? { text } : { text, href };
      }),
    ]);
  return { observed: told("observation"), forecast: told("forecast") };
}

/** The group on the page that holds a token: of a change group of a TAF there is only the whole. */
function hrefOf(
  source: Source & { readonly report: string },
  { metar, taf }: Raw,
): string | undefined {
  const isMetar = source.report.startsWith("metar:");
  const tokens = (isMetar ? metar : taf)?.tokens ?? [];
  const holding = tokens.filter(({ start, end }) => start <= source.start && source.end <= end);
  const first = Math.min(...holding.map(({ start }) => start));
  const token = holding.find(({ start }) => start === first);
  return token && `#${tokenId(isMetar ? "t" : "f", token)}`;
}
