/**
 * Warnings in the data that another text has ended before their time.
 *
 * @module
 */
import { type Ended, endedSigmets } from "../derive/ended.ts";
import type { DecodedReport } from "../products/product.ts";
import type { HeldReport } from "../products/raw_report.ts";
import type { Sigmet } from "../products/sigmet/model.ts";

/** A warning that is over, why, and by which text. */
export interface EndedHazard {
  readonly held: HeldReport<DecodedReport>;
  readonly kind: Ended<unknown>["kind"];
  readonly by: HeldReport<DecodedReport>;
}

/** Those of `hazards` that others of them have ended by `now`. */
export function endedHazards(
  hazards: readonly HeldReport<DecodedReport>[],
  now: number,
): readonly EndedHazard[] {
  const sigmets = hazards.filter(isSigmet);
  return [...endedSigmets(sigmets, now)].map(([held, { kind, by }]) => ({ held, kind, by }));
}

/** A SIGMET that the decoder has read; one held raw by an older version names no regions. */
function isSigmet(held: HeldReport<DecodedReport>): held is HeldReport<Sigmet> {
  return held.decoded.product === "sigmet" && "cancels" in held.decoded &&
    "regions" in held.decoded;
}
