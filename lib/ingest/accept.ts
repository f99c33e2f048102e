/**
 * Takes the reports of a file into the world, a slice at a time.
 *
 * @module
 */
import type { HeldReport, RawReport } from "../products/raw_report.ts";
import type { DecodedReport } from "../products/product.ts";
import type { Metar } from "../products/metar/mod.ts";
import type { Slicer } from "../resilience/mod.ts";
import type { HazardProduct, StationProduct, WritableWorld } from "../store/mod.ts";
import { contenderOf, holdHazard, holdStationReport, isSpecial } from "./hold.ts";
import { decide, type Verdict } from "./precedence.ts";
import type { Refusal } from "./sanity.ts";

/** What became of the reports of a file. */
export interface Tally {
  /** Not looked at again: the text is known from before. */
  unchanged: number;
  decoded: number;
  decodeMs: number;
  verdicts: Record<Verdict, number>;
  refusals: Partial<Record<Refusal, number>>;
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
    withUnparsed: 0,
  };
}

/** Most other texts kept beside a report. */
const MAX_CONFLICTS = 4;

/**
 * Takes METARs or TAFs. A text that is held, or that the last file had as well, is not decoded again.
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
  for (const raw of reports) {
    await slicer.pause();
    const stationId = raw.stationId;
    if (stationId === null) continue;
    const key = `${stationId} ${raw.text}`;
    if (seen.has(key) || now.has(key) || world.heldText(product, stationId) === raw.text) {
      tally.unchanged++;
      now.add(key);
      continue;
    }
    if (takeOne(product, stationId, raw, world, tally)) now.add(key);
  }
  return { tally, seen: now };
}

/** Whether the report was judged; a refused one may be right at the next look. */
function takeOne(
  product: StationProduct,
  stationId: string,
  raw: RawReport,
  world: WritableWorld,
  tally: Tally,
): boolean {
  const started = performance.now();
  const result = holdStationReport(product, raw);
  tally.decodeMs += performance.now() - started;
  tally.decoded++;
  if (result.kind === "refused") {
    tally.refusals[result.refusal] = (tally.refusals[result.refusal] ?? 0) + 1;
    return false;
  }
  const { held } = result;
  if (held.decoded.unparsed.length > 0) tally.withUnparsed++;
  const before = product === "metar" ? world.metar(stationId) : world.taf(stationId);
  const verdict = decide(before && contenderOf(before), contenderOf(held));
  tally.verdicts[verdict]++;
  if (verdict === "replace") world.put(product, stationId, withLoser(held, before) as never);
  if (verdict === "conflict") world.put(product, stationId, withLoser(before!, held) as never);
  if (product === "metar") noteRoutine(world, stationId, held as HeldReport<Metar>);
  return true;
}

/** The winner with the loser of the same time kept beside it, and who lost before. */
function withLoser(winner: HeldReport, loser: HeldReport | undefined): HeldReport {
  if (loser === undefined || loser.observedAt !== winner.observedAt) return winner;
  const all = [loser.raw, ...(loser.conflicts ?? []), ...(winner.conflicts ?? [])]
    .filter((raw, i, list) =>
      raw.text !== winner.raw.text && list.findIndex((one) => one.text === raw.text) === i
    );
  return all.length === 0 ? winner : { ...winner, conflicts: all.slice(0, MAX_CONFLICTS) };
}

function noteRoutine(world: WritableWorld, stationId: string, held: HeldReport<Metar>): void {
  if (!isSpecial(held) && !held.decoded.nil) world.noteRoutine(stationId, held.observedAt);
}

/** Takes a file that is the whole truth about a product: what it lacks is over. */
export async function acceptHazards(
  product: HazardProduct,
  reports: readonly RawReport[],
  world: WritableWorld,
  slicer: Slicer,
): Promise<Tally> {
  const tally = emptyTally();
  const known = new Map(world.hazards(product).map((held) => [identityOf(held.raw), held]));
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
    const started = performance.now();
    const held = holdHazard(raw);
    tally.decodeMs += performance.now() - started;
    tally.decoded++;
    tally.verdicts.replace++;
    if (held.decoded.unparsed.length > 0) tally.withUnparsed++;
    next.set(identity, held);
  }
  if (tally.verdicts.replace > 0 || next.size !== known.size) {
    world.putHazards(product, [...next.values()]);
  }
  return tally;
}

/** Text and time: the same words may be said again another day. */
function identityOf(raw: RawReport): string {
  return `${raw.statedAt ?? ""} ${raw.text}`;
}
