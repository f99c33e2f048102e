/**
 * Rows of a CSV bulk file, read by position under a header that must be exactly the one agreed.
 *
 * @module
 */
import { parse } from "csv-parse";
import { BodyError, type Slicer } from "../../resilience/mod.ts";
import { DriftError } from "./content.ts";
import { createSteps } from "./steps.ts";

/** Status lines (`No errors`, `12 ms`, `data source=metars` …) that older files put before the header. */
const MAX_STATUS_LINES = 10;
/** Longest row; a quote that is never closed would otherwise swallow the rest of the file. */
const MAX_ROW_CHARACTERS = 64 * 1024;

/**
 * Calls `onRow` with each row below the header, and `onBadRow` for each row with another number of columns.
 *
 * @param header the columns in their order; names may repeat, so rows are read by position
 * @throws DriftError when the header differs; BodyError `damaged` when the text is no CSV
 */
export async function readCsvRows(
  text: AsyncIterable<string>,
  header: readonly string[],
  slicer: Slicer,
  onRow: (row: readonly string[]) => void,
  onBadRow: () => void,
): Promise<void> {
  const parser = parse({
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_CHARACTERS,
  });
  const steps = createSteps();
  await slicer.pause();
  let failure: Error | null = null;
  parser.on("error", (error: Error) => failure = error);
  let status = 0;
  let started = false;
  const take = (row: readonly string[]) => {
    if (!started) {
      if (isHeader(row, header)) started = true;
      else if (row.length > 2 || ++status > MAX_STATUS_LINES) throw headerError(row, header);
      return;
    }
    if (row.length === header.length) onRow(row);
    else onBadRow();
  };
  const drain = () => {
    for (let row = parser.read(); row !== null; row = parser.read()) take(row);
    if (failure !== null) throw new BodyError("damaged", `the CSV is damaged: ${failure.message}`);
  };
  for await (const chunk of text) {
    for (const piece of steps(chunk)) {
      parser.write(piece);
      drain();
      await slicer.pause();
    }
  }
  parser.end();
  drain();
  if (!started) throw new DriftError("the file has no header line");
}

function isHeader(row: readonly string[], header: readonly string[]): boolean {
  return row.length === header.length && row.every((name, i) => name.trim() === header[i]);
}

function headerError(row: readonly string[], header: readonly string[]): DriftError {
  const at = header.findIndex((name, i) => row[i]?.trim() !== name);
  return new DriftError(
    `the header has ${row.length} columns (agreed: ${header.length}); column ${
      at < 0 ? header.length + 1 : at + 1
    } is ${JSON.stringify((row[at < 0 ? header.length : at] ?? "").slice(0, 40))}`,
  );
}
