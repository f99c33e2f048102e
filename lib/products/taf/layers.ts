/**
 * The military groups of a TAF: turbulence `5BhhhT`, icing `6IhhhT` (AFMAN 15-124, NATO METAR/TAF
 * supplement), and low-level wind shear `WS020/24045KT` (NWSI 10-813).
 *
 * @module
 */
import { quantity, type SpeedUnit } from "../../units/mod.ts";
import type { Pressure } from "../metar/model.ts";
import type { Tokens } from "../scan/mod.ts";
import type { ForecastLayer, ForecastWindShear } from "./model.ts";
import { isDigits } from "./times.ts";

type CodeTable = Readonly<Record<string, readonly [ForecastLayer["intensity"], string]>>;

/** WMO code table 0300. */
export const TURBULENCE_CODES: CodeTable = {
  "0": ["none", "no turbulence"],
  "1": ["light", "light turbulence"],
  "2": ["moderate", "moderate turbulence in clear air, infrequent"],
  "3": ["moderate", "moderate turbulence in clear air, frequent"],
  "4": ["moderate", "moderate turbulence in cloud, infrequent"],
  "5": ["moderate", "moderate turbulence in cloud, frequent"],
  "6": ["severe", "severe turbulence in clear air, infrequent"],
  "7": ["severe", "severe turbulence in clear air, frequent"],
  "8": ["severe", "severe turbulence in cloud, infrequent"],
  "9": ["severe", "severe turbulence in cloud, frequent"],
  X: ["extreme", "extreme turbulence"],
};

/** WMO code table 1733. */
export const ICING_CODES: CodeTable = {
  "0": ["none", "no icing"],
  "1": ["light", "light icing"],
  "2": ["light", "light icing in cloud"],
  "3": ["light", "light icing in precipitation"],
  "4": ["moderate", "moderate icing"],
  "5": ["moderate", "moderate icing in cloud"],
  "6": ["moderate", "moderate icing in precipitation"],
  "7": ["severe", "severe icing"],
  "8": ["severe", "severe icing in cloud"],
  "9": ["severe", "severe icing in precipitation"],
  X: ["unknown", "icing of unknown intensity"],
};

/** Reads `530009` or `620304`; `null` where the token has another shape. */
export function readLayer(
  tokens: Tokens,
  i: number,
): { element: "turbulence" | "icing"; layer: ForecastLayer } | null {
  if (tokens.size(i) !== 6) return null;
  const text = tokens.word(i);
  const element = text[0] === "5" ? "turbulence" : text[0] === "6" ? "icing" : null;
  if (element === null) return null;
  const entry = (element === "turbulence" ? TURBULENCE_CODES : ICING_CODES)[text[1] ?? ""];
  const rest = text.slice(2);
  if (entry === undefined || !(isDigits(rest) || rest === "////")) return null;
  const known = rest !== "////";
  const layer: ForecastLayer = {
    code: text,
    intensity: entry[0],
    description: entry[1],
    base: known ? quantity(Number(rest.slice(0, 3)) * 100, "ft") : null,
    thickness: known ? quantity(Number(rest[3]) * 1000, "ft") : null,
    source: tokens.source(i),
  };
  return { element, layer };
}

const SHEAR_UNITS: readonly (readonly [string, SpeedUnit])[] = [
  ["KMH", "km/h"],
  ["MPS", "m/s"],
  ["KT", "kt"],
];

/** Reads `WS020/24045KT`; `null` where the token has another shape. */
export function readWindShear(tokens: Tokens, i: number): ForecastWindShear | null {
  if (!tokens.startsWith(i, "WS")) return null;
  const text = tokens.word(i);
  if (text[5] !== "/" || !isDigits(text.slice(2, 5))) return null;
  const unit = SHEAR_UNITS.find(([suffix]) => text.endsWith(suffix));
  if (unit === undefined) return null;
  const wind = text.slice(6, text.length - unit[0].length);
  if (!isDigits(wind) || wind.length < 5 || wind.length > 6) return null;
  const direction = Number(wind.slice(0, 3));
  if (direction > 360) return null;
  return {
    height: quantity(Number(text.slice(2, 5)) * 100, "ft"),
    direction: quantity(direction, "deg"),
    speed: quantity(Number(wind.slice(3)), unit[1]),
    source: tokens.source(i),
  };
}

/** Reads `QNH2992INS`, `QNH 2962INS` and `QNH2992`: hundredths of inches of mercury; `null` otherwise. */
export function readQnh(tokens: Tokens, i: number): { pressure: Pressure; count: number } | null {
  if (!tokens.startsWith(i, "QNH")) return null;
  const apart = tokens.size(i) === 3;
  const text = apart ? tokens.word(i + 1) : tokens.word(i).slice(3);
  const count = apart ? 2 : 1;
  const figures = text.endsWith("INS") ? text.slice(0, -3) : text;
  if (figures.length !== 4 || !isDigits(figures)) return null;
  const source = tokens.source(i, count);
  const value = Number(figures);
  // 25.00 to 32.00 inHg is 847 to 1084 hPa: a value outside is damaged, not weather.
  if (value < 2500 || value > 3200) {
    return { pressure: { kind: "notUnderstood", source }, count };
  }
  return { pressure: { kind: "value", value: value / 100, unit: "inHg", source }, count };
}
