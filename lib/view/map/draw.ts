/**
 * Hazards and stations placed on a frame.
 *
 * @module
 */
import { middleOf, type Shape, toSphere } from "../../derive/hazard_area.ts";
import type { HazardItem } from "../hazards/item.ts";
import type { Fineness } from "./path.ts";
import type { DrawnHazard, Layer } from "./map_model.ts";
import type { Frame } from "./projection.ts";

/** Outlines of hazards keep their corners: only what falls on the same unit is left out. */
const OUTLINE: Fineness = { step: 1, ring: 0 };

/** What of `item` lies within the frame. */
export function drawHazard(frame: Frame, item: HazardItem, now: number): DrawnHazard[] {
  const base = {
    id: item.id,
    href: `${PATHS[item.product]}?one=${item.id}`,
    code: item.code,
    layer: item.product as Layer,
    future: item.period.from !== null && item.period.from > now,
    urgent: item.urgent,
  };
  return item.place.shapes.flatMap((shape): DrawnHazard[] => {
    const { path, closed } = outline(frame, shape);
    const label = labelAt(frame, shape);
    return path === "" && label === null ? [] : [{ ...base, path, closed, label }];
  });
}

/** Where each product is listed. */
export const PATHS = {
  sigmet: "/sigmets",
  gairmet: "/gairmets",
  cwa: "/cwas",
  pirep: "/pireps",
} as const;

function outline(frame: Frame, shape: Shape): { path: string; closed: boolean } {
  switch (shape.kind) {
    case "point":
      return { path: "", closed: false };
    case "line": {
      const coordinates = shape.points.map(({ latitude, longitude }) => [longitude, latitude]);
      return { path: frame.path({ type: "LineString", coordinates }, OUTLINE), closed: false };
    }
    case "area":
      return { path: frame.path(toSphere(shape.rings), OUTLINE), closed: true };
  }
}

/** Lower than this, a code in the middle would hide the outline: it stands above, units. */
const LOW = 28;

function labelAt(frame: Frame, shape: Shape): readonly [number, number] | null {
  const { latitude, longitude } = middleOf(shape);
  const at = frame.place(longitude, latitude);
  if (at === null) return null;
  const [x, y] = [Math.round(at[0]), Math.round(at[1])];
  const points = shape.kind === "area" ? shape.rings[0] ?? [] : [];
  const heights = points.flatMap((point) =>
    frame.place(point.longitude, point.latitude)?.[1] ?? []
  );
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  return heights.length > 0 && bottom - top < LOW ? [x, Math.round(top) - 3] : [x, y];
}

/** Room that a mark takes, in units of the drawing. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Hands out places so that marks do not cover each other: who comes first stays. */
export class Places {
  readonly #room: Room;
  readonly #taken = new Map<number, [number, number][]>();

  constructor(room: Room) {
    this.#room = room;
  }

  /** Whether there is room at a point; then it is taken. */
  take(x: number, y: number): boolean {
    const { width, height } = this.#room;
    const [column, row] = [Math.floor(x / width), Math.floor(y / height)];
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const [otherX, otherY] of this.#taken.get(c * 4096 + r) ?? []) {
          if (Math.abs(otherX - x) < width && Math.abs(otherY - y) < height) return false;
        }
      }
    }
    const key = column * 4096 + row;
    const list = this.#taken.get(key);
    if (list === undefined) this.#taken.set(key, [[x, y]]);
    else list.push([x, y]);
    return true;
  }
}
