/**
 * METARs of the past that are missing, after a fresh start or an outage: asked of the provider's query once, and
 * put into the history as what they are, fetched later.
 *
 * No reader waits for it. All nodes together ask at most one question a minute, and only while nothing that is
 * current has to be asked there. What was asked for is noted beside the history, so that a station that was
 * closed at night is not asked for again and again.
 *
 * @module
 */
import type { Log, Metrics } from "../observe/mod.ts";
import type { RawReport } from "../products/raw_report.ts";
import {
  type AwcQuery,
  MAX_ENTRIES,
  type SharedCounter,
  type SourceAnswer,
} from "../providers/mod.ts";
import type { Collections, History, HistoryEntry, Json } from "../store/mod.ts";
import { type Clock, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../time/mod.ts";
import { holdStationReport } from "./hold.ts";

/** A station and the time of which its reports are wanted, milliseconds since the epoch. */
export interface Wish {
  readonly stationId: string;
  readonly from: number;
  readonly to: number;
}

/** What it is made of. */
export interface BackfillOptions {
  /** `null` on a node that asks no provider: its wishes are for another one. */
  readonly source: Pick<AwcQuery, "history" | "maxIds"> | null;
  /** Where the reports go, and beside them what was asked for. */
  readonly history: History;
  readonly collections: Collections;
  /** Counts the questions of all nodes. */
  readonly counter: SharedCounter;
  /** Whether this node asks providers, and this one has time for the past. */
  readonly mayAsk: () => boolean;
  readonly historyDays: number;
  readonly simulated: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Pick<Metrics, "ingested">;
  /** Told of each station whose history has all now that the provider has of that time. */
  readonly onFilled?: (stationId: string) => void;
}

/** What the provider keeps. */
const ARCHIVE_MS = 15 * DAY_MS;
/** Stations that wait at most. */
const MAX_WISHES = 200;
/** A wish that nobody could see to for so long is given up; the next reader wishes anew. */
const WISH_MS = 15 * MINUTE_MS;
/** Longest time of one question, and reports an hour that a station may make: together under the most of an answer. */
const LONGEST_MS = 120 * HOUR_MS;
const REPORTS_AN_HOUR = 3;
/** Of a time without any report that ends now, what has passed since it was asked for: only after more it is again. */
const AGAIN_AFTER_MS = 6 * HOUR_MS;
/** What may be left of the end of any other time that was asked for: no report is missing in so little. */
const LEFT_OVER_MS = 15 * MINUTE_MS;
/** Times noted of a station, and stations remembered by this process. */
const MAX_SPANS = 8;
const MAX_REMEMBERED = 2_000;
/** Another node may have asked: what is remembered is compared with the store after this long. */
const TRUE_FOR_MS = 30 * SECOND_MS;
const STEP_MS = 15 * SECOND_MS;
/** The first wish is seen to at once, with those that come with it. */
const GATHER_MS = 100;
const COLLECTION = "backfills";

interface Waiting extends Wish {
  readonly since: number;
  /** The answer of a question with others was cut off. */
  readonly alone?: true;
}
type Spans = readonly (readonly [from: number, to: number])[];

/** Sees to wishes, a question at a time. */
export class Backfill {
  readonly #options: BackfillOptions;
  readonly #waiting = new Map<string, Waiting>();
  readonly #known = new Map<string, { readonly spans: Spans; readonly readAt: number }>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #stop = new AbortController();

  constructor(options: BackfillOptions) {
    this.#options = options;
  }

  /** What waits, the oldest wish first: for a node that may ask. */
  get wishes(): readonly Wish[] {
    return [...this.#waiting.values()];
  }

  /** See `GapFiller.want`. */
  async want(
    stationId: string,
    { from, to }: { readonly from: number; readonly to: number },
  ): Promise<"asked" | "fetching" | "no"> {
    const { clock, historyDays } = this.#options;
    const now = clock.now();
    const wish: Waiting = {
      stationId,
      from: Math.max(from, now - Math.min(ARCHIVE_MS, historyDays * DAY_MS)),
      to: Math.min(to, now),
      since: now,
    };
    if (wish.from >= wish.to) return "no";
    let spans: Spans;
    try {
      spans = await this.#spansOf(stationId);
    } catch {
      // Where the store does not say what was asked for, nothing is.
      return "no";
    }
    if (isCovered(wish, spans, now)) {
      this.#waiting.delete(stationId);
      // What the provider keeps no more stays missing.
      return from < wish.from ? "no" : "asked";
    }
    this.#forgetOld(now);
    const before = this.#waiting.get(stationId);
    if (before === undefined && this.#waiting.size >= MAX_WISHES) return "no";
    const left = { ...wish, ...withoutAsked(wish, spans) };
    this.#waiting.set(stationId, before === undefined ? left : joined(before, left));
    if (this.#timer !== undefined) this.#soon ??= setTimeout(() => void this.step(), GATHER_MS);
    return "fetching";
  }

  /** Asks one question, if one may be asked now. Never rejects. */
  step(): Promise<void> {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    return this.#running ??= this.#step().catch((error) => {
      this.#options.log.warn("reports of the past could not be fetched", { error });
    }).finally(() => this.#running = null);
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.step(), STEP_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    clearTimeout(this.#soon);
    this.#timer = undefined;
    this.#stop.abort();
    await this.#running;
    this.#stop = new AbortController();
  }

  async #step(): Promise<void> {
    const { source, counter, mayAsk, clock } = this.#options;
    const now = clock.now();
    this.#forgetOld(now);
    if (source === null) return;
    const wishes = this.#next(source.maxIds);
    if (wishes.length === 0 || !mayAsk()) return;
    const minute = Math.floor(now / MINUTE_MS);
    const { added } = await counter.addIfBelow(
      `backfill.${minute}`,
      1,
      1,
      (minute + 2) * MINUTE_MS,
    );
    if (!added) return;
    const from = Math.min(...wishes.map((wish) => wish.from));
    const to = Math.max(...wishes.map((wish) => wish.to));
    const answer = await source.history(
      wishes.map(({ stationId }) => stationId),
      (to - from) / HOUR_MS,
      to,
      this.#stop.signal,
    );
    await this.#take(wishes, answer);
  }

  /** The wishes of one question: the oldest, and those that fit beside it into one answer. */
  #next(maxIds: number): Wish[] {
    const chosen: Wish[] = [];
    let [from, to] = [Infinity, -Infinity];
    for (const { alone, since: _, ...wish } of this.#waiting.values()) {
      if (alone === true && chosen.length > 0) continue;
      const start = Math.max(wish.from, wish.to - LONGEST_MS);
      const hours = (Math.max(to, wish.to) - Math.min(from, start)) / HOUR_MS;
      const reports = hours * REPORTS_AN_HOUR * (chosen.length + 1);
      if (chosen.length > 0 && reports > MAX_ENTRIES) continue;
      if (chosen.length >= maxIds) break;
      [from, to] = [Math.min(from, start), Math.max(to, wish.to)];
      chosen.push({ ...wish, from: start });
      if (alone === true) break;
    }
    return chosen;
  }

  async #take(wishes: readonly Wish[], answer: SourceAnswer): Promise<void> {
    const { history, log, simulated, metrics } = this.#options;
    if (answer.kind === "waiting") return;
    if (answer.kind === "fault") {
      log.warn("reports of the past could not be fetched", { reason: answer.reason });
      // The next question is for others.
      for (const { stationId } of wishes) this.#toTheEnd(stationId);
      return;
    }
    if (answer.simulated && !simulated) {
      log.error("simulated reports of the past were refused, since this service is live");
      for (const { stationId } of wishes) this.#waiting.delete(stationId);
      return;
    }
    const entries = answer.reports.flatMap((raw) => this.#entryOf(raw));
    const added = await history.append(entries);
    metrics.ingested("metar", "backfilled", added);
    const total = answer.reports.length +
      Object.values(answer.skipped).reduce((sum, count) => sum + count, 0);
    const isCut = total >= MAX_ENTRIES;
    for (const wish of wishes) {
      if (isCut && wishes.length > 1) {
        const held = this.#waiting.get(wish.stationId);
        if (held !== undefined) this.#waiting.set(wish.stationId, { ...held, alone: true });
        continue;
      }
      // The newest come first: of an answer that was cut off the older ones are still to come.
      const oldest = Math.min(wish.to, ...entries.map(({ observedAt }) => observedAt));
      await this.#note(isCut && oldest < wish.to ? { ...wish, from: oldest } : wish);
      this.#options.onFilled?.(wish.stationId);
    }
    log.info("reports of the past fetched", { stations: wishes.length, reports: added });
  }

  #entryOf(raw: RawReport): HistoryEntry[] {
    // Judged as on the day it was made; when it was received says nothing here.
    const judged = holdStationReport("metar", {
      ...raw,
      receivedAt: raw.statedAt ?? raw.receivedAt,
    });
    if (judged.kind === "refused") {
      this.#options.metrics.ingested("metar", `refused_${judged.refusal}`, 1);
      return [];
    }
    return [{ raw: { ...raw, backfilled: true }, observedAt: judged.held.observedAt }];
  }

  /** Notes what was asked for, here and for all nodes; what is left of the wish waits on. */
  async #note(wish: Wish): Promise<void> {
    const { collections, clock } = this.#options;
    const { stationId } = wish;
    const held = this.#waiting.get(stationId);
    this.#waiting.delete(stationId);
    if (held !== undefined && held.from < wish.from) {
      this.#waiting.set(stationId, { ...held, to: wish.from });
    }
    const spans = withSpan(await this.#spansOf(stationId), wish);
    this.#remember(stationId, spans);
    await collections.put(COLLECTION, stationId, spans as unknown as Json, {
      expiresAt: clock.now() + 2 * ARCHIVE_MS,
    });
  }

  async #spansOf(stationId: string): Promise<Spans> {
    const { collections, clock } = this.#options;
    const known = this.#known.get(stationId);
    if (known !== undefined && clock.now() - known.readAt < TRUE_FOR_MS) return known.spans;
    const document = await collections.get(COLLECTION, stationId);
    const spans = document === null ? [] : document.value as unknown as Spans;
    this.#remember(stationId, spans);
    return spans;
  }

  #remember(stationId: string, spans: Spans): void {
    this.#known.delete(stationId);
    this.#known.set(stationId, { spans, readAt: this.#options.clock.now() });
    if (this.#known.size <= MAX_REMEMBERED) return;
    for (const oldest of this.#known.keys()) {
      this.#known.delete(oldest);
      break;
    }
  }

  #toTheEnd(stationId: string): void {
    const wish = this.#waiting.get(stationId);
    if (wish === undefined) return;
    this.#waiting.delete(stationId);
    this.#waiting.set(stationId, wish);
  }

  #forgetOld(now: number): void {
    for (const [stationId, { since }] of this.#waiting) {
      if (now - since > WISH_MS) this.#waiting.delete(stationId);
    }
  }
}

function joined(before: Waiting, wish: Wish): Waiting {
  return {
    ...before,
    from: Math.min(before.from, wish.from),
    to: Math.max(before.to, wish.to),
  };
}

/** Whether the provider was asked for all of it; where it goes on until now, for all but the last hours. */
function isCovered({ from, to }: Wish, spans: Spans, now: number): boolean {
  const leftOver = now - to > MINUTE_MS ? LEFT_OVER_MS : AGAIN_AFTER_MS;
  return spans.some(([start, end]) =>
    start <= from + MINUTE_MS && end > from && end >= to - leftOver
  );
}

/** Without what of its beginning and end was asked for. */
function withoutAsked({ from, to }: Wish, spans: Spans): Pick<Wish, "from" | "to"> {
  const begins = spans.find(([start, end]) => start <= from && end > from && end < to);
  const ends = spans.find(([start, end]) => start > from && start < to && end >= to);
  return { from: begins?.[1] ?? from, to: ends?.[0] ?? to };
}

/** The times asked for with one more, those that touch it as one. */
function withSpan(spans: Spans, { from, to }: Wish): Spans {
  const apart = spans.filter(([start, end]) => end < from || start > to);
  const touching = spans.filter(([start, end]) => end >= from && start <= to);
  const all = [
    ...apart,
    [
      Math.min(from, ...touching.map(([start]) => start)),
      Math.max(to, ...touching.map(([, end]) => end)),
    ] as const,
  ];
  return all.sort(([, a], [, b]) => b - a).slice(0, MAX_SPANS);
}
