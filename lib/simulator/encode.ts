/**
 * The pen: writes an observation down in its station's dialect.
 *
 * @module
 */
import type { WritingContext } from "./dialects/dialect.ts";
import { inches, writeWhole } from "./dialects/groups.ts";
import type {
  Observation,
  ObservedLayer,
  ObservedRvr,
  ObservedSky,
  ObservedWind,
} from "./observation.ts";

const two = (n: number) => String(n).padStart(2, "0");
const three = (n: number) => String(n).padStart(3, "0");

/** `241651Z`. */
export function dayTime(instant: number): string {
  const at = new Date(instant);
  return two(at.getUTCDate()) + two(at.getUTCHours()) + two(at.getUTCMinutes()) + "Z";
}

/** The whole report, `METAR KJFK 241651Z … RMK …`, without the end mark. */
export function encodeMetar(context: WritingContext, trend: readonly string[]): string {
  const { observation, site } = context;
  const { dialect } = site;
  const head = [observation.type, observation.stationId, dayTime(observation.observedAt)];
  if (observation.nil) return [...head, "NIL"].join(" ");
  const body = [...head];
  if (observation.correction !== null) body.push(observation.correction);
  if (observation.automatic) body.push("AUTO");
  body.push(...windGroups(observation.wind, observation.windUnit));
  body.push(...visibilityGroups(observation, dialect.visibilityUnit));
  body.push(...observation.rvr.map(rvrGroup));
  body.push(...weatherGroups(context));
  body.push(...skyGroups(observation.sky, context));
  body.push(temperatureGroup(observation, dialect.visibilityUnit));
  body.push(...pressureGroups(context));
  body.push(...observation.recentWeather);
  body.push(...(dialect.supplements?.(context) ?? []));
  body.push(...trend);
  const remarks = dialect.remarks?.(context) ?? [];
  if (remarks.length > 0) body.push("RMK", ...remarks);
  return body.filter((group) => group !== "").join(" ");
}

/** `27015G25KT` with its sector. */
export function windGroups(wind: ObservedWind, unit: "KT" | "MPS"): string[] {
  switch (wind.kind) {
    case "missing":
      return ["/////" + unit];
    case "calm":
      return ["00000" + unit];
    case "variable":
      return ["VRB" + two(wind.speed) + (wind.gust === null ? "" : "G" + two(wind.gust)) + unit];
    case "wind": {
      const gust = wind.gust === null ? "" : "G" + two(wind.gust);
      const group = three(wind.direction) + two(wind.speed) + gust + unit;
      return wind.sector === null
        ? [group]
        : [group, `${three(wind.sector[0])}V${three(wind.sector[1])}`];
    }
  }
}

function visibilityGroups({ visibility }: Observation, unit: "SM" | "m"): string[] {
  switch (visibility.kind) {
    case "cavok":
      return ["CAVOK"];
    case "missing":
      return unit === "SM" ? [] : ["////"];
    case "distance":
      return [visibility.text];
  }
}

function rvrGroup(rvr: ObservedRvr): string {
  const bound = rvr.bound === "atLeast" ? "P" : rvr.bound === "atMost" ? "M" : "";
  const value = String(rvr.value).padStart(4, "0");
  return `R${rvr.runway}/${bound}${value}${rvr.unit === "ft" ? "FT" : ""}${rvr.tendency ?? ""}`;
}

function weatherGroups({ observation, site }: WritingContext): readonly string[] {
  const { weather, visibility } = observation;
  if (weather === null) return site.dialect.visibilityUnit === "SM" ? [] : ["//"];
  if (
    weather.length === 0 && visibility.kind !== "cavok" && site.automatic &&
    site.dialect.slashWeather
  ) {
    return ["//"];
  }
  return weather;
}

/** `FEW012 BKN040CB`, `VV002`, `NSC`. */
export function layerGroup(layer: ObservedLayer): string {
  const type = layer.type === "notObservable" ? "///" : layer.type ?? "";
  return layer.amount + three(Math.round(layer.heightFt / 100)) + type;
}

function skyGroups(sky: ObservedSky, { site }: WritingContext): string[] {
  switch (sky.kind) {
    case "clear":
      return sky.code === "CAVOK" ? [] : [sky.code];
    case "layers":
      return sky.layers.map(layerGroup);
    case "obscured":
      return ["VV" + (sky.verticalFt === null ? "///" : three(Math.round(sky.verticalFt / 100)))];
    case "missing":
      return site.dialect.visibilityUnit === "SM" ? [] : ["//////"];
  }
}

function temperatureGroup({ temperature, dewPoint }: Observation, unit: "SM" | "m"): string {
  const write = (t: Observation["temperature"], absent: string) =>
    t === null ? absent : writeWhole(t.whole, t.belowZero);
  if (temperature === null && unit === "SM") return "";
  return write(temperature, "//") + "/" + write(dewPoint, unit === "SM" ? "" : "//");
}

function pressureGroups({ observation, site }: WritingContext): string[] {
  return site.dialect.pressure.map((kind) => {
    if (kind === "A") {
      return observation.altimeterInHg === null ? "" : "A" + inches(observation.altimeterInHg);
    }
    return observation.qnhHpa === null
      ? "Q////"
      : "Q" + String(observation.qnhHpa).padStart(4, "0");
  });
}
