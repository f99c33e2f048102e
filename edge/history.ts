/**
 * `GET /api/v1/history/{id}`: every report of a station that was received, and what was known at an instant.
 *
 * @module
 */
import { z } from "zod";
import type { Problem } from "../lib/http/problem.ts";
import type { DecodedReport } from "../lib/products/product.ts";
import type { HeldReport } from "../lib/products/raw_report.ts";
import type { PastReports } from "../lib/reports/history.ts";
import { isHistoryCursor } from "../lib/store/shared/history_range.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, toIso } from "../lib/time/mod.ts";
import type { ApiOptions } from "./context.ts";
import { encodeAnswer, respondWith } from "./encoded.ts";
import { type Exchange, refuse } from "./exchange.ts";
import { readOnly } from "./health.ts";
import { negotiate, notAcceptable } from "./negotiate.ts";
import { integer, stationId } from "./parameters.ts";
import { NOTICE, presentProvenance } from "./present/report.ts";
import { stationNotFound } from "./report_resource.ts";
import { readInput, searchOf } from "./validate.ts";

/** Where it lies. */
export const HISTORY_PATH = "/api/v1/history/{id}";
/** Products of which the past is kept. */
export const PAST_PRODUCTS = ["metar", "taf"] as const;
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 500;

const givenInstant = (name: string) =>
  z.iso.datetime(`${name} must be an instant in UTC, such as 2026-11-24T16:56:00Z.`)
    .transform((text) => Date.parse(text));

/** What it takes. */
export const historyParams = z.object({ id: stationId });
export const historyQuery = z.object({
  product: z.enum(PAST_PRODUCTS).optional().meta({
    description: "Which reports; metar (with SPECI) if not given.",
  }),
  from: givenInstant("from").optional().meta({
    type: "string",
    format: "date-time",
    description: "First time of observation (TAF: of issue). A day before `to` if not given.",
  }),
  to: givenInstant("to").optional().meta({
    type: "string",
    format: "date-time",
    description:
      "Last time of observation. An hour from `at`, or from now, if not given: reports are stamped ahead.",
  }),
  at: givenInstant("at").optional().meta({
    type: "string",
    format: "date-time",
    description:
      "What was known then: only reports that had been received by that instant, or, of those fetched later, by the provider.",
  }),
  limit: integer("limit", 1, MAX_LIMIT).optional().meta({
    description: `Reports of a page, 1 to ${MAX_LIMIT}; ${DEFAULT_LIMIT} if not given.`,
  }),
  cursor: z.string().refine(isHistoryCursor, "cursor must be the next of an earlier answer.")
    .optional().meta({ description: "`next` of the page before." }),
});

const SCHEMAS = { params: historyParams, query: historyQuery };

/** Answers `GET /api/v1/history/{id}`. */
export function answerHistory(
  exchange: Exchange,
  given: Readonly<Record<string, string>>,
  api: ApiOptions,
): Response | Promise<Response> {
  return readOnly(exchange, async () => {
    const input = readInput(SCHEMAS, given, searchOf(exchange.target));
    if ("kind" in input) return refuse(exchange, input);
    const asked = input.query;
    if (negotiate(exchange.request.headers.get("accept"), ["json"]) === null) {
      return refuse(exchange, notAcceptable(["json"]));
    }
    const { reports } = api;
    const { id } = input.params;
    const station = reports.resolve(id);
    if (station === undefined) return refuse(exchange, stationNotFound(id));
    const now = reports.now();
    const range = rangeOf(asked, now);
    if (range.from > range.to) return refuse(exchange, WRONG_RANGE);
    const { product = "metar", at, limit = DEFAULT_LIMIT, cursor } = asked;
    const past: PastReports = await api.history?.page({
      product,
      stationId: station,
      ...range,
      limit,
      ...(at !== undefined && { knownAt: at }),
      ...(cursor !== undefined && { cursor }),
    }) ?? { kind: "unavailable", reason: "notKept" };
    if (past.kind === "unavailable") return refuse(exchange, UNAVAILABLE[past.reason]);
    const answer = {
      notice: NOTICE,
      simulated: reports.world.simulated,
      stationId: station,
      product,
      from: toIso(range.from),
      to: toIso(range.to),
      at: at === undefined ? null : toIso(at),
      reports: past.reports.toSorted(newestFirst).map((report) => presentPast(report, product)),
      complete: past.gap === "none",
      fetching: past.gap === "fetching",
      next: past.next,
    };
    const found = { value: answer, changesAt: now, limitAt: null, modifiedAt: null };
    const text = JSON.stringify(answer) + "\n";
    const { version } = reports.world;
    const encoded = encodeAnswer(HISTORY_PATH, found, text, "json", false, now, version);
    return respondWith(encoded, exchange.request, exchange.requestId);
  });
}

type Asked = z.output<typeof historyQuery>;

/** The default ends at a whole minute, so that the same question within it has the same answer. */
function rangeOf({ from, to, at }: Asked, now: number): { from: number; to: number } {
  const end = to ?? Math.floor(((at ?? now) + HOUR_MS) / MINUTE_MS) * MINUTE_MS;
  return { from: from ?? end - DAY_MS, to: end };
}

function newestFirst(a: HeldReport, b: HeldReport): number {
  return b.observedAt - a.observedAt || b.raw.receivedAt - a.raw.receivedAt;
}

function presentPast({ raw, observedAt, decoded }: HeldReport<DecodedReport>, product: string) {
  const kind = product === "metar" ? "observed" : "issued";
  return {
    ...presentProvenance(raw, observedAt, kind),
    backfilled: raw.backfilled === true,
    decoded,
  };
}

const WRONG_RANGE: Problem = {
  kind: "invalidRequest",
  detail: "from must not be later than to.",
  errors: [{ in: "query", name: "from", detail: "from must not be later than to." }],
};
const UNAVAILABLE: Readonly<Record<"notKept" | "storeFails", Problem>> = {
  notKept: { kind: "unavailable", detail: "This service keeps no history of reports." },
  storeFails: {
    kind: "unavailable",
    detail:
      "The history cannot be read now. This does not mean that there is none; current reports are not concerned.",
    headers: { "retry-after": "10" },
  },
};
