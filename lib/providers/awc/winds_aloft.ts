/**
 * The winds aloft forecasts (FB) of the Aviation Weather Center: for four regions, low and high levels, three bulletins
 * of text each, for 6, 12 and 24 hours. They are issued four times a day.
 *
 * The first bulletin is asked for twice an hour, the others only where it is another one or where one of them was not
 * given: a hundred and forty questions a day.
 *
 * @module
 */
import type { RawReport } from "../../products/raw_report.ts";
import { decodeWindsAloft } from "../../products/winds_aloft/mod.ts";
import { BodyError, type Outcome } from "../../resilience/mod.ts";
import { MINUTE_MS } from "../../time/mod.ts";
import type { Feed, FeedAnswer } from "../provider.ts";
import { checkContentType, saysSimulated } from "../answer_headers.ts";
import { DriftError } from "./content.ts";
import type { AwcOptions } from "./mod.ts";

/** Hours ahead for which there are forecasts. */
const FORECASTS = ["06", "12", "24"] as const;
/** The first is the one that must be there: the contiguous states below 39,000 ft. */
const SETS = ["us", "alaska", "hawaii", "other_pac"].flatMap((region) =>
  (["low", "high"] as const).map((level) => ({ region, level }))
);
type BulletinSet = (typeof SETS)[number];
/** A new run comes every six hours; asking twice an hour finds it soon enough. */
const INTERVAL_MS = 30 * MINUTE_MS;
/** A bulletin of 176 stations has 13 kB. */
const MAX_BYTES = 256 * 1024;
const DEADLINE_MS = 20_000;
/** No further set is asked for after this long: what is missing is asked for next time. */
const PATIENCE_MS = MINUTE_MS;

/**
 * The feed. The query gives no validators. Of each set all three bulletins are taken or none; a set that is not given
 * keeps its last one, whose hours of use run out by themselves, and is counted as skipped.
 */
export function createWindsAloftFeed(options: AwcOptions): Feed {
  const held = new Map<BulletinSet, readonly RawReport[]>();
  const [main, ...others] = SETS as [BulletinSet, ...BulletinSet[]];
  return {
    product: "windsAloft",
    provider: "awc",
    intervalMs: INTERVAL_MS,
    content: "complete",
    forget: () => held.clear(),
    async fetch(signal): Promise<FeedAnswer> {
      const started = options.clock.now();
      const first = await ask(main, FORECASTS[0], options, signal);
      if (first.kind !== "ok") return faultOf(first);
      const run = first.value;
      // A bulletin that does not say its run may be of any.
      const isOfRun = (one?: RawReport) =>
        one?.statedAt !== undefined && one.statedAt === run.statedAt;
      const lacking = others.filter((set) => !isOfRun(held.get(set)?.[0]));
      if (held.get(main)?.[0]?.text !== run.text) {
        const given = await askSet(main, options, signal, run);
        if (!Array.isArray(given)) return faultOf(given);
        held.set(main, given);
      } else if (lacking.length === 0) return { kind: "unchanged" };
      const skipped: Record<string, number> = {};
      for (const set of lacking) {
        const late = options.clock.now() - started > PATIENCE_MS;
        const given = late ? null : await askSet(set, options, signal);
        if (Array.isArray(given)) held.set(set, given);
        else skipped[`${set.region} ${set.level} not given`] = 1;
      }
      const reports = SETS.flatMap((set) => held.get(set) ?? []);
      const simulated = options.simulated || reports.some((one) => one.simulated);
      return { kind: "reports", reports, skipped, simulated };
    },
  };
}

function faultOf(asked: Asked): FeedAnswer {
  if (asked.kind === "fault") {
    const { reason, retryAfterMs, drift } = asked;
    return { kind: "fault", reason, retryAfterMs, drift };
  }
  return {
    kind: "fault",
    reason: "a winds aloft forecast was not given, which cannot be right",
    retryAfterMs: null,
    drift: false,
  };
}

/** The three bulletins of a set, or why there are not all three; `first` is the one that is there already. */
async function askSet(
  set: BulletinSet,
  options: AwcOptions,
  signal: AbortSignal,
  first?: RawReport,
): Promise<RawReport[] | Asked> {
  const reports = first === undefined ? [] : [first];
  for (const hours of FORECASTS.slice(reports.length)) {
    const asked = await ask(set, hours, options, signal);
    if (asked.kind !== "ok") return asked;
    reports.push(asked.value);
  }
  return reports;
}

type Asked = Outcome<RawReport> & { readonly drift: boolean };

async function ask(
  { region, level }: BulletinSet,
  hours: string,
  options: AwcOptions,
  signal: AbortSignal,
): Promise<Asked> {
  let drift: Uint8Array | null = null;
  const outcome = await options.client.get<RawReport>({
    url: `${options.baseUrl}/api/data/windtemp?region=${region}&level=${level}&fcst=${hours}`,
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
  return {
    product: "windsAloft",
    text,
    stationId: null,
    provider: "awc",
    receivedAt,
    ...(Number.isNaN(stated) ? {} : { statedAt: stated }),
    simulated: options.simulated || saysSimulated(headers),
  };
}
