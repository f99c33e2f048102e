import assert from "node:assert/strict";
import { linksOf, tasksOf } from "./docs_check.ts";

Deno.test("links are found in prose and not in code blocks", () => {
  const text = "See [the map](docs/a.md) and ![x](i.png).\n```\n[no](gone.md)\n```\n";
  assert.deepEqual(linksOf(text), ["docs/a.md", "i.png"]);
});

Deno.test("tasks are found in both ways of writing them", () => {
  assert.deepEqual(
    tasksOf("`deno task demo`, `npx -y deno@2.9.6 task bench:decode`"),
    ["demo", "bench:decode"],
  );
});
