import assert from "node:assert/strict";
import { decodeMetar } from "../products/metar/mod.ts";
import {
  bestTemperatures,
  colourState,
  convertPressure,
  countedOktas,
  densityAltitude,
  humidityOf,
  pressureAltitude,
  relativeHumidity,
  visualConditions,
} from "./mod.ts";

const report = (groups: string) => decodeMetar(`METAR KXYZ 061751Z ${groups}`);
const ft = (value: number) => ({ value, unit: "ft" as const });

Deno.test("pressure and density altitude are the exact columns of the table", () => {
  const rows = [
    { name: "KDEN", elevation: 5434, groups: "35/02 A3012", pa: 5250, da: 8860, rulePa: 5234 },
    { name: "KLXV", elevation: 9934, groups: "20/02 A3040", pa: 9490, da: 12320, rulePa: 9454 },
    { name: "KJFK", elevation: 13, groups: "10/02 A2966", pa: 250, da: -280, rulePa: 273 },
  ];
  for (const { name, elevation, groups, pa, da, rulePa } of rows) {
    const metar = report(groups);
    const pressure = pressureAltitude(ft(elevation), metar.qnh);
    const density = densityAltitude(ft(elevation), metar.qnh, bestTemperatures(metar).air);
    assert.ok(pressure && density, name);
    assert.ok(Math.abs(pressure.value - pa) <= 10, `${name} PA ${pressure.value}`);
    assert.ok(Math.abs(density.value - da) <= 10, `${name} DA ${density.value}`);
    assert.ok(Math.abs(pressure.value - rulePa) <= 50, `${name}: rule of thumb`);
    assert.equal(pressure.value % 10, 0);
    assert.deepEqual(density.sources.map((s) => s.text), [
      groups.split(" ")[1],
      groups.split(" ")[0],
    ]);
  }
});

Deno.test("without elevation, temperature or altimeter setting there is no altitude", () => {
  const whole = report("35/02 A3012");
  const { air } = bestTemperatures(whole);
  assert.equal(pressureAltitude(null, whole.qnh), null);
  assert.equal(densityAltitude(null, whole.qnh, air), null);
  assert.equal(densityAltitude(ft(100), whole.qnh, null), null);
  assert.equal(densityAltitude(ft(100), report("35/02").qnh, air), null);
  assert.equal(densityAltitude(ft(100), report("35/02 Q////").qnh, air), null);
});

Deno.test("pressure is converted with no more digits than the source carries", () => {
  const rows: [string, number, string][] = [
    ["Q0980", 28.94, "inHg"],
    ["Q1000", 29.53, "inHg"],
    ["Q1013", 29.91, "inHg"],
    ["Q1030", 30.42, "inHg"],
    ["A2866", 970.5, "hPa"],
    ["A2992", 1013.2, "hPa"],
    ["A3012", 1020.0, "hPa"],
    ["A3040", 1029.5, "hPa"],
  ];
  for (const [group, value, unit] of rows) {
    const { qnh } = report(`10/05 ${group}`);
    assert.ok(qnh.kind === "value", group);
    assert.deepEqual(convertPressure(qnh), { value, unit }, group);
  }
});

Deno.test("humidity by Magnus; a dew point above the temperature is damaged", () => {
  const rows: [number, number, string][] = [
    [10.0, 6.7, "80.0"],
    [35, 2, "12.6"],
    [0, -5, "69.1"],
    [-20, -22, "84.1"],
    [12, 12, "100.0"],
  ];
  for (const [air, dewPoint, percent] of rows) {
    assert.equal(relativeHumidity(air, dewPoint)?.toFixed(1), percent);
  }
  assert.equal(relativeHumidity(10, 11), null);
  assert.equal(relativeHumidity(null, 11), null);
  assert.equal(relativeHumidity(10, null), null);
});

Deno.test("the tenths of the T remark are used, and named", () => {
  const fine = humidityOf(bestTemperatures(report("11/07 A2992 RMK AO2 T01060067")));
  assert.equal(fine?.relative.value, 76.8);
  assert.equal(fine?.spread.value, 3.9);
  assert.deepEqual(fine?.sources.map((s) => s.text), ["T01060067"]);
  const coarse = bestTemperatures(report("11/07 A2992"));
  assert.equal(coarse.air?.value, 11);
  assert.equal(coarse.air?.decimals, 0);
  const damaged = bestTemperatures(report("11/07 A2992 RMK AO2 T03060067"));
  assert.equal(damaged.air?.value, 11, "tenths that contradict the body are not used");
  const missing = bestTemperatures(report("///// A2992"));
  assert.deepEqual(missing, { air: null, dewPoint: null });
  assert.equal(bestTemperatures(report("05/// Q1000")).dewPoint, null);
  assert.equal(bestTemperatures(report("05/00 Q1000")).dewPoint?.value, 0);
});

Deno.test("colour states: the better colour on the limit, the worse of cloud and visibility", () => {
  const rows: [string, string | null, boolean][] = [
    ["8000 SCT025", "BLU", false],
    ["7000 SCT025", "WHT", false],
    ["9999 SCT015", "WHT", false],
    ["9999 SCT014", "GRN", false],
    ["5000 NSC", "WHT", false],
    ["3700 BKN007", "GRN", false],
    ["2500 BKN030", "YLO1", false],
    ["9999 BKN003", "YLO2", false],
    ["1600 BKN005", "YLO2", false],
    ["0800 OVC002", "AMB", false],
    ["0700 OVC002", "RED", false],
    ["0200 VV001", "RED", false],
    ["CAVOK", "BLU", false],
    ["9999 FEW001", "BLU", false],
    ["9999 BKN///", null, false],
    ["9999", null, false],
    ["4000", "GRN", true],
    ["OVC004", "YLO2", true],
  ];
  for (const [groups, colour, partial] of rows) {
    const state = colourState(report(`28008KT ${groups} 10/05 Q1010`), 3);
    assert.deepEqual([state.colour, state.partial], [colour, partial], groups);
  }
  const elsewhere = colourState(
    report("28008KT 9999 SCT004 BKN030 10/05 Q1010"),
    countedOktas("DE"),
  );
  assert.equal(elsewhere.colour, "BLU", "SCT does not count outside four countries");
  assert.equal(countedOktas("GB"), 3);
});

Deno.test("one value below its limit is IMC; VMC needs both", () => {
  const rows: [string, string | null][] = [
    ["5000 BKN015", "VMC"],
    ["4900 BKN015", "IMC"],
    ["9999 BKN014", "IMC"],
    ["4900", "IMC"],
    ["OVC014", "IMC"],
    ["9999", null],
    ["BKN015", null],
    ["9999 OVC///", null],
    ["CAVOK", "VMC"],
  ];
  for (const [groups, conditions] of rows) {
    const vmc = visualConditions(report(`28008KT ${groups} 10/05 Q1010`));
    assert.equal(vmc.conditions, conditions, groups);
  }
});
