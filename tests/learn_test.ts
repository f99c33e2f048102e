/** The quiz over HTTP: only links and forms, and only the right answer is right. */
import assert from "node:assert/strict";
import { pagesApp } from "./support/pages_app.ts";

const { handler } = await pagesApp();
const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await handler(new Request(`http://localhost${path}`, { headers }));
  return { status: answer.status, html: await answer.text() };
};

/** The address of each answer of the form on a page. */
function answersOf(html: string): string[] {
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
  const query = ["station", "group", "n", "right", "asked"].map((name) => `${name}=${field(name)}`);
  const count = html.match(/type="radio"/g)?.length ?? 0;
  return Array.from({ length: count }, (_, i) => `/learn?${query.join("&")}&answer=${i}`);
}

Deno.test("each question has one right answer, the decoder's own, and says why", async () => {
  const asked = new Set<string>();
  for (let n = 0; n < 60; n++) {
    const { status, html } = await get(`/learn?n=${n}`);
    assert.equal(status, 200);
    const answers = answersOf(html);
    assert.ok(answers.length >= 2, `question ${n} has ${answers.length} answers`);
    asked.add(/<h2 id="question">([^<]*)/.exec(html)![1]!);
    const results = await Promise.all(answers.map(async (path) => (await get(path)).html));
    const right = results.filter((page) => page.includes("Right."));
    assert.equal(right.length, 1, `question ${n}`);
    assert.equal(results.filter((page) => page.includes("Not so.")).length, answers.length - 1);
    assert.match(right[0]!, /1 of 1 right so far/);
    assert.match(right[0]!, / means:/);
  }
  assert.ok(asked.size >= 20, `${asked.size} different questions`);
});

const ODD = [
  "/learn?station=ZZZZ&group=5&answer=0",
  "/learn?station=KJFK&group=99999999&answer=9",
  "/learn?n=-1&right=9&asked=3&answer=x",
  "/learn?station=%3Cscript%3E&group=0",
];
for (const path of ODD) {
  Deno.test(`${path} asks another question`, async () => {
    const { status, html } = await get(path);
    assert.equal(status, 200);
    assert.match(html, /type="radio"/);
    assert.doesNotMatch(html, /<script>/);
  });
}

Deno.test("the quiz speaks German to those who ask for it", async () => {
  const { html } = await get("/learn?n=3", { "accept-language": "de" });
  assert.match(html, /Was bedeutet/);
});
