/**
 * `/api/openapi.json` and `/api/docs`: the API's own description, for programs and for people.
 *
 * Both change with a release only: the document is made by `deno task docs:openapi`, read at the first question,
 * and answered like any other resource, with validators. Making it takes as long as a tenth of the start, and
 * holds everybody else up meanwhile. The style sheet's name holds its hash and is kept for ever.
 *
 * @module
 */
import type { ApiInfo } from "./context.ts";
import { entityTagOf } from "./conditional.ts";
import { renderReference } from "./docs/page.ts";
import { STYLE } from "./docs/style.ts";
import { COMMON_HEADERS, encodeAnswer, respondWith } from "./encoded.ts";
import type { Exchange } from "./exchange.ts";
import { readOnly } from "./health.ts";
import { STATIC_CACHE_CONTROL } from "./cache_control.ts";
import type { Format } from "./negotiate.ts";
import type { OpenApiDocument } from "./openapi.ts";
import type { Route } from "./router.ts";

const STYLE_BYTES = new TextEncoder().encode(STYLE);
const STYLE_PATH = `/api/docs/style-${entityTagOf(STYLE_BYTES).slice(1, 11)}.css`;

/** Only what the page needs: its own style sheet. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Routes of the description of the API of a service that says `info` of itself. */
export function describeRoutes(info: ApiInfo): Route[] {
  return [
    written("/api/openapi.json", "json", async () => JSON.stringify(await read(info)) + "\n"),
    written("/api/docs", "html", async () => renderReference(await read(info), STYLE_PATH), {
      "content-security-policy": PAGE_POLICY,
    }),
    { path: STYLE_PATH, handler: answerStyle, unlisted: true },
  ];
}

/** The document, which names the service that answers with it. */
async function read({ title, version }: ApiInfo): Promise<OpenApiDocument> {
  const { default: document } = await import("./openapi.json", { with: { type: "json" } });
  const { info } = document as unknown as OpenApiDocument;
  return { ...document as unknown as OpenApiDocument, info: { ...info, title, version } };
}

/** A route whose text is written at its first request. */
function written(
  path: string,
  format: Format,
  write: () => Promise<string>,
  headers: Readonly<Record<string, string>> = {},
): Route {
  const encode = async () =>
    encodeAnswer(
      path,
      {
        value: null,
        changesAt: Infinity,
        limitAt: null,
        modifiedAt: null,
        cacheControl: STATIC_CACHE_CONTROL,
      },
      await write(),
      format,
      false,
      0,
      0,
    );
  let answer: ReturnType<typeof encode> | null = null;
  return {
    path,
    handler: (exchange) =>
      readOnly(exchange, async () => {
        answer ??= encode();
        const response = respondWith(await answer, exchange.request, exchange.requestId);
        for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
        return response;
      }),
  };
}

function answerStyle(exchange: Exchange): Response {
  return readOnly(
    exchange,
    () =>
      new Response(exchange.request.method === "HEAD" ? null : STYLE_BYTES, {
        headers: {
          ...COMMON_HEADERS,
          "content-type": "text/css; charset=utf-8",
          "content-length": String(STYLE_BYTES.byteLength),
          "cache-control": "public, max-age=31536000, immutable",
          "x-request-id": exchange.requestId,
        },
      }),
  );
}
