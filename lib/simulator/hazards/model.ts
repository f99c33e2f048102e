/**
 * Hazards as the provider holds them.
 *
 * @module
 */
import type { Point } from "./geometry.ts";

/** A SIGMET of the United States (`airsigmet`). Heights in feet, instants in ms since the epoch. */
export interface DomesticSigmet {
  readonly series: string;
  readonly text: string;
  readonly issuedAt: number;
  readonly validFrom: number;
  readonly validTo: number;
  readonly hazard: "CONVECTIVE" | "TURB" | "ICE";
  readonly baseFt: number | null;
  readonly topFt: number;
  /** Direction from which it moves, degrees, and knots; `null` where not said. */
  readonly movement: { readonly from: number; readonly kt: number } | null;
  readonly ring: readonly Point[];
}

/** A SIGMET of any other office (`isigmet`). */
export interface InternationalSigmet {
  readonly office: string;
  readonly fir: string;
  readonly firName: string;
  readonly series: string;
  readonly text: string;
  readonly issuedAt: number;
  readonly validFrom: number;
  readonly validTo: number;
  readonly hazard: "TS" | "TURB" | "ICE";
  readonly qualifier: "EMBD" | "FRQ" | "SEV";
  readonly baseFt: number | null;
  readonly topFt: number | null;
  readonly direction: string;
  readonly speedKt: number;
  readonly change: "NC" | "INTSF" | "WKN";
  readonly ring: readonly Point[];
}

/** One snapshot area of a G-AIRMET. */
export interface Gairmet {
  readonly tag: string;
  readonly product: "SIERRA" | "TANGO" | "ZULU";
  readonly hazard: "IFR" | "TURB-LO" | "TURB-HI" | "ICE" | "SFC_WND";
  readonly severity: "MOD" | "";
  readonly dueTo: string;
  readonly forecastHour: 0 | 3 | 6 | 9 | 12;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly validAt: number;
  /** Hundreds of feet as strings, `SFC`, or empty. */
  readonly base: string;
  readonly top: string;
  readonly ring: readonly Point[];
}

/** A Center Weather Advisory. */
export interface CenterAdvisory {
  readonly office: string;
  readonly name: string;
  readonly series: string;
  readonly text: string;
  readonly issuedAt: number;
  readonly validTo: number;
  readonly hazard: "TS";
  readonly topFt: number;
  readonly ring: readonly Point[];
}

/** A report from an aircraft with the values meant. */
export interface AircraftReport {
  readonly type: "PIREP" | "Urgent PIREP" | "AIREP";
  readonly text: string;
  readonly observedAt: number;
  readonly receivedAt: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly altitudeFt: number;
  readonly aircraft: string;
  readonly temperature: number | null;
  readonly wind: { readonly from: number; readonly speed: number } | null;
  readonly turbulence: string | null;
  readonly turbulenceType: "CHOP" | "";
  readonly icing: string | null;
  readonly icingType: "RIME" | "CLEAR" | "MIXED" | "";
  readonly sky: { readonly cover: string; readonly baseFt: number; readonly topFt: number } | null;
}
