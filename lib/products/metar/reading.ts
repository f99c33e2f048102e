/**
 * A METAR while it is being read: what the sections have found so far.
 *
 * @module
 */
import { Accumulator } from "../groups/mod.ts";
import type { DecodeContext, Issue, Source } from "../product.ts";
import type { Metar, Trend } from "./model.ts";
import type { Remark } from "./remarks_model.ts";

/** Mutable state of one decoding. */
export class Reading {
  reportType: Metar["reportType"] = "METAR";
  locationIndicator: string | null = null;
  observedDayTime: Metar["observedDayTime"] = null;
  /** Milliseconds since the epoch, `null` without a receipt time. */
  observedAt: number | null = null;
  automatic = false;
  corrected = false;
  correction: string | undefined = undefined;
  delayed = false;
  nil = false;
  maintenanceNeeded = false;
  readonly issues: Issue[];
  readonly unparsed: Source[] = [];
  readonly remarks: Remark[] = [];
  readonly trends: Trend[] = [];
  readonly body: Accumulator;
  readonly context: DecodeContext | undefined;

  constructor(issues: Issue[], context: DecodeContext | undefined) {
    this.issues = issues;
    this.context = context;
    this.body = new Accumulator(issues, this.unparsed);
  }

  /** Records a finding. */
  note(code: string, severity: Issue["severity"], message: string, source?: Source): void {
    this.issues.push(
      source === undefined ? { code, severity, message } : { code, severity, message, source },
    );
  }
}
