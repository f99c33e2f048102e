/**
 * A pilot report as one flat object: feet above mean sea level, knots, degrees Celsius, the field's codes.
 *
 * @module
 */
import type { HeightBand, Pirep, PirepPlace } from "./model.ts";

const TURBULENCE = { none: "NEG", light: "LGT", moderate: "MOD", severe: "SEV", extreme: "EXTM" };
const ICING = {
  none: "NEG",
  trace: "TRC",
  light: "LGT",
  moderate: "MOD",
  heavy: "HVY",
  severe: "SEV",
};
const TURBULENCE_TYPES = {
  clearAir: "CAT",
  chop: "CHOP",
  lowLevelWindShear: "LLWS",
  mountainWave: "MWAVE",
};
const FREQUENCIES = {
  isolated: "ISOL",
  occasional: "OCNL",
  intermittent: "INT",
  continuous: "CONT",
};

/** Only what the report states; a value that it does not state has no field. */
export function flattenPirep(report: Pirep): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  const set = (name: string, value: unknown) => {
    if (value !== undefined && value !== null) flat[name] = value;
  };
  set("station", report.station?.id ?? report.aircraftIdentification?.text);
  if (report.urgent) flat.urgent = true;
  set("time_hhmm", report.observedTime?.source.text.slice(0, 4));
  set("location", flatPlace(report.place));
  if (report.level.kind === "level") {
    flat.altitude_ft = report.level.altitude.value;
    flat.altitude_hundreds_ft = report.level.altitude.value / 100;
  } else if (report.level.kind !== "notReported") flat.no_flight_level = true;
  set("aircraft", report.aircraftType?.text ?? report.aircraftIdentification?.text);
  set("aircraft_type", report.aircraftType?.text);
  if (report.airTemperature.kind === "value") flat.temperature_c = report.airTemperature.value;
  if (report.wind.kind === "wind") {
    flat.wind_dir_deg = report.wind.direction.value;
    flat.wind_speed_kt = report.wind.speed.value;
  }
  if (report.flightVisibility.kind === "value") flat.visibility_sm = report.flightVisibility.value;
  if (report.weather.length > 0) flat.weather = report.weather.map((w) => w.code);
  if (report.sky.length > 0) {
    flat.sky = report.sky.map((layer) => ({
      cover: layer.cover === "clear"
        ? "SKC"
        : [layer.cover, layer.coverTo].filter((c) => c !== undefined).join("-"),
      ...flatBand(layer),
    }));
  }
  if (report.turbulence.length > 0) {
    flat.turbulence = report.turbulence.map((entry) => ({
      ...(entry.intensity && { intensity: range(TURBULENCE, entry.intensity, entry.intensityTo) }),
      ...(entry.type && { type: TURBULENCE_TYPES[entry.type] }),
      ...(entry.frequency && { freq: FREQUENCIES[entry.frequency] }),
      ...flatBand(entry),
    }));
  }
  if (report.icing.length > 0) {
    flat.icing = report.icing.map((entry) => ({
      ...(entry.intensity && { intensity: range(ICING, entry.intensity, entry.intensityTo) }),
      ...(entry.type && { type: entry.type.toUpperCase() }),
      ...flatBand(entry),
    }));
  }
  set("remarks", report.remarks?.text.replace(/\s+/g, " "));
  return flat;
}

function range<K extends string>(codes: Record<K, string>, from: K, to: K | undefined): string {
  return to === undefined ? codes[from] : `${codes[from]}-${codes[to]}`;
}

function flatBand(band: HeightBand): Record<string, number> {
  return {
    ...(band.base !== null && { base_ft_msl: band.base.value }),
    // A single height is written once.
    ...(band.top !== null && band.top.value !== band.base?.value && { top_ft_msl: band.top.value }),
  };
}

function flatPlace(place: PirepPlace): unknown {
  switch (place.kind) {
    case "fix":
      return { fix: place.fix };
    case "fixRadialDistance":
      return { fix: place.fix, bearing_deg: place.radial.value, distance_nm: place.distance.value };
    case "fixDirectionDistance":
      return { fix: place.fix, direction: place.direction, distance_nm: place.distance.value };
    case "position":
      return { latitude: place.latitude, longitude: place.longitude };
    case "route":
      return place.points.map(flatPlace);
    default:
      return undefined;
  }
}
