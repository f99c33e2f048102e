/**
 * The ash clouds of one time.
 *
 * @module
 */
import { type Quantity, quantity } from "../../units/mod.ts";
import {
  advisoryTimeOf,
  type Area,
  instantOf,
  isoOf,
  type Levels,
  type Movement,
  readArea,
  readLevels,
  readMovement,
  SPEED_UNITS,
  Words,
} from "../hazard/mod.ts";
import type { NotReported, Source } from "../product.ts";
import type { AshPhase, AshWind } from "./model.ts";

/** A time with its clouds, and the words of it that no rule knew. */
export interface PhaseRead {
  readonly phase: AshPhase;
  readonly left: readonly Source[];
}

/** What is known of a time before its text is read. */
export type Frame = Pick<AshPhase, "kind" | "hours" | "written" | "at" | "source">;

interface CloudDraft {
  levels: Levels | NotReported;
  area: Area;
  movement: Movement;
  first: number;
  end: number;
}

/** Reads `value` of `raw`: the time first, where it has one, then levels, outline and movement of each cloud. */
export function readPhase(
  raw: string,
  value: Source,
  frame: Frame,
  issued: number | null,
): PhaseRead {
  const words = new Words(raw, value.end, value.start);
  let i = 0;
  let { written, at } = frame;
  const time = advisoryTimeOf(words.word(0));
  if (time !== null) {
    written = time;
    at = isoOf(instantOf(time, issued));
    words.claim(i++, 1);
  }
  const state = readState(words, i);
  i += state.taken;
  const winds: AshWind[] = [];
  const clouds: CloudDraft[] = [];
  while (i < words.count) {
    const wind = readWind(words, i);
    if (wind !== null) winds.push(wind.wind);
    const taken = wind?.taken ?? readPart(words, i, clouds);
    if (taken > 0) words.claim(i, taken);
    i += Math.max(1, taken);
  }
  const phase: AshPhase = {
    ...frame,
    written,
    at,
    state: clouds.some(({ area }) => area.kind !== "notReported")
      ? "clouds"
      : state.state ?? "notUnderstood",
    clouds: clouds.map(({ first, end, ...cloud }) => ({
      ...cloud,
      source: words.source(first, end - first),
    })),
    winds,
  };
  return { phase, left: words.unclaimed() };
}

const STATES: readonly (readonly [RegExp, AshPhase["state"]])[] = [
  [/^NO (?:VA|ASH|VOLCANIC ASH) EXP(?:ECTED)?\b/, "noneExpected"],
  [
    /^(?:VA|ASH|VOLCANIC ASH) (?:CLD )?(?:NOT|IS NOT) (?:IDENTIFIABLE|IDENTIFIED|DETECTED|OBS)\b/,
    "notIdentifiable",
  ],
  [/^(?:NOT (?:AVBL|AVAILABLE|PROVIDED|GIVEN)|NIL|UNKNOWN)\b/, "notAvailable"],
];

/** `NO VA EXP`, `NOT AVBL`, `VA NOT IDENTIFIABLE FM SATELLITE DATA`: with the words up to the winds. */
function readState(
  words: Words,
  i: number,
): { readonly state: AshPhase["state"] | null; readonly taken: number } {
  if (i >= words.count) return { state: null, taken: 0 };
  const start = words.source(i).start;
  const text = words.raw.slice(start, start + 80).toUpperCase().replace(/\s+/g, " ");
  const state = STATES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  if (state === null) return { state, taken: 0 };
  let at = i;
  while (at < words.count && !isWind(words.word(at)) && !/^(?:SFC\/)?FL\d/.test(words.word(at))) {
    at++;
  }
  words.claim(i, at - i);
  return { state, taken: at - i };
}

const isWind = (word: string) => word === "WIND" || word === "WINDS" || word === "WND";
const WIND = /^(VRB|\d{3})\/?(\d{2,3})(KT|KTS|MPS|KMH)$/;

/** `WIND SFC/FL200 240/15KT`; further levels follow without the keyword. */
function readWind(
  words: Words,
  i: number,
): { readonly wind: AshWind; readonly taken: number } | null {
  let at = isWind(words.word(i)) ? i + 1 : i;
  const levels = readLevels(words, at);
  at += levels?.taken ?? 0;
  const match = WIND.exec(words.word(at));
  if (match === null) return null;
  const direction: Quantity<"deg"> | null = match[1] === "VRB"
    ? null
    : quantity(Number(match[1]), "deg");
  if (direction !== null && direction.value > 360) return null;
  const taken = at + 1 - i;
  const wind: AshWind = {
    levels: levels?.levels ?? { kind: "notReported" },
    direction,
    speed: quantity(Number(match[2]), SPEED_UNITS[match[3]!]!),
    source: words.source(i, taken),
  };
  return { wind, taken };
}

/** A level, an outline or a movement at word `i`; a level after an outline begins the next cloud. */
function readPart(words: Words, i: number, clouds: CloudDraft[]): number {
  if (words.word(i) === "AND") return 1;
  const current = clouds.at(-1);
  const levels = readLevels(words, i);
  if (levels !== null) {
    const cloud = current === undefined || current.levels.kind === "levels" ||
        current.area.kind !== "notReported"
      ? open(clouds, i)
      : current;
    cloud.levels = levels.levels;
    cloud.end = i + levels.taken;
    return levels.taken;
  }
  const movement = readMovement(words, i);
  if (movement !== null) {
    const cloud = current ?? open(clouds, i);
    if (cloud.movement.kind === "notReported") cloud.movement = movement.movement;
    cloud.end = i + movement.taken;
    return movement.taken;
  }
  const area = readArea(words, i);
  if (area === null) return 0;
  const cloud = current ?? open(clouds, i);
  cloud.area = cloud.area.kind === "notReported"
    ? closed(area.area)
    : both(words, cloud, area.area);
  cloud.end = i + area.taken;
  return area.taken;
}

function open(clouds: CloudDraft[], first: number): CloudDraft {
  const cloud: CloudDraft = {
    levels: { kind: "notReported" },
    area: { kind: "notReported" },
    movement: { kind: "notReported" },
    first,
    end: first + 1,
  };
  clouds.push(cloud);
  return cloud;
}

/** An advisory outlines clouds; some centres leave out the last corner, which is the first. */
function closed(area: Area): Area {
  return area.kind === "line" && area.width === null && area.points.length > 2
    ? { kind: "polygon", points: area.points, source: area.source }
    : area;
}

function both(words: Words, { area }: CloudDraft, second: Area): Area {
  if (area.kind === "notReported" || second.kind === "notReported") return second;
  const start = area.source.start;
  const end = second.source.end;
  const areas = area.kind === "several" ? [...area.areas, closed(second)] : [area, closed(second)];
  return { kind: "several", areas, source: { text: words.raw.slice(start, end), start, end } };
}
