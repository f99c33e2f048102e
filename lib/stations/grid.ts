/**
 * Stations by place: a grid of one-degree cells, searched in growing circles.
 *
 * Positions are held as points on the unit sphere, so that poles and antimeridian are nothing special.
 *
 * @module
 */
import type { Station, StationAt } from "./station.ts";
import { EARTH_RADIUS_NM, initialCourse } from "./geometry.ts";

const RADIANS = Math.PI / 180;
const ROWS = 180;
const COLUMNS = 360;
/** First circle of a search in NM; it doubles until enough is found. */
const FIRST_RADIUS_NM = 30;
const HALF_ROUND_NM = Math.PI * EARTH_RADIUS_NM;

/** The stations of one cell; their points lie side by side, `x y z x y z …`: a search looks at all of them. */
interface Cell {
  readonly stations: Station[];
  readonly points: number[];
}

const rowOf = (latitude: number) => Math.max(0, Math.min(ROWS - 1, Math.floor(latitude + 90)));
const columnOf = (longitude: number) =>
  ((Math.floor(longitude + 180) % COLUMNS) + COLUMNS) % COLUMNS;

function place(latitude: number, longitude: number) {
  const cosLat = Math.cos(latitude * RADIANS);
  return {
    x: cosLat * Math.cos(longitude * RADIANS),
    y: cosLat * Math.sin(longitude * RADIANS),
    z: Math.sin(latitude * RADIANS),
  };
}

/** Look-ups by place over a fixed set of stations. */
export class StationGrid {
  readonly #cells: (Cell | undefined)[] = new Array(ROWS * COLUMNS);

  /** Puts a station in its place; not again once questions are asked. */
  add(station: Station): void {
    const at = rowOf(station.latitude) * COLUMNS + columnOf(station.longitude);
    const { x, y, z } = place(station.latitude, station.longitude);
    const cell = this.#cells[at] ??= { stations: [], points: [] };
    cell.stations.push(station);
    cell.points.push(x, y, z);
  }

  /** The `limit` nearest stations within `radiusNm` that `keep` accepts, nearest first. */
  near(
    latitude: number,
    longitude: number,
    radiusNm: number,
    limit: number,
    keep?: (station: Station) => boolean,
  ): StationAt[] {
    const largest = Math.min(radiusNm, HALF_ROUND_NM);
    if (!(largest >= 0) || !(limit > 0) || !Number.isFinite(latitude + longitude)) return [];
    let radius = Math.min(FIRST_RADIUS_NM, largest);
    for (;;) {
      const found = this.#inCircle(latitude, longitude, radius, keep);
      if (found.length >= limit || radius >= largest) {
        found.sort((a, b) => a.nm - b.nm || (a.station.id < b.station.id ? -1 : 1));
        return found.slice(0, limit).map(({ station, nm }) => ({
          station,
          distance: { value: nm, unit: "NM" },
          bearing: { value: initialCourse({ latitude, longitude }, station), unit: "deg" },
        }));
      }
      radius = Math.min(radius * 2, largest);
    }
  }

  /** All stations within `radiusNm`, in no order. */
  inCircle(latitude: number, longitude: number, radiusNm: number): Station[] {
    const radius = Math.min(radiusNm, HALF_ROUND_NM);
    if (!(radius >= 0) || !Number.isFinite(latitude + longitude)) return [];
    return this.#inCircle(latitude, longitude, radius).map(({ station }) => station);
  }

  /** Stations inside a box; `west > east` crosses the antimeridian. */
  within(south: number, west: number, north: number, east: number, limit: number): Station[] {
    const found: Station[] = [];
    const inside = (longitude: number) =>
      west <= east
        ? longitude >= west && longitude <= east
        : longitude >= west || longitude <= east;
    const width = west <= east ? east - west : east - west + 360;
    for (let row = rowOf(south); row <= rowOf(north); row++) {
      for (const cell of this.#columns(row, west, Math.min(width, 360))) {
        for (const station of cell.stations) {
          if (station.latitude < south || station.latitude > north) continue;
          if (!inside(station.longitude)) continue;
          if (found.length >= limit) return found;
          found.push(station);
        }
      }
    }
    return found;
  }

  /** The cells of a row that hold stations, from `west` on over `width` degrees. */
  #columns(row: number, west: number, width: number): Cell[] {
    const count = Math.min(COLUMNS, Math.floor(width) + 2);
    const first = columnOf(west);
    const cells: Cell[] = [];
    for (let step = 0; step < count; step++) {
      const cell = this.#cells[row * COLUMNS + (first + step) % COLUMNS];
      if (cell !== undefined) cells.push(cell);
    }
    return cells;
  }

  #inCircle(
    latitude: number,
    longitude: number,
    radiusNm: number,
    keep?: (station: Station) => boolean,
  ): { station: Station; nm: number }[] {
    const centre = place(latitude, longitude);
    const angle = radiusNm / EARTH_RADIUS_NM;
    const longest = 2 * Math.sin(Math.min(angle, Math.PI) / 2) + 1e-12;
    const longestSquared = longest * longest;
    const degrees = angle / RADIANS;
    const halfWidth = halfWidthDegrees(latitude, angle);
    const found: { station: Station; nm: number }[] = [];
    for (let row = rowOf(latitude - degrees); row <= rowOf(latitude + degrees); row++) {
      for (const cell of this.#columns(row, longitude - halfWidth, 2 * halfWidth)) {
        const { stations, points } = cell;
        for (let i = 0; i < stations.length; i++) {
          const dx = points[3 * i]! - centre.x;
          const dy = points[3 * i + 1]! - centre.y;
          const dz = points[3 * i + 2]! - centre.z;
          const squared = dx * dx + dy * dy + dz * dz;
          if (squared > longestSquared) continue;
          const station = stations[i]!;
          if (keep?.(station) === false) continue;
          const chord = Math.sqrt(squared);
          found.push({ station, nm: 2 * Math.asin(Math.min(1, chord / 2)) * EARTH_RADIUS_NM });
        }
      }
    }
    return found;
  }
}

/** Half the span of longitude that a circle touches; 180 where it holds a pole. */
function halfWidthDegrees(latitude: number, angle: number): number {
  const cosLat = Math.cos(latitude * RADIANS);
  const sine = Math.sin(angle);
  if (angle >= Math.PI / 2 || sine >= cosLat) return 180;
  return Math.asin(sine / cosLat) / RADIANS;
}
