/**
 * What changed between two METARs, in words: for "since you last looked".
 *
 * @module
 */
import type { Change } from "../derive/changes.ts";
import type { Quantity } from "../units/mod.ts";
import {
  bearingText,
  degreesText,
  fractionText,
  heightText,
  pressureTexts,
  speedText,
  visibilityText,
} from "./quantities.ts";
import type { Viewer } from "./viewer.ts";

/** One change, and whether it is for the better. */
export interface ChangeLine {
  readonly text: string;
  readonly direction: "better" | "worse" | null;
}

/** The change in a line: `Ceiling: none → 800 ft, across 1,000 ft, 3,000 ft`. */
export function changeLine(change: Change, v: Viewer): ChangeLine {
  const { direction, crossed } = change;
  const text = textOf(change, v);
  return {
    text: crossed === undefined ? text : v.t("changes.crossed", {
      change: text,
      limits: crossed.map((limit) => limitText(change, limit, v)).join(", "),
    }),
    direction: direction === "better" || direction === "worse" ? direction : null,
  };
}

function textOf(change: Change, v: Viewer): string {
  const { element, before, after } = change;
  if (element === "hazard") {
    return after === null
      ? v.t("changes.ended", { what: codesOf(change.sources.before, before) })
      : v.t("changes.begun", { what: codesOf(change.sources.after, after) });
  }
  return v.t("changes.was", {
    what: v.t(`changes.${element}`),
    before: valueText(change, before, v),
    after: valueText(change, after, v),
  });
}

/** The groups that say so: the same in every language. */
function codesOf(sources: Change["sources"]["before"], name: string | number | null): string {
  const texts = [...new Set(sources.map(({ text }) => text))];
  return texts.length === 0 ? String(name) : texts.join(" ");
}

function valueText({ element, unit }: Change, value: string | number | null, v: Viewer): string {
  if (value === null) return v.t("changes.notKnown");
  if (value === "none" || value === "") return v.t("changes.none");
  if (typeof value === "string") return value;
  switch (unit) {
    case "ft":
      return heightText({ value, unit }, v);
    case "m": {
      const seen: Quantity<"m"> = value >= 10_000
        ? { value: 10_000, unit, bound: "atLeast" }
        : { value, unit };
      return visibilityText(seen, v);
    }
    case "kt":
      return element === "gust" && value === 0
        ? v.t("changes.none")
        : speedText({ value, unit }, v);
    case "deg":
      return bearingText(value);
    case "degC":
      return degreesText(value, v);
    case "hPa":
      return pressureTexts({ value, unit }, v)[0];
    case undefined:
      return String(value);
  }
}

/** Limits of ceilings are in feet, those of visibility in statute miles. */
function limitText({ element }: Change, limit: number, v: Viewer): string {
  return element === "ceiling"
    ? heightText({ value: limit, unit: "ft" }, v)
    : `${fractionText(limit)} SM`;
}
