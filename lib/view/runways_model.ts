import { preferredRunway, type WindOnEnd, windOnRunways } from "../derive/mod.ts";
import type { SurfaceWind } from "../products/metar/model.ts";
import type { Quantity } from "../units/mod.ts";
import type { Runway } from "../stations/station.ts";
import { bearingText, grouped } from "./quantities.ts";
import type { RunwayRow, RunwaysModel } from "./station_model.ts";

/** Runways drawn at most: an aerodrome has up to eight or so; more would hide each other. */
const MAX_DRAWN = 8;

/** The wind on each runway direction in words, and the picture of it. `wind` is null without a usable report. */
export function runwaysModel(wind: SurfaceWind | null, runways: readonly Runway[]): RunwaysModel {
  const shown = runways.filter((runway) => runway.ends.some((end) => end.trueHeading !== null));
  const missing: SurfaceWind = wind ?? { kind: "notReported" };
  const best = preferredRunway(missing, shown)?.designator ?? null;
  const ends = windOnRunways(missing, shown).filter((end) => end.trueHeading !== null);
  const bestLimits = ends.find((end) => end.designator === best);
  return {
    rows: ends.map((end) => row(end, end.designator === best)).sort(byHeadwind),
    note: noteFor(missing, shown.length > 0),
    summary: bestLimits === undefined ? null : summaryOf(bestLimits),
    rose: shown.length === 0 ? null : rose(missing, shown, best),
  };
}

/** Best first, then by headwind; without one, in the order of the runways. */
function byHeadwind(a: RunwayRow, b: RunwayRow): number {
  return Number(b.best) - Number(a.best) || (b.headKt ?? 0) - (a.headKt ?? 0);
}

function row(end: WindOnEnd, best: boolean): RunwayRow {
  const base = {
    designator: end.designator,
    trueHeading: end.trueHeading ?? 0,
    approximate: end.headingSource === "designator",
    length: end.length === null ? "–" : `${grouped(Math.round(end.length.value))} ft`,
    best,
    headKt: null,
  };
  switch (end.wind.kind) {
    case "components":
      return {
        ...base,
        head: headText(end.wind.mean.head),
        cross: crossText(end.wind.mean.cross),
        worstCross: whole(end.wind.limits.crosswind),
        headKt: end.wind.mean.head.value,
      };
    case "variable": {
      const upTo = whole(end.wind.limits.crosswind);
      return { ...base, head: "any", cross: `≤ ${upTo}`, worstCross: upTo };
    }
    case "calm":
      return { ...base, head: "calm", cross: "calm", worstCross: "calm" };
    case "unknown":
      return { ...base, head: "?", cross: "?", worstCross: "?" };
  }
}

/** `Best headwind: 31L, 14 kt head, 5 kt from the left, gusts to 8 kt across`. */
function summaryOf(end: WindOnEnd): string | null {
  if (end.wind.kind !== "components") return null;
  const { mean, limits } = end.wind;
  const parts = [`runway ${end.designator}: head ${whole(mean.head)} kt`];
  if (Math.abs(mean.cross.value) >= 0.5) {
    parts.push(`cross ${whole(mean.cross)} kt from the ${mean.cross.value > 0 ? "right" : "left"}`);
  } else parts.push("no crosswind");
  if (limits.crosswind.value > Math.abs(mean.cross.value) + 0.5) {
    parts.push(`up to ${whole(limits.crosswind)} kt across in gusts or shifts`);
  }
  return `Best headwind, ${parts.join(", ")}`;
}

function whole(speed: Quantity<"kt">): string {
  const text = String(Math.round(Math.abs(speed.value)));
  return speed.bound === "atLeast" ? `${text}+` : text;
}

function headText(head: Quantity<"kt">): string {
  const text = whole(head);
  return head.value < 0 && text !== "0" ? `tail ${text}` : text;
}

function crossText(cross: Quantity<"kt">): string {
  const text = whole(cross);
  if (text === "0") return text;
  return `${text} ${cross.value > 0 ? "R" : "L"}`;
}

function noteFor(wind: SurfaceWind, hasRunways: boolean): string {
  if (!hasRunways) return "No runway headings are known here, so there is no crosswind to show.";
  const advice = "A suggestion from the wind alone: the runway in use comes from ATC or ATIS.";
  switch (wind.kind) {
    case "wind":
      return advice;
    case "calm":
      return "The wind is calm: no runway is preferred.";
    case "variable":
      return "The direction varies: the crosswind may be as much as the wind itself, on any runway.";
    default:
      return "The wind is missing, so there are no components. That is not calm.";
  }
}

function rose(
  wind: SurfaceWind,
  runways: readonly Runway[],
  best: string | null,
): NonNullable<RunwaysModel["rose"]> {
  const drawn = runways.slice(0, MAX_DRAWN).flatMap(({ ends }) => {
    const first = ends.find((end) => end.trueHeading !== null);
    if (first === undefined || first.trueHeading === null) return [];
    const other = ends.find((end) => end !== first);
    return [{
      ends: [first.designator, other?.designator ?? ""] as const,
      heading: first.trueHeading,
      best: ends.some((end) => end.designator === best),
    }];
  });
  const from = wind.kind === "wind" ? wind.direction.value : null;
  const sector = "sector" in wind && wind.sector
    ? [wind.sector.from.value, wind.sector.to.value] as const
    : null;
  const names = drawn.map(({ ends }) => ends.filter((end) => end !== "").join("/")).join(", ");
  return {
    runways: drawn,
    windFrom: from,
    sector,
    label: `Runways ${names}, true north up${
      from === null ? "" : `; wind from ${bearingText(from)} true`
    }`,
  };
}
