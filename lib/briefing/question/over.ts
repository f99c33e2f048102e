/**
 * Warnings over an aerodrome at a time, and how complete the lists of them are.
 *
 * @module
 */
import type { Station } from "../../stations/station.ts";
import { MINUTE_MS, toIso } from "../../time/mod.ts";
import { comesWithin, type Shape } from "../corridor/shape.ts";
import { arcOf } from "../route/arc.ts";
import { toVector } from "../route/vector.ts";
import { OLD_LIST_MS } from "../sections/adverse.ts";
import {
  afterMoving,
  type FoundWarning,
  WARNING_PRODUCTS,
  warningFact,
  type WarningProduct,
} from "../sections/warnings.ts";
import { type Warning, warningsOf } from "../sections/warnings_read.ts";
import type { Asked } from "./asked.ts";

/** An area counts where it lies so near: the vicinity of an aerodrome (8 km, ICAO Annex 3). */
const WITHIN_NM = 5;
/** A warning that ends or begins so close to the time asked for counts. */
const MARGIN_MS = 30 * MINUTE_MS;

/** Adds the warnings over `station`; with `withLists` what each list held, or that it is not there. */
export function warningsOver(station: Station, withLists: boolean, asked: Asked): void {
  const { sources: { reports, periodOf }, facts, intent } = asked;
  const at = toVector(station);
  const place = arcOf(at, at);
  const touches = (shape: Shape) => comesWithin(place, shape, WITHIN_NM);
  let unplaced = 0;
  for (const product of WARNING_PRODUCTS) {
    let count = 0;
    for (const held of reports.hazards(product)) {
      const whole = periodOf(product, held);
      for (const warning of warningsOf(product, held)) {
        if (warning.phenomenon === "freezingLevel") continue;
        const span = spanOf(warning, whole);
        if (!meets(warning, span, intent.from, intent.to)) continue;
        if (warning.shapes === null) {
          unplaced++;
          continue;
        }
        const isStill = warning.shapes.some(touches);
        const moved = () => afterMoving(warning, span.from, intent.from, intent.to).some(touches);
        if (!isStill && !moved()) continue;
        count++;
        const found: FoundWarning = {
          warning,
          stretch: null,
          passing: intent,
          span,
          byMovement: !isStill,
        };
        facts.add(warningFact(found, asked, { station: station.id, withinNm: WITHIN_NM }));
      }
    }
    if (withLists) list(product, count, station, asked);
  }
  if (withLists && unplaced > 0) {
    facts.add({
      key: `warnings:${station.id}:unplaced`,
      section: "adverseConditions",
      kind: "excluded",
      station: station.id,
      values: [{ name: "more", value: unplaced, unit: "count" }],
      details: { what: "unplaced" },
    });
  }
}

function spanOf(warning: Warning, whole: FoundWarning["span"]): FoundWarning["span"] {
  return {
    from: warning.from === null ? whole.from : Date.parse(warning.from),
    to: warning.to === null ? whole.to : Date.parse(warning.to),
  };
}

function meets(
  { product }: Warning,
  span: FoundWarning["span"],
  from: number,
  to: number,
): boolean {
  // A snapshot holds for its own three hours and no longer.
  const margin = product === "gairmet" ? 0 : MARGIN_MS;
  return (span.from === null || span.from <= to + margin) &&
    (span.to === null || span.to > from - margin);
}

/** What a list says of its completeness: no answer is not "none", nor is an old one, nor one without a source. */
function list(
  product: WarningProduct,
  count: number,
  { id }: Station,
  { sources: { reports }, facts, now }: Asked,
): void {
  const feed = reports.feed(product);
  const at = feed?.succeededAt ?? null;
  const base = { section: "adverseConditions" as const, station: id };
  const times = at === null ? [] : [{ name: "retrieved", at: toIso(at) }];
  const lacking = (reason: string) =>
    facts.add({
      ...base,
      key: `retrieval:${product}:${reason}`,
      kind: "unavailable",
      times,
      details: { what: product, reason },
    });
  if (at === null) return void lacking("neverRetrieved");
  if (count === 0) {
    facts.add({
      ...base,
      key: `retrieval:${product}`,
      kind: "none",
      times,
      details: { what: `${product}Over` },
    });
  }
  if (now - at > OLD_LIST_MS) lacking("old");
  if (feed?.never) lacking("part");
}
