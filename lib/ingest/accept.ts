/**
 * Takes the reports of a file into the world, a slice at a time.
 *
 * @module
 */
import { comparableText, type HeldReport, type RawReport } from "../products/raw_report.ts";
import type { DecodedReport } from "../products/product.ts";
import type { Metar } from "../products/metar/mod.ts";
import type { Slicer } from "../resilience/mod.ts";
import type { HazardProduct, StationProduct, WritableWorld } from "../store/mod.ts";
import { contenderOf, holdHazard, holdStationReport, isSpecial } from "./hold.ts";
import { decide, type Verdict } from "./precedence.ts";
import { hazardRefusalOf, type Refusal } from "./sanity.ts";

/** What became of the reports of a file. */
export interface Tally {
  /** Not looked at again: the text is known from before. */
  unchanged: number;
  decoded: number;
  decodeMs: number;
  verdicts: Record<Verdict, number>;
  refusals: Partial<Record<Refusal, number>>;
  /** Most reports of the file make no sense, so that none of it was used. */
  refusedWhole: boolean;
  /** Reports with a group that no rule claimed. */
  withUnparsed: number;
}

/** A tally of nothing. */
export function emptyTally(): Tally {
  return {
    unchanged: 0,
    decoded: 0,
    decodeMs: 0,
    verdicts: { replace: 0, keep: 0, conflict: 0 },
    refusals: {},
    refusedWhole: false,
    withUnparsed: 0,
  };
}

/** Most other texts kept beside a report. */
const MAX_CONFLICTS = 4;

/** Whether most reports of a file were refused: then the rest of it is in doubt as well. */
function isRefusedWhole(tally: Tally, reports: number): boolean {
  const refused = Object.values(tally.refusals).reduce((sum, count) => sum + count, 0);
  return refused * 2 > reports;
}

/**
 * Takes METARs or TAFs. A text that is held, or that the last file had as well, is not decoded again. All are
 * judged before the first is put: of a file of which most is refused nothing is used.
 *
 * @param seen texts of the last file; gives those of this one
 */
export async function acceptStationReports(
  product: StationProduct,
  reports: readonly RawReport[],
  world: WritableWorld,
  slicer: Slicer,
  seen: ReadonlySet<string>,
): Promise<{ readonly tally: Tally; readonly seen: ReadonlySet<string> }> {
  const tally = emptyTally();
  const now = new Set<string>();
  const news: { readonly stationId: string; readonly held: HeldReport<never> }[] = [];
  for (const raw of reports) {
    await slicer.pause();
    const stationId = raw.stationId;
    if (stationId === null) continue;
    const key = `${stationId} ${raw.text}`;
    const isHeld = world.heldText(product, stationId) === raw.text;
    // The first provider confirms what another one brought: from now on it is the first one's.
    const confirms = isHeld && raw.degraded !== true && world.isDegraded(product, stationId);
    if (!confirms && (seen.has(key) || now.has(key) || isHeld)) {
      tally.unchanged++;
      now.add(key);
      continue;
    }
    // A refused one may be right at the next look.
    const held = judge(product, raw, tally);
    if (held === null) continue;
    now.add(key);
    news.push({ stationId, held: held as HeldReport<never> });
  }
  tally.refusedWhole = isRefusedWhole(tally, reports.length);
  if (tally.refusedWhole) return { tally, seen };
  for (const { stationId, held } of news) {
    await slicer.pause();
    place(product, stationId, held, world, tally);
  }
  return { tally, seen: now };
}

/** The report decoded, or `null` where it is refused. */
function judge(product: StationProduct, raw: RawReport, tally: Tally): HeldReport | null {
  const started = performance.now();
  const result = holdStationReport(product, raw);
  tally.decodeMs += performance.now() - started;
  tally.decoded++;
  if (result.kind === "refused") {
    tally.refusals[result.refusal] = (tally.refusals[result.refusal] ?? 0) + 1;
    return null;
  }
  if (result.held.decoded.unparsed.length > 0) tally.withUnparsed++;
  return result.held;
}

/** Puts a report where the rules of precedence want it. */
function place(
  product: StationProduct,
  stationId: string,
  held: HeldReport<never>,
  world: WritableWorld,
  tally: Tally,
): void {
  const before = product === "metar" ? world.metar(stationId) : world.taf(stationId);
  const verdict = decide(before && contenderOf(before), contenderOf(held));
  tally.verdicts[verdict]++;
  if (verdict === "replace") world.put(product, stationId, withLoser(held, before) as never);
  if (verdict === "conflict") world.put(product, stationId, withLoser(before!, held) as never);
  if (verdict === "keep") world.noteKept?.(held);
  if (product === "metar") noteRoutine(world, stationId, held as HeldReport<Metar>);
}

/** The winner with the loser of the same time kept beside it, and who lost before. */
function withLoser(winner: HeldReport, loser: HeldReport | undefined): HeldReport {
  if (loser === undefined || loser.observedAt !== winner.observedAt) return winner;
  const said = new Set([comparableText(winner.raw.text)]);
  const all = [loser.raw, ...(loser.conflicts ?? []), ...(winner.conflicts ?? [])]
    .filter(({ text }) => said.size < said.add(comparableText(text)).size);
  return all.length === 0 ? winner : { ...winner, conflicts: all.slice(0, MAX_CONFLICTS) };
}

function noteRoutine(world: WritableWorld, stationId: string, held: HeldReport<Metar>): void {
  // Other providers leave out the word SPECI: a cadence learnt from them would be too short.
  if (held.raw.degraded === true) return;
  if (!isSpecial(held) && !held.decoded.nil) world.noteRoutine(stationId, held.observedAt);
}

/**
 * Takes a file that is the whole truth of a feed: what it lacks is over, of that feed's own reports.
 *
 * @param feed key of the feed where the product has several
 */
export async function acceptHazards(
  product: HazardProduct,
  reports: readonly RawReport[],
  world: WritableWorld,
  slicer: Slicer,
  feed?: string,
): Promise<Tally> {
  const tally = emptyTally();
  const held = world.hazards(product);
  const others = held.filter(({ raw }) => raw.feed !== feed);
  const known = new Map(
    held.filter(({ raw }) => raw.feed === feed).map((one) => [identityOf(one.raw), one]),
  );
  const next = new Map<string, HeldReport<DecodedReport>>();
  for (const raw of reports) {
    await slicer.pause();
    const identity = identityOf(raw);
    if (next.has(identity)) continue;
    const before = known.get(identity);
    if (before !== undefined) {
      tally.unchanged++;
      next.set(identity, before);
      continue;
    }
    const refusal = hazardRefusalOf(raw);
    if (refusal !== null) {
      tally.refusals[refusal] = (tally.refusals[refusal] ?? 0) + 1;
      continue;
    }
    const started = performance.now();
    const one = holdHazard(feed === undefined ? raw : { ...raw, feed });
    tally.decodeMs += performance.now() - started;
    tally.decoded++;
    tally.verdicts.replace++;
    if (one.decoded.unparsed.length > 0) tally.withUnparsed++;
    next.set(identity, one);
  }
  tally.refusedWhole = isRefusedWhole(tally, reports.length);
  if (tally.refusedWhole) return tally;
  if (tally.verdicts.replace > 0 || next.size !== known.size) {
    world.putHazards(product, [...others, ...next.values()]);
  }
  return tally;
}

/** Text and time: the same words may be said again another day. */
function identityOf(raw: RawReport): string {
  return `${raw.statedAt ?? ""} ${raw.text}`;
}
