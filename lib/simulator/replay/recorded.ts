/**
 * Recorded bulletin files as they lie on disk: AWC CSV, AWC XML and NOAA cycle text, plain or gzip.
 *
 * @module
 */
import { SaxesParser } from "saxes";
import { HOUR_MS } from "../../time/mod.ts";
import { csvField, METAR_HEADER } from "../awc/csv.ts";

/** A recorded file. */
export interface RecordedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a recording holds, in the form of today's CSV file. */
export interface Recording {
  readonly product: "metar" | "taf";
  /** Lines under the 44-column header; empty for TAF. */
  readonly lines: readonly string[];
  /** The XML text as recorded, where it is one. */
  readonly xml: string | null;
  readonly count: number;
  /** Newest observation or issue, milliseconds since the epoch. */
  readonly newest: number;
}

/** Largest text read from one file. */
const MAX_TEXT = 64 * 1024 * 1024;

/** Reads a recording; throws an `Error` that names the file when it is none of the known kinds. */
export async function readRecording(file: RecordedFile): Promise<Recording> {
  const text = await inflate(file);
  const start = text.slice(0, 4000);
  if (start.includes("raw_text,station_id,observation_time")) return fromCsv(text);
  if (start.trimStart().startsWith("<?xml") || start.includes("<response")) return fromXml(text);
  if (/^\d{4}\/\d\d\/\d\d \d\d:\d\d/m.test(start)) return fromCycle(text);
  throw new Error(`${file.name}: neither AWC CSV, AWC XML nor a NOAA cycle file`);
}

async function inflate(file: RecordedFile): Promise<string> {
  if (file.bytes[0] !== 0x1f || file.bytes[1] !== 0x8b) return new TextDecoder().decode(file.bytes);
  const stream = new Blob([file.bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const parts: string[] = [];
  const decoder = new TextDecoder();
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_TEXT) {
      throw new Error(`${file.name}: larger than ${MAX_TEXT} bytes when unpacked`);
    }
    parts.push(decoder.decode(chunk, { stream: true }));
  }
  return parts.join("") + decoder.decode();
}

/** Rows are kept verbatim; status lines of older captures are dropped as the live file has none. */
function fromCsv(text: string): Recording {
  const header = text.indexOf("raw_text,station_id,observation_time");
  const lines = text.slice(header).split(/\r?\n/).slice(1).filter((line) => line !== "");
  const times = lines.map((line) =>
    Date.parse(/,(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z),/.exec(line)?.[1] ?? "")
  );
  return { product: "metar", lines, xml: null, count: lines.length, newest: newestOf(times) };
}

const COLUMNS = METAR_HEADER.split(",");

function fromXml(text: string): Recording {
  const lines: string[] = [];
  const times: number[] = [];
  let product: Recording["product"] = "metar";
  let fields = new Map<string, string>();
  let layers: [string, string][] = [];
  let current = "";
  let forecast = false;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    current = name;
    if (name === "METAR" || name === "TAF") {
      fields = new Map();
      layers = [];
      product = name === "TAF" ? "taf" : "metar";
    } else if (name === "forecast") forecast = true;
    else if (name === "sky_condition" && !forecast) {
      const { sky_cover, cloud_base_ft_agl } = attributes as Record<string, string>;
      layers.push([sky_cover ?? "", cloud_base_ft_agl ?? ""]);
    }
  });
  const add = (value: string) => {
    if (!forecast && current !== "") {
      fields.set(current, (fields.get(current) ?? "") + value.trim());
    }
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", ({ name }) => {
    current = "";
    if (name === "forecast") forecast = false;
    if (name === "METAR") lines.push(csvLine(fields, layers));
    if (name === "METAR" || name === "TAF") {
      times.push(Date.parse(fields.get("observation_time") ?? fields.get("issue_time") ?? ""));
    }
  });
  parser.write(text).close();
  return { product, lines, xml: text, count: times.length, newest: newestOf(times) };
}

function csvLine(
  fields: ReadonlyMap<string, string>,
  layers: readonly (readonly [string, string])[],
): string {
  let layer = -1;
  return COLUMNS.map((name) => {
    if (name === "sky_cover") layer++;
    const value = name === "sky_cover"
      ? layers[layer]?.[0] ?? ""
      : name === "cloud_base_ft_agl"
      ? layers[layer]?.[1] ?? ""
      : fields.get(name) ?? "";
    return csvField(value);
  }).join(",");
}

/** A date line, a report, a blank line; duplicates as in life. */
function fromCycle(text: string): Recording {
  const lines: string[] = [];
  const times: number[] = [];
  for (const block of text.split(/\r?\n\s*\r?\n/)) {
    const [date, ...report] = block.trim().split(/\r?\n/);
    const match = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d)$/.exec(date?.trim() ?? "");
    const raw = report.join(" ").trim();
    const station = /^(?:METAR |SPECI )?(?:COR )?([A-Z][A-Z0-9]{3}) /.exec(raw)?.[1];
    if (match === null || station === undefined) continue;
    const [, year, month, day, hour, minute] = match.map(Number) as [number, ...number[]];
    const at = Date.UTC(year!, month! - 1, day, hour, minute);
    times.push(at);
    const fields = new Map([
      ["raw_text", raw],
      ["station_id", station],
      ["observation_time", new Date(at).toISOString()],
      ["flight_category", "null"],
      ["metar_type", raw.startsWith("SPECI") ? "SPECI" : "METAR"],
    ]);
    lines.push(csvLine(fields, []));
  }
  return { product: "metar", lines, xml: null, count: lines.length, newest: newestOf(times) };
}

/** Newest time; one that lies more than two hours after the bulk of them comes from a wrong clock. */
function newestOf(times: readonly number[]): number {
  const sorted = times.filter(Number.isFinite).sort((a, b) => a - b);
  const bulk = sorted[Math.floor((sorted.length - 1) * 0.99)] ?? 0;
  return sorted.findLast((time) => time <= bulk + 2 * HOUR_MS) ?? 0;
}
