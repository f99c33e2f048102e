import assert from "node:assert/strict";
import { signal } from "@preact/signals";
import { checkProps, jsonForScript } from "./props_json.ts";

Deno.test("props that are not JSON are refused, with the island and the prop named", () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  const rows: [Record<string, unknown>, RegExp][] = [
    [{ onPick: () => {} }, /island Map: props\.onPick is a function/],
    [{ a: { b: [1, () => {}] } }, /props\.a\.b\[1\] is a function/],
    [{ children: <p /> }, /children cannot be sent/],
    [{ icon: <p /> }, /props\.icon is a JSX element/],
    [{ at: new Date(0) }, /props\.at is a Date: send toISOString/],
    [{ count: signal(1) }, /props\.count is a signal/],
    [{ n: NaN }, /props\.n is NaN/],
    [{ n: 1n }, /props\.n is a bigint/],
    [{ m: new Map() }, /props\.m is an instance of Map/],
    [{ list: [undefined] }, /props\.list\[0\] is undefined inside a list/],
    [cycle, /nested too deep/],
  ];
  for (const [props, message] of rows) assert.throws(() => checkProps("Map", props), message);
});

Deno.test("plain JSON passes, and undefined members with it", () => {
  checkProps("Map", { a: 1, b: "x", c: [true, null, { d: -0.5 }], e: undefined, f: {} });
});

Deno.test("JSON in a script can end neither the script nor a line", () => {
  const value = { a: "</script><!-- <b>", b: "\u2028\u2029" };
  const json = jsonForScript(value);
  assert.doesNotMatch(json, /[<\u2028\u2029]/);
  assert.deepEqual(JSON.parse(json), value);
});
