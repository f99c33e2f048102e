import assert from "node:assert/strict";
import { createLog } from "./log.ts";
import { DsnError, withSentry } from "./sentry.ts";

/** A receiver of envelopes on loopback: gives the parsed events. */
async function withReceiver(
  use: (dsn: string, events: () => Record<string, unknown>[]) => Promise<void>,
  status = 200,
): Promise<void> {
  const events: Record<string, unknown>[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const lines = (await request.text()).split("\n").filter((line) => line !== "");
      for (const line of lines) {
        const part = JSON.parse(line);
        if (part.event_id !== undefined && part.level !== undefined) events.push(part);
      }
      return new Response("{}", { status });
    },
  );
  try {
    await use(`http://key@127.0.0.1:${server.addr.port}/42`, () => events);
  } finally {
    await server.shutdown();
  }
}

function memoryLog() {
  const lines: string[] = [];
  const clock = { now: () => 0 };
  return { lines, log: createLog({ level: "info", clock, write: (line) => lines.push(line) }) };
}

const NAMES = { environment: "test", release: "1.2.3" };

Deno.test("an error of the log is sent with what the log says, and nothing of the reader", async () => {
  await withReceiver(async (dsn, events) => {
    const { log: plain, lines } = memoryLog();
    const { log, flush } = await withSentry(plain, { dsn, ...NAMES });
    const fields = { error: new TypeError("no such thing"), path: "/KJFK?q=secret", route: "/x" };
    log.with({ requestId: "abc" }).error("a page failed", fields);
    log.warn("not sent");
    await flush(2_000);
    assert.equal(lines.length, 2);
    assert.equal(events().length, 1);
    const text = JSON.stringify(events()[0]);
    for (const part of ["no such thing", "TypeError", "a page failed", "abc", "1.2.3", '"test"']) {
      assert.ok(text.includes(part), part);
    }
    assert.ok(!text.includes("secret"));
    assert.match(text, /sentry_test\.ts/, "the stack names the file");
  });
});

Deno.test("a message without an error is sent as it is", async () => {
  await withReceiver(async (dsn, events) => {
    const { log, flush } = await withSentry(memoryLog().log, { dsn, ...NAMES });
    log.error("the disk is full");
    await flush(2_000);
    assert.equal(events()[0]!.message, "the disk is full");
  });
});

Deno.test("a flood of errors is cut off, and a receiver that fails harms nobody", async () => {
  await withReceiver(async (dsn, events) => {
    const { log: plain, lines } = memoryLog();
    const { log, flush } = await withSentry(plain, { dsn, ...NAMES });
    for (let i = 0; i < 500; i++) log.error(`failure ${i}`);
    await flush(5_000);
    assert.equal(lines.length, 500);
    assert.ok(events().length <= 60, String(events().length));
  }, 503);
  const { log, flush } = await withSentry(memoryLog().log, {
    dsn: "http://key@127.0.0.1:1/1",
    ...NAMES,
  });
  log.error("nobody listens");
  await flush(2_000);
});

Deno.test("an address that is none is named", async () => {
  await assert.rejects(
    () => withSentry(memoryLog().log, { dsn: "not an address", ...NAMES }),
    (error) => error instanceof DsnError && /SENTRY_DSN/.test(error.message),
  );
});
