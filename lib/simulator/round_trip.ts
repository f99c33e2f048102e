/**
 * Compares what a simulated station meant with what a decoder read.
 *
 * @module
 */
import type { Metar } from "../products/metar/model.ts";
import type { Observation } from "./observation.ts";

/** Every difference between meant and read, in words; empty when they agree. */
export function differences(meant: Observation, read: Metar): string[] {
  const found: string[] = [];
  const expect = (name: string, expected: unknown, actual: unknown) => {
    if (JSON.stringify(expected) !== JSON.stringify(actual)) {
      found.push(`${name}: meant ${JSON.stringify(expected)}, read ${JSON.stringify(actual)}`);
    }
  };
  expect("station", meant.stationId, read.locationIndicator);
  expect("type", meant.type, read.reportType);
  expect("time", new Date(meant.observedAt).toISOString().slice(0, 19) + "Z", read.observedAt);
  expect("nil", meant.nil, read.nil);
  if (meant.nil) return found;
  expect("automatic", meant.automatic, read.automatic);
  expect("corrected", meant.correction !== null, read.corrected);
  expect("wind", meantWind(meant), readWind(read));
  expect("visibility", meantVisibility(meant), readVisibility(read));
  expect("weather", meant.weather ?? "missing", readWeather(read));
  expect("cloud", meantSky(meant), readSky(read));
  expect("temperature", meant.temperature?.whole ?? null, celsius(read.airTemperature));
  expect("dew point", meant.dewPoint?.whole ?? null, celsius(read.dewPointTemperature));
  const altimeters = [read.qnh, ...read.otherPressures]
    .flatMap((p) => p.kind === "value" ? [[p.unit, p.value]] : []);
  for (const [unit, value] of altimeters) {
    if (unit === "hPa") expect("QNH", meant.qnhHpa, value);
    if (unit === "inHg") {
      expect("altimeter", meant.altimeterInHg, Math.round(Number(value) * 100));
    }
  }
  if (altimeters.length === 0 && meant.qnhHpa !== null) found.push("pressure: not read");
  expect(
    "runway visual range",
    meant.rvr.map((r) => [r.runway, r.value, r.unit, r.bound]),
    read.runwayVisualRange.map((r) =>
      r.kind === "range"
        ? [r.runway, r.visualRange.value, r.visualRange.unit, r.visualRange.bound ?? null]
        : [r.runway]
    ),
  );
  expect("recent weather", meant.recentWeather, recentCodes(read));
  expect("maintenance", meant.maintenance, read.maintenanceNeeded);
  return found;
}

function meantWind({ wind, windUnit }: Observation): unknown {
  const unit = windUnit === "MPS" ? "m/s" : "kt";
  if (wind.kind === "calm" || wind.kind === "missing") return wind.kind;
  if (wind.kind === "variable") return ["VRB", wind.speed, wind.gust, unit];
  return [wind.direction, wind.speed, wind.gust, unit, wind.sector];
}

function readWind({ surfaceWind: wind }: Metar): unknown {
  switch (wind.kind) {
    case "calm":
      return "calm";
    case "variable":
      return ["VRB", wind.speed.value, wind.gust?.value ?? null, wind.speed.unit];
    case "wind": {
      const sector = wind.sector === undefined
        ? null
        : [wind.sector.from.value, wind.sector.to.value];
      return [
        wind.direction.value,
        wind.speed.value,
        wind.gust?.value ?? null,
        wind.speed.unit,
        sector,
      ];
    }
    case "notObservable":
      return "missing";
    default:
      return wind.kind;
  }
}

function meantVisibility({ visibility }: Observation): unknown {
  return visibility.kind === "distance"
    ? [visibility.value, visibility.unit, visibility.bound]
    : visibility.kind;
}

function readVisibility({ prevailingVisibility: v }: Metar): unknown {
  if (v.kind === "visibility") return [v.distance.value, v.distance.unit, v.distance.bound ?? null];
  return v.kind === "notObservable" || v.kind === "notReported" ? "missing" : v.kind;
}

function readWeather({ presentWeather, prevailingVisibility }: Metar): unknown {
  if (presentWeather.kind === "weather") return presentWeather.phenomena.map((p) => p.code);
  if (prevailingVisibility.kind === "notReported") return "missing";
  // `//` from a station that sees visibility but no weather says nothing either way.
  return presentWeather.kind === "notObservable" && prevailingVisibility.kind === "notObservable"
    ? "missing"
    : [];
}

function recentCodes({ recentWeather }: Metar): string[] {
  return recentWeather.kind === "weather"
    ? recentWeather.phenomena.map((p) => p.code.startsWith("RE") ? p.code : `RE${p.code}`)
    : [];
}

function meantSky({ sky }: Observation): unknown {
  switch (sky.kind) {
    case "clear":
      return sky.code;
    case "obscured":
      return ["VV", sky.verticalFt];
    case "missing":
      return "missing";
    case "layers":
      return sky.layers.map((l) => [l.amount, l.heightFt, l.type]);
  }
}

function readSky({ cloud, verticalVisibility }: Metar): unknown {
  if (verticalVisibility.kind === "value") return ["VV", verticalVisibility.value];
  if (verticalVisibility.kind === "notObservable") return ["VV", null];
  if (cloud.kind === "clear") return cloud.code;
  if (cloud.kind !== "layers") return "missing";
  const layers = cloud.layers.map((l) => [l.amount, l.heightAgl?.value ?? null, l.type ?? null]);
  return layers.every(([amount]) => amount === "notObservable") ? "missing" : layers;
}

function celsius(temperature: Metar["airTemperature"]): number | null {
  return temperature.kind === "value" ? temperature.value + 0 : null;
}
