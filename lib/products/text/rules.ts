/**
 * Where the rule behind each element stands.
 *
 * @module
 */
import type { MessageKey } from "./en.ts";

/** The elements that have a name in the message tables. */
export type Element = MessageKey extends infer Key
  ? Key extends `element.${infer Name}` ? Name : never
  : never;

/** A paragraph for each element. */
export type Rules = Readonly<Record<Element, string | null>>;

/** Paragraph of the METAR standard for each element; `null` for what no standard covers. */
export const RULES: Rules = {
  reportType: "WMO-No. 306 FM 15, 15.1",
  station: "WMO-No. 306 FM 15, 15.2; ICAO Doc 7910",
  time: "WMO-No. 306 FM 15, 15.3",
  modifier: "WMO-No. 306 FM 15, 15.4",
  surfaceWind: "WMO-No. 306 FM 15, 15.5",
  visibility: "WMO-No. 306 FM 15, 15.6",
  runwayVisualRange: "WMO-No. 306 FM 15, 15.7",
  weather: "WMO-No. 306 FM 15, 15.8; code table 4678",
  cloud: "WMO-No. 306 FM 15, 15.9",
  verticalVisibility: "WMO-No. 306 FM 15, 15.9.2",
  temperature: "WMO-No. 306 FM 15, 15.11",
  pressure: "WMO-No. 306 FM 15, 15.12",
  recentWeather: "WMO-No. 306 FM 15, 15.13.2",
  windShear: "WMO-No. 306 FM 15, 15.13.3",
  seaSurface: "WMO-No. 306 FM 15, 15.13.5; code table 3700",
  runwayState: "WMO-No. 306 FM 15, 15.13.6",
  colourState: "NATO STANAG 3758",
  trend: "WMO-No. 306 FM 15, 15.14",
  remark: "WMO-No. 306 FM 15, 15.15; FMH-1, chapter 12",
  validity: "WMO-No. 306 FM 51, 51.1",
  changeGroup: "WMO-No. 306 FM 51, 51.8 and 51.9",
  turbulence: "WMO code table 0300",
  icing: "WMO code table 1733",
  extremeTemperature: "WMO-No. 306 FM 51, 51.10",
  place: null,
  level: null,
  levels: null,
  aircraft: null,
  keyword: null,
  windAloft: null,
  hazard: null,
  assessment: null,
  area: null,
  movement: null,
  intensityChange: null,
  region: null,
  identifier: null,
  issuer: null,
  forecastPosition: null,
  notice: null,
  unparsed: null,
  other: null,
};

/** The same for TAF. */
export const TAF_RULES: Rules = {
  ...RULES,
  reportType: "WMO-No. 306 FM 51, 51.1",
  station: "WMO-No. 306 FM 51, 51.2; ICAO Doc 7910",
  time: "WMO-No. 306 FM 51, 51.2",
  modifier: "WMO-No. 306 FM 51, 51.1",
  surfaceWind: "WMO-No. 306 FM 51, 51.3",
  visibility: "WMO-No. 306 FM 51, 51.4 and 51.7",
  weather: "WMO-No. 306 FM 51, 51.5; code table 4678",
  cloud: "WMO-No. 306 FM 51, 51.6",
  verticalVisibility: "WMO-No. 306 FM 51, 51.6",
  windShear: "NWSI 10-813",
  pressure: "AFMAN 15-124",
};

/** One paragraph for every element of a report, and others for those named. */
function everywhere(rule: string, named: Partial<Rules> = {}): Rules {
  const all = Object.keys(RULES).map((element) => [element, rule]);
  return { ...Object.fromEntries(all) as Rules, ...named, unparsed: null, other: null };
}

/** The same for pilot reports of the US. */
export const PIREP_RULES: Rules = everywhere("FAA Order JO 7110.10; AIM 7-1-18", {
  aircraft: "ICAO Doc 8643",
  turbulence: "FAA Order JO 7110.10; AIM 7-1-21",
  icing: "FAA Order JO 7110.10; AIM 7-1-19",
  weather: "AIM 7-1-18; WMO code table 4678",
});

/** The same for air reports. */
export const AIREP_RULES: Rules = everywhere("ICAO Doc 4444, appendix 1");

/** The same for SIGMET and AIRMET. */
export const SIGMET_RULES: Rules = everywhere("ICAO Annex 3, appendix 6");

/** The same for warnings of the US: convective SIGMET, AIRMET, G-AIRMET. */
export const US_WARNING_RULES: Rules = everywhere("NWS Instruction 10-811");

/** The same for space weather advisories. */
export const SPACE_WEATHER_RULES: Rules = everywhere("ICAO Annex 3, appendix 2, table A2-3");

/** The same for centre weather advisories. */
export const CWA_RULES: Rules = everywhere("NWS Instruction 10-803");

/** The same for winds and temperatures aloft. */
export const WINDS_ALOFT_RULES: Rules = everywhere("FAA AIM 7-1-6; NWS Instruction 10-812");

/** The same for volcanic ash advisories. */
export const VA_RULES: Rules = everywhere("ICAO Annex 3, appendix 2, table A2-1");

/** The same for tropical cyclone advisories. */
export const TC_RULES: Rules = everywhere("ICAO Annex 3, appendix 2, table A2-2");
