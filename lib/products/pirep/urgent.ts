/**
 * Urgent by content (AIM 7-1-18): whatever the type says, these are hazards that others must hear of.
 *
 * @module
 */
import type { Source } from "../product.ts";
import type { Pirep, UrgentReason } from "./model.ts";

type Draft = Pick<Pirep, "turbulence" | "icing" | "weather" | "remarks">;
type Because = { readonly reason: UrgentReason; readonly source: Source };

/** Words of remarks that name a hazard. Matched as whole words: `WATERSPOUT` yes, `FCST` no. */
const WORDS: readonly { readonly words: RegExp; readonly reason: UrgentReason }[] = [
  { words: /\b(?:TORNADO(?:ES)?|FUNNEL|WATERSPOUTS?)\b/, reason: "tornado" },
  { words: /\bHAIL\b/, reason: "hail" },
  { words: /\b(?:VOLCANIC|VA)\b/, reason: "volcanicAsh" },
];
/** Low-level wind shear with a gain or loss of 10 kt or more. */
const SHEAR = /\bLLWS\b/;
const GAIN = /[+-](?:\/?-?)(\d{2,3})/;

/** Why the report counts as urgent; empty for a routine one. */
export function urgentReasons(report: Draft, type: Source | null): Because[] {
  const found: Because[] = type === null ? [] : [{ reason: "reportType", source: type }];
  for (const entry of report.turbulence) {
    if ([entry.intensity, entry.intensityTo].some((i) => i === "severe" || i === "extreme")) {
      found.push({ reason: "turbulence", source: entry.source });
    }
  }
  for (const entry of report.icing) {
    if ([entry.intensity, entry.intensityTo].includes("severe")) {
      found.push({ reason: "icing", source: entry.source });
    }
  }
  for (const phenomenon of report.weather) {
    const reason = phenomenon.types.includes("FC")
      ? "tornado"
      : phenomenon.types.some((t) => t === "GR" || t === "GS")
      ? "hail"
      : phenomenon.types.includes("VA")
      ? "volcanicAsh"
      : null;
    if (reason !== null) found.push({ reason, source: phenomenon.source });
  }
  const remarks = report.remarks;
  if (remarks !== null) {
    for (const { words, reason } of WORDS) {
      if (words.test(remarks.text)) found.push({ reason, source: remarks.source });
    }
    const shear = SHEAR.exec(remarks.text);
    const gain = shear ? GAIN.exec(remarks.text.slice(shear.index)) : null;
    if (gain && Number(gain[1]) >= 10) {
      found.push({ reason: "lowLevelWindShear", source: remarks.source });
    }
  }
  return found;
}
