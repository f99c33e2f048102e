import assert from "node:assert/strict";
import { geoContains } from "d3-geo";
import type { Area } from "../products/hazard/model.ts";
import type { DecodedReport } from "../products/product.ts";
import type { HeldReport, Position } from "../products/raw_report.ts";
import { decode } from "../products/mod.ts";
import {
  distanceToShapeNm,
  middleOf,
  placeOf,
  placeOfArea,
  type Shape,
  toSphere,
} from "./hazard_area.ts";

const source = { text: "", start: 0, end: 0 };
const at = (latitude: number, longitude: number): Position => ({ latitude, longitude });
const ring = (...points: [number, number][]): Area => ({
  kind: "polygon",
  points: points.map(([latitude, longitude]) => at(latitude, longitude)),
  source,
});

const INSIDE: { name: string; area: Area; inside: Position[]; outside: Position[] }[] = [
  {
    name: "a box",
    area: ring([50, 0], [50, 10], [40, 10], [40, 0]),
    inside: [at(45, 5)],
    outside: [at(45, 11), at(-45, 5), at(45, -175)],
  },
  {
    name: "a box written the other way round",
    area: ring([40, 0], [40, 10], [50, 10], [50, 0], [40, 0]),
    inside: [at(45, 5)],
    outside: [at(45, 11), at(-45, 185 - 360)],
  },
  {
    name: "an area over the antimeridian",
    area: ring([10, 170], [10, -170], [-10, -170], [-10, 170]),
    inside: [at(0, 180), at(0, 175), at(5, -175)],
    outside: [at(0, 0), at(0, 165), at(0, -165)],
  },
  {
    name: "an area around the pole",
    area: ring([70, 0], [70, 90], [70, 180], [70, -90]),
    inside: [at(90, 0), at(85, 45), at(80, -135)],
    outside: [at(60, 0), at(-90, 0)],
  },
  {
    name: "a circle",
    area: { kind: "circle", centre: at(0, 179.5), radius: { value: 120, unit: "NM" }, source },
    inside: [at(0, 179.5), at(0, -179), at(1.5, 179.5)],
    outside: [at(0, 176), at(2.2, 179.5)],
  },
  {
    name: "a line with its width",
    area: {
      kind: "line",
      points: [at(40, -80), at(40, -75), at(42, -72)],
      width: { value: 40, unit: "NM" },
      source,
    },
    inside: [at(40, -80), at(40.2, -77), at(41, -73.5), at(42.2, -72)],
    outside: [at(40.8, -80), at(39, -77), at(42.6, -72)],
  },
];
for (const { name, area, inside, outside } of INSIDE) {
  Deno.test(`${name} holds what lies within and nothing else`, () => {
    const { shapes, undrawn } = placeOfArea(area);
    assert.deepEqual(undrawn, []);
    const distances = (points: Position[]) =>
      points.map((point) => Math.min(...shapes.map((shape) => distanceToShapeNm(shape, point))));
    assert.deepEqual(distances(inside), inside.map(() => 0));
    assert.ok(distances(outside).every((nm) => nm > 1), String(distances(outside)));
  });
}

Deno.test("distance counts from the nearest edge", () => {
  const [shape] = placeOfArea(ring([50, 0], [50, 10], [40, 10], [40, 0])).shapes;
  const nm = distanceToShapeNm(shape!, at(45, 12));
  assert.ok(Math.abs(nm - 84.8) < 1, String(nm));
});

const UNDRAWN: { area: Area; why: string }[] = [
  { area: { kind: "entire", source }, why: "entire" },
  { area: { kind: "bounded", limits: [{ side: "N", latitude: 50 }], source }, why: "bounded" },
  { area: { kind: "positionUnknown", source }, why: "unreadable" },
  { area: { kind: "notReported" }, why: "notGiven" },
];
for (const { area, why } of UNDRAWN) {
  Deno.test(`an area that is ${why} has no shape and says why`, () => {
    assert.deepEqual(placeOfArea(area), { shapes: [], undrawn: [why] });
  });
}

Deno.test("of several areas, those that can be drawn are, and the rest is named", () => {
  const place = placeOfArea({
    kind: "several",
    areas: [ring([1, 1], [2, 2], [1, 2]), { kind: "positionUnknown", source }],
    source,
  });
  assert.equal(place.shapes.length, 1);
  assert.deepEqual(place.undrawn, ["unreadable"]);
});

function held(text: string, attributes?: Record<string, unknown>): HeldReport<DecodedReport> {
  const receivedAt = Date.UTC(2026, 10, 24, 15);
  const decoded = decode(text, { receivedAt })!;
  const raw = {
    product: decoded.product,
    text,
    stationId: null,
    provider: "awc",
    receivedAt,
    simulated: false,
    ...(attributes && { attributes }),
  };
  return { raw, decoded, observedAt: receivedAt };
}

const SIGMET =
  "YUDD SIGMET 2 VALID 241200/241600 YUSO- YUDD SHANLON FIR SEV TURB OBS ENTIRE FIR FL250/370";

Deno.test("the provider's outline is taken, unless a point of it is no place on earth", () => {
  const good = placeOf(held(SIGMET, { area: [[50, 0], [50, 10], [40, 10]] }));
  assert.equal(good.shapes[0]!.kind, "area");
  const bad = placeOf(held(SIGMET, { area: [[50, 0], [50, 1000], [40, 10]] }));
  assert.deepEqual(bad, { shapes: [], undrawn: ["entire"] });
});

Deno.test("a pilot report is where its provider or its own text puts it, or nowhere known", () => {
  const text = "FSD UA /OV FSD360050/TM 1419/FL340/TP E170/TB OCNL LGT CHOP";
  assert.deepEqual(placeOf(held(text)).undrawn, ["notGiven"]);
  const report = held(text);
  const placed = placeOf({ ...report, raw: { ...report.raw, position: at(44.4, -96.7) } });
  assert.deepEqual(placed.shapes, [{ kind: "point", position: at(44.4, -96.7) }]);
});

Deno.test("the middle of an area over the antimeridian lies on it", () => {
  const [shape] = placeOfArea(ring([10, 170], [10, -170], [-10, -170], [-10, 170])).shapes;
  const middle = middleOf(shape as Shape);
  assert.ok(Math.abs(Math.abs(middle.longitude) - 180) < 1e-6, String(middle.longitude));
  const { rings } = shape as Shape & { kind: "area" };
  assert.ok(geoContains(toSphere(rings), [middle.longitude, middle.latitude]));
});
