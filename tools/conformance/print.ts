/**
 * Prints the ledger.
 *
 * @module
 */
import type { Ledger, LedgerRow } from "./ledger.ts";
import { requiredOf } from "./requirements.ts";

/** Prints agreement by product and field; returns the number of requirements not met. */
export function printTable(ledger: Ledger): number {
  let failed = 0;
  console.log(line("product", "field", "n", "agree %", "required", "maker", "differ"));
  for (const row of ledger.rows()) {
    const required = requiredOf(row.product, row.field);
    const met = required === null || row.agreement >= required;
    if (!met) failed++;
    console.log(rowLine(row, required) + (met ? "" : "  NOT MET"));
  }
  const text = failed === 0 ? "Every requirement is met." : `${failed} requirements are not met.`;
  console.log(text);
  return failed;
}

/** Lists up to `limit` differences for each product, then the rules by which others were decided. */
export function printDifferences(ledger: Ledger, limit: number): void {
  const shown = new Map<string, number>();
  for (const { product, id, field, where, expected, actual, raw } of ledger.differences) {
    const count = shown.get(product) ?? 0;
    shown.set(product, count + 1);
    if (count >= limit) continue;
    const place = where === undefined ? field : `${field}, ${where}`;
    console.log(`\n${id} ${place}\n  ${raw.replaceAll("\n", " ").slice(0, 600)}`);
    console.log(`  expected ${JSON.stringify(expected)}\n  got      ${JSON.stringify(actual)}`);
  }
  const rules = new Map<string, number>();
  for (const { rule } of ledger.reviewed) rules.set(rule ?? "", (rules.get(rule ?? "") ?? 0) + 1);
  if (rules.size > 0) console.log("\nDecided against the maker:");
  for (const [rule, count] of [...rules].sort((a, b) => b[1] - a[1])) {
    console.log(`  ${String(count).padStart(5)}  ${rule}`);
  }
}

function rowLine(row: LedgerRow, required: number | null): string {
  return line(
    row.product,
    row.field,
    String(row.count),
    row.agreement.toFixed(3),
    required === null ? "" : String(required),
    String(row.reviewed),
    String(row.differed),
  );
}

function line(...cells: readonly string[]): string {
  const widths = [8, 26, 6, 9, 9, 6, 7];
  return cells.map((cell, index) =>
    index < 2 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)
  ).join(" ");
}
