/**
 * The report while it is being read.
 *
 * @module
 */
import { DECODER_VERSION, type Issue, type Source } from "../product.ts";
import type { Pirep } from "./model.ts";
import { urgentReasons } from "./urgent.ts";
import { resolveTime } from "./values.ts";

/** A pilot report with its members open for writing. */
export type PirepDraft = { -readonly [K in keyof Pirep]: Pirep[K] } & {
  issues: Issue[];
  unparsed: Source[];
};

/** An empty report: nothing reported yet. */
export function newDraft(raw: string, reportType: Pirep["reportType"]): PirepDraft {
  return {
    product: "pirep",
    raw,
    decoderVersion: DECODER_VERSION,
    reportType,
    urgent: false,
    urgentBecause: [],
    station: null,
    observedAt: null,
    observedTime: null,
    place: { kind: "notReported" },
    level: { kind: "notReported" },
    aircraftType: null,
    aircraftIdentification: null,
    sky: [],
    flightVisibility: { kind: "notReported" },
    weather: [],
    airTemperature: { kind: "notReported" },
    wind: { kind: "notReported" },
    turbulence: [],
    icing: [],
    remarks: null,
    issues: [],
    unparsed: [],
  };
}

/** Closes the report: resolves its time, decides on urgency, puts what nobody claimed in order. */
export function finish(draft: PirepDraft, type: Source | null, receivedAt?: number): Pirep {
  draft.observedAt = resolveTime(draft.observedTime, receivedAt);
  draft.urgentBecause = urgentReasons(draft, type);
  draft.urgent = draft.urgentBecause.length > 0;
  draft.unparsed.sort((a, b) => a.start - b.start);
  return draft;
}
