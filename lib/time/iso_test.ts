import assert from "node:assert/strict";
import { toIso, utcInstant } from "./mod.ts";

Deno.test("instants are written as Date writes them, to the second, before and after the epoch", () => {
  const instants = [0, -1, 1.5, 59_999, 86_399_999, 86_400_000, Date.UTC(2024, 1, 29, 23, 59, 59)];
  let state = 1;
  for (let i = 0; i < 2000; i++) {
    state = (state * 48271) % 2147483647;
    instants.push((state - 5e8) * 1000);
  }
  for (const instant of instants) {
    assert.equal(toIso(instant), new Date(instant).toISOString().slice(0, 19) + "Z");
  }
});

Deno.test("what is no instant is refused, not written", () => {
  for (const wrong of [NaN, Infinity, 9e15]) assert.throws(() => toIso(wrong), RangeError);
});

Deno.test("a date and a time that do not exist are no instant", () => {
  assert.equal(utcInstant(2024, 2, 29, 23, 59), Date.UTC(2024, 1, 29, 23, 59));
  const wrong = [[2023, 2, 29, 0, 0], [2024, 0, 1, 0, 0], [2024, 13, 1, 0, 0], [2024, 4, 31, 0, 0]];
  wrong.push([2024, 1, 0, 0, 0], [2024, 1, 1, 24, 0], [2024, 1, 1, 0, 60]);
  for (const [year, month, day, hour, minute] of wrong) {
    assert.equal(utcInstant(year!, month!, day!, hour!, minute!), null);
  }
});
