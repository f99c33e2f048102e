/**
 * The bundled server answers as the sources do, with the same permissions, from a folder without
 * `node_modules`.
 */
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { bundle } from "../tools/bundle.ts";
import { namedFiles, prepareSource } from "../tools/bundle/sources.ts";
import { startFakeOpenAi } from "./support/fake_openai.ts";
import { inFolder } from "./support/folder.ts";
import { startService, startSmallProvider } from "./support/service_process.ts";

const PATHS = ["/", "/KJFK", "/decode", "/favicon.svg", "/api/v1/metar/KJFK", "/api/openapi.json"];
/** Headers that say the same of the same bytes. */
const HEADERS = ["content-type", "etag", "cache-control", "content-security-policy", "vary"];

/** What does not differ from run to run: all but ages and times. */
function stable(text: string): string {
  return text
    .replace(/\b\d+ (?:min|s|minutes?|seconds?)\b/g, "N")
    .replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
    .replace(/"ageSeconds":\d+/g, "");
}

function firstDifference(text: string, expected: string): string {
  let at = 0;
  while (at < expected.length && text[at] === expected[at]) at++;
  const around = (one: string) => one.slice(at - 40, at + 80);
  return `${at}: ${around(text)} instead of ${around(expected)}`;
}

Deno.test("a source's own address is spelled out, and the files that it names are found", () => {
  const text = 'const a = new URL("./data/x.tsv", import.meta.url);';
  assert.deepEqual(namedFiles(text), ["./data/x.tsv"]);
  assert.equal(
    prepareSource("lib/stations/mod.ts", text),
    'const a = new URL("./data/x.tsv", new URL("../lib/stations/mod.ts", import.meta.url).href);',
  );
});

Deno.test("the bundle answers every path as the sources do", async () => {
  await inFolder(async (folder) => {
    const root = new URL(`${pathToFileURL(folder).href}/dist/`);
    const provider = startSmallProvider(false);
    await using model = startFakeOpenAi();
    await bundle(root);
    const [sources, bundled] = await Promise.all(
      [undefined, { root, file: "main.js" }].map((program, index) =>
        startService(
          `${folder}/data${index}`,
          {
            AWC_BASE_URL: provider.url,
            DRAIN_DELAY_MS: "0",
            OPENAI_API_KEY: "k",
            OPENAI_BASE_URL: model.baseUrl,
          },
          program,
        )
      ),
    );
    try {
      for (const service of [sources!, bundled!]) await service.line('"message":"feed read"');
      for (const path of PATHS) {
        const [wanted, found] = await Promise.all([
          fetch(sources!.address + path),
          fetch(bundled!.address + path),
        ]);
        assert.equal(found.status, 200, path);
        for (const name of HEADERS) {
          if (name === "etag" && !path.endsWith(".svg")) continue;
          assert.equal(found.headers.get(name), wanted.headers.get(name), `${path} ${name}`);
        }
        const [text, expected] = [stable(await found.text()), stable(await wanted.text())];
        assert.ok(text === expected, `${path} differs at ${firstDifference(text, expected)}`);
      }
      // The package of the model is loaded with the first question.
      const worded = await fetch(`${bundled!.address}/api/v1/briefing?route=KJFK,KBOS&text=model`);
      assert.equal((await worded.json()).plain.state, "written");
      assert.equal(await bundled!.end(), 0);
    } finally {
      await sources!.kill();
      await bundled!.kill();
      await provider.close();
    }
  });
});
