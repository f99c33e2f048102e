import { preferredRunway, type WindOnEnd, windOnRunways } from "../derive/mod.ts";
import type { SurfaceWind } from "../products/metar/model.ts";
import type { Quantity } from "../units/mod.ts";
import type { Runway } from "../stations/station.ts";
import { bearingText, heightText } from "./quantities.ts";
import type { RunwayRow, RunwaysModel } from "./station_model.ts";
import { DEFAULT_VIEWER, type Viewer } from "./viewer.ts";

/** Runways drawn at most: an aerodrome has up to eight or so; more would hide each other. */
const MAX_DRAWN = 8;

/** The wind on each runway direction in words, and the picture of it. `wind` is null without a usable report. */
export function runwaysModel(
  wind: SurfaceWind | null,
  runways: readonly Runway[],
  v: Viewer = DEFAULT_VIEWER,
): RunwaysModel {
  const shown = runways.filter((runway) => runway.ends.some((end) => end.trueHeading !== null));
  const missing: SurfaceWind = wind ?? { kind: "notReported" };
  const best = preferredRunway(missing, shown)?.designator ?? null;
  const ends = windOnRunways(missing, shown).filter((end) => end.trueHeading !== null);
  const bestLimits = ends.find((end) => end.designator === best);
  return {
    rows: ends.map((end) => row(end, end.designator === best, v)).sort(byHeadwind),
    note: noteFor(missing, shown.length > 0, v),
    summary: bestLimits === undefined ? null : summaryOf(bestLimits, v),
    rose: shown.length === 0 ? null : rose(missing, shown, best, v),
  };
}

/** Best first, then by headwind; without one, in the order of the runways. */
function byHeadwind(a: RunwayRow, b: RunwayRow): number {
  return Number(b.best) - Number(a.best) || (b.headKt ?? 0) - (a.headKt ?? 0);
}

function row(end: WindOnEnd, best: boolean, v: Viewer): RunwayRow {
  const base = {
    designator: end.designator,
    trueHeading: end.trueHeading ?? 0,
    approximate: end.headingSource === "designator",
    length: end.length === null
      ? "–"
      : heightText({ value: Math.round(end.length.value), unit: "ft" }, v),
    best,
    headKt: null,
  };
  switch (end.wind.kind) {
    case "components":
      return {
        ...base,
        head: headText(end.wind.mean.head, v),
        cross: crossText(end.wind.mean.cross, v),
        worstCross: whole(end.wind.limits.crosswind),
        headKt: end.wind.mean.head.value,
      };
    case "variable": {
      const upTo = whole(end.wind.limits.crosswind);
      return { ...base, head: v.t("runways.any"), cross: `≤ ${upTo}`, worstCross: upTo };
    }
    case "calm":
      return { ...base, ...calm(v.t("runways.calm")) };
    case "unknown":
      return { ...base, head: "?", cross: "?", worstCross: "?" };
  }
}

const calm = (text: string) => ({ head: text, cross: text, worstCross: text });

/** `Best headwind: 31L, 14 kt head, 5 kt from the left, gusts to 8 kt across`. */
function summaryOf(end: WindOnEnd, v: Viewer): string | null {
  if (end.wind.kind !== "components") return null;
  const { mean, limits } = end.wind;
  const side = mean.cross.value > 0 ? "runways.fromRight" : "runways.fromLeft";
  const cross = Math.abs(mean.cross.value) >= 0.5
    ? v.t(side, { speed: whole(mean.cross) })
    : v.t("runways.noCross");
  const summary = v.t("runways.summary", {
    runway: end.designator,
    head: whole(mean.head),
    cross,
  });
  return limits.crosswind.value > Math.abs(mean.cross.value) + 0.5
    ? `${summary}, ${v.t("runways.upTo", { speed: whole(limits.crosswind) })}`
    : summary;
}

function whole(speed: Quantity<"kt">): string {
  const text = String(Math.round(Math.abs(speed.value)));
  return speed.bound === "atLeast" ? `${text}+` : text;
}

function headText(head: Quantity<"kt">, v: Viewer): string {
  const text = whole(head);
  return head.value < 0 && text !== "0" ? v.t("runways.tail", { speed: text }) : text;
}

function crossText(cross: Quantity<"kt">, v: Viewer): string {
  const text = whole(cross);
  if (text === "0") return text;
  return v.t(cross.value > 0 ? "runways.right" : "runways.left", { speed: text });
}

function noteFor(wind: SurfaceWind, hasRunways: boolean, v: Viewer): string {
  if (!hasRunways) return v.t("runways.none");
  switch (wind.kind) {
    case "wind":
      return v.t("runways.advice");
    case "calm":
      return v.t("runways.isCalm");
    case "variable":
      return v.t("runways.isVariable");
    default:
      return v.t("runways.isMissing");
  }
}

function rose(
  wind: SurfaceWind,
  runways: readonly Runway[],
  best: string | null,
  v: Viewer,
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
    label: v.t("runways.picture", { names }) +
      (from === null ? "" : v.t("runways.windFrom", { direction: bearingText(from) })),
  };
}
