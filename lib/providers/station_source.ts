/**
 * A provider that is asked for the reports of single stations: for what the bulk files lack, and while they fail.
 *
 * @module
 */
import type { RawReport } from "../products/raw_report.ts";
import type { Fault } from "../resilience/mod.ts";

/** Products that are asked by station. */
export type AskedProduct = "metar" | "taf";

/** What came of asking. */
export type SourceAnswer =
  | {
    readonly kind: "reports";
    /** Of stations asked for only. A station without one has none there. */
    readonly reports: readonly RawReport[];
    /** Rows that could not be used, by reason. */
    readonly skipped: Readonly<Record<string, number>>;
    readonly simulated: boolean;
    /** Keeps the answer for whoever has to find out what changed. */
    readonly setAside?: () => Promise<void>;
  }
  /** Not asked: its quota is used up for now, or its pace does not allow a call yet. */
  | { readonly kind: "waiting" }
  | {
    readonly kind: "fault";
    readonly reason: string;
    readonly retryAfterMs: number | null;
    readonly drift: boolean;
  };

/** A source by its name. */
export interface StationSource {
  /** Key of its feeds, `checkwx` in `checkwx.metar`. */
  readonly name: string;
  /** Name of the provider on its reports. */
  readonly provider: string;
  /** Most stations in one question. */
  readonly maxIds: number;
  /** Asks for the latest report of each of `ids` (capitals, at most `maxIds`). Never rejects. */
  ask(product: AskedProduct, ids: readonly string[], signal: AbortSignal): Promise<SourceAnswer>;
}

/** The fault of a call as the answer of a source. */
export function sourceFault({ reason, retryAfterMs }: Fault, drift = false): SourceAnswer {
  return { kind: "fault", reason, retryAfterMs, drift };
}

/** Longest text of a report by product, characters. */
export const MAX_REPORT_CHARACTERS: Readonly<Record<AskedProduct, number>> = {
  metar: 4096,
  taf: 8192,
};
