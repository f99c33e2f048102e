import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { type Cell, writeCsv } from "./csv.ts";

const values: Cell[] = [
  "plain",
  'a "quoted" word',
  "a,b",
  "two\r\nlines",
  "",
  null,
  undefined,
  0,
  -1.5,
  false,
  "é",
];

Deno.test("what is written as CSV is read again as it was", () => {
  const csv = writeCsv([["value", (row: Cell) => row], ["x", () => "x"]], values);
  const read = parse(csv, { columns: true, record_delimiter: "\r\n" }) as { value: string }[];
  assert.deepEqual(
    read.map(({ value }) => value),
    values.map((one) => String(one ?? "")),
  );
});

for (const text of ["=1+1", "+1", "@SUM(A1)", "\tx"]) {
  Deno.test(`the text ${JSON.stringify(text)} does not become a formula of a spreadsheet`, () => {
    assert.match(writeCsv([["value", (row: string) => row]], [text]), /\r\n"?'/);
  });
}
