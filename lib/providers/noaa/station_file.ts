/**
 * A station file: its time on the first line (`2026/09/24 03:51`), the report on the lines below.
 *
 * @module
 */
import { BodyError } from "../../resilience/mod.ts";
import { type AskedProduct, MAX_REPORT_CHARACTERS } from "../station_source.ts";

const TIME = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d)$/;

/**
 * The report of a file with its time. Lines are joined by single blanks, since the files break long reports.
 *
 * @throws BodyError `wrongContent` for a file of another shape
 */
export function readStationFile(
  file: string,
  product: AskedProduct,
): { readonly text: string; readonly statedAt: number } {
  const lines = file.split(/\r?\n/, 200).map((line) => line.trim());
  const time = TIME.exec((lines[0] ?? "").replace(/^\uFEFF/, ""));
  if (time === null) throw new BodyError("wrongContent", "the file does not begin with a time");
  const [year, month, day, hour, minute] = time.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const statedAt = Date.UTC(year, month - 1, day, hour, minute);
  const isReal = new Date(statedAt).getUTCDate() === day && hour < 24 && minute < 60;
  if (!isReal) {
    throw new BodyError("wrongContent", "the file begins with a time that does not exist");
  }
  const text = lines.slice(1).filter((line) => line !== "").join(" ");
  if (text === "") throw new BodyError("wrongContent", "the file holds no report");
  if (text.length > MAX_REPORT_CHARACTERS[product]) {
    throw new BodyError("tooLarge", "the report of the file is too long");
  }
  return { text, statedAt };
}
