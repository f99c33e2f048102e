/**
 * The titles inside a text: `EHAA SIGMET 2 VALID …`, `AIRMET TANGO FOR …`, `CONVECTIVE SIGMET 3C`, outlooks,
 * areas, cancellations.
 *
 * @module
 */
import { nameAt, newHazard, readRegions, readValidity, resolveValidity } from "../hazard/mod.ts";
import { open, type State } from "./draft.ts";
import { readAirspace } from "./airspace.ts";

/** Reads a title at word `i`, claims it and gives the words taken; 0 where none stands there. */
export type TitleReader = (state: State, i: number) => number;

const READERS: readonly TitleReader[] = [
  readNone,
  readConvective,
  readOutlook,
  readAreaNumber,
  readCancellation,
  readUsAirmet,
  readSection,
  readWarning,
  readStatus,
];

/** The title at word `i`: the words it takes, 0 for none. */
export function readTitle(state: State, i: number): number {
  for (const reader of READERS) {
    const taken = reader(state, i);
    if (taken > 0) {
      state.words.claim(i, taken);
      return taken;
    }
  }
  return 0;
}

/** `CONVECTIVE SIGMET...NONE`. */
function readNone({ words, draft }: State, i: number): number {
  if (!words.at(i, "CONVECTIVE SIGMET") || words.word(i + 3) !== "NONE") return 0;
  draft.type = "convectiveSigmet";
  draft.noneInForce = words.source(i, 4);
  return 4;
}

/** `CONVECTIVE SIGMET 44E VALID UNTIL 1355Z SC FL GA`: each has its own number and end. */
function readConvective(state: State, i: number): number {
  const { words, draft } = state;
  if (!words.at(i, "CONVECTIVE SIGMET")) return 0;
  draft.type = "convectiveSigmet";
  state.inOutlook = false;
  const hazard = open(state, newHazard());
  // It warns of thunderstorms also where it names only what comes with them.
  hazard.phenomenon = "thunderstorm";
  let at = i + 2;
  if (/^\d{1,3}[A-Z]$/.test(words.word(at))) {
    hazard.identifier = { text: words.word(at), source: words.source(at) };
    draft.identifier ??= hazard.identifier;
    at++;
  }
  const validity = readValidity(words, at);
  if (validity !== null) {
    hazard.validity = resolveValidity(words, validity, state.issued, state.reference);
    draft.validity = widest(draft.validity, hazard.validity);
    at += validity.taken;
  }
  return at + readStates(state, at) - i;
}

type Validity = NonNullable<State["draft"]["validity"]>;

/** The bulletin is in force as long as any of its warnings. */
function widest(first: Validity | null, second: Validity): Validity {
  return first === null || (first.to !== null && second.to !== null && second.to > first.to)
    ? second
    : first;
}

/** States in words belong to the hazard just opened; they come right after its title. */
function readStates(state: State, at: number): number {
  const read = readRegions(state.words, at);
  if (read === null || state.current === null) return 0;
  state.current.regions = read.regions;
  // `…UPDT` after them says that this part differs from the last bulletin.
  const updated = state.words.at(at + read.taken, "... UPDT");
  state.draft.amended ||= updated;
  return read.taken + (updated ? 2 : 0);
}

/** `OUTLOOK VALID 220455-220855`, `OTLK VALID 0900-1500Z`: from here on nothing is a warning. */
function readOutlook(state: State, i: number): number {
  const { words, draft } = state;
  if (words.word(i) !== "OUTLOOK" && words.word(i) !== "OTLK") return 0;
  const validity = readValidity(words, i + 1);
  if (validity === null) return 0;
  if (draft.hazards.length === 0 && draft.validity === null) draft.type = "outlook";
  state.inOutlook = true;
  const hazard = open(state, newHazard());
  hazard.validity = resolveValidity(words, validity, state.issued, state.reference);
  if (draft.type === "outlook") {
    draft.validity ??= hazard.validity;
    hazard.phenomenon = "thunderstorm";
  }
  return 1 + validity.taken;
}

/** `AREA 2...TURB ID MT WY` inside an outlook. */
function readAreaNumber(state: State, i: number): number {
  const { words } = state;
  const number = words.word(i + 1);
  if (words.word(i) !== "AREA" || !/^\d{1,2}$/.test(number) || words.word(i + 2) !== "...") {
    return 0;
  }
  const previous = state.current;
  const untouched = previous !== null && previous.identifier === null &&
    previous.area.kind === "notReported" &&
    previous.remarks.length === 0;
  const hazard = untouched ? previous : open(state, newHazard());
  hazard.identifier = { text: `AREA ${number}`, source: words.source(i, 2) };
  hazard.validity ??= previous?.validity ?? null;
  const name = nameAt(words, i + 3);
  if (name !== null) {
    hazard.phenomenon = name.phenomenon;
    hazard.source = words.source(i + 3, name.taken);
  } else hazard.phenomenon ??= previous?.phenomenon ?? null;
  const at = i + 3 + (name?.taken ?? 0);
  return at + readStates(state, at) - i;
}

/** `CNL SIGMET M01 271130/271530`, `CANCEL SIGMET PAPA 2 VALID 161955/162355`. */
function readCancellation(state: State, i: number): number {
  const { words, draft } = state;
  const type = words.word(i + 1).toLowerCase();
  if (!/^(?:CNL|CANCEL|CNCL|CANCELS|CANCELLED)$/.test(words.word(i))) return 0;
  if (type !== "sigmet" && type !== "airmet") return 0;
  let at = i + 2;
  while (at < i + 5 && /^[A-Z0-9]{1,8}$/.test(words.word(at)) && words.word(at) !== "VALID") at++;
  const identifier = at > i + 2 ? words.source(i + 2, at - i - 2).text : "";
  const keyword = words.word(at) === "VALID" ? 1 : 0;
  const validity = periodAt(state, at + keyword);
  const taken = at + keyword + (validity === null ? 0 : 1) - i;
  draft.cancels = {
    type,
    identifier,
    validity: validity === null ? null : resolveValidity(words, validity, null, state.reference),
    source: words.source(i, taken),
  };
  return taken;
}

/** A period without its keyword. */
function periodAt({ words }: State, at: number) {
  const match = /^(\d{6})Z?\/(\d{6})Z?$/.exec(words.word(at));
  if (match === null) return null;
  const [from, to] = [match[1]!, match[2]!].map((text) => {
    const [day, hour, minute] = [0, 2, 4].map((start) => Number(text.slice(start, start + 2)));
    return { day: day!, hour: hour!, minute: minute! };
  });
  return { from: from!, to: to!, at, taken: 1 };
}

const SERIES: Readonly<Record<string, "sierra" | "tango" | "zulu">> = {
  SIERRA: "sierra",
  TANGO: "tango",
  ZULU: "zulu",
};

/** `AIRMET TANGO UPDT 2 FOR TURB STG WNDS AND LLWS VALID UNTIL 220900`. */
function readUsAirmet(state: State, i: number): number {
  const { words, draft } = state;
  const series = words.word(i) === "AIRMET" ? SERIES[words.word(i + 1)] : undefined;
  if (series === undefined) return 0;
  let at = i + 2;
  while (at < i + 20 && at < words.count && words.word(at) !== "VALID") at++;
  const validity = readValidity(words, at);
  if (validity === null) return 0;
  // A number after the name makes it an ICAO sequence: `AIRMET TANGO 2 VALID 010000/010400`.
  if (validity.from !== null) return 0;
  draft.type = "airmet";
  draft.series = series;
  draft.identifier = { text: words.word(i + 1), source: words.source(i + 1) };
  draft.amended ||= words.word(i + 2) === "UPDT";
  draft.validity = resolveValidity(words, validity, state.issued, state.reference);
  return at + validity.taken - i;
}

/** `AIRMET IFR...ND`, `LLWS POTENTIAL...SD NE`, `FRZLVL...`: one hazard of a US AIRMET bulletin. */
function readSection(state: State, i: number): number {
  const { words, draft } = state;
  if (draft.series === null) return 0;
  const keyword = words.word(i) === "AIRMET" ? 1 : 0;
  const name = nameAt(words, i + keyword);
  if (name === null) return 0;
  let at = i + keyword + name.taken;
  if (words.word(at) === "POTENTIAL") at++;
  if (words.word(at) !== "...") return 0;
  at++;
  state.inOutlook = false;
  const hazard = open(state, newHazard());
  hazard.phenomenon = name.phenomenon;
  hazard.source = words.source(i + keyword, name.taken);
  return at + readStates(state, at) - i;
}

/** `SIGMET M01 VALID 111130/111530 EHDB- EHAA AMSTERDAM FIR`, `SIGMET NOVEMBER 2 VALID UNTIL 112240 TX OK`. */
function readWarning(state: State, i: number): number {
  const { words, draft } = state;
  const type = words.word(i);
  if (type !== "SIGMET" && type !== "AIRMET") return 0;
  let at = i + 1;
  while (at < i + 5 && /^[A-Z0-9/]{1,8}$/.test(words.word(at)) && words.word(at) !== "VALID") at++;
  const validity = readValidity(words, at);
  if (draft.validity !== null || (validity === null && draft.identifier !== null)) return 0;
  draft.type = type === "SIGMET" ? "sigmet" : "airmet";
  if (at > i + 1) {
    const source = words.source(i + 1, at - i - 1);
    draft.identifier = { text: source.text.replace(/\s+/g, " "), source };
  }
  if (validity === null) return at - i;
  draft.validity = resolveValidity(words, validity, state.issued, state.reference);
  const from = draft.validity.from;
  state.reference = from === null ? state.reference : Date.parse(from);
  at += validity.taken;
  open(state, newHazard());
  // ICAO names flight information regions, the US states: `VA` is volcanic ash here and Virginia there.
  if (validity.from !== null) return at + readAirspace(state, at) - i;
  if (words.word(at) === "SIGMET") at++;
  return at + readStates(state, at) - i;
}

/** `TEST`, `EXER`: not for operational use, wherever it stands. */
function readStatus({ words, draft }: State, i: number): number {
  const word = words.word(i);
  if (word !== "TEST" && word !== "EXER" && word !== "EXERCISE") return 0;
  draft.status = word === "TEST" ? "test" : "exercise";
  return 1;
}
