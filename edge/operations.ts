/**
 * Operations that are no plain reads, and those about the service itself, as the OpenAPI document describes them.
 *
 * @module
 */
import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import { decodeQuery, decodeRequest, MAX_REPORT_LENGTH } from "./decode.ts";
import { HISTORY_PATH, historyParams, historyQuery } from "./history.ts";
import { noParameters } from "./parameters.ts";
import { problem } from "./schemas/base.ts";
import { decodeAnswer } from "./schemas/decode.ts";
import { historyAnswer } from "./schemas/history.ts";

const PROBLEM_DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: "A parameter is unknown, repeated or wrong; each is listed in errors.",
  401: "A token is needed.",
  404: "No such station.",
  405: "Another method; those allowed are in Allow.",
  406: "None of the formats in Accept is offered; those offered are listed.",
  411: "The body has no Content-Length.",
  413: "The body is larger than 64 kB.",
  414: "Path and query are longer than 2,048 characters.",
  415: "The body has a type that is not understood.",
  503: "Not ready, or not available.",
};

/** Responses of problems. */
export function problemResponses(statuses: readonly number[]): RouteConfig["responses"] {
  return Object.fromEntries(
    statuses.map((status) => [status, {
      description: PROBLEM_DESCRIPTIONS[status]!,
      content: { "application/problem+json": { schema: problem } },
    }]),
  );
}

const HISTORY: RouteConfig = createRoute({
  method: "get",
  path: HISTORY_PATH,
  operationId: "getHistory",
  tags: ["Reports"],
  summary: "Reports of the past",
  description:
    "Every METAR, SPECI or TAF of a station that was received, verbatim and decoded with today's rules, " +
    "page by page. With `at` the answer is what was known at that instant.",
  request: { params: historyParams, query: historyQuery },
  responses: {
    200: {
      description: "The answer.",
      content: { "application/json": { schema: historyAnswer } },
    },
    ...problemResponses([400, 404, 405, 406, 414, 503]),
  },
});

const DECODE: RouteConfig = createRoute({
  method: "post",
  path: "/api/v1/decode",
  operationId: "decodeReport",
  tags: ["Decoder"],
  summary: "Decode a report",
  description:
    "Reads one report, as JSON or as plain text. Nothing is stored. The answer has the same shape as in the other " +
    "resources: what was not understood is in `decoded.unparsed`, what was repaired in `decoded.issues`.",
  request: {
    query: decodeQuery,
    body: {
      required: true,
      content: {
        "application/json": { schema: decodeRequest },
        "text/plain": { schema: z.string().max(MAX_REPORT_LENGTH) },
      },
    },
  },
  responses: {
    200: { description: "The answer.", content: { "application/json": { schema: decodeAnswer } } },
    ...problemResponses([400, 405, 406, 411, 413, 414, 415]),
  },
});

const health = z.object({ status: z.literal("ok") }).openapi("Health");
const readiness = z.object({
  ready: z.boolean(),
  parts: z.array(z.object({
    name: z.string(),
    state: z.enum(["ok", "degraded", "failed"]),
    detail: z.string().optional(),
  })),
}).openapi("Readiness");

interface ServiceOperation {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly mediaType: string;
  readonly schema: z.ZodType;
  readonly problems: readonly number[];
}

const SERVICE_OPERATIONS: readonly ServiceOperation[] = [
  {
    path: "/api/health",
    operationId: "getHealth",
    summary: "Liveness",
    description:
      "Answers as long as the process does; touches nothing. Also at /health and /healthz.",
    mediaType: "application/json",
    schema: health,
    problems: [405],
  },
  {
    path: "/api/ready",
    operationId: "getReadiness",
    summary: "Readiness",
    description: "Each part as its background check last found it. Also at /readyz.",
    mediaType: "application/json",
    schema: readiness,
    problems: [405],
  },
  {
    path: "/api/metrics",
    operationId: "getMetrics",
    summary: "Metrics for Prometheus",
    description:
      "Text format 0.0.4. Where a token is configured it is asked for. Also at /metrics.",
    mediaType: "text/plain",
    schema: z.string(),
    problems: [401, 405, 503],
  },
  {
    path: "/api/openapi.json",
    operationId: "getOpenApi",
    summary: "This document",
    description: "OpenAPI 3.1.",
    mediaType: "application/json",
    schema: z.looseObject({ openapi: z.string() }),
    problems: [405],
  },
  {
    path: "/api/docs",
    operationId: "getDocs",
    summary: "This document for people",
    description: "One page without script.",
    mediaType: "text/html",
    schema: z.string(),
    problems: [405],
  },
];

const SERVICE: readonly RouteConfig[] = SERVICE_OPERATIONS.map((one) =>
  createRoute({
    method: "get",
    path: one.path,
    operationId: one.operationId,
    tags: ["Service"],
    summary: one.summary,
    description: one.description,
    request: { query: noParameters },
    responses: {
      200: { description: "The answer.", content: { [one.mediaType]: { schema: one.schema } } },
      ...(one.operationId === "getReadiness" && {
        503: { description: "Not ready.", content: { "application/json": { schema: one.schema } } },
      }),
      ...problemResponses(one.problems),
    },
  })
);

/** All of them, in the order of the document. */
export const OPERATIONS: readonly RouteConfig[] = [HISTORY, DECODE, ...SERVICE];
