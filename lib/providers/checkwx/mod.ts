/**
 * CheckWX (api.checkwx.com, v2): the first provider asked while the Aviation Weather Center fails.
 *
 * Of its answers only the raw text and its time are used, by `/short`: one decoder reads every provider's
 * reports. One call counts once however many stations it asks for, up to 25.
 *
 * @module
 */
import type { Fault, HttpClient } from "../../resilience/mod.ts";
import { type Clock, MINUTE_MS } from "../../time/mod.ts";
import { saysSimulated } from "../answer_headers.ts";
import type { DailyBudget } from "../daily_budget.ts";
import type { Quarantine } from "../provider.ts";
import {
  type AskedProduct,
  type SourceAnswer,
  sourceFault,
  type StationSource,
} from "../station_source.ts";
import { readEnvelope } from "./envelope.ts";

/** What the provider is made of. */
export interface CheckWxOptions {
  readonly client: HttpClient;
  readonly clock: Clock;
  /** `https://api.checkwx.com`, without a slash at its end. */
  readonly baseUrl: string;
  /** Sent in the header `X-API-Key` and nowhere else: an address gets into logs. */
  readonly apiKey: string;
  readonly budget: DailyBudget;
  /** Marks every report, whatever the answers say of themselves. */
  readonly simulated: boolean;
  /** Marks every report as not from the first provider. */
  readonly degraded: boolean;
  readonly quarantine?: Quarantine;
  /** Told once when the key is refused: it is not used again before a restart. */
  readonly onRefused?: (reason: string) => void;
}

/** Most stations in one call. */
export const MAX_IDS = 25;
const DEADLINE_MS = 5_000;
const MAX_BYTES = 2 * 1024 * 1024;
/** After 429 the next call would most likely be refused as well, and would count. */
const LEAST_PAUSE_MS = 15 * MINUTE_MS;

/** CheckWX as a source of METARs and TAFs. */
export function createCheckWx(options: CheckWxOptions): StationSource {
  const { client, clock, budget } = options;
  let isRefused = false;
  let pausedUntil = -Infinity;

  function noteFault(fault: Fault): SourceAnswer {
    if (fault.fault === "forbidden") {
      isRefused = true;
      options.onRefused?.(fault.reason);
    }
    if (fault.fault === "tooManyRequests") {
      pausedUntil = clock.now() + Math.max(LEAST_PAUSE_MS, fault.retryAfterMs ?? 0);
    }
    return sourceFault(fault);
  }

  return {
    name: "checkwx",
    provider: "checkwx",
    maxIds: MAX_IDS,
    async ask(product, ids, signal) {
      if (isRefused) return refused();
      if (clock.now() < pausedUntil || !await budget.tryTake()) return { kind: "waiting" };
      let drift: Uint8Array | null = null;
      let bytes = new Uint8Array();
      const outcome = await client.get({
        url: addressOf(options.baseUrl, product, ids),
        accept: "application/json",
        headers: { "x-api-key": options.apiKey },
        provider: "checkwx",
        endpoint: "v2",
        deadlineMs: DEADLINE_MS,
        maxBytes: MAX_BYTES,
        // Each attempt counts against the quota: what failed is asked for again in the next round.
        retries: 0,
        signal,
        read: async (body, headers) => {
          bytes = await new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>).bytes();
          const read = readEnvelope(bytes, headers, {
            product,
            ids,
            receivedAt: clock.now(),
            simulated: options.simulated || saysSimulated(headers),
            degraded: options.degraded,
          });
          if (read.kind === "drift") drift = bytes;
          return read;
        },
      });
      if (outcome.kind === "fault") return noteFault(outcome);
      if (outcome.kind !== "ok") return nothing(options.simulated);
      if (outcome.value.kind === "reports") {
        const { reports, skipped } = outcome.value;
        const simulated = options.simulated || saysSimulated(outcome.headers);
        const setAside = () => keep(options, product, bytes);
        return { kind: "reports", reports, skipped, simulated, setAside };
      }
      if (drift !== null) await keep(options, product, drift);
      return { kind: "fault", reason: outcome.value.reason, retryAfterMs: null, drift: true };
    },
  };
}

function addressOf(baseUrl: string, product: AskedProduct, ids: readonly string[]): string {
  return `${baseUrl}/v2/${product}/${ids.slice(0, MAX_IDS).join(",")}/short`;
}

function refused(): SourceAnswer {
  const reason = "the key was refused; it is not used again before a restart";
  return { kind: "fault", reason, retryAfterMs: null, drift: false };
}

function nothing(simulated: boolean): SourceAnswer {
  return { kind: "reports", reports: [], skipped: {}, simulated };
}

async function keep(options: CheckWxOptions, product: string, bytes: Uint8Array): Promise<void> {
  await options.quarantine?.keep(`checkwx.${product}`, bytes).catch(() => {});
}
