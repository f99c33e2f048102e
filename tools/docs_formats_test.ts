import assert from "node:assert/strict";
import { GROUP_ROWS } from "../lib/products/groups/mod.ts";
import { REMARK_ROWS } from "../lib/products/metar/remarks/table.ts";
import { formatsPage } from "./docs_formats.ts";

/** Text without the layout that the formatter adds. */
const bare = (text: string) => text.replace(/[\s-]+/g, "");

Deno.test("docs/formats.md is the page that the tables make", async () => {
  const written = await Deno.readTextFile(new URL("../docs/formats.md", import.meta.url));
  assert.equal(bare(written), bare(formatsPage()), "run deno task docs:formats");
});

Deno.test("the page has a line for every row", () => {
  const page = formatsPage();
  for (const row of [...GROUP_ROWS, ...REMARK_ROWS]) {
    assert.ok(page.includes(`| ${row.name} | \`${row.example}\` |`), row.name);
  }
});
