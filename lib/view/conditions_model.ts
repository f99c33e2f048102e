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
import type { ConditionsModel } from "./station_model.ts";

/** Category, items, warnings and raw text of a held METAR. */
export function conditionsModel(
  held: HeldReport<Metar> & { readonly freshness: Freshness },
  extras: Extras,
  source: string,
): ConditionsModel {
  const metar = held.decoded;
  const items = metarItems(metar, extras);
  const category = categoryModel(flightCategory(metar));
  const time = metar.observedDayTime?.source;
  const timeId = `d-t${time?.start ?? "ime"}`;
  const targets = new Map<number, string>(time === undefined ? [] : [[time.start, timeId]]);
  for (const item of items) {
    for (const { start } of item.sources) if (!targets.has(start)) targets.set(start, item.id);
  }
  const remarks = remarkMeanings(metar);
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
    reportType: metar.reportType,
    observedAt: held.observedAt,
    freshness: held.freshness.state,
    changes: held.freshness.changes,
    timeId,
    category,
    items,
    raw: rawModel(metar, tokens, targets),
    // A remark that is part of an item already has its place.
    remarks: remarks.filter((remark) => !shown.has(remark.source.start)),
    warnings: warningsOf(metar),
    source,
  };
}

/** What a reader might otherwise take for good weather or for the latest word. */
function warningsOf(metar: Metar): string[] {
  const warnings = metar.remarks.flatMap((remark) => sensorWarning(remark));
  if (metar.nil) warnings.push("NIL: the station sent no observation.");
  if (metar.presentWeather.kind === "notObservable") {
    warnings.push("The station cannot tell the present weather: none shown does not mean none.");
  }
  if (metar.maintenanceNeeded) warnings.push("The station says it needs maintenance ($).");
  if (metar.corrected) warnings.push("This is a corrected report (COR).");
  return warnings;
}

const SENSORS: Record<Extract<Remark, { kind: "sensorStatus" }>["sensor"], string> = {
  runwayVisualRange: "Runway visual range is not available (RVRNO).",
  presentWeather: "The present-weather sensor is out (PWINO): no weather shown does not mean none.",
  precipitation: "The rain gauge is out (PNO).",
  freezingRain: "The freezing-rain sensor is out (FZRANO): none reported does not mean none.",
  lightning: "The lightning sensor is out (TSNO): none reported does not mean no thunderstorm.",
  visibility: "A second visibility sensor is out (VISNO).",
  ceiling: "A second ceiling sensor is out (CHINO).",
  seaLevelPressure: "Sea-level pressure is not available (SLPNO).",
};

function sensorWarning(remark: Remark): string[] {
  if (remark.kind !== "sensorStatus") return [];
  const place = remark.place === undefined ? "" : ` At ${remark.place}.`;
  return [SENSORS[remark.sensor] + place];
}
