/**
 * A briefing in plain language: worded by a model where one may be asked, whole or as events while it is written.
 *
 * @module
 */
import type { CheckedSentence } from "../lib/briefing/language/mod.ts";
import { DEADLINE_MS, type PlainText, plainText } from "../lib/briefing/model/mod.ts";
import type { AnsweredBriefing } from "../lib/briefing/mod.ts";
import { EVENT_STREAM_HEADERS, eventStream } from "../lib/http/event_stream.ts";
import type { Problem } from "../lib/http/problem.ts";
import { SECOND_MS } from "../lib/time/mod.ts";
import type { ApiOptions } from "./context.ts";
import { COMMON_HEADERS } from "./encoded.ts";
import { type Exchange, refuse } from "./exchange.ts";

/** Streams of this process. One lasts as long as the model may take. */
const MAX_STREAMS = 200;
const HEARTBEAT_MS = 5 * SECOND_MS;
/** Longer than the model has, so that the stream ends with its last event. */
const LONGEST_MS = DEADLINE_MS + 10 * SECOND_MS;
const RETRY_MS = 5 * SECOND_MS;
/** Id of the last event: who connects again with it has everything. */
const DONE = "done";

let streams = 0;

/** The text as JSON has it: of a refusal the reason alone, since its detail is the model's. */
export function presentPlain({ author, sections }: PlainText) {
  return {
    ...author,
    sections: sections.map((section) => ({
      ...section,
      sentences: section.sentences.map(presentSentence),
    })),
  };
}

function presentSentence({ text, factIds, by, links, refusal }: CheckedSentence) {
  return { text, factIds, by, links, refusal: refusal?.reason ?? null };
}

/** Words a briefing for the reader of `exchange`. */
export function wordFor(
  { request }: Exchange,
  { modelDesk }: ApiOptions,
  answer: AnsweredBriefing,
  signal: AbortSignal,
  onSentence?: (sentence: CheckedSentence) => void,
): Promise<PlainText> {
  return plainText(answer, modelDesk?.writer ?? null, {
    address: modelDesk?.addressOf(request) ?? "",
    signal,
    ...(onSentence && { onSentence }),
  });
}

/** The stream: `briefing` at once, a `sentence` as each has passed the check, `done` at the end. */
export function streamPlain(
  exchange: Exchange,
  api: ApiOptions,
  answer: AnsweredBriefing,
  briefing: unknown,
): Response {
  const { request, requestId } = exchange;
  const headers = { ...COMMON_HEADERS, ...EVENT_STREAM_HEADERS, "x-request-id": requestId };
  // 204 is how a browser is told not to connect again (HTML, 9.2.3).
  if (request.headers.get("last-event-id") === DONE) {
    return new Response(null, { status: 204, headers });
  }
  if (request.method === "HEAD") return new Response(null, { headers });
  if (streams >= MAX_STREAMS) return refuse(exchange, BUSY);
  const section = new Map(answer.briefing.facts.map((fact) => [fact.id, fact.section]));
  const body = eventStream((send, end) => {
    streams++;
    const leaving = new AbortController();
    send("briefing", briefing);
    wordFor(exchange, api, answer, leaving.signal, (sentence) => {
      const [id = ""] = sentence.factIds;
      send("sentence", { section: section.get(id), ...presentSentence(sentence) });
    }).then(
      ({ author }) => send("done", author, DONE),
      (error) => api.log?.error("a stream failed", { requestId, route: exchange.route, error }),
    ).finally(end);
    return () => {
      streams--;
      leaving.abort();
    };
  }, { heartbeatMs: HEARTBEAT_MS, longestMs: LONGEST_MS, retryMs: RETRY_MS });
  return new Response(body, { headers });
}

const BUSY: Problem = {
  kind: "unavailable",
  detail:
    "Too many readers are waiting for the model. Ask again in half a minute, or without text=model.",
  headers: { "retry-after": "30" },
};
