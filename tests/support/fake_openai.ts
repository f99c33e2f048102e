/**
 * A server that speaks OpenAI's protocol over a real socket: Responses and Chat Completions, as JSON and as a stream in many
 * small pieces. It words nothing well; its faults and its obedience are what it is for.
 *
 * @module
 */
import { demandsIn } from "./obedience.ts";

/** What the fake does with a question. */
export type FakeMode =
  /** Gives each fact's own statement back. */
  | { readonly kind: "faithful" }
  /** Gives these sentences. */
  | { readonly kind: "says"; readonly sentences: readonly FakeSentence[] }
  /** Gives this as what a question in plain words asks for. */
  | { readonly kind: "reads"; readonly intent: unknown }
  /** Follows every instruction in what it is given, and in `leaked`, as if that had reached it some other way. */
  | { readonly kind: "obedient"; readonly leaked?: string }
  /** Answers with a status, the first `times` times. */
  | { readonly kind: "status"; readonly status: number; readonly times?: number }
  /** Gives so many of the facts' statements, and then nothing more. */
  | { readonly kind: "held"; readonly after: number }
  | { readonly kind: "hang" | "refusal" | "truncated" | "malformed" | "cut" | "html" | "empty" };

/** A sentence as the schema of the question wants it. */
export interface FakeSentence {
  readonly factId: string;
  readonly text: string;
}

/** A question as it came over the wire. */
export interface FakeRequest {
  readonly path: string;
  readonly authorization: string | null;
  readonly text: string;
  // deno-lint-ignore no-explicit-any
  readonly body: any;
}

/** The running server. */
export interface FakeOpenAi extends AsyncDisposable {
  /** For `OPENAI_BASE_URL`. */
  readonly baseUrl: string;
  readonly requests: readonly FakeRequest[];
  /** How many sentences it gave by obeying. */
  readonly obeyed: number;
  /** How many answers the one who asked did not wait for. */
  readonly left: number;
  mode: FakeMode;
}

const encoder = new TextEncoder();
/** Bytes of a piece of a stream: events are cut anywhere, within a character as well. */
const PIECE = 61;

/** Starts the server. `interfaces`: those that it knows; others get 404. */
export function startFakeOpenAi(
  options: { readonly interfaces?: readonly ("responses" | "chat")[]; readonly mode?: FakeMode } =
    {},
): FakeOpenAi {
  const known = options.interfaces ?? ["responses", "chat"];
  const requests: FakeRequest[] = [];
  const hanging = new AbortController();
  let failed = 0;
  let obeyed = 0;
  let left = 0;
  const fake = { mode: options.mode ?? { kind: "faithful" } as FakeMode };

  function sentencesFor(input: string): readonly FakeSentence[] {
    const { mode } = fake;
    if (mode.kind === "says") return mode.sentences;
    const { facts } = JSON.parse(input) as {
      facts: { readonly id: string; readonly statement: string }[];
    };
    if (mode.kind === "obedient") {
      const demands = demandsIn(`${input}\n${mode.leaked ?? ""}`);
      if (demands.length > 0) {
        const given = facts.flatMap(({ id }) => demands.map((text) => ({ factId: id, text })));
        obeyed += given.length;
        return given;
      }
    }
    return facts.map(({ id, statement }) => ({ factId: id, text: statement }));
  }

  /** What it reads from a question in plain words, as text; whoever obeys says what the question orders. */
  function readingOf(question: string): string {
    const { mode } = fake;
    const order = mode.kind === "obedient"
      ? /(?:say|answer with|antworte mit):? ?(.{3,})$/i.exec(question)?.[1]
      : undefined;
    if (order !== undefined) {
      obeyed++;
      return order;
    }
    return JSON.stringify(mode.kind === "reads" ? mode.intent : { understood: false });
  }

  /** A stream that says this and then nothing, until the reader leaves. */
  function silentAfter(events: readonly string[]): Response {
    let close = () => {};
    const silent = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(encoder.encode(events.join("")));
        close = () => controller.close();
        hanging.signal.addEventListener("abort", close);
      },
      cancel() {
        hanging.signal.removeEventListener("abort", close);
        left++;
      },
    });
    return new Response(silent, { headers: EVENT_STREAM });
  }

  async function handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const text = await request.text();
    const body = JSON.parse(text);
    requests.push({
      path: pathname,
      authorization: request.headers.get("authorization"),
      text,
      body,
    });
    const api = pathname === "/v1/responses"
      ? "responses" as const
      : pathname === "/v1/chat/completions"
      ? "chat" as const
      : null;
    if (api === null || !known.includes(api)) return problem(404, "Unknown request URL");
    const { mode } = fake;
    if (mode.kind === "status" && failed++ < (mode.times ?? Infinity)) {
      return problem(mode.status, "no", mode.status === 429 ? { "retry-after-ms": "1" } : {});
    }
    if (mode.kind === "html") {
      return new Response("<html>gateway</html>", { headers: { "content-type": "text/html" } });
    }
    if (mode.kind === "hang") return silentAfter([": waiting\n\n"]);
    const input = api === "responses" ? body.input : body.messages.at(-1).content;
    const { question } = JSON.parse(String(input)) as { readonly question?: string };
    const sentences = question === undefined ? sentencesFor(String(input)) : [];
    const whole = question === undefined ? JSON.stringify({ sentences }) : readingOf(question);
    const answer = mode.kind === "malformed"
      ? `{"sentences":[{"factId":7,"text":["not a text"]},nonsense}`
      : mode.kind === "truncated" || mode.kind === "cut"
      ? whole.slice(0, Math.floor(whole.length * 0.6))
      : mode.kind === "empty"
      ? ""
      : whole;
    const events = api === "responses"
      ? responseEvents(answer, mode.kind)
      : chatEvents(answer, mode.kind);
    if (!body.stream) return Response.json(events.whole);
    if (mode.kind === "held") {
      const begun = JSON.stringify({ sentences: sentences.slice(0, mode.after) }).slice(0, -2);
      const held = api === "responses"
        ? responseEvents(begun, mode.kind)
        : chatEvents(begun, mode.kind);
      return silentAfter(held.begun);
    }
    return new Response(inPieces(events.stream, mode.kind === "cut"), { headers: EVENT_STREAM });
  }

  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, handle);
  return {
    baseUrl: `http://127.0.0.1:${server.addr.port}/v1`,
    requests,
    get obeyed() {
      return obeyed;
    },
    get left() {
      return left;
    },
    get mode() {
      return fake.mode;
    },
    set mode(mode) {
      fake.mode = mode;
      failed = 0;
    },
    async [Symbol.asyncDispose]() {
      hanging.abort();
      await server.shutdown();
    },
  };
}

const EVENT_STREAM = { "content-type": "text/event-stream; charset=utf-8" };

function problem(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error: { message, type: "error", code: null } }, { status, headers });
}

/** The text in small pieces, as a model writes. */
function deltas(text: string): string[] {
  return text.match(/[\s\S]{1,11}/g) ?? [];
}

interface FakeAnswer {
  readonly stream: readonly string[];
  /** The stream without its end. */
  readonly begun: readonly string[];
  readonly whole: unknown;
}

function responseEvents(text: string, kind: FakeMode["kind"]): FakeAnswer {
  let sequence_number = 0;
  const event = (type: string, members: object) =>
    `event: ${type}\ndata: ${
      JSON.stringify({ type, sequence_number: sequence_number++, ...members })
    }\n\n`;
  const place = { item_id: "msg_1", output_index: 0, content_index: 0 };
  const content = kind === "refusal"
    ? [{ type: "refusal", refusal: "I cannot help with that." }]
    : [{ type: "output_text", text, annotations: [] }];
  const whole = {
    id: "resp_1",
    object: "response",
    status: kind === "truncated" ? "incomplete" : "completed",
    incomplete_details: kind === "truncated" ? { reason: "max_output_tokens" } : null,
    output: [{ type: "message", id: "msg_1", role: "assistant", content }],
    usage: { input_tokens: 900, output_tokens: 120, total_tokens: 1020 },
  };
  const begun = [
    event("response.created", { response: { ...whole, status: "in_progress", output: [] } }),
    ...(kind === "refusal"
      ? [event("response.refusal.delta", { ...place, delta: "I cannot" })]
      : deltas(text).map((delta) => event("response.output_text.delta", { ...place, delta }))),
  ];
  const end = event(kind === "truncated" ? "response.incomplete" : "response.completed", {
    response: whole,
  });
  return { whole, begun, stream: [...begun, end] };
}

function chatEvents(text: string, kind: FakeMode["kind"]): FakeAnswer {
  const head = { id: "chat_1", object: "chat.completion.chunk", created: 0, model: "fake" };
  const event = (members: object) => `data: ${JSON.stringify({ ...head, ...members })}\n\n`;
  const piece = (delta: object, finish_reason: string | null = null) =>
    event({ choices: [{ index: 0, delta, finish_reason }] });
  const usage = { prompt_tokens: 900, completion_tokens: 120, total_tokens: 1020 };
  const finish = kind === "truncated" ? "length" : "stop";
  const begun = [
    piece({ role: "assistant" }),
    ...(kind === "refusal"
      ? [piece({ refusal: "I cannot help with that." })]
      : deltas(text).map((content) => piece({ content }))),
  ];
  return {
    whole: {
      ...head,
      object: "chat.completion",
      choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: finish }],
      usage,
    },
    begun,
    stream: [
      ...begun,
      piece({}, finish),
      event({ choices: [], usage }),
      "data: [DONE]\n\n",
    ],
  };
}

/** The events as bytes in pieces that know nothing of events; `isCut` breaks the connection in the middle. */
function inPieces(events: readonly string[], isCut: boolean): ReadableStream<Uint8Array> {
  const bytes = encoder.encode(events.join(""));
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (isCut && at > bytes.length / 2) return controller.error(new Error("cut"));
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + PIECE));
      at += PIECE;
    },
  });
}
