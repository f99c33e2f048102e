/**
 * A TAF in words: sentences that a student pilot understands, a spoken form, and the meaning of each token.
 *
 * `TEMPO`, `PROB` and `BECMG` keep their times, their probability and their "at times"; nothing is softened.
 *
 * @module
 */
import type { Sentence, TokenMeaning } from "../product.ts";
import {
  type DescribeOptions,
  elementPieces,
  type Language,
  type Piece,
  piece,
  structurePieces,
  TAF_RULES,
  toMeanings,
  toSentences,
  Voice,
} from "../text/mod.ts";
import type {
  ChangeGroup,
  ForecastElements,
  ForecastLayer,
  ForecastTemperature,
  Taf,
} from "./model.ts";

/** The forecast in sentences, each with the groups that it speaks of. */
export function describe(taf: Taf, options: DescribeOptions = {}): Sentence[] {
  const voice = new Voice(options);
  return toSentences([...headerPieces(taf, voice), ...bodyPieces(taf, voice)]);
}

/** What each token of the forecast means, in its order, with the rule behind it. */
export function explain(taf: Taf, language: Language = "en"): TokenMeaning[] {
  const voice = new Voice({ language });
  const pieces = bodyPieces(taf, voice).filter(({ element }) => element !== "changeGroup");
  const claimed = pieces.flatMap(({ sources }) => sources);
  return toMeanings([...pieces, ...structurePieces(taf, claimed, voice)], voice, TAF_RULES);
}

function headerPieces(taf: Taf, voice: Voice): Piece[] {
  const { issuedDayTime: at, locationIndicator, validity } = taf;
  const time = at ? voice.dayClock(at.day, at.hour, at.minute) : undefined;
  const station = locationIndicator ?? voice.say("metar.unknownStation");
  const pieces = [piece("reportType", voice.say("taf", { station, time }), at?.source)];
  if (taf.amended) pieces.push(piece("modifier", voice.say("taf.amended")));
  if (taf.corrected) pieces.push(piece("modifier", voice.say("taf.corrected")));
  if (taf.cancelled) pieces.push(piece("modifier", voice.say("taf.cancelled")));
  if (taf.nil) return [...pieces, piece("modifier", voice.say("taf.nil"))];
  const period = validity && periodText(validity, voice);
  const text = period ? voice.say("taf.validity", period) : voice.say("taf.validityUnknown");
  return [...pieces, piece("validity", text, validity?.source)];
}

/** Both ends as day and time; from the text (`0218/0306`) where the instants are not known. */
function periodText(
  { from, to, source }: ChangeGroup["period"],
  voice: Voice,
): { from: string; to: string } | null {
  const known = { from: voice.instant(from), to: voice.instant(to) };
  const written = /(\d\d)(\d\d)\/(\d\d)(\d\d)/.exec(source.text);
  const start = known.from ??
    (written && voice.dayClock(Number(written[1]), Number(written[2]), 0));
  const end = known.to ?? (written && voice.dayClock(Number(written[3]), Number(written[4]), 0));
  return start && end ? { from: start, to: end } : null;
}

function bodyPieces(taf: Taf, voice: Voice): Piece[] {
  const unparsed = taf.unparsed.map((source) =>
    piece("unparsed", voice.say("unparsed", { text: source.text }), source)
  );
  if (taf.nil || taf.cancelled) return unparsed;
  return [
    ...forecastPieces(taf.forecast, voice, true),
    ...taf.changeGroups.flatMap((group) => [
      piece("changeGroup", headingOf(group, voice), group.source),
      ...forecastPieces(group.elements, voice, group.kind === "FM"),
    ]),
    ...extremes(taf.maximumTemperatures, "taf.maximum", voice),
    ...extremes(taf.minimumTemperatures, "taf.minimum", voice),
    ...taf.remarks.map(({ kind, text, source }) =>
      piece(
        "notice",
        voice.sayIfKnown(`notice.${kind}`, { text }) ?? voice.say("taf.notice", { text }),
        source,
      )
    ),
    ...unparsed,
  ];
}

function headingOf({ kind, probability, period }: ChangeGroup, voice: Voice): string {
  const unknown = voice.say("change.unknownTime");
  const times = periodText(period, voice);
  return voice.say(`change.${kind}`, {
    from: times?.from ?? voice.instant(period.from) ?? fromMinutes(period.source.text, voice) ??
      unknown,
    to: times?.to ?? voice.instant(period.to) ?? unknown,
    probability: probability === undefined
      ? undefined
      : voice.quantity({ value: probability, unit: "percent" }),
  });
}

/** `FM021800` where the instant could not be resolved. */
function fromMinutes(text: string, voice: Voice): string | undefined {
  const match = /FM\s?(\d\d)(\d\d)(\d\d)?/.exec(text);
  return match
    ? voice.dayClock(Number(match[1]), Number(match[2]), Number(match[3] ?? 0))
    : undefined;
}

function forecastPieces(elements: ForecastElements, voice: Voice, complete: boolean): Piece[] {
  const { qnh } = elements;
  return [
    ...elementPieces(elements, voice, { complete }).filter(isWorthSaying),
    ...elements.windShear.map(({ height, direction, speed, source }) =>
      piece(
        "windShear",
        voice.say("wind.shearAloft", {
          height: voice.quantity(height),
          direction: voice.direction(direction.value),
          speed: voice.quantity(speed),
        }),
        source,
      )
    ),
    ...elements.turbulence.map((layer) => layerPiece("turbulence", layer, voice)),
    ...elements.icing.map((layer) => layerPiece("icing", layer, voice)),
    ...(qnh.kind === "value"
      ? [piece(
        "pressure",
        voice.say("taf.qnh", { value: voice.setting({ value: qnh.value, unit: qnh.unit }) }),
        qnh.source,
      )]
      : []),
  ];
}

/** A forecast names significant weather only: without a group none is forecast, which needs no sentence. */
function isWorthSaying({ element, sources }: Piece): boolean {
  return element !== "weather" || sources.length > 0;
}

function layerPiece(element: "turbulence" | "icing", layer: ForecastLayer, voice: Voice): Piece {
  const text = voice.say(`layer.${element}`, {
    what: voice.sayIfKnown(`${element}.${layer.code[1]}`) ??
      voice.say(`intensity.${layer.intensity}`),
    base: layer.base ? voice.quantity(layer.base) : undefined,
    thickness: layer.thickness ? voice.quantity(layer.thickness) : undefined,
  });
  return piece(element, text, layer.source);
}

function extremes(
  temperatures: readonly ForecastTemperature[],
  key: "taf.maximum" | "taf.minimum",
  voice: Voice,
): Piece[] {
  return temperatures.map(({ temperature, belowZero, at, source }) => {
    const value = belowZero && temperature.value === 0 ? -0 : temperature.value;
    const text = voice.say(key, {
      temperature: voice.quantity({ value, unit: "degC" }),
      time: voice.instant(at),
    });
    return piece("extremeTemperature", text, source);
  });
}
