/**
 * FB winds: the plain-text bulletins of winds and temperatures aloft.
 *
 * @module
 */
import { HOUR_MS } from "../../time/mod.ts";
import { dayTime } from "../encode.ts";
import { aloftAt } from "../hazards/aloft.ts";
import type { Simulation } from "../simulation.ts";
import type { Site } from "../sites.ts";

/** What a bulletin is asked for. */
export interface WindsQuery {
  readonly region: string;
  readonly level: "low" | "high";
  readonly hours: 6 | 12 | 24;
}

/** Heights of a bulletin, and the right edge of each one's column, characters from the start of the line. */
interface Levels {
  readonly feet: readonly number[];
  readonly edges: readonly number[];
}

const LOW: Levels = {
  feet: [3000, 6000, 9000, 12000, 18000, 24000, 30000, 34000, 39000],
  edges: [8, 16, 24, 32, 40, 48, 55, 62, 69],
};
/** Over the ocean there are levels near the water. */
const OCEAN: Levels = {
  feet: [1000, 1500, 2000, 3000, 6000, 9000, 12000, 15000, 18000, 24000, 30000, 34000, 39000],
  edges: [8, 13, 18, 23, 31, 39, 47, 55, 63, 71, 78, 85, 92],
};
const HIGH: Levels = { feet: [45000, 53000], edges: [10, 18] };

/** The stations of a region by their indicators, and the letters of its headings. */
interface Region {
  readonly area: string;
  readonly low: Levels;
  readonly stations: readonly string[];
}

const CONTIGUOUS: Region = {
  area: "US",
  low: LOW,
  stations: (
    "ABI ABQ ALB AMA ATL BGR BIL BNA BOI BOS BUF CLE CLT CVG DAL DCA DEN DFW " +
    "DLH DSM DTW ELP FAT GEG GFK HOU IAH ICT IND JAX JAN JFK LAS LAX LBB LIT " +
    "MCI MEM MIA MKE MOB MSN MSP MSY OKC OMA ORD ORF PDX PHX PIT PVD RAP RDU " +
    "RIC RNO SAN SAT SAV SEA SFO SGF SHV SLC STL SYR TLH TPA TUL TUS"
  ).split(" ").map((id) => `K${id}`),
};

const REGIONS: Readonly<Record<string, Region>> = {
  us: CONTIGUOUS,
  alaska: {
    area: "AK",
    low: LOW,
    stations: ("PADK PADQ PAKN PANC PANT PABE PABR PACD PAFA PAGA PAGK PAHO PAJN PAMC PAOM PAOT " +
      "PASN PAYA").split(" "),
  },
  hawaii: { area: "HW", low: OCEAN, stations: ["PHNL", "PHLI", "PHOG", "PHKO", "PHTO"] },
  other_pac: {
    area: "OC",
    low: OCEAN,
    stations: ["PGUM", "PWAK", "PMDY", "NSTU", "PKMJ", "PKWA", "PTYA", "PTRO", "PTKK", "PTPN"],
  },
};

/** Parts of the contiguous states are answered with all of them. */
const PARTS = new Set(["bos", "mia", "chi", "dfw", "slc", "sfo"]);

/** What the parameters of a query ask for, or the name of the one that is wrong. */
export function readWindsQuery(query: URLSearchParams): WindsQuery | "region" | "level" | "fcst" {
  const region = query.get("region") ?? "us";
  if (REGIONS[region] === undefined && !PARTS.has(region)) return "region";
  const level = query.get("level") ?? "low";
  if (level !== "low" && level !== "high") return "level";
  const hours = Number(query.get("fcst") ?? "06");
  return hours === 6 || hours === 12 || hours === 24 ? { region, level, hours } : "fcst";
}

/** The bulletin. */
export function windsAloft(
  simulation: Simulation,
  now: number,
  { region: name, level, hours }: WindsQuery,
): string {
  const region = REGIONS[name] ?? CONTIGUOUS;
  const levels = level === "low" ? region.low : HIGH;
  const based = Math.floor(now / (6 * HOUR_MS)) * 6 * HOUR_MS;
  const valid = based + hours * HOUR_MS;
  const rows = region.stations.flatMap((id) => {
    const site = simulation.site(id);
    const name = site && nameOf(site);
    return name ? [rowOf(name, site, levels, valid, simulation)] : [];
  });
  return [...headOf(region.area, level, hours, based), align("FT", levels.feet.map(String), levels)]
    .concat(rows).join("\n") + "\n";
}

/** Numbers of the headings. */
const NUMBERS = { low: { 6: 1, 12: 3, 24: 5 }, high: { 6: 7, 12: 8, 24: 9 } } as const;
/** For how many hours before and after its time a forecast is used: one begins where the other ends. */
const USE_HOURS = { 6: [4, 3], 12: [3, 6], 24: [6, 6] } as const;

/** Heading, run, and hours of use. */
function headOf(
  area: string,
  level: WindsQuery["level"],
  hours: WindsQuery["hours"],
  based: number,
): string[] {
  const valid = based + hours * HOUR_MS;
  const clock = (instant: number) => dayTime(instant).slice(2, 6);
  const number = NUMBERS[level][hours];
  const [before, after] = USE_HOURS[hours];
  return [
    "000",
    `FB${area}3${number} KWNO ${dayTime(based + 2 * HOUR_MS).slice(0, 6)}`,
    `FD${number}${area}${number}`,
    `DATA BASED ON ${dayTime(based)}`,
    `VALID ${dayTime(valid)}   FOR USE ${clock(valid - before * HOUR_MS)}-` +
    `${clock(valid + after * HOUR_MS)}Z. TEMPS NEG ABV 24000`,
    "",
  ];
}

/** The three letters of a column: those of the airport behind its K, elsewhere its IATA code. */
function nameOf({ station: { id, iata } }: Site): string | null {
  return id.startsWith("K") ? id.slice(1) : iata;
}

function rowOf(
  name: string,
  { station, elevationFt }: Site,
  levels: Levels,
  valid: number,
  simulation: Simulation,
): string {
  const air = simulation.world.at(station.latitude, station.longitude, elevationFt, valid);
  const groups = levels.feet.map((level) => {
    // Winds are not forecast within 1,500 ft of the ground, temperatures not within 2,500 (AIM 7-1-4).
    if (level < elevationFt + (levels === OCEAN ? 0 : 1500)) return "";
    const { windFrom, windSpeed, temperature } = aloftAt(air, elevationFt, level);
    return windGroup(windFrom, windSpeed) +
      (level < elevationFt + 2500 || level <= 3000 ? "" : temperatureGroup(temperature, level));
  });
  return align(name, groups, levels);
}

/** Tens of degrees and knots; 100 kt and more add 50 to the direction; `9900` is light and variable. */
function windGroup(from: number, speed: number): string {
  const knots = Math.min(Math.round(speed), 199);
  if (knots < 5) return "9900";
  const tens = (Math.round(from / 10) % 36 || 36) + (knots >= 100 ? 50 : 0);
  return String(tens).padStart(2, "0") + String(knots % 100).padStart(2, "0");
}

function temperatureGroup(celsius: number, level: number): string {
  const whole = Math.round(celsius);
  const digits = String(Math.abs(whole)).padStart(2, "0");
  return level > 24000 ? digits : (whole < 0 ? "-" : "+") + digits;
}

function align(name: string, groups: readonly string[], { edges }: Levels): string {
  let line = name;
  groups.forEach((group, i) => {
    if (group !== "") line = line.padEnd(edges[i]! - group.length) + group;
  });
  return line;
}
