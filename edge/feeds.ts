/**
 * `GET /api/v1/feeds`: how the sources of the reports are doing.
 *
 * @module
 */
import { feedKeyOf } from "../lib/products/product.ts";
import type { FeedState } from "../lib/store/world.ts";
import { toIso } from "../lib/time/mod.ts";
import { noParameters } from "./parameters.ts";
import { defineResource } from "./resource.ts";

/** A feed's state; what an operator may read of an error stays in the log and is not told here. */
export function presentFeed(feed: FeedState) {
  return {
    feed: feedKeyOf(feed),
    product: feed.product,
    provider: feed.provider,
    attemptedAt: feed.attemptedAt === null ? null : toIso(feed.attemptedAt),
    succeededAt: feed.succeededAt === null ? null : toIso(feed.succeededAt),
    failing: feed.error !== null,
    count: feed.count,
    backup: feed.backup === true,
  };
}

export const feedsResource = defineResource({
  path: "/v1/feeds",
  operationId: "getFeeds",
  tag: "Service",
  summary: "State of the feeds",
  description:
    "When each source was last asked, when it last answered, and how many reports it gave.",
  params: noParameters,
  query: noParameters,
  representations: {
    json: { write: (answer) => JSON.stringify(answer) + "\n" },
  },
  read: (_input, api) => {
    const { world } = api.reports;
    const feeds = world.feeds();
    return {
      value: { simulated: world.simulated, feeds: feeds.map(presentFeed) },
      // A feed is asked without the world's version moving, so this is made anew at each question.
      changesAt: 0,
      limitAt: null,
      modifiedAt: null,
    };
  },
});
