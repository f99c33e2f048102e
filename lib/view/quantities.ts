/**
 * Quantities in the words of the pages: the reported unit first, a conversion second and with no more
 * digits than the source carries. For a viewer who chose a unit, that unit first and the reported value
 * beside it. What is lower bounds of good weather (visibility, height) is rounded down in a conversion.
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
import { DEFAULT_VIEWER, type Viewer } from "./viewer.ts";

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

function bounded(text: string, bound: "atLeast" | "atMost" | undefined, v: Viewer): string {
  if (bound === undefined) return text;
  return v.t(bound === "atLeast" ? "or more" : "less than", { value: text });
}

/** `10SM` is the most that US stations report, so it reads "10 SM or more". */
export function atReportingCap(distance: Quantity<DistanceUnit>): Quantity<DistanceUnit> {
  return distance.unit === "SM" && distance.value === 10 && distance.bound === undefined
    ? { ...distance, bound: "atLeast" }
    : distance;
}

/** A distance in its own unit: `10 km or more`, `less than 1/4 SM`, `1,200 m`. */
export function distanceText(
  distance: Quantity<DistanceUnit>,
  v: Viewer = DEFAULT_VIEWER,
): string {
  const { value, unit, bound } = distance;
  if (unit === "SM") return bounded(`${fractionText(value)} SM`, bound, v);
  if (unit === "m" && value >= 10_000) return bounded(`${roundTo(value / 1000, 1)} km`, bound, v);
  return bounded(`${grouped(value, v)} ${unit}`, bound, v);
}

/** A visibility for the viewer: `8,000 m (5 SM)` for one who chose metres, else as reported. */
export function visibilityText(
  distance: Quantity<DistanceUnit>,
  v: Viewer = DEFAULT_VIEWER,
): string {
  const own = distanceText(distance, v);
  const converted = convertedVisibility(distance, v);
  return converted === null ? own : `${bounded(converted, distance.bound, v)} (${own})`;
}

/** The value in the chosen unit, rounded down; `null` where it is reported in it, or none was chosen. */
function convertedVisibility(distance: Quantity<DistanceUnit>, v: Viewer): string | null {
  const chosen = v.settings.visibility;
  const isMetric = distance.unit === "m" || distance.unit === "km";
  if (chosen === "reported" || (chosen === "m") === isMetric) return null;
  if (chosen === "SM") return `${down(toDistance(distance, "SM"), 0.01, 2)} SM`;
  const metres = toDistance(distance, "m");
  if (metres >= 10_000) return `${down(metres / 1000, 1)} km`;
  return `${grouped(down(metres, metres < 800 ? 50 : metres < 5000 ? 100 : 1000), v)} m`;
}

/** `value` rounded down to a multiple of `step`; a hair below a multiple is that multiple. */
function down(value: number, step: number, decimals = 0): number {
  return roundTo(Math.floor(value / step + 1e-9) * step, decimals);
}

/** The same distance in the other system: `16 km` for SM, `0.9 SM` for metres. */
export function distanceElsewhere(
  distance: Quantity<DistanceUnit>,
  v: Viewer = DEFAULT_VIEWER,
): string {
  if (distance.unit === "SM" || distance.unit === "ft") {
    const km = toDistance(distance, "km");
    return km < 5 ? `${grouped(roundTo(km * 10) * 100, v)} m` : `${roundTo(km)} km`;
  }
  const miles = toDistance(distance, "SM");
  return `${miles < 3 ? roundTo(miles, 2) : roundTo(miles, 1)} SM`;
}

/** `25 kt`, `99 kt or more` (a bound of `P99KT`), `7 m/s (14 kt)`; in a chosen unit `13 m/s (25 kt)`. */
export function speedText(speed: Quantity<SpeedUnit>, v: Viewer = DEFAULT_VIEWER): string {
  const chosen = v.settings.wind;
  const own = `${speed.value} ${speed.unit}`;
  if (chosen === "reported" || chosen === speed.unit) {
    const reported = bounded(own, speed.bound, v);
    if (speed.unit === "kt" || chosen === speed.unit) return reported;
    return `${reported} (${roundTo(toSpeed(speed, "kt"))} kt)`;
  }
  const converted = roundTo(toSpeed(speed, chosen), chosen === "m/s" ? 1 : 0);
  return `${bounded(`${converted} ${chosen}`, speed.bound, v)} (${own})`;
}

/** Three figures, `005°`, never `5°`. */
export function bearingText(degrees: number): string {
  return `${String(roundTo(degrees)).padStart(3, "0")}°`;
}

/** `800 ft`, `1,500 ft`; metres keep theirs and add feet. For one who chose metres `240 m (800 ft)`. */
export function heightText(height: Quantity<HeightUnit>, v: Viewer = DEFAULT_VIEWER): string {
  const own = `${grouped(height.value, v)} ${height.unit}`;
  const chosen = v.settings.height;
  if (height.unit === chosen) return own;
  if (chosen === "ft") return `${own} (${grouped(roundTo(toDistance(height, "ft"), 0), v)} ft)`;
  return `${grouped(down(toDistance(height, "m"), 10), v)} m (${own})`;
}

/**
 * The altimeter setting, and its counterpart: `["29.92 inHg", "1013.2 hPa"]`. As reported first, or in the
 * viewer's unit first.
 */
export function pressureTexts(
  pressure: Quantity<PressureUnit>,
  v: Viewer = DEFAULT_VIEWER,
): [string, string] {
  const [own, other] = bothPressures(pressure);
  const chosen = v.settings.pressure;
  return chosen === "reported" || own.endsWith(chosen) || !other.endsWith(chosen)
    ? [own, other]
    : [other, own];
}

function bothPressures(pressure: Quantity<PressureUnit>): [string, string] {
  if (pressure.unit === "inHg") {
    return [`${pressure.value.toFixed(2)} inHg`, `${toPressure(pressure, "hPa").toFixed(1)} hPa`];
  }
  const inHg = `${toPressure(pressure, "inHg").toFixed(2)} inHg`;
  if (pressure.unit === "hPa") return [`${pressure.value} hPa`, inHg];
  return [`${pressure.value} mmHg`, `${roundTo(toPressure(pressure, "hPa"))} hPa`];
}

/** `12 °C`, `−5 °C`, `−0 °C` for `M00`; absences keep their own words. */
export function temperatureText(temperature: Temperature, v: Viewer = DEFAULT_VIEWER): string {
  if (temperature.kind !== "value") return absenceText(temperature.kind, v);
  if (temperature.value === 0 && temperature.belowZero) return "−0 °C";
  return `${signed(temperature.value)} °C`;
}

/** Whole degrees Fahrenheit beside a Celsius value: `54 °F`. */
export function fahrenheitText(celsius: number): string {
  return `${signed(roundTo(celsiusToFahrenheit(celsius)))} °F`;
}

/** A temperature of a model in the viewer's order: `12 °C` or `54 °F (12 °C)`. */
export function degreesText(celsius: number, v: Viewer = DEFAULT_VIEWER): string {
  const own = `${signed(celsius)} °C`;
  return v.settings.temperature === "C" ? own : `${fahrenheitText(celsius)} (${own})`;
}

/** A number with a true minus sign. */
function signed(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}

/** Thousands separated as the language does: `12,300`. */
export function grouped(value: number, v: Viewer = DEFAULT_VIEWER): string {
  const text = signed(value);
  return Math.abs(value) < 1000 ? text : text.replace(/\B(?=(\d{3})+$)/g, v.texts.thousands);
}

/** The three absences in words; none of them may read like zero, calm or clear. */
export function absenceText(
  kind: "notReported" | "notObservable" | "notUnderstood",
  v: Viewer = DEFAULT_VIEWER,
): string {
  return v.t(`absent.${kind}`);
}
