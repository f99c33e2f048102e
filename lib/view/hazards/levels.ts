/**
 * The layer of the air that a report speaks of, in feet and in words.
 *
 * @module
 */
import type { Hazard, LevelLimit } from "../../products/hazard/model.ts";
import type { AnyReport } from "../../products/mod.ts";
import type { Pirep } from "../../products/pirep/model.ts";
import { grouped } from "../quantities.ts";

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

function limitText(limit: LevelLimit): string {
  switch (limit.kind) {
    case "surface":
      return "surface";
    case "altitude": {
      const { value, unit } = limit.height;
      return limit.flightLevel
        ? `FL${String(Math.round(value / 100)).padStart(3, "0")}`
        : `${grouped(Math.round(value))} ${unit}`;
    }
    case "freezingLevel":
      return "freezing level";
  }
}

function layerText(base: LevelLimit | null, top: LevelLimit | null): string | null {
  if (base === null && top === null) return null;
  if (base === null) return `up to ${limitText(top!)}`;
  if (top === null) return `from ${limitText(base)} up`;
  return `${limitText(base)} to ${limitText(top)}`;
}

/** Layers of a report, and their text; no layer and `null` where the report gives none. */
export interface LevelsModel {
  readonly layers: readonly Layer[];
  readonly text: string | null;
}

const NONE: LevelsModel = { layers: [], text: null };

/** The layers of any report over an area, or the level of an aircraft. */
export function levelsOf(report: AnyReport): LevelsModel {
  switch (report.product) {
    case "sigmet":
      return ofHazards(report.hazards);
    case "cwa":
      return ofHazards([report.hazard]);
    case "gairmet": {
      const { base, top, level } = report;
      const text = level === null ? layerText(base, top) : limitText(level);
      const low = feetOf(level ?? base, "base");
      const high = feetOf(level ?? top, "top");
      return low === null && high === null
        ? { layers: [], text }
        : { layers: [{ base: low, top: high }], text };
    }
    case "pirep":
      return ofPirep(report);
    default:
      return NONE;
  }
}

function ofHazards(hazards: readonly Hazard[]): LevelsModel {
  const given = hazards.flatMap(({ levels }) => levels.kind === "levels" ? [levels] : []);
  const texts = given.map(({ base, top }) => layerText(base, top)).filter((text) => text !== null);
  // A hazard without levels may be at any height, so the whole report may.
  const layers = given.length < hazards.length
    ? []
    : given.map(({ base, top }) => ({ base: feetOf(base, "base"), top: feetOf(top, "top") }));
  return { layers, text: texts.length === 0 ? null : [...new Set(texts)].join("; ") };
}

function ofPirep({ level, turbulence, icing }: Pirep): LevelsModel {
  const bands = [...turbulence, ...icing].flatMap(({ base, top }) =>
    base === null && top === null ? [] : [{ base: base?.value ?? null, top: top?.value ?? null }]
  );
  if (level.kind !== "level") {
    const text = level.kind === "duringClimb"
      ? "during climb"
      : level.kind === "duringDescent"
      ? "during descent"
      : null;
    // Somewhere on its way: no height rules it out.
    return { layers: [], text };
  }
  const { altitude, to } = level;
  const own = { base: altitude.value, top: to?.value ?? altitude.value };
  const text = altitudeText(altitude.value) + (to ? ` to ${altitudeText(to.value)}` : "");
  return { layers: [own, ...bands], text };
}

function altitudeText(feet: number): string {
  return feet >= 18_000
    ? `FL${String(Math.round(feet / 100)).padStart(3, "0")}`
    : `${grouped(feet)} ft`;
}

/** Whether a report may concern the band from `low` to `high` feet; one without levels always may. */
export function touchesBand(
  { layers }: LevelsModel,
  low: number | null,
  high: number | null,
): boolean {
  if (layers.length === 0) return true;
  return layers.some(({ base, top }) =>
    (high === null || base === null || base <= high) && (low === null || top === null || top >= low)
  );
}
