/**
 * The feeds of the sources that are asked by station: they rest until failover has something to ask.
 *
 * @module
 */
import type { AskedProduct, Feed, FeedAnswer, StationSource } from "../providers/mod.ts";
import { MINUTE_MS } from "../time/mod.ts";
import type { Failover } from "./failover.ts";

const PRODUCTS: readonly AskedProduct[] = ["metar", "taf"];

/** A feed for each source and product; each rests while `failover` has no station for it. */
export function createBackupFeeds(
  failover: Failover,
  sources: readonly StationSource[],
  intervalMs = MINUTE_MS,
): readonly Feed[] {
  return sources.flatMap((source) =>
    PRODUCTS.map((product) => createFeed(failover, source, product, intervalMs))
  );
}

function createFeed(
  failover: Failover,
  source: StationSource,
  product: AskedProduct,
  intervalMs: number,
): Feed {
  let asked: readonly string[] = [];
  return {
    product,
    key: `${source.name}.${product}`,
    provider: source.provider,
    backup: true,
    intervalMs,
    content: "latest",
    async fetch(signal): Promise<FeedAnswer> {
      asked = failover.due(product, source);
      if (asked.length === 0) return { kind: "idle" };
      const answer = await source.ask(product, asked, signal);
      if (answer.kind === "waiting") {
        failover.noteWaiting(product, source);
        return { kind: "idle" };
      }
      const served = answer.kind === "reports"
        ? answer.reports.filter(({ statedAt }) => failover.isRecent(product, statedAt))
          .flatMap(({ stationId }) => stationId ?? [])
        : null;
      failover.note(product, source, asked, served);
      return answer;
    },
    // What it gave made no sense: the next one's turn.
    forget: () => failover.note(product, source, asked, null),
  };
}
