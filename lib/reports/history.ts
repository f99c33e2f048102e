/**
 * The past: what was received, decoded again with today's rules.
 *
 * Unlike all else of the read side it waits, for a store; what goes wrong there is an answer and no error.
 *
 * @module
 */
import { decode } from "../products/mod.ts";
import type { Metar } from "../products/metar/model.ts";
import type { DecodedReport } from "../products/product.ts";
import type { HeldReport } from "../products/raw_report.ts";
import type { Clock } from "../time/mod.ts";
import { type GapFiller, gapOf, type GapState, longestPause } from "./gaps.ts";
import { RecentEntries } from "./recent_entries.ts";
import {
  type History,
  type HistoryEntry,
  type HistoryQuery,
  isHistoryCursor,
  StoreError,
  type World,
} from "../store/mod.ts";

/** A page of the past, newest observation first, or why there is none. */
export type PastReports =
  | {
    readonly kind: "reports";
    readonly reports: readonly HeldReport<DecodedReport>[];
    readonly next: string | null;
    /** Whether reports of the time of this page seem to be missing. */
    readonly gap: GapState;
  }
  | { readonly kind: "unavailable"; readonly reason: "notKept" | "storeFails" };

/** The METARs of a station over a time, oldest first, one for each time of observation. */
export type PastMetars =
  | {
    readonly kind: "reports";
    readonly reports: readonly HeldReport<Metar>[];
    /** Every text that was received, newest observation first, those that were corrected or replaced as well. */
    readonly all: readonly HeldReport<Metar>[];
    /** False where there were more than are read at once: the oldest are missing. */
    readonly isComplete: boolean;
    /** Whether reports of the time asked for seem to be missing. */
    readonly gap: GapState;
  }
  | { readonly kind: "unavailable"; readonly reason: "notKept" | "storeFails" };

/** What is known without asking the store: raw texts, decoded when they are read. */
export interface KnownMetars {
  readonly kind: "known";
  /** Another object as soon as anything about the reports is different. */
  readonly basis: object;
  readonly read: () => PastMetars;
}

/** What pages and API ask about the past. */
export interface ReportHistory {
  /** A page of reports. Never rejects. */
  page(query: HistoryQuery): Promise<PastReports>;
  /**
   * The METARs of a station from … to …, for a trend. What is current in memory counts as well, so that
   * the newest is never missing. Never rejects.
   */
  metars(stationId: string, from: number, to: number): Promise<PastMetars>;
  /**
   * As `metars`, at once where the store was asked lately and the station has reported nothing since: a report
   * that came late or that another node took is missing for up to five minutes. For pages that many ask for.
   */
  recent(
    stationId: string,
    from: number,
    to: number,
  ): PastMetars | KnownMetars | Promise<PastMetars>;
  /** The history of the station has grown: `recent` asks the store again. */
  forget(stationId: string): void;
}

/** Reports of a trend: seven days of one every twenty minutes, with room for specials. */
const MAX_TREND = 1_000;

/** What the past is read from. */
export interface ReportHistoryOptions {
  /** `null` where no history is kept. */
  readonly history: History | null;
  readonly world: Pick<World, "metar" | "simulated" | "cadenceMs">;
  readonly clock: Clock;
  /** Sees to METARs that are missing; `null` where nobody does. */
  readonly gaps: GapFiller | null;
}

/** The past over a store. */
export function createReportHistory(
  { history, world, clock, gaps }: ReportHistoryOptions,
): ReportHistory {
  /** What is known of reports that seem to be missing between the ends of a page. */
  async function gapIn(
    query: HistoryQuery,
    entries: readonly HistoryEntry[],
    next: string | null,
  ): Promise<GapState> {
    const { product, stationId, knownAt = Infinity } = query;
    if (stationId === null || product !== "metar" && product !== "taf") return "none";
    const before = cursorTime(query.cursor ?? "");
    const end = Math.min(query.to, knownAt, before);
    const last = entries.at(-1);
    const span = {
      from: next === null || last === undefined ? query.from : last.observedAt,
      to: Math.min(end, clock.now()),
    };
    const pause = longestPause(product, world.cadenceMs(stationId));
    // The page before ended with a report of its own: a gap between the two pages is told with this one.
    const gap = gapOf([...entries.map(({ observedAt }) => observedAt), before], span, pause);
    if (gap === null) return "none";
    // A station that never reports is not asked for.
    const isReporting = entries.length > 0 || world.metar(stationId) !== undefined;
    if (gaps === null || product !== "metar" || !isReporting) return "left";
    return GAP_STATES[await gaps.want(stationId, gap)];
  }

  async function page(query: HistoryQuery): Promise<PastReports> {
    if (history === null) return { kind: "unavailable", reason: "notKept" };
    try {
      const { entries, next } = await history.query(query);
      const own = entries.filter(({ raw }) => raw.simulated === world.simulated);
      const gap = await gapIn(query, own, next);
      return { kind: "reports", reports: own.flatMap(decoded), next, gap };
    } catch (error) {
      if (error instanceof StoreError) return { kind: "unavailable", reason: "storeFails" };
      throw error;
    }
  }
  const memory = new RecentEntries();

  async function metars(stationId: string, from: number, to: number): Promise<PastMetars> {
    const past = await page({ product: "metar", stationId, from, to, limit: MAX_TREND });
    if (past.kind === "unavailable") return past;
    const kept = past.reports as readonly HeldReport<Metar>[];
    return {
      ...together(kept, world.metar(stationId), from, to),
      isComplete: past.next === null,
      gap: past.gap,
    };
  }

  async function readRecent(stationId: string, from: number, to: number): Promise<PastMetars> {
    const current = world.metar(stationId);
    const past = await metars(stationId, from, to);
    if (past.kind === "reports" && past.isComplete) {
      memory.keep(stationId, {
        current,
        from,
        to,
        entries: past.all.map(entryOf),
        gap: past.gap,
      });
    }
    return past;
  }

  return {
    page,
    metars,
    recent(stationId, from, to) {
      if (history === null) return { kind: "unavailable", reason: "notKept" };
      const current = world.metar(stationId);
      const known = memory.find(stationId, current, from, to);
      if (known === undefined) return readRecent(stationId, from, to);
      const read = () => {
        const kept = known.entries.filter(({ observedAt }) =>
          observedAt >= from && observedAt <= to
        ).flatMap((entry) => entry.raw === current?.raw ? [current] : decoded(entry));
        return {
          ...together(kept as HeldReport<Metar>[], current, from, to),
          isComplete: true,
          gap: known.gap,
        };
      };
      return { kind: "known", basis: known, read };
    },
    forget: (stationId) => memory.forget(stationId),
  };
}

/** What was kept and what is current as one. */
function together(
  kept: readonly HeldReport<Metar>[],
  current: HeldReport<Metar> | undefined,
  from: number,
  to: number,
): Omit<PastMetars & { kind: "reports" }, "isComplete" | "gap"> {
  const isNew = current !== undefined && current.observedAt >= from &&
    current.observedAt <= to &&
    !kept.some((one) => one.observedAt === current.observedAt && one.raw.text === current.raw.text);
  const all = isNew ? [current, ...kept] : kept;
  return {
    kind: "reports",
    reports: oneForEachTime(all),
    all: all.length < 2
      ? all
      : all.toSorted((a, b) => b.observedAt - a.observedAt || b.raw.receivedAt - a.raw.receivedAt),
  };
}

const GAP_STATES = { asked: "none", fetching: "fetching", no: "left" } as const;

/** The time at which the page before ended; `Infinity` where there was none. */
function cursorTime(cursor: string): number {
  return isHistoryCursor(cursor) ? Number(cursor.slice(0, 13)) : Infinity;
}

function entryOf({ raw, observedAt }: HistoryEntry): HistoryEntry {
  return { raw, observedAt };
}

function decoded({ raw, observedAt }: HistoryEntry): HeldReport<DecodedReport>[] {
  const report = decode(raw.text, {
    product: raw.product,
    receivedAt: raw.statedAt ?? raw.receivedAt,
  });
  return report === null ? [] : [{ raw, decoded: report, observedAt }];
}

/**
 * Of several texts of one time the correction that came last, else what came last: each corrects what was
 * said before it. A `NIL` never hides an observation.
 */
function oneForEachTime(reports: readonly HeldReport<Metar>[]): HeldReport<Metar>[] {
  const best = new Map<number, HeldReport<Metar>>();
  for (const report of reports) {
    const other = best.get(report.observedAt);
    if (other === undefined || isBetter(report, other)) best.set(report.observedAt, report);
  }
  return [...best.values()].sort((a, b) => a.observedAt - b.observedAt);
}

function isBetter(a: HeldReport<Metar>, b: HeldReport<Metar>): boolean {
  if (a.decoded.nil !== b.decoded.nil) return b.decoded.nil;
  if (a.decoded.corrected !== b.decoded.corrected) return a.decoded.corrected;
  return a.raw.receivedAt > b.raw.receivedAt;
}
