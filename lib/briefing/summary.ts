/**
 * One station in one paragraph: what it reports now and what its forecast allows in the next hours.
 *
 * @module
 */
import type { Metar } from "../products/metar/model.ts";
import type { RawReport } from "../products/raw_report.ts";
import type { Taf } from "../products/taf/model.ts";
import type { Language } from "../products/text/mod.ts";
import { HOUR_MS, toIso } from "../time/mod.ts";
import { isUsable } from "./context.ts";
import { type Fact, type FactDraft, FactList, timeOf } from "./facts.ts";
import { type BriefingReport, ReportBook } from "./report_book.ts";
import {
  type AllowedStates,
  allowedStates,
  forecastFacts,
  observationFact,
  toldOf,
} from "./sections/stations.ts";
import { type TextLink, valueLinks } from "./text/links.ts";
import type { BriefingSentence } from "./text/mod.ts";
import { remembered } from "./text/templates/reports.ts";
import { Words } from "./text/words.ts";
import type { BriefingWorld, StationReport } from "./world.ts";

/** A sentence with the pieces of it that lead to tokens of the reports. */
export interface SummarySentence extends BriefingSentence {
  readonly about: "observation" | "forecast";
  readonly links: readonly TextLink[];
}

/** A paragraph with the facts that it is made of. */
export interface StationSummary {
  readonly text: string;
  readonly sentences: readonly SummarySentence[];
  readonly facts: readonly Fact[];
  readonly reports: readonly BriefingReport[];
  /**
   * Until when it says the same, as long as reports and their freshness stay what they are; milliseconds since the
   * epoch.
   */
  readonly changesAt: number;
}

/** How far ahead the forecast is looked at, at least: to the next whole hour after it. */
const AHEAD_MS = 6 * HOUR_MS;
const OBSERVED = "currentConditions" as const;
const FORECAST = "destinationForecast" as const;

/**
 * The paragraph of a station in `language`: its METAR, where it may still be used, and the worst that its TAF allows
 * within six hours. What is not there, not current or not readable is said.
 */
export function summariseStation(
  stationId: string,
  reports: BriefingWorld,
  language: Language = "en",
): StationSummary {
  const made = new Paragraph(stationId, language, reports.now());
  const [metar, taf] = [reports.metar(stationId), reports.taf(stationId)];
  const states = taf !== undefined && isUsable(taf) ? statesAhead(taf.decoded, made.now) : null;
  if (metar !== undefined && isUsable(metar) && !metar.decoded.nil) made.observed(metar);
  else {
    made.lacking(
      OBSERVED,
      "observation",
      metar === undefined ? "noReport" : metar.decoded.nil ? "nil" : "notCurrent",
      metar && { name: "last", at: toIso(metar.observedAt) },
    );
  }
  if (taf !== undefined && states !== null) made.forecast(taf, states);
  else {
    made.lacking(
      FORECAST,
      "forecast",
      taf === undefined ? "noReport" : "notCovered",
      taf && { name: "at", at: toIso(made.now) },
    );
  }
  return made.done(states);
}

/** What a TAF allows between two instants; milliseconds. */
interface Ahead extends AllowedStates {
  readonly from: number;
  readonly to: number;
}

/** From now, or from the beginning of the TAF, to its end or some six hours ahead; `null` where it says nothing of that. */
function statesAhead(taf: Taf, now: number): Ahead | null {
  const { validity } = taf;
  if (validity === null || validity.from === null || validity.to === null) return null;
  const from = Math.max(now, Date.parse(validity.from));
  const to = Math.min(nextHour(now) + AHEAD_MS, Date.parse(validity.to));
  const states = from < to ? allowedStates(taf, from, from, to - 1) : null;
  return states && { ...states, from, to };
}

/** The whole hour that is now or comes next. */
const nextHour = (instant: number) => Math.ceil(instant / HOUR_MS) * HOUR_MS;

/** A paragraph while it is made. */
class Paragraph {
  readonly now: number;
  readonly #station: string;
  readonly #words: Words;
  readonly #book = new ReportBook();
  readonly #facts = new FactList();
  readonly #sentences: SummarySentence[] = [];

  constructor(station: string, language: Language, now: number) {
    this.#station = station;
    this.#words = new Words(language, now);
    this.now = now;
  }

  observed(metar: StationReport<Metar>): void {
    const words = this.#words;
    const book = this.#book;
    const fact = this.#facts.add(
      observationFact(metar, this.#station, OBSERVED, null, { book }),
    );
    const text = words.say("summary.now", {
      station: this.#station,
      time: words.time(fact, "observed"),
      category: words.category(fact),
      elements: words.elements(fact) + remembered(fact, words),
    });
    this.#tell(text, [fact], valueLinks(text, fact, words));
    if (fact.details["unparsed"]) this.#tell(words.say("observation.unparsed"), [fact]);
    const freshness = words.sayIfKnown(`freshness.${fact.freshness}`);
    if (freshness) this.#tell(freshness, [fact]);
  }

  forecast(taf: StationReport<Taf>, states: Ahead): void {
    const { prevailing, others } = states;
    const drafts = forecastFacts(
      taf,
      toldOf(states),
      { station: this.#station, section: FORECAST, place: null, at: states.from, timeName: "from" },
      { book: this.#book },
    );
    const end = { name: "end", at: toIso(states.to) };
    const facts = drafts.map((draft) =>
      this.#facts.add({ ...draft, times: [...draft.times ?? [], end] })
    );
    const words = this.#words;
    const [now, ...later] = facts as [Fact, ...Fact[]];
    const worse = later.find(({ kind }) => kind === "forecastWorst");
    const throughout = others.every((one) => one.category === prevailing.category);
    const change = worse && words.change(worse.details["change"]);
    const text = words.say(throughout ? "summary.same" : "summary.later", {
      span: words.say(states.from > this.now ? "summary.between" : "summary.until", {
        from: words.time(now, "from"),
        until: words.time(now, "end"),
      }),
      category: words.category(worse ?? now),
      change: change ?? words.say("summary.first"),
      period: worse && words.period(worse, "changeFrom", "changeTo"),
    });
    this.#tell(text, facts, groupLink(text, change, worse));
    const hazards = [...new Set(facts.flatMap((fact) => fact.hazards))]
      .filter((hazard) => hazard !== "IFR" && hazard !== "LIFR");
    if (hazards.length > 0) {
      const list = hazards.map((hazard) => words.hazard(hazard)).join(", ");
      this.#tell(words.say("summary.hazards", { list }), facts);
    }
    if (later.some(({ details }) => details["timeUnknown"])) {
      this.#tell(words.say("forecast.timeUnknown"), facts);
    }
    if (taf.decoded.unparsed.length > 0) this.#tell(words.say("summary.unparsed"), facts);
  }

  /** Says that there is none, and why. */
  lacking(
    section: FactDraft["section"],
    what: "observation" | "forecast",
    reason: "noReport" | "nil" | "notCurrent" | "notCovered",
    time: { readonly name: string; readonly at: string } | undefined,
  ): void {
    const fact = this.#facts.add({
      key: `${what}:${this.#station}:missing`,
      section,
      kind: "unavailable",
      station: this.#station,
      times: time === undefined ? [] : [time],
      details: { what, reason },
    });
    const words = this.#words;
    const text = words.say(`unavailable.${what}.${reason}` as "unavailable.observation.nil", {
      station: this.#station,
      time: words.clock(timeOf(fact, time?.name ?? "")),
    });
    this.#tell(text, [fact]);
  }

  #tell(text: string, facts: readonly Fact[], links: readonly TextLink[] = []): void {
    const about = facts[0]!.section === OBSERVED ? "observation" : "forecast";
    this.#sentences.push({ about, text, factIds: facts.map(({ id }) => id), links });
  }

  done(states: Ahead | null): StationSummary {
    const ends = [
      // The window moves on, and instants of yesterday are told with their day.
      nextHour(this.now + 1),
      ...(states === null ? [] : [states.from, states.to]),
      ...(states?.others ?? []).flatMap(({ from, to }) => [from, to]),
    ];
    return {
      text: this.#sentences.map(({ text }) => text).join(" "),
      sentences: this.#sentences,
      facts: this.#facts.all,
      reports: this.#book.all,
      changesAt: Math.min(...ends.filter((at) => at > this.now)),
    };
  }
}

/** The words of a change lead to the group that makes it. */
function groupLink(text: string, change: string | undefined, worst: Fact | undefined): TextLink[] {
  const source = worst?.sources[0];
  const start = change === undefined || source === undefined ? -1 : text.indexOf(change);
  return start < 0 ? [] : [{ start, end: start + change!.length, source: source! }];
}

/** A paragraph without its facts: what can be kept for every station that is looked at. */
export type KeptSummary = Pick<StationSummary, "text" | "sentences" | "changesAt">;

interface Kept {
  /** What it was made from: as received, which is small. */
  readonly metar: RawReport | undefined;
  readonly taf: RawReport | undefined;
  readonly states: string;
  readonly madeAt: number;
  readonly summary: KeptSummary;
}

/** Stations whose summary is kept: some 4 kB each, and others are asked for far less often. */
const MAX_KEPT = 1_000;
/** Stations remembered that were asked for once. */
const MAX_SEEN = 1_000;
const kept = new Map<string, Kept>();
const seen = new Set<string>();

/**
 * The same, made once for the same reports as long as it says the same, from the second question about a station on:
 * whoever reads through all of them fills no memory with what nobody asks for again.
 */
export function keptSummary(
  stationId: string,
  reports: BriefingWorld,
  language: Language = "en",
): KeptSummary {
  const [metar, taf] = [reports.metar(stationId), reports.taf(stationId)];
  const now = reports.now();
  const key = `${language}/${stationId}`;
  const known = kept.get(key);
  const states = `${metar?.freshness.state} ${taf?.freshness.state}`;
  if (
    known !== undefined && known.metar === metar?.raw && known.taf === taf?.raw &&
    known.states === states && now >= known.madeAt && now < known.summary.changesAt
  ) return known.summary;
  const { text, sentences, changesAt } = summariseStation(stationId, reports, language);
  const summary = { text, sentences, changesAt };
  // Of no report at all there is little to say, and it is not about that station alone.
  if (metar === undefined && taf === undefined) return summary;
  if (known !== undefined || seen.delete(key)) {
    keep(key, { metar: metar?.raw, taf: taf?.raw, states, madeAt: now, summary });
  } else {
    if (seen.size >= MAX_SEEN) seen.clear();
    seen.add(key);
  }
  return summary;
}

/** The one renewed longest ago goes first. */
function keep(key: string, made: Kept): void {
  kept.delete(key);
  kept.set(key, made);
  if (kept.size <= MAX_KEPT) return;
  const [oldest] = kept.keys();
  kept.delete(oldest!);
}
