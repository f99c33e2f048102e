/**
 * The hazards in force, worked out when they can have changed and not for each page that asks.
 *
 * @module
 */
import type { DecodedReport } from "../products/product.ts";
import type { HeldReport } from "../products/raw_report.ts";
import type { HazardProduct, World } from "../store/world.ts";
import type { Clock } from "../time/mod.ts";
import { type EndedHazard, endedHazards } from "./ended_hazards.ts";
import { hazardPeriod } from "./hazard_period.ts";

/** The hazards of a product at one time. */
export interface HazardsInForce {
  /** In force now or still to come, without those that another text has ended. */
  readonly current: readonly HeldReport<DecodedReport>[];
  readonly ended: readonly EndedHazard[];
}

interface Known extends HazardsInForce {
  /** What the world held. */
  readonly held: readonly HeldReport<DecodedReport>[];
  /** Instants between which all of it stays true, milliseconds since the epoch; `until` exclusive. */
  readonly from: number;
  readonly until: number;
}

/**
 * Looks up the hazards of a product. The answer is the same object until the world's list changes or an instant
 * passes at which a hazard ends or begins.
 */
export function createHazardsInForce(
  world: Pick<World, "hazards">,
  clock: Clock,
): (product: HazardProduct) => HazardsInForce {
  const known = new Map<HazardProduct, Known>();
  return (product) => {
    const now = clock.now();
    const held = world.hazards(product);
    const last = known.get(product);
    if (last !== undefined && last.held === held && now >= last.from && now < last.until) {
      return last;
    }
    const next = workOut(product, held, now);
    known.set(product, next);
    return next;
  };
}

function workOut(
  product: HazardProduct,
  held: readonly HeldReport<DecodedReport>[],
  now: number,
): Known {
  let until = Infinity;
  const passes = (at: number | null) => {
    if (at !== null && at > now && at < until) until = at;
  };
  const inForce = held.filter((one) => {
    const { from, to } = hazardPeriod(product, one);
    passes(from);
    passes(to);
    passes(issuedAt(one.decoded));
    return to === null || to > now;
  });
  const ended = endedHazards(inForce, now);
  const over = new Set(ended.map((one) => one.held));
  const current = over.size === 0 ? inForce : inForce.filter((one) => !over.has(one));
  return { held, from: now, until, current, ended };
}

/** From when on a text counts that states no beginning. */
function issuedAt(report: DecodedReport): number | null {
  const { issuedAt } = report as { readonly issuedAt?: string | null };
  return typeof issuedAt === "string" ? Date.parse(issuedAt) : null;
}
