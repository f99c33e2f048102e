/**
 * CSV (RFC 4180): a header line, CRLF after each line.
 *
 * @module
 */

/** What a cell may hold; `null` and `undefined` are written as nothing. */
export type Cell = string | number | boolean | null | undefined;

function writeCell(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "string") return String(cell);
  // A cell that starts like a formula would be run by a spreadsheet; reports never start so.
  const text = /^[=+@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A column: its name and what it takes from a row. */
export type Column<R> = readonly [name: string, take: (row: R) => Cell];

/** `rows` as CSV with the header of `columns`. */
export function writeCsv<R>(columns: readonly Column<R>[], rows: readonly R[]): string {
  const lines = [columns.map(([name]) => name).join(",")];
  for (const row of rows) lines.push(columns.map(([, take]) => writeCell(take(row))).join(","));
  return lines.join("\r\n") + "\r\n";
}
