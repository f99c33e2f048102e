/**
 * Operations about the service itself, as the OpenAPI document describes them.
 *
 * @module
 */
import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import { noParameters } from "./parameters.ts";
import { problemResponses } from "./openapi.ts";

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

const OPERATIONS: readonly ServiceOperation[] = [
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

/** Descriptions of all operations of the service. */
export const SERVICE_ROUTES: readonly RouteConfig[] = OPERATIONS.map((one) =>
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
