/**
 * Latin America and the Caribbean.
 *
 * @module
 */
import { ANNEX_3, type Dialect, type WritingContext } from "./dialect.ts";
import { compass, inches } from "./groups.ts";
import { UNITED_STATES } from "./united_states.ts";

export const MEXICO: Dialect = {
  ...UNITED_STATES,
  name: "Mexico",
  clearCode: () => "SKC",
  needsMaintenance: () => false,
  automaticShare: () => 0.05,
  blindShare: 0.1,
  cadence: (_station, key) => ({ every: 60, minute: 40 + key % 6 }),
  remarks: ({ conditions }: WritingContext) => conditions.haze > 0.15 ? ["HZY"] : [],
  taf: { ...ANNEX_3.taf, change: "FM", leadMinutes: 30 },
};

/** Central America and Colombia, Ecuador: hPa first, inches in the remarks. */
export const CENTRAL_AMERICA: Dialect = {
  ...ANNEX_3,
  name: "Central America",
  usesCavok: false,
  significantCloudOnly: false,
  clearCode: () => "SKC",
  automaticShare: () => 0.08,
  trendShare: 0.25,
  remarks: ({ observation }: WritingContext) =>
    observation.altimeterInHg === null ? [] : ["A" + inches(observation.altimeterInHg)],
};

export const SOUTH_AMERICA: Dialect = {
  ...ANNEX_3,
  name: "South America",
  significantCloudOnly: false,
  clearCode: () => "NSC",
  automaticShare: () => 0.12,
  trendShare: 0,
  taf: { ...ANNEX_3.taf, temperatures: true, hours: (s) => s.size === "large" ? 30 : 12 },
};

export const PERU: Dialect = {
  ...SOUTH_AMERICA,
  name: "Peru",
  trendShare: 0.5,
  remarks: ({ conditions }: WritingContext) => [
    "PP" + (conditions.rate === 0 ? "000" : String(Math.round(conditions.rate)).padStart(3, "0")),
  ],
};

export const CARIBBEAN: Dialect = {
  ...ANNEX_3,
  name: "Caribbean",
  usesCavok: false,
  significantCloudOnly: false,
  clearCode: () => "NSC",
  automaticShare: () => 0.05,
  trendShare: 0.7,
  remarks: ({ observation, chance }: WritingContext) => {
    const { sky } = observation;
    const cb = sky.kind === "layers" && sky.layers.some((layer) => layer.type === "CB");
    return cb ? ["CB", compass(chance(81))] : [];
  },
};

/** US military and US-run fields abroad: metres of the world, inches of home. */
export const US_MILITARY: Dialect = {
  ...UNITED_STATES,
  name: "US military",
  cadence: () => ({ every: 60, minute: 55 }),
  automaticShare: () => 0.55,
};
