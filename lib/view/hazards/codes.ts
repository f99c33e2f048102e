/**
 * Hazards by short code, as charts write them: colour and pattern never speak without it.
 *
 * @module
 */
import type { GairmetHazard } from "../../products/gairmet/model.ts";
import type { Phenomenon } from "../../products/hazard/model.ts";

/** The codes; their words are the texts `hz.code.…`. */
const CODES = [
  "TS",
  "TC",
  "VA",
  "TURB",
  "MTW",
  "LLWS",
  "ICE",
  "FZLVL",
  "IFR",
  "OBSC",
  "WIND",
  "DUST",
  "RDOACT",
  "SWX",
  "PIREP",
  "OTHER",
] as const;
export type HazardCode = (typeof CODES)[number];

/** Whether a text is a code of a hazard. */
export function isHazardCode(text: string): text is HazardCode {
  return CODES.some((code) => code === text);
}

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
