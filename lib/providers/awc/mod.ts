/**
 * The Aviation Weather Center (aviationweather.gov): the primary provider, without a key.
 *
 * Its bulk files are polled on a timer and visitors are served from memory, so that traffic never reaches it:
 * that is far below its limits (100 requests a minute, one a minute for each endpoint).
 *
 * @module
 */
import type { Clock } from "../../time/mod.ts";
import {
  createSlicer,
  type Fault,
  type HttpClient,
  type Outcome,
  type Queue,
  type Slicer,
  stoppableSlicer,
  type Validators,
} from "../../resilience/mod.ts";
import type { RawReport } from "../../products/raw_report.ts";
import { saysSimulated } from "../answer_headers.ts";
import type { Feed, FeedAnswer, Provider, Quarantine } from "../provider.ts";
import { type BulkFile, readBulkFile } from "./bulk_file.ts";
import { DriftError } from "./content.ts";
import { AWC_FEEDS, type FeedSpec } from "./feeds.ts";
import type { Receipt } from "./rows.ts";
import { readStationTable } from "./station_table.ts";
import { createWindsAloftFeed } from "./winds_aloft.ts";

/** What the provider is made of. */
export interface AwcOptions {
  readonly client: HttpClient;
  readonly clock: Clock;
  /** `https://aviationweather.gov`, without a slash at its end. */
  readonly baseUrl: string;
  /** By product; of a feed that has a key of its own, by that. */
  readonly intervalMs: Readonly<Record<FeedSpec["product"] | "isigmet" | "stations", number>>;
  /** Marks every report, whatever the answers say of themselves: the address is a simulator's or a replay's. */
  readonly simulated: boolean;
  /** Marks every report as not from the first provider. */
  readonly degraded?: boolean;
  readonly quarantine?: Quarantine;
  /** Winds aloft held since before the start: what is of the same run need not be asked for again. */
  readonly heldWinds?: () => readonly RawReport[];
  /** Shared with whoever else computes for long. */
  readonly slicer?: Slicer;
  /** Files are parsed one at a time in it. */
  readonly queue?: Queue;
  /** Over connect, headers, body, parsing and retries. Default: 30 s, since a bulk file waits for nobody. */
  readonly deadlineMs?: number | undefined;
}

/** Most compressed bytes of one file; the real ones have 0.3 to 2 MB. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;
const DEADLINE_MS = 30_000;

/** The provider with a feed for each bulk file; the stations last, since the weather is worth more. */
export function createAwcProvider(options: AwcOptions): Provider {
  const feeds = AWC_FEEDS.map((spec) => createFeed(spec, options));
  return {
    name: "awc",
    feeds: [...feeds, createWindsAloftFeed(options), createStationFeed(options)],
  };
}

const STATION_FILE = "stations.cache.json.gz";

function createStationFeed(options: AwcOptions): Feed {
  let validators: Validators | undefined;
  return {
    product: "stations",
    provider: "awc",
    intervalMs: options.intervalMs.stations,
    content: "table",
    forget: () => validators = undefined,
    async fetch(signal): Promise<FeedAnswer> {
      const outcome = await fetchFile(
        STATION_FILE,
        "stations",
        options,
        validators,
        signal,
        (bytes, headers, _receipt, slices) => readStationTable(bytes, headers, slices),
      );
      if (outcome.kind === "notModified") return { kind: "unchanged" };
      if (outcome.kind === "fault") return faultOf(outcome);
      if (outcome.kind === "empty" || outcome.value.stations.length === 0) {
        return emptyFault("stations");
      }
      validators = outcome.validators;
      const { stations, skipped } = outcome.value;
      const simulated = options.simulated || saysSimulated(outcome.headers);
      return { kind: "stations", stations, skipped, simulated };
    },
  };
}

function createFeed(spec: FeedSpec, options: AwcOptions): Feed {
  let validators: Validators | undefined;
  const name = spec.key ?? spec.product;
  return {
    product: spec.product,
    ...(spec.key !== undefined && { key: spec.key }),
    provider: "awc",
    intervalMs: options.intervalMs[(spec.key ?? spec.product) as FeedSpec["product"]],
    content: spec.content,
    forget: () => validators = undefined,
    async fetch(signal): Promise<FeedAnswer> {
      const outcome = await fetchFirst(spec, options, validators, signal);
      if (outcome.kind === "notModified") return { kind: "unchanged" };
      if (outcome.kind === "fault") return { ...faultOf(outcome) };
      if (outcome.kind === "empty") {
        return spec.neverEmpty
          ? emptyFault(name)
          : { kind: "empty", simulated: saysSimulated(outcome.headers) };
      }
      const { reports, skipped, bytes } = outcome.value;
      if (reports.length === 0 && spec.neverEmpty) return emptyFault(name);
      validators = outcome.validators;
      return {
        kind: "reports",
        reports,
        skipped,
        simulated: saysSimulated(outcome.headers),
        setAside: async () => await options.quarantine?.keep(name, bytes).catch(() => {}),
      };
    },
  };
}

function emptyFault(name: string): FeedAnswer {
  return {
    kind: "fault",
    reason: `the file of ${name} holds none, which cannot be right`,
    retryAfterMs: null,
    drift: false,
  };
}

function faultOf(fault: Fault & { readonly drift?: boolean }): FeedAnswer {
  const { reason, retryAfterMs } = fault;
  return { kind: "fault", reason, retryAfterMs, drift: fault.drift ?? false };
}

type Fetched<T> = Outcome<T> & { readonly drift?: boolean };

/** Asks for the feed's files in turn until one exists. */
async function fetchFirst(
  spec: FeedSpec,
  options: AwcOptions,
  validators: Validators | undefined,
  signal: AbortSignal,
): Promise<Fetched<BulkFile & { readonly bytes: Uint8Array }>> {
  let outcome: Fetched<BulkFile & { readonly bytes: Uint8Array }> | undefined;
  for (const file of spec.files) {
    outcome = await fetchFile(
      file,
      spec.key ?? spec.product,
      options,
      validators,
      signal,
      async (bytes, headers, receipt, slicer) => ({
        ...await readBulkFile(bytes, headers, spec.kind, receipt, slicer),
        bytes,
      }),
    );
    if (outcome.kind !== "fault" || outcome.status !== 404) break;
  }
  return outcome!;
}

/** Makes something of a whole file; throws a BodyError to refuse it. */
type FileReader<T> = (
  bytes: Uint8Array<ArrayBuffer>,
  headers: Headers,
  receipt: Receipt,
  slicer: Slicer,
) => Promise<T>;

async function fetchFile<T>(
  file: string,
  name: string,
  options: AwcOptions,
  validators: Validators | undefined,
  signal: AbortSignal,
  read: FileReader<T>,
): Promise<Fetched<T>> {
  let drift: Uint8Array | null = null;
  const outcome = await options.client.get<T>({
    url: options.baseUrl + (file.startsWith("/") ? file : `/data/cache/${file}`),
    accept: "application/gzip, application/octet-stream, */*;q=0.1",
    provider: "awc",
    deadlineMs: options.deadlineMs ?? DEADLINE_MS,
    maxBytes: MAX_FILE_BYTES,
    signal,
    ...(validators !== undefined && { validators }),
    read: async (body, headers, ended) => {
      // Whole before it is parsed: a slow provider must not hold up the parsing of the other files.
      const bytes = await new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>).bytes();
      const receipt = {
        provider: "awc",
        receivedAt: options.clock.now(),
        simulated: options.simulated || saysSimulated(headers),
        ...(options.degraded === true && { degraded: true as const }),
      };
      drift = null;
      try {
        const queue: Queue = options.queue ?? ((work) => work());
        const slicer = stoppableSlicer(options.slicer ?? createSlicer(), ended);
        return await queue(() => read(bytes, headers, receipt, slicer));
      } catch (error) {
        if (error instanceof DriftError) drift = bytes;
        throw error;
      }
    },
  });
  if (drift === null) return outcome;
  await options.quarantine?.keep(name, drift).catch(() => {});
  return { ...outcome, drift: true };
}
