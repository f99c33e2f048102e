/**
 * Which of two reports of one station is shown.
 *
 * @module
 */

/** What the rules look at. */
export interface Contender {
  /** Without what providers write differently: `textForComparison`. */
  readonly text: string;
  readonly observedAt: number;
  readonly receivedAt: number;
  /** Place of the provider in the order of preference, 0 first. */
  readonly provider: number;
  /** `A` for `CCA`; a correction without a letter is `""`; no correction `null`. */
  readonly correction: string | null;
  /** SPECI among METARs; amendment or cancellation among TAFs. */
  readonly special: boolean;
  /** `NIL`: it says nothing. */
  readonly nil: boolean;
  /** Whether a `NIL` of a newer time replaces an older report: forecasts yes, observations no. */
  readonly nilReplaces: boolean;
}

/** `replace`: the new one is shown. `conflict`: it is kept beside the shown one, for the record. */
export type Verdict = "replace" | "keep" | "conflict";

/**
 * The rules, in order:
 *
 * 1. An older report never replaces a newer one.
 * 2. A newer one replaces an older one; but a METAR `NIL` carries no observation, so that the last
 *    observation stays with its true age.
 * 3. At the same time: the same text is the same report, shown as the preferred provider's; what says something wins over `NIL`; a correction
 *    wins over what it corrects, and `CCB` over `CCA`; a SPECI wins over a METAR, an amendment over the TAF
 *    that it amends. What another provider says instead is kept as a conflict.
 * 4. Otherwise two texts claim the same: the preferred provider is shown, from one provider what it sent
 *    later; the other text is kept as a conflict.
 */
export function decide(held: Contender | undefined, next: Contender): Verdict {
  if (held === undefined) return "replace";
  if (held.text === next.text && next.observedAt === held.observedAt) {
    return next.provider < held.provider ? "replace" : "keep";
  }
  if (next.observedAt < held.observedAt) return "keep";
  if (next.observedAt > held.observedAt) {
    return next.nil && !held.nil && !next.nilReplaces ? "keep" : "replace";
  }
  if (held.nil !== next.nil) return next.nil ? "keep" : "replace";
  const rank = compareRank(next, held);
  if (rank > 0) return "replace";
  if (rank < 0) return next.provider === held.provider ? "keep" : "conflict";
  if (next.provider !== held.provider) {
    return next.provider < held.provider ? "replace" : "conflict";
  }
  return next.receivedAt > held.receivedAt ? "replace" : "conflict";
}

function compareRank(a: Contender, b: Contender): number {
  if (a.correction !== b.correction) {
    if (a.correction === null) return -1;
    if (b.correction === null) return 1;
    return a.correction > b.correction ? 1 : -1;
  }
  return Number(a.special) - Number(b.special);
}
