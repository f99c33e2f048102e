/**
 * The fields of a volcanic ash advisory: ICAO Annex 3, appendix 2, table A2-1.
 *
 * @module
 */
import { type HeadName, type LabelRow, tableOf } from "../hazard/mod.ts";

/** Names of the fields. */
export type VaField =
  | HeadName
  | "volcano"
  | "position"
  | "region"
  | "elevation"
  | "informationSource"
  | "colourCode"
  | "eruptionDetails"
  | "observedTime"
  | "estimatedTime"
  | "observedCloud"
  | "estimatedCloud"
  | "forecastCloud";

/** In the order of the standard; each example is a test and a line of the page of formats. */
export const VA_FIELDS: readonly LabelRow<VaField>[] = [
  {
    name: "status",
    labels: ["STATUS"],
    example: "STATUS: TEST",
    meaning: "a test or an exercise: not for operational use",
  },
  {
    name: "time",
    labels: ["DTG"],
    required: true,
    example: "DTG: 20080923/0130Z",
    meaning: "when the advisory was made",
  },
  {
    name: "centre",
    labels: ["VAAC"],
    required: true,
    example: "VAAC: TOKYO",
    meaning: "volcanic ash advisory centre",
  },
  {
    name: "volcano",
    labels: ["VOLCANO"],
    required: true,
    example: "VOLCANO: KARYMSKY 300130",
    meaning: "name and number of the volcano",
  },
  {
    name: "position",
    labels: ["PSN"],
    required: true,
    example: "PSN: N5403 E15927",
    meaning: "where it stands",
  },
  {
    name: "region",
    labels: ["AREA"],
    required: true,
    example: "AREA: RUSSIA",
    meaning: "country or region",
  },
  {
    name: "elevation",
    labels: ["SUMMIT ELEV", "SOURCE ELEV", "SUMMIT ELEVATION", "SOURCE ELEVATION"],
    example: "SOURCE ELEV: 1536M AMSL",
    meaning: "height of summit or vent above mean sea level",
  },
  {
    name: "number",
    labels: ["ADVISORY NR", "ADVISORY NUMBER"],
    required: true,
    example: "ADVISORY NR: 2008/4",
    meaning: "number of the advisory in its year",
  },
  {
    name: "informationSource",
    labels: ["INFO SOURCE", "INFORMATION SOURCE"],
    example: "INFO SOURCE: MTSAT-1R KVERT KEMSD",
    meaning: "what it rests upon",
  },
  {
    name: "colourCode",
    labels: ["AVIATION COLOUR CODE", "AVIATION COLOR CODE"],
    example: "AVIATION COLOUR CODE: RED",
    meaning: "state of the volcano as volcano observatories tell it",
  },
  {
    name: "eruptionDetails",
    labels: ["ERUPTION DETAILS", "ERUPTION DETAIL"],
    example: "ERUPTION DETAILS: ERUPTION AT 20080923/0000Z FL300 REPORTED",
    meaning: "what is known of the eruption",
  },
  {
    name: "observedTime",
    labels: ["OBS VA DTG", "OBS ASH DTG", "OBS VA DATE/TIME", "OBS ASH DATE/TIME"],
    example: "OBS VA DTG: 23/0100Z",
    meaning: "when the ash was observed",
  },
  {
    name: "estimatedTime",
    labels: ["EST VA DTG", "EST ASH DTG"],
    example: "EST VA DTG: 23/0100Z",
    meaning: "for when the ash was estimated",
  },
  {
    name: "observedCloud",
    labels: ["OBS VA CLD", "OBS ASH CLD", "OBS ASH CLOUD"],
    example:
      "OBS VA CLD: FL250/300 N5400 E15930 - N5400 E16100 - N5300 E15945 - N5400 E15930 MOV SE 20KT",
    meaning: "ash clouds now: levels, outline, movement",
  },
  {
    name: "estimatedCloud",
    labels: ["EST VA CLD", "EST ASH CLD"],
    example: "EST VA CLD: SFC/FL200 N5130 E16130 - N5130 E16230 - N5230 E16230 MOV SE 15KT",
    meaning: "the same, estimated",
  },
  {
    name: "forecastCloud",
    labels: ["FCST VA CLD", "FCST ASH CLD", "FCST ASH CLOUD"],
    hours: true,
    example:
      "FCST VA CLD +6 HR: 23/0700Z FL250/350 N5130 E16030 - N5130 E16230 - N5330 E16230 - N5330 E16030",
    meaning: "ash clouds 6, 12 and 18 hours after",
  },
  {
    name: "remarks",
    labels: ["RMK", "RMKS", "REMARKS"],
    example: "RMK: LATEST REP FM KVERT (0120Z) INDICATES ERUPTION HAS CEASED.",
    meaning: "free words",
  },
  {
    name: "next",
    labels: ["NXT ADVISORY", "NEXT ADVISORY"],
    required: true,
    example: "NXT ADVISORY: 20080923/0730Z",
    meaning: "when the next advisory comes",
  },
];

/** The paragraph behind every field. */
export const VA_RULE = "ICAO Annex 3, appendix 2, table A2-1";

/** The table, ready to cut a text. */
export const VA_TABLE = tableOf(VA_FIELDS);
