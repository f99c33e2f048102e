import assert from "node:assert/strict";
import { build } from "./build.ts";
import { checkNotPrecompiled } from "./bundle.ts";

async function project(files: Record<string, string>, run: (root: URL) => Promise<void>) {
  const folder = await Deno.makeTempDir({
    dir: new URL(".", import.meta.url).pathname,
    prefix: "tmp-",
  });
  const root = new URL(`file://${folder}/`);
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.mkdir(new URL(".", new URL(name, root)), { recursive: true });
      await Deno.writeTextFile(new URL(name, root), text);
    }
    await run(root);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const ISLAND = `import { useState } from "preact/hooks";
export default function Tap() {
  const [n, setN] = useState(0);
  return <button type="button" onClick={() => setN(n + 1)}>{n}</button>;
}`;

Deno.test("a build replaces the last one, names scripts by content and keeps handlers in them", async () => {
  await project({ "islands/Tap.tsx": ISLAND, "static/a.css": "p{}".repeat(200) }, async (root) => {
    const first = await build({ root });
    const entry = first.scripts.Tap!.entry;
    const code = await Deno.readTextFile(new URL(`.${entry}`, root));
    checkNotPrecompiled(entry, code);
    assert.doesNotMatch(code, /<button/);
    assert.match(code, /onClick/);
    assert.equal(first.files["/a.css"]!.br, "_fresh/static/a.css.br");
    assert.ok(first.files[entry]!.hashedName);

    assert.equal((await build({ root })).scripts.Tap!.entry, entry, "same source, same name");
    await Deno.writeTextFile(new URL("islands/Tap.tsx", root), ISLAND.replace("n + 1", "n + 2"));
    const second = await build({ root });
    assert.notEqual(second.scripts.Tap!.entry, entry);
    await assert.rejects(() => Deno.stat(new URL(`.${entry}`, root)), Deno.errors.NotFound);
  });
});

Deno.test("a failed build says why and leaves the last good one", async () => {
  await project({ "islands/Tap.tsx": ISLAND }, async (root) => {
    const { scripts } = await build({ root });
    const bad = `import { App } from "fresh";\nexport default () => String(App);`;
    await Deno.writeTextFile(new URL("islands/Tap.tsx", root), bad);
    await assert.rejects(() => build({ root }), /imports "fresh", which is for the server/);
    await Deno.stat(new URL(`.${scripts.Tap!.entry}`, root));
    const left = Array.from(Deno.readDirSync(root), ({ name }) => name).sort();
    assert.deepEqual(left, ["_fresh", "islands"]);
  });
});

Deno.test("precompiled JSX in a script is found", () => {
  const code = 'const t=["<button ",">","</button>"];';
  assert.throws(() => checkNotPrecompiled("x.js", code), /event handlers would be lost/);
});
