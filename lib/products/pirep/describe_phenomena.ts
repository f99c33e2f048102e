/**
 * Clouds, turbulence and icing of a pilot report in words.
 *
 * @module
 */
import type { Source } from "../product.ts";
import { type Piece, piece } from "../text/mod.ts";
import { heightText } from "./describe_place.ts";
import type { HeightBand, Pirep, PirepIcing, PirepSkyLayer, PirepTurbulence } from "./model.ts";
import type { PilotVoice } from "./pilot_voice.ts";

/** Each layer; an end that was not seen is told. */
export function skyPieces(layers: readonly PirepSkyLayer[], pilot: PilotVoice): Piece[] {
  const { say } = pilot;
  return layers.map(({ cover, coverTo, base, top, source }) => {
    if (cover === "clear") return piece("cloud", say("sky.clear"), source);
    const text = say("sky.layer", {
      cover: say(`cover.${cover}`),
      coverTo: coverTo && say(`cover.${coverTo}`),
      base: base ? say("sky.base", { height: heightText(base, pilot) }) : say("sky.noBase"),
      top: top ? say("sky.top", { height: heightText(top, pilot) }) : say("sky.noTop"),
    });
    return piece("cloud", text, source);
  });
}

/** Each turbulence met; smooth air is a report, silence is none. `opening`: where the field begins, if it is there. */
export function turbulencePieces(
  entries: readonly PirepTurbulence[],
  opening: Source | undefined,
  pilot: PilotVoice,
): Piece[] {
  const { say } = pilot;
  if (entries.length === 0) {
    const text = say(opening ? "turbulence.notUnderstood" : "turbulence.notReported");
    return [piece("turbulence", text, opening)];
  }
  return entries.map((entry) => {
    const { frequency, type, source } = entry;
    const band = bandText(entry, pilot);
    if (isNone(entry) && !type) {
      return piece("turbulence", say("turbulence.none", { band }), source);
    }
    const what = [
      ...(frequency ? [say(`frequency.${frequency}`)] : []),
      intensityText(entry, pilot),
      ...(type ? [say(`type.${type}`)] : []),
    ].join(", ");
    return piece("turbulence", say("turbulence", { what, band }), source);
  });
}

/** Each icing met; no icing is a report, silence is none. `opening`: where the field begins, if it is there. */
export function icingPieces(
  entries: readonly PirepIcing[],
  opening: Source | undefined,
  pilot: PilotVoice,
): Piece[] {
  const { say } = pilot;
  if (entries.length === 0) {
    const text = say(opening ? "icing.notUnderstood" : "icing.notReported");
    return [piece("icing", text, opening)];
  }
  return entries.map((entry) => {
    const { type, source } = entry;
    const band = bandText(entry, pilot);
    if (isNone(entry) && !type) return piece("icing", say("icing.none", { band }), source);
    const what = [intensityText(entry, pilot), ...(type ? [say(`type.${type}`)] : [])].join(", ");
    return piece("icing", say("icing", { what, band }), source);
  });
}

/** Each turbulence and icing met in a few words: `severe turbulence`, `no icing`. */
export function metNames(
  { turbulence, icing }: Pick<Pirep, "turbulence" | "icing">,
  pilot: PilotVoice,
): string[] {
  const { say } = pilot;
  const intensity = (entry: Entry) =>
    entry.intensity === null ? undefined : intensityText(entry, pilot);
  return [
    ...turbulence.map((entry) =>
      entry.type === "lowLevelWindShear"
        ? say("type.lowLevelWindShear")
        : isNone(entry)
        ? say("title.noTurbulence")
        : say("title.turbulence", { intensity: intensity(entry) })
    ),
    ...icing.map((entry) =>
      isNone(entry) ? say("title.noIcing") : say("title.icing", { intensity: intensity(entry) })
    ),
  ];
}

type Entry =
  | Pick<PirepTurbulence, "intensity" | "intensityTo">
  | Pick<
    PirepIcing,
    "intensity" | "intensityTo"
  >;

function isNone({ intensity, intensityTo }: Entry): boolean {
  return intensity === "none" && intensityTo === undefined;
}

function intensityText({ intensity, intensityTo }: Entry, { say }: PilotVoice): string {
  if (intensity === null) return say("intensity.notReported");
  const from = say(`intensity.${intensity}`);
  return intensityTo === undefined
    ? from
    : say("to", { from, to: say(`intensity.${intensityTo}`) });
}

/** `at 8,000 ft MSL`, `below …`; `undefined` where no heights are given. */
function bandText({ base, top }: HeightBand, pilot: PilotVoice): string | undefined {
  const { say } = pilot;
  const params = {
    base: base ? heightText(base, pilot) : undefined,
    top: top ? heightText(top, pilot) : undefined,
  };
  if (base && top) return say(base.value === top.value ? "band.at" : "band.between", params);
  if (top) return say("band.below", params);
  return base ? say("band.above", params) : undefined;
}
