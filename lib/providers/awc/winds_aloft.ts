/**
 * The winds aloft forecasts (FB) of the Aviation Weather Center: three bulletins of text, for the forecasts of 6, 12
 * and 24 hours. They are issued four times a day; together they are the whole truth, so one that fails fails all.
 *
 * @module
 */
import type { RawReport } from "../../products/raw_report.ts";
import { decodeWindsAloft } from "../../products/winds_aloft/mod.ts";
import { BodyError, type Outcome } from "../../resilience/mod.ts";
import { MINUTE_MS } from "../../time/mod.ts";
import type { Feed, FeedAnswer } from "../provider.ts";
import { checkContentType } from "../answer_headers.ts";
import { DriftError } from "./content.ts";
import type { AwcOptions } from "./mod.ts";

/** Hours ahead for which there are forecasts. */
const FORECASTS = ["06", "12", "24"] as const;
/** A new run comes every six hours; asking twice an hour finds it soon enough. */
const INTERVAL_MS = 30 * MINUTE_MS;
/** A bulletin of 176 stations has 13 kB. */
const MAX_BYTES = 256 * 1024;
const DEADLINE_MS = 20_000;
const SIMULATED = "x-simulated";

/** The feed. It has no validators: the query gives none, and the texts are small. */
export function createWindsAloftFeed(options: AwcOptions): Feed {
  return {
    product: "windsAloft",
    provider: "awc",
    intervalMs: INTERVAL_MS,
    content: "complete",
    forget() {},
    async fetch(signal): Promise<FeedAnswer> {
      const reports: RawReport[] = [];
      let simulated = options.simulated;
      for (const hours of FORECASTS) {
        const outcome = await ask(hours, options, signal);
        if (outcome.kind === "fault") {
          const { reason, retryAfterMs } = outcome;
          return { kind: "fault", reason, retryAfterMs, drift: outcome.drift };
        }
        if (outcome.kind !== "ok") continue;
        reports.push(outcome.value);
        simulated ||= outcome.value.simulated;
      }
      return reports.length === 0
        ? {
          kind: "fault",
          reason: "none of the winds aloft forecasts was given, which cannot be right",
          retryAfterMs: null,
          drift: false,
        }
        : { kind: "reports", reports, skipped: {}, simulated };
    },
  };
}

type Asked = Outcome<RawReport> & { readonly drift: boolean };

async function ask(hours: string, options: AwcOptions, signal: AbortSignal): Promise<Asked> {
  let drift: Uint8Array | null = null;
  const outcome = await options.client.get<RawReport>({
    url: `${options.baseUrl}/api/data/windtemp?region=us&level=low&fcst=${hours}`,
    accept: "text/plain, */*;q=0.1",
    deadlineMs: options.deadlineMs ?? DEADLINE_MS,
    maxBytes: MAX_BYTES,
    signal,
    async read(body, headers) {
      const bytes = await new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>).bytes();
      try {
        drift = null;
        return readBulletin(bytes, headers, options);
      } catch (error) {
        if (error instanceof DriftError) drift = bytes;
        throw error;
      }
    },
  });
  if (drift === null) return { ...outcome, drift: false };
  await options.quarantine?.keep("windsAloft", drift).catch(() => {});
  return { ...outcome, drift: true };
}

/** @throws BodyError; as DriftError where the text is no bulletin with hours of use and a station. */
function readBulletin(bytes: Uint8Array, headers: Headers, options: AwcOptions): RawReport {
  checkContentType(headers);
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === "") throw new BodyError("wrongContent", "the file is empty");
  if (/^\s*(?:<|\{|\[)/.test(text.slice(0, 64))) {
    throw new BodyError("wrongContent", "the answer is not the plain text asked for");
  }
  const receivedAt = options.clock.now();
  const decoded = decodeWindsAloft(text, { receivedAt });
  if (decoded.stations.length === 0 || decoded.useFrom === null || decoded.useTo === null) {
    throw new DriftError("the text is no winds aloft forecast with its hours of use");
  }
  const stated = decoded.basedOn === null ? NaN : Date.parse(decoded.basedOn);
  const flag = headers.get(SIMULATED);
  return {
    product: "windsAloft",
    text,
    stationId: null,
    provider: "awc",
    receivedAt,
    ...(Number.isNaN(stated) ? {} : { statedAt: stated }),
    simulated: options.simulated || (flag !== null && flag !== "" && flag !== "false"),
  };
}
