/**
 * Bulk files of hazards: SIGMETs, G-AIRMETs and aircraft reports.
 *
 * @module
 */
import type { AircraftReport, DomesticSigmet, Gairmet } from "../hazards/mod.ts";
import { csvField } from "./csv.ts";
import { isoMillis } from "./record.ts";
import { element, escapeXml } from "./xml.ts";

interface Corner {
  readonly latitude: number;
  readonly longitude: number;
}

function area(ring: readonly Corner[]): string {
  return `<area num_points="${ring.length}">` +
    ring.map((p) =>
      `<point>${element("longitude", p.longitude.toFixed(3))}${
        element("latitude", p.latitude.toFixed(3))
      }</point>`
    ).join("") + "</area>";
}

/** One line of `airsigmets.cache.csv`. */
export function sigmetLine(s: DomesticSigmet): string {
  const points = s.ring.map((p) => `${p.longitude.toFixed(3)}:${p.latitude.toFixed(3)}`).join(";");
  return [
    `"${s.text.replaceAll('"', '""')}"`,
    isoMillis(s.validFrom),
    isoMillis(s.validTo),
    csvField(points),
    s.baseFt === null ? "" : String(s.baseFt),
    String(s.topFt),
    s.movement === null ? "" : String(s.movement.from),
    s.movement === null ? "" : String(s.movement.kt),
    s.hazard,
    "5",
    "SIGMET",
  ].join(",");
}

/** One `AIRSIGMET` element. */
export function sigmetElement(s: DomesticSigmet): string {
  return "<AIRSIGMET>" + element("raw_text", s.text) +
    element("valid_time_from", isoMillis(s.validFrom)) +
    element("valid_time_to", isoMillis(s.validTo)) +
    `<altitude${s.baseFt === null ? "" : ` min_ft_msl="${s.baseFt}"`} max_ft_msl="${s.topFt}"/>` +
    element("movement_dir_degrees", s.movement?.from) +
    element("movement_speed_kt", s.movement?.kt) +
    `<hazard type="${s.hazard}" severity="5"/>` + element("airsigmet_type", "SIGMET") +
    area(s.ring) + "</AIRSIGMET>";
}

/** One `GAIRMET` element. */
export function gairmetElement(g: Gairmet): string {
  const feet = (level: string) => /^\d+$/.test(level) ? String(Number(level) * 100) : level;
  const altitude = g.base === "" && g.top === ""
    ? ""
    : `<altitude min_ft_msl="${feet(g.base)}" max_ft_msl="${feet(g.top)}"/>`;
  return "<GAIRMET>" + element("receipt_time", isoMillis(g.issuedAt)) +
    element("issue_time", isoMillis(g.issuedAt)) + element("expire_time", isoMillis(g.expiresAt)) +
    element("valid_time", isoMillis(g.validAt)) + element("product", g.product) +
    element("tag", g.tag) + element("forecast_hour", g.forecastHour) +
    `<hazard type="${g.hazard}"${g.severity === "" ? "" : ` severity="${g.severity}"`}/>` +
    element("geometry_type", "AREA") + element("due_to", g.dueTo) + altitude + area(g.ring) +
    "</GAIRMET>";
}

/** One line of `aircraftreports.cache.csv`: 44 columns, altitudes in feet. */
export function aircraftLine(r: AircraftReport): string {
  const columns = new Array<string>(44).fill("");
  const set = (at: number, value: string | number | null) => {
    columns[at] = value === null ? "" : csvField(String(value));
  };
  set(0, isoMillis(r.receivedAt));
  set(1, isoMillis(r.observedAt));
  set(8, r.aircraft);
  set(9, r.latitude.toFixed(4));
  set(10, r.longitude.toFixed(4));
  set(11, r.altitudeFt);
  if (r.sky !== null) [r.sky.cover, r.sky.baseFt, r.sky.topFt].forEach((v, i) => set(12 + i, v));
  if (r.turbulence !== null) {
    set(18, r.turbulenceType);
    set(19, r.turbulence);
  }
  if (r.icing !== null) {
    set(28, r.icingType);
    set(29, r.icing);
  }
  set(38, r.temperature);
  set(39, r.wind?.from ?? null);
  set(40, r.wind?.speed ?? null);
  set(42, r.type);
  columns[43] = `"${r.text.replaceAll('"', '""')}"`;
  return columns.join(",");
}

/** One `AircraftReport` element. */
export function aircraftElement(r: AircraftReport): string {
  const attribute = (name: string, value: string | number) =>
    value === "" ? "" : ` ${name}="${escapeXml(String(value))}"`;
  return "<AircraftReport>" + element("receipt_time", isoMillis(r.receivedAt)) +
    element("observation_time", isoMillis(r.observedAt)) + element("aircraft_ref", r.aircraft) +
    element("latitude", r.latitude.toFixed(4)) + element("longitude", r.longitude.toFixed(4)) +
    element("altitude_ft_msl", r.altitudeFt) +
    (r.sky === null ? "" : "<sky_condition" + attribute("sky_cover", r.sky.cover) +
      attribute("cloud_base_ft_msl", r.sky.baseFt) + attribute("cloud_top_ft_msl", r.sky.topFt) +
      "/>") +
    (r.turbulence === null ? "" : "<turbulence_condition" +
      attribute("turbulence_type", r.turbulenceType) +
      attribute("turbulence_intensity", r.turbulence) + "/>") +
    (r.icing === null ? "" : "<icing_condition" + attribute("icing_type", r.icingType) +
      attribute("icing_intensity", r.icing) + "/>") +
    element("temp_c", r.temperature) + element("wind_dir_degrees", r.wind?.from) +
    element("wind_speed_kt", r.wind?.speed) + element("report_type", r.type) +
    element("raw_text", r.text) + "</AircraftReport>";
}
