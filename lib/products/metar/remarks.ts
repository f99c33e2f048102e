/**
 * The remarks: every row of the table is tried on what stands at a token; what no row knows is listed.
 *
 * @module
 */
import { MARK, type Tokens } from "../scan/mod.ts";
import { startsReport } from "./header.ts";
import type { Reading } from "./reading.ts";
import { readTrend, trendKindAt } from "./trends.ts";
import type { RemarkRow } from "./remarks/row.ts";
import { REMARK_ROWS } from "./remarks/table.ts";

const DISPATCH: readonly (readonly RemarkRow[])[] = Array.from(
  { length: 128 },
  (_, code) => REMARK_ROWS.filter((row) => row.first.includes(String.fromCharCode(code))),
);

/** Reads the remark at token `i`: how many tokens it takes, 0 where no row knows it. */
export function readRemark(tokens: Tokens, i: number, reading: Reading): number {
  const code = tokens.code(i, 0);
  if (code >= 128) return 0;
  const rows = DISPATCH[code]!;
  for (let n = 0; n < rows.length; n++) {
    const claimed = rows[n]!.read(tokens, i, reading);
    if (claimed > 0) return claimed;
  }
  return 0;
}

/** Reads the remarks from token `i` on and returns where they end. */
export function readRemarks(tokens: Tokens, i: number, reading: Reading): number {
  while (i < tokens.count) {
    if ((tokens.shapes[i]! & MARK) !== 0) {
      if (tokens.is(i, "=")) return i;
      reading.maintenanceNeeded = true;
      reading.remarks.push({ kind: "maintenance", source: tokens.source(i) });
      i++;
      continue;
    }
    if (tokens.is(i, "RMK") || tokens.is(i, "RMKS")) {
      i++;
      continue;
    }
    if (opensTrend(tokens, i)) {
      i = readTrend(tokens, i, reading, (at) => tokens.is(at, "RMK"));
      continue;
    }
    if (startsReport(tokens, i)) return i;
    const claimed = readRemark(tokens, i, reading);
    if (claimed > 0) i += claimed;
    else {
      reading.unparsed.push(tokens.source(i));
      i++;
    }
  }
  return i;
}

/** Some states write the trend after the remarks: its keyword must be followed by a time or a group. */
function opensTrend(tokens: Tokens, i: number): boolean {
  const kind = trendKindAt(tokens, i);
  if (kind === "NOSIG") return true;
  // Australia: `RMK RF00.2/001.4 FM0230 18020G30KT`.
  if (kind === "FM") {
    return /^(?:\d{3}|VRB)\d{2,3}(?:G\d{2,3})?(?:KT|MPS)$/.test(tokens.word(i + 1));
  }
  if (kind !== "BECMG" && kind !== "TEMPO" && kind !== "INTER") return false;
  return /^(?:(?:FM|TL|AT)?\d|VRB\d|[+-][A-Z]{4}|CAVOK$|NSW$|[A-Z]{3}\d{3}|SHRA$|TSRA$)/.test(
    tokens.word(i + 1),
  );
}
