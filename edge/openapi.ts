/**
 * The OpenAPI 3.1 document, made from the resources themselves: `deno task docs:openapi` writes it to
 * `openapi.json`, and the service answers with that file.
 *
 * @module
 */
import { createRoute, OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { ApiInfo } from "./context.ts";
import { type Format, MEDIA_TYPES } from "./negotiate.ts";
import { OPERATIONS, problemResponses } from "./operations.ts";
import { formatParameter, formatsOf } from "./read.ts";
import type { ReadResource } from "./resource.ts";
import { READ_RESOURCES } from "./resources.ts";
import { ANSWERS } from "./schemas/answers.ts";

/** An OpenAPI 3.1 document as plain data. */
export type OpenApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

const DESCRIPTION =
  `METAR, TAF and hazards of the world: the raw report, what was decoded from it, and what is derived.

**Not an official briefing.** Each report carries its times, its provider and its freshness; the raw report is what counts.

* Times are ISO 8601 UTC. No answer holds an age: compute it from \`observedAt\` (or \`issuedAt\`), so that the bytes and the \`ETag\` stay the same until something changes.
* Every quantity is \`{ value, unit, bound? }\`; directions are true; every decoded value has the \`source\` it was read from.
* What is absent is said to be: \`notReported\`, \`notObservable\` (\`////\`), \`notUnderstood\`. None of them is zero, calm or clear.
* Every error is \`application/problem+json\` (RFC 9457) and says what was wrong and what is accepted.`;

/** Headers of an answer that can be revalidated. */
const ANSWER_HEADERS = z.object({
  "ETag": z.string().openapi({ description: "Strong, from the content." }),
  "Cache-Control": z.string(),
  "X-Request-Id": z.string(),
});

/** What must be waited for is kept nowhere, and has no tag. */
const WAITED_HEADERS = ANSWER_HEADERS.partial({ "ETag": true });

/** The part of the document that describes one resource. */
function describe(resource: ReadResource): RouteConfig {
  const formats = formatsOf(resource);
  const query = formats.length > 1
    ? resource.query.extend({ format: formatParameter(resource) })
    : resource.query;
  const has = (schema: z.ZodObject) => Object.keys(schema.shape).length > 0;
  return createRoute({
    method: "get",
    path: `/api${resource.path}`,
    operationId: resource.operationId,
    tags: [resource.tag],
    summary: resource.summary,
    description: resource.description,
    request: {
      ...(has(resource.params) && { params: resource.params }),
      ...(has(query) && { query }),
    },
    responses: {
      200: {
        description: "The answer.",
        headers: resource.wait === undefined ? ANSWER_HEADERS : WAITED_HEADERS,
        content: Object.fromEntries(
          formats.map((format: Format) => [MEDIA_TYPES[format], {
            schema: ANSWERS[resource.operationId]![format]!,
          }]),
        ),
      },
      ...(formats.includes("events") && {
        204: { description: "For Last-Event-ID: done: there is nothing more to come." },
      }),
      304: { description: "Not modified since the ETag given in If-None-Match." },
      ...problemResponses([400, 405, 406, 414, ...(resource.problems ?? [])].sort()),
    },
  });
}

/** The document of all resources and of the operations that are not plain reads. */
export function createOpenApi(info: ApiInfo): OpenApiDocument {
  const app = new OpenAPIHono();
  for (const resource of READ_RESOURCES) app.openAPIRegistry.registerPath(describe(resource));
  for (const route of OPERATIONS) app.openAPIRegistry.registerPath(route);
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: info.title,
      version: info.version,
      description: DESCRIPTION,
      license: { name: "MIT", url: "https://opensource.org/license/mit" },
    },
    servers: [{ url: "/", description: "This service" }],
    tags: [
      { name: "Reports", description: "METAR and TAF, and all of one airport in one answer." },
      { name: "Hazards", description: "SIGMETs, G-AIRMETs, CWAs and pilot reports." },
      {
        name: "Briefing",
        description: "The weather along a route, and answers to questions, as facts and as text.",
      },
      { name: "Stations", description: "Places before any weather." },
      { name: "Decoder", description: "Read a report of your own." },
      { name: "Service", description: "How the service is doing." },
    ],
  });
}
