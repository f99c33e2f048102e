/**
 * The United States (FMH-1): statute miles, inches, and long remarks by sensors.
 *
 * @module
 */
import { HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import type { Station } from "../../stations/station.ts";
import { unit } from "../world/hash.ts";
import { ANNEX_3, type Dialect, type WritingContext } from "./dialect.ts";
import { compass, seaLevelPressure, signedTenths } from "./groups.ts";

/** Observing systems differ: airport ASOS (`AO2` at :51–:56), AWOS at :15, :35, :55. */
function isAwos(station: Station, key: number): boolean {
  return station.size === "small" && unit(key, 21) < 0.75;
}

export const UNITED_STATES: Dialect = {
  ...ANNEX_3,
  name: "United States",
  visibilityUnit: "SM",
  visibilityCap: 10,
  pressure: ["A"],
  rvrUnit: "ft",
  usesCavok: false,
  significantCloudOnly: false,
  clearCode: (automatic) => automatic ? "CLR" : "SKC",
  automaticShare: (station) =>
    station.size === "large" ? 0.15 : station.size === "medium" ? 0.75 : 1,
  blindShare: 0.012,
  cadence: (station, key) =>
    isAwos(station, key)
      ? { every: 20, minute: 15 }
      : { every: 60, minute: 51 + Math.floor(unit(key, 22) * 6) },
  trendShare: 0,
  needsMaintenance: (station, key) => !isAwos(station, key) && unit(key, 27) < 0.16,
  remarks: writeRemarks,
  taf: {
    ...ANNEX_3.taf,
    change: "FM",
    probability: [30],
    hours: (station) => station.size === "large" ? 30 : 24,
    leadMinutes: 35,
  },
};

function writeRemarks(context: WritingContext): string[] {
  const { site, observation, conditions, chance } = context;
  const awos = isAwos(site.station, site.key);
  const type = awos && unit(site.key, 23) < 0.3 ? "AO1" : "AO2";
  const groups: string[] = [type];
  if (awos) {
    if (observation.temperature !== null && observation.dewPoint !== null && type === "AO2") {
      groups.push(hourlyTemperature(context));
    }
    return groups;
  }
  groups.push(...peakWind(context), ...beginnings(context), ...lightning(context));
  if (observation.type === "METAR") {
    groups.push(...pressureChange(context));
    groups.push(chance(31) < 0.015 ? "SLPNO" : seaLevelPressure(conditions.pressure));
    groups.push(...precipitation(context));
    if (observation.temperature !== null) groups.push(hourlyTemperature(context));
    groups.push(...threeHourly(context));
  } else if (conditions.rate > 0) {
    groups.push(hourlyAmount(context));
  }
  if (unit(site.key, 24) < 0.1) groups.push("TSNO");
  if (unit(site.key, 25) < 0.05) groups.push("FZRANO");
  if (unit(site.key, 26) < 0.02) groups.push("PWINO");
  if (observation.maintenance) groups.push("$");
  return groups;
}

function hourlyTemperature({ observation }: WritingContext): string {
  const air = signedTenths(observation.temperature!.tenths);
  return "T" + air +
    (observation.dewPoint === null ? "" : signedTenths(observation.dewPoint.tenths));
}

function peakWind({ observation, conditions, chance }: WritingContext): string[] {
  if (observation.wind.kind !== "wind" || conditions.windGust < 26) return [];
  if (observation.type === "SPECI" || observation.wind.gust === null) return [];
  const speed = Math.max(26, observation.wind.gust + Math.floor(chance(41) * 4));
  const minute = new Date(observation.observedAt - chance(42) * 25 * MINUTE_MS).getUTCMinutes();
  const hourOf = new Date(observation.observedAt - HOUR_MS / 2);
  const at = new Date(observation.observedAt).getUTCMinutes() >= minute
    ? String(minute).padStart(2, "0")
    : String(hourOf.getUTCHours()).padStart(2, "0") + String(minute).padStart(2, "0");
  const direction = String(observation.wind.direction).padStart(3, "0");
  return ["PK", "WND", `${direction}${String(speed).padStart(2, "0")}/${at}`];
}

/** `RAB17`, `SNE40`: when precipitation or thunder began or ended within the hour. */
function beginnings({ observation, conditions, at, chance }: WritingContext): string[] {
  const before = at(observation.observedAt - 40 * MINUTE_MS);
  const minute = (salt: number) =>
    String(new Date(observation.observedAt - (3 + chance(salt) * 30) * MINUTE_MS).getUTCMinutes())
      .padStart(2, "0");
  const code = (kind: string | null) =>
    kind === null ? null : kind.startsWith("FZ") ? kind : kind.slice(0, 2);
  const groups: string[] = [];
  const now = code(conditions.precipitationKind), then = code(before.precipitationKind);
  if (now !== then) {
    if (now !== null && (observation.weather?.length ?? 0) > 0) groups.push(`${now}B${minute(51)}`);
    if (then !== null) groups.push(`${then}E${minute(52)}`);
  }
  if (conditions.thunder && !before.thunder) groups.push(`TSB${minute(53)}`);
  if (!conditions.thunder && before.thunder) groups.push(`TSE${minute(54)}`);
  // Begins and ends of one phenomenon are one word (FMH-1, 12.7.1.l): RAB05E30.
  return groups.length === 0 ? [] : [groups.join("")];
}

function lightning({ conditions, chance }: WritingContext): string[] {
  if (conditions.thunder) {
    const move = compass(chance(62));
    return ["OCNL", "LTGICCG", "OHD", "TS", "OHD", "MOV", move];
  }
  if (conditions.nearThunder) return ["LTG", "DSNT", compass(chance(61))];
  return [];
}

function pressureChange({ observation, conditions, at }: WritingContext): string[] {
  const change = conditions.pressure - at(observation.observedAt - HOUR_MS).pressure;
  return change > 2 ? ["PRESRR"] : change < -2 ? ["PRESFR"] : [];
}

function hourlyAmount({ conditions }: WritingContext): string {
  const hundredths = Math.round(conditions.rate / 25.4 * 100);
  return "P" + String(Math.min(hundredths, 999)).padStart(4, "0");
}

function precipitation(context: WritingContext): string[] {
  const { observation, conditions, at } = context;
  const recent = Math.max(conditions.rate, at(observation.observedAt - HOUR_MS / 2).rate);
  return recent > 0
    ? [hourlyAmount({ ...context, conditions: { ...conditions, rate: recent } })]
    : [];
}

/** The groups of the intermediate (3-hourly) and main (6-hourly) synoptic hours. */
function threeHourly({ observation, conditions, at }: WritingContext): string[] {
  const nominal = new Date(observation.observedAt + 15 * MINUTE_MS).getUTCHours();
  if (nominal % 3 !== 0) return [];
  const groups: string[] = [];
  const hoursBack = (hours: number) => at(observation.observedAt - hours * HOUR_MS);
  const span = nominal % 6 === 0 ? 6 : 3;
  let sum = 0;
  for (let h = 0; h < span; h++) sum += h === 0 ? conditions.rate : hoursBack(h).rate;
  if (sum > 0) groups.push("6" + String(Math.round(sum / 25.4 * 100)).padStart(4, "0"));
  if (span === 6) {
    const temperatures = [0, 1, 2, 3, 4, 5].map((h) =>
      h === 0 ? conditions.temperature : hoursBack(h).temperature
    );
    groups.push("1" + signedTenths(Math.max(...temperatures)));
    groups.push("2" + signedTenths(Math.min(...temperatures)));
  }
  const change = Math.round((conditions.pressure - hoursBack(3).pressure) * 10);
  const last = conditions.pressure - hoursBack(1).pressure;
  const code = change > 0 ? (last > 0 ? 2 : 0) : change < 0 ? (last < 0 ? 7 : 5) : 4;
  groups.push("5" + code + String(Math.min(Math.abs(change), 199)).padStart(3, "0"));
  return groups;
}
