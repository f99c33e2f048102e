/**
 * `POST /api/v1/decode`: reads a report that the caller brings.
 *
 * @module
 */
import { z } from "zod";
import type { Problem } from "../lib/http/problem.ts";
import type { Metar } from "../lib/products/metar/model.ts";
import { type AnyReport, decode, PRODUCTS } from "../lib/products/mod.ts";
import type { DecodedReport, ProductName } from "../lib/products/product.ts";
import type { Language } from "../lib/products/text/mod.ts";
import { describeReport, explainReport } from "../lib/products/words.ts";
import { toIso } from "../lib/time/mod.ts";
import { bodyType, readBody } from "./body.ts";
import type { ApiOptions } from "./context.ts";
import { answerOptions, type Exchange, refuse, refuseMethod } from "./exchange.ts";
import { answerNow } from "./health.ts";
import { CONTENT_TYPES, negotiate, notAcceptable } from "./negotiate.ts";
import { languageCode, noParameters } from "./parameters.ts";
import { deriveFromMetar } from "./present/derived.ts";
import { invalidRequest, readInput, searchOf, toInputErrors } from "./validate.ts";

const METHODS = ["POST", "OPTIONS"];
/** Products that can be read. */
export const DECODED_PRODUCTS = [
  "metar",
  "taf",
  "pirep",
  "sigmet",
  "gairmet",
  "cwa",
  "windsAloft",
  "vaAdvisory",
  "tcAdvisory",
] as const satisfies readonly ProductName[];
/** Longest report that is read; the longest real SIGMETs have some 4,000 characters. */
export const MAX_REPORT_LENGTH = 16_384;

/** Schema of a body in JSON. */
export const decodeRequest = z.strictObject({
  raw: z.string().trim().min(1, "raw must hold a report.")
    .max(MAX_REPORT_LENGTH, `raw may have at most ${MAX_REPORT_LENGTH} characters.`)
    .meta({
      description: "The report.",
      example: "METAR KJFK 241651Z 30015G25KT 10SM CLR 08/M03 A2992",
    }),
  product: z.enum(DECODED_PRODUCTS).optional().meta({
    description: "What it is; recognised from its text if not given.",
  }),
  receivedAt: z.iso.datetime("receivedAt must be an instant in UTC, such as 2026-11-24T16:56:00Z.")
    .optional().meta({
      description: "When it was received: settles its month. Now, if not given.",
    }),
}).meta({ id: "DecodeRequest" });

/** What it takes besides. */
export const decodeQuery = z.object({
  language: languageCode.optional().meta({
    description: "Language of the words; en if not given.",
  }),
});

type Wish = z.output<typeof decodeRequest>;

/** What the body asks for. */
async function readWish(request: Request): Promise<Wish | Problem> {
  const type = bodyType(request.headers.get("content-type"));
  if (typeof type !== "string") return type;
  const text = await readBody(request);
  if (typeof text !== "string") return text;
  let value: unknown = { raw: text };
  if (type === "application/json") {
    try {
      value = JSON.parse(text);
    } catch {
      return invalidRequest([{ in: "body", detail: "The body is not valid JSON." }]);
    }
  }
  const wish = decodeRequest.safeParse(value);
  return wish.success ? wish.data : invalidRequest(toInputErrors(wish.error, "body"));
}

function isMetar(report: DecodedReport): report is Metar {
  return report.product === "metar";
}

function putInWords(report: AnyReport, language: Language) {
  return {
    language,
    plain: describeReport(report, { language }),
    spoken: describeReport(report, { language, form: "spoken" }),
    tokens: explainReport(report, language),
  };
}

function decodeWish(wish: Wish, language: Language, now: number) {
  const receivedAt = wish.receivedAt === undefined ? now : Date.parse(wish.receivedAt);
  const decoded = decode(wish.raw, { receivedAt, ...(wish.product && { product: wish.product }) });
  return decoded && {
    product: decoded.product,
    receivedAt: toIso(receivedAt),
    decoded,
    derived: isMetar(decoded) ? deriveFromMetar(decoded, undefined) : null,
    words: putInWords(decoded, language),
  };
}

const NOT_RECOGNISED: Problem = {
  kind: "invalidRequest",
  detail: "This looks like none of the reports that can be read; name its product if it is one.",
  errors: [{
    in: "body",
    name: "raw",
    detail: "The report is not recognised.",
    accepted: PRODUCTS.map(({ name }) => name),
  }],
};

/** Answers `POST /api/v1/decode`. */
export async function answerDecode(exchange: Exchange, api: ApiOptions): Promise<Response> {
  const { request, target } = exchange;
  if (request.method === "OPTIONS") return answerOptions(exchange, METHODS);
  if (request.method !== "POST") return refuseMethod(exchange, METHODS);
  const asked = readInput({ params: noParameters, query: decodeQuery }, {}, searchOf(target));
  if ("kind" in asked) return refuse(exchange, asked);
  if (negotiate(request.headers.get("accept"), ["json"]) === null) {
    return refuse(exchange, notAcceptable(["json"]));
  }
  const wish = await readWish(request);
  if ("kind" in wish) return refuse(exchange, wish);
  const answer = decodeWish(wish, asked.query.language ?? "en", api.clock.now());
  if (answer === null) return refuse(exchange, NOT_RECOGNISED);
  return answerNow(exchange, 200, CONTENT_TYPES.json, JSON.stringify(answer) + "\n");
}
