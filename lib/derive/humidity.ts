/**
 * Relative humidity and spread from air and dew-point temperature.
 *
 * @module
 */
import type { Source } from "../products/product.ts";
import type { Quantity } from "../units/mod.ts";
import { roundTo } from "../units/mod.ts";
import type { BestTemperature } from "./temperature.ts";

/** Humidity and spread with their sources. */
export interface Humidity {
  /** 0 to 100, to a tenth. */
  readonly relative: Quantity<"percent">;
  /** Air temperature less dew point, never negative. */
  readonly spread: Quantity<"degC">;
  readonly sources: readonly Source[];
}

/** Saturation vapour pressure over water, hPa (Magnus; WMO-No. 8). */
function vapourPressure(celsius: number): number {
  return 6.112 * Math.exp(17.62 * celsius / (243.12 + celsius));
}

/**
 * Relative humidity by the Magnus formula, percent, 0 to 100; `null` where a value is missing or the dew point
 * is above the temperature, which cannot be.
 *
 * @example
 * ```ts
 * import { relativeHumidity } from "./humidity.ts";
 * import assert from "node:assert/strict";
 * assert.equal(relativeHumidity(10, 6.7)?.toFixed(1), "80.0");
 * assert.equal(relativeHumidity(10, 11), null);
 * ```
 */
export function relativeHumidity(air: number | null, dewPoint: number | null): number | null {
  if (air === null || dewPoint === null || dewPoint > air) return null;
  return Math.min(100, 100 * vapourPressure(dewPoint) / vapourPressure(air));
}

/** Humidity of a report's best temperatures, or `null` as above. */
export function humidityOf(
  { air, dewPoint }: { air: BestTemperature | null; dewPoint: BestTemperature | null },
): Humidity | null {
  const relative = relativeHumidity(air?.value ?? null, dewPoint?.value ?? null);
  if (relative === null || air === null || dewPoint === null) return null;
  return {
    relative: { value: roundTo(relative, 1), unit: "percent" },
    spread: { value: roundTo(air.value - dewPoint.value, 1), unit: "degC" },
    sources: [...new Set([...air.sources, ...dewPoint.sources])],
  };
}
