/**
 * The report while it is being read.
 *
 * @module
 */
import { DAY_MS, HOUR_MS, MINUTE_MS, toIso } from "../../time/mod.ts";
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
    heading: null,
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
    nextPositions: [],
    remarks: null,
    issues: [],
    unparsed: [],
  };
}

/** Closes the report: resolves its time, decides on urgency, puts what nobody claimed in order. */
export function finish(draft: PirepDraft, type: Source | null, receivedAt?: number): Pirep {
  draft.observedAt = resolveTime(draft.observedTime, receivedAt);
  draft.nextPositions = inOrder(draft.nextPositions, draft.observedAt);
  draft.urgentBecause = urgentReasons(draft, type);
  draft.urgent = draft.urgentBecause.length > 0;
  draft.unparsed.sort((a, b) => a.start - b.start);
  return draft;
}

/** Times ahead, each the first at or after the one before it. */
function inOrder(positions: Pirep["nextPositions"], observedAt: string | null) {
  let last = observedAt === null ? null : Date.parse(observedAt);
  return positions.map((position) => {
    if (last === null || position.time === null) return position;
    const midnight = Math.floor(last / DAY_MS) * DAY_MS;
    const at = midnight + position.time.hour * HOUR_MS + position.time.minute * MINUTE_MS;
    last = at < last ? at + DAY_MS : at;
    return { ...position, at: toIso(last) };
  });
}
