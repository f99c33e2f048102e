/**
 * Space weather advisories: labels in a fixed order (ICAO Annex 3, appendix 2, table A2-3).
 *
 * @module
 */
import { fullTime } from "../hazard/mod.ts";
import type { Source } from "../product.ts";
import { error, type State } from "./draft.ts";
import type { SpaceWeather } from "./model.ts";
import { readPhase } from "./space_weather_phase.ts";

/** The labels in their order; `?` marks what may be left out. */
const LABELS = [
  "STATUS?",
  "DTG",
  "SWXC",
  "SWX EFFECT",
  "ADVISORY NR",
  "NR RPLC?",
  "OBS SWX",
  "FCST SWX +6 HR",
  "FCST SWX +12 HR",
  "FCST SWX +18 HR",
  "FCST SWX +24 HR",
  "RMK",
  "NXT ADVISORY",
] as const;

const HOURS: readonly string[] = [
  "OBS SWX",
  "FCST SWX +6 HR",
  "FCST SWX +12 HR",
  "FCST SWX +18 HR",
  "FCST SWX +24 HR",
];

const LABEL =
  /\b(STATUS|DTG|SWXC|SWX EFFECT|ADVISORY NR|NR RPLC|OBS SWX|FCST SWX(?: ?\+ ?(?:6|12|18|24) ?HR)?|RMK|NXT ADVISORY)[ \t]{0,20}:/g;
const EFFECTS = {
  "HF COM": "hfCommunications",
  SATCOM: "satelliteCommunications",
  GNSS: "gnss",
  RADIATION: "radiation",
} as const;

/** A label with what stands after it. */
interface Field {
  readonly label: string;
  readonly value: string;
  readonly source: Source;
}

/** Whether `head` begins a space weather advisory, after its heading perhaps. */
export function isSpaceWeather(head: string): boolean {
  return /(?:^|[^A-Z0-9])SWX ADVISORY(?=\s|$)/.test(head);
}

/** Reads the advisory into the state; whatever is missing or malformed becomes an issue. */
export function readSpaceWeather(state: State): void {
  const { draft, words } = state;
  draft.type = "spaceWeatherAdvisory";
  readHeading(state);
  const fields = fieldsOf(words.raw);
  checkOrder(state, fields);
  const advisory: { -readonly [K in keyof SpaceWeather]: SpaceWeather[K] } = {
    centre: null,
    effects: [],
    advisory: null,
    replaces: null,
    phases: [],
    remarks: null,
    nextAdvisory: null,
  };
  for (const field of fields) {
    if (readField(state, advisory, field)) words.claimRange(field.source.start, field.source.end);
    else {state.issues.push(
        error("swx.field", `The field ${field.label} cannot be read.`, field.source),
      );}
  }
  draft.spaceWeather = advisory;
  checkEnd(state);
}

/** The words before the first label: bulletin heading and title. */
function readHeading({ words, issues }: State): void {
  const title = words.raw.indexOf("SWX ADVISORY");
  words.claimRange(0, title + "SWX ADVISORY".length);
  const first = new RegExp(LABEL).exec(words.raw);
  const between = words.raw.slice(title + "SWX ADVISORY".length, first?.index ?? words.raw.length);
  if (between.trim() !== "") {
    issues.push(error("swx.label", "Something stands before the first field."));
  }
}

function fieldsOf(raw: string): Field[] {
  const starts = [...raw.matchAll(LABEL)];
  // A remark may hold a colon of its own, but no label; fields end where the next one begins.
  return starts.map((match, index) => {
    const start = match.index;
    const end = starts[index + 1]?.index ?? raw.length;
    const text = raw.slice(start, end);
    return {
      label: match[1]!.replace(/ ?\+ ?(\d+) ?HR/, " +$1 HR"),
      value: text.slice(match[0].length).replace(/[=\s]+$/, "").trim().replace(
        /[\u2010-\u2015]/g,
        "-",
      ),
      source: { text, start, end },
    };
  });
}

/** Every field once, in order; the first phase may be forecast. */
function checkOrder(state: State, fields: readonly Field[]): void {
  let at = 0;
  for (const { label, source } of fields) {
    const name = label === "FCST SWX" ? "OBS SWX" : label;
    while (at < LABELS.length && LABELS[at]!.endsWith("?") && LABELS[at] !== `${name}?`) at++;
    if (LABELS[at]?.replace("?", "") === name) at++;
    else {
      state.issues.push(
        error("swx.order", `The field ${label} stands where another one belongs.`, source),
      );
      return;
    }
  }
  const missing = LABELS.slice(at).filter((label) => !label.endsWith("?"));
  if (missing.length > 0) {
    state.issues.push(error("swx.missing", `Missing: ${missing.join(", ")}.`));
  }
}

/** The message ends once, after its last field. */
function checkEnd({ words, issues }: State): void {
  const end = words.raw.indexOf("=");
  if (end < 0) issues.push(error("swx.end", "The message has no end sign."));
  else if (words.raw.slice(end + 1).trim() !== "") {
    issues.push(error("swx.end", "The message ends before its last field."));
  }
}

type Advisory = { -readonly [K in keyof SpaceWeather]: SpaceWeather[K] };

/** Reads one field; whether it could be read. */
function readField(state: State, advisory: Advisory, { label, value, source }: Field): boolean {
  const { draft } = state;
  switch (label) {
    case "STATUS":
      if (!/^(?:TEST|EXER(?:CISE)?)$/.test(value)) return false;
      draft.status = value === "TEST" ? "test" : "exercise";
      return true;
    case "DTG":
      return readIssued(state, value);
    case "SWXC":
      advisory.centre = /^[A-Z][A-Z0-9 ]{1,20}$/.test(value) ? value : null;
      return advisory.centre !== null;
    case "SWX EFFECT":
      return readEffects(advisory, value);
    case "ADVISORY NR":
      advisory.advisory = numberOf(value);
      if (advisory.advisory !== null) draft.identifier = { text: advisory.advisory, source };
      return advisory.advisory !== null;
    case "NR RPLC":
      advisory.replaces = numberOf(value);
      return advisory.replaces !== null;
    case "RMK":
      advisory.remarks = source;
      return value !== "";
    case "NXT ADVISORY":
      advisory.nextAdvisory = nextOf(value, source);
      return advisory.nextAdvisory !== null;
    default: {
      const hours = Math.max(0, HOURS.indexOf(label)) * 6 as 0 | 6 | 12 | 18 | 24;
      const kind = label === "OBS SWX" ? "observed" : "forecast";
      const phase = readPhase(value, { kind, hours, source }, state.reference);
      advisory.phases = [...advisory.phases, phase];
      return phase.state !== "notUnderstood";
    }
  }
}

function readIssued(state: State, value: string): boolean {
  const at = fullTime(value);
  if (at === null) return false;
  state.issued = state.reference = Date.parse(at);
  state.draft.issuedAt = at;
  return true;
}

function readEffects(advisory: Advisory, value: string): boolean {
  const names = value.split(/\s+AND\s+|\s*,\s*/);
  const effects = names.map((name) => EFFECTS[name.replace(/\s+/g, " ") as keyof typeof EFFECTS]);
  if (effects.some((effect) => effect === undefined)) return false;
  advisory.effects = effects;
  return true;
}

/** `2020/38`; a replaced number may be several. */
const numberOf = (value: string) =>
  /^\d{4}\/\d{1,4}(?:\s+\d{4}\/\d{1,4}){0,3}$/.test(value) ? value : null;

function nextOf(value: string, source: Source): SpaceWeather["nextAdvisory"] {
  if (value.replace(/\s+/g, " ") === "NO FURTHER ADVISORIES") return { kind: "none", source };
  const match = /^(?:(?:WILL BE ISSUED )?BY\s+)?(\S+)$/.exec(value);
  const at = match === null ? null : fullTime(match[1]!);
  return at === null ? null : { kind: "by", at, source };
}
