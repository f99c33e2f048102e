/**
 * The bulk files of the Aviation Weather Center.
 *
 * @module
 */
import { METAR_COLUMNS, PIREP_COLUMNS } from "./columns.ts";
import type { FileKind } from "./bulk_file.ts";
import {
  cwaRecord,
  gairmetRecord,
  internationalRecord,
  metarRecord,
  metarRow,
  pirepRecord,
  pirepRow,
  sigmetRecord,
  tafRecord,
} from "./rows.ts";

/** One file, with the other form in which the same data come. */
export interface FeedSpec {
  readonly product: "metar" | "taf" | "pirep" | "sigmet" | "gairmet" | "cwa";
  /** The feed's own name, where the product has several. */
  readonly key?: string;
  /** Under `/data/cache/`, or a path of its own; the second is asked where the first does not exist (404). */
  readonly files: readonly string[];
  readonly content: "latest" | "complete";
  readonly kind: FileKind;
  /** A file without any report cannot be right: the world always has some. */
  readonly neverEmpty: boolean;
}

/** In the order of their worth: when the first fetch after a start is slow, METARs come first. */
export const AWC_FEEDS: readonly FeedSpec[] = [
  {
    product: "metar",
    files: ["metars.cache.csv.gz", "metars.cache.xml.gz"],
    content: "latest",
    kind: {
      csv: { columns: METAR_COLUMNS, row: metarRow },
      xml: { element: "METAR", record: metarRecord },
    },
    neverEmpty: true,
  },
  {
    product: "taf",
    files: ["tafs.cache.xml.gz"],
    content: "latest",
    kind: { xml: { element: "TAF", record: tafRecord } },
    neverEmpty: true,
  },
  {
    product: "sigmet",
    files: ["airsigmets.cache.xml.gz"],
    content: "complete",
    kind: { xml: { element: "AIRSIGMET", record: sigmetRecord } },
    neverEmpty: false,
  },
  {
    product: "sigmet",
    key: "isigmet",
    // SIGMETs of the rest of the world have no bulk file. There are always some; but 204 is an answer.
    files: ["/api/data/isigmet?format=json"],
    content: "complete",
    kind: { json: internationalRecord },
    neverEmpty: false,
  },
  {
    product: "pirep",
    files: ["aircraftreports.cache.csv.gz", "aircraftreports.cache.xml.gz"],
    content: "complete",
    kind: {
      csv: { columns: PIREP_COLUMNS, row: pirepRow },
      xml: { element: "AircraftReport", record: pirepRecord },
    },
    neverEmpty: false,
  },
  {
    product: "gairmet",
    files: ["gairmets.cache.xml.gz"],
    content: "complete",
    kind: { xml: { element: "GAIRMET", record: gairmetRecord } },
    neverEmpty: false,
  },
  {
    product: "cwa",
    // There is no bulk file of these; the answer is 204 while none is in force.
    files: ["/api/data/cwa?format=json"],
    content: "complete",
    kind: { json: cwaRecord },
    neverEmpty: false,
  },
];
