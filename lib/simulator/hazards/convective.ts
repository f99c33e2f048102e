/**
 * Convective SIGMETs of the United States and the advisories of its centers, where the storms are.
 *
 * @module
 */
import { HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import { distanceNm } from "../../stations/mod.ts";
import type { Site } from "../sites.ts";
import { mapInSlices } from "../slices.ts";
import { clamp, unit } from "../world/hash.ts";
import type { WeatherWorld } from "../world/mod.ts";
import { putInWords } from "./anchors.ts";
import { cellsOf, centre, clusters, contains, outline, type Point } from "./geometry.ts";
import type { CenterAdvisory, DomesticSigmet } from "./model.ts";

/** The contiguous United States and their coastal waters. */
const LOWER_48 = { south: 25, west: -124, north: 49, east: -67, step: 0.75 };
const ISSUE_MINUTE = 55;
const VALID_MS = 2 * HOUR_MS;

/** A storm area at the time of issue. */
interface StormArea {
  readonly ring: readonly Point[];
  readonly middle: Point;
  readonly topFt: number;
  readonly movementFrom: number;
  readonly movementKt: number;
}

const two = (n: number) => String(n).padStart(2, "0");

/** When the hourly issue in force at `now` was made. */
export function convectiveIssue(now: number): number {
  return Math.floor((now - ISSUE_MINUTE * MINUTE_MS) / HOUR_MS) * HOUR_MS +
    ISSUE_MINUTE * MINUTE_MS;
}

async function stormAreas(world: WeatherWorld, at: number): Promise<StormArea[]> {
  const stormy = await mapInSlices(cellsOf(LOWER_48), (cell) => {
    const air = world.at(cell.latitude, cell.longitude, 500, at);
    return air.nearThunder ? [cell] : [];
  });
  return clusters(stormy, LOWER_48.step).filter((group) => group.length >= 2).slice(0, 14)
    .map((group) => {
      const middle = centre(group);
      const air = world.at(middle.latitude, middle.longitude, 500, at);
      return {
        ring: outline(group, LOWER_48.step, 7),
        middle,
        topFt: Math.round((28000 + 24000 * clamp(air.instability)) / 1000) * 1000,
        movementFrom: Math.round(air.geostrophicFrom / 10) * 10 || 360,
        movementKt: Math.max(5, Math.round(Math.min(air.geostrophicSpeed * 0.6, 45) / 5) * 5),
      };
    });
}

/** The convective SIGMETs of the issue at `issuedAt`. */
export async function convectiveSigmets(
  world: WeatherWorld,
  sites: readonly Site[],
  issuedAt: number,
): Promise<DomesticSigmet[]> {
  const areas = await stormAreas(world, issuedAt);
  const numbers = { E: 0, C: 0, W: 0 };
  const hourOfDay = new Date(issuedAt).getUTCHours();
  return areas.map((found) => {
    const { ring, places } = putInWords(found.ring);
    const area = { ...found, ring };
    const region = area.middle.longitude > -87 ? "E" : area.middle.longitude > -107 ? "C" : "W";
    const series = `${(hourOfDay * 3 + numbers[region]++) % 99 + 1}${region}`;
    return {
      series,
      text: writeSigmet(area, places, sites, series, region, issuedAt),
      issuedAt,
      validFrom: issuedAt,
      validTo: issuedAt + VALID_MS,
      hazard: "CONVECTIVE",
      baseFt: null,
      topFt: area.topFt,
      movement: { from: area.movementFrom, kt: area.movementKt },
      ring: area.ring,
    };
  });
}

function writeSigmet(
  area: StormArea,
  places: readonly string[],
  sites: readonly Site[],
  series: string,
  region: "E" | "C" | "W",
  issuedAt: number,
): string {
  const at = new Date(issuedAt);
  const stamp = two(at.getUTCDate()) + two(at.getUTCHours()) + two(at.getUTCMinutes());
  const until = new Date(issuedAt + VALID_MS);
  const bulletin = { E: "WSUS31", C: "WSUS32", W: "WSUS33" }[region];
  const movement = `MOV FROM ${String(area.movementFrom).padStart(3, "0")}${
    two(area.movementKt)
  }KT`;
  return [
    `${bulletin} KKCI ${stamp}`,
    `SIG${region} `,
    `CONVECTIVE SIGMET ${series}`,
    `VALID UNTIL ${two(until.getUTCHours())}${two(until.getUTCMinutes())}Z`,
    statesWithin(area.ring, sites),
    `FROM ${places.join("-")}`,
    `AREA TS ${movement}. TOPS ${area.topFt >= 45000 ? "ABV FL450" : `TO FL${area.topFt / 100}`}.`,
  ].join("\n");
}

/** `FL GA`, at most six; `CSTL WTRS` where the area holds no station. */
export function statesWithin(ring: readonly Point[], sites: readonly Site[]): string {
  const states = sites.filter(({ station }) =>
    station.country === "US" && station.region !== null && contains(ring, station)
  ).map(({ station }) => station.region!);
  return [...new Set(states)].sort().slice(0, 6).join(" ") || "CSTL WTRS";
}

/** Center Weather Advisories: the smaller areas, each from the center whose field is nearest. */
export function centerAdvisories(
  sigmets: readonly DomesticSigmet[],
  seed: number,
): CenterAdvisory[] {
  return sigmets.filter((_, i) =>
    unit(seed, Math.floor((sigmets[i]?.issuedAt ?? 0) / HOUR_MS), i) < 0.4
  )
    .map((sigmet, i) => {
      const middle = centre(sigmet.ring);
      const center = CENTERS.toSorted((a, b) => distanceNm(a, middle) - distanceNm(b, middle))[0]!;
      const at = new Date(sigmet.issuedAt);
      const stamp = two(at.getUTCDate()) + two(at.getUTCHours()) + two(at.getUTCMinutes());
      const until = new Date(sigmet.validTo);
      const untilStamp = two(until.getUTCDate()) + two(until.getUTCHours()) +
        two(until.getUTCMinutes());
      const series = String(101 + i);
      return {
        office: center.id,
        name: center.name,
        series,
        text: `${center.id} CWA ${series} VALID UNTIL ${untilStamp}Z\n` +
          `FROM ${sigmet.text.split("FROM ")[1]?.split("\n")[0] ?? ""}\n` +
          `AREA SCT TS MOV FROM ${String(sigmet.movement?.from ?? 0).padStart(3, "0")}` +
          `${two(sigmet.movement?.kt ?? 0)}KT. TOPS TO FL${sigmet.topFt / 100}.\nISSUED ${stamp}Z`,
        issuedAt: sigmet.issuedAt,
        validTo: sigmet.validTo,
        hazard: "TS",
        topFt: sigmet.topFt,
        ring: sigmet.ring,
      };
    });
}

const CENTERS = [
  { id: "ZNY", name: "New York", latitude: 40.8, longitude: -73.1 },
  { id: "ZTL", name: "Atlanta", latitude: 33.4, longitude: -84.3 },
  { id: "ZMA", name: "Miami", latitude: 25.8, longitude: -80.3 },
  { id: "ZAU", name: "Chicago", latitude: 41.8, longitude: -88.3 },
  { id: "ZKC", name: "Kansas City", latitude: 38.9, longitude: -94.8 },
  { id: "ZFW", name: "Fort Worth", latitude: 32.8, longitude: -97.1 },
  { id: "ZHU", name: "Houston", latitude: 29.9, longitude: -95.3 },
  { id: "ZDV", name: "Denver", latitude: 40.2, longitude: -105.1 },
  { id: "ZAB", name: "Albuquerque", latitude: 35.2, longitude: -106.6 },
  { id: "ZLA", name: "Los Angeles", latitude: 34.6, longitude: -118.1 },
  { id: "ZSE", name: "Seattle", latitude: 47.3, longitude: -122.2 },
  { id: "ZMP", name: "Minneapolis", latitude: 44.6, longitude: -93.2 },
] as const;
