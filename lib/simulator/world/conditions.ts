/**
 * What the air is doing at a place and an instant, before anyone has observed or rounded it.
 *
 * @module
 */

/** Falling water in its forms. `null` elsewhere: nothing falls. */
export type PrecipitationKind = "RA" | "DZ" | "SN" | "RASN" | "FZRA" | "FZDZ" | "PL" | "SG";

/** One cloud layer: cover 0 to 8 (not rounded) and base in feet above the ground. */
export interface LayerField {
  readonly oktas: number;
  readonly baseFt: number;
  readonly convective: "CB" | "TCU" | null;
}

/** The state of the air. Continuous values; degrees Celsius, hPa, knots, degrees true, metres, feet. */
export interface Conditions {
  /** Mean sea level. */
  readonly pressure: number;
  readonly temperature: number;
  /** Never above `temperature`. */
  readonly dewPoint: number;
  /** Direction from which the wind blows, 0 ≤ d < 360. */
  readonly windFrom: number;
  readonly windSpeed: number;
  /** Highest speed in the period; at least `windSpeed`. */
  readonly windGust: number;
  /** Metres, unbounded above (clear air gives 60,000). */
  readonly visibility: number;
  readonly fog: number;
  readonly haze: number;
  readonly dust: number;
  readonly layers: readonly LayerField[];
  /** Millimetres of water an hour; 0 with `precipitationKind` null. */
  readonly rate: number;
  readonly precipitationKind: PrecipitationKind | null;
  readonly showery: boolean;
  /** Thunder at the place; `nearThunder` and `nearShower` within some 15 km. */
  readonly thunder: boolean;
  readonly hail: boolean;
  readonly nearThunder: boolean;
  readonly nearShower: boolean;
  /** 0 to 1: how ready the air is for convection. */
  readonly instability: number;
  readonly coldFront: number;
  readonly warmFront: number;
  /** Geostrophic wind, knots: the stand-in for the wind aloft. */
  readonly geostrophicSpeed: number;
  readonly geostrophicFrom: number;
  /** Height of the zero-degree level, feet above mean sea level; 0 when it freezes at the ground. */
  readonly freezingLevelFt: number;
  /** 0 to 1: how much water the air column carries as cloud. */
  readonly wetness: number;
  /** Local solar time, hours. */
  readonly solarHour: number;
}
