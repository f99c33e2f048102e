/**
 * A warning in sentences that a student pilot understands, each with the groups that it speaks of.
 *
 * @module
 */
import type { Sentence, Source } from "../product.ts";
import { fill, type Params } from "../text/fill.ts";
import { type DescribeOptions, Voice } from "../text/voice.ts";
import { type WarningKey, WARNINGS } from "../text/warnings.ts";
import type { Area, Hazard, LevelLimit, Levels, Movement, Sigmet } from "./model.ts";

type Say = (key: WarningKey, params?: Params) => string;

/**
 * The warning in sentences. What could not be read is said, never passed over.
 *
 * @example
 * ```ts
 * import { describe } from "./describe.ts";
 * import { decodeSigmet } from "./decode.ts";
 * import assert from "node:assert/strict";
 * const report = decodeSigmet("YUDD SIGMET 2 VALID 121200/121600 YUSO- YUDD SHANLON FIR SEV TURB OBS ENTIRE FIR FL250/370 STNR=");
 * assert.equal(describe(report)[2]?.text, "Turbulence: severe, observed.");
 * ```
 */
export function describe(report: Sigmet, options: DescribeOptions = {}): Sentence[] {
  const voice = new Voice(options);
  const messages = WARNINGS[options.language ?? "en"];
  const say: Say = (key, params) => fill(messages[key], params);
  const sentences = [...headSentences(report, say, voice)];
  for (const hazard of [...report.hazards, ...report.outlooks]) {
    if (report.outlooks.includes(hazard)) {
      sentences.push(sentence(`${say("type.outlook")}:`, hazard.validity?.source));
    }
    sentences.push(...hazardSentences(hazard, say, voice));
  }
  if (!report.valid || report.unparsed.length > 0) {
    sentences.push(sentence(say("incomplete"), ...report.unparsed));
  }
  return sentences;
}

function sentence(text: string, ...sources: readonly (Source | null | undefined)[]): Sentence {
  return { text, sources: sources.filter((one) => one !== null && one !== undefined) };
}

function* headSentences(report: Sigmet, say: Say, voice: Voice): Generator<Sentence> {
  const { identifier, validity, cancels, regions, status } = report;
  const region = regions.length > 0 ? voice.list(regions.map(({ name }) => name)) : undefined;
  const params = { type: say(`type.${report.type}`), identifier: identifier?.text, region };
  yield sentence(say("head", params), identifier?.source, ...regions.map(({ source }) => source));
  if (status !== "operational") yield sentence(say(status));
  if (report.type !== "spaceWeatherAdvisory") yield validitySentence(validity, say, voice);
  if (cancels) yield sentence(say("cancels", { identifier: cancels.identifier }), cancels.source);
  if (report.noneInForce) yield sentence(say("none"), report.noneInForce);
}

function validitySentence(validity: Sigmet["validity"], say: Say, voice: Voice): Sentence {
  const written = (time: NonNullable<Sigmet["validity"]>["writtenTo"]) =>
    time === null
      ? undefined
      : time.day === null
      ? voice.clock(time.hour, time.minute)
      : voice.dayClock(time.day, time.hour, time.minute);
  const to = voice.instant(validity?.to) ?? written(validity?.writtenTo ?? null);
  if (to === undefined) return sentence(say("validUnknown"), validity?.source);
  const from = voice.instant(validity?.from) ?? written(validity?.writtenFrom ?? null);
  return sentence(say("valid", { from, to }), validity?.source);
}

function* hazardSentences(hazard: Hazard, say: Say, voice: Voice): Generator<Sentence> {
  const name = hazard.phenomenon ? say(`phenomenon.${hazard.phenomenon}`) : say("unnamed");
  const words = hazard.qualifiers.map((qualifier) => say(`qualifier.${qualifier}`));
  const what = words.length > 0 ? `${name}: ${words.join(", ")}` : name;
  const { assessment, intensityChange } = hazard;
  const time = assessment?.written
    ? voice.clock(assessment.written.hour, assessment.written.minute)
    : undefined;
  const seen = assessment ? say(assessment.kind, { time }) : undefined;
  yield sentence(say("hazard", { what, assessment: seen }), hazard.source, assessment?.source);
  yield* areaSentences(hazard.area, say, voice);
  if (hazard.levels.kind === "levels") yield levelsSentence(hazard.levels, say, voice);
  const movement = movementText(hazard.movement, say, voice);
  if (movement !== null && hazard.movement.kind !== "notReported") {
    yield sentence(movement, hazard.movement.source);
  }
  if (intensityChange) yield sentence(say(intensityChange.kind), intensityChange.source);
}

function* areaSentences(area: Area, say: Say, voice: Voice): Generator<Sentence> {
  switch (area.kind) {
    case "several":
      for (const part of area.areas) yield* areaSentences(part, say, voice);
      break;
    case "positionUnknown":
    case "entire":
      yield sentence(say(area.kind), area.source);
      break;
    case "circle":
      yield sentence(say("circle", { radius: voice.quantity(area.radius) }), area.source);
      break;
    case "line":
      yield sentence(
        say("line", { width: area.width ? voice.quantity(area.width) : undefined }),
        area.source,
      );
      break;
    case "polygon":
      yield sentence(say("polygon", { count: voice.number(area.points.length) }), area.source);
      break;
    case "point":
    case "bounded":
      yield sentence(`${area.source.text}.`, area.source);
  }
}

function levelsSentence({ base, top, source }: Levels, say: Say, voice: Voice): Sentence {
  const low = base && limitText(base, say, voice);
  const high = top && limitText(top, say, voice);
  if (low && high) return sentence(say("between", { base: low, top: high }), source);
  return low
    ? sentence(say("upFrom", { base: low }), source)
    : sentence(say(isOpen(top) ? "topsAbove" : "upTo", { top: high ?? undefined }), source);
}

const isOpen = (limit: LevelLimit | null) =>
  limit?.kind === "altitude" && limit.height.bound === "atLeast";

function limitText(limit: LevelLimit, say: Say, voice: Voice): string {
  if (limit.kind !== "altitude") return say(limit.kind);
  const { value, unit, bound } = limit.height;
  const text = limit.flightLevel
    ? `FL${String(value / 100).padStart(3, "0")}`
    : voice.quantity({ value, unit });
  return bound === "atLeast" ? say("openTop", { top: text }) : text;
}

function movementText(movement: Movement, say: Say, voice: Voice): string | null {
  if (movement.kind === "notReported") return null;
  if (movement.kind !== "moving") return say(movement.kind);
  const direction = voice.quantity(movement.direction);
  const speed = movement.speed ? voice.quantity(movement.speed) : undefined;
  return say(movement.sense, { direction, speed });
}
