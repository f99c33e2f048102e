import assert from "node:assert/strict";
import fc from "fast-check";
import { recognise } from "../mod.ts";
import { decodeGairmet, decodeGairmetText, uswxRecords } from "./mod.ts";

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

/** A record of the schema USWX, its prefixes as a serialiser chose them. */
const USWX = `<?xml version="1.0" ?>
<ns0:US-AIRMETRecord xmlns:ns0="http://nws.weather.gov/schemas/USWX/1.0" ns1:id="ICING-TAG-1C-R6">
  <ns0:airmetRecordStatus ns2:href="x/Amendment" ns2:title="Amendment"/>
  <ns0:hazardType ns2:href="x/Icing" ns2:title="Icing"/>
  <ns0:isOutlook>false</ns0:isOutlook>
  <ns0:recordValidTime><ns1:TimeInstant ns1:id="ICING-TAG-1C-R6-VT">
    <ns1:timePosition>2022-07-01T15:00:00Z</ns1:timePosition></ns1:TimeInstant></ns0:recordValidTime>
  <ns0:areaOfInterest axisLabels="Lat Long" ns1:id="ICING-TAG-1C-R6-AOI"><ns1:exterior><ns1:LinearRing>
    <ns1:posList count="4">43.4620 -92.4723 42.3821 -98.5986 40.3365 -100.3257 43.4620 -92.4723 </ns1:posList>
  </ns1:LinearRing></ns1:exterior></ns0:areaOfInterest>
  <ns0:icing><ns0:AirmetIcing>
    <ns3:upperLimit>26000</ns3:upperLimit>
    <ns0:icingRangeStart ns2:href="http://codes.wmo.int/bufr4/codeflag/0-11-030/10" ns2:title="MODERATE"/>
    <ns0:verticalLevel uom="FEET">14000</ns0:verticalLevel>
    <ns0:verticalLevel uom="FEET">12000</ns0:verticalLevel>
    <ns0:freezingLevelLowerLimit>true</ns0:freezingLevelLowerLimit>
  </ns0:AirmetIcing></ns0:icing>
</ns0:US-AIRMETRecord>`;

Deno.test("a record of a bulletin in XML (USWX) reads like one in JSON", () => {
  const report = decodeGairmetText(USWX);
  assert.equal(recognise(USWX), "gairmet");
  assert.deepEqual(report.issues, []);
  assert.equal(report.hazard, "icing");
  assert.equal(report.series, "zulu");
  assert.equal(report.tag, "1C");
  assert.equal(report.severity, "moderate");
  assert.equal(report.amended, true);
  assert.equal(report.validAt, "2022-07-01T15:00:00Z");
  assert.equal(report.area.kind === "polygon" && report.area.points[1]?.longitude, -98.5986);
  assert.equal(report.top?.kind === "altitude" && report.top.height.value, 26000);
  assert.equal(report.base?.kind === "freezingLevel" && report.base.range?.low.value, 12000);
  assert.equal(report.freezingRange?.high.value, 14000);
  assert.equal(report.valid, true);
});

Deno.test("of a document with several records none is passed over in silence", () => {
  const document = `LWGE86 KKCI 171400 AAC\n<G-AIRMET gml:id="x">${USWX}${USWX}</G-AIRMET>`;
  const report = decodeGairmetText(document);
  assert.equal(uswxRecords(document).length, 2);
  assert.equal(report.hazard, "icing");
  assert.equal(report.valid, false);
  assert.equal(report.unparsed.length, 1);
  assert.equal(decodeGairmetText(USWX.slice(0, 400)).valid, false);
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
