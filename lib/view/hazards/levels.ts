/**
 * The layer of the air that a report speaks of, in feet and in words.
 *
 * @module
 */
import type { Hazard, LevelLimit } from "../../products/hazard/model.ts";
import type { AnyReport } from "../../products/mod.ts";
import type { Pirep } from "../../products/pirep/model.ts";
import { grouped } from "../quantities.ts";
import type { Viewer } from "../viewer.ts";

/** A layer, feet; `null` where an end is open or not given. */
export interface Layer {
  readonly base: number | null;
  readonly top: number | null;
}

const FEET_PER_METRE = 1 / 0.3048;

/** Feet of a limit; the freezing level counts from where it may begin. */
function feetOf(limit: LevelLimit | null, end: "base" | "top"): number | null {
  if (limit === null) return null;
  switch (limit.kind) {
    case "surface":
      return 0;
    case "altitude":
      return limit.height.unit === "ft" ? limit.height.value : limit.height.value * FEET_PER_METRE;
    case "freezingLevel":
      return limit.range === null ? null : limit.range[end === "base" ? "low" : "high"].value;
  }
}

/** The layers of any report over an area, or the level of an aircraft; none where the report gives none. */
export function layersOf(report: AnyReport): readonly Layer[] {
  switch (report.product) {
    case "sigmet":
      return ofHazards(report.hazards);
    case "cwa":
      return ofHazards([report.hazard]);
    case "gairmet": {
      const { base, top, level } = report;
      const low = feetOf(level ?? base, "base");
      const high = feetOf(level ?? top, "top");
      return low === null && high === null ? [] : [{ base: low, top: high }];
    }
    case "pirep":
      return ofPirep(report);
    default:
      return [];
  }
}

function ofHazards(hazards: readonly Hazard[]): Layer[] {
  const given = hazards.flatMap(({ levels }) => levels.kind === "levels" ? [levels] : []);
  // A hazard without levels may be at any height, so the whole report may.
  return given.length < hazards.length
    ? []
    : given.map(({ base, top }) => ({ base: feetOf(base, "base"), top: feetOf(top, "top") }));
}

function ofPirep({ level, turbulence, icing }: Pirep): Layer[] {
  // In climb or descent it was somewhere on its way: no height rules it out.
  if (level.kind !== "level") return [];
  const bands = [...turbulence, ...icing].flatMap(({ base, top }) =>
    base === null && top === null ? [] : [{ base: base?.value ?? null, top: top?.value ?? null }]
  );
  const { altitude, to } = level;
  return [{ base: altitude.value, top: to?.value ?? altitude.value }, ...bands];
}

function limitText(limit: LevelLimit, v: Viewer): string {
  switch (limit.kind) {
    case "surface":
      return v.t("hz.level.surface");
    case "altitude": {
      const { value, unit } = limit.height;
      return limit.flightLevel
        ? flightLevelText(value)
        : `${grouped(Math.round(value), v)} ${unit}`;
    }
    case "freezingLevel":
      return v.t("hz.level.freezing");
  }
}

function layerText(base: LevelLimit | null, top: LevelLimit | null, v: Viewer): string | null {
  if (base === null && top === null) return null;
  if (base === null) return v.t("hz.level.upTo", { top: limitText(top!, v) });
  if (top === null) return v.t("hz.level.from", { base: limitText(base, v) });
  return v.t("hz.level.between", { base: limitText(base, v), top: limitText(top, v) });
}

/** The levels of a report in words: `surface to FL100`; `null` where it gives none. */
export function levelsText(report: AnyReport, v: Viewer): string | null {
  switch (report.product) {
    case "sigmet":
      return hazardsText(report.hazards, v);
    case "cwa":
      return hazardsText([report.hazard], v);
    case "gairmet":
      return report.level === null
        ? layerText(report.base, report.top, v)
        : limitText(report.level, v);
    case "pirep":
      return pirepText(report, v);
    default:
      return null;
  }
}

function hazardsText(hazards: readonly Hazard[], v: Viewer): string | null {
  const texts = hazards.flatMap(({ levels }) => {
    const text = levels.kind === "levels" ? layerText(levels.base, levels.top, v) : null;
    return text === null ? [] : [text];
  });
  return texts.length === 0 ? null : [...new Set(texts)].join("; ");
}

function pirepText({ level }: Pirep, v: Viewer): string | null {
  if (level.kind === "duringClimb" || level.kind === "duringDescent") {
    return v.t(`hz.level.${level.kind}`);
  }
  if (level.kind !== "level") return null;
  const base = altitudeText(level.altitude.value, v);
  return level.to ? v.t("hz.level.between", { base, top: altitudeText(level.to.value, v) }) : base;
}

function altitudeText(feet: number, v: Viewer): string {
  return feet >= 18_000 ? flightLevelText(feet) : `${grouped(feet, v)} ft`;
}

function flightLevelText(feet: number): string {
  return `FL${String(Math.round(feet / 100)).padStart(3, "0")}`;
}

/** Whether a report may concern the band from `low` to `high` feet; one without levels always may. */
export function touchesBand(
  layers: readonly Layer[],
  low: number | null,
  high: number | null,
): boolean {
  if (layers.length === 0) return true;
  return layers.some(({ base, top }) =>
    (high === null || base === null || base <= high) && (low === null || top === null || top >= low)
  );
}
