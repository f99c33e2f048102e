/**
 * Answers an intent by code: facts of the reports, each told by its template. Nothing here knows who read the question.
 *
 * @module
 */
import type { Language } from "../../products/text/mod.ts";
import type { Station } from "../../stations/station.ts";
import { HOUR_MS, toIso } from "../../time/mod.ts";
import { type Fact, type FactDraft, FactList, type FactTime } from "../facts.ts";
import { type BriefingReport, ReportBook } from "../report_book.ts";
import { LATEST_MS } from "../request.ts";
import { runwayWindFact } from "../sections/aerodromes.ts";
import { type BriefingSentence, sentenceOf, Words } from "../text/mod.ts";
import type { BriefingSources } from "../world.ts";
import type { Asked } from "./asked.ts";
import { forecast, forecastTemperatures, type ToldForecast } from "./forecast.ts";
import type { AskedPlace, Intent, Subject } from "./intent.ts";
import { observed } from "./observed.ts";
import { warningsOver } from "./over.ts";
import { type Holds, holds, type Result, resultOf } from "./verdict.ts";

/** What became of a question. */
export const OUTCOMES = [
  /** Told from a report or a forecast of the place itself. */
  "answered",
  /** None of the place is held for the time: that is said, with what there is. */
  "noReport",
  /** It asks for the past. */
  "past",
  "noPlace",
  "unknownPlace",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** An answer. */
export interface Answer {
  readonly outcome: Outcome;
  /** What was understood, in one sentence. */
  readonly understood: BriefingSentence;
  readonly sentences: readonly BriefingSentence[];
  readonly facts: readonly Fact[];
  readonly reports: readonly BriefingReport[];
}

/** An observation says something of a time so close. */
const OBSERVED_MS = HOUR_MS;
/** Subjects with which the lists of warnings are told, empty ones too. */
const WITH_LISTS: ReadonlySet<Subject> = new Set<Subject>([
  "weather",
  "hazards",
  "thunderstorm",
  "icing",
  "freezing",
]);
/** Subjects that a TAF does not tell for a time. */
const NOT_FORECAST: ReadonlySet<Subject> = new Set<Subject>(["temperature", "pressure"]);

/** Answers `intent` in `language`. */
export function answerIntent(
  intent: Intent,
  sources: BriefingSources,
  language: Language,
): Answer {
  const now = sources.reports.now();
  const asked: Asked = { intent, sources, now, facts: new FactList(), book: new ReportBook() };
  const id = intent.place?.id ?? null;
  const station = id === null ? undefined : sources.reports.stations.get(id);
  const understood = asked.facts.add(questionFact(intent, station));
  const outcome = id === null ? noPlace(intent.place, asked) : tell(id, station, asked);
  const words = new Words(language, now);
  const facts = asked.facts.all;
  return {
    outcome,
    understood: sentenceOf(understood, words),
    sentences: facts.filter((fact) => fact !== understood)
      .toSorted((a, b) => order(a) - order(b)).map((fact) => sentenceOf(fact, words)),
    facts,
    reports: asked.book.all,
  };
}

/** What must be said first, then what the question asks for, then the reports. */
function order({ kind, details }: Fact): number {
  if (kind === "omitted" || details["what"] === "question") return 0;
  return kind === "questionAnswer" ? 1 : 2;
}

function questionTimes({ from, to }: Pick<Intent, "from" | "to">): FactTime[] {
  return [
    { name: "from", at: toIso(from) },
    ...(to === from ? [] : [{ name: "to", at: toIso(to) }]),
  ];
}

/** What is compared with, as parts of a fact. */
function comparisonParts({ subject, comparison }: Intent) {
  return {
    values: comparison?.kind === "number"
      ? [{ name: "limit", value: comparison.value, unit: comparison.unit }]
      : [],
    details: {
      subject,
      ...(comparison && { relation: comparison.relation }),
      ...(comparison?.kind === "category" && { compared: comparison.category }),
    },
  };
}

function questionFact(intent: Intent, station: Station | undefined): FactDraft {
  const { place, further, runway } = intent;
  const { values, details } = comparisonParts(intent);
  return {
    key: "question",
    section: "other",
    kind: "question",
    station: place?.id ?? null,
    values,
    times: questionTimes(intent),
    details: {
      ...details,
      ...(further.length > 0 && { further: further.join(" ") }),
      ...(station && { name: station.name }),
      ...(runway !== null && { runway }),
    },
  };
}

function unavailable(what: string, reason: string, rest: Partial<FactDraft> = {}): FactDraft {
  return {
    key: `${what}:${reason}`,
    section: "other",
    kind: "unavailable",
    ...rest,
    details: { what, reason },
  };
}

function noPlace(place: AskedPlace | null, { facts }: Asked): Outcome {
  const reason = place === null ? "noPlace" : "unknownPlace";
  facts.add(unavailable("question", reason));
  return reason;
}

function tell(id: string, station: Station | undefined, asked: Asked): Outcome {
  const { intent, now, facts } = asked;
  if (intent.advice) {
    facts.add({
      key: "judgement",
      section: "vfrNotRecommended",
      kind: "omitted",
      details: { what: "judgement" },
    });
  }
  if (intent.to < now - LATEST_MS) {
    facts.add(unavailable("question", "past", { station: id, times: questionTimes(intent) }));
    observed(id, station, asked);
    return "past";
  }
  const isNow = intent.from - now <= OBSERVED_MS;
  const isOfNow = intent.from - now <= LATEST_MS;
  const subjects = [intent.subject, ...intent.further];
  const measured = subjects.every((one) => NOT_FORECAST.has(one));
  const own = isNow || measured ? observed(id, station, asked) : null;
  if (own !== null) tellObserved(own, station, isOfNow, asked);
  if (measured) {
    if (!isOfNow) notForecast(id, subjects, asked);
    if (subjects.includes("temperature")) forecastTemperatures(id, asked);
    return own === null && facts.all.every(({ kind }) => kind !== "forecastTemperature")
      ? "noReport"
      : "answered";
  }
  const told = forecast(id, station, asked);
  if (told !== null) tellForecast(told, station, asked);
  else if (!isNow) observed(id, station, asked);
  if (subjects.includes("temperature")) forecastTemperatures(id, asked);
  if (station === undefined) facts.add(unavailable("warnings", "noPosition", { station: id }));
  else warningsOver(station, intent.advice || subjects.some((one) => WITH_LISTS.has(one)), asked);
  return told !== null || (own !== null && isOfNow) ? "answered" : "noReport";
}

function notForecast(id: string, subjects: readonly Subject[], { intent, facts }: Asked): void {
  for (const what of subjects) {
    facts.add(
      unavailable(what, "notForecast", { station: id, times: questionTimes(intent) }),
    );
  }
}

/** The wind on the runway, where it was asked for, and what the observation says of the comparison. */
function tellObserved(
  fact: Fact,
  station: Station | undefined,
  isOfNow: boolean,
  asked: Asked,
): void {
  const { intent, sources: { reports }, facts } = asked;
  const isCrosswind = [intent.subject, ...intent.further].includes("crosswind");
  const metar = reports.metar(fact.station ?? "");
  let compared = fact;
  if (isCrosswind && station && metar) {
    const draft = runwayWindFact(
      station,
      metar.observedAt,
      {
        wind: metar.decoded.surfaceWind,
        basis: "observed",
        report: fact.reports[0]!,
        freshness: fact.freshness ?? "current",
      },
      intent.runway,
    );
    const runway = facts.add({ ...draft, key: `${draft.key}:observed` });
    if (intent.subject === "crosswind") compared = runway;
  }
  if (!isOfNow) return;
  const held = holds(intent.subject, intent.comparison, compared);
  if (held === undefined) return;
  const isCurrent = fact.freshness === "current" || fact.freshness === "ageing";
  // What is reported is so, whatever else of the report could not be read.
  const isReported = held === true && intent.comparison === null;
  const isComplete = isCurrent && (isReported || fact.details["unparsed"] === undefined);
  addAnswer("observed", resultOf([held], isComplete), [fact], asked, [
    ...fact.times.filter(({ name }) => name === "observed"),
  ]);
}

function tellForecast(
  { states, runways, isComplete, window }: ToldForecast,
  station: Station | undefined,
  asked: Asked,
): void {
  const { intent } = asked;
  const compared = intent.subject === "crosswind" && station ? runways : states;
  const all = compared.map((fact) => holds(intent.subject, intent.comparison, fact));
  if (all.length === 0 || all.includes(undefined)) return;
  const known = resultOf(all as Holds[], isComplete);
  // What a state names is forecast, whatever is not known of the others.
  const isNamed = known === "unknown" && intent.comparison === null && all.includes(true);
  const result = isNamed ? "possible" : known;
  addAnswer("forecast", result, states, asked, questionTimes(window ?? intent));
}

function addAnswer(
  basis: "observed" | "forecast",
  result: Result,
  states: readonly Fact[],
  { intent, facts }: Asked,
  times: readonly FactTime[],
): void {
  const { values, details } = comparisonParts(intent);
  const [first] = states;
  facts.add({
    key: `answer:${basis}`,
    section: basis === "observed" ? "currentConditions" : "destinationForecast",
    kind: "questionAnswer",
    station: first!.station,
    values,
    times,
    details: { ...details, basis, result },
    reports: first!.reports,
    freshness: first!.freshness,
  });
}
