/**
 * Asking the API in tests. Every answer is held against what the API says of itself.
 *
 * @module
 */
import assert from "node:assert/strict";
import { createReportHistory } from "../../lib/reports/mod.ts";
import { createMemoryStore } from "../../lib/store/mod.ts";
import { type Api, type ApiOptions, createApi } from "../mod.ts";
import { READ_RESOURCES } from "../resources.ts";
import { ANSWERS } from "../schemas/answers.ts";
import { problem } from "../schemas/base.ts";
import { decodeAnswer } from "../schemas/decode.ts";
import { historyAnswer } from "../schemas/history.ts";
import { FakeReports } from "./fakes.ts";

export const INFO = { title: "Aviation Weather", version: "0.0.0" };

/** An API over a fresh fake world. */
export function fakeApi(changes: Partial<ApiOptions> = {}, reports = new FakeReports()) {
  const { clock } = reports;
  const history = createReportHistory({
    history: createMemoryStore({ source: "test", clock }).history,
    world: reports.world,
    clock,
    gaps: null,
  });
  const api = createApi({ reports, history, clock, info: INFO, ...changes });
  return { api, reports };
}

/** What a request is made of; `path` is the path with its query. */
export interface Ask {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
}

/** A request as the server hands it over, for methods as well that `new Request` refuses. */
export function toRequest({ path, method = "GET", headers = {}, body }: Ask): Request {
  const forbidden = ["TRACE", "CONNECT"].includes(method);
  const request = new Request(`http://api.test${path}`, {
    method: forbidden ? "GET" : method,
    headers,
    ...(body !== undefined && { body }),
  });
  return forbidden ? Object.defineProperty(request, "method", { value: method }) : request;
}

/** Asks, and checks whatever must hold for every answer. */
export async function ask(
  api: Pick<Api, "fetch">,
  wish: Ask,
): Promise<{ response: Response; text: string }> {
  const response = await api.fetch(toRequest(wish));
  const text = await response.text();
  checkAlways(wish, response, text);
  return { response, text };
}

function checkAlways(wish: Ask, response: Response, text: string): void {
  const { headers, status } = response;
  assert.match(
    headers.get("x-request-id") ?? "",
    /^[\w.:-]{1,64}$/,
    "every answer has a request id",
  );
  assert.equal(headers.get("access-control-allow-origin"), "*");
  assert.equal(headers.get("access-control-allow-credentials"), null);
  assert.equal(headers.get("x-content-type-options"), "nosniff");
  assert.match(headers.get("content-security-policy") ?? "", /^default-src 'none';/);
  assert.equal(headers.get("set-cookie"), null);
  if (wish.method === "HEAD" || status === 304 || status === 204) {
    assert.equal(text, "", "no body here");
  } else if (status >= 400 && !headers.get("content-type")!.startsWith("application/json")) {
    checkProblem(response, text);
  } else if (status === 200) checkAnswer(wish, response, text);
}

function checkProblem(response: Response, text: string): void {
  assert.equal(response.headers.get("content-type"), "application/problem+json; charset=utf-8");
  const body = JSON.parse(text);
  assert.deepEqual(problem.parse(body), body);
  assert.equal(body.status, response.status);
  assert.equal(body.instance, response.headers.get("x-request-id"));
  assert.doesNotMatch(
    text,
    /\bat .*\.ts|file:\/\/|\/work\/|node_modules|localhost/,
    "nothing of the inside",
  );
  if (body.title !== "No such station") {
    assert.equal(response.headers.get("cache-control"), "no-store");
  }
}

/** Holds a JSON or GeoJSON body against the schema of its resource, in which nothing may be undeclared. */
function checkAnswer({ path }: Ask, response: Response, text: string): void {
  const type = response.headers.get("content-type")!;
  assert.match(type, /; ?charset=utf-8/);
  const format = type.startsWith("application/geo+json")
    ? "geojson"
    : type.startsWith("application/json")
    ? "json"
    : null;
  if (format === null) return;
  const segments = path.split("?")[0]!.split("/");
  const resource = READ_RESOURCES.find(({ path }) => {
    const pattern = `/api${path}`.split("/");
    return pattern.length === segments.length &&
      pattern.every((piece, i) => piece.startsWith("{") || piece === segments[i]);
  });
  if (resource === undefined) {
    if (path.startsWith("/api/v1/history/")) {
      const body = JSON.parse(text);
      assert.deepEqual(historyAnswer.parse(body), body, "as its schema says");
    }
    if (path.startsWith("/api/v1/decode")) {
      const body = JSON.parse(text);
      assert.deepEqual(decodeAnswer.parse(body), body, "as its schema says");
    }
    return;
  }
  const body = JSON.parse(text);
  assert.deepEqual(
    ANSWERS[resource.operationId]![format]!.parse(body),
    body,
    "as its schema says",
  );
}
