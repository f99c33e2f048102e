import assert from "node:assert/strict";
import { type FakeMode, startFakeOpenAi } from "../../../tests/support/fake_openai.ts";
import { createModelClient, type ModelClientOptions, type ModelEvent } from "./client.ts";

const PROMPT = {
  name: "plain_language",
  instructions: "Word it.",
  input: JSON.stringify({ facts: [{ id: "f1", statement: "Wind 5 kt, Böe 9 kt." }] }),
  schema: { type: "object", properties: {}, required: [], additionalProperties: false },
};

async function ask(
  baseUrl: string,
  changes: Partial<ModelClientOptions> = {},
  signal = new AbortController().signal,
): Promise<ModelEvent[]> {
  const client = createModelClient({
    apiKey: "sk-test",
    baseUrl,
    model: "test-model",
    api: "auto",
    deadlineMs: 2_000,
    ...changes,
  });
  return await Array.fromAsync(client.ask(PROMPT, signal));
}

const textOf = (events: readonly ModelEvent[]) =>
  events.map((event) => event.kind === "text" ? event.text : "").join("");

for (const api of ["responses", "chat"] as const) {
  Deno.test(`${api}: an answer in many pieces is whole, with its usage`, async () => {
    await using fake = startFakeOpenAi();
    const events = await ask(fake.baseUrl, { api });
    assert.deepEqual(JSON.parse(textOf(events)), {
      sentences: [{ factId: "f1", text: "Wind 5 kt, Böe 9 kt." }],
    });
    assert.deepEqual(events.at(-1), { kind: "end", truncated: false });
    assert.ok(events.some((event) => event.kind === "usage" && event.output === 120));
    const { body, authorization } = fake.requests[0]!;
    assert.equal(authorization, "Bearer sk-test");
    assert.equal(body.temperature, 0);
    assert.equal(body.max_output_tokens ?? body.max_tokens, 600);
    assert.equal(body.tools, undefined);
  });
}

Deno.test("a server without Responses is asked for Chat Completions, and from then on at once", async () => {
  await using fake = startFakeOpenAi({ interfaces: ["chat"] });
  const client = createModelClient({
    apiKey: "k",
    baseUrl: fake.baseUrl,
    model: "m",
    api: "auto",
    deadlineMs: 2_000,
  });
  for (let i = 0; i < 2; i++) {
    const events = await Array.fromAsync(client.ask(PROMPT, new AbortController().signal));
    assert.equal(events.at(-1)!.kind, "end");
  }
  assert.deepEqual(fake.requests.map(({ path }) => path), [
    "/v1/responses",
    "/v1/chat/completions",
    "/v1/chat/completions",
  ]);
});

const ROWS: readonly {
  mode: FakeMode;
  last: ModelEvent;
  asked?: number;
  deadlineMs?: number;
}[] = [
  { mode: { kind: "refusal" }, last: { kind: "fault", fault: "refusal" } },
  { mode: { kind: "truncated" }, last: { kind: "end", truncated: true } },
  { mode: { kind: "malformed" }, last: { kind: "end", truncated: false } },
  { mode: { kind: "cut" }, last: { kind: "fault", fault: "damaged" } },
  { mode: { kind: "html" }, last: { kind: "fault", fault: "damaged" } },
  { mode: { kind: "hang" }, last: { kind: "fault", fault: "timeout" }, deadlineMs: 150 },
  {
    mode: { kind: "status", status: 429 },
    last: { kind: "fault", fault: "tooManyRequests" },
    asked: 2,
  },
  {
    mode: { kind: "status", status: 500 },
    last: { kind: "fault", fault: "serverError" },
    asked: 2,
  },
  { mode: { kind: "status", status: 401 }, last: { kind: "fault", fault: "forbidden" }, asked: 1 },
  {
    mode: { kind: "status", status: 400 },
    last: { kind: "fault", fault: "clientError" },
    asked: 1,
  },
  {
    mode: { kind: "status", status: 500, times: 1 },
    last: { kind: "end", truncated: false },
    asked: 2,
  },
];

Deno.test("every end of an answer is a value, in both interfaces", async (t) => {
  for (const api of ["responses", "chat"] as const) {
    for (const { mode, last, asked, deadlineMs } of ROWS) {
      const name = mode.kind === "status" ? `${mode.status}, ${mode.times ?? "always"}` : mode.kind;
      await t.step(`${api}: ${name}`, async () => {
        await using fake = startFakeOpenAi({ mode });
        const events = await ask(fake.baseUrl, { api, ...(deadlineMs && { deadlineMs }) });
        assert.deepEqual(events.at(-1), last);
        if (asked !== undefined) assert.equal(fake.requests.length, asked);
      });
    }
  }
});

Deno.test("nobody there is a fault, and so is a reader who leaves", async () => {
  const fake = startFakeOpenAi();
  const { baseUrl } = fake;
  await fake[Symbol.asyncDispose]();
  assert.deepEqual(await ask(baseUrl), [{ kind: "fault", fault: "connect" }]);
  await using slow = startFakeOpenAi({ mode: { kind: "hang" } });
  const leaving = new AbortController();
  setTimeout(() => leaving.abort(), 30);
  const events = await ask(slow.baseUrl, {}, leaving.signal);
  assert.deepEqual(events.at(-1), { kind: "fault", fault: "timeout" });
});
