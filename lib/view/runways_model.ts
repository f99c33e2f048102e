import { preferredRunway, toMagnetic, type WindOnEnd, windOnRunways } from "../derive/mod.ts";
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
  variation: number | null = null,
): RunwaysModel {
  const shown = runways.filter((runway) => runway.ends.some((end) => end.trueHeading !== null));
  const missing: SurfaceWind = wind ?? { kind: "notReported" };
  const best = preferredRunway(missing, shown)?.designator ?? null;
  const ends = windOnRunways(missing, shown).filter((end) => end.trueHeading !== null);
  const bestLimits = ends.find((end) => end.designator === best);
  return {
    rows: ends.map((end) => row(end, end.designator === best, variation, v)).sort(byHeadwind),
    note: noteFor(missing, shown.length > 0, v),
    summary: bestLimits === undefined ? null : summaryOf(bestLimits, v),
    rose: shown.length === 0 ? null : rose(missing, shown, best, bestLimits, v),
    windText: windText(missing, variation, v),
  };
}

/** Best first, then by headwind; without one, in the order of the runways. */
function byHeadwind(a: RunwayRow, b: RunwayRow): number {
  return Number(b.best) - Number(a.best) || (b.headKt ?? 0) - (a.headKt ?? 0);
}

function row(end: WindOnEnd, best: boolean, variation: number | null, v: Viewer): RunwayRow {
  const base = {
    designator: end.designator,
    trueHeading: end.trueHeading ?? 0,
    magneticHeading: end.trueHeading === null || variation === null
      ? null
      : toMagnetic(end.trueHeading, variation),
    gust: null,
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
        gust: end.wind.gust === undefined
          ? null
          : `${headText(end.wind.gust.head, v)} / ${crossText(end.wind.gust.cross, v)}`,
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
  bestEnd: WindOnEnd | undefined,
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
    components: componentsOf(bestEnd, v),
    label: v.t("runways.picture", { names }) +
      (from === null ? "" : v.t("runways.windFrom", { direction: bearingText(from) })),
  };
}

/** `Wind 300° true, 313° magnetic.` */
function windText(wind: SurfaceWind, variation: number | null, v: Viewer): string | null {
  if (wind.kind !== "wind" || variation === null) return null;
  return v.t("runways.windTrue", {
    true: bearingText(wind.direction.value),
    magnetic: bearingText(toMagnetic(wind.direction.value, variation)),
  });
}

type Components = NonNullable<NonNullable<RunwaysModel["rose"]>["components"]>;

/** Head and cross on the best runway: with gusts in brackets, and as shares of the strongest wind. */
function componentsOf(end: WindOnEnd | undefined, v: Viewer): Components | null {
  if (end === undefined || end.wind.kind !== "components") return null;
  const { mean, gust } = end.wind;
  const strongest = Math.hypot((gust ?? mean).head.value, (gust ?? mean).cross.value);
  const share = (value: number) => strongest === 0 ? 0 : value / strongest;
  const text = (name: "head" | "cross", value: (part: typeof mean) => string) => {
    const gusts = gust === undefined ? "" : ` (${value(gust)})`;
    return `${v.t(`runways.${name}`)} ${value(mean)}${gusts}`;
  };
  return {
    runway: end.designator,
    heading: end.trueHeading ?? 0,
    head: text("head", (part) => headText(part.head, v)),
    cross: text("cross", (part) => crossText(part.cross, v)),
    headShare: share(mean.head.value),
    crossShare: share(mean.cross.value),
  };
}
