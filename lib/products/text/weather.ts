/**
 * Weather groups in words (WMO code table 4678).
 *
 * @module
 */
import type { WeatherDescriptor, WeatherPhenomenon, WeatherType } from "../metar/model.ts";
import type { MessageKey } from "./en.ts";
import type { Voice } from "./voice.ts";

/** Types whose intensity is graded; without a sign they are moderate. */
const PRECIPITATION = new Set<WeatherType>(["DZ", "RA", "SN", "SG", "PL", "GR", "GS", "UP"]);

/**
 * `+TSRAGR` → `thunderstorm with heavy rain and hail`. Precipitation without a sign is moderate; with
 * `graded: false` (recent weather, remarks, which carry no sign) that is not said.
 */
export function weatherInWords(
  phenomenon: WeatherPhenomenon,
  voice: Voice,
  { graded: isGraded }: { readonly graded: boolean } = { graded: true },
): string {
  const { intensity, descriptors, types, inVicinity } = phenomenon;
  const tornado = types.includes("FC") && intensity === "heavy";
  let what = tornado ? voice.say("weather.tornado") : withDescriptors(descriptors, types, graded());
  // A sign belongs to the precipitation; where there is none, to the whole (`+SS`, `-TS`).
  if (!tornado && intensity !== "moderate" && !hasPrecipitation(types)) {
    what = voice.say(`weather.${intensity}`, { what });
  }
  return inVicinity ? voice.say("weather.vicinity", { what }) : what;

  function graded(): string | null {
    if (types.length === 0) return null;
    const named = voice.list(types.map((type) => voice.say(`weather.${type}`)));
    const showers = descriptors.includes("SH");
    const whole = showers ? voice.say("weather.SH", { what: named }) : named;
    const freezing = descriptors.includes("FZ") ? voice.say("weather.FZ", { what: whole }) : whole;
    if (!hasPrecipitation(types) || inVicinity) return freezing;
    const drifting = descriptors.some((d) => d === "BL" || d === "DR");
    return (drifting || !isGraded) && intensity === "moderate"
      ? freezing
      : voice.say(`weather.${intensity}`, { what: freezing });
  }

  function withDescriptors(
    all: readonly WeatherDescriptor[],
    what: readonly WeatherType[],
    inside: string | null,
  ): string {
    let text = inside ?? "";
    for (const descriptor of [...all].reverse()) {
      if (what.length > 0 && (descriptor === "SH" || descriptor === "FZ")) continue;
      const alone = `weather.${descriptor}.alone` as MessageKey;
      text = text === ""
        ? voice.sayIfKnown(alone) ?? voice.say("weather.alone")
        : voice.say(`weather.${descriptor}`, { what: text });
    }
    return text === "" ? voice.say("weather.alone") : text;
  }
}

function hasPrecipitation(types: readonly WeatherType[]): boolean {
  return types.some((type) => PRECIPITATION.has(type));
}

const DESCRIPTORS = new Set<string>(["MI", "BC", "PR", "DR", "BL", "SH", "TS", "FZ"]);

/** A code of the remarks, `FZRA`, in words without an intensity; `undefined` where it is no weather code. */
export function weatherCodeInWords(code: string, voice: Voice): string | undefined {
  const match = /^[+-]?(VC)?((?:[A-Z]{2}){1,5})$/.exec(code);
  if (match === null) return undefined;
  const pairs = match[2]!.match(/../g)!;
  const descriptors = pairs.filter((pair) => DESCRIPTORS.has(pair));
  const types = pairs.filter((pair) => !DESCRIPTORS.has(pair));
  const known = types.every((type) => voice.sayIfKnown(`weather.${type}`) !== undefined);
  if (!known) return undefined;
  return weatherInWords(
    {
      code,
      intensity: code.startsWith("+") ? "heavy" : code.startsWith("-") ? "light" : "moderate",
      descriptors: descriptors as WeatherDescriptor[],
      types: types as WeatherType[],
      ...(match[1] && { inVicinity: true as const }),
      source: { text: code, start: 0, end: code.length },
    },
    voice,
    { graded: false },
  );
}
