/**
 * Non-convective SIGMETs of the United States: severe turbulence and severe icing, four hours each.
 *
 * @module
 */
import { HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import type { Site } from "../sites.ts";
import { mapInSlices } from "../slices.ts";
import type { Conditions, WeatherWorld } from "../world/mod.ts";
import { aloftAt } from "./aloft.ts";
import { putInWords } from "./anchors.ts";
import { statesWithin } from "./convective.ts";
import { cellsOf, clusters, outline } from "./geometry.ts";
import type { DomesticSigmet } from "./model.ts";

const BOX = { south: 26, west: -124, north: 49, east: -68, step: 1.5 };
const VALID_MS = 4 * HOUR_MS;
const NAMES = ["NOVEMBER", "OSCAR", "PAPA", "QUEBEC", "ROMEO", "UNIFORM"] as const;

const two = (n: number) => String(n).padStart(2, "0");
const stamp = (instant: number) => {
  const at = new Date(instant);
  return two(at.getUTCDate()) + two(at.getUTCHours()) + two(at.getUTCMinutes());
};

const KINDS = [
  {
    hazard: "TURB",
    baseFt: 28000,
    topFt: 39000,
    words: "OCNL SEV TURB BTN FL280 AND FL390. DUE TO WNDSHR ASSOCD WITH JTST.",
    meets: (air: Conditions) => aloftAt(air, 1000, 34000).windSpeed > 128,
  },
  {
    hazard: "ICE",
    baseFt: 5000,
    topFt: 16000,
    words: "OCNL SEV RIME/MXD ICGICIP BTN 050 AND FL160.",
    meets: (air: Conditions) =>
      Math.max(aloftAt(air, 1000, 9000).icing, aloftAt(air, 1000, 14000).icing) > 0.97,
  },
] as const;

/** When the four-hourly issue in force at `now` was made. */
export function severeIssue(now: number): number {
  const offset = 25 * MINUTE_MS;
  return Math.floor((now - offset) / VALID_MS) * VALID_MS + offset;
}

/** The SIGMETs of the issue at `issuedAt`. */
export async function severeSigmets(
  world: WeatherWorld,
  sites: readonly Site[],
  issuedAt: number,
): Promise<DomesticSigmet[]> {
  const airs = await mapInSlices(
    cellsOf(BOX),
    (cell) => [{ cell, air: world.at(cell.latitude, cell.longitude, 900, issuedAt) }],
  );
  const areas = KINDS.flatMap((kind) =>
    clusters(airs.filter(({ air }) => kind.meets(air)).map(({ cell }) => cell), BOX.step)
      .filter((group) => group.length >= 4).slice(0, 3).map((group) => ({ kind, group }))
  );
  return areas.map(({ kind, group }, i) => {
    const { ring, places } = putInWords(outline(group, BOX.step, 7));
    const name = NAMES[i]!;
    const validTo = issuedAt + VALID_MS;
    const text = [
      `WSUS0${i + 1} KKCI ${stamp(issuedAt)}`,
      `WS${i + 1}${name[0]} `,
      `SIGMET ${name} 1 VALID UNTIL ${stamp(validTo)}`,
      statesWithin(ring, sites),
      `FROM ${places.join(" TO ")}`,
      `${kind.words} CONDS CONTG BYD ${stamp(validTo).slice(2)}Z.`,
    ].join("\n");
    return {
      series: `${name} 1`,
      text,
      issuedAt,
      validFrom: issuedAt,
      validTo,
      hazard: kind.hazard,
      baseFt: kind.baseFt,
      topFt: kind.topFt,
      movement: null,
      ring,
    };
  });
}
