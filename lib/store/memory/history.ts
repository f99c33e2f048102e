/**
 * The history in memory.
 *
 * @module
 */
import { decodeHistory, encodeHistory } from "../shared/codec.ts";
import { knownSince } from "../shared/history_range.ts";
import { entrySeries, reportId, seriesOf, timeKey } from "../shared/ids.ts";
import type { History, HistoryEntry } from "../shared/port.ts";
import { pageOf } from "./pages.ts";

/** A history that is gone with the process. */
export function createMemoryHistory(): History {
  /** By series, by id. */
  const series = new Map<string, Map<string, HistoryEntry>>();
  return {
    // deno-lint-ignore require-await -- a rejection and not a throw
    async append(entries) {
      let added = 0;
      for (const entry of entries) {
        const name = entrySeries(entry);
        const reports = series.get(name) ?? new Map<string, HistoryEntry>();
        series.set(name, reports);
        const id = reportId(entry.raw, entry.observedAt);
        if (reports.has(id)) continue;
        reports.set(id, decodeHistory(encodeHistory(entry)));
        added++;
      }
      return added;
    },
    query({ product, stationId, from, to, knownAt = Infinity, limit, cursor = null }) {
      const found = [...series.get(seriesOf(product, stationId)) ?? []]
        .filter(([id, { observedAt, raw }]) =>
          observedAt >= from && observedAt <= to && knownSince(raw) <= knownAt &&
          (cursor === null || id < cursor)
        )
        .sort((a, b) => a[0] < b[0] ? 1 : -1);
      const some = found.slice(0, limit);
      return Promise.resolve({
        entries: some.map(([, entry]) => entry),
        next: found.length > limit ? some.at(-1)![0] : null,
      });
    },
    scan(cursor, limit) {
      const all = [...series].flatMap(([name, reports]) =>
        [...reports].map(([id, entry]) => [`${name} ${id}`, entry] as const)
      );
      return Promise.resolve(pageOf(all, cursor, limit));
    },
    sweep(before) {
      let removed = 0;
      for (const [name, reports] of series) {
        for (const id of reports.keys()) {
          if (id < timeKey(before) && reports.delete(id)) removed++;
        }
        if (reports.size === 0) series.delete(name);
      }
      return Promise.resolve(removed);
    },
  };
}
