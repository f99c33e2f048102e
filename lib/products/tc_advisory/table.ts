/**
 * The fields of a tropical cyclone advisory: ICAO Annex 3, appendix 2, table A2-2.
 *
 * @module
 */
import { type HeadName, type LabelRow, tableOf } from "../hazard/mod.ts";

/** Names of the fields. */
export type TcField =
  | HeadName
  | "cyclone"
  | "observed"
  | "cumulonimbus"
  | "movement"
  | "intensityChange"
  | "centralPressure"
  | "maximumWind"
  | "forecastPosition"
  | "forecastWind";

/** In the order of the standard; each example is a test and a line of the page of formats. */
export const TC_FIELDS: readonly LabelRow<TcField>[] = [
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
    example: "DTG: 20040925/1900Z",
    meaning: "when the advisory was made",
  },
  {
    name: "centre",
    labels: ["TCAC"],
    required: true,
    example: "TCAC: YUFO",
    meaning: "tropical cyclone advisory centre",
  },
  {
    name: "cyclone",
    labels: ["TC"],
    required: true,
    example: "TC: GLORIA",
    meaning: "name of the cyclone; NN without one",
  },
  {
    name: "number",
    labels: ["ADVISORY NR", "ADVISORY NUMBER", "NR"],
    required: true,
    example: "ADVISORY NR: 2004/13",
    meaning: "number of the advisory",
  },
  {
    name: "observed",
    labels: ["OBS PSN", "PSN"],
    required: true,
    example: "OBS PSN: 25/1800Z N2706 W07306",
    meaning: "where the centre is",
  },
  {
    name: "cumulonimbus",
    labels: ["CB"],
    example: "CB: WI 250NM OF TC CENTRE TOP FL500",
    meaning: "where cumulonimbus stand, and their tops",
  },
  {
    name: "movement",
    labels: ["MOV"],
    required: true,
    example: "MOV: NW 20KMH",
    meaning: "where the cyclone goes",
  },
  {
    name: "intensityChange",
    labels: ["INTST CHANGE", "INTENSITY CHANGE"],
    example: "INTST CHANGE: INTSF",
    meaning: "stronger, weaker, or no change",
  },
  {
    name: "centralPressure",
    labels: ["C"],
    required: true,
    example: "C: 965HPA",
    meaning: "pressure at the centre",
  },
  {
    name: "maximumWind",
    labels: ["MAX WIND"],
    required: true,
    example: "MAX WIND: 22MPS",
    meaning: "strongest wind near the surface",
  },
  {
    name: "forecastPosition",
    labels: ["FCST PSN"],
    hours: true,
    example: "FCST PSN +6 HR: 25/2200Z N2748 W07350",
    meaning: "where the centre will be",
  },
  {
    name: "forecastWind",
    labels: ["FCST MAX WIND"],
    hours: true,
    example: "FCST MAX WIND +6 HR: 22MPS",
    meaning: "strongest wind then",
  },
  {
    name: "remarks",
    labels: ["RMK", "RMKS", "REMARKS"],
    example: "RMK: NIL",
    meaning: "free words",
  },
  {
    name: "next",
    labels: ["NXT MSG", "NEXT MSG", "NXT ADVISORY"],
    required: true,
    example: "NXT MSG: BFR 20040925/2000Z",
    meaning: "when the next advisory comes",
  },
];

/** The paragraph behind every field. */
export const TC_RULE = "ICAO Annex 3, appendix 2, table A2-2";

/** The table, ready to cut a text. */
export const TC_TABLE = tableOf(TC_FIELDS);
