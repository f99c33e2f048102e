/**
 * Areas of weather: cells of a grid that belong together, and the polygon around them.
 *
 * @module
 */

/** A point in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** A part of the world to look at, every `step` degrees. */
export interface Box {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly step: number;
}

/** Centres of the cells of a box. */
export function cellsOf(box: Box): Point[] {
  const cells: Point[] = [];
  for (let latitude = box.south; latitude <= box.north; latitude += box.step) {
    for (let longitude = box.west; longitude <= box.east; longitude += box.step) {
      cells.push({ latitude, longitude });
    }
  }
  return cells;
}

/** Groups of cells that touch (also at corners), largest first. */
export function clusters(cells: readonly Point[], step: number): Point[][] {
  const key = (latitude: number, longitude: number) =>
    `${Math.round(latitude / step)},${Math.round(longitude / step)}`;
  const left = new Map(cells.map((cell) => [key(cell.latitude, cell.longitude), cell]));
  const found: Point[][] = [];
  for (const start of cells) {
    if (!left.delete(key(start.latitude, start.longitude))) continue;
    const group = [start];
    for (let i = 0; i < group.length; i++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const id = key(group[i]!.latitude + dy * step, group[i]!.longitude + dx * step);
          const next = left.get(id);
          if (next !== undefined && left.delete(id)) group.push(next);
        }
      }
    }
    found.push(group);
  }
  return found.sort((a, b) => b.length - a.length);
}

/** Convex polygon around the cells (their corners), clockwise seen on a map, closed, at most `limit` corners. */
export function outline(cells: readonly Point[], step: number, limit = 9): Point[] {
  const half = step / 2;
  const corners = cells.flatMap(({ latitude, longitude }) =>
    [-half, half].flatMap((dy) =>
      [-half, half].map((dx) => ({ latitude: latitude + dy, longitude: longitude + dx }))
    )
  );
  const hull = convexHull(corners);
  const every = Math.ceil(hull.length / limit);
  const few = hull.filter((_, i) => i % every === 0)
    .map((p) => ({
      latitude: Math.round(p.latitude * 100) / 100,
      longitude: Math.round(p.longitude * 100) / 100,
    }));
  return [...few, few[0]!];
}

/** Andrew's monotone chain, clockwise. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.longitude - b.longitude || a.latitude - b.latitude);
  const half = (list: readonly Point[]) => {
    const chain: Point[] = [];
    for (const p of list) {
      while (chain.length >= 2 && turns(chain.at(-2)!, chain.at(-1)!, p) >= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turns(a: Point, b: Point, c: Point): number {
  return (b.longitude - a.longitude) * (c.latitude - a.latitude) -
    (b.latitude - a.latitude) * (c.longitude - a.longitude);
}

/** Whether a point lies in a closed ring (ray casting; rings here never cross the antimeridian). */
export function contains(ring: readonly Point[], point: Point): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    if ((a.latitude > point.latitude) === (b.latitude > point.latitude)) continue;
    const t = (point.latitude - a.latitude) / (b.latitude - a.latitude);
    if (point.longitude < a.longitude + t * (b.longitude - a.longitude)) inside = !inside;
  }
  return inside;
}

/** Middle of the corners. */
export function centre(points: readonly Point[]): Point {
  const sum = points.reduce(
    (s, p) => ({ latitude: s.latitude + p.latitude, longitude: s.longitude + p.longitude }),
    { latitude: 0, longitude: 0 },
  );
  return { latitude: sum.latitude / points.length, longitude: sum.longitude / points.length };
}
