/**
 * Values of a record. Everything in it is text from outside; numbers come as strings too.
 *
 * @module
 */
import { quantity } from "../../units/mod.ts";
import { toIso } from "../../time/mod.ts";
import type { Area, LevelLimit } from "../hazard/model.ts";
import type { Position } from "../raw_report.ts";

/** A record with names as found. */
export type GairmetRecord = Readonly<Record<string, unknown>>;

/** The first of `names` that holds text or a number, as text; `null` where none does. Blank and `null` are nothing. */
export function textOf(record: GairmetRecord, ...names: string[]): string | null {
  for (const name of names) {
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    const text = typeof value === "number"
      ? String(value)
      : typeof value === "string"
      ? value.trim()
      : "";
    if (text !== "" && text !== "null") return text;
  }
  return null;
}

const LATEST_S = 253_402_300_799;

/** Unix seconds or an ISO time, as ISO 8601; `null` where there is neither. */
export function timeOf(record: GairmetRecord, ...names: string[]): string | null {
  const text = textOf(record, ...names);
  if (text === null) return null;
  const at = /^\d{1,12}$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isFinite(at) && at >= 0 && at / 1000 <= LATEST_S ? toIso(at) : null;
}

/**
 * A level: `SFC`, `FZL`, or figures in units of `feet` feet. `null` for nothing, `undefined` for what is no level.
 */
export function levelOf(text: string | null, feet: 1 | 100): LevelLimit | null | undefined {
  if (text === null) return null;
  if (text === "SFC") return { kind: "surface" };
  if (text === "FZL" || text === "FRZLVL") return { kind: "freezingLevel", range: null };
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const value = Number(text) * feet;
  if (value === 0) return { kind: "surface" };
  return { kind: "altitude", height: quantity(value, "ft"), flightLevel: false };
}

/** Points as `{lat, lon}` or `[lat, lon]`, numbers or text; `null` where one cannot be read. */
export function pointsOf(value: unknown): readonly Position[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > 5_000) return null;
  const points: Position[] = [];
  for (const item of value as unknown[]) {
    const [latitude, longitude] = pairOf(item);
    if (latitude === null || longitude === null) return null;
    points.push({ latitude, longitude });
  }
  return points;
}

function pairOf(item: unknown): [number | null, number | null] {
  if (Array.isArray(item)) return [degrees(item[0], 90), degrees(item[1], 180)];
  if (item === null || typeof item !== "object") return [null, null];
  const { lat, lon } = item as Record<string, unknown>;
  return [degrees(lat, 90), degrees(lon, 180)];
}

function degrees(value: unknown, limit: number): number | null {
  const isText = typeof value === "string" && /^-?\d{1,3}(?:\.\d{1,12})?$/.test(value.trim());
  const number = typeof value === "number" ? value : isText ? Number(value) : NaN;
  return Math.abs(number) <= limit ? number : null;
}

/** The area of a record: a line where it says so, else an outline; `positionUnknown` where a point is unreadable. */
export function areaOf(record: GairmetRecord, raw: string): Area {
  const given = record["points"] ?? record["coords"];
  const source = { text: raw, start: 0, end: raw.length };
  const points = pointsOf(given);
  if (points === null) {
    const nothing = given === undefined || given === null ||
      (Array.isArray(given) && given.length === 0);
    return nothing ? { kind: "notReported" } : { kind: "positionUnknown", source };
  }
  const isLine = textOf(record, "geometryType", "geometry_type", "geom") === "LINE";
  if (isLine) return { kind: "line", points, width: null, source };
  return points.length > 2
    ? { kind: "polygon", points, source }
    : { kind: "positionUnknown", source };
}
