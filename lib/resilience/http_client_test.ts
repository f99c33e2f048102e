import assert from "node:assert/strict";
import { FakeClock } from "../time/mod.ts";
import { createHttpClient } from "./http_client.ts";
import { BodyError, type Outcome } from "./outcome.ts";

type Answer = (request: Request) => Response | Promise<Response>;

/** A provider on loopback that answers from a list, the last answer again and again. */
async function withProvider(
  answers: readonly Answer[],
  test: (context: {
    get: (changes?: Partial<{ deadlineMs: number; maxBytes: number; retries: number }>) => Promise<
      Outcome<string>
    >;
    /** Headers of each request. */
    requests: Headers[];
    attempts: string[];
    waits: number[];
  }) => Promise<void>,
): Promise<void> {
  const requests: Headers[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, (request) => {
    requests.push(new Headers(request.headers));
    return answers[Math.min(requests.length, answers.length) - 1]!(request);
  });
  const attempts: string[] = [];
  const waits: number[] = [];
  const client = createHttpClient({
    fetch,
    clock: new FakeClock("2026-11-24T12:00:00Z"),
    userAgent: "aviation-weather/0.0.1 (+test)",
    onAttempt: (status) => attempts.push(status),
    random: () => 1,
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  try {
    await test({
      requests,
      attempts,
      waits,
      get: (changes = {}) =>
        client.get({
          url: `http://127.0.0.1:${server.addr.port}/file`,
          accept: "text/plain",
          deadlineMs: 5000,
          maxBytes: 1000,
          validators: { etag: '"a"', lastModified: null },
          read: (body) => new Response(body).text(),
          ...changes,
        }),
    });
  } finally {
    await server.shutdown();
  }
}

const text = (body: string, status = 200, headers: Record<string, string> = {}): Answer => () =>
  new Response(status === 204 || status === 304 ? null : body, { status, headers });

const kindOf = (outcome: Outcome<string>) =>
  outcome.kind === "fault" ? outcome.fault : outcome.kind;

const ROWS: { name: string; answers: Answer[]; expected: string; asked: number }[] = [
  { name: "200", answers: [text("hello")], expected: "ok", asked: 1 },
  {
    name: "204 is an answer, not an outage",
    answers: [text("", 204)],
    expected: "empty",
    asked: 1,
  },
  { name: "304", answers: [text("", 304)], expected: "notModified", asked: 1 },
  {
    name: "a redirect is not followed",
    answers: [text("", 302, { location: "http://169.254.169.254/" })],
    expected: "redirect",
    asked: 1,
  },
  { name: "400 is not retried", answers: [text("no", 400)], expected: "clientError", asked: 1 },
  { name: "403 is not retried", answers: [text("no", 403)], expected: "forbidden", asked: 1 },
  { name: "429 is not retried", answers: [text("", 429)], expected: "tooManyRequests", asked: 1 },
  { name: "500 is retried", answers: [text("", 500)], expected: "serverError", asked: 2 },
  {
    name: "500, then well",
    answers: [text("", 500), text("hello")],
    expected: "ok",
    asked: 2,
  },
  { name: "503 is retried", answers: [text("", 503)], expected: "serverError", asked: 2 },
  {
    name: "a body over the cap",
    answers: [text("x".repeat(2000))],
    expected: "tooLarge",
    asked: 1,
  },
];

Deno.test("each status becomes the right outcome", async (t) => {
  for (const row of ROWS) {
    await t.step(row.name, async () => {
      await withProvider(row.answers, async ({ get, requests, attempts }) => {
        assert.equal(kindOf(await get()), row.expected);
        assert.equal(requests.length, row.asked);
        assert.equal(attempts.length, row.asked);
      });
    });
  }
});

Deno.test("the client says who it is and sends the validators", async () => {
  await withProvider([text("hello", 200, { etag: '"b"' })], async ({ get, requests }) => {
    const outcome = await get();
    assert.equal(requests[0]!.get("user-agent"), "aviation-weather/0.0.1 (+test)");
    assert.equal(requests[0]!.get("if-none-match"), '"a"');
    assert.ok(outcome.kind === "ok");
    assert.equal(outcome.value, "hello");
    assert.equal(outcome.validators.etag, '"b"');
  });
});

Deno.test("one deadline ends headers that never come and bodies that drip", async (t) => {
  const release = Promise.withResolvers<void>();
  const answers: [string, Answer][] = [
    ["headers", async () => {
      await release.promise;
      return new Response("late");
    }],
    ["body", () =>
      new Response(
        new ReadableStream({
          async start(controller) {
            controller.enqueue(new Uint8Array([1]));
            await release.promise;
            try {
              controller.close();
            } catch {
              // The reader has left.
            }
          },
        }),
      )],
  ];
  await withProvider([answers[0]![1]], async ({ get }) => {
    await t.step(
      "headers",
      async () => assert.equal(kindOf(await get({ deadlineMs: 50 })), "timeout"),
    );
    await withProvider([answers[1]![1]], async (second) => {
      await t.step("body", async () => {
        assert.equal(kindOf(await second.get({ deadlineMs: 50 })), "timeout");
      });
      release.resolve();
    });
  });
});

Deno.test("Retry-After of a 429 is handed on", async () => {
  await withProvider([text("", 429, { "retry-after": "90" })], async ({ get }) => {
    const outcome = await get();
    assert.ok(outcome.kind === "fault");
    assert.equal(outcome.retryAfterMs, 90_000);
  });
});

Deno.test("a port where nobody listens is a connect fault, and after ten the breaker opens", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const client = createHttpClient({
    fetch,
    clock: new FakeClock("2026-11-24T12:00:00Z"),
    userAgent: "t",
    sleep: () => Promise.resolve(),
  });
  const get = () =>
    client.get({
      url: `http://127.0.0.1:${port}/`,
      accept: "*/*",
      deadlineMs: 2000,
      maxBytes: 10,
      read: (body) => new Response(body).text(),
    });
  // One of the nine calls is retried: ten attempts, and half of them would do.
  for (let i = 0; i < 9; i++) assert.equal(kindOf(await get()), "connect");
  assert.equal(kindOf(await get()), "breakerOpen");
  assert.deepEqual(client.endpoints().map((one) => one.breaker), ["open"]);
});

Deno.test("what the reader refuses is a fault with the reader's words", async () => {
  const client = createHttpClient({
    fetch: () => Promise.resolve(new Response("x")),
    clock: new FakeClock(0),
    userAgent: "t",
  });
  const outcome = await client.get({
    url: "http://127.0.0.1/",
    accept: "*/*",
    deadlineMs: 1000,
    maxBytes: 10,
    read: () => Promise.reject(new BodyError("wrongContent", "not what was agreed")),
  });
  assert.ok(outcome.kind === "fault");
  assert.equal(outcome.fault, "wrongContent");
  assert.equal(outcome.reason, "not what was agreed");
});

Deno.test("a call is retried twice at most, and only while the budget lasts", async () => {
  let asked = 0;
  let isUp = true;
  const client = createHttpClient({
    fetch: () => {
      asked++;
      return Promise.resolve(new Response(null, { status: isUp ? 204 : 502 }));
    },
    clock: new FakeClock(0),
    userAgent: "t",
    sleep: () => Promise.resolve(),
  });
  const get = (path: string) =>
    client.get({
      url: `http://127.0.0.1/${path}`,
      accept: "*/*",
      deadlineMs: 1000,
      maxBytes: 10,
      read: (body) => new Response(body).text(),
    });
  for (let i = 0; i < 21; i++) await get("a");
  isUp = false;
  asked = 0;
  await get("b");
  assert.equal(asked, 3, "one call and two retries");
  asked = 0;
  await get("c");
  assert.equal(asked, 2, "one retry was left");
  asked = 0;
  await get("d");
  assert.equal(asked, 1, "none is left");
});

Deno.test("after 429 the endpoint is not asked for a minute at least, others are", async () => {
  const clock = new FakeClock(0);
  const asked: string[] = [];
  const client = createHttpClient({
    fetch: (input) => {
      const { pathname } = new URL(String(input));
      asked.push(pathname);
      const status = pathname === "/slow" && asked.length === 1 ? 429 : 204;
      return Promise.resolve(
        new Response(null, { status, headers: { "retry-after": "5" } }),
      );
    },
    clock,
    userAgent: "t",
  });
  const get = (path: string) =>
    client.get({
      url: `http://127.0.0.1${path}`,
      accept: "*/*",
      deadlineMs: 1000,
      maxBytes: 10,
      read: (body) => new Response(body).text(),
    });
  assert.equal(kindOf(await get("/slow")), "tooManyRequests");
  clock.advance(59_999);
  const paused = await get("/slow");
  assert.ok(paused.kind === "fault");
  assert.equal(paused.retryAfterMs, 1);
  assert.equal(kindOf(await get("/other")), "empty");
  clock.advance(1);
  assert.equal(kindOf(await get("/slow")), "empty");
  assert.deepEqual(asked, ["/slow", "/other", "/slow"]);
});

Deno.test("a call given up by whoever asked says nothing about the provider", async () => {
  const client = createHttpClient({
    fetch: (_input, init) =>
      new Promise((_resolve, reject) => {
        const stop = () => reject(new Error("aborted"));
        if (init!.signal!.aborted) stop();
        else init!.signal!.addEventListener("abort", stop);
      }),
    clock: new FakeClock(0),
    userAgent: "t",
  });
  for (let i = 0; i < 20; i++) {
    const stop = new AbortController();
    const answer = client.get({
      url: "http://127.0.0.1/x",
      accept: "*/*",
      deadlineMs: 60_000,
      maxBytes: 10,
      signal: stop.signal,
      read: (body) => new Response(body).text(),
    });
    await Promise.resolve();
    stop.abort();
    assert.equal(kindOf(await answer as Outcome<string>), "cancelled");
  }
  assert.deepEqual(client.endpoints().map((one) => one.breaker), ["closed"]);
});
