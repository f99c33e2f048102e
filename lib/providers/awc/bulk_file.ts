/**
 * Reads one bulk file: bytes → text → rows or records → raw reports.
 *
 * @module
 */
import type { RawReport } from "../../products/raw_report.ts";
import { createSlicer, type Slicer } from "../../resilience/mod.ts";
import { bulkText } from "./bulk_text.ts";
import { checkContentType } from "../answer_headers.ts";
import { DriftError, shapeOf } from "./content.ts";
import { readCsvRows } from "./csv_rows.ts";
import { type JsonRecord, readJsonRecords } from "./json_records.ts";
import type { Receipt, RowReader, SkipReason } from "./rows.ts";
import { readXmlRecords, type XmlRecord } from "./xml_records.ts";

/** How a product's files are read: as JSON alone, or as CSV or XML, as a file's first character says. */
export interface FileKind {
  readonly csv?: {
    readonly columns: readonly string[];
    readonly row: RowReader<readonly string[]>;
  };
  readonly json?: RowReader<JsonRecord>;
  readonly xml?: { readonly element: string; readonly record: RowReader<XmlRecord> };
}

/** What a file held. */
export interface BulkFile {
  readonly reports: readonly RawReport[];
  readonly skipped: Readonly<Record<string, number>>;
}

/** Share of bad rows from which the whole file is in doubt. */
const MAX_BAD_SHARE = 0.2;

/**
 * Reads a whole file, or refuses it whole: a cut or damaged file gives no report at all.
 *
 * @throws BodyError; as DriftError when the shape is not the one agreed
 */
export async function readBulkFile(
  file: Uint8Array<ArrayBuffer>,
  headers: Headers,
  kind: FileKind,
  receipt: Receipt,
  slicer: Slicer = createSlicer(),
): Promise<BulkFile> {
  checkContentType(headers);
  const reports: RawReport[] = [];
  const skipped: Partial<Record<SkipReason, number>> = {};
  const take = (read: RawReport | SkipReason) => {
    if (typeof read === "object") reports.push(read);
    else skipped[read] = (skipped[read] ?? 0) + 1;
  };
  const text = bulkText(file);
  const start = await firstText(text);
  await slicer.pause();
  const all = joined(start, text);
  if (kind.json !== undefined) {
    const { json } = kind;
    await readJsonRecords(all, slicer, (record) => take(json(record, receipt)));
  } else if (shapeOf(start) === "xml") {
    const { xml } = kind;
    if (xml === undefined) throw new DriftError("the file is XML where CSV was agreed");
    await readXmlRecords(all, xml.element, slicer, (record) => take(xml.record(record, receipt)));
  } else {
    const { csv } = kind;
    if (csv === undefined) throw new DriftError("the file is no XML");
    await readCsvRows(
      all,
      csv.columns,
      slicer,
      (row) => take(csv.row(row, receipt)),
      () => take("columns"),
    );
  }
  const bad = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  const isMostlyBad = bad > 5 && bad > MAX_BAD_SHARE * (bad + reports.length);
  if (isMostlyBad || bad > 0 && reports.length === 0) {
    throw new DriftError(`${bad} of ${bad + reports.length} rows cannot be read`);
  }
  return { reports, skipped: skipped as Record<string, number> };
}

async function firstText(text: AsyncGenerator<string>): Promise<string> {
  let start = "";
  while (start.trim().length < 16) {
    const { done, value } = await text.next();
    if (done) break;
    start += value;
  }
  return start;
}

async function* joined(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}
