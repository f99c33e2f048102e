/**
 * The text files of the US National Weather Service (tgftp.nws.noaa.gov): the last resort, a file for each
 * station, without a key and without a promise.
 *
 * @module
 */
import type { RawReport } from "../../products/raw_report.ts";
import type { HttpClient, Outcome } from "../../resilience/mod.ts";
import type { Clock } from "../../time/mod.ts";
import { checkContentType, saysSimulated } from "../answer_headers.ts";
import {
  type AskedProduct,
  type SourceAnswer,
  sourceFault,
  type StationSource,
} from "../station_source.ts";
import { readStationFile } from "./station_file.ts";

/** What the provider is made of. */
export interface NoaaOptions {
  readonly client: HttpClient;
  readonly clock: Clock;
  /** `https://tgftp.nws.noaa.gov/data`, without a slash at its end. */
  readonly baseUrl: string;
  /** Marks every report, whatever the answers say of themselves. */
  readonly simulated: boolean;
  /** Marks every report as not from the first provider. */
  readonly degraded: boolean;
}

/** Files fetched in one round: the client lets four through at once, sixteen wait. */
const MAX_IDS = 16;
const DEADLINE_MS = 5_000;
const MAX_BYTES = 64 * 1024;
const FOLDERS: Readonly<Record<AskedProduct, string>> = {
  metar: "observations/metar/stations",
  taf: "forecasts/taf/stations",
};

/** The text files as a source of METARs and TAFs. */
export function createNoaa(options: NoaaOptions): StationSource {
  return {
    name: "noaa",
    provider: "noaa",
    maxIds: MAX_IDS,
    async ask(product, ids, signal) {
      const outcomes = await Promise.all(
        ids.slice(0, MAX_IDS).map((id) => fetchOne(options, product, id, signal)),
      );
      return together(outcomes, options.simulated);
    },
  };
}

interface OneReport {
  readonly report: RawReport;
  readonly simulated: boolean;
}

async function fetchOne(
  options: NoaaOptions,
  product: AskedProduct,
  stationId: string,
  signal: AbortSignal,
): Promise<Outcome<OneReport>> {
  const { client, clock } = options;
  return await client.get<OneReport>({
    url: `${options.baseUrl}/${FOLDERS[product]}/${stationId}.TXT`,
    accept: "text/plain, */*;q=0.1",
    provider: "noaa",
    endpoint: product,
    deadlineMs: DEADLINE_MS,
    maxBytes: MAX_BYTES,
    share: true,
    signal,
    read: async (body, headers) => {
      checkContentType(headers);
      const { text, statedAt } = readStationFile(await new Response(body).text(), product);
      const simulated = options.simulated || saysSimulated(headers);
      const report: RawReport = {
        product,
        text,
        stationId,
        provider: "noaa",
        feed: `noaa.${product}`,
        receivedAt: clock.now(),
        statedAt,
        simulated,
        ...(options.degraded && { degraded: true as const }),
      };
      return { report, simulated };
    },
  });
}

/** One answer of many: a fault only where no file could be had. A file that does not exist is no fault (404). */
function together(outcomes: readonly Outcome<OneReport>[], simulated: boolean): SourceAnswer {
  const reports: RawReport[] = [];
  let failed = 0;
  let fault: SourceAnswer | null = null;
  for (const outcome of outcomes) {
    if (outcome.kind === "ok") {
      reports.push(outcome.value.report);
      simulated ||= outcome.value.simulated;
    } else if (outcome.kind === "fault" && outcome.status !== 404) {
      failed++;
      fault = sourceFault(outcome);
    }
  }
  if (fault !== null && reports.length === 0) return fault;
  return { kind: "reports", reports, skipped: failed > 0 ? { failed } : {}, simulated };
}
