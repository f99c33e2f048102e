import assert from "node:assert/strict";
import { OPENAPI_PATH, openApiText } from "./docs_openapi.ts";

const read = (path: string) => Deno.readTextFileSync(new URL(`../${path}`, import.meta.url));

Deno.test("edge/openapi.json is what the API says of itself (renew it with deno task docs:openapi)", () => {
  const { version } = JSON.parse(read("deno.json"));
  assert.ok(read(OPENAPI_PATH) === openApiText(version), "edge/openapi.json is out of date");
});
