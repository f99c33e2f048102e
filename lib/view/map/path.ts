/**
 * Writes SVG paths small: whole units, relative steps, no more points than can be seen.
 *
 * @module
 */
import type { GeoContext } from "d3-geo";

/** How a path is thinned: points nearer than `step` units to the last are left out, rings smaller than `ring`. */
export interface Fineness {
  readonly step: number;
  /** Least width or height of a closed ring, in units. */
  readonly ring: number;
}

/** Nothing left out but what falls on the same unit. */
export const EXACT: Fineness = { step: 0, ring: 0 };

/** A context for `geoPath` that collects a path: `toString()` gives it. */
export class PathWriter implements GeoContext {
  readonly #fineness: Fineness;
  readonly #parts: string[] = [];
  #points: number[] = [];
  /** Where the last written part ended: a relative move starts there. */
  #x = 0;
  #y = 0;

  constructor(fineness: Fineness = EXACT) {
    this.#fineness = fineness;
  }

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.#flush(false);
    this.#points = [x, y];
  }

  lineTo(x: number, y: number): void {
    this.#points.push(x, y);
  }

  closePath(): void {
    this.#flush(true);
  }

  /** A point: drawn by whoever marks it, not by the path. */
  arc(): void {}

  toString(): string {
    this.#flush(false);
    return this.#parts.join("");
  }

  #flush(closed: boolean): void {
    const points = this.#points;
    this.#points = [];
    if (points.length < 4) return;
    if (closed && isSmall(points, this.#fineness.ring)) return;
    const kept = thinned(points, this.#fineness.step, closed);
    if (kept.length < (closed ? 6 : 4)) return;
    const [x, y] = kept as [number, number];
    let text = `m${x - this.#x}${joined(y - this.#y)}`;
    let [lastX, lastY] = [x, y];
    for (let i = 2; i < kept.length; i += 2) {
      const [toX, toY] = [kept[i]!, kept[i + 1]!];
      const dx = toX - lastX;
      text += (i === 2 ? `l${dx}` : joined(dx)) + joined(toY - lastY);
      [lastX, lastY] = [toX, toY];
    }
    this.#parts.push(closed ? `${text}z` : text);
    [this.#x, this.#y] = closed ? [x, y] : [lastX, lastY];
  }
}

/** A number after another one: the minus sign parts them as well as a blank. */
function joined(value: number): string {
  return value < 0 ? String(value) : ` ${value}`;
}

/** Whole units; points that fall on the last one, or nearer to it than `step`, are left out, ends are kept. */
function thinned(points: readonly number[], step: number, closed: boolean): number[] {
  const kept: number[] = [];
  const last = points.length - 2;
  for (let i = 0; i <= last; i += 2) {
    const [x, y] = [Math.round(points[i]!), Math.round(points[i + 1]!)];
    if (kept.length > 0) {
      const [dx, dy] = [x - kept.at(-2)!, y - kept.at(-1)!];
      if (dx === 0 && dy === 0) continue;
      if (dx * dx + dy * dy < step * step && (closed || i < last)) continue;
    }
    kept.push(x, y);
  }
  if (closed && kept.length > 6 && kept[0] === kept.at(-2) && kept[1] === kept.at(-1)) {
    kept.length -= 2;
  }
  return kept;
}

function isSmall(points: readonly number[], least: number): boolean {
  if (least === 0) return false;
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    west = Math.min(west, points[i]!);
    east = Math.max(east, points[i]!);
    north = Math.min(north, points[i + 1]!);
    south = Math.max(south, points[i + 1]!);
  }
  return east - west < least && south - north < least;
}
