/**
 * Ingest: fetch → split → decode → dedupe → world, for every feed on its own timer.
 *
 * @module
 */
import type { Log, Metrics } from "../observe/mod.ts";
import { feedKeyOf } from "../products/product.ts";
import type { RawReport } from "../products/raw_report.ts";
import type { Feed, FeedAnswer } from "../providers/mod.ts";
import { type Queue, type Slicer, turnEventLoop } from "../resilience/mod.ts";
import type { FeedState, HazardProduct, StationProduct, WritableWorld } from "../store/mod.ts";
import type { Station } from "../stations/station.ts";
import { type Clock, HOUR_MS } from "../time/mod.ts";
import { acceptHazards, acceptStationReports, type Tally } from "./accept.ts";
import { nextDelayMs } from "./pace.ts";

/** Timers, replaceable in tests. */
export interface Timers {
  set(callback: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

const systemTimers: Timers = {
  set: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clear: (timer) => clearTimeout(timer as number),
};

/** What ingest is made of. */
export interface IngestOptions {
  readonly feeds: readonly Feed[];
  readonly world: WritableWorld;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly slicer: Slicer;
  /** Files are taken into the world one at a time in it. */
  readonly queue?: Queue;
  /** Called when a file changed the world. */
  readonly onChange?: () => void;
  /** Where tables of stations go, and the places that reports give. */
  readonly stations?: StationSink;
  readonly timers?: Timers;
  readonly random?: () => number;
}

/** Takes what is learnt about stations. */
export interface StationSink {
  /** A daily table. */
  setTable(stations: readonly Station[]): void | Promise<void>;
  /** The places of the stations of a file, whether they are news or not. */
  noteReports(reports: readonly RawReport[]): void;
}

/** Between the first questions of two feeds after the start, milliseconds. */
const STAGGER_MS = 50;

/** What one round of a feed came to. */
export type RoundResult =
  | {
    readonly kind: "accepted";
    readonly reports: number;
    readonly tally: Tally;
    /** Time of the newest report in it, where reports say so. */
    readonly newestAt: number | null;
  }
  | { readonly kind: "stations"; readonly stations: number }
  | { readonly kind: "unchanged" | "empty" | "idle" }
  | { readonly kind: "fault"; readonly reason: string; readonly retryAfterMs: number | null };

interface FeedRun {
  readonly feed: Feed;
  failures: number;
  seen: ReadonlySet<string>;
  timer: unknown;
  running: Promise<RoundResult> | null;
}

/** Polls feeds and fills the world. While a provider is down the world keeps what it last knew. */
export class Ingest {
  readonly #options: IngestOptions;
  readonly #runs: readonly FeedRun[];
  readonly #timers: Timers;
  #stop = new AbortController();
  #started = false;

  constructor(options: IngestOptions) {
    this.#options = options;
    this.#timers = options.timers ?? systemTimers;
    this.#runs = options.feeds.map((feed) => ({
      feed,
      failures: 0,
      seen: new Set<string>(),
      timer: null,
      running: null,
    }));
    for (const feed of options.feeds) options.metrics.quarantined(feedKeyOf(feed), 0);
  }

  /** Starts the timers; each feed is asked within the first moments. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    for (const { feed } of this.#runs) this.#announce(feed);
    // One after the other, since five first requests at once are one long pause.
    this.#runs.forEach((run, i) => this.#plan(run, i * STAGGER_MS));
  }

  /** Puts a feed that was never asked into the world: what it will bring is not known yet. */
  #announce(feed: Feed): void {
    const { world } = this.#options;
    if (feed.backup === true || world.feed(feedKeyOf(feed)) !== undefined) return;
    world.putFeed({
      ...namesOf(feed),
      attemptedAt: null,
      succeededAt: null,
      error: null,
      count: 0,
    });
  }

  /** Stops the timers, cancels what is under way and waits for its end. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#stop.abort();
    for (const run of this.#runs) this.#timers.clear(run.timer);
    await Promise.all(this.#runs.map((run) => run.running));
    this.#stop = new AbortController();
  }

  /** One round of every feed, now: for replay, tools and tests. */
  async pollAll(): Promise<RoundResult[]> {
    const rounds: Promise<RoundResult>[] = [];
    for (const run of this.#runs) {
      rounds.push(this.#round(run));
      await turnEventLoop();
    }
    return await Promise.all(rounds);
  }

  #plan(run: FeedRun, delayMs: number): void {
    if (!this.#started) return;
    run.timer = this.#timers.set(async () => {
      const result = await this.#round(run);
      const retryAfter = result.kind === "fault" ? result.retryAfterMs : null;
      const random = (this.#options.random ?? Math.random)();
      this.#plan(run, nextDelayMs(run.feed.intervalMs, run.failures, retryAfter, random));
    }, delayMs);
  }

  /** Single flight: whoever asks while a round is under way gets that round. */
  #round(run: FeedRun): Promise<RoundResult> {
    return run.running ??= this.#ask(run).finally(() => run.running = null);
  }

  async #ask(run: FeedRun): Promise<RoundResult> {
    const attemptedAt = this.#options.clock.now();
    let result: RoundResult;
    try {
      const answer = await run.feed.fetch(this.#stop.signal);
      result = await this.#take(run, answer);
    } catch (error) {
      // No provider and no report may bring ingest down; this is a bug, so it is logged as one.
      this.#options.log.error("ingest failed", { product: run.feed.product, error });
      run.feed.forget();
      result = { kind: "fault", reason: "ingest failed inside the service", retryAfterMs: null };
    }
    this.#note(run, attemptedAt, result);
    return result;
  }

  async #take(run: FeedRun, answer: FeedAnswer): Promise<RoundResult> {
    const { feed } = run;
    const { world } = this.#options;
    if (answer.kind === "fault") {
      if (answer.drift) this.#options.metrics.quarantined(feedKeyOf(feed));
      return answer;
    }
    if (answer.kind === "unchanged" || answer.kind === "idle") return { kind: answer.kind };
    if (answer.simulated && !world.simulated) return this.#refuseSimulated(feed);
    if (answer.kind === "stations") return await this.#takeStations(answer.stations);
    const reports = answer.kind === "empty" ? [] : answer.reports;
    const queue: Queue = this.#options.queue ?? ((work) => work());
    const tally = await queue(() => this.#accept(run, reports));
    this.#count(feed, answer, tally);
    if (tally.refusedWhole) {
      if (answer.kind === "reports") await answer.setAside?.();
      return this.#refuseMost(feed, tally, reports.length);
    }
    if (feed.content === "latest") this.#options.stations?.noteReports(reports);
    if (tally.verdicts.replace > 0) this.#options.onChange?.();
    if (answer.kind === "empty") return { kind: "empty" };
    const newestAt = newestOf(reports, this.#options.clock.now());
    return { kind: "accepted", reports: reports.length, tally, newestAt };
  }

  async #takeStations(stations: readonly Station[]): Promise<RoundResult> {
    await this.#options.stations?.setTable(stations);
    return { kind: "stations", stations: stations.length };
  }

  async #accept(run: FeedRun, reports: readonly RawReport[]): Promise<Tally> {
    const { feed } = run;
    const { world, slicer } = this.#options;
    if (feed.content === "complete") {
      const product = feed.product as HazardProduct;
      return await acceptHazards(product, reports, world, slicer, feed.key);
    }
    const product = feed.product as StationProduct;
    const { tally, seen } = await acceptStationReports(product, reports, world, slicer, run.seen);
    run.seen = seen;
    return tally;
  }

  #refuseSimulated(feed: Feed): RoundResult {
    feed.forget();
    this.#options.log.error(
      "SIMULATED WEATHER REFUSED: the address of the provider is that of a simulator or replay; this service is live",
      { product: feed.product, provider: feed.provider },
    );
    const reason = "simulated weather was refused, since this service is live";
    return { kind: "fault", reason, retryAfterMs: null };
  }

  #refuseMost(feed: Feed, tally: Tally, reports: number): RoundResult {
    feed.forget();
    this.#options.metrics.quarantined(feedKeyOf(feed));
    const why = Object.entries(tally.refusals).map(([name, count]) => `${name} ${count}`).join(
      ", ",
    );
    const clock = (tally.refusals.future ?? 0) + (tally.refusals.old ?? 0) > reports / 4
      ? "; is the clock of this machine right?"
      : "";
    return {
      kind: "fault",
      reason: `most of ${reports} reports make no sense: ${why}${clock}`,
      retryAfterMs: null,
    };
  }

  #count(feed: Feed, answer: FeedAnswer, tally: Tally): void {
    const { metrics } = this.#options;
    const { product } = feed;
    metrics.decoded(product, tally.decodeMs / 1000, tally.decoded);
    metrics.ingested(product, "unchanged", tally.unchanged);
    for (const [verdict, count] of Object.entries(tally.verdicts)) {
      metrics.ingested(product, verdict, count);
    }
    const skipped = answer.kind === "reports" ? answer.skipped : {};
    for (const [reason, count] of [...Object.entries(tally.refusals), ...Object.entries(skipped)]) {
      metrics.ingested(product, `refused_${reason}`, count);
    }
  }

  #note(run: FeedRun, attemptedAt: number, result: RoundResult): void {
    const { world, log, clock } = this.#options;
    const { product, provider } = run.feed;
    const key = feedKeyOf(run.feed);
    const before = world.feed(key);
    const stopping = this.#stop.signal.aborted;
    if (result.kind === "fault" && stopping || result.kind === "idle") return;
    const newestAt = result.kind === "accepted" ? result.newestAt : before?.newestAt ?? null;
    const fault = result.kind === "fault" ? result.reason : null;
    const count = result.kind === "accepted"
      ? result.reports
      : result.kind === "stations"
      ? result.stations
      : result.kind === "empty"
      ? 0
      : before?.count ?? 0;
    const state: FeedState = {
      ...namesOf(run.feed),
      attemptedAt,
      succeededAt: fault === null ? clock.now() : before?.succeededAt ?? null,
      error: fault,
      count,
      ...(newestAt !== null && { newestAt }),
    };
    world.putFeed(state);
    run.failures = fault === null ? 0 : run.failures + 1;
    if (fault !== null) {
      log.warn("feed failed", {
        feed: key,
        product,
        provider,
        reason: fault,
        failures: run.failures,
      });
    } else if (before?.error) log.info("feed recovered", { feed: key, product, provider });
    if (result.kind === "stations") {
      log.info("feed read", { product, provider, stations: result.stations });
    }
    if (result.kind === "accepted") {
      const { tally } = result;
      log.info("feed read", {
        feed: key,
        product,
        provider,
        reports: result.reports,
        decoded: tally.decoded,
        replaced: tally.verdicts.replace,
        refused: tally.refusals,
        decodeMs: Math.round(tally.decodeMs),
      });
    }
  }
}

function namesOf(
  { product, key, provider, backup }: Feed,
): Pick<FeedState, "product" | "key" | "provider" | "backup"> {
  return {
    product,
    ...(key !== undefined && { key }),
    ...(backup === true && { backup }),
    provider,
  };
}

/** The newest time of `reports` that is not in the future, or `null` where none says one. */
function newestOf(reports: readonly RawReport[], now: number): number | null {
  let newest: number | null = null;
  for (const { statedAt } of reports) {
    if (statedAt !== undefined && statedAt <= now + HOUR_MS && statedAt > (newest ?? 0)) {
      newest = statedAt;
    }
  }
  return newest;
}
