/**
 * The query endpoints of the Aviation Weather Center: history, and stations that the bulk files lack.
 *
 * Never on behalf of a reader: at most one question a minute to each endpoint, 400 entries in an answer.
 *
 * @module
 */
import type { RawReport } from "../../products/raw_report.ts";
import { createSlicer, type HttpClient, type Slicer } from "../../resilience/mod.ts";
import { type Clock, MINUTE_MS, toIso } from "../../time/mod.ts";
import { checkContentType, saysSimulated } from "../answer_headers.ts";
import {
  type AskedProduct,
  type SourceAnswer,
  sourceFault,
  type StationSource,
} from "../station_source.ts";
import { bulkText } from "./bulk_text.ts";
import { readJsonRecords } from "./json_records.ts";
import { metarJson, type RowReader, type SkipReason, tafJson } from "./rows.ts";
import type { JsonRecord } from "./json_records.ts";

/** What the queries are made of. */
export interface AwcQueryOptions {
  readonly client: HttpClient;
  readonly clock: Clock;
  /** `https://aviationweather.gov`, without a slash at its end. */
  readonly baseUrl: string;
  /** Marks every report, whatever the answers say of themselves. */
  readonly simulated: boolean;
  /** Marks every report as not from the first provider. */
  readonly degraded?: boolean;
  readonly slicer?: Slicer;
}

/** The queries; `ask` asks for the latest reports of stations. */
export interface AwcQuery extends StationSource {
  /**
   * METARs and SPECIs of `ids` of the `hours` (at most 360) up to `until`, milliseconds since the epoch, newest
   * first as the provider gives them; of `MAX_ENTRIES` and more it leaves out some. TAFs cannot be asked for so.
   */
  history(
    ids: readonly string[],
    hours: number,
    until: number,
    signal: AbortSignal,
  ): Promise<SourceAnswer>;
}

/** Stations in one question: far below the entries of an answer, METAR and SPECI of each included. */
const MAX_IDS = 100;
/** An answer of so many is cut off. */
export const MAX_ENTRIES = 400;
const MAX_HOURS = 360;
const DEADLINE_MS = 5_000;
const MAX_BYTES = 2 * 1024 * 1024;
const READERS: Readonly<Record<AskedProduct, RowReader<JsonRecord>>> = {
  metar: metarJson,
  taf: tafJson,
};

/** The queries of AWC. */
export function createAwcQuery(options: AwcQueryOptions): AwcQuery {
  const { client, clock } = options;
  const slicer = options.slicer ?? createSlicer();
  const lastAsked = new Map<string, number>();

  /** Whether the endpoint may be asked now; notes that it is. */
  function mayAsk(endpoint: string): boolean {
    const now = clock.now();
    const last = lastAsked.get(endpoint);
    // Timers are not exact: a question planned each minute must not be refused for a second too few.
    if (last !== undefined && now - last < 0.9 * MINUTE_MS) return false;
    lastAsked.set(endpoint, now);
    return true;
  }

  function receipt(headers: Headers, feed: string) {
    return {
      provider: "awc",
      receivedAt: clock.now(),
      simulated: options.simulated || saysSimulated(headers),
      feed,
      ...(options.degraded === true && { degraded: true as const }),
    };
  }

  async function query(
    product: AskedProduct,
    ids: readonly string[],
    parameters: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<SourceAnswer> {
    const path = `/api/data/${product}`;
    if (!mayAsk(path)) return { kind: "waiting" };
    const asked = new Set(ids.slice(0, MAX_IDS));
    const outcome = await client.get({
      ...common(options.baseUrl + path, {
        ids: [...asked].join(","),
        format: "json",
        ...parameters,
      }),
      accept: "application/json",
      signal,
      read: async (body, headers) => {
        checkContentType(headers);
        const reports: RawReport[] = [];
        const skipped: Partial<Record<SkipReason | "notAsked", number>> = {};
        const bytes = await new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>).bytes();
        const shared = receipt(headers, `awcQuery.${product}`);
        await readJsonRecords(bulkText(bytes), slicer, (record) => {
          const read = READERS[product](record, shared);
          const skip = typeof read === "string"
            ? read
            : asked.has(read.stationId ?? "")
            ? null
            : "notAsked";
          if (skip !== null) skipped[skip] = (skipped[skip] ?? 0) + 1;
          else reports.push(read as RawReport);
        });
        return { reports, skipped: skipped as Record<string, number> };
      },
    });
    if (outcome.kind === "fault") return sourceFault(outcome);
    const headers = outcome.kind === "notModified" ? new Headers() : outcome.headers;
    const simulated = options.simulated || saysSimulated(headers);
    // 204: nothing found, which is an answer.
    if (outcome.kind !== "ok") return { kind: "reports", reports: [], skipped: {}, simulated };
    const bad = Object.values(outcome.value.skipped).reduce((sum, count) => sum + count, 0);
    if (bad > outcome.value.reports.length) {
      const reason = `${bad} of ${bad + outcome.value.reports.length} records cannot be read`;
      return { kind: "fault", reason, retryAfterMs: null, drift: true };
    }
    return { kind: "reports", ...outcome.value, simulated };
  }

  return {
    name: "awcQuery",
    provider: "awc",
    maxIds: MAX_IDS,
    ask: (product, ids, signal) => query(product, ids, {}, signal),
    history: (ids, hours, until, signal) =>
      query("metar", ids, {
        hours: String(Math.min(MAX_HOURS, Math.max(1, Math.ceil(hours)))),
        date: toIso(until),
      }, signal),
  };
}

function common(address: string, parameters: Readonly<Record<string, string>>) {
  return {
    url: `${address}?${new URLSearchParams(parameters)}`,
    provider: "awc",
    deadlineMs: DEADLINE_MS,
    maxBytes: MAX_BYTES,
  };
}
