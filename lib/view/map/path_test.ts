import assert from "node:assert/strict";
import { toSphere } from "../../derive/hazard_area.ts";
import { coastOf } from "./coast.ts";
import { Places } from "./draw.ts";
import { PathWriter } from "./path.ts";
import { frameOf } from "./projection.ts";
import { REGIONS } from "./view.ts";

Deno.test("a ring is written in whole relative steps", () => {
  const path = new PathWriter();
  path.moveTo(10.2, 10);
  path.lineTo(20, 10.4);
  path.lineTo(20, 20);
  path.closePath();
  path.moveTo(0, 0);
  path.lineTo(5, -5);
  assert.equal(path.toString(), "m10 10l10 0 0 10zm-10-10l5-5");
});

Deno.test("points that cannot be told apart and rings that cannot be seen are left out", () => {
  const path = new PathWriter({ step: 3, ring: 2 });
  path.moveTo(0, 0);
  for (const x of [0.2, 1, 2, 4, 5, 8]) path.lineTo(x, 0);
  path.lineTo(8, 8);
  path.closePath();
  path.moveTo(100, 100);
  path.lineTo(101, 100);
  path.lineTo(101, 101);
  path.closePath();
  assert.equal(path.toString(), "m0 0l4 0 4 0 0 8z");
});

/** Corners of a path, absolute. */
function corners(path: string): [number, number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  let start: [number, number] = [0, 0];
  for (const [, letter, numbers] of path.matchAll(/([mlz])([^mlz]*)/g)) {
    if (letter === "z") [x, y] = start;
    const values = (numbers!.match(/-?\d+/g) ?? []).map(Number);
    for (let i = 0; i < values.length; i += 2) {
      [x, y] = [x + values[i]!, y + values[i + 1]!];
      if (letter === "m" && i === 0) start = [x, y];
      points.push([x, y]);
    }
  }
  return points;
}

const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const AREAS = [
  {
    name: "over the antimeridian",
    ring: [at(20, 170), at(20, -170), at(10, -170), at(10, 170)],
    region: "pacific",
  },
  { name: "around the pole", ring: [at(80, 0), at(80, 120), at(80, -120)], region: "arctic" },
];
for (const { name, ring, region } of AREAS) {
  Deno.test(`an area ${name} is drawn as itself, in the world as well`, () => {
    const shape = toSphere([ring]);
    for (const view of [{ kind: "world" as const }, REGIONS.find((r) => r.id === region)!.view]) {
      const frame = frameOf(view);
      const points = corners(frame.path(shape));
      assert.ok(points.length >= 3);
      for (const [x, y] of points) {
        assert.ok(x >= -5 && x <= frame.width + 5 && y >= -5 && y <= frame.height + 5);
      }
      if (view.kind === "world" && region === "pacific") {
        // Two halves at the edges, and nothing between them.
        assert.ok(points.every(([x]) => x < 100 || x > frame.width - 100), JSON.stringify(points));
      }
    }
  });
}

Deno.test("land is drawn for every region, and small enough to be sent", async () => {
  for (const { id, view } of [{ id: "world", view: { kind: "world" as const } }, ...REGIONS]) {
    const { land, borders } = await coastOf(frameOf(view));
    assert.ok(land.length > 500, id);
    assert.ok(land.length + borders.length < 40_000, `${id} ${land.length + borders.length}`);
    assert.doesNotMatch(land + borders, /[^mlz\d -]/);
  }
});

Deno.test("signs do not cover each other: who comes first stays", () => {
  const places = new Places({ width: 20, height: 10 });
  assert.ok(places.take(100, 100));
  assert.ok(!places.take(119, 109));
  assert.ok(places.take(120, 100));
  assert.ok(places.take(100, 110));
  assert.ok(!places.take(99, 105));
});
