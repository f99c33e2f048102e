/**
 * `docs/deployment-guide-map.md` has a row for every heading of the deployment guide, in its order, and every
 * file that it names is there.
 */
import assert from "node:assert/strict";
import { readText } from "./support/tools.ts";

const MAP = "docs/deployment-guide-map.md";
const ROOT = new URL("../../", import.meta.url);

/** Cells of the rows of the first table of a page. */
async function rowsOf(page: string): Promise<string[][]> {
  const text = (await readText(page)).split("\n## ")[0]!;
  const rows = text.split("\n").filter((line) => line.startsWith("|")).slice(2);
  return rows.map((row) => row.split("|").slice(1, -1).map((cell) => cell.trim()));
}

Deno.test("every heading of the guide has its row, in the guide's order", async () => {
  const headings = (await readText("deploy/tests/guide_headings.txt")).trim().split("\n")
    .map((line) => line.replace(/^#+ /, ""));
  const rows = await rowsOf(MAP);
  assert.deepEqual(rows.map(([heading]) => heading), headings);
  assert.ok(headings.length > 70);
});

Deno.test("no row is empty, and every file that is named is there", async () => {
  for (const [heading, here] of await rowsOf(MAP)) {
    const files = [...here!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
    assert.ok(files.length > 0, `${heading} names nothing`);
    for (const file of files) {
      await assert.doesNotReject(Deno.stat(new URL(file, ROOT)), `${heading}: ${file}`);
    }
  }
});

Deno.test("the committed headings are those of the guide, where the guide is at hand", async () => {
  const guide = new URL("../shared/reference/deployment-guide.md", ROOT);
  const text = await Deno.readTextFile(guide).catch(() => null);
  if (text === null) return;
  let code = false;
  const headings = text.split("\n").filter((line) => {
    if (line.startsWith("```")) code = !code;
    return !code && /^#+ /.test(line);
  }).map((line) => line.trimEnd());
  assert.equal(headings.join("\n"), (await readText("deploy/tests/guide_headings.txt")).trim());
});
