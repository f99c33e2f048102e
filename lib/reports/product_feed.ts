/**
 * The feeds of a product as one.
 *
 * @module
 */
import { feedKeyOf, type FeedName } from "../products/product.ts";
import type { FeedState } from "../store/mod.ts";

/** State of all feeds of a product together: as good as the worst of them. */
export interface ProductFeed extends FeedState {
  /** Keys of its feeds that have never answered, where others have: the product is known in part only. */
  readonly never?: readonly string[];
}

/**
 * `feeds` of `product` as one state, or `undefined` where there is none: it succeeded when the one that has been
 * silent for longest did, it fails while one fails. Feeds that are asked in need only do not count.
 */
export function productFeed(
  feeds: readonly FeedState[],
  product: FeedName,
): ProductFeed | undefined {
  const own = feeds.filter((feed) => feed.product === product && feed.backup !== true);
  if (own.length < 2) return own[0];
  const succeeded = own.flatMap(({ succeededAt }) => succeededAt ?? []);
  const attempted = own.flatMap(({ attemptedAt }) => attemptedAt ?? []);
  const never = own.filter((feed) => feed.succeededAt === null).map(feedKeyOf);
  return {
    product,
    provider: own[0]!.provider,
    attemptedAt: attempted.length > 0 ? Math.max(...attempted) : null,
    succeededAt: succeeded.length > 0 ? Math.min(...succeeded) : null,
    error: own.find((feed) => feed.error !== null)?.error ?? null,
    count: own.reduce((sum, feed) => sum + feed.count, 0),
    ...(never.length > 0 && succeeded.length > 0 && { never }),
  };
}
