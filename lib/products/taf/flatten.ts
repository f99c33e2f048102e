/**
 * A TAF as one flat object, for scoring decoders against each other.
 *
 * @module
 */
import {
  type FlatElements,
  flattenElements,
  pressureInInches,
  speedInKnots,
} from "./flat_elements.ts";
import type { ChangeGroup, ForecastElements, ForecastTemperature, Taf } from "./model.ts";
import type { Period, WrittenTime } from "./model.ts";
import { namesAnything } from "./merge.ts";
import { isDigits } from "./times.ts";

/** One period. `INITIAL` is the base forecast. */
export interface FlatPeriod extends FlatElements {
  type: "INITIAL" | ChangeGroup["kind"];
  probability?: number;
  /** Day and hour as written; `ddhhmm` for FM. */
  from_ddhh?: string;
  to_ddhh?: string;
  /** ISO 8601 UTC, where the time of receipt is known. `to` is when the period gives way to the next that prevails. */
  from?: string;
  to?: string;
  /** End of the window of a BECMG. */
  becoming_by?: string;
  wind_shear?: { height_ft: number; dir_deg: number; speed_kt: number };
  /** 5-groups and 6-groups as written. */
  turbulence?: string[];
  icing?: string[];
  altimeter_inhg?: number;
}

/** A forecast extreme temperature with its day and hour as written. */
export interface FlatTemperature {
  value_c: number;
  at_ddhh: string;
}

/** The fields of a TAF that the report states; flags are there only when true. */
export interface FlatTaf {
  station?: string;
  issued?: string;
  valid_from?: string;
  valid_to?: string;
  amended?: true;
  corrected?: true;
  cancelled?: true;
  nil?: true;
  max_temperatures?: FlatTemperature[];
  min_temperatures?: FlatTemperature[];
  periods?: FlatPeriod[];
}

/** `taf` as a flat object. */
export function flattenTaf(taf: Taf): FlatTaf {
  const flat: FlatTaf = {};
  if (taf.locationIndicator !== null) flat.station = taf.locationIndicator;
  if (taf.issuedAt !== null) flat.issued = taf.issuedAt;
  if (taf.validity?.from) flat.valid_from = taf.validity.from;
  if (taf.validity?.to) flat.valid_to = taf.validity.to;
  if (taf.amended) flat.amended = true;
  if (taf.corrected) flat.corrected = true;
  if (taf.cancelled) flat.cancelled = true;
  if (taf.nil) flat.nil = true;
  if (taf.maximumTemperatures.length > 0) {
    flat.max_temperatures = taf.maximumTemperatures.map(flattenTemperature);
  }
  if (taf.minimumTemperatures.length > 0) {
    flat.min_temperatures = taf.minimumTemperatures.map(flattenTemperature);
  }
  if (hasForecast(taf)) flat.periods = flattenPeriods(taf);
  return flat;
}

function hasForecast(taf: Taf): boolean {
  return taf.validity !== null || taf.changeGroups.length > 0 || namesAnything(taf.forecast);
}

function flattenPeriods(taf: Taf): FlatPeriod[] {
  const periods = [periodOf("INITIAL", taf.validity, taf.forecast)];
  for (const group of taf.changeGroups) {
    const period = periodOf(group.kind, group.period, group.elements);
    if (group.probability !== undefined) period.probability = group.probability;
    periods.push(period);
  }
  closePrevailing(periods, taf.validity?.to ?? null);
  return periods;
}

function periodOf(
  type: FlatPeriod["type"],
  period: Period | null,
  elements: ForecastElements,
): FlatPeriod {
  const flat: FlatPeriod = { type };
  if (period !== null) Object.assign(flat, writtenFigures(type, period));
  if (period?.from) flat.from = period.from;
  if (period?.to) {
    flat.to = period.to;
    if (type === "BECMG") flat.becoming_by = period.to;
  }
  const { sky_clear, ...shared } = flattenElements(elements);
  Object.assign(flat, shared);
  if (sky_clear !== undefined && sky_clear !== "CAVOK") flat.clouds = [{ cover: sky_clear }];
  flattenForecastOnly(elements, flat);
  return flat;
}

/** Day and hour as written, also where they have no meaning (`FM256300`). */
function writtenFigures(type: FlatPeriod["type"], { written, source }: Period) {
  if (written !== undefined) {
    const from_ddhh = figuresOf(written.from, type === "FM");
    return written.to === null
      ? { from_ddhh }
      : { from_ddhh, to_ddhh: figuresOf(written.to, false) };
  }
  const [from_ddhh = "", to_ddhh] = source.text.replace("FM", "").trim().split("/");
  if (!isDigits(from_ddhh)) return {};
  return to_ddhh === undefined || !isDigits(to_ddhh) ? { from_ddhh } : { from_ddhh, to_ddhh };
}

function flattenForecastOnly(elements: ForecastElements, flat: FlatPeriod): void {
  const shear = elements.windShear[0];
  if (shear !== undefined) {
    flat.wind_shear = {
      height_ft: shear.height.value,
      dir_deg: shear.direction.value,
      speed_kt: speedInKnots(shear.speed),
    };
  }
  if (elements.turbulence.length > 0) flat.turbulence = elements.turbulence.map((l) => l.code);
  if (elements.icing.length > 0) flat.icing = elements.icing.map((l) => l.code);
  const qnh = pressureInInches(elements.qnh);
  if (qnh !== null) flat.altimeter_inhg = qnh;
}

/** What prevails (base, FM, BECMG) lasts until the next such period begins or the validity ends. */
function closePrevailing(periods: readonly FlatPeriod[], validTo: string | null): void {
  const prevailing = periods.filter(({ type }) =>
    type === "INITIAL" || type === "FM" || type === "BECMG"
  );
  prevailing.forEach((period, index) => {
    const until = prevailing[index + 1]?.from ?? validTo;
    if (period.from !== undefined && until !== null && until > period.from) period.to = until;
  });
}

function figuresOf({ day, hour, minute }: WrittenTime, withMinutes: boolean): string {
  const numbers = withMinutes ? [day, hour, minute] : [day, hour];
  return numbers.map((number) => String(number).padStart(2, "0")).join("");
}

function flattenTemperature({ temperature, written }: ForecastTemperature): FlatTemperature {
  return { value_c: temperature.value, at_ddhh: figuresOf(written, false) };
}
