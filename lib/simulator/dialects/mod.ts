/**
 * Which dialect a station speaks: by location indicator, since that follows the issuing service.
 *
 * @module
 */
import type { Station } from "../../stations/station.ts";
import { AFRICA, SOUTHERN_AFRICA } from "./africa.ts";
import {
  CARIBBEAN,
  CENTRAL_AMERICA,
  MEXICO,
  PERU,
  SOUTH_AMERICA,
  US_MILITARY,
} from "./americas.ts";
import {
  AUSTRALIA,
  CHINA,
  INDIA,
  IRAN,
  JAPAN,
  KOREA,
  MIDDLE_EAST,
  NEW_ZEALAND,
} from "./asia_pacific.ts";
import { CANADA } from "./canada.ts";
import { ANNEX_3, type Dialect } from "./dialect.ts";
import {
  ALPS,
  EUROPE,
  EUROPE_MILITARY,
  NORTHERN_EUROPE,
  UNITED_KINGDOM,
  WESTERN_EUROPE,
} from "./europe.ts";
import { CENTRAL_ASIA, RUSSIA, STEPPE } from "./russia.ts";
import { UNITED_STATES } from "./united_states.ts";

export type { Dialect, WritingContext } from "./dialect.ts";

/** Longest prefix first. */
const BY_PREFIX: readonly (readonly [string, Dialect])[] = ([
  ["K", UNITED_STATES],
  ["PA", UNITED_STATES],
  ["PF", UNITED_STATES],
  ["PO", UNITED_STATES],
  ["PP", UNITED_STATES],
  ["PH", UNITED_STATES],
  ["PG", UNITED_STATES],
  ["TJ", UNITED_STATES],
  ["TI", UNITED_STATES],
  ["C", CANADA],
  ["MM", MEXICO],
  ["MK", CARIBBEAN],
  ["MU", CARIBBEAN],
  ["MY", CARIBBEAN],
  ["MD", CARIBBEAN],
  ["M", CENTRAL_AMERICA],
  ["T", CARIBBEAN],
  ["SK", CENTRAL_AMERICA],
  ["SE", CENTRAL_AMERICA],
  ["SP", PERU],
  ["S", SOUTH_AMERICA],
  ["EG", UNITED_KINGDOM],
  ["EI", UNITED_KINGDOM],
  ["LF", WESTERN_EUROPE],
  ["LI", WESTERN_EUROPE],
  ["LE", WESTERN_EUROPE],
  ["LP", WESTERN_EUROPE],
  ["LS", ALPS],
  ["LO", ALPS],
  ["EN", NORTHERN_EUROPE],
  ["ES", NORTHERN_EUROPE],
  ["EF", NORTHERN_EUROPE],
  ["EK", NORTHERN_EUROPE],
  ["EE", NORTHERN_EUROPE],
  ["EV", NORTHERN_EUROPE],
  ["EY", NORTHERN_EUROPE],
  ["BI", NORTHERN_EUROPE],
  ["BG", NORTHERN_EUROPE],
  ["EB", EUROPE],
  ["EH", EUROPE],
  ["E", EUROPE],
  ["LL", MIDDLE_EAST],
  ["L", EUROPE],
  ["UA", STEPPE],
  ["UM", STEPPE],
  ["UB", CENTRAL_ASIA],
  ["UD", CENTRAL_ASIA],
  ["UG", CENTRAL_ASIA],
  ["UT", CENTRAL_ASIA],
  ["UK", EUROPE],
  ["U", RUSSIA],
  ["ZM", STEPPE],
  ["ZK", CHINA],
  ["Z", CHINA],
  ["OI", IRAN],
  ["OP", IRAN],
  ["OA", IRAN],
  ["O", MIDDLE_EAST],
  ["VI", INDIA],
  ["VA", INDIA],
  ["VE", INDIA],
  ["VO", INDIA],
  ["V", { ...ANNEX_3, name: "Southern Asia", clearCode: () => "NSC", trendShare: 0.7 }],
  ["W", { ...ANNEX_3, name: "South-East Asia", clearCode: () => "NSC", trendShare: 0.6 }],
  ["RJ", JAPAN],
  ["RO", JAPAN],
  ["RK", KOREA],
  ["Y", AUSTRALIA],
  ["NZ", NEW_ZEALAND],
  ["FA", SOUTHERN_AFRICA],
  ["FY", SOUTHERN_AFRICA],
  ["FD", SOUTHERN_AFRICA],
  ["D", AFRICA],
  ["F", AFRICA],
  ["G", AFRICA],
  ["H", AFRICA],
] as (readonly [string, Dialect])[]).sort((a, b) => b[0].length - a[0].length);

/** The dialect of a station. */
export function dialectOf(station: Station, military: boolean): Dialect {
  const dialect = BY_PREFIX.find(([prefix]) => station.id.startsWith(prefix))?.[1] ?? ANNEX_3;
  if (!military) return dialect;
  if (dialect.name === UNITED_STATES.name) return US_MILITARY;
  return station.id.startsWith("E") || station.id.startsWith("LK") || station.id.startsWith("LH")
    ? EUROPE_MILITARY
    : dialect;
}
