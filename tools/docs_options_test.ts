import assert from "node:assert/strict";
import { optionsTable, withOptionsTable } from "./docs_options.ts";

const PAGE = new URL("../docs/operations.md", import.meta.url);

Deno.test("the table of options in docs/operations.md is the table of the program", async () => {
  const page = await Deno.readTextFile(PAGE);
  assert.equal(page, withOptionsTable(page), "run tools/docs_options.ts --write");
});

Deno.test("every option has a row", () => {
  assert.ok(optionsTable().split("\n").length > 10);
});
