/**
 * The stations of the simulated world: real places, chosen the same way every time.
 *
 * @module
 */
import type { Station } from "../stations/station.ts";
import { dialectOf } from "./dialects/mod.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { hashText, unit } from "./world/hash.ts";

/** How a station is equipped and manned; fixed for its life. */
export interface Site {
  readonly station: Station;
  readonly dialect: Dialect;
  readonly elevationFt: number;
  /** Seeds all habits of the station. */
  readonly key: number;
  readonly hasTaf: boolean;
  /** Minutes between routine reports. */
  readonly everyMinutes: number;
  /** Minute of the hour of the first routine report. */
  readonly minute: number;
  readonly automatic: boolean;
  /** An automatic station that sees neither visibility, weather nor cloud. */
  readonly blind: boolean;
  readonly military: boolean;
  /** The provider withholds the position (some US military fields). */
  readonly positionWithheld: boolean;
}

/** How many stations to make. */
export interface SiteCounts {
  readonly metar: number;
  readonly taf: number;
}

/** As many as the real feeds have (AWC bulk files, September 2026: 5,128 and 2,971). */
export const DEFAULT_COUNTS: SiteCounts = { metar: 5130, taf: 2970 };

/** Shares of the world's METAR stations by first letters, counted over a real bulk file; the rest share what is left. */
const SHARES: readonly (readonly [string, number])[] = [
  ["K", 0.445],
  ["C", 0.075],
  ["PA", 0.024],
  ["LF", 0.022],
  ["SB", 0.021],
  ["EG", 0.017],
  ["LI", 0.013],
  ["MM", 0.012],
  ["EN", 0.011],
  ["OI", 0.011],
  ["Y", 0.02],
  ["Z", 0.024],
  ["U", 0.03],
  ["V", 0.03],
  ["RJ", 0.012],
];

const WITHHELD = 23;

/**
 * Chooses the stations: by size within each region's share, ties by name.
 *
 * @param stations every known station with a location indicator
 */
export function chooseSites(
  stations: Iterable<Station>,
  counts: SiteCounts = DEFAULT_COUNTS,
): Site[] {
  const candidates = [...stations]
    .filter((s) => /^[A-Z]{4}$/.test(s.id) && s.elevation !== null && weightOf(s) > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1));
  const chosen = new Map<string, Station>();
  for (const [prefix, share] of SHARES) {
    let left = Math.round(share * counts.metar);
    for (const station of candidates) {
      if (left === 0) break;
      if (!station.id.startsWith(prefix)) continue;
      chosen.set(station.id, station);
      left--;
    }
  }
  for (const station of candidates) {
    if (chosen.size >= counts.metar) break;
    if (SHARES.some(([prefix]) => station.id.startsWith(prefix))) continue;
    chosen.set(station.id, station);
  }
  for (const station of candidates) {
    if (chosen.size >= counts.metar) break;
    chosen.set(station.id, station);
  }
  const metar = [...chosen.values()]
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1))
    .slice(0, counts.metar);
  const tafs = new Set(metar.slice(0, Math.min(counts.taf, metar.length)).map((s) => s.id));
  let withheld = Math.round(WITHHELD * counts.metar / DEFAULT_COUNTS.metar);
  return metar
    .map((station) => {
      const site = siteOf(station, tafs.has(station.id));
      const hidden = site.military && station.country === "US" && station.size !== "large" &&
        withheld > 0;
      if (hidden) withheld--;
      return hidden ? { ...site, positionWithheld: true } : site;
    })
    .sort((a, b) => (a.station.id < b.station.id ? -1 : 1));
}

function weightOf(station: Station): number {
  const size =
    { large: 4, medium: 3, small: 1, station: 0.5, heliport: 0, seaplane: 0 }[station.size];
  if (size === 0) return 0;
  const longest = Math.max(0, ...station.runways.map((r) => r.length?.value ?? 0));
  return size + Math.min(longest, 14000) / 15000 + (station.iata !== null ? 0.4 : 0);
}

const MILITARY = /\b(AFB|air base|air force|AAF|army|naval|NAS|RAF|military|airbase|MCAS|BAF)\b/i;

function siteOf(station: Station, hasTaf: boolean): Site {
  const key = hashText(station.id);
  const military = MILITARY.test(station.name) || station.id.startsWith("ET");
  const dialect = dialectOf(station, military);
  const cadence = dialect.cadence(station, key);
  const automatic = unit(key, 1) < dialect.automaticShare(station);
  return {
    station,
    dialect,
    elevationFt: station.elevation?.value ?? 0,
    key,
    hasTaf,
    everyMinutes: cadence.every,
    minute: cadence.minute,
    automatic,
    blind: automatic && unit(key, 2) < dialect.blindShare,
    military,
    positionWithheld: false,
  };
}
