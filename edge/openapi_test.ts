/** The document says what there is, all of it, in valid OpenAPI. */
import assert from "node:assert/strict";
import { formatsOf } from "./read.ts";
import { READ_RESOURCES } from "./resources.ts";
import { ANSWERS } from "./schemas/answers.ts";
import { ask, fakeApi } from "./testing/ask.ts";

const { api } = fakeApi();
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, unknown>> }>
  >;
}
const document = JSON.parse((await ask(api, { path: "/api/openapi.json" })).text) as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
  readonly tags: readonly { readonly name: string }[];
};
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation }))
);

Deno.test("every path that the API answers is in the document, and no other", async () => {
  const { text } = await ask(api, { path: "/nothing/here" });
  const known: string[] = JSON.parse(text).errors[0].accepted;
  const aliases = ["/health", "/healthz", "/readyz", "/metrics"];
  assert.deepEqual(
    known.filter((path) => !aliases.includes(path)).sort(),
    Object.keys(document.paths).sort(),
  );
});

Deno.test("every format of every resource has a schema, and no other has", () => {
  const offered = READ_RESOURCES.map((one) => [one.operationId, formatsOf(one).sort()]);
  const described = Object.entries(ANSWERS).map(([id, of]) => [id, Object.keys(of).sort()]);
  assert.deepEqual(Object.fromEntries(described), Object.fromEntries(offered));
});

Deno.test("every operation has an id of its own, words, a known tag and its problems", () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  assert.equal(new Set(ids).size, ids.length);
  const tags = document.tags.map(({ name }) => name);
  for (const { path, operation } of operations) {
    assert.ok(operation.summary && operation.description, path);
    assert.ok(operation.tags.every((tag) => tags.includes(tag)), path);
    assert.ok("200" in operation.responses, path);
    assert.ok("405" in operation.responses, path);
  }
});

Deno.test("every parameter of a path is described and required", () => {
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = (operation.parameters ?? []).filter((one) => one.in === "path");
    assert.deepEqual(described.map(({ name }) => name), named, path);
    assert.ok(described.every(({ required }) => required), path);
  }
});

Deno.test("every reference in the document leads somewhere", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) =>
    to!
  );
  assert.ok(references.length > 50);
  for (const to of references) {
    assert.match(to, /^#\/components\/schemas\/\w+$/);
    assert.ok(to.split("/").at(-1)! in document.components.schemas, to);
  }
});

Deno.test("each media type that an operation lists is really answered when asked for", async () => {
  const { api, reports } = fakeApi();
  for (const product of ["sigmet", "gairmet", "cwa", "pirep"] as const) {
    reports.putFeed(product, null);
  }
  for (const { path, method, operation } of operations) {
    if (method !== "get" || path === "/api/metrics") continue;
    const queries: Record<string, string> = {
      findStations: "?q=kennedy",
      getBriefing: "?route=KJFK,KFRG",
      ask: "?q=VFR+at+KJFK",
    };
    const target = path.replace(/\{\w+\}/, "KJFK") + (queries[operation.operationId] ?? "");
    for (const mediaType of Object.keys(operation.responses["200"]!.content ?? {})) {
      const { response } = await ask(api, { path: target, headers: { accept: mediaType } });
      assert.equal(response.status, 200, `${target} as ${mediaType}`);
      assert.equal(response.headers.get("content-type")!.split(";")[0], mediaType, target);
    }
  }
});

Deno.test("the reference has every operation, every problem and every schema, and no script", async () => {
  const { text } = await ask(api, { path: "/api/docs" });
  for (const { operation } of operations) assert.ok(text.includes(`id="${operation.operationId}"`));
  for (const name of Object.keys(document.components.schemas)) {
    assert.ok(text.includes(`id="schema-${name}"`), name);
  }
  assert.doesNotMatch(text, /<script|\sstyle=|\son\w+=|https?:\/\/(?!opensource)/i);
  for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) {
    assert.ok(text.includes(`id="${id}"`), `#${id} leads somewhere`);
  }
  const style = text.match(/<link rel="stylesheet" href="([^"]+)">/)![1]!;
  const { response } = await ask(api, { path: style });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "text/css; charset=utf-8");
  assert.match(response.headers.get("cache-control")!, /immutable/);
});
