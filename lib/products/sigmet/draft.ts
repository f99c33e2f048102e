/**
 * The report while it is being read.
 *
 * @module
 */
import { DECODER_VERSION, type Issue, type Source } from "../product.ts";
import { type HazardDraft, isTold, type Reading, Words } from "../hazard/mod.ts";
import type { Sigmet } from "./model.ts";

/** A report with its members open for writing. */
export type SigmetDraft = {
  -readonly [K in keyof Sigmet]: Sigmet[K] extends readonly (infer E)[] ? E[] : Sigmet[K];
};

/** The state of reading one text. */
export interface State extends Reading {
  readonly draft: SigmetDraft;
  readonly receivedAt: number | null;
  /** When the bulletin was made, milliseconds. */
  issued: number | null;
  reference: number | null;
  /** The hazard into which groups are read; `null` before the first. */
  current: HazardDraft | null;
  /** Whether what follows is outlook. */
  inOutlook: boolean;
}

/** The state before the first word. */
export function newState(raw: string, receivedAt: number | null): State {
  const draft = newDraft(raw);
  const words = new Words(raw);
  return {
    words,
    draft,
    issues: draft.issues,
    receivedAt,
    issued: null,
    reference: receivedAt,
    current: null,
    inOutlook: false,
  };
}

function newDraft(raw: string): SigmetDraft {
  return {
    product: "sigmet",
    raw,
    decoderVersion: DECODER_VERSION,
    type: "sigmet",
    series: null,
    heading: null,
    issuedAt: null,
    identifier: null,
    atsUnits: [],
    office: null,
    regions: [],
    status: "operational",
    amended: false,
    corrected: false,
    validity: null,
    cancels: null,
    noneInForce: null,
    hazards: [],
    outlooks: [],
    spaceWeather: null,
    remarks: [],
    valid: true,
    issues: [],
    unparsed: [],
  };
}

/** Opens a hazard; it becomes part of the report as soon as it is opened. */
export function open(state: State, hazard: HazardDraft): HazardDraft {
  (state.inOutlook ? state.draft.outlooks : state.draft.hazards).push(hazard);
  state.current = hazard;
  return hazard;
}

/** Closes the report: what nobody claimed, what is missing, whether it is valid. */
export function finish(state: State): Sigmet {
  const { draft, words } = state;
  for (const hazard of [...draft.hazards, ...draft.outlooks]) {
    if (!isTold(hazard)) draft.remarks.push(...hazard.remarks);
  }
  draft.hazards = draft.hazards.filter(isTold);
  draft.outlooks = draft.outlooks.filter(isTold);
  draft.unparsed.push(...words.unclaimed());
  if (draft.type !== "spaceWeatherAdvisory") checkWhole(draft);
  draft.valid = !draft.issues.some((issue) => issue.severity === "error");
  return draft;
}

function checkWhole(draft: SigmetDraft): void {
  if (draft.validity === null) {
    draft.issues.push(error("validity.missing", "The text does not say when it is valid."));
  } else if (endsBeforeStart(draft.validity)) {
    draft.issues.push(
      error(
        "validity.endsBeforeStart",
        "The validity ends before it begins.",
        draft.validity.source,
      ),
    );
  }
  const mayBeEmpty = draft.cancels !== null || draft.status !== "operational" ||
    draft.noneInForce !== null || draft.outlooks.length > 0;
  if (!mayBeEmpty && !draft.hazards.some((hazard) => hazard.phenomenon !== null)) {
    draft.issues.push(error("hazard.missing", "The text does not name what it warns of."));
  }
}

function endsBeforeStart({ from, to }: NonNullable<Sigmet["validity"]>): boolean {
  return from !== null && to !== null && to < from;
}

/** An error with its code. */
export function error(code: string, message: string, source?: Source): Issue {
  return { code, severity: "error", message, ...(source !== undefined && { source }) };
}
