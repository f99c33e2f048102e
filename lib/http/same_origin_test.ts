import assert from "node:assert/strict";
import { isSameOrigin } from "./same_origin.ts";

const ROWS: { name: string; headers: Record<string, string>; same: boolean }[] = [
  { name: "our own form", headers: { "sec-fetch-site": "same-origin" }, same: true },
  { name: "another site's form", headers: { "sec-fetch-site": "cross-site" }, same: false },
  { name: "another host of this site", headers: { "sec-fetch-site": "same-site" }, same: false },
  {
    name: "another site that forges nothing but its origin",
    headers: { "sec-fetch-site": "cross-site", origin: "https://weather.example" },
    same: false,
  },
  {
    name: "an old browser, our origin",
    headers: { origin: "https://weather.example" },
    same: true,
  },
  {
    name: "an old browser, another origin",
    headers: { origin: "https://evil.example" },
    same: false,
  },
  { name: "a sandboxed frame", headers: { origin: "null" }, same: false },
  { name: "an origin that is no address", headers: { origin: "::" }, same: false },
  { name: "a request that says nothing", headers: {}, same: false },
];
for (const { name, headers, same } of ROWS) {
  Deno.test(`a change asked for by ${name} is ${same ? "believed" : "refused"}`, () => {
    const url = new URL("https://weather.example/settings");
    assert.equal(isSameOrigin(new Headers(headers), url), same);
  });
}
