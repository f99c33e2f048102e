/**
 * From a briefing to the model of its page.
 *
 * @module
 */
import type { CheckedSentence } from "../../lib/briefing/language/mod.ts";
import type { PlainText } from "../../lib/briefing/model/text.ts";
import {
  type AnsweredBriefing,
  type Briefing,
  type BriefingReport,
  type BriefingSentence,
  type Fact,
  linkedParts,
  PARAMETERS,
  type Parameters,
  Words,
} from "../../lib/briefing/mod.ts";
import { type TextLink, valueLinks } from "../../lib/briefing/text/links.ts";
import type { Source } from "../../lib/products/product.ts";
import { zuluNear } from "../../lib/view/age.ts";
import type {
  BriefingModel,
  ProfileModel,
  RawModel,
  SentenceModel,
} from "../../lib/view/briefing/model.ts";
import type { Category } from "../../lib/view/category.tsx";
import type { TextKey } from "../../lib/view/text/mod.ts";
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

/** The model of a briefing; `given` are the parameters that it was asked with. */
export function briefingModel(
  answer: AnsweredBriefing,
  given: Parameters,
  viewer: Viewer,
  { plain, model }: {
    /** The text of a model, where it was asked for. */
    readonly plain: PlainText | null;
    /** Name of the model that may be asked. */
    readonly model: string | null;
  } = { plain: null, model: null },
): BriefingModel {
  const { briefing, text } = answer;
  const now = Date.parse(briefing.generatedAt);
  const teller = new Teller(answer, new Words(viewer.language, now));
  const first = new Set<string>();
  return {
    title: text.title,
    route: briefing.track.waypoints.map(({ name }) => name).join(" – "),
    madeAt: zuluNear(now, now, viewer.months),
    flight: teller.sentences(text.flight),
    sections: (plain ?? text).sections.map(({ title, state, sentences }, i) => ({
      number: i + 1,
      title,
      state,
      sentences: teller.sentences(sentences),
      raw: teller.reportsFirstIn(sentences, first).map((report) =>
        rawModel(report, teller.tokens(report), now, viewer)
      ),
    })),
    profile: profileModel(briefing, teller.words),
    changes: changesText(answer, viewer),
    plain: plain && authorText(plain, now, viewer),
    model,
    links: linksOf(answer, given),
  };
}

type Sentences = readonly (BriefingSentence & Partial<Pick<CheckedSentence, "by" | "links">>)[];

/** Who wrote the sentences, or why the model wrote none. */
function authorText({ author }: PlainText, now: number, viewer: Viewer): string {
  const { state, model, writtenAt, accepted, refused, endedBy } = author;
  if (writtenAt === null) return viewer.t(PLAIN_REASONS[state] ?? "brief.plain.failed");
  const time = zuluNear(Date.parse(writtenAt), now, viewer.months);
  const told = viewer.t("brief.plain.written", { model: model ?? "?", time, accepted, refused });
  return endedBy === null ? told : `${told} ${viewer.t("brief.plain.cut")}`;
}

const PLAIN_REASONS: Readonly<Partial<Record<PlainText["author"]["state"], TextKey>>> = {
  nothingToWord: "brief.plain.nothing",
  stale: "brief.plain.stale",
  userSpent: "brief.plain.userSpent",
  daySpent: "brief.plain.daySpent",
};

/** Tells sentences with their links. */
class Teller {
  readonly words: Words;
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #reports: ReadonlyMap<string, BriefingReport>;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #tokens = new Map<string, Source[]>();
  readonly #news: ReadonlyMap<string, "added" | "changed">;

  constructor({ briefing, changes }: AnsweredBriefing, words: Words) {
    this.words = words;
    this.#facts = new Map(briefing.facts.map((fact) => [fact.id, fact]));
    this.#reports = new Map(briefing.reports.map((report) => [report.key, report]));
    this.#numbers = new Map(briefing.reports.map((report, i) => [report.key, i]));
    this.#news = new Map([
      ...(changes?.changed ?? []).map((id) => [id, "changed"] as const),
      ...(changes?.added ?? []).map((id) => [id, "added"] as const),
    ]);
    for (const { sources } of briefing.facts) {
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

const hasCategory = ({ kind }: Fact) => WITH_CATEGORY.has(kind);

function categoryOf({ details }: Fact): Category | null {
  const name = details["category"];
  return name === "VFR" || name === "MVFR" || name === "IFR" || name === "LIFR" ? name : null;
}

function labelOf({ product, stationId }: BriefingReport): string {
  return [PRODUCTS[product] ?? product, stationId].filter(Boolean).join(" ");
}

function rawModel(
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
    stale: freshness === "stale" || freshness === "notCurrent" || freshness === "expired",
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

const LAYER_KINDS: Readonly<Record<string, ProfileModel["layers"][number]["kind"]>> = {
  icing: "icing",
  turbulence: "turbulence",
  mountainWave: "turbulence",
  lowLevelWindShear: "turbulence",
  thunderstorm: "convective",
  thunderstormWithHail: "convective",
  cumulonimbus: "convective",
  toweringCumulus: "convective",
};

function profileModel({ profile, track }: Briefing, words: Words): ProfileModel {
  return {
    totalNm: profile.totalNm,
    altitudeFt: profile.altitudeFt,
    topFt: profile.topFt,
    southern: (track.waypoints[0]?.point.latitude ?? 0) < 0,
    stations: profile.stations,
    layers: joinedLayers(profile.layers).map((
      { phenomenon, severe, fromNm, toNm, ...heights },
    ) => ({
      kind: LAYER_KINDS[phenomenon] ?? "other",
      label: words.warned([phenomenon], severe ? ["severe"] : []),
      fromNm,
      toNm,
      ...heights,
    })),
    winds: profile.winds,
    freezing: profile.freezing,
  };
}

type Layer = Briefing["profile"]["layers"][number];

/** Layers of the same kind and heights that meet, as snapshots that follow each other do, are drawn as one. */
function joinedLayers(layers: readonly Layer[]): Layer[] {
  const joined: Layer[] = [];
  for (const layer of layers.toSorted((a, b) => a.fromNm - b.fromNm)) {
    const at = joined.findIndex((one) =>
      one.phenomenon === layer.phenomenon && one.severe === layer.severe &&
      one.lowFt === layer.lowFt && one.highFt === layer.highFt && layer.fromNm <= one.toNm + 15
    );
    const one = joined[at];
    if (one === undefined) joined.push(layer);
    else joined[at] = { ...one, toNm: Math.max(one.toNm, layer.toNm) };
  }
  return joined;
}

function changesText({ changes, briefing }: AnsweredBriefing, viewer: Viewer): string | null {
  if (changes === null) return null;
  const time = zuluNear(Date.parse(changes.since), Date.parse(briefing.generatedAt), viewer.months);
  const partial = changes.partial ? ` ${viewer.t("brief.changes.partial")}` : "";
  if (changes.gone === null) {
    return changes.changed.length === 0
      ? viewer.t("brief.changes.none", { time })
      : viewer.t("brief.changes.instant", { time, changed: changes.changed.length });
  }
  const total = changes.added.length + changes.changed.length + changes.gone;
  const text = total === 0
    ? viewer.t("brief.changes.none", { time })
    : viewer.t("brief.changes.some", {
      time,
      added: changes.added.length,
      changed: changes.changed.length,
      gone: changes.gone,
    });
  return text + partial;
}

/** Addresses with the departure as an instant, so that they mean the same to everybody who opens them. */
function linksOf(
  { briefing, digest }: AnsweredBriefing,
  given: Parameters,
): BriefingModel["links"] {
  const query = new URLSearchParams();
  for (const name of PARAMETERS) {
    const value = name === "departure"
      ? `${new Date(briefing.request.departure).toISOString().slice(0, 16)}Z`
      : given[name]?.trim();
    if (value) query.set(name, value);
  }
  const share = query.toString();
  return {
    share: `/brief?${share}`,
    again: `/brief?${share}&since=${digest}`,
    short: `/brief?${share}&format=text`,
    full: `/brief?${share}&format=text&length=full`,
    json: `/api/v1/briefing?${share}`,
    model: `/brief?${share}&text=model`,
  };
}
