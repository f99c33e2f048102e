import assert from "node:assert/strict";
import { FakeClock } from "../time/mod.ts";
import { createLog, type LogLevel } from "./log.ts";

function collect(level: LogLevel = "info") {
  const lines: string[] = [];
  const log = createLog({
    level,
    clock: new FakeClock("2026-11-24T12:00:00Z"),
    write: (line) => lines.push(line),
  });
  return { log, lines };
}

Deno.test("a line is one JSON object with time, level, message and fields", () => {
  const { log, lines } = collect();
  log.with({ requestId: "r1" }).info("answered", { status: 200 });
  assert.deepEqual(JSON.parse(lines[0]!), {
    time: "2026-11-24T12:00:00.000Z",
    level: "info",
    message: "answered",
    requestId: "r1",
    status: 200,
  });
});

Deno.test("lines below the level are not written", () => {
  const { log, lines } = collect("warn");
  log.debug("a");
  log.info("b");
  log.warn("c");
  log.error("d");
  assert.deepEqual(lines.map((line) => JSON.parse(line).message), ["c", "d"]);
});

const FORGERIES = [
  "a\nb",
  "a\r\n{}",
  "\u001b[31mred",
  "a\u2028b",
  "a\u0085b",
  "\u202ereversed",
  "\u009b2J",
];

Deno.test("no input breaks a line or reaches the terminal as a control character", async (t) => {
  for (const input of FORGERIES) {
    await t.step(JSON.stringify(input), () => {
      const { log, lines } = collect();
      log.info("given", { input, [input]: 1 });
      assert.equal(lines.length, 1);
      // deno-lint-ignore no-control-regex
      assert.doesNotMatch(lines[0]!.slice(0, -1), /[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
      assert.equal(JSON.parse(lines[0]!).input, input);
    });
  }
});

Deno.test("an error is printed with its name and message, and its stack only at debug", () => {
  const info = collect();
  info.log.error("failed", { error: new TypeError("odd") });
  assert.deepEqual(JSON.parse(info.lines[0]!).error, { name: "TypeError", message: "odd" });
  const debug = collect("debug");
  debug.log.error("failed", { error: new TypeError("odd") });
  assert.match(JSON.parse(debug.lines[0]!).error.stack, /log_test/);
});

Deno.test("a very long value is cut and its length said", () => {
  const { log, lines } = collect();
  log.info("given", { input: "x".repeat(5000) });
  assert.match(JSON.parse(lines[0]!).input, /… \(5000 characters\)$/);
});
