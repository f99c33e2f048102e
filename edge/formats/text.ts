/**
 * Raw reports as plain text: one report a line, and lines that start with `#` for what a reader of bare
 * reports must not miss.
 *
 * @module
 */
import type { FreshnessState } from "../../lib/derive/freshness.ts";

/** A report as far as its plain text needs it. */
export interface PlainReport {
  readonly stationId?: string;
  readonly raw: string;
  readonly observedAt: string | null;
  readonly issuedAt: string | null;
  readonly freshness?: { readonly state: FreshnessState };
}

const SIMULATED = "# SIMULATED OR REPLAYED: this is not the weather";

/** Ages that need no word: the report's own time says the rest. */
const UNREMARKABLE: readonly FreshnessState[] = ["current", "ageing"];

/** One line for each report; a report on several lines is put on one, as its blanks mean the same. */
export function writePlain(
  reports: readonly PlainReport[],
  missing: readonly { readonly id: string; readonly reason: string; readonly detail: string }[],
  simulated: boolean,
): string {
  const lines = simulated ? [SIMULATED] : [];
  for (const report of reports) {
    const state = report.freshness?.state;
    if (state !== undefined && !UNREMARKABLE.includes(state)) {
      const at = report.observedAt ?? report.issuedAt;
      lines.push(`# ${report.stationId ?? ""} ${state}: the report below is of ${at}`);
    }
    lines.push(report.raw.replace(/\s*[\r\n]+\s*/g, " ").trim());
  }
  for (const { id, reason, detail } of missing) lines.push(`# ${id} ${reason}: ${detail}`);
  return lines.join("\n") + "\n";
}
