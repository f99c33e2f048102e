/** The same question in each format gives the same values. */
import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { ask, fakeApi } from "../testing/ask.ts";
import { holdMetar } from "../testing/fakes.ts";

const { api, reports } = fakeApi();
reports.putMetar(
  holdMetar("METAR KLGA 241651Z 00000KT 1 1/2SM -RA BR BKN009 OVC015 M00/M01 Q1013 RMK AO2"),
);
const PATH = "/api/v1/metar/KJFK,EDDF,KFRG,KLGA,KOLD,ZZZZ";

async function get(path: string, format: string): Promise<string> {
  return (await ask(api, { path: `${path}?format=${format}` })).text;
}

const rows = (csv: string) =>
  parse(csv, { columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
const cell = (value: unknown) => value === null || value === undefined ? "" : String(value);

Deno.test("METARs: JSON and GeoJSON hold the same reports", async () => {
  const json = JSON.parse(await get(PATH, "json"));
  const geojson = JSON.parse(await get(PATH, "geojson"));
  assert.deepEqual(
    geojson.features.map((one: { properties: unknown }) => one.properties),
    json.reports,
  );
  assert.deepEqual(geojson.missing, json.missing);
  for (const [i, feature] of geojson.features.entries()) {
    const { longitude, latitude } = json.reports[i].station;
    assert.deepEqual(feature.geometry.coordinates, [longitude, latitude]);
  }
});

Deno.test("METARs: JSON and CSV hold the same values", async () => {
  const json = JSON.parse(await get(PATH, "json"));
  const csv = rows(await get(PATH, "csv"));
  assert.equal(csv.length, json.reports.length + json.missing.length);
  for (const [i, report] of json.reports.entries()) {
    const row = csv[i]!;
    const { decoded, derived } = report;
    const wind = decoded.surfaceWind;
    const seen = decoded.prevailingVisibility;
    const number = (one: { kind: string; value?: number }) =>
      one.kind === "value" ? one.value : null;
    const expected: Record<string, unknown> = {
      stationId: report.stationId,
      raw: report.raw,
      observedAt: report.observedAt,
      receivedAt: report.receivedAt,
      provider: report.provider,
      simulated: report.simulated,
      freshness: report.freshness.state,
      windKind: wind.kind,
      windDirectionTrueDeg: wind.direction?.value,
      windSpeed: wind.kind === "calm" ? 0 : wind.speed?.value,
      windGust: wind.gust?.value,
      windUnit: wind.unit ?? wind.speed?.unit,
      visibility: seen.distance?.value,
      visibilityUnit: seen.distance?.unit,
      visibilityBound: seen.distance?.bound,
      airTemperatureDegC: number(decoded.airTemperature),
      dewPointTemperatureDegC: number(decoded.dewPointTemperature),
      qnh: number(decoded.qnh),
      flightCategory: derived?.flightCategory.category,
      ceilingFt: derived?.ceiling.height?.value,
      relativeHumidityPercent: derived?.humidity?.relative.value,
      densityAltitudeFt: derived?.densityAltitude?.value,
      missing: "",
    };
    for (const [name, value] of Object.entries(expected)) {
      assert.equal(row[name], cell(value), `${name} of ${report.stationId}`);
    }
  }
  assert.equal(csv.at(-1)!["missing"], "unknownStation");
});

Deno.test("METARs: text holds each raw report verbatim", async () => {
  const json = JSON.parse(await get(PATH, "json"));
  const lines = (await get(PATH, "text")).split("\n").filter((line) =>
    line && !line.startsWith("#")
  );
  assert.deepEqual(lines, json.reports.map((one: { raw: string }) => one.raw));
});

Deno.test("TAFs: CSV has each group of the JSON with its times, and text the raw report", async () => {
  const path = "/api/v1/taf/KJFK";
  const [report] = JSON.parse(await get(path, "json")).reports;
  const csv = rows(await get(path, "csv"));
  assert.deepEqual(
    csv.map(({ group, from, to, text }) => ({ group, from, to, text })),
    [
      { kind: "BASE", period: report.decoded.validity, source: report.decoded.validity.source },
      ...report.decoded.changeGroups,
    ].map(({ kind, period, source }) => ({
      group: kind,
      from: period.from,
      to: period.to,
      text: source.text,
    })),
  );
  assert.equal((await get(path, "text")).trim(), report.raw);
});

Deno.test("every derived value of a METAR names tokens of the raw report", async () => {
  const json = JSON.parse(await get("/api/v1/metar/KJFK", "json"));
  const [{ raw, derived }] = json.reports;
  for (
    const value of [
      derived.flightCategory.reason,
      derived.ceiling,
      derived.humidity,
      derived.pressureAltitude,
      derived.densityAltitude,
    ]
  ) {
    assert.ok(value.sources.length > 0);
    for (const { text, start, end } of value.sources) assert.equal(raw.slice(start, end), text);
  }
});

Deno.test("what a report does not say is null in JSON and empty in CSV, never zero", async () => {
  const [report] = JSON.parse(await get("/api/v1/metar/KOLD", "json")).reports;
  assert.equal(report.decoded.surfaceWind.kind, "notObservable");
  assert.equal(report.derived, null, "past its limit: nothing is worked out from it");
  const [row] = rows(await get("/api/v1/metar/KOLD", "csv"));
  assert.equal(row!["windSpeed"], "");
  assert.equal(row!["densityAltitudeFt"], "");
  assert.equal(row!["flightCategory"], "");
});
