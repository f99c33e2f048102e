/**
 * The one door to a language model: any server that speaks OpenAI's protocol, through their own package.
 *
 * The Responses interface is asked first; a server that does not know it (404, 405, 501) is asked for Chat
 * Completions from then on. One deadline over everything, one retry, temperature 0, no tools.
 *
 * @module
 */
import type OpenAI from "openai";
import type { ModelPrompt } from "./prompt.ts";
import type { ModelFault } from "./states.ts";

/** What comes from a model, piece by piece. `end` or `fault` is the last. */
export type ModelEvent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "usage"; readonly input: number; readonly output: number }
  /** `truncated`: the limit of tokens was reached. */
  | { readonly kind: "end"; readonly truncated: boolean }
  | { readonly kind: "fault"; readonly fault: ModelFault };

/** A model that can be asked. */
export interface ModelClient {
  readonly model: string;
  /** Asks; every failure is an event. `signal` gives up. */
  ask(prompt: ModelPrompt, signal: AbortSignal): AsyncIterable<ModelEvent>;
}

/** What a client is made of. */
export interface ModelClientOptions {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly api: "auto" | "responses" | "chat";
  /** Over everything, retry included. */
  readonly deadlineMs?: number;
  readonly userAgent?: string;
}

/** Longest time for an answer. */
export const DEADLINE_MS = 20_000;
/** Most tokens of an answer. */
export const MAX_OUTPUT_TOKENS = 600;
const RETRIES = 1;
const UNKNOWN_INTERFACE = new Set([404, 405, 501]);

/** Makes a client. The package is loaded with the first question. */
export function createModelClient(options: ModelClientOptions): ModelClient {
  const { model, deadlineMs = DEADLINE_MS } = options;
  let loaded: Promise<OpenAI> | null = null;
  let api: "responses" | "chat" = options.api === "chat" ? "chat" : "responses";

  async function* answer(prompt: ModelPrompt, signal: AbortSignal): AsyncIterable<ModelEvent> {
    const client = await (loaded ??= load(options, deadlineMs).catch((error) => {
      // A disk that failed once is asked again with the next question.
      loaded = null;
      throw error;
    }));
    if (api === "chat") return yield* chatEvents(client, model, prompt, signal);
    let stream;
    try {
      stream = await openResponse(client, model, prompt, signal);
    } catch (error) {
      const status = statusOf(error);
      if (options.api !== "auto" || !UNKNOWN_INTERFACE.has(status ?? 0)) throw error;
      api = "chat";
      return yield* chatEvents(client, model, prompt, signal);
    }
    yield* responseEvents(stream);
  }

  return {
    model,
    async *ask(prompt, signal) {
      const deadline = AbortSignal.timeout(deadlineMs);
      const stop = AbortSignal.any([signal, deadline]);
      let isOver = false;
      try {
        for await (const event of answer(prompt, stop)) {
          isOver = event.kind === "end" || event.kind === "fault";
          yield event;
          if (isOver) return;
        }
      } catch (error) {
        yield { kind: "fault", fault: stop.aborted ? "timeout" : faultOf(error) };
        return;
      }
      // The package ends an aborted stream as if it were whole.
      if (!isOver) yield { kind: "fault", fault: stop.aborted ? "timeout" : "damaged" };
    },
  };
}

async function load(options: ModelClientOptions, timeout: number): Promise<OpenAI> {
  const { default: Client } = await import("openai");
  return new Client({
    apiKey: options.apiKey,
    baseURL: options.baseUrl,
    // Nothing of the environment: the options are all there is.
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    timeout,
    maxRetries: RETRIES,
    logLevel: "off",
    defaultHeaders: { "user-agent": options.userAgent ?? "aviation-weather" },
    fetch: (input, init) => fetch(input as string, { ...init as RequestInit, redirect: "error" }),
  });
}

function openResponse(client: OpenAI, model: string, prompt: ModelPrompt, signal: AbortSignal) {
  return client.responses.create({
    model,
    instructions: prompt.instructions,
    input: prompt.input,
    temperature: 0,
    max_output_tokens: MAX_OUTPUT_TOKENS,
    store: false,
    stream: true,
    text: {
      format: { type: "json_schema", name: prompt.name, schema: prompt.schema, strict: true },
    },
  }, { signal });
}

async function* responseEvents(
  stream: AsyncIterable<OpenAI.Responses.ResponseStreamEvent>,
): AsyncIterable<ModelEvent> {
  for await (const event of stream) {
    switch (event.type) {
      case "response.output_text.delta":
        yield { kind: "text", text: String(event.delta) };
        break;
      case "response.refusal.delta":
      case "response.refusal.done":
        yield { kind: "fault", fault: "refusal" };
        return;
      case "response.completed":
      case "response.incomplete": {
        const { usage } = event.response;
        if (usage) yield { kind: "usage", input: usage.input_tokens, output: usage.output_tokens };
        yield { kind: "end", truncated: event.type === "response.incomplete" };
        return;
      }
      case "response.failed":
      case "error":
        yield { kind: "fault", fault: "serverError" };
        return;
    }
  }
}

async function* chatEvents(
  client: OpenAI,
  model: string,
  prompt: ModelPrompt,
  signal: AbortSignal,
): AsyncIterable<ModelEvent> {
  const stream = await client.chat.completions.create({
    model,
    messages: [
      { role: "system", content: prompt.instructions },
      { role: "user", content: prompt.input },
    ],
    temperature: 0,
    max_tokens: MAX_OUTPUT_TOKENS,
    stream: true,
    stream_options: { include_usage: true },
    response_format: {
      type: "json_schema",
      json_schema: { name: prompt.name, schema: prompt.schema, strict: true },
    },
  }, { signal });
  let finish: string | null = null;
  for await (const { choices, usage } of stream) {
    const [choice] = choices ?? [];
    if (choice?.delta?.refusal) {
      yield { kind: "fault", fault: "refusal" };
      return;
    }
    const text = choice?.delta?.content;
    if (text) yield { kind: "text", text };
    finish = choice?.finish_reason ?? finish;
    if (usage) {
      yield { kind: "usage", input: usage.prompt_tokens, output: usage.completion_tokens };
    }
  }
  if (finish === "content_filter") yield { kind: "fault", fault: "refusal" };
  else if (finish !== null) yield { kind: "end", truncated: finish === "length" };
}

function statusOf(error: unknown): number | null {
  const status = (error as { readonly status?: unknown } | null)?.status;
  return typeof status === "number" ? status : null;
}

function faultOf(error: unknown): ModelFault {
  const status = statusOf(error);
  if (status === 429) return "tooManyRequests";
  if (status === 401 || status === 403) return "forbidden";
  if (status !== null) return status >= 500 ? "serverError" : "clientError";
  if (isNotAllowed(error)) return "notAllowed";
  const name = error instanceof Error ? error.constructor.name : "";
  if (/Timeout/.test(name)) return "timeout";
  return /Connection/.test(name) ? "connect" : "damaged";
}

/** What the runtime forbids comes wrapped, as the cause of a failed connection. */
function isNotAllowed(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one.name === "NotCapable") return true;
  }
  return false;
}
