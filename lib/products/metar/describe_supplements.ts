/**
 * Runway visual range, wind shear, sea surface, runway states and colour states in words.
 *
 * @module
 */
import { type Piece, piece, type Voice } from "../text/mod.ts";
import type { ColourState, Metar, RunwayState, RunwayVisualRange, SeaSurface } from "./model.ts";

/** Runway visual ranges, in the order reported. */
export function visualRangePieces(ranges: readonly RunwayVisualRange[], voice: Voice): Piece[] {
  return ranges.map((range) => {
    const runway = voice.runway(range.runway);
    if (range.kind === "notObservable") {
      return piece("runwayVisualRange", voice.say("rvr.notObservable", { runway }), range.source);
    }
    const text = voice.say("rvr", {
      runway,
      range: voice.quantity(range.visualRange),
      to: range.variableTo && voice.quantity(range.variableTo),
      tendency: range.tendency && voice.say(`rvr.${range.tendency}`),
    });
    return piece("runwayVisualRange", text, range.source);
  });
}

/** What stands between pressure and trend. */
export function supplementPieces(metar: Metar, voice: Voice): Piece[] {
  return [
    ...metar.windShear.map(({ runway, source }) => {
      const text = runway === "all"
        ? voice.say("windShear.all")
        : voice.say("windShear", { runway: voice.runway(runway) });
      return piece("windShear", text, source);
    }),
    ...(metar.seaSurface ? [seaPiece(metar.seaSurface, voice)] : []),
    ...metar.runwayStates.map((state) => runwayStatePiece(state, voice)),
    ...metar.colourStates.map((state) => colourPiece(state, voice)),
  ];
}

function seaPiece(sea: SeaSurface, voice: Voice): Piece {
  const text = voice.say("sea", {
    temperature: sea.temperature ? voice.quantity(sea.temperature) : undefined,
    state: sea.state === undefined ? undefined : voice.sayIfKnown(`seaState.${sea.state}`),
    waves: sea.waveHeight && voice.quantity(sea.waveHeight),
  });
  return piece("seaSurface", text, sea.source);
}

function runwayStatePiece({ runway: name, condition, source }: RunwayState, voice: Voice): Piece {
  const runway = voice.sayIfKnown(`runway.${name}`) ??
    voice.say("runway", { runway: voice.runway(name) });
  if (condition.kind !== "deposits") {
    return piece("runwayState", voice.say(`runwayState.${condition.kind}`, { runway }), source);
  }
  const { deposit, extent, depth, friction } = condition;
  const text = voice.say("runwayState.deposits", {
    runway,
    deposit: voice.sayIfKnown(`deposit.${deposit}`) ?? voice.say("runwayState.depositUnknown"),
    extent: voice.sayIfKnown(`extent.${extent}`),
    depth: depth && voice.quantity(depth),
    friction: friction?.kind === "coefficient" ? voice.number(friction.value, 2) : undefined,
    braking: friction?.kind === "braking" ? voice.say(`braking.${friction.action}`) : undefined,
  });
  return piece("runwayState", text, source);
}

/** A colour state, also of a trend. */
export function colourPiece({ code, plus, black, source }: ColourState, voice: Voice): Piece {
  const name = code === null ? undefined : plus ? `${code}+` : code;
  const text = voice.say(
    black ? "colour.black" : name === undefined ? "colour.missing" : "colour",
    { code: name },
  );
  return piece("colourState", text, source);
}
