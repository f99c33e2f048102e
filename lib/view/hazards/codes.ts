/**
 * Hazards by short code, as charts write them: colour and pattern never speak without it.
 *
 * @module
 */
import type { GairmetHazard } from "../../products/gairmet/model.ts";
import type { Phenomenon } from "../../products/hazard/model.ts";

/** Codes and their words. */
export const HAZARD_CODES = {
  TS: "thunderstorms",
  TC: "tropical cyclone",
  VA: "volcanic ash",
  TURB: "turbulence",
  MTW: "mountain waves",
  LLWS: "low-level wind shear",
  ICE: "icing",
  FZLVL: "freezing level",
  IFR: "low ceiling or visibility",
  OBSC: "mountains obscured",
  WIND: "strong surface wind",
  DUST: "dust or sand",
  RDOACT: "radioactive cloud",
  SWX: "space weather",
  PIREP: "pilot report",
  OTHER: "other",
} as const;
export type HazardCode = keyof typeof HAZARD_CODES;

const BY_PHENOMENON: Readonly<Record<Phenomenon, HazardCode>> = {
  thunderstorm: "TS",
  thunderstormWithHail: "TS",
  cumulonimbus: "TS",
  toweringCumulus: "TS",
  turbulence: "TURB",
  icing: "ICE",
  freezingLevel: "FZLVL",
  mountainWave: "MTW",
  duststorm: "DUST",
  sandstorm: "DUST",
  volcanicAsh: "VA",
  tropicalCyclone: "TC",
  radioactiveCloud: "RDOACT",
  instrumentConditions: "IFR",
  mountainObscuration: "OBSC",
  surfaceWind: "WIND",
  surfaceVisibility: "IFR",
  cloud: "IFR",
  lowLevelWindShear: "LLWS",
};

const BY_GAIRMET: Readonly<Record<GairmetHazard, HazardCode>> = {
  instrumentConditions: "IFR",
  mountainObscuration: "OBSC",
  turbulenceHigh: "TURB",
  turbulenceLow: "TURB",
  icing: "ICE",
  lowLevelWindShear: "LLWS",
  surfaceWind: "WIND",
  freezingLevel: "FZLVL",
  multipleFreezingLevels: "FZLVL",
};

/** Code of a phenomenon; `OTHER` where the text names none. */
export function codeOfPhenomenon(phenomenon: Phenomenon | null): HazardCode {
  return phenomenon === null ? "OTHER" : BY_PHENOMENON[phenomenon] ?? "OTHER";
}

/** Code of a G-AIRMET's hazard. */
export function codeOfGairmet(hazard: GairmetHazard | null): HazardCode {
  return hazard === null ? "OTHER" : BY_GAIRMET[hazard] ?? "OTHER";
}

/** `lowLevelWindShear` → `low-level wind shear`: names of the model as words. */
export function wordsOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.replace("low level", "low-level");
}
