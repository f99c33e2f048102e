/**
 * How a feed is doing: that nothing has come is never told like that there is nothing.
 *
 * @module
 */
import { MINUTE_MS } from "../../time/mod.ts";

/** What is known of a feed. Instants in milliseconds since the epoch. */
export interface FeedFacts {
  readonly provider: string;
  /** Last accepted answer, `null` for never; of several sources, of the one silent for longest. */
  readonly succeededAt: number | null;
  /** Of several sources, those that have never answered. */
  readonly never?: readonly string[];
}

/**
 * `never`: no answer since the start; `partial`: one of several sources has never answered; `old`: the last answer
 * is too old to say "none".
 */
export type FeedModel =
  | { readonly kind: "never" }
  | {
    readonly kind: "partial" | "old" | "current";
    /** For `partial`, who has not answered. */
    readonly missing: readonly string[];
    readonly provider: string;
    readonly simulated: boolean;
    readonly receivedAt: number;
    readonly ageMs: number;
  };

/** Feeds are asked every minute (TAF: every ten); after so long without an answer it is said, milliseconds. */
const OLD_AFTER_MS: Readonly<Record<string, number>> = {
  metar: 5 * MINUTE_MS,
  taf: 30 * MINUTE_MS,
};
const HAZARDS_OLD_AFTER_MS = 15 * MINUTE_MS;

/** Whether an answer of `ageMs` milliseconds ago is too old for the feed of `product`. */
export function isFeedOld(product: string, ageMs: number): boolean {
  return ageMs > (OLD_AFTER_MS[product] ?? HAZARDS_OLD_AFTER_MS);
}

/** The state of `product`'s feed at `now`. */
export function feedModel(
  product: string,
  feed: FeedFacts | undefined,
  now: number,
  simulated: boolean,
): FeedModel {
  const receivedAt = feed?.succeededAt ?? null;
  if (feed === undefined || receivedAt === null) return { kind: "never" };
  const ageMs = now - receivedAt;
  const { provider, never: missing = [] } = feed;
  const kind = missing.length > 0 ? "partial" : isFeedOld(product, ageMs) ? "old" : "current";
  return { kind, missing, provider, simulated, receivedAt, ageMs };
}
