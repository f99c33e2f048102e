import assert from "node:assert/strict";
import { FOR_VIEWERS } from "./viewer.ts";

const asked = (headers: Record<string, string>) => FOR_VIEWERS.variant(new Headers(headers));

const ROWS: {
  name: string;
  headers: Record<string, string>;
  key: string | null;
  known: boolean;
}[] = [
  { name: "nothing chosen", headers: {}, key: "", known: true },
  {
    name: "a language of the browser",
    headers: { "accept-language": "de" },
    key: "de ",
    known: true,
  },
  {
    name: "settings among other cookies",
    headers: { cookie: "a=1; settings=1.wind-kt; to=node" },
    key: "en 1.wind-kt",
    known: true,
  },
  {
    name: "limits of one's own",
    headers: { cookie: "settings=1.ceilingFt-1500" },
    key: null,
    known: true,
  },
  {
    name: "an endless language",
    headers: { "accept-language": `de,${"x".repeat(2_000)}` },
    key: "de ",
    known: false,
  },
  {
    name: "endless settings",
    headers: { cookie: `settings=1.${"x".repeat(2_000)}` },
    key: "en  damaged",
    known: false,
  },
  {
    name: "settings in an endless cookie",
    headers: { cookie: `a=${"x".repeat(2_000)}; settings=1.wind-kt` },
    key: "en 1.wind-kt",
    known: false,
  },
  {
    name: "an endless cookie of others",
    headers: { cookie: `a=${"x".repeat(2_000)}`, "accept-language": "de" },
    key: "de ",
    known: true,
  },
];
for (const { name, headers, key, known } of ROWS) {
  Deno.test(`${name}: understood, and ${known ? "" : "not "}remembered`, () => {
    const first = asked(headers);
    assert.equal(first.key, key);
    assert.equal(asked(headers) === first, known);
  });
}
