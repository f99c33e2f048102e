/**
 * The winds aloft forecasts that are held, as columns of air over places: prepared once for the same bulletins.
 *
 * @module
 */
import type { DecodedReport } from "../../products/product.ts";
import type { HeldReport } from "../../products/raw_report.ts";
import type {
  LevelForecast,
  StationWinds,
  WindsAloft as Bulletin,
} from "../../products/winds_aloft/mod.ts";
import type { Point } from "../../stations/geometry.ts";
import { toVector, type Vector } from "./vector.ts";

/** What a column forecasts for an instant. Levels of several bulletins of one run are one column. */
export interface Forecast {
  readonly winds: StationWinds;
  /** The bulletin of each level. */
  readonly bulletins: ReadonlyMap<LevelForecast, HeldReport<Bulletin>>;
  readonly validAt: number;
  readonly useFrom: number;
  readonly useTo: number;
}

/** The air over a place. */
export interface Column {
  readonly station: string;
  readonly point: Point;
  readonly vector: Vector;
  /** By the instants that they are for. */
  readonly forecasts: readonly Forecast[];
}

/** Finds the place of a column by its name; `area` is that of the heading: `US`, `AK`, `HW`. */
export type Places = (station: string, area: string | null) => Point | undefined;

const preparations = new WeakMap<object, { stations: object; columns: readonly Column[] }>();

/**
 * The columns of `bulletins`, prepared once for the same list and `stations`. One whose place is not known, and those
 * of a bulletin without its hours of use, are left out.
 */
export function columnsOf(
  bulletins: readonly HeldReport<DecodedReport>[],
  placeOf: Places,
  stations: object,
): readonly Column[] {
  const known = preparations.get(bulletins);
  if (known?.stations === stations) return known.columns;
  const columns = makeColumns(bulletins.filter(isBulletin), placeOf);
  preparations.set(bulletins, { stations, columns });
  return columns;
}

function isBulletin(held: HeldReport<DecodedReport>): held is HeldReport<Bulletin> {
  return held.decoded.product === "windsAloft";
}

function makeColumns(bulletins: readonly HeldReport<Bulletin>[], placeOf: Places): Column[] {
  const columns = new Map<string, Column & { forecasts: Forecast[] }>();
  // What was issued last comes first: of two bulletins for the same instant it counts.
  for (const held of bulletins.toSorted((a, b) => b.observedAt - a.observedAt)) {
    const { heading, stations } = held.decoded;
    const area = heading?.id.slice(2, 4) ?? null;
    for (const winds of stations) {
      const forecast = forecastOf(held, winds);
      const point = placeOf(winds.station, area);
      if (forecast === null || point === undefined) continue;
      const name = `${winds.station} ${point.latitude} ${point.longitude}`;
      const known = columns.get(name);
      if (known !== undefined) join(known.forecasts, forecast);
      else {
        const vector = toVector(point);
        columns.set(name, { station: winds.station, point, vector, forecasts: [forecast] });
      }
    }
  }
  for (const { forecasts } of columns.values()) forecasts.sort((a, b) => a.validAt - b.validAt);
  return [...columns.values()];
}

function forecastOf(held: HeldReport<Bulletin>, winds: StationWinds): Forecast | null {
  const { validAt, useFrom, useTo } = held.decoded;
  if (validAt === null || useFrom === null || useTo === null) return null;
  return {
    winds,
    bulletins: new Map(winds.levels.map((level) => [level, held])),
    validAt: Date.parse(validAt),
    useFrom: Date.parse(useFrom),
    useTo: Date.parse(useTo),
  };
}

/** Adds a forecast; to one of the same instant and hours the levels that it lacks, low and high ones. */
function join(forecasts: Forecast[], more: Forecast): void {
  const at = forecasts.findIndex(({ validAt }) => validAt === more.validAt);
  const known = forecasts[at];
  if (known === undefined) forecasts.push(more);
  else if (known.useFrom === more.useFrom && known.useTo === more.useTo) {
    const heights = new Set(known.winds.levels.map(({ level }) => level.value));
    const added = more.winds.levels.filter(({ level }) => !heights.has(level.value));
    const levels = [...known.winds.levels, ...added]
      .sort((a, b) => a.level.value - b.level.value);
    forecasts[at] = {
      ...known,
      winds: { ...known.winds, levels },
      bulletins: new Map([...more.bulletins, ...known.bulletins]),
    };
  }
}
