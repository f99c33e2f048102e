/**
 * One METAR as the Aviation Weather Center decodes it: the values behind its CSV, XML and JSON.
 *
 * With the provider's own quirks (upstream notes, 1.12): `6+` for 9999, `null` for a missing category,
 * vertical visibility in hundreds of feet beside a layer in feet.
 *
 * @module
 */
import { toIso } from "../../time/mod.ts";
import { HPA_PER_INHG } from "../../units/mod.ts";
import type { Observation } from "../observation.ts";
import { categoryOf, type SimulatedMetar } from "../reports.ts";

const KNOTS_PER_MS = 3600 / 1852;
const METRES_PER_FOOT = 0.3048;

/** Values as strings, empty where the provider leaves the field empty. */
export interface MetarRecord {
  readonly rawText: string;
  readonly stationId: string;
  readonly observationTime: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly temperature: string;
  readonly dewPoint: string;
  readonly windDirection: string;
  readonly windSpeed: string;
  readonly windGust: string;
  readonly visibility: string;
  readonly altimeter: string;
  readonly seaLevelPressure: string;
  readonly corrected: boolean;
  readonly auto: boolean;
  readonly autoStation: boolean;
  readonly maintenance: boolean;
  readonly noSignal: boolean;
  readonly lightningSensorOff: boolean;
  readonly freezingRainSensorOff: boolean;
  readonly presentWeatherSensorOff: boolean;
  readonly weather: string;
  readonly layers: readonly { readonly cover: string; readonly base: string }[];
  readonly category: string;
  readonly verticalVisibility: string;
  readonly type: "METAR" | "SPECI";
  readonly elevation: string;
}

/** ISO 8601 with milliseconds, as the files of 2026 write it. */
export function isoMillis(instant: number): string {
  return toIso(instant).slice(0, -1) + ".000Z";
}

/** The record of a report. */
export function recordOf(report: SimulatedMetar): MetarRecord {
  const { truth, site, text } = report;
  const { station } = site;
  const remarks = text.includes(" RMK ") ? text.slice(text.indexOf(" RMK ")) : "";
  const slp = /\bSLP(\d{3})\b/.exec(remarks)?.[1];
  const us = site.dialect.visibilityUnit === "SM";
  return {
    rawText: text,
    stationId: truth.stationId,
    observationTime: isoMillis(truth.observedAt),
    latitude: site.positionWithheld ? "-99.9900" : station.latitude.toFixed(4),
    // The provider's file drops a longitude of exactly 0 (LFBT in the capture of September 2026).
    longitude: site.positionWithheld
      ? "-99.9900"
      : Math.abs(station.longitude) < 0.005
      ? ""
      : station.longitude.toFixed(4),
    temperature: truth.nil
      ? ""
      : temperature(truth.temperature, us && /\bT[01]\d{3}/.test(remarks)),
    dewPoint: truth.nil ? "" : temperature(truth.dewPoint, us && /\bT[01]\d{7}\b/.test(remarks)),
    ...windOf(truth),
    visibility: truth.nil ? "" : visibilityOf(truth),
    altimeter: truth.nil ? "" : altimeterOf(truth, site.dialect.pressure[0] === "A"),
    seaLevelPressure: slp !== undefined
      ? seaLevel(slp)
      : !us && !truth.nil && truth.qnhHpa !== null
      ? String(truth.qnhHpa)
      : "",
    corrected: truth.correction !== null,
    auto: truth.automatic,
    autoStation: /\bAO[12]\b/.test(remarks),
    maintenance: text.endsWith("$"),
    noSignal: / NOSIG\b/.test(text),
    lightningSensorOff: /\bTSNO\b/.test(remarks),
    freezingRainSensorOff: /\bFZRANO\b/.test(remarks),
    presentWeatherSensorOff: /\bPWINO\b/.test(remarks),
    weather: truth.nil ? "" : (truth.weather ?? []).join(" "),
    layers: truth.nil ? [] : layersOf(truth),
    category: categoryOf(truth) ?? "null",
    verticalVisibility: truth.sky.kind === "obscured" && truth.sky.verticalFt !== null && !truth.nil
      ? String(truth.sky.verticalFt / 100)
      : "",
    type: truth.type,
    elevation: site.positionWithheld
      ? "9999"
      : String(Math.round(site.elevationFt * METRES_PER_FOOT)),
  };
}

function temperature(value: Observation["temperature"], tenths: boolean): string {
  return value === null ? "" : String(tenths ? value.tenths : value.whole);
}

function windOf({ wind, windUnit, nil }: Observation) {
  const knots = (speed: number) =>
    String(windUnit === "MPS" ? Math.round(speed * KNOTS_PER_MS) : speed);
  if (nil || wind.kind === "missing") return { windDirection: "", windSpeed: "", windGust: "" };
  if (wind.kind === "calm") return { windDirection: "0", windSpeed: "0", windGust: "" };
  return {
    windDirection: wind.kind === "variable" ? "VRB" : String(wind.direction),
    windSpeed: knots(wind.speed),
    windGust: wind.gust === null ? "" : knots(wind.gust),
  };
}

function visibilityOf({ visibility, automatic }: Observation): string {
  if (visibility.kind === "missing") return "";
  if (visibility.kind === "cavok") return "6+";
  if (visibility.unit === "SM") {
    return visibility.value >= 10 && !automatic && visibility.value < 15
      ? "10+"
      : String(visibility.value);
  }
  if (visibility.bound === "atLeast") return "6+";
  return String(Math.round(visibility.value / 1609.344 * 100) / 100);
}

function altimeterOf(truth: Observation, inches: boolean): string {
  if (inches) return truth.altimeterInHg === null ? "" : String(truth.altimeterInHg / 100);
  if (truth.qnhHpa === null) return "";
  return String(Math.round(truth.qnhHpa / HPA_PER_INHG * 100) / 100);
}

function seaLevel(digits: string): string {
  const tenths = Number(digits);
  return String((tenths < 500 ? 10000 + tenths : 9000 + tenths) / 10);
}

function layersOf({ sky }: Observation): { cover: string; base: string }[] {
  switch (sky.kind) {
    case "layers":
      return sky.layers.map((l) => ({ cover: l.amount, base: String(l.heightFt) }));
    case "obscured":
      return [{ cover: "OVX", base: sky.verticalFt === null ? "" : String(sky.verticalFt) }];
    default:
      return [];
  }
}
