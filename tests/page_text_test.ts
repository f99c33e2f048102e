/**
 * All text of the pages comes from the tables of `lib/view/text`, in every language alike.
 *
 * The sources are read with the compiler's own scanner of JSX: what stands between tags, and what is read out or
 * shown by an attribute, must not be letters in the file.
 */
import assert from "node:assert/strict";
import { languageFor, PAGE_LANGUAGES, textsOf } from "../lib/view/text/mod.ts";

const ROOT = new URL("../", import.meta.url);
const FOLDERS = ["routes", "islands", "lib/view"];
/** Attributes that people read or hear. */
const SPOKEN = /\s(aria-label|placeholder|title|alt|label|content|summary)="([^"]*)"/g;
/** What is not text of a language: codes, units, names of formats and signs. */
const NO_TEXT = new Set([
  "UTC",
  "TAF",
  "METAR",
  "IFR",
  "VFR",
  "noindex",
  "true",
  "light dark",
  "px",
  "K",
]);

/** What stands between braces in code. */
const KEYWORDS = /^(else|catch|finally|extends|as|satisfies|export|import|interface|type|[&|,]|$)/;

async function* sourcesIn(folder: string, kind = /\.tsx$/): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(new URL(`${folder}/`, ROOT))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* sourcesIn(path, kind);
    else if (kind.test(entry.name) && !/_test\.tsx?$/.test(entry.name)) yield path;
  }
}

/** Takes comments, and strings of code between braces, out of a source. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

/** Letters between tags: `>Search<`, also over lines. A type argument or an arrow is no tag. */
export function literalTexts(source: string): string[] {
  const code = withoutComments(source);
  const found: string[] = [];
  for (
    const [, text = ""] of code.matchAll(
      /<\/?[A-Za-z][^<>{}=]*(?:=(?:"[^"]*"|\{[^{}]*\})[^<>{}=]*)*>([^<>{}();=]+)(?=[<{])/g,
    )
  ) {
    const plain = text.replace(/&\w+;/g, "").trim();
    if (/\p{L}{2}/u.test(plain) && !isAllowed(plain)) found.push(plain);
  }
  for (const [, text = ""] of code.matchAll(/\}([^<>{}();=\n"'`?:]+)(?=[<{])/g)) {
    const plain = text.trim();
    if (/\p{L}{2}/u.test(plain) && !isAllowed(plain) && !KEYWORDS.test(plain)) found.push(plain);
  }
  for (const [, name, text = ""] of code.matchAll(SPOKEN)) {
    if (/\p{L}{2}/u.test(text) && !isAllowed(text) && !/^(width=|[a-z-]+$)/.test(text)) {
      found.push(`${name}="${text}"`);
    }
  }
  return found;
}

function isAllowed(text: string): boolean {
  const words = text.split(/[\s()·/,.:]+/).filter((word) => /\p{L}{2}/u.test(word));
  return words.every((word) => NO_TEXT.has(word) || /^[A-Z]{4}$/.test(word));
}

Deno.test("the checker sees text between tags and in attributes, and not code", () => {
  const sees = (source: string) => literalTexts(source);
  assert.deepEqual(sees(`<p class="x">Hello there</p>`), ["Hello there"]);
  assert.deepEqual(sees(`<p>\n  Hello {name}\n</p>`), ["Hello"]);
  assert.deepEqual(sees(`<p>{a} or more {b}</p>`), ["or more"]);
  assert.deepEqual(sees(`if (a) {\n} else {\n b({}) }`), []);
  assert.deepEqual(sees(`<b aria-label="Say it" class="soft">{t("a.b")}</b>`), [
    `aria-label="Say it"`,
  ]);
  assert.deepEqual(sees(`const a = <T>(x: Map<string, number>) => x > 3 && y < 4;`), []);
  assert.deepEqual(sees(`// <p>Hello</p>\n<b>UTC</b>`), []);
});

Deno.test("no page, part or island has text of its own", async () => {
  const found: string[] = [];
  let files = 0;
  for (const folder of FOLDERS) {
    for await (const path of sourcesIn(folder)) {
      files++;
      const source = await Deno.readTextFile(new URL(encodeURI(path), ROOT));
      found.push(...literalTexts(source).map((text) => `${path}: ${text}`));
    }
  }
  assert.ok(files > 25, `${files} files were read`);
  assert.deepEqual(found, []);
});

/** Read by their property, as the voice of numbers and dates. */
const BY_PROPERTY = ["months", "thousands"];

Deno.test("no text is without a reader", async () => {
  let code = "";
  for (const folder of FOLDERS) {
    for await (const path of sourcesIn(folder, /\.tsx?$/)) {
      if (path.startsWith("lib/view/text/")) continue;
      code += await Deno.readTextFile(new URL(encodeURI(path), ROOT));
    }
  }
  const made = Array.from(
    code.matchAll(/`([\w.]+\.)\$\{(?:[^{}`]|\{[^{}]*\})*\}([\w.]*)`/g),
    ([, start, end]) => ({ start: start!, end: end! }),
  );
  const unread = Object.keys(textsOf("en")).filter((key) =>
    !code.includes(`"${key}"`) && !BY_PROPERTY.includes(key) &&
    !made.some(({ start, end }) => key.startsWith(start) && key.endsWith(end))
  );
  assert.deepEqual(unread, []);
});

for (const language of PAGE_LANGUAGES) {
  Deno.test(`every text is there in "${language}", with the same values to fill in`, () => {
    const [english, other]: Readonly<Record<string, string>>[] = [textsOf("en"), textsOf(language)];
    const keys = Object.keys(english!).sort();
    assert.deepEqual(Object.keys(other!).sort(), keys);
    for (const key of keys) {
      const values = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
      assert.notEqual(other![key]!.trim(), "", key);
      assert.deepEqual(values(other![key]!), values(english![key]!), key);
    }
  });
}

const ACCEPTED = [
  { header: null, language: "en" },
  { header: "de", language: "de" },
  { header: "de-AT,de;q=0.9,en;q=0.8", language: "de" },
  { header: "en-GB,en;q=0.9,de;q=0.8", language: "en" },
  { header: "fr-FR,fr;q=0.9,de;q=0.5", language: "de" },
  { header: "en;q=0.2,de;q=0.7", language: "de" },
  { header: "de;q=0", language: "en" },
  { header: "*", language: "en" },
  { header: ";;q=x,,de;q=2", language: "en" },
];
for (const { header, language } of ACCEPTED) {
  Deno.test(`Accept-Language "${header}" is answered in "${language}"`, () => {
    assert.equal(languageFor(header), language);
  });
}
