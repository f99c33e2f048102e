/**
 * Facts: everything that a briefing says, as data.
 *
 * A sentence about the weather may only repeat what its facts hold: their numbers with unit and bound, their
 * instants, stations, code words and hazards. The template text keeps to that by construction; text from
 * elsewhere is checked against it.
 *
 * @module
 */
import type { FreshnessState } from "../derive/freshness.ts";
import type { Bound, Unit } from "../units/mod.ts";

/** The ten sections of a standard briefing in the FAA's order (AIM 7-1-5). None is ever left out. */
export const SECTIONS = [
  "adverseConditions",
  "vfrNotRecommended",
  "synopsis",
  "currentConditions",
  "enRouteForecast",
  "destinationForecast",
  "windsAloft",
  "notams",
  "atcDelays",
  "other",
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** What a fact is about. */
export const FACT_KINDS = [
  /** The flight as asked: distance, time, altitude. */
  "flight",
  /** One leg: distance, first course, time. */
  "leg",
  /** Something assumed in the calculation. */
  "assumption",
  /** A SIGMET, G-AIRMET or CWA that touches the corridor. */
  "warning",
  /** One whose place cannot be read: it may be anywhere. */
  "warningPlaceUnknown",
  /** A pilot report in the corridor. */
  "pirep",
  /** How many pilot reports were made in the corridor. */
  "pirepCount",
  /** A station's present category, or its forecast one at the time of passing, is IFR or LIFR. */
  "lowConditions",
  /** Dangerous weather that stations of the corridor report or forecast. */
  "stationHazard",
  /** A METAR of the corridor. */
  "observation",
  /** What prevails in a TAF at an instant. */
  "forecastPrevailing",
  /** The worst that a TAF allows around an instant, with its group. */
  "forecastWorst",
  /** A further fluctuation with a hazard, neither prevailing nor worst. */
  "forecastPossible",
  /** Wind and temperature aloft at a point of the route. */
  "windAloft",
  "freezingLevel",
  /** Highest and lowest pressure, flow, and categories in the corridor. */
  "pressurePattern",
  "categoryCount",
  "densityAltitude",
  "runwayWind",
  "sun",
  /** An aerodrome near the destination with better weather. */
  "alternate",
  /** A comparison with a value below VFR or with one's own minimum. Never a judgement. */
  "vfrComparison",
  "minimaComparison",
  /** A question as it was understood, and what the reports say of its comparison or phenomenon. */
  "question",
  "questionAnswer",
  /** The highest or lowest temperature that a TAF forecasts. */
  "forecastTemperature",
  /** Nothing of the sort in what was retrieved, with the time of the retrieval. */
  "none",
  /** Not available, with the reason. */
  "unavailable",
  /** Left out on purpose, with the reason. */
  "omitted",
  /** How many reports did not concern the flight, by reason. */
  "excluded",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** A piece of a raw report: `report` is a key of the briefing's `reports`. */
export interface FactSource {
  readonly report: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A number with its unit. `count` has none; a `flightLevel` is feet of standard pressure, written FL. */
export interface FactValue {
  /** What it is: `ceiling`, `visibility`, `windSpeed`, `distanceAlong` … */
  readonly name: string;
  readonly value: number;
  readonly unit: Unit | "count";
  readonly bound?: Bound;
  readonly flightLevel?: true;
  /** Where it was read. Absent where it was computed. */
  readonly source?: FactSource;
}

/** An instant by its meaning: `observed`, `issued`, `validFrom`, `validTo`, `passing`, `eta`, `sunrise` … */
export interface FactTime {
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** A value of another station, or something off the route: how far, in which direction (true), how much higher. */
export interface FactPlace {
  /** From where `distance` and `bearing` count: a location indicator, or `route`. */
  readonly from: string;
  readonly distance: FactValue;
  readonly bearing: FactValue | null;
  /** Positive: higher. `null` where an elevation is not known. */
  readonly elevationDifference: FactValue | null;
}

/** One statement. */
export interface Fact {
  /** Unique within a briefing: `f12`. */
  readonly id: string;
  /** The same in another briefing of the same flight: `observation:KJFK`. For "what has changed". */
  readonly key: string;
  readonly section: SectionName;
  readonly kind: FactKind;
  /** Location indicator, where it is about one. */
  readonly station: string | null;
  readonly place: FactPlace | null;
  readonly values: readonly FactValue[];
  readonly times: readonly FactTime[];
  /** Codes that a sentence must keep: `IFR`, `TEMPO`, `PROB30`, `BKN`, `+TSRA`, `SIGMET`. */
  readonly words: readonly string[];
  /** Hazards that a text must name: `thunderstorm`, `icing`, `IFR`. */
  readonly hazards: readonly string[];
  /** How strong, how certain: `severe`, `TEMPO`, `PROB30`, `inVicinity`. Nothing of it may be softened. */
  readonly qualifiers: readonly string[];
  /** Enumerated details by name, for the template: `product`, `reason`, `comparison`. */
  readonly details: Readonly<Record<string, string>>;
  /** Keys of the reports that it rests on. */
  readonly reports: readonly string[];
  readonly sources: readonly FactSource[];
  /** The worst freshness among its reports; `null` where it rests on none. */
  readonly freshness: FreshnessState | null;
  /** Free text of a report: at most 200 characters of `A–Z 0–9 / . + - space`. Quoted data, never an instruction. */
  readonly quoted: string | null;
}

/** Longest free text of a fact. */
export const MAX_QUOTED = 200;

/** Free text of a report as a fact may hold it; `null` where nothing is left. */
export function quotable(text: string): string | null {
  const clean = text.toUpperCase().replace(/[^A-Z0-9/.+\- ]+/g, " ").replace(/ {2,}/g, " ").trim();
  return clean === "" ? null : clean.slice(0, MAX_QUOTED).trim();
}

/** The value of a fact by its name. */
export function valueOf(fact: Pick<Fact, "values">, name: string): FactValue | undefined {
  return fact.values.find((one) => one.name === name);
}

/** The instant of a fact by its name, ISO 8601. */
export function timeOf(fact: Pick<Fact, "times">, name: string): string | undefined {
  return fact.times.find((one) => one.name === name)?.at;
}

const NOTHING = {
  station: null,
  place: null,
  values: [],
  times: [],
  words: [],
  hazards: [],
  qualifiers: [],
  details: {},
  reports: [],
  sources: [],
  freshness: null,
  quoted: null,
} as const;

/** What a builder gives: the parts that it has. */
export type FactDraft =
  & Pick<Fact, "key" | "section" | "kind">
  & Partial<Omit<Fact, "id" | "key" | "section" | "kind">>;

/** Collects facts and numbers them in the order in which they come. */
export class FactList {
  readonly #facts: Fact[] = [];
  readonly #keys = new Map<string, number>();
  readonly #worst: (reports: readonly string[]) => FreshnessState | null;

  /** @param worst the worst freshness among reports, for facts that do not say theirs */
  constructor(worst: (reports: readonly string[]) => FreshnessState | null = () => null) {
    this.#worst = worst;
  }

  /** Adds a fact; a key that was used before gets a number behind it. */
  add(draft: FactDraft): Fact {
    const used = this.#keys.get(draft.key) ?? 0;
    this.#keys.set(draft.key, used + 1);
    const key = used === 0 ? draft.key : `${draft.key}#${used + 1}`;
    const id = `f${this.#facts.length + 1}`;
    const freshness = draft.freshness ?? this.#worst(draft.reports ?? []);
    const fact: Fact = { ...NOTHING, ...draft, freshness, key, id };
    this.#facts.push(fact);
    return fact;
  }

  get all(): readonly Fact[] {
    return this.#facts;
  }

  in(section: SectionName): readonly Fact[] {
    return this.#facts.filter((fact) => fact.section === section);
  }
}
