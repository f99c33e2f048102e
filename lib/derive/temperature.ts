/**
 * The temperature to reckon with: the tenths of the `T` remark where there is one, else whole degrees.
 *
 * @module
 */
import type { Metar, Temperature } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import type { Quantity } from "../units/mod.ts";

/** A temperature with how finely it was reported. */
export interface BestTemperature extends Quantity<"degC"> {
  /** 1 from the `T` remark, 0 from the body. */
  readonly decimals: 0 | 1;
  readonly sources: readonly Source[];
}

/** Tenths that lie farther than this from the whole degrees are damaged: the body counts. */
const LARGEST_DIFFERENCE = 1;

/** Air and dew-point temperature of a report; `null` where missing, which is not 0. */
export function bestTemperatures(
  metar: Pick<Metar, "airTemperature" | "dewPointTemperature" | "remarks">,
): { readonly air: BestTemperature | null; readonly dewPoint: BestTemperature | null } {
  const tenths = metar.remarks.find((remark) => remark.kind === "hourlyTemperature");
  const fine = tenths?.kind === "hourlyTemperature" ? tenths : null;
  return {
    air: best(metar.airTemperature, fine?.airTemperature ?? null, fine?.source),
    dewPoint: best(metar.dewPointTemperature, fine?.dewPointTemperature ?? null, fine?.source),
  };
}

function best(
  body: Temperature,
  tenths: Quantity<"degC"> | null,
  source: Source | undefined,
): BestTemperature | null {
  const whole = body.kind === "value" ? body : null;
  const agrees = tenths !== null && source !== undefined &&
    (whole === null || Math.abs(tenths.value - whole.value) <= LARGEST_DIFFERENCE);
  if (agrees) return { value: tenths.value, unit: "degC", decimals: 1, sources: [source] };
  if (whole === null) return null;
  return { value: whole.value, unit: "degC", decimals: 0, sources: [whole.source] };
}
