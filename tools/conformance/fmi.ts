/**
 * The Finnish Meteorological Institute's expected JSON in the corpus's own field names, so that one
 * scorer serves both.
 *
 * @module
 */
import { METRES_PER_STATUTE_MILE } from "../../lib/units/mod.ts";

type Json = Readonly<Record<string, unknown>>;
/** Fields in the names of the corpus README. */
export type Expectation = Record<string, unknown>;

const KNOTS_PER_MPS = 3600 / 1852;
const TYPES: Readonly<Record<string, [string, number?]>> = {
  FROM: ["FM"],
  BECOMING: ["BECMG"],
  TEMPORARY_FLUCTUATIONS: ["TEMPO"],
  PROBABILITY_30: ["PROB", 30],
  PROBABILITY_40: ["PROB", 40],
  PROBABILITY_30_TEMPORARY_FLUCTUATIONS: ["TEMPO", 30],
  PROBABILITY_40_TEMPORARY_FLUCTUATIONS: ["TEMPO", 40],
};

/** `expect_fmi` of a TAF as the `expect` of the other makers. */
export function tafExpectation(fmi: Json): Expectation {
  const expect: Expectation = {};
  if (fmi.reportStatus === "AMENDMENT") expect.amended = true;
  if (fmi.reportStatus === "CORRECTION") expect.corrected = true;
  if (fmi.cancelMessage !== undefined) expect.cancelled = true;
  const validity = child(fmi, "validityTime");
  const base = child(fmi, "baseForecast");
  const periods: Expectation[] = [];
  if (base !== null) {
    periods.push({ type: "INITIAL", ...validityOf(validity), ...elementsOf(base) });
  }
  for (const change of list(fmi.changeForecasts)) periods.push(changeOf(change));
  if (periods.length > 0) expect.periods = periods;
  return expect;
}

function changeOf(change: Json): Expectation {
  const [type, probability] = TYPES[String(change.changeIndicator)] ?? [change.changeIndicator];
  const times = validityOf(child(change, "periodOfChange"));
  if (type === "FM") delete times.to_ddhh;
  return {
    type,
    ...(probability === undefined ? {} : { probability }),
    ...times,
    ...elementsOf(change),
  };
}

function validityOf(period: Json | null): Expectation {
  const from = partial(child(period ?? {}, "startTime"));
  const to = partial(child(period ?? {}, "endTime"));
  return {
    ...(from === null ? {} : { from_ddhh: from }),
    ...(to === null ? {} : { to_ddhh: to.slice(0, 4) }),
  };
}

/** `--30T12:` is 3012, `--16T05:00` is 160500; `null` without a day. */
function partial(time: Json | null): string | null {
  const found = /^--(\d\d)T(\d\d):(\d\d)?/.exec(String(time?.partialTime ?? ""));
  return found === null ? null : found.slice(1).join("");
}

/** Wind, visibility, weather and cloud of a body or a forecast. */
export function elementsOf(fmi: Json): Expectation {
  const expect: Expectation = windOf(child(fmi, "surfaceWind"));
  const visibility = child(fmi, "prevailingVisibility") ??
    child(child(fmi, "visibility") ?? {}, "prevailingVisibility");
  if (visibility !== null) expect.visibility_sm = milesOf(visibility);
  else if (fmi.ceilingAndVisibilityOk === true) expect.visibility_sm = 6.21;
  const weather = list(fmi.forecastWeather ?? fmi.presentWeather);
  if (weather.length > 0) expect.weather = weather.map(({ code }) => code);
  if (fmi.noSignificantWeather === true) expect.weather = ["NSW"];
  return { ...expect, ...cloudOf(child(fmi, "cloud") ?? child(fmi, "clouds")) };
}

function windOf(wind: Json | null): Expectation {
  const expect: Expectation = {};
  const direction = child(wind ?? {}, "meanWindDirection");
  if (direction !== null) expect.wind_dir_deg = direction.value;
  if (wind?.variableDirection === true) expect.wind_variable = true;
  const speed = child(wind ?? {}, "meanWindSpeed");
  const gust = child(wind ?? {}, "windGust");
  if (speed !== null) expect.wind_speed_kt = knotsOf(speed);
  if (gust !== null) expect.wind_gust_kt = knotsOf(gust);
  return expect;
}

function cloudOf(cloud: Json | null): Expectation {
  const expect: Expectation = {};
  const layers = list(cloud?.layers).filter(({ amount }) => amount !== undefined);
  if (layers.length > 0) {
    expect.clouds = layers.map((layer) => ({
      cover: layer.amount,
      ...(child(layer, "base") === null ? {} : { base_ft: child(layer, "base")?.value }),
      ...(layer.cloudType === undefined ? {} : { type: layer.cloudType }),
    }));
  }
  if (cloud?.noSignificantCloud === true) expect.clouds = [{ cover: "NSC" }];
  const vertical = child(cloud ?? {}, "verticalVisibility");
  if (vertical !== null) expect.vertical_visibility_ft = vertical.value;
  return expect;
}

function knotsOf({ value, uom }: Json): number {
  return uom === "m/s" ? Number(value) * KNOTS_PER_MPS : Number(value);
}

function milesOf({ value, uom }: Json): number {
  return uom === "sm" ? Number(value) : Number(value) / METRES_PER_STATUTE_MILE;
}

function child(json: Json, name: string): Json | null {
  const value = json[name];
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? value as Json
    : null;
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value : [];
}

/** `expect_fmi` of a METAR as the `expect` of the other makers. */
export function metarExpectation(fmi: Json): Expectation {
  const expect = elementsOf(fmi);
  // A sky that FMI calls clear is a word of its own in the corpus.
  if (Array.isArray(expect.clouds) && expect.clouds.every(({ base_ft }) => base_ft === undefined)) {
    delete expect.clouds;
  }
  const air = child(fmi, "airTemperature");
  const dewPoint = child(fmi, "dewpointTemperature");
  if (air !== null) expect.temperature_c = air.value;
  if (dewPoint !== null) expect.dewpoint_c = dewPoint.value;
  if (fmi.automatedStation === true) expect.auto = true;
  if (fmi.reportStatus === "CORRECTION") expect.corrected = true;
  const qnh = child(fmi, "altimeterSettingQNH");
  if (qnh !== null) {
    expect.altimeter_inhg = qnh.uom === "hPa"
      ? Number(qnh.value) * 0.02953
      : Number(qnh.value) / 100;
  }
  return expect;
}
