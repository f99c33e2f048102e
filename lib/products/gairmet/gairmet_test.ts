import assert from "node:assert/strict";
import fc from "fast-check";
import { recognise } from "../mod.ts";
import { decodeGairmet, decodeGairmetText } from "./mod.ts";

const COORDS = [{ lat: "46.55", lon: "-95.03" }, { lat: "45.14", lon: "-94.40" }, {
  lat: "43.30",
  lon: "-95.27",
}];
const RECORD = {
  tag: "1W",
  forecastHour: 3,
  validTime: "2026-08-16T12:00:00.000Z",
  hazard: "TURB-HI",
  geometryType: "AREA",
  severity: "MOD",
  due_to: null,
  status: "AMD",
  top: "400",
  base: "300",
  level: null,
  issueTime: 1786882320,
  expireTime: 1786892400,
  product: "TANGO",
  coords: COORDS,
};

Deno.test("a record gives hazard, levels in hundreds of feet, and the three hours around its time", () => {
  const report = decodeGairmet(RECORD);
  assert.equal(report.hazard, "turbulenceHigh");
  assert.equal(report.base?.kind === "altitude" && report.base.height.value, 30_000);
  assert.equal(report.top?.kind === "altitude" && report.top.height.value, 40_000);
  assert.equal(report.area.kind === "polygon" && report.area.points[0]?.latitude, 46.55);
  assert.deepEqual([report.validFrom, report.validTo], [
    "2026-08-16T10:30:00Z",
    "2026-08-16T13:30:00Z",
  ]);
  assert.equal(report.issuedAt, "2026-08-16T12:12:00Z");
  assert.equal(report.amended, true);
  assert.equal(report.valid, true);
  assert.equal(recognise(JSON.stringify(RECORD)), "gairmet");
});

Deno.test("the same record from XML, in feet, reads alike", () => {
  const report = decodeGairmetText(JSON.stringify({
    tag: "1W",
    forecast_hour: "3",
    valid_time: "2026-08-16T12:00:00Z",
    "hazard@type": "ICE",
    "hazard@severity": "MOD",
    product: "ZULU",
    "altitude@min_ft_msl": "FZL",
    "altitude@max_ft_msl": "18000",
    "fzl_altitude@min_ft_msl": "SFC",
    "fzl_altitude@max_ft_msl": "6000",
    points: [[46.55, -95.03], [45.14, -94.4], [43.3, -95.27]],
  }));
  assert.equal(report.hazard, "icing");
  assert.deepEqual(report.base, {
    kind: "freezingLevel",
    range: { low: { value: 0, unit: "ft" }, high: { value: 6000, unit: "ft" } },
  });
  assert.equal(report.top?.kind === "altitude" && report.top.height.value, 18_000);
  assert.equal(report.valid, true);
});

Deno.test("what is damaged is told and not drawn", () => {
  const rows: [change: Record<string, unknown>, code: string][] = [
    [{ hazard: "SNOW" }, "gairmet.hazard"],
    [{ validTime: "soon" }, "validity.missing"],
    [{ top: "high" }, "gairmet.level"],
    [{ coords: [{ lat: "46.55", lon: null }, ...COORDS] }, "area.positionUnknown"],
    [{ coords: [] }, "area.positionUnknown"],
  ];
  for (const [change, code] of rows) {
    const report = decodeGairmet({ ...RECORD, ...change });
    assert.ok(report.issues.some((issue) => issue.code === code), code);
    assert.equal(report.valid, false);
  }
  assert.equal(decodeGairmetText("{broken").unparsed.length, 1);
});

Deno.test("any record and any text: never throws", () => {
  const keys = fc.constantFrom(...Object.keys(RECORD), "points", "hazard@type", "__proto__");
  fc.assert(
    fc.property(fc.dictionary(keys, fc.jsonValue({ maxDepth: 1 })), fc.string(), (record, text) => {
      decodeGairmet(record);
      decodeGairmetText(JSON.stringify(record));
      decodeGairmetText(text);
    }),
    { numRuns: Number(Deno.env.get("FUZZ_RUNS") ?? 500) },
  );
});
