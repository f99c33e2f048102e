/**
 * Quantities in the words of the pages: the reported unit first, a conversion second and with no more
 * digits than the source carries.
 *
 * @module
 */
import {
  celsiusToFahrenheit,
  type DistanceUnit,
  type HeightUnit,
  type PressureUnit,
  type Quantity,
  roundTo,
  type SpeedUnit,
  toDistance,
  toPressure,
  toSpeed,
} from "../units/mod.ts";
import type { Temperature } from "../products/metar/model.ts";

/** `1 1/2` for the fractions that reports use; others with up to two decimals. */
export function fractionText(value: number): string {
  const whole = Math.floor(value);
  const sixteenths = roundTo((value - whole) * 16, 3);
  if (sixteenths === 0) return String(whole);
  if (!Number.isInteger(sixteenths)) return String(roundTo(value, 2));
  let over = sixteenths;
  let under = 16;
  while (over % 2 === 0) {
    over /= 2;
    under /= 2;
  }
  const fraction = `${over}/${under}`;
  return whole === 0 ? fraction : `${whole} ${fraction}`;
}

function bounded(text: string, bound: "atLeast" | "atMost" | undefined): string {
  if (bound === "atLeast") return `${text} or more`;
  return bound === "atMost" ? `less than ${text}` : text;
}

/** `10SM` is the most that US stations report, so it reads "10 SM or more". */
export function atReportingCap(distance: Quantity<DistanceUnit>): Quantity<DistanceUnit> {
  return distance.unit === "SM" && distance.value === 10 && distance.bound === undefined
    ? { ...distance, bound: "atLeast" }
    : distance;
}

/** A distance in its own unit: `10 km or more`, `less than 1/4 SM`, `1,200 m`. */
export function distanceText(distance: Quantity<DistanceUnit>): string {
  const { value, unit, bound } = distance;
  if (unit === "SM") return bounded(`${fractionText(value)} SM`, bound);
  if (unit === "m" && value >= 10_000) return bounded(`${roundTo(value / 1000, 1)} km`, bound);
  return bounded(`${grouped(value)} ${unit}`, bound);
}

/** The same distance in the other system: `16 km` for SM, `0.9 SM` for metres. */
export function distanceElsewhere(distance: Quantity<DistanceUnit>): string {
  if (distance.unit === "SM" || distance.unit === "ft") {
    const km = toDistance(distance, "km");
    return km < 5 ? `${grouped(roundTo(km * 10) * 100)} m` : `${roundTo(km)} km`;
  }
  const miles = toDistance(distance, "SM");
  return `${miles < 3 ? roundTo(miles, 2) : roundTo(miles, 1)} SM`;
}

/** `25 kt`, `more than 99 kt` (a bound of `P99KT`), `7 m/s (14 kt)`. */
export function speedText(speed: Quantity<SpeedUnit>): string {
  const own = speed.bound === "atLeast"
    ? `${speed.value} ${speed.unit} or more`
    : `${speed.value} ${speed.unit}`;
  return speed.unit === "kt" ? own : `${own} (${roundTo(toSpeed(speed, "kt"))} kt)`;
}

/** Three figures, `005°`, never `5°`. */
export function bearingText(degrees: number): string {
  return `${String(roundTo(degrees)).padStart(3, "0")}°`;
}

/** `800 ft`, `1,500 ft`; metres keep theirs and add feet. */
export function heightText(height: Quantity<HeightUnit>): string {
  const own = `${grouped(height.value)} ${height.unit}`;
  return height.unit === "ft"
    ? own
    : `${own} (${grouped(roundTo(toDistance(height, "ft"), 0))} ft)`;
}

/** The reported altimeter setting and its counterpart: `["29.92 inHg", "1013 hPa"]`. */
export function pressureTexts(pressure: Quantity<PressureUnit>): [string, string] {
  if (pressure.unit === "inHg") {
    return [`${pressure.value.toFixed(2)} inHg`, `${toPressure(pressure, "hPa").toFixed(1)} hPa`];
  }
  const inHg = `${toPressure(pressure, "inHg").toFixed(2)} inHg`;
  if (pressure.unit === "hPa") return [`${pressure.value} hPa`, inHg];
  return [`${pressure.value} mmHg`, `${roundTo(toPressure(pressure, "hPa"))} hPa`];
}

/** `12 °C`, `−5 °C`, `−0 °C` for `M00`; absences keep their own words. */
export function temperatureText(temperature: Temperature): string {
  if (temperature.kind !== "value") return absenceText(temperature.kind);
  if (temperature.value === 0 && temperature.belowZero) return "−0 °C";
  return `${signed(temperature.value)} °C`;
}

/** Whole degrees Fahrenheit beside a Celsius value: `54 °F`. */
export function fahrenheitText(celsius: number): string {
  return `${signed(roundTo(celsiusToFahrenheit(celsius)))} °F`;
}

/** A number with a true minus sign. */
export function signed(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}

/** Thousands separated by a comma: `12,300`. */
export function grouped(value: number): string {
  return signed(value).replace(/\B(?=(\d{3})+$)/, ",");
}

/** The three absences in words; none of them may read like zero, calm or clear. */
export function absenceText(kind: "notReported" | "notObservable" | "notUnderstood"): string {
  switch (kind) {
    case "notReported":
      return "not reported";
    case "notObservable":
      return "not observable (the station sent ////)";
    case "notUnderstood":
      return "not understood: read the raw report";
  }
}
