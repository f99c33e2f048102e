import assert from "node:assert/strict";
import { MOST_FAVOURITES, readFavourites, withFavourite, writeFavourites } from "./favourites.ts";

const stored = (text: string | null) => ({ getItem: () => text });
const place = (id: string) => ({ id, name: `Name of ${id}` });

const STORED: { name: string; text: string | null; ids: string[] }[] = [
  { name: "nothing", text: null, ids: [] },
  { name: "no JSON", text: "{[", ids: [] },
  { name: "no list", text: '{"id":"KJFK"}', ids: [] },
  {
    name: "a list of all kinds",
    text: JSON.stringify([place("KJFK"), 1, null, { id: "../x", name: "x" }, { id: "KBOS" }]),
    ids: ["KJFK"],
  },
];
for (const { name, text, ids } of STORED) {
  Deno.test(`of ${name} in storage only what looks like a place is taken`, () => {
    assert.deepEqual(readFavourites(stored(text)).map(({ id }) => id), ids);
  });
}

Deno.test("storage that is forbidden or full is an answer and no failure", () => {
  const forbidden = () => {
    throw new Error("denied");
  };
  assert.deepEqual(readFavourites({ getItem: forbidden }), []);
  assert.equal(writeFavourites({ setItem: forbidden }, [place("KJFK")]), false);
});

Deno.test("a favourite is there once, and no more are kept than fit", () => {
  const one = withFavourite([], place("KJFK"))!;
  assert.deepEqual(withFavourite(one, place("KJFK")), one);
  const full = Array.from({ length: MOST_FAVOURITES }, (_, i) => place(`K${100 + i}`));
  assert.equal(withFavourite(full, place("KJFK")), null);
});
