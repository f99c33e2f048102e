import assert from "node:assert/strict";
import { frameOf } from "./projection.ts";
import { mapHref, mapQueryOf } from "./query.ts";
import { pointedAt } from "./pointed.ts";
import { type AreaView, moved, REGIONS, snapped, viewOf, zoomedIn, zoomedOut } from "./view.ts";

const asked = (text: string) => viewOf(new URLSearchParams(text));

const VIEWS: { text: string; is: unknown }[] = [
  { text: "", is: { kind: "world" } },
  { text: "region=world", is: { kind: "world" } },
  { text: "region=europe", is: REGIONS.find(({ id }) => id === "europe")!.view },
  { text: "region=atlantis", is: null },
  { text: "lat=91&lon=0", is: null },
  { text: "lat=5", is: null },
  { text: "lat=5&lon=1e9", is: null },
  { text: "bbox=1,2,3", is: null },
  { text: "bbox=10,20,30,10", is: null },
];
for (const { text, is } of VIEWS) {
  Deno.test(`the view of "${text}" is read`, () => assert.deepEqual(asked(text), is));
}

Deno.test("a box over the antimeridian is a view around 180°", () => {
  const view = asked("bbox=170,-10,-170,10") as AreaView;
  assert.ok(Math.abs(view.longitude) > 178, String(view.longitude));
  assert.equal(view.latitude, 0);
  assert.ok(view.radiusNm >= 600);
});

Deno.test("a view shows at least what was asked for, and its address asks for itself", () => {
  for (const radius of [1, 119, 120, 121, 1000, 3599, 9999]) {
    const view = snapped(51.47, -0.45, radius);
    assert.ok(view.radiusNm >= Math.min(radius, 3600));
    const query = { ...mapQueryOf(new URLSearchParams()), view };
    const again = mapQueryOf(new URLSearchParams(mapHref(query).split("?")[1]));
    assert.deepEqual(again.view, view);
  }
});

Deno.test("the poles are passed over and not run into", () => {
  const beyond = moved(snapped(85, 10, 600), "N");
  assert.ok(beyond.latitude <= 90 && Math.abs(beyond.longitude) > 100, JSON.stringify(beyond));
  const east = moved(snapped(0, 179, 600), "E");
  assert.ok(east.longitude < -160, String(east.longitude));
});

Deno.test("closer and farther end at the last steps", () => {
  let view = zoomedIn(snapped(0, 0, 200));
  assert.equal((view as AreaView).radiusNm, 120);
  assert.equal(zoomedIn(view!), null);
  for (let i = 0; i < 12 && view?.kind === "area"; i++) view = zoomedOut(view);
  assert.deepEqual(view, { kind: "world" });
});

Deno.test("filters survive in the address", () => {
  const query = mapQueryOf(new URLSearchParams("at=7&l=pirep&l=cwa&c=IFR&c=LIFR&region=asia"));
  const again = mapQueryOf(new URLSearchParams(mapHref(query).split("?")[1]));
  assert.deepEqual(again, query);
  const nothing = mapQueryOf(new URLSearchParams("f=1"));
  assert.equal(nothing.layers.size, 0);
  assert.equal(mapHref(nothing), "/map?f=1");
});

Deno.test("an hour or a layer that makes no sense is not applied", () => {
  const query = mapQueryOf(new URLSearchParams("at=99&l=radar&c=GREEN"));
  assert.equal(query.hour, 0);
  assert.deepEqual([...query.layers], ["metar", "sigmet"]);
  assert.equal(query.states.size, 6);
});

const PLACES: { view: string; place: [number, number] }[] = [
  { view: "", place: [8.5, 50] },
  { view: "region=pacific", place: [-179.9, 5] },
  { view: "region=pacific", place: [179.9, 5] },
  { view: "region=arctic", place: [120, 88] },
  { view: "region=antarctic", place: [-60, -75] },
];
for (const { view, place: [longitude, latitude] } of PLACES) {
  Deno.test(`${longitude}, ${latitude} is found again from where "${view}" draws it`, () => {
    const frame = frameOf(asked(view)!);
    const at = frame.place(longitude, latitude)!;
    const back = frame.placeAt(at[0], at[1])!;
    assert.ok(Math.abs(back.latitude - latitude) < 0.01);
    const apart = Math.abs(back.longitude - longitude) % 360;
    assert.ok(Math.min(apart, 360 - apart) < 0.01);
  });
}

Deno.test("what lies behind the horizon is not drawn", () => {
  assert.equal(frameOf(asked("region=arctic")!).place(0, -89), null);
  assert.equal(frameOf(asked("region=pacific")!).place(10, -5), null);
});

Deno.test("a point outside the world leads to the same map", () => {
  assert.equal(pointedAt(new URLSearchParams("px=2&py=2")), "/map");
  assert.equal(pointedAt(new URLSearchParams("px=a&py=2")), null);
});
