/**
 * SIGMETs of the world outside the United States: storms, turbulence and icing where they are.
 *
 * @module
 */
import { HOUR_MS } from "../../time/mod.ts";
import { distanceNm } from "../../stations/mod.ts";
import { mapInSlices } from "../slices.ts";
import { unit } from "../world/hash.ts";
import type { Conditions, WeatherWorld } from "../world/mod.ts";
import { aloftAt } from "./aloft.ts";
import { MAIN_COMPASS_POINTS, nearestPoint } from "../../units/mod.ts";
import { centre, clusters, outline, type Point } from "./geometry.ts";
import type { InternationalSigmet } from "./model.ts";
import { type Region, REGIONS } from "./regions.ts";

const STEP = 1.5;
const REACH = 6;
const VALID_MS = 4 * HOUR_MS;

const two = (n: number) => String(n).padStart(2, "0");
const stamp = (instant: number) => {
  const at = new Date(instant);
  return two(at.getUTCDate()) + two(at.getUTCHours()) + two(at.getUTCMinutes());
};

/** The issue in force at `now`: each office at its own time in the four-hour rhythm. */
function issueOf(region: Region, seed: number, now: number): number {
  const offset = Math.floor(unit(seed, REGIONS.indexOf(region), 9) * 240) * 60_000;
  return Math.floor((now - offset) / VALID_MS) * VALID_MS + offset;
}

/** Every SIGMET in force at `now`. */
export async function internationalSigmets(
  world: WeatherWorld,
  now: number,
): Promise<InternationalSigmet[]> {
  const found = await mapInSlices(REGIONS, (region) => {
    const issuedAt = issueOf(region, world.seed, now);
    return regionSigmets(world, region, issuedAt);
  });
  return found;
}

function regionSigmets(
  world: WeatherWorld,
  region: Region,
  issuedAt: number,
): InternationalSigmet[] {
  const cells: { point: Point; air: Conditions }[] = [];
  for (let dy = -REACH; dy <= REACH; dy += STEP) {
    for (let dx = -REACH; dx <= REACH; dx += STEP) {
      const point = { latitude: region.latitude + dy, longitude: region.longitude + dx };
      if (nearestRegion(point) !== region) continue;
      cells.push({ point, air: world.at(point.latitude, point.longitude, 500, issuedAt) });
    }
  }
  const kinds = [
    { hazard: "TS", meets: (air: Conditions) => air.nearThunder },
    { hazard: "TURB", meets: (air: Conditions) => aloftAt(air, 0, 36000).windSpeed > 140 },
    {
      hazard: "ICE",
      meets: (air: Conditions) =>
        Math.max(aloftAt(air, 0, 8000).icing, aloftAt(air, 0, 14000).icing) > 0.85,
    },
  ] as const;
  let number = 0;
  return kinds.flatMap(({ hazard, meets }) =>
    clusters(cells.filter(({ air }) => meets(air)).map(({ point }) => point), STEP)
      .filter((group) => group.length >= 2).slice(0, 2)
      .map((group) => write(world, region, hazard, group, issuedAt, ++number))
  );
}

function nearestRegion(point: Point): Region {
  let best = REGIONS[0]!;
  let nearest = Infinity;
  for (const region of REGIONS) {
    const distance = distanceNm(region, point);
    if (distance < nearest) [best, nearest] = [region, distance];
  }
  return best;
}

/** Degrees and minutes: `N4530 E01015`. */
export function degreesMinutes({ latitude, longitude }: Point): string {
  const part = (value: number, positive: string, negative: string, width: number) => {
    const minutes = Math.round(Math.abs(value) * 60);
    return (value < 0 ? negative : positive) +
      String(Math.floor(minutes / 60)).padStart(width, "0") + two(minutes % 60);
  };
  return `${part(latitude, "N", "S", 2)} ${part(longitude, "E", "W", 3)}`;
}

function write(
  world: WeatherWorld,
  region: Region,
  hazard: InternationalSigmet["hazard"],
  group: readonly Point[],
  issuedAt: number,
  number: number,
): InternationalSigmet {
  const ring = outline(group, STEP, 7);
  const middle = centre(group);
  const air = world.at(middle.latitude, middle.longitude, 500, issuedAt);
  const validTo = issuedAt + VALID_MS;
  const key = Math.floor(issuedAt / HOUR_MS);
  const qualifier = hazard === "TS" ? (air.wetness > 0.6 ? "EMBD" : "FRQ") : "SEV";
  const direction = nearestPoint((air.geostrophicFrom + 180) % 360, MAIN_COMPASS_POINTS);
  const speedKt = Math.max(5, Math.round(Math.min(air.geostrophicSpeed * 0.5, 40) / 5) * 5);
  const later = world.at(middle.latitude, middle.longitude, 500, issuedAt + 2 * HOUR_MS);
  const change = later.instability > air.instability + 0.05
    ? "INTSF"
    : later.instability < air.instability - 0.05
    ? "WKN"
    : "NC";
  const [baseFt, topFt] = hazard === "TS"
    ? [null, 34000 + 2000 * Math.floor(unit(world.seed, key, number, 3) * 9)]
    : hazard === "TURB"
    ? [28000, 40000]
    : [5000, 17000];
  const level = hazard === "TS"
    ? `TOP FL${topFt / 100}`
    : `FL${String(baseFt! / 100).padStart(3, "0")}/${String(topFt / 100).padStart(3, "0")}`;
  const what = hazard === "TS" ? `${qualifier} TS` : `SEV ${hazard}`;
  const observed = hazard === "TS" ? `OBS AT ${stamp(issuedAt).slice(2)}Z` : "FCST";
  const day = Math.floor(issuedAt / (24 * HOUR_MS)) * 24 * HOUR_MS;
  const series = String(1 + Math.floor((issuedAt - day) / VALID_MS) * 2 + (number - 1));
  const text = `${region.bulletin} ${region.office} ${stamp(issuedAt)}\n` +
    `${region.fir} SIGMET ${series} VALID ${stamp(issuedAt)}/${
      stamp(validTo)
    } ${region.office}-\n` +
    `${region.fir} ${region.name} FIR ${what} ${observed} WI ` +
    `${ring.map(degreesMinutes).join(" - ")} ${level} MOV ${direction} ${
      two(speedKt)
    }KT ${change}=`;
  return {
    office: region.office,
    fir: region.fir,
    firName: `${region.fir} ${region.name}`,
    series,
    text,
    issuedAt,
    validFrom: issuedAt,
    validTo,
    hazard,
    qualifier,
    baseFt,
    topFt,
    direction,
    speedKt,
    change,
    ring,
  };
}
