import { ageWords, timeWords } from "../time_words.ts";
import { t } from "../viewer.ts";
import type { FeedModel } from "./feed_model.ts";

/** The name of a provider, with the mark of simulated weather. */
export function providerName(feed: { readonly provider: string; readonly simulated: boolean }) {
  const name = feed.provider.toUpperCase();
  return feed.simulated ? t("feed.simulated", { provider: name }) : name;
}

/** The state of a feed in a line: never, out of date, or when it was received. */
export function feedText(feed: FeedModel, now: number): string {
  if (feed.kind === "never") return `${t("feed.never")} ${t("feed.neverMeans")}`;
  const values = {
    provider: providerName(feed),
    time: timeWords(feed.receivedAt, now),
    age: ageWords(feed.ageMs),
  };
  switch (feed.kind) {
    case "partial":
      return `${t("feed.partial", { missing: feed.missing.join(", ") })} ${
        t("feed.current", values)
      }.`;
    case "old":
      return `${t("feed.old", values)} ${t("feed.oldMeans")}`;
    case "current":
      return t("feed.current", values);
  }
}

/** What is seen at once: a hatched box with a question mark where nothing is known, a notice where it is old. */
export function FeedState({ feed, now }: { feed: FeedModel; now: number }) {
  if (feed.kind === "never") {
    return (
      <p class="nodata" role="note">
        <b aria-hidden="true">?</b> {feedText(feed, now)}
      </p>
    );
  }
  return feed.kind !== "current"
    ? <p class="banner bad" role="note">{feedText(feed, now)}</p>
    : <p class="soft">{feedText(feed, now)}</p>;
}
