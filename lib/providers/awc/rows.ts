/**
 * From a row or record of AWC to a raw report, or the reason why it is skipped.
 *
 * @module
 */
import type { RawReport } from "../../products/raw_report.ts";
import { METAR_AT, PIREP_AT } from "./columns.ts";
import { elevationOf, instantOf, numberOf, positionOf, stationOf } from "./values.ts";
import type { JsonRecord } from "./json_records.ts";
import type { XmlRecord } from "./xml_records.ts";

/** Why a row could not be used. */
export type SkipReason = "columns" | "noText" | "tooLong" | "noStation";

/** What all reports of one fetch share. */
export interface Receipt {
  readonly provider: string;
  readonly receivedAt: number;
  readonly simulated: boolean;
  readonly feed?: string;
  readonly degraded?: true;
}

/** A row turned into a report, or a reason. */
export type RowReader<Row> = (row: Row, receipt: Receipt) => RawReport | SkipReason;

/** Longest text of a report by product, characters. */
const MAX_TEXT = { metar: 4096, taf: 8192, pirep: 4096, sigmet: 16384, gairmet: 65536, cwa: 16384 };
type AwcProduct = keyof typeof MAX_TEXT;

interface Parts {
  readonly text: string | undefined;
  readonly stationId: string | null;
  readonly statedAt: number | undefined;
  readonly latitude?: string | undefined;
  readonly longitude?: string | undefined;
  /** When the provider received it. */
  readonly providerReceivedAt?: number | undefined;
  readonly attributes?: Record<string, unknown>;
}

function reportOf(product: AwcProduct, receipt: Receipt, parts: Parts): RawReport | SkipReason {
  const { text } = parts;
  if (text === undefined || text.trim() === "") return "noText";
  if (text.length > MAX_TEXT[product]) return "tooLong";
  const position = positionOf(parts.latitude, parts.longitude);
  const attributes = parts.attributes === undefined ? undefined : known(parts.attributes);
  return {
    product,
    text: detached(text),
    stationId: parts.stationId,
    ...receipt,
    ...(parts.statedAt !== undefined && { statedAt: parts.statedAt }),
    ...(parts.providerReceivedAt !== undefined && { providerReceivedAt: parts.providerReceivedAt }),
    ...(position !== undefined && { position }),
    ...(attributes !== undefined && { attributes }),
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * `text` in memory of its own. The engine lets a part of a text point into the whole, so that one report, and
 * each token of it, would hold the piece of the file that it was read from for as long as it is the latest.
 * Half of a surrogate pair has no bytes and would be replaced: a text with one stays as it was given.
 */
function detached(text: string): string {
  return text.isWellFormed() ? decoder.decode(encoder.encode(text)) : text;
}

/** `values` without what is not there. */
function known(values: Record<string, unknown>): Record<string, unknown> | undefined {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** A row of `metars.cache.csv.gz`. Only what the text lacks is taken from the columns. */
export const metarRow: RowReader<readonly string[]> = (row, receipt) => {
  const stationId = stationOf(row[METAR_AT.stationId]);
  if (stationId === undefined) return "noStation";
  return reportOf("metar", receipt, {
    text: row[METAR_AT.rawText],
    stationId,
    statedAt: instantOf(row[METAR_AT.observationTime]),
    latitude: row[METAR_AT.latitude],
    longitude: row[METAR_AT.longitude],
    attributes: {
      special: row[METAR_AT.metarType] === "SPECI" || undefined,
      elevationM: elevationOf(row[METAR_AT.elevation]),
    },
  });
};

/** A record of `metars.cache.xml.gz`. */
export const metarRecord: RowReader<XmlRecord> = ({ fields }, receipt) => {
  const stationId = stationOf(fields.get("station_id"));
  if (stationId === undefined) return "noStation";
  return reportOf("metar", receipt, {
    text: fields.get("raw_text"),
    stationId,
    statedAt: instantOf(fields.get("observation_time")),
    latitude: fields.get("latitude"),
    longitude: fields.get("longitude"),
    attributes: {
      special: fields.get("metar_type") === "SPECI" || undefined,
      elevationM: elevationOf(fields.get("elevation_m")),
    },
  });
};

/** A record of `tafs.cache.xml.gz`. */
export const tafRecord: RowReader<XmlRecord> = ({ fields }, receipt) => {
  const stationId = stationOf(fields.get("station_id"));
  if (stationId === undefined) return "noStation";
  return reportOf("taf", receipt, {
    text: fields.get("raw_text"),
    stationId,
    statedAt: instantOf(fields.get("issue_time")),
    latitude: fields.get("latitude"),
    longitude: fields.get("longitude"),
  });
};

/** A row of `aircraftreports.cache.csv.gz`. */
export const pirepRow: RowReader<readonly string[]> = (row, receipt) =>
  reportOf("pirep", receipt, {
    text: row[PIREP_AT.rawText],
    stationId: null,
    statedAt: instantOf(row[PIREP_AT.observationTime]),
    providerReceivedAt: instantOf(row[PIREP_AT.receiptTime]),
    latitude: row[PIREP_AT.latitude],
    longitude: row[PIREP_AT.longitude],
    attributes: {
      altitudeFt: numberOf(row[PIREP_AT.altitude]),
      aircraft: row[PIREP_AT.aircraft],
      reportType: row[PIREP_AT.reportType],
      positionAssumed: row[PIREP_AT.midPointAssumed] === "TRUE" || undefined,
      positionDoubtful: row[PIREP_AT.badLocation] === "TRUE" || undefined,
      timeAssumed: row[PIREP_AT.noTimeStamp] === "TRUE" || undefined,
    },
  });

/** A record of `aircraftreports.cache.xml.gz`. */
export const pirepRecord: RowReader<XmlRecord> = ({ fields }, receipt) =>
  reportOf("pirep", receipt, {
    text: fields.get("raw_text"),
    stationId: null,
    statedAt: instantOf(fields.get("observation_time")),
    providerReceivedAt: instantOf(fields.get("receipt_time")),
    latitude: fields.get("latitude"),
    longitude: fields.get("longitude"),
    attributes: {
      altitudeFt: numberOf(fields.get("altitude_ft_msl")),
      aircraft: fields.get("aircraft_ref"),
      reportType: fields.get("report_type") ?? fields.get("pirep_type"),
    },
  });

/** A record of `airsigmets.cache.xml.gz`. */
export const sigmetRecord: RowReader<XmlRecord> = ({ fields, attributes, points }, receipt) =>
  reportOf("sigmet", receipt, {
    text: fields.get("raw_text"),
    stationId: null,
    statedAt: instantOf(fields.get("valid_time_from")),
    attributes: {
      validFrom: instantOf(fields.get("valid_time_from")),
      validTo: instantOf(fields.get("valid_time_to")),
      type: fields.get("airsigmet_type"),
      hazard: attributes.get("hazard@type"),
      severity: attributes.get("hazard@severity"),
      minFt: numberOf(attributes.get("altitude@min_ft_msl")),
      maxFt: numberOf(attributes.get("altitude@max_ft_msl")),
      movementDir: numberOf(fields.get("movement_dir_degrees")),
      movementKt: numberOf(fields.get("movement_speed_kt")),
      area: points.length > 0 ? points : undefined,
    },
  });

/**
 * A record of `gairmets.cache.xml.gz`. G-AIRMETs are graphics and have no text of their own: the record
 * itself, as JSON with the names found, stands for it.
 */
export const gairmetRecord: RowReader<XmlRecord> = (record, receipt) => {
  const { fields, attributes, points } = record;
  const plain = [...fields].filter(([name]) => name !== "area")
    .map(([name, value]) => [name, value.trim()] as const).filter(([, value]) => value !== "");
  if (plain.length === 0) return "noText";
  return reportOf("gairmet", receipt, {
    text: JSON.stringify({
      ...Object.fromEntries(plain),
      ...Object.fromEntries(attributes),
      points,
    }),
    stationId: null,
    statedAt: instantOf(fields.get("issue_time")),
    attributes: {
      // A snapshot speaks for the three hours around the time it is valid at, not for the whole issue.
      ...gairmetSpan(instantOf(fields.get("valid_time"))),
      hazard: attributes.get("hazard@type"),
      severity: attributes.get("hazard@severity"),
      product: fields.get("product"),
      area: points.length > 0 ? points : undefined,
    },
  });
};

/** A record of `/api/data/metar`. Keys without a value are absent, or null in older answers. */
export const metarJson: RowReader<JsonRecord> = (record, receipt) => {
  const stationId = stationOf(wordOf(record["icaoId"]));
  if (stationId === undefined) return "noStation";
  return reportOf("metar", receipt, {
    text: textOf(record["rawOb"]),
    stationId,
    statedAt: secondsOf(record["obsTime"]),
    providerReceivedAt: instantOf(wordOf(record["receiptTime"])),
    latitude: String(record["lat"] ?? ""),
    longitude: String(record["lon"] ?? ""),
    attributes: {
      special: record["metarType"] === "SPECI" || undefined,
      elevationM: elevationOf(String(record["elev"] ?? "")),
    },
  });
};

/** A record of `/api/data/taf`. */
export const tafJson: RowReader<JsonRecord> = (record, receipt) => {
  const stationId = stationOf(wordOf(record["icaoId"]));
  if (stationId === undefined) return "noStation";
  return reportOf("taf", receipt, {
    text: textOf(record["rawTAF"]),
    stationId,
    statedAt: instantOf(wordOf(record["issueTime"])),
    providerReceivedAt: instantOf(wordOf(record["dbPopTime"])),
    latitude: String(record["lat"] ?? ""),
    longitude: String(record["lon"] ?? ""),
  });
};

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** A record of `/api/data/cwa`: a centre weather advisory, from its issue to its end. */
export const cwaRecord: RowReader<JsonRecord> = (record, receipt) => {
  const text = record["rawText"] ?? record["cwaText"];
  const validFrom = secondsOf(record["validTimeFrom"]);
  const area = pointsOf(record["coords"]);
  return reportOf("cwa", receipt, {
    text: typeof text === "string" ? text : undefined,
    stationId: null,
    statedAt: validFrom,
    providerReceivedAt: instantOf(wordOf(record["receiptTime"])),
    attributes: {
      validFrom,
      validTo: secondsOf(record["validTimeTo"]),
      hazard: wordOf(record["hazard"]),
      qualifier: wordOf(record["qualifier"]),
      minFt: feetOf(record["base"]),
      maxFt: feetOf(record["top"]),
      area: area.length > 0 ? area : undefined,
    },
  });
};

/**
 * A record of `/api/data/isigmet`: a SIGMET of the rest of the world. `coords` is one outline, or for `AREAS` a
 * list of them; then none is taken, since a part of an area would mislead, and the text's own counts.
 */
export const internationalRecord: RowReader<JsonRecord> = (record, receipt) => {
  const text = record["rawSigmet"];
  const validFrom = secondsOf(record["validTimeFrom"]);
  const area = record["geom"] === "LINE" ? [] : pointsOf(record["coords"]);
  return reportOf("sigmet", receipt, {
    text: typeof text === "string" ? text : undefined,
    stationId: null,
    statedAt: validFrom,
    providerReceivedAt: instantOf(wordOf(record["receiptTime"])),
    attributes: {
      validFrom,
      validTo: secondsOf(record["validTimeTo"]),
      type: "SIGMET",
      office: wordOf(record["icaoId"]),
      fir: wordOf(record["firId"]),
      series: wordOf(record["seriesId"]),
      hazard: wordOf(record["hazard"]),
      qualifier: wordOf(record["qualifier"]),
      minFt: feetOf(record["base"]),
      maxFt: feetOf(record["top"]),
      area: area.length > 2 ? area : undefined,
    },
  });
};

/** Unix seconds as milliseconds. */
function secondsOf(value: unknown): number | undefined {
  return typeof value === "number" && value > 0 && value < 1e11 ? value * 1000 : undefined;
}

const MAX_WORD = 40;

function wordOf(value: unknown): string | undefined {
  return typeof value === "string" && value.length <= MAX_WORD ? value : undefined;
}

function feetOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

const MAX_POINTS = 2_000;

/** `{lat, lon}`, as numbers or as text. One unreadable point leaves no outline: a part of it would mislead. */
function pointsOf(coords: unknown): [latitude: number, longitude: number][] {
  if (!Array.isArray(coords) || coords.length > MAX_POINTS) return [];
  const points = coords.map((point) =>
    positionOf(String(point?.lat ?? ""), String(point?.lon ?? ""))
  );
  return points.includes(undefined)
    ? []
    : points.map((point) => [point!.latitude, point!.longitude]);
}

const HALF_STEP_MS = 90 * 60_000;

function gairmetSpan(validAt: number | undefined): { validFrom?: number; validTo?: number } {
  return validAt === undefined
    ? {}
    : { validFrom: validAt - HALF_STEP_MS, validTo: validAt + HALF_STEP_MS };
}
