import assert from "node:assert/strict";
import { decodeMetar } from "../products/metar/mod.ts";
import { decodeTaf } from "../products/taf/mod.ts";
import { blindSpotsOf, compareMetars, hazardsOfMetar, tafAtArrival, tafHours } from "./mod.ts";

const RECEIVED = Date.UTC(2026, 10, 24, 18);
const report = (groups: string) =>
  decodeMetar(`METAR KXYZ 241751Z ${groups}`, { receivedAt: RECEIVED });

Deno.test("every hazard of a group is named, most urgent first", () => {
  const rows: [string, string[]][] = [
    ["28008KT 10SM CLR 22/18 A2992", []],
    ["28030G45KT 2SM +TSRAGR BKN015CB 22/18 A2992", [
      "thunderstorm",
      "hail",
      "heavyPrecipitation",
      "cumulonimbus",
      "strongWind",
      "gust",
    ]],
    ["28008KT 1SM -FZRA OVC008 M01/M02 A2992", ["freezingPrecipitation"]],
    ["28008KT 1/4SM +FC OVC008 12/10 A2992", ["tornado"]],
    ["28008KT 0200 FZFG VV001 M03/M03 Q1022", ["freezingFog"]],
    ["28008KT 9999 SCT030TCU 12/10 Q1012 RETS WS R27", [
      "windShear",
      "toweringCumulus",
      "thunderstorm",
    ]],
  ];
  for (const [groups, kinds] of rows) {
    assert.deepEqual(hazardsOfMetar(report(groups)).map((h) => h.kind), kinds, groups);
  }
});

Deno.test("vicinity and recent weather are marked as such", () => {
  const [near] = hazardsOfMetar(report("28008KT 10SM VCTS SCT040 22/18 A2992"));
  assert.equal(near?.inVicinity, true);
  const [was] = hazardsOfMetar(report("28008KT 9999 SCT040 22/18 Q1012 RETS"));
  assert.equal(was?.recent, true);
});

Deno.test("a sensor that is out is a blind spot, not a clear answer", () => {
  const metar = report("28008KT 10SM CLR 01/M01 A2992 RMK AO2 FZRANO TSNO");
  assert.deepEqual(blindSpotsOf(metar).map((b) => b.cannotSee), [
    "freezingPrecipitation",
    "thunderstorm",
  ]);
});

Deno.test("changes name their direction and the limits crossed", () => {
  const older = report("28008KT 10SM FEW040 BKN050 22/18 A2992");
  const newer = report("31018G28KT 2SM TSRA BKN008CB 19/18 A2999");
  const changes = new Map(compareMetars(older, newer).map((c) => [c.element, c]));
  assert.equal(changes.get("flightCategory")?.direction, "worse");
  assert.deepEqual(changes.get("ceiling")?.crossed, [1000, 3000]);
  assert.deepEqual(changes.get("visibility")?.crossed, [3, 5]);
  assert.equal(changes.get("gust")?.direction, "worse");
  assert.equal(changes.get("windDirection")?.after, 310);
  assert.equal(changes.get("weather")?.after, "TSRA");
  assert.deepEqual(compareMetars(older, older), []);
  const back = new Map(compareMetars(newer, older).map((c) => [c.element, c]));
  assert.equal(back.get("flightCategory")?.direction, "better");
});

Deno.test("a value that is gone is lost, not better", () => {
  const older = report("28008KT 2SM TSRA OVC008 22/18 A2992");
  const newer = report("28008KT //// // ////// 22/18 A2992");
  const changes = compareMetars(older, newer);
  const directions = new Map(changes.map((c) => [c.element, c.direction]));
  assert.equal(directions.get("flightCategory"), "lost");
  assert.equal(directions.get("ceiling"), "lost");
  assert.equal(directions.get("visibility"), "lost");
  assert.ok(!changes.some((c) => c.direction === "better"), JSON.stringify(changes));
});

const TAF = decodeTaf(
  "TAF KXYZ 241730Z 2418/2524 28008KT P6SM SKC TEMPO 2420/2422 2SM BR BKN008 " +
    "FM250000 30010KT 5SM BR OVC020 PROB30 2506/2508 1/2SM TSRA OVC003CB",
  { receivedAt: RECEIVED },
);

Deno.test("the hours of a TAF show what prevails and the worst that it allows", () => {
  const hours = tafHours(TAF, Date.UTC(2026, 10, 24, 18), Date.UTC(2026, 10, 25, 9));
  const word = (
    h: (typeof hours)[number],
  ) => [h.prevailing.flight.category, h.worst?.flight.category ?? null, h.worst?.kind ?? null];
  const at = new Map(hours.map((h) => [h.at, h]));
  assert.equal(hours.length, 15);
  assert.deepEqual(word(at.get("2026-11-24T18:00:00Z")!), ["VFR", null, null]);
  assert.deepEqual(word(at.get("2026-11-24T20:00:00Z")!), ["VFR", "IFR", "TEMPO"]);
  assert.deepEqual(word(at.get("2026-11-25T01:00:00Z")!), ["MVFR", null, null]);
  const stormy = at.get("2026-11-25T06:00:00Z")!;
  assert.deepEqual(word(stormy), ["MVFR", "LIFR", "PROB"]);
  assert.equal(stormy.worst?.probability, 30);
  assert.ok(stormy.worst?.hazards.some((h) => h.kind === "thunderstorm"));
  assert.match(stormy.worst?.groups.at(-1)?.text ?? "", /^PROB30/);
});

Deno.test("wind shear aloft, turbulence and icing of a forecast are hazards of its hour", () => {
  const taf = decodeTaf(
    "TAF KXYZ 241730Z 2418/2524 28008KT 9999 SKC WS020/24045KT 560304 620304 500009 QNH2992INS",
    { receivedAt: RECEIVED },
  );
  const [hour] = tafHours(taf, Date.UTC(2026, 10, 24, 18), Date.UTC(2026, 10, 24, 19));
  assert.deepEqual(hour?.prevailing.hazards.map((h) => [h.kind, h.code]), [
    ["windShear", "WS020/24045KT"],
    ["turbulence", "560304"],
    ["icing", "620304"],
  ]);
});

Deno.test("around an arrival the hour before and after count as well", () => {
  const arrival = tafAtArrival(TAF, Date.UTC(2026, 10, 24, 19, 30));
  assert.equal(arrival?.prevailing.flight.category, "VFR");
  assert.equal(arrival?.worst.flight.category, "IFR");
  assert.equal(tafAtArrival(TAF, Date.UTC(2026, 10, 28)), null);
});
