/**
 * Africa: Annex 3 on the hour, some southern stations automatic and blind.
 *
 * @module
 */
import { ANNEX_3, type Dialect } from "./dialect.ts";

export const AFRICA: Dialect = {
  ...ANNEX_3,
  name: "Africa",
  clearCode: () => "NSC",
  significantCloudOnly: false,
  automaticShare: () => 0.03,
  trendShare: 0.5,
};

export const SOUTHERN_AFRICA: Dialect = {
  ...AFRICA,
  name: "Southern Africa",
  automaticShare: (station) => station.size === "large" ? 0.2 : 0.7,
  blindShare: 0.7,
  slashWeather: true,
};
