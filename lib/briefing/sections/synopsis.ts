/**
 * 3. Synopsis: no text of it is published here, so that what is held is told: pressure along the route, categories.
 *
 * @module
 */
import { FLIGHT_CATEGORIES } from "../../derive/category.ts";
import { toIso } from "../../time/mod.ts";
import { toPressure } from "../../units/mod.ts";
import type { Context } from "../context.ts";
import { factValue } from "../elements.ts";
import { factSource } from "../report_book.ts";

const SECTION = "synopsis" as const;

/** Adds the section. */
export function synopsis(context: Context): void {
  const { facts } = context;
  facts.add({
    key: "synopsis:text",
    section: SECTION,
    kind: "unavailable",
    details: { what: "synopsisText", reason: "notIncluded" },
  });
  pressurePattern(context);
  categoryCount(context);
}

/** Lowest and highest altimeter setting of the corridor. */
function pressurePattern({ stations, book, facts }: Context): void {
  const known = stations.flatMap(({ station, observed }) => {
    if (observed === null || observed.metar.decoded.qnh.kind !== "value") return [];
    const { metar } = observed;
    const { qnh } = observed.metar.decoded;
    return [{ station, metar, qnh, hPa: toPressure(qnh, "hPa") }];
  }).sort((a, b) => a.hPa - b.hPa);
  const [lowest, highest] = [known[0], known.at(-1)];
  if (lowest === undefined || highest === undefined || known.length < 2) return;
  const parts = [["lowest", lowest], ["highest", highest]] as const;
  const cited = parts.map(([name, { metar, qnh, station }]) => {
    const report = book.key(metar, metar.freshness.state, station.id);
    return { report, value: factValue(name, qnh, factSource(report, qnh.source)) };
  });
  facts.add({
    key: "pressure",
    section: SECTION,
    kind: "pressurePattern",
    values: cited.map(({ value }) => value),
    times: parts.map(([name, { metar }]) => ({ name, at: toIso(metar.observedAt) })),
    words: [lowest.station.id, highest.station.id],
    details: { lowestAt: lowest.station.id, highestAt: highest.station.id },
    reports: cited.map(({ report }) => report),
    sources: cited.flatMap(({ value }) => value.source ?? []),
  });
}

/** How many stations of the corridor report each category; those whose category is not known are counted as such. */
function categoryCount({ stations, facts }: Context): void {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { observed } of stations) {
    if (observed === null) continue;
    const name = observed.category ?? "unknown";
    counts.set(name, (counts.get(name) ?? 0) + 1);
    total++;
  }
  if (total === 0) {
    facts.add({
      key: "categories",
      section: SECTION,
      kind: "unavailable",
      details: { what: "observations", reason: "noReports" },
    });
    return;
  }
  const present = [...FLIGHT_CATEGORIES, "unknown"].filter((name) => counts.has(name));
  facts.add({
    key: "categories",
    section: SECTION,
    kind: "categoryCount",
    values: [
      { name: "total", value: total, unit: "count" },
      ...present.map((name) => ({ name, value: counts.get(name)!, unit: "count" as const })),
    ],
    words: present.filter((name) => name !== "unknown"),
  });
}
