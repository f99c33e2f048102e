/**
 * Pilot reports of the corridor.
 *
 * @module
 */
import { pirepFreshness } from "../../derive/freshness.ts";
import type { Steps } from "../../resilience/steps.ts";
import { HOUR_MS, toIso } from "../../time/mod.ts";
import type { HeightBand, Pirep } from "../../products/pirep/model.ts";
import type { DecodedReport, Source } from "../../products/product.ts";
import type { HeldReport, Position } from "../../products/raw_report.ts";
import type { Context } from "../context.ts";
import { degrees, nauticalMiles } from "../context.ts";
import { abeam } from "../corridor/touch.ts";
import { factValue, unique } from "../elements.ts";
import { type FactDraft, type FactPlace, type FactValue, quotable } from "../facts.ts";
import { factSource } from "../report_book.ts";
import { initialCourse } from "../../stations/geometry.ts";
import { pointAt } from "../route/track.ts";

/** A pilot report says something for about two hours. */
const USEFUL_MS = 2 * HOUR_MS;

/** A report in the corridor. `place` is `null` where its position is not known. */
export interface FoundPirep {
  readonly held: HeldReport<DecodedReport>;
  readonly pirep: Pirep;
  readonly place: FactPlace | null;
  readonly alongNm: number | null;
}

/** Reports of the last two hours in the corridor, and urgent ones whose place is not known, in the order of the route. */
export function* findPireps(context: Context): Steps<FoundPirep[]> {
  const { now, track, request } = context;
  const found: FoundPirep[] = [];
  for (const held of context.sources.reports.hazards("pirep")) {
    yield;
    if (held.decoded.product !== "pirep" || now - held.observedAt > USEFUL_MS) continue;
    const pirep = held.decoded as Pirep;
    const position = positionOf(held, pirep);
    if (position === null) {
      if (pirep.urgent) found.push({ held, pirep, place: null, alongNm: null });
      continue;
    }
    const beside = abeam(track, position, request.corridorNm);
    if (beside === null) continue;
    const { distanceNm, alongNm } = beside;
    const bearing = initialCourse(pointAt(track, alongNm), position);
    found.push({
      held,
      pirep,
      alongNm,
      place: {
        from: "route",
        distance: nauticalMiles("distance", distanceNm),
        bearing: distanceNm < 1 ? null : degrees("bearing", bearing),
        elevationDifference: null,
      },
    });
  }
  return found.sort((a, b) => (a.alongNm ?? -1) - (b.alongNm ?? -1));
}

function positionOf(held: HeldReport<DecodedReport>, { place }: Pirep): Position | null {
  if (place.kind === "position") return place;
  if (held.raw.attributes?.["positionDoubtful"] === true) return null;
  return held.raw.position ?? null;
}

/** The fact of a pilot report; urgent ones are adverse conditions. */
export function pirepFact(found: FoundPirep, { book, now }: Context): FactDraft {
  const { held, pirep, place, alongNm } = found;
  const freshness = pirepFreshness(held.observedAt, now).state;
  const report = book.key(held, freshness);
  const collected = new Collected(report);
  turbulence(pirep, collected);
  icing(pirep, collected);
  sky(pirep, collected);
  weather(pirep, collected);
  const level = levelValues(pirep);
  return {
    key: `pirep:${toIso(held.observedAt)}:${pirep.aircraftType?.text ?? "-"}`,
    section: pirep.urgent ? "adverseConditions" : "currentConditions",
    kind: "pirep",
    place,
    values: [
      ...(alongNm === null ? [] : [nauticalMiles("along", alongNm)]),
      ...level,
      ...collected.values,
    ],
    times: [{ name: "observed", at: toIso(held.observedAt) }],
    words: unique([
      pirep.urgent ? "UUA" : "UA",
      ...(pirep.aircraftType ? [pirep.aircraftType.text] : []),
      ...collected.words,
    ]),
    hazards: unique([
      ...collected.hazards,
      ...pirep.urgentBecause.map(({ reason }) => reason).filter((one) => one !== "reportType"),
    ]),
    qualifiers: unique(collected.qualifiers),
    details: {
      level: pirep.level.kind,
      ...(pirep.urgent && { urgent: "yes" }),
      ...(pirep.aircraftType && { aircraft: pirep.aircraftType.text }),
      ...collected.details,
    },
    reports: [report],
    sources: collected.sources.map((source) => factSource(report, source)),
    freshness,
    quoted: pirep.remarks === null ? null : quotable(pirep.remarks.text),
  };
}

/** What the fields of a report add up to. */
class Collected {
  readonly values: FactValue[] = [];
  readonly words: string[] = [];
  readonly hazards: string[] = [];
  readonly qualifiers: string[] = [];
  readonly details: Record<string, string> = {};
  readonly sources: Source[] = [];
  readonly #report: string;

  constructor(report: string) {
    this.#report = report;
  }

  /** Heights between which it was met. */
  band(name: string, { base, top }: HeightBand, source: Source): void {
    const cited = factSource(this.#report, source);
    if (base !== null) this.values.push(factValue(`${name}Base`, base, cited));
    if (top !== null) this.values.push(factValue(`${name}Top`, top, cited));
    this.sources.push(source);
  }
}

/** The first of a kind has its name alone, the others a number behind it. */
const numbered = (name: string, i: number) => i === 0 ? name : `${name}${i + 1}`;

/** What was met with its heights, how strong and of which type; gives the strongest intensity of it. */
function met<T extends Pirep["turbulence"][number] | Pirep["icing"][number]>(
  name: string,
  one: T,
  into: Collected,
): T["intensity"] {
  const { intensity, intensityTo, type } = one;
  into.band(name, one, one.source);
  into.details[name] = [intensity, intensityTo].filter(Boolean).join(" to ") || "unknown";
  if (type) into.details[`${name}Type`] = type;
  return intensityTo ?? intensity;
}

function turbulence({ turbulence }: Pirep, into: Collected): void {
  turbulence.forEach((one, i) => {
    const intensity = met(numbered("turbulence", i), one, into);
    if (one.frequency) into.qualifiers.push(one.frequency);
    if (intensity === "none" && !one.type) return;
    into.hazards.push(one.type === "lowLevelWindShear" ? "lowLevelWindShear" : "turbulence");
    if (intensity !== null && intensity !== "none") into.qualifiers.push(intensity);
  });
}

function icing({ icing }: Pirep, into: Collected): void {
  icing.forEach((one, i) => {
    const intensity = met(numbered("icing", i), one, into);
    if (intensity === "none") return;
    into.hazards.push("icing");
    if (intensity !== null) into.qualifiers.push(intensity);
  });
}

function sky({ sky }: Pirep, into: Collected): void {
  sky.forEach(({ cover, coverTo, base, top, source }, i) => {
    const name = numbered("sky", i);
    into.details[name] = coverTo ? `${cover}-${coverTo}` : cover;
    into.band(name, { base, top }, source);
    if (cover !== "clear" && cover !== "unknown") into.words.push(cover);
  });
}

function weather({ weather, airTemperature, wind }: Pirep, into: Collected): void {
  const codes = weather.map(({ code, source }) => (into.sources.push(source), code));
  if (codes.length > 0) into.details["weatherCodes"] = codes.join(" ");
  into.words.push(...codes);
  for (const { descriptors, types } of weather) {
    if (descriptors.includes("TS")) into.hazards.push("thunderstorm");
    if (types.includes("GR") || types.includes("GS")) into.hazards.push("hail");
    if (types.includes("FC")) into.hazards.push("tornado");
    if (types.includes("VA")) into.hazards.push("volcanicAsh");
    if (descriptors.includes("FZ") && types.length > 0) into.hazards.push("freezingPrecipitation");
  }
  if (airTemperature.kind === "value") {
    into.values.push(factValue("temperature", airTemperature));
    into.sources.push(airTemperature.source);
  }
  if (wind.kind === "wind") {
    into.values.push(
      factValue("windDirection", wind.direction),
      factValue("windSpeed", wind.speed),
    );
    into.sources.push(wind.source);
  }
}

function levelValues({ level }: Pirep): FactValue[] {
  if (level.kind !== "level") return [];
  const flightLevel = { flightLevel: true as const };
  return [
    { ...factValue("level", level.altitude), ...(level.altitude.value >= 18_000 && flightLevel) },
    ...(level.to
      ? [{ ...factValue("levelTo", level.to), ...(level.to.value >= 18_000 && flightLevel) }]
      : []),
  ];
}
