/**
 * A centre weather advisory: NWS Instruction 10-803.
 *
 * @module
 */
import type { Hazard, Validity, WrittenTime } from "../hazard/model.ts";
import type { DecodedReport, Source } from "../product.ts";

export type * from "../hazard/model.ts";

/** A decoded centre weather advisory (CWA) of a weather service unit of the US. */
export interface Cwa extends DecodedReport {
  readonly product: "cwa";
  /** Weather service unit: `ZMA`. */
  readonly unit: { readonly id: string; readonly source: Source } | null;
  /** Number of the advisory: `201`. */
  readonly identifier: { readonly text: string; readonly source: Source } | null;
  /** Header begins with `UCWA`: conditions that cannot wait. */
  readonly urgent: boolean;
  readonly writtenAt: WrittenTime | null;
  /** When it was made, ISO 8601, where the month is known. */
  readonly issuedAt: string | null;
  readonly validity: Validity | null;
  readonly cancelled: boolean;
  readonly corrected: boolean;
  readonly hazard: Hazard;
  /** Whether the text names a unit and an end, and every place in it can be read. */
  readonly valid: boolean;
}
