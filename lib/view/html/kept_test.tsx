import assert from "node:assert/strict";
import { Html } from "./html.ts";
import { KeptParts, makeAnew } from "./kept.ts";

/** Keeps from the first page on that is made after it. */
function known(most: number, ...places: string[]): KeptParts {
  const parts = new KeptParts(most);
  for (const place of places) assert.equal(parts.of(place), makeAnew, "the first page");
  return parts;
}

const text = (html: unknown) => html instanceof Html && html.rest === null ? html.text : "?";

Deno.test("a part is made once for as long as all it was made from is the same", () => {
  const keep = known(1_000, "KJFK").of("KJFK");
  const report = { text: "KJFK" };
  let made = 0;
  const ask = (...from: unknown[]) => text(keep("raw", from, () => new Html(`<p>${++made}</p>`)));
  const rows: readonly (readonly [from: unknown[], expected: string])[] = [
    [[report, 1], "<p>1</p>"],
    [[report, 1], "<p>1</p>"],
    [[report, 2], "<p>2</p>"],
    [[{ ...report }, 2], "<p>3</p>"],
    [[{ ...report }], "<p>4</p>"],
    [[NaN], "<p>5</p>"],
    [[NaN], "<p>5</p>"],
  ];
  for (const [from, expected] of rows) assert.equal(ask(...from), expected);
});

Deno.test("parts are told apart by place and name", () => {
  const parts = known(1_000, "KJFK", "KBOS");
  const ask = (place: string, part: string, html: string) =>
    text(parts.of(place)(part, [], () => new Html(html)));
  assert.equal(ask("KJFK", "raw", "a"), "a");
  assert.equal(ask("KBOS", "raw", "b"), "b");
  assert.equal(ask("KJFK", "rwy", "c"), "c");
  assert.equal(ask("KJFK", "raw", "not made"), "a");
  assert.equal(parts.characters, 3);
});

Deno.test("what has holes for islands is made each time", () => {
  const keep = known(1_000, "KJFK").of("KJFK");
  let made = 0;
  for (let i = 0; i < 2; i++) {
    keep("tools", [], () => {
      made++;
      return new Html("<p>", [{} as never, "</p>"]);
    });
  }
  assert.equal(made, 2);
});

Deno.test("beyond the most characters the places that came first go, and are counted out", () => {
  const places = Array.from({ length: 40 }, (_, i) => `K${i}`);
  const parts = known(100, ...places);
  for (const place of places) {
    for (const part of ["raw", "rwy"]) {
      for (const size of [3, 4]) parts.of(place)(part, [size], () => new Html("x".repeat(size)));
    }
    assert.ok(parts.characters <= 100, `${parts.characters} after ${place}`);
  }
  assert.equal(parts.characters, 96, "the last 12 places of 8");
  assert.equal(parts.of("K0"), makeAnew, "gone, and to be asked for twice again");
});

Deno.test("reading through all stations again and again keeps nothing", () => {
  const parts = new KeptParts(1_000);
  for (let i = 0; i < 5_000; i++) assert.equal(parts.of(`K${i % 2_500}`), makeAnew);
});
