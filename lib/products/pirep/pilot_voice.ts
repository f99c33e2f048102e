/**
 * How pilot reports are worded.
 *
 * @module
 */
import type { Say, Voice } from "../text/mod.ts";
import type { PilotReportKey } from "../text/pilot_reports.ts";

/** A voice with the messages of pilot reports. */
export interface PilotVoice {
  readonly voice: Voice;
  readonly say: Say<PilotReportKey>;
}
