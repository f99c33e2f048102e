/**
 * One station in one paragraph: what it reports now and what its forecast allows.
 *
 * @module
 */
import type { Language } from "../products/text/mod.ts";
import { HOUR_MS, toIso } from "../time/mod.ts";
import { isUsable } from "./context.ts";
import { type Fact, FactList, timeOf } from "./facts.ts";
import { type BriefingReport, ReportBook } from "./report_book.ts";
import { forecastAround, forecastFacts, observationFact } from "./sections/stations.ts";
import type { BriefingSentence } from "./text/mod.ts";
import { Words } from "./text/words.ts";
import type { BriefingWorld } from "./world.ts";

/** A paragraph with the facts that it is made of. */
export interface StationSummary {
  readonly text: string;
  readonly sentences: readonly BriefingSentence[];
  readonly facts: readonly Fact[];
  readonly reports: readonly BriefingReport[];
}

/** How far ahead the forecast is looked at. */
const AHEAD_MS = 6 * HOUR_MS;

/**
 * The paragraph of a station, by its METAR that may still be used and by its TAF for the next six hours. It says so
 * where there is neither.
 */
export function summariseStation(
  stationId: string,
  reports: BriefingWorld,
  language: Language = "en",
): StationSummary {
  const now = reports.now();
  const book = new ReportBook();
  const facts = new FactList();
  const words = new Words(language, now);
  const sentences: BriefingSentence[] = [];
  const told = (text: string, ...of: Fact[]) =>
    void sentences.push({ text, factIds: of.map(({ id }) => id) });
  const metar = reports.metar(stationId);
  if (metar !== undefined && isUsable(metar) && !metar.decoded.nil) {
    const fact = facts.add(
      observationFact(metar, stationId, "currentConditions", null, { book }),
    );
    told(nowText(fact, words), fact);
    const freshness = words.sayIfKnown(`freshness.${fact.freshness}`);
    if (freshness) told(freshness, fact);
  }
  const taf = reports.taf(stationId);
  const middle = now + AHEAD_MS / 2;
  const around = taf !== undefined && isUsable(taf)
    ? forecastAround(taf.decoded, middle, AHEAD_MS / 2)
    : null;
  if (taf !== undefined && around !== null) {
    const drafts = forecastFacts(taf, around, {
      station: stationId,
      section: "destinationForecast",
      place: null,
      at: middle,
      timeName: "until",
    }, { book });
    const all = drafts.map((draft) =>
      facts.add({
        ...draft,
        times: [...draft.times ?? [], { name: "end", at: toIso(now + AHEAD_MS) }],
      })
    );
    told(laterText(all, words), ...all);
  }
  if (sentences.length === 0) {
    const fact = facts.add({
      key: `summary:${stationId}`,
      section: "currentConditions",
      kind: "unavailable",
      station: stationId,
      details: { what: "observation", reason: "noReport" },
    });
    told(words.say("summary.none", { station: stationId }), fact);
  }
  return {
    text: sentences.map(({ text }) => text).join(" "),
    sentences,
    facts: facts.all,
    reports: book.all,
  };
}

function nowText(fact: Fact, words: Words): string {
  return words.say("summary.now", {
    station: fact.station ?? "?",
    time: words.time(fact, "observed"),
    category: words.category(fact),
    elements: [
      words.elements(fact),
      ...(fact.hazards.some((hazard) => !NAMED.has(hazard))
        ? [
          words.say("hazards", {
            list: fact.hazards.filter((hazard) => !NAMED.has(hazard))
              .map((hazard) => words.hazard(hazard)).join(", "),
          }),
        ]
        : []),
    ].join("; "),
  });
}

/** Told by category, wind or cloud already. */
const NAMED = new Set(["IFR", "LIFR", "gust", "cumulonimbus", "toweringCumulus"]);

function laterText(all: readonly Fact[], words: Words): string {
  const [prevailing, ...others] = all as readonly [Fact, ...Fact[]];
  const worst = others.find(({ kind }) => kind === "forecastWorst");
  const until = words.clock(timeOf(prevailing, "end"));
  const first = worst === undefined
    ? words.say("summary.same", { until, category: words.category(prevailing) })
    : words.say("summary.later", {
      until,
      category: words.category(worst),
      change: words.change(worst.details["change"]) ?? words.say("change.none"),
      period: words.period(worst, "changeFrom", "changeTo"),
    });
  const hazards = [...new Set(all.flatMap((fact) => fact.hazards))]
    .filter((hazard) => hazard !== "IFR" && hazard !== "LIFR");
  if (hazards.length === 0) return first;
  const list = hazards.map((hazard) => words.hazard(hazard)).join(", ");
  const text = words.say("hazards", { list });
  return `${first} ${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
