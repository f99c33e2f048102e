/**
 * The winds aloft forecasts (FB) of the Aviation Weather Center: for four regions, low and high levels, three bulletins
 * of text each, for 6, 12 and 24 hours. They are issued four times a day.
 *
 * The first bulletin is asked for twice an hour; where it is another one, the two beside it at once, since they are what
 * most ask for, and all others at one question a minute, which is what the provider allows: a hundred and forty a day.
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
/** Between two questions while sets are lacking. */
const NEXT_MS = MINUTE_MS;
/** A bulletin of 176 stations has 13 kB. */
const MAX_BYTES = 256 * 1024;
const DEADLINE_MS = 20_000;
/** What is to be asked until the first bulletin is asked for again. */
interface Round {
  readonly since: number;
  /** Sets that are not of the run. */
  readonly lacking: BulletinSet[];
  /** Bulletins of the first of these so far. */
  given: RawReport[];
  readonly skipped: Record<string, number>;
}

/**
 * The feed. The query gives no validators. Of each set all three bulletins are taken or none; a set that is not given
 * keeps its last one, whose hours of use run out by themselves, and is counted as skipped.
 */
export function createWindsAloftFeed(options: AwcOptions): Feed {
  const held = new Map<BulletinSet, readonly RawReport[]>();
  const [main, ...others] = SETS as [BulletinSet, ...BulletinSet[]];
  let round: Round | null = null;

  async function begin(signal: AbortSignal): Promise<FeedAnswer> {
    round = null;
    if (held.size === 0) takeHeld(held, options.heldWinds?.() ?? []);
    const since = options.clock.now();
    const first = await ask(main, FORECASTS[0], options, signal);
    if (first.kind !== "ok") return faultOf(first);
    const run = first.value;
    // A bulletin that does not say its run may be of any.
    const isOfRun = (one?: RawReport) =>
      one?.statedAt !== undefined && one.statedAt === run.statedAt;
    const isNew = held.get(main)?.[0]?.text !== run.text;
    if (isNew) {
      const given = [run];
      for (const hours of FORECASTS.slice(1)) {
        const asked = await ask(main, hours, options, signal);
        if (asked.kind !== "ok") return faultOf(asked);
        given.push(asked.value);
      }
      held.set(main, given);
    }
    const lacking = others.filter((set) => !isOfRun(held.get(set)?.[0]));
    round = { since, lacking, given: [], skipped: {} };
    return isNew ? all(round) : { kind: "unchanged" };
  }

  /** One question. */
  async function goOn(round: Round, set: BulletinSet, signal: AbortSignal): Promise<FeedAnswer> {
    const asked = await ask(set, FORECASTS[round.given.length]!, options, signal);
    const [first] = round.given;
    // A new run may have begun since the first of them.
    if (asked.kind === "ok" && (first === undefined || first.statedAt === asked.value.statedAt)) {
      round.given.push(asked.value);
      if (round.given.length < FORECASTS.length) return { kind: "unchanged" };
      held.set(set, round.given);
    } else round.skipped[`${set.region} ${set.level} not given`] = 1;
    round.lacking.shift();
    round.given = [];
    return all(round);
  }

  function all({ skipped }: Round): FeedAnswer {
    const reports = SETS.flatMap((set) => held.get(set) ?? []);
    const simulated = options.simulated || reports.some((one) => one.simulated);
    return { kind: "reports", reports, skipped: { ...skipped }, simulated };
  }

  return {
    product: "windsAloft",
    provider: "awc",
    get intervalMs() {
      return round !== null && round.lacking.length > 0 ? NEXT_MS : INTERVAL_MS;
    },
    content: "complete",
    forget() {
      held.clear();
      round = null;
    },
    fetch(signal) {
      const set = round?.lacking[0];
      const isOver = round === null || options.clock.now() - round.since >= INTERVAL_MS;
      return isOver || set === undefined ? begin(signal) : goOn(round!, set, signal);
    },
  };
}

/** The sets of `reports` that are whole, as they were written when they came. */
function takeHeld(
  held: Map<BulletinSet, readonly RawReport[]>,
  reports: readonly RawReport[],
): void {
  for (const set of SETS) {
    const own = FORECASTS.flatMap((hours) =>
      reports.find(({ attributes }) => attributes?.["bulletin"] === nameOf(set, hours)) ?? []
    );
    const isWhole = own.length === FORECASTS.length &&
      own.every(({ statedAt }) => statedAt === own[0]!.statedAt);
    if (isWhole) held.set(set, own);
  }
}

const nameOf = ({ region, level }: BulletinSet, hours: string) => `${region} ${level} ${hours}`;

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

type Asked = Outcome<RawReport> & { readonly drift: boolean };

async function ask(
  set: BulletinSet,
  hours: string,
  options: AwcOptions,
  signal: AbortSignal,
): Promise<Asked> {
  const { region, level } = set;
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
        return readBulletin(bytes, headers, nameOf(set, hours), options);
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
function readBulletin(
  bytes: Uint8Array,
  headers: Headers,
  name: string,
  options: AwcOptions,
): RawReport {
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
    attributes: { bulletin: name },
  };
}
