/**
 * G-AIRMETs: five snapshots of the coming twelve hours over the contiguous United States.
 *
 * @module
 */
import { HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import { mapInSlices } from "../slices.ts";
import type { Conditions, WeatherWorld } from "../world/mod.ts";
import { aloftAt } from "./aloft.ts";
import { cellsOf, clusters, outline, type Point } from "./geometry.ts";
import type { Gairmet } from "./model.ts";

const BOX = { south: 26, west: -124, north: 49, east: -68, step: 1.5 };
const SNAPSHOTS = [0, 3, 6, 9, 12] as const;

interface Kind {
  readonly hazard: Gairmet["hazard"];
  readonly product: Gairmet["product"];
  readonly severity: Gairmet["severity"];
  readonly dueTo: string;
  readonly base: string;
  readonly top: string;
  readonly meets: (air: Conditions) => boolean;
}

const lowCeiling = (air: Conditions) =>
  air.layers.some((layer) => layer.oktas >= 4.5 && layer.baseFt < 1000);

const KINDS: readonly Kind[] = [
  {
    hazard: "IFR",
    product: "SIERRA",
    severity: "",
    dueTo: "CIG BLW 010/VIS BLW 3SM PCPN/BR/FG",
    base: "",
    top: "",
    meets: (air) => air.visibility < 4800 || lowCeiling(air),
  },
  {
    hazard: "TURB-LO",
    product: "TANGO",
    severity: "MOD",
    dueTo: "",
    base: "SFC",
    top: "100",
    meets: (air) => aloftAt(air, 1000, 4000).turbulence > 0.3 && air.windSpeed > 20,
  },
  {
    hazard: "TURB-HI",
    product: "TANGO",
    severity: "MOD",
    dueTo: "",
    base: "260",
    top: "400",
    meets: (air) => aloftAt(air, 1000, 34000).windSpeed > 105,
  },
  {
    hazard: "SFC_WND",
    product: "TANGO",
    severity: "",
    dueTo: "",
    base: "",
    top: "",
    meets: (air) => air.windSpeed > 27,
  },
  {
    hazard: "ICE",
    product: "ZULU",
    severity: "MOD",
    dueTo: "",
    base: "040",
    top: "180",
    meets: (air) => aloftAt(air, 1000, 9000).icing > 0.45 || aloftAt(air, 1000, 15000).icing > 0.45,
  },
];

/** The issue in force at `now`: 03, 09, 15 and 21 UTC, sent a quarter of an hour before. */
export function gairmetIssue(now: number): number {
  return Math.floor((now + 15 * MINUTE_MS - 3 * HOUR_MS) / (6 * HOUR_MS)) * 6 * HOUR_MS +
    3 * HOUR_MS;
}

/** All snapshots of the issue for `issue` (a full hour). */
export async function gairmetsOf(world: WeatherWorld, issue: number): Promise<Gairmet[]> {
  const found: Gairmet[] = [];
  for (const forecastHour of SNAPSHOTS) {
    const validAt = issue + forecastHour * HOUR_MS;
    const airs = await mapInSlices(
      cellsOf(BOX),
      (cell) => [{ cell, air: world.at(cell.latitude, cell.longitude, 900, validAt) }],
    );
    for (const kind of KINDS) {
      const cells: Point[] = airs.filter(({ air }) => kind.meets(air)).map(({ cell }) => cell);
      clusters(cells, BOX.step).filter((group) => group.length >= 3).slice(0, 5)
        .forEach((group, i) =>
          found.push({
            tag: `${i + 1}${forecastHour === 0 ? "C" : "W"}`,
            product: kind.product,
            hazard: kind.hazard,
            severity: kind.severity,
            dueTo: kind.dueTo,
            forecastHour,
            issuedAt: issue - 15 * MINUTE_MS,
            expiresAt: issue + 6 * HOUR_MS,
            validAt,
            base: kind.base,
            top: kind.top,
            ring: outline(group, BOX.step),
          })
        );
    }
  }
  return found;
}
