/**
 * Asia and the Pacific: India, China, Japan, Korea, Australia, New Zealand.
 *
 * @module
 */
import { MINUTE_MS } from "../../time/mod.ts";
import { ANNEX_3, type Dialect, type WritingContext } from "./dialect.ts";
import { inches } from "./groups.ts";

export const INDIA: Dialect = {
  ...ANNEX_3,
  name: "India",
  cadence: () => ({ every: 30, minute: 0 }),
  clearCode: () => "NSC",
  usesCavok: true,
  automaticShare: () => 0.02,
  trendShare: 0.9,
  taf: { ...ANNEX_3.taf, hours: (station) => station.size === "large" ? 30 : 9 },
};

/** Pakistan and its neighbours on the inch as well. */
export const IRAN: Dialect = {
  ...ANNEX_3,
  name: "Iran",
  pressure: ["Q", "A"],
  clearCode: () => "NSC",
  automaticShare: () => 0,
  trendShare: 0.05,
};

export const MIDDLE_EAST: Dialect = {
  ...ANNEX_3,
  name: "Middle East",
  clearCode: () => "NSC",
  automaticShare: () => 0.06,
  trendShare: 0.85,
};

export const CHINA: Dialect = {
  ...ANNEX_3,
  name: "China",
  windUnit: "MPS",
  clearCode: () => "NSC",
  automaticShare: (station) => station.size === "large" ? 0.03 : 0.15,
  cadence: (station) => ({ every: station.size === "large" ? 30 : 60, minute: 0 }),
  trendShare: 0.95,
  taf: { ...ANNEX_3.taf, hours: (s) => s.size === "large" ? 30 : 24, temperatures: true },
};

export const JAPAN: Dialect = {
  ...ANNEX_3,
  name: "Japan",
  significantCloudOnly: false,
  usesCavok: true,
  clearCode: () => "NSC",
  cadence: (station) => ({ every: station.size === "large" ? 30 : 60, minute: 0 }),
  automaticShare: () => 0.1,
  trendShare: 0.2,
  remarks: ({ observation, site }: WritingContext) => {
    if (site.automatic || observation.sky.kind !== "layers") return [];
    if (observation.altimeterInHg === null) return [];
    const layers = observation.sky.layers.map((layer) => {
      const oktas = { FEW: 1, SCT: 3, BKN: 6, OVC: 8 }[layer.amount];
      const genus = layer.type === "CB"
        ? "CB"
        : layer.heightFt >= 20000
        ? "CI"
        : layer.heightFt >= 7000
        ? "AC"
        : layer.heightFt < 1500
        ? "ST"
        : "CU";
      return `${oktas}${genus}${String(Math.round(layer.heightFt / 100)).padStart(3, "0")}`;
    });
    return [...layers, "A" + inches(observation.altimeterInHg)];
  },
};

export const KOREA: Dialect = {
  ...ANNEX_3,
  name: "Korea",
  clearCode: () => "NSC",
  trendShare: 0.7,
};

export const AUSTRALIA: Dialect = {
  ...ANNEX_3,
  name: "Australia",
  slashWeather: true,
  significantCloudOnly: true,
  cadence: (station) => ({ every: station.size === "large" ? 30 : 60, minute: 0 }),
  automaticShare: (station) => station.size === "large" ? 0.1 : 0.85,
  trendShare: 0.5,
  trendStyle: "TTF",
  supplements: rainfall,
  taf: {
    ...ANNEX_3.taf,
    change: "FM",
    hours: (station) => station.size === "large" ? 30 : 12,
    inter: true,
    australianRows: true,
  },
};

/** Rainfall of the last ten minutes and since 09:00 local time: `RF00.2/004.6`. */
function rainfall({ site, conditions, observation, at }: WritingContext): string[] {
  if (!site.automatic) return [];
  const tenMinutes = conditions.rate / 6;
  const since = (conditions.solarHour - 9 + 24) % 24;
  let total = tenMinutes;
  for (let hour = 1; hour < since; hour += 3) {
    total += 3 * at(observation.observedAt - hour * 60 * MINUTE_MS).rate;
  }
  const write = (mm: number, digits: number) => mm.toFixed(1).padStart(digits, "0");
  return [`RF${write(tenMinutes, 4)}/${write(Math.min(total, 999), 5)}`];
}

export const NEW_ZEALAND: Dialect = {
  ...ANNEX_3,
  name: "New Zealand",
  automaticShare: () => 0.9,
  unknownCloudType: true,
  cadence: () => ({ every: 30, minute: 0 }),
  trendShare: 0.4,
};
