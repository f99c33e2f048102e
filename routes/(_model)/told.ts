/**
 * Sentences whose numbers lead to their tokens, and the raw reports beside them.
 *
 * @module
 */
import { isPastLimit } from "../../lib/derive/freshness.ts";
import type { CheckedSentence } from "../../lib/briefing/language/mod.ts";
import {
  type BriefingReport,
  type BriefingSentence,
  type Fact,
  linkedParts,
  type Words,
} from "../../lib/briefing/mod.ts";
import { type TextLink, valueLinks } from "../../lib/briefing/text/links.ts";
import type { Source } from "../../lib/products/product.ts";
import { zuluNear } from "../../lib/view/age.ts";
import type { RawModel, SentenceModel } from "../../lib/view/briefing/model.ts";
import type { Category } from "../../lib/view/category.tsx";
import { segments } from "../../lib/view/tokens.ts";
import type { Viewer } from "../../lib/view/viewer.ts";

/** Names of products as people use them. */
const PRODUCTS: Readonly<Record<string, string>> = {
  metar: "METAR",
  taf: "TAF",
  pirep: "PIREP",
  sigmet: "SIGMET",
  gairmet: "G-AIRMET",
  cwa: "CWA",
  windsAloft: "FB",
};

/** Longer texts are shown as the lines that were used. */
const LONG = 1200;

type Sentences = readonly (BriefingSentence & Partial<Pick<CheckedSentence, "by" | "links">>)[];

/** What sentences are told of; `news` are facts that are new or changed. */
export interface Told {
  readonly facts: readonly Fact[];
  readonly reports: readonly BriefingReport[];
  readonly news?: ReadonlyMap<string, "added" | "changed">;
}

/** Tells sentences with their links. */
export class Teller {
  readonly words: Words;
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #reports: ReadonlyMap<string, BriefingReport>;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #tokens = new Map<string, Source[]>();
  readonly #news: ReadonlyMap<string, "added" | "changed">;

  constructor({ facts, reports, news = new Map() }: Told, words: Words) {
    this.words = words;
    this.#facts = new Map(facts.map((fact) => [fact.id, fact]));
    this.#reports = new Map(reports.map((report) => [report.key, report]));
    this.#numbers = new Map(reports.map((report, i) => [report.key, i]));
    this.#news = news;
    for (const { sources } of facts) {
      for (const { report, text, start, end } of sources) {
        const list = this.#tokens.get(report) ?? [];
        list.push({ text, start, end });
        this.#tokens.set(report, list);
      }
    }
  }

  sentences(list: Sentences): SentenceModel[] {
    return list.flatMap(({ text, factIds, by, links }) => {
      const fact = this.#facts.get(factIds[0] ?? "");
      if (fact === undefined) return [];
      const sentence = this.#sentence(text, fact, links ?? valueLinks(text, fact, this.words));
      return [by === "model" ? { ...sentence, byModel: true } : sentence];
    });
  }

  #sentence(text: string, fact: Fact, links: readonly TextLink[]): SentenceModel {
    const news = this.#news.get(fact.id);
    const report = fact.reports[0] === undefined ? undefined : this.#reports.get(fact.reports[0]);
    return {
      id: fact.id,
      parts: linkedParts(text, links).map(({ text, source }) =>
        source === undefined ? { text } : { text, href: `#${this.#tokenId(source)}` }
      ),
      hazard: fact.hazards.length > 0,
      ...(hasCategory(fact) && { category: categoryOf(fact) }),
      ...(report && { report: { href: `#${this.reportId(report)}`, label: labelOf(report) } }),
      ...(news && { news }),
    };
  }

  reportId({ key }: { readonly key: string }): string {
    return `r${this.#numbers.get(key)}`;
  }

  #tokenId({ report, start }: { readonly report: string; readonly start: number }): string {
    return `${this.reportId({ key: report })}-${start}`;
  }

  tokens({ key }: BriefingReport): { id: string; sources: readonly Source[] } {
    return { id: this.reportId({ key }), sources: this.#tokens.get(key) ?? [] };
  }

  /** Reports that no section before named. */
  reportsFirstIn(list: Sentences, seen: Set<string>): BriefingReport[] {
    const found: BriefingReport[] = [];
    for (const { factIds } of list) {
      for (const key of factIds.flatMap((id) => this.#facts.get(id)?.reports ?? [])) {
        const report = this.#reports.get(key);
        if (report === undefined || seen.has(key)) continue;
        seen.add(key);
        found.push(report);
      }
    }
    return found;
  }
}

const WITH_CATEGORY = new Set<Fact["kind"]>([
  "observation",
  "forecastPrevailing",
  "forecastWorst",
  "vfrComparison",
]);

/** Answers to questions tell the category of every state. */
const hasCategory = ({ kind, details }: Fact) =>
  WITH_CATEGORY.has(kind) || details["asked"] !== undefined;

function categoryOf({ details }: Fact): Category | null {
  const name = details["category"];
  return name === "VFR" || name === "MVFR" || name === "IFR" || name === "LIFR" ? name : null;
}

function labelOf({ product, stationId }: BriefingReport): string {
  return [PRODUCTS[product] ?? product, stationId].filter(Boolean).join(" ");
}

/** A raw report with the pieces that sentences lead to. */
export function rawModel(
  report: BriefingReport,
  { id, sources }: { readonly id: string; readonly sources: readonly Source[] },
  now: number,
  viewer: Viewer,
): RawModel {
  const { raw, freshness } = report;
  const whole = (source: Source) => source.end - source.start > 200;
  const cut = segments(raw, sources.filter((source) => !whole(source)), report.unparsed);
  const excerpt = raw.length > LONG;
  const pieces = cut.map(({ text, kind, start }) => ({
    text,
    ...(kind === "token" && { id: `${id}-${start}` }),
    ...(kind === "unparsed" && { unparsed: true }),
  }));
  return {
    id,
    label: labelOf(report),
    about: viewer.t("brief.about", {
      time: zuluNear(Date.parse(report.at), now, viewer.months),
      provider: report.provider,
    }),
    record: report.product === "gairmet",
    stale: freshness !== null && (freshness === "stale" || isPastLimit(freshness)),
    pieces: excerpt ? usedLines(pieces) : pieces,
    excerpt,
  };
}

/** Of a long bulletin the head and the lines with a piece that can be reached. */
function usedLines(pieces: RawModel["pieces"]): RawModel["pieces"] {
  const lines: { text: string; id?: string }[][] = [[]];
  for (const piece of pieces) {
    const parts = piece.text.split("\n");
    parts.forEach((text, i) => {
      if (i > 0) lines.push([]);
      lines.at(-1)!.push({ ...piece, text });
    });
  }
  const head = lines.findIndex((line) => line.some(({ text }) => text.startsWith("FT ")));
  return lines.filter((line, i) => i <= head || line.some(({ id }) => id !== undefined))
    .flatMap((line) => [...line, { text: "\n" }]);
}
