/**
 * How the parts of facts are worded: quantities, instants, places, elements, changes, hazards.
 *
 * @module
 */
import {
  type DescribeOptions,
  type Language,
  type Params,
  type Say,
  sayFrom,
  Voice,
  weatherCodeInWords,
  weatherInWords,
} from "../../products/text/mod.ts";
import { WARNINGS } from "../../products/text/warnings.ts";
import type {
  WeatherDescriptor,
  WeatherPhenomenon,
  WeatherType,
} from "../../products/metar/model.ts";
import { nearestPoint, type Quantity, type Unit } from "../../units/mod.ts";
import { type Fact, type FactPlace, type FactValue, timeOf, valueOf } from "../facts.ts";
import { de } from "./de.ts";
import { type BriefingKey, en } from "./en.ts";

/** The tables by language. */
export const BRIEFING_TEXTS = { en, de } as const satisfies Record<Language, unknown>;

const DAY_MS = 86_400_000;

/** Words in one language, told on one day. */
export class Words {
  readonly language: Language;
  readonly voice: Voice;
  readonly say: Say<BriefingKey>;
  readonly #warnings: Readonly<Record<string, string>>;
  readonly #table: Readonly<Record<string, string>>;
  readonly #day: number;

  /** @param now instants of this day are told without their day */
  constructor(language: Language, now: number) {
    const options: DescribeOptions = { language };
    this.language = language;
    this.voice = new Voice(options);
    this.say = sayFrom(BRIEFING_TEXTS, options);
    this.#warnings = WARNINGS[language];
    this.#table = BRIEFING_TEXTS[language];
    this.#day = Math.floor(now / DAY_MS);
  }

  /** The message of a key made at run time; `undefined` where there is none. */
  sayIfKnown(key: string, params?: Params): string | undefined {
    return key in this.#table ? this.say(key as BriefingKey, params) : undefined;
  }

  /** `18:30Z`, or `day 25, 02:10Z`. */
  clock(iso: string | undefined): string | undefined {
    if (iso === undefined) return undefined;
    // An instant between two minutes is told by the nearer one.
    const at = new Date(Math.round(Date.parse(iso) / 60_000) * 60_000);
    const [hour, minute] = [at.getUTCHours(), at.getUTCMinutes()];
    return Math.floor(+at / DAY_MS) === this.#day
      ? this.voice.clock(hour, minute)
      : this.voice.dayClock(at.getUTCDate(), hour, minute);
  }

  time(fact: Fact, name: string): string | undefined {
    return this.clock(timeOf(fact, name));
  }

  /** A value with unit and bound; a flight level as `FL450`. */
  value(value: FactValue | undefined): string | undefined {
    if (value === undefined) return undefined;
    if (value.unit === "count") return this.voice.number(value.value);
    if (value.flightLevel) {
      const level = `FL${String(Math.round(value.value / 100)).padStart(3, "0")}`;
      return value.bound === "atLeast" ? this.say("topAbove", { top: level }) : level;
    }
    if (value.unit === "SM" && value.value === 10 && value.bound === undefined) {
      // The most that US stations report.
      return this.voice.quantity({ value: 10, unit: "SM", bound: "atLeast" });
    }
    return this.voice.quantity(value as Quantity<Unit>);
  }

  of(fact: Fact, name: string): string | undefined {
    return this.value(valueOf(fact, name));
  }

  /** A height that is named as above mean sea level, or a flight level. */
  level(value: FactValue | undefined): string | undefined {
    if (value === undefined) return undefined;
    const text = this.value(value)!;
    return value.flightLevel ? text : this.say("msl", { height: text });
  }

  /** `18 NM NE of KJFK, 1,200 ft lower`. */
  place(place: FactPlace | null): string | undefined {
    if (place === null) return undefined;
    const from = place.from === "route" ? this.say("route") : place.from;
    const distance = this.value(place.distance);
    const direction = place.bearing
      ? this.voice.compass(nearestPoint(place.bearing.value))
      : undefined;
    const where = direction
      ? this.say("place", { distance, direction, from })
      : this.say("place.same", { distance, from });
    const height = place.from === "route" ? undefined : this.#difference(place.elevationDifference);
    return height === undefined ? where : `${where}, ${height}`;
  }

  #difference(value: FactValue | null): string {
    if (value === null) return this.say("heightUnknown");
    if (value.value === 0) return this.say("sameHeight");
    const height = this.value({ ...value, value: Math.abs(value.value) });
    return this.say(value.value > 0 ? "higher" : "lower", { height });
  }

  /** `IFR`, `IFR or worse (visibility missing)`, `category not known`. */
  category({ details }: Fact): string {
    const missing = details["missing"]
      ? this.voice.list(
        details["missing"].split(" ").map((part) => this.sayIfKnown(`part.${part}`) ?? part),
      )
      : undefined;
    const category = details["category"];
    if (category === undefined || category === "unknown") {
      return this.say(missing ? "category.unknownMissing" : "category.unknown", { missing });
    }
    return details["partial"]
      ? this.say("category.partial", { category, missing })
      : this.say("category", { category });
  }

  /** Wind, visibility, weather, cloud and ceiling; of an observation temperatures and altimeter setting too. */
  elements(fact: Fact): string {
    return [
      this.wind(fact),
      this.visibility(fact),
      ...this.weather(fact.details["weatherCodes"]),
      ...this.#weatherAbsence(fact),
      this.sky(fact),
      ...(["temperature", "dewPoint", "altimeter"] as const).flatMap((name) => {
        const value = this.of(fact, name);
        return value === undefined ? [] : [this.say(name, { value })];
      }),
    ].filter((part) => part !== "").join("; ");
  }

  wind(fact: Fact): string {
    const kind = fact.details["wind"] ?? "notReported";
    return this.sayIfKnown(`wind.${kind}`, {
      direction: this.of(fact, "windDirection"),
      speed: this.of(fact, "windSpeed"),
      gust: this.of(fact, "windGust"),
    }) ?? this.say("wind.notReported");
  }

  visibility(fact: Fact): string {
    const kind = fact.details["visibility"] ?? "notReported";
    if (kind === "visibility") {
      return this.say("visibility", { distance: this.of(fact, "visibility") });
    }
    return this.sayIfKnown(`visibility.${kind}`) ?? this.say("visibility.notReported");
  }

  /** Codes in words, each once. */
  weather(codes: string | undefined): string[] {
    if (!codes) return [];
    return codes.split(" ").map((code) => weatherPhrase(code, this.voice));
  }

  #weatherAbsence({ details }: Fact): string[] {
    const kind = details["weather"];
    return kind === "noSignificantWeather" || kind === "notObservable"
      ? [this.say(`weather.${kind}`)]
      : [];
  }

  /** Layers, then the ceiling; under CAVOK nothing more. */
  sky(fact: Fact): string {
    const { details, values } = fact;
    if (details["cloud"] === "CAVOK" || details["visibility"] === "cavok") return "";
    const layers = values.filter(({ name }) => name.startsWith("cloud:")).map((value) => {
      const amount = value.name.slice("cloud:".length);
      const named = this.sayIfKnown(`amount.${amount}`) ?? this.say("sky.notObservable");
      return this.say("sky.layer", { amount: named, height: this.value(value) });
    });
    const types = fact.words.filter((word) => word === "CB" || word === "TCU");
    const cloud = details["cloud"] ?? "notReported";
    const told = layers.length > 0
      ? [layers.join(", ") + (types.length > 0 ? ` (${types.join(", ")})` : "")]
      : cloud === "layers" || (cloud === "notReported" && details["ceiling"] === "value")
      ? []
      : [this.sayIfKnown(`sky.${cloud}`) ?? this.say("sky.clear", { code: cloud })];
    const ceiling = this.ceiling(fact);
    // A sky without any cloud has no ceiling, which needs no word.
    const needed = ceiling !== undefined && (layers.length > 0 || details["ceiling"] !== "none");
    return [...told, ...(needed ? [ceiling] : [])].join("; ");
  }

  ceiling(fact: Fact): string | undefined {
    const kind = fact.details["ceiling"];
    if (kind === undefined) return undefined;
    if (kind === "none") return this.say("ceiling.none");
    const height = this.of(fact, "ceiling");
    if (kind === "value") {
      const key = fact.details["ceilingKind"] === "indefinite" ? "ceiling.indefinite" : "ceiling";
      return this.say(key, { height });
    }
    const most = valueOf(fact, "ceilingAtMost");
    if (most === undefined) return this.say("ceiling.unknown");
    const { value, unit } = most;
    return this.say("ceiling.atMost", { height: this.value({ name: "", value, unit }) });
  }

  /** `PROB30 TEMPO` → `at times, with a probability of 30 % (PROB30 TEMPO)`. */
  change(change: string | undefined): string | undefined {
    if (!change) return undefined;
    const [first = "", second] = change.split(" ");
    const number = /^PROB(\d\d)$/.exec(first)?.[1];
    if (number === undefined) return this.sayIfKnown(`change.${first}`) ?? first;
    const percent = this.voice.quantity({ value: Number(number), unit: "percent" });
    return this.say(second === undefined ? "change.PROB" : "change.PROBTEMPO", { number, percent });
  }

  /** `14:00Z to 17:00Z`. */
  period(fact: Fact, from: string, to: string): string | undefined {
    const [start, end] = [this.time(fact, from), this.time(fact, to)];
    if (start && end) return this.say("period", { from: start, to: end });
    return start && this.say("period.from", { from: start });
  }

  /** A hazard of a station report or of a warning. */
  hazard(name: string): string {
    return this.sayIfKnown(`hazard.${name}`) ?? this.#warnings[`phenomenon.${name}`] ?? name;
  }

  /** The phenomenon of a warning with its qualifiers: `Thunderstorms (severe, in a line)`. */
  warned(hazards: readonly string[], qualifiers: readonly string[]): string {
    const [first, ...threats] = hazards;
    const name = first === undefined || first === "unread"
      ? this.say("warning.unread")
      : this.#warnings[`phenomenon.${first}`] ?? this.hazard(first);
    const words = qualifiers.map((one) => this.#warnings[`qualifier.${one}`] ?? one);
    const further = threats.map((one) => this.hazard(one));
    const extra = [...words, ...further];
    return extra.length === 0 ? name : `${name} (${extra.join(", ")})`;
  }

  /** An intensity or a range of them. */
  intensity(text: string): string {
    const [from = "unknown", to] = text.split(" to ");
    const one = (name: string) => this.sayIfKnown(`intensity.${name}`) ?? name;
    return to === undefined
      ? one(from)
      : this.say("intensity.to", { from: one(from), to: one(to) });
  }
}

const DESCRIPTORS = /^(?:MI|BC|PR|DR|BL|SH|TS|FZ)$/;

/** `-SHRA` in words, its intensity kept. */
function weatherPhrase(code: string, voice: Voice): string {
  const match = /^([+-]?)(VC)?((?:[A-Z]{2}){1,5})$/.exec(code);
  if (match === null || weatherCodeInWords(code, voice) === undefined) return code;
  const pairs = match[3]!.match(/../g)!;
  const phenomenon: WeatherPhenomenon = {
    code,
    intensity: match[1] === "+" ? "heavy" : match[1] === "-" ? "light" : "moderate",
    descriptors: pairs.filter((pair) => DESCRIPTORS.test(pair)) as WeatherDescriptor[],
    types: pairs.filter((pair) => !DESCRIPTORS.test(pair)) as WeatherType[],
    ...(match[2] && { inVicinity: true as const }),
    source: { text: code, start: 0, end: code.length },
  };
  return weatherInWords(phenomenon, voice);
}
