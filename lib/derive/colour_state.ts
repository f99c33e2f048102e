/**
 * Military colour state (UK, NATO) from cloud base and visibility; off by default beside the flight category.
 *
 * Aviation rules, section 1: the better colour on the limit, the worse of the two. As with the category, half a
 * report is never the best one.
 *
 * @module
 */
import type { CloudAmount, WeatherElements } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import { toDistance } from "../units/mod.ts";

/** From best to worst. */
export const COLOUR_STATES = ["BLU", "WHT", "GRN", "YLO1", "YLO2", "AMB", "RED"] as const;
export type ColourStateName = (typeof COLOUR_STATES)[number];

/** Least cloud base (ft) and visibility (m) of each colour but RED. */
const LIMITS: readonly (readonly [ColourStateName, number, number])[] = [
  ["BLU", 2500, 8000],
  ["WHT", 1500, 5000],
  ["GRN", 700, 3700],
  ["YLO1", 500, 2500],
  ["YLO2", 300, 1600],
  ["AMB", 200, 800],
];

/** The colour with what decided it. */
export interface DerivedColourState {
  readonly colour: ColourStateName | null;
  /** A part is missing: the truth can only be worse. */
  readonly partial: boolean;
  readonly sources: readonly Source[];
}

/** The least cloud that counts: 3 oktas in the UK, Belgium, France and the Netherlands; 5 elsewhere. */
export type CountedOktas = 3 | 5;

/** Countries (ISO 3166-1) whose colour states count from 3 oktas on. */
const THREE_OKTAS = new Set(["GB", "BE", "FR", "NL"]);

/** The least cloud that counts in a country (ISO 3166-1 alpha-2). */
export function countedOktas(country: string): CountedOktas {
  return THREE_OKTAS.has(country) ? 3 : 5;
}

interface Part {
  readonly colour: ColourStateName | null;
  readonly complete: boolean;
  readonly sources: readonly Source[];
}

function colourAt(value: number, limit: 1 | 2): ColourStateName {
  return LIMITS.find((row) => value >= row[limit])?.[0] ?? "RED";
}

function cloudPart(elements: WeatherElements, oktas: CountedOktas): Part {
  const { cloud, verticalVisibility, prevailingVisibility } = elements;
  const counts = (amount: CloudAmount | "notObservable") =>
    amount === "BKN" || amount === "OVC" || amount === "notObservable" ||
    (oktas === 3 && amount === "SCT");
  const bases: { feet: number; source: Source }[] = [];
  const doubts: Source[] = [];
  if (verticalVisibility.kind === "notObservable") doubts.push(verticalVisibility.source);
  if (verticalVisibility.kind === "value") {
    bases.push({ feet: toDistance(verticalVisibility, "ft"), source: verticalVisibility.source });
  }
  for (const layer of cloud.kind === "layers" ? cloud.layers : []) {
    if (!counts(layer.amount)) continue;
    if (layer.heightAgl === null || layer.amount === "notObservable") doubts.push(layer.source);
    if (layer.heightAgl === null) continue;
    bases.push({ feet: toDistance(layer.heightAgl, "ft"), source: layer.source });
  }
  bases.sort((a, b) => a.feet - b.feet);
  const lowest = bases[0];
  const observed = cloud.kind === "clear" || cloud.kind === "layers" || lowest !== undefined ||
    prevailingVisibility.kind === "cavok";
  if (!observed) return { colour: null, complete: false, sources: doubts };
  const complete = doubts.length === 0 && cloud.kind !== "notUnderstood" &&
    cloud.kind !== "notObservable";
  if (lowest !== undefined) {
    return { colour: colourAt(lowest.feet, 1), complete, sources: [lowest.source, ...doubts] };
  }
  const clear = cloud.kind === "clear" ? [cloud.source] : [];
  return { colour: doubts.length > 0 ? null : "BLU", complete, sources: [...clear, ...doubts] };
}

function visibilityPart({ prevailingVisibility: visibility }: WeatherElements): Part {
  if (visibility.kind === "cavok") {
    return { colour: "BLU", complete: true, sources: [visibility.source] };
  }
  if (visibility.kind !== "visibility") {
    const sources = visibility.kind === "notReported" ? [] : [visibility.source];
    return { colour: null, complete: false, sources };
  }
  const { distance } = visibility;
  const metres = toDistance(distance, "m") - (distance.bound === "atMost" ? 1 : 0);
  const colour = colourAt(metres, 2);
  const complete = distance.bound !== "atMost" || colour === "RED";
  return { colour, complete, sources: [visibility.source] };
}

/**
 * The colour state of an observation or a forecast period.
 *
 * @param oktas the least cloud that counts, see `countedOktas`
 */
export function colourState(elements: WeatherElements, oktas: CountedOktas): DerivedColourState {
  const parts = [cloudPart(elements, oktas), visibilityPart(elements)];
  const incomplete = parts.some((part) => !part.complete);
  const known = parts.flatMap((part) => part.colour === null ? [] : [part.colour]);
  const worst = known.sort((a, b) => COLOUR_STATES.indexOf(b) - COLOUR_STATES.indexOf(a))[0];
  const colour = worst === undefined || (incomplete && worst === "BLU") ? null : worst;
  const telling = parts.filter((part) => colour === null ? !part.complete : part.colour === colour);
  return {
    colour,
    partial: colour !== null && incomplete,
    sources: telling.flatMap((part) => part.sources),
  };
}
