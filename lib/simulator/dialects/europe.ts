/**
 * Europe: metres, hPa, CAVOK, landing forecasts; the British, German and Scandinavian turns of phrase.
 *
 * @module
 */
import { unit } from "../world/hash.ts";
import { ANNEX_3, type Dialect, type WritingContext } from "./dialect.ts";
import { writeColour } from "./colour_state.ts";

const HALF_HOURLY: Pick<Dialect, "cadence"> = {
  cadence: (station, key) =>
    station.size === "large" || unit(key, 11) < 0.75
      ? { every: 30, minute: 20 }
      : { every: 60, minute: 50 },
};

export const EUROPE: Dialect = {
  ...ANNEX_3,
  ...HALF_HOURLY,
  name: "Europe",
  automaticShare: (station) => station.size === "large" ? 0.15 : 0.35,
  blindShare: 0.04,
  trendShare: 0.62,
  taf: { ...ANNEX_3.taf, hours: (station) => station.size === "large" ? 30 : 24 },
};

/** France, Italy, Spain, Portugal: on the hour and the half hour. */
export const WESTERN_EUROPE: Dialect = {
  ...EUROPE,
  name: "Western Europe",
  cadence: () => ({ every: 30, minute: 0 }),
  clearCode: () => "NSC",
  trendShare: 0.45,
};

/** Scandinavia, the Baltic and the low countries: many automatic stations, cloud types unknown to them. */
export const NORTHERN_EUROPE: Dialect = {
  ...EUROPE,
  name: "Northern Europe",
  automaticShare: () => 0.75,
  unknownCloudType: true,
  noDirectionalVariation: false,
  trendShare: 0.12,
};

/** Switzerland and Austria. */
export const ALPS: Dialect = {
  ...EUROPE,
  name: "Alps",
  noDirectionalVariation: true,
  automaticShare: (station) => station.size === "large" ? 0.2 : 0.7,
  trendShare: 0.5,
};

/** The United Kingdom and Ireland. */
export const UNITED_KINGDOM: Dialect = {
  ...EUROPE,
  name: "United Kingdom",
  automaticShare: (station) => station.size === "large" ? 0.6 : 0.4,
  unknownCloudType: false,
  trendShare: 0.25,
  taf: { ...EUROPE.taf, hours: (station) => station.size === "large" ? 30 : 9, everyHours: 3 },
};

/** Military fields of Europe: a colour state behind the pressure. */
export const EUROPE_MILITARY: Dialect = {
  ...EUROPE,
  name: "Europe, military",
  trendShare: 0,
  supplements: (context: WritingContext) => [writeColour(context.observation)],
};
