/**
 * Past reports of KJFK for pages with a trend.
 *
 * @module
 */
import { metar } from "../../lib/products/metar/mod.ts";
import type { PastMetars } from "../../lib/reports/history.ts";
import { MINUTE_MS } from "../../lib/time/mod.ts";

/** A day of hourly reports of KJFK before `end`, the ceiling lower from hour to hour. */
export function dayOfReports(end: number): PastMetars {
  const reports = Array.from({ length: 24 }, (_, hour) => {
    const observedAt = end - (24 - hour) * 60 * MINUTE_MS;
    const at = new Date(observedAt).toISOString();
    const time = at.slice(8, 10) + at.slice(11, 13) + at.slice(14, 16);
    const height = String(50 - 2 * hour).padStart(3, "0");
    const text = `METAR KJFK ${time}Z 27010KT 10SM BKN${height} 10/05 A2992`;
    const decoded = metar.decode(text, { receivedAt: observedAt });
    const raw = {
      product: "metar" as const,
      text,
      stationId: "KJFK",
      provider: "awc",
      receivedAt: observedAt,
      simulated: false,
    };
    return { raw, decoded, observedAt };
  });
  return { kind: "reports", reports, all: reports, isComplete: true, gap: "none" };
}
