/**
 * The latest METAR worked out for the page.
 *
 * @module
 */
import { flightCategory, type Freshness } from "../derive/mod.ts";
import type { HeldReport } from "../products/raw_report.ts";
import type { Metar } from "../products/metar/model.ts";
import type { Remark } from "../products/metar/remarks_model.ts";
import type { Source } from "../products/product.ts";
import { categoryModel } from "./category_model.ts";
import { type Extras, metarItems, uniqueSources } from "./items.ts";
import { rawModel } from "./raw_model.ts";
import { remarkMeanings } from "./remarks_model.ts";
import { ruleModel } from "./rule_model.ts";
import type { ConditionsModel, Latest } from "./station_model.ts";
import { DEFAULT_VIEWER, type Viewer } from "./viewer.ts";

type Current = HeldReport<Metar> & { readonly freshness: Freshness };

/** What of a held METAR changes with the minutes, and what a page has to know at once. */
export function latestOf({ raw, decoded, observedAt, freshness }: Current, source: string): Latest {
  return {
    reportType: decoded.reportType,
    observedAt,
    freshness: freshness.state,
    changes: freshness.changes,
    timeId: timeIdOf(decoded),
    text: raw.text,
    source,
  };
}

function timeIdOf({ observedDayTime }: Metar): string {
  return `d-t${observedDayTime?.source.start ?? "ime"}`;
}

/** Category, items, warnings and raw text of a held METAR. */
export function conditionsModel(
  held: Current,
  extras: Extras,
  source: string,
  v: Viewer = DEFAULT_VIEWER,
): ConditionsModel {
  const metar = held.decoded;
  const items = metarItems(metar, extras, v);
  const category = categoryModel(flightCategory(metar), v);
  const time = metar.observedDayTime?.source;
  const timeId = timeIdOf(metar);
  const targets = new Map<number, string>(time === undefined ? [] : [[time.start, timeId]]);
  for (const item of items) {
    for (const { start } of item.sources) if (!targets.has(start)) targets.set(start, item.id);
  }
  const remarks = remarkMeanings(metar, v);
  for (const { source: { start } } of remarks) {
    if (!targets.has(start)) targets.set(start, `d-t${start}`);
  }
  const shown = new Set(items.flatMap((item) => item.sources.map(({ start }) => start)));
  const tokens: Source[] = uniqueSources([
    ...(time === undefined ? [] : [time]),
    ...items.flatMap((item) => item.sources),
    ...metar.remarks.map((remark) => remark.source),
  ]);
  return {
    ...latestOf(held, source),
    category,
    rule: ruleModel(metar, extras.oktas ?? 5, v),
    items,
    raw: rawModel(metar, tokens, targets),
    // A remark that is part of an item already has its place.
    remarks: remarks.filter((remark) => !shown.has(remark.source.start)),
    warnings: warningsOf(metar, v),
  };
}

/** What a reader might otherwise take for good weather or for the latest word. */
function warningsOf(metar: Metar, v: Viewer): string[] {
  const warnings = metar.remarks.flatMap((remark) => sensorWarning(remark, v));
  if (metar.nil) warnings.push(v.t("warning.nil"));
  if (metar.presentWeather.kind === "notObservable") {
    warnings.push(v.t("warning.weather"));
  }
  if (metar.maintenanceNeeded) warnings.push(v.t("warning.maintenance"));
  if (metar.corrected) warnings.push(v.t("warning.corrected"));
  return warnings;
}

function sensorWarning(remark: Remark, v: Viewer): string[] {
  if (remark.kind !== "sensorStatus") return [];
  const place = remark.place === undefined ? "" : v.t("warning.place", { place: remark.place });
  return [v.t(`sensor.${remark.sensor}`) + place];
}
