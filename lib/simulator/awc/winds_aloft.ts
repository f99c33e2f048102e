/**
 * FB winds: the plain-text bulletin of winds and temperatures aloft.
 *
 * @module
 */
import { HOUR_MS } from "../../time/mod.ts";
import { dayTime } from "../encode.ts";
import { aloftAt } from "../hazards/aloft.ts";
import type { Simulation } from "../simulation.ts";

const LEVELS = [3000, 6000, 9000, 12000, 18000, 24000, 30000, 34000, 39000] as const;
/** Right edge of each level's column, characters from the start of the line. */
const EDGES = [8, 16, 24, 32, 40, 48, 55, 62, 69] as const;
/** Stations of the bulletin by the letters of their airport. */
const STATIONS = (
  "ABI ABQ ALB AMA ATL BGR BIL BNA BOI BOS BUF CLE CLT CVG DAL DCA DEN DFW " +
  "DLH DSM DTW ELP FAT GEG GFK HOU IAH ICT IND JAX JAN JFK LAS LAX LBB LIT " +
  "MCI MEM MIA MKE MOB MSN MSP MSY OKC OMA ORD ORF PDX PHX PIT PVD RAP RDU " +
  "RIC RNO SAN SAT SAV SEA SFO SGF SHV SLC STL SYR TLH TPA TUL TUS"
).split(" ").map((id) => `K${id}`);

/** The bulletin for a forecast of `hours` (6, 12 or 24), low levels. */
export function windsAloft(simulation: Simulation, now: number, hours: 6 | 12 | 24): string {
  const based = Math.floor(now / (6 * HOUR_MS)) * 6 * HOUR_MS;
  const valid = based + hours * HOUR_MS;
  const clock = (instant: number) => dayTime(instant).slice(2, 6);
  const head = [
    "000",
    `FBUS31 KWNO ${dayTime(based + 2 * HOUR_MS).slice(0, 6)}`,
    "FD1US1",
    `DATA BASED ON ${dayTime(based)}`,
    `VALID ${dayTime(valid)}   FOR USE ${clock(valid - 4 * HOUR_MS)}-${
      clock(valid + 3 * HOUR_MS)
    }Z. ` +
    "TEMPS NEG ABV 24000",
    "",
    align("FT", LEVELS.map(String)),
  ];
  const rows = STATIONS.flatMap((id) => {
    const site = simulation.site(id);
    if (site === undefined) return [];
    const air = simulation.world.at(
      site.station.latitude,
      site.station.longitude,
      site.elevationFt,
      valid,
    );
    const groups = LEVELS.map((level) => {
      // Winds are not forecast within 1,500 ft of the ground, temperatures not within 2,500 (AIM 7-1-4).
      if (level < site.elevationFt + 1500) return "";
      const { windFrom, windSpeed, temperature } = aloftAt(air, site.elevationFt, level);
      return windGroup(windFrom, windSpeed) +
        (level < site.elevationFt + 2500 || level === 3000
          ? ""
          : temperatureGroup(temperature, level));
    });
    return [align(id.slice(1), groups)];
  });
  return [...head, ...rows].join("\n") + "\n";
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

function align(name: string, groups: readonly string[]): string {
  let line = name;
  groups.forEach((group, i) => {
    if (group !== "") line = line.padEnd(EDGES[i]! - group.length) + group;
  });
  return line;
}
