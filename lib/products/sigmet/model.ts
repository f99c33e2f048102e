/**
 * A decoded SIGMET, AIRMET or advisory.
 *
 * Rules: ICAO Annex 3, appendix 6 and 2; NWS Instruction 10-811 for US texts.
 *
 * @module
 */
import type { DecodedReport, Source } from "../product.ts";
import type { Hazard, Validity, WrittenTime } from "../hazard/model.ts";
import type { SpaceWeather } from "./space_weather_model.ts";

export type * from "../hazard/model.ts";
export type * from "./space_weather_model.ts";

/** What kind of text it is. An outlook alone warns of nothing yet. */
export type SigmetType =
  | "sigmet"
  | "airmet"
  | "convectiveSigmet"
  | "outlook"
  | "spaceWeatherAdvisory";

/** A decoded SIGMET, AIRMET or space weather advisory. */
export interface Sigmet extends DecodedReport {
  readonly product: "sigmet";
  readonly type: SigmetType;
  /** Series of US AIRMETs. */
  readonly series: "sierra" | "tango" | "zulu" | null;
  /** WMO heading. */
  readonly heading:
    | {
      readonly id: string;
      readonly office: string;
      readonly written: WrittenTime | null;
      readonly source: Source;
    }
    | null;
  /** When the text was made, ISO 8601, where it says so and the month is known. */
  readonly issuedAt: string | null;
  /** `M01`, `DELTA 6`, `3C`. */
  readonly identifier: { readonly text: string; readonly source: Source } | null;
  /** Air traffic services units: `KZNY`, `KZMA`. */
  readonly atsUnits: readonly { readonly id: string; readonly source: Source }[];
  /** Meteorological watch office. */
  readonly office: { readonly id: string; readonly source: Source } | null;
  /** Flight information regions in words: `AMSTERDAM FIR`. */
  readonly regions: readonly { readonly name: string; readonly source: Source }[];
  /** `TEST` and `EXER`: not for operational use. */
  readonly status: "operational" | "test" | "exercise";
  readonly amended: boolean;
  readonly corrected: boolean;
  readonly validity: Validity | null;
  /** The warning that this one takes back. */
  readonly cancels:
    | {
      readonly type: "sigmet" | "airmet";
      readonly identifier: string;
      readonly validity: Validity | null;
      readonly source: Source;
    }
    | null;
  /** The text says that no warning is in force (`CONVECTIVE SIGMET...NONE`). */
  readonly noneInForce: Source | null;
  /** What is warned of now. Empty in cancellations, tests and outlooks. */
  readonly hazards: readonly Hazard[];
  /** What may be warned of later. Not a warning. */
  readonly outlooks: readonly Hazard[];
  readonly spaceWeather: SpaceWeather | null;
  /** Sentences in free words that belong to no hazard. */
  readonly remarks: readonly Source[];
  /** Whether everything that such a text must hold is there and readable; if not, `issues` say what is wrong. */
  readonly valid: boolean;
}
