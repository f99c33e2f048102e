import assert from "node:assert/strict";
import { HotAnswers } from "./hot_answers.ts";

Deno.test("what is asked for again survives what is asked for once", () => {
  const answers = new HotAnswers<{ bytes: number; id: string }>(10, 1e6);
  answers.set("hot", { bytes: 1, id: "hot" });
  for (let i = 0; i < 100; i++) {
    answers.set(`cold${i}`, { bytes: 1, id: `cold${i}` });
    assert.equal(answers.get("hot")?.id, "hot");
    assert.ok(answers.size <= 10);
  }
  assert.equal(answers.get("cold0"), undefined);
});

Deno.test("the bytes held stay below the limit whatever is put in", () => {
  const answers = new HotAnswers<{ bytes: number }>(1000, 1000);
  for (let i = 0; i < 500; i++) {
    answers.set(`k${i}`, { bytes: 1 + (i * 37) % 499 });
    let held = 0;
    for (let j = 0; j <= i; j++) held += answers.get(`k${j}`)?.bytes ?? 0;
    assert.ok(held <= 1500, `${held} bytes`);
  }
});

Deno.test("an answer larger than a generation is not kept", () => {
  const answers = new HotAnswers<{ bytes: number }>(10, 100);
  answers.set("big", { bytes: 51 });
  assert.equal(answers.get("big"), undefined);
});

Deno.test("a deleted answer is gone from both generations", () => {
  const answers = new HotAnswers<{ bytes: number }>(2, 100);
  answers.set("a", { bytes: 1 });
  answers.set("b", { bytes: 1 });
  answers.delete("a");
  assert.equal(answers.get("a"), undefined);
  assert.equal(answers.get("b")?.bytes, 1);
});
