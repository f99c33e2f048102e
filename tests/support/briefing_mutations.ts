/**
 * Sentences of briefings told otherwise: rightly, as a model might, and wrongly in every way that was thought of.
 *
 * Whether a change is right or wrong is known from how it is made, never by asking the checker.
 *
 * @module
 */
import type { Fact } from "../../lib/briefing/mod.ts";

/** Picks: deterministic from a seed. */
export class Picker {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0 || 1;
  }
  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  one<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!;
  }
}

/** A changed sentence; `null` where the change does not apply to this one. */
export type Change = (text: string, fact: Fact, pick: Picker) => string | null;

const round = (value: number, decimals = 0) => Number(value.toFixed(decimals));
const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
const plain = (text: string) => Number(text.replaceAll(",", "").replace("−", "-"));

/** Replaces one match of `pattern`, picked; `null` where there is none. */
function replaceOne(
  text: string,
  pattern: RegExp,
  pick: Picker,
  by: (match: RegExpExecArray) => string | null,
): string | null {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return null;
  const match = pick.one(matches) as RegExpExecArray;
  const replaced = by(match);
  if (replaced === null || replaced === match[0]) return null;
  return text.slice(0, match.index) + replaced + text.slice(match.index + match[0].length);
}

/** The same said otherwise. */
export const RIGHT: Readonly<Record<string, Change>> = {
  "as it is": (text) => text,
  "knots": (text) => text.replaceAll(/(\d) kt/g, "$1 knots"),
  "time without colon": (text) => text.replaceAll(/(\d\d):(\d\d)Z/g, "$1$2Z"),
  "time in UTC": (text) => text.replaceAll(/(\d\d):(\d\d)Z/g, "$1:$2 UTC"),
  "metres a second": (text, _fact, pick) =>
    replaceOne(
      text,
      /([\d,]+) kt/g,
      pick,
      ([, number]) => `${round(plain(number!) * 0.514444, 1)} m/s`,
    ),
  "metres for feet": (text, _fact, pick) =>
    replaceOne(
      text,
      /([\d,]+) ft/g,
      pick,
      ([, number]) => plain(number!) === 0 ? null : `${grouped(round(plain(number!) * 0.3048))} m`,
    ),
  "Fahrenheit": (text, _fact, pick) =>
    replaceOne(
      text,
      /([−\d]+) °C/g,
      pick,
      ([, number]) => `${round(plain(number!) * 1.8 + 32)} °F`.replace("-", "−"),
    ),
  "hectopascals": (text, _fact, pick) =>
    replaceOne(
      text,
      /(\d\d\.\d\d) inHg/g,
      pick,
      ([, number]) => `${round(Number(number) * 33.8638866667, 1)} hPa`,
    ),
  "clauses in another order": (text) => {
    if (!text.includes(". ")) return null;
    const [head, tail] = [
      text.slice(0, text.indexOf(". ") + 2),
      text.slice(text.indexOf(". ") + 2),
    ];
    const clauses = tail.replace(/\.$/, "").split("; ");
    return clauses.length < 3 ? null : `${head}${clauses.toReversed().join("; ")}.`;
  },
  "less of it": (text) =>
    text.replace(/; dew point [^;.]+(?:\.\d+)?[^;.]*/, "").replace(/; temperature [^;.]+/, ""),
  "gusts to": (text) =>
    text.includes("gusting") ? text.replace(/, gusting/, " with gusts to") : null,
  "at least": (text) =>
    /visibility ([\d /]+ SM|[\d,]+ k?m) or more/.test(text)
      ? text.replace(/visibility ([\d /]+ SM|[\d,]+ k?m) or more/, "visibility at least $1")
      : null,
  "the wind by its name": (text) => {
    const names = [
      "north",
      "northeast",
      "east",
      "southeast",
      "south",
      "southwest",
      "west",
      "northwest",
    ];
    return /wind from (\d+)° true/i.test(text)
      ? text.replace(
        /wind from (\d+)° true/i,
        (_, degrees) => `wind from the ${names[Math.round(Number(degrees) / 45) % 8]}`,
      )
      : null;
  },
  "reports": (text, fact) =>
    fact.kind === "observation"
      ? text.replace(/^(\w+)(.*?), observed (\S+Z): (\w+)\. /, "At $3 $1$2 reports $4. ")
      : null,
  "has": (text, fact) =>
    fact.kind === "observation" ? text.replace(/: (\w+)\. W/, " and has $1 with w") : null,
};

/** What is not the same any more. */
export const WRONG: Readonly<Record<string, Change>> = {
  "another number": (text, _fact, pick) =>
    replaceOne(
      text,
      /\d[\d,]*(?:\.\d+)?(?= (?:kt|ft|SM|m|km|NM|hPa|inHg)\b|°)/g,
      pick,
      ([number]) => {
        const value = plain(number);
        const other = round(
          value * pick.one([0.5, 0.7, 0.9, 1.2, 1.5, 2]) + pick.one([0, 1, 3, 10]),
          2,
        );
        return other === value || text.includes(grouped(other)) ? null : grouped(other);
      },
    ),
  "another temperature": (text, _fact, pick) =>
    replaceOne(text, /(−?)(\d+) °C/g, pick, ([, sign, number]) => {
      const other = `${pick.one(["", "−"])}${Number(number) + pick.one([2, 5, 11])} °C`;
      return text.includes(other) || (sign === "" && number === "0") ? null : other;
    }),
  "the sign of a temperature": (text, _fact, pick) =>
    replaceOne(text, /(−?)(\d+) °C/g, pick, ([, sign, number]) => {
      const other = `${sign === "" ? "−" : ""}${number} °C`;
      return Number(number) === 0 || text.includes(`${sign === "" ? "" : " "}${other}`)
        ? null
        : other;
    }),
  "another unit": (text, _fact, pick) =>
    replaceOne(text, /(\d[\d,.]*) (kt|ft|SM|hPa|inHg|°C|NM)\b/g, pick, ([, number, unit]) => {
      // Nothing is as much in any unit of length or speed.
      if (plain(number!) === 0 && unit !== "°C") return null;
      const others: Readonly<Record<string, string>> = {
        kt: "m/s",
        ft: "m",
        SM: "km",
        hPa: "mmHg",
        inHg: "hPa",
        "°C": "°F",
        NM: "km",
      };
      return `${number} ${others[unit!]}`;
    }),
  "two numbers exchanged": (text, _fact, pick) => {
    const units = pick.one(["ft", "kt", "°C"]);
    const found = [...text.matchAll(new RegExp(`−?[\\d,]+(?= ${units}\\b)`, "g"))];
    for (const a of found) {
      for (const b of found) {
        if (a.index >= b.index || a[0] === b[0]) continue;
        const [before, between] = [wordBefore(text, a.index), wordBefore(text, b.index)];
        if (before === between) continue;
        return text.slice(0, a.index) + b[0] + text.slice(a.index + a[0].length, b.index) + a[0] +
          text.slice(b.index + b[0].length);
      }
    }
    return null;
  },
  "another station": (text, fact, pick) =>
    fact.station === null ? null : text.replaceAll(
      fact.station,
      pick.one(["KBOS", "EGLL", "RJTT", "YSSY"].filter((one) => !text.includes(one))),
    ),
  "another time": (text, _fact, pick) =>
    replaceOne(text, /(\d\d):(\d\d)Z/g, pick, ([, hour, minute]) => {
      const other = `${
        String((Number(hour) + pick.one([1, 2, 5])) % 24).padStart(2, "0")
      }:${minute}Z`;
      return text.includes(other) ? null : other;
    }),
  "begin and end exchanged": (text) =>
    /(\d\d:\d\dZ) to (\d\d:\d\dZ)/.test(text)
      ? text.replace(
        /(\d\d:\d\dZ) to (\d\d:\d\dZ)/,
        (whole, a, b) => a === b ? whole : `${b} to ${a}`,
      )
      : null,
  "another direction": (text, _fact, pick) =>
    replaceOne(text, /from (\d{3})°/g, pick, ([, degrees]) => {
      const other = String((Number(degrees) + pick.one([30, 90, 180])) % 360 || 360).padStart(
        3,
        "0",
      );
      return text.includes(`${other}°`) ? null : `from ${other}°`;
    }),
  "the opposite point": (text, fact) =>
    /wind from (\d+)° true/i.test(text) && fact.kind === "observation"
      ? text.replace(
        /wind from (\d+)° true/i,
        (_, degrees) =>
          `wind from the ${
            ["south", "southwest", "west", "northwest", "north", "northeast", "east", "southeast"][
              Math.round(Number(degrees) / 45) % 8
            ]
          }`,
      )
      : null,
  "a hazard left out": (text, fact) => {
    const named = fact.hazards.length > 0 || fact.details["weatherCodes"] !== undefined;
    const cut = text.replace(
      /;? ?(?:hazards: [^.;]+|(?:thunderstorm|light|moderate|heavy|freezing|snow|rain|fog|mist|haze|drizzle|shower|gusting)[^;,.]*)/i,
      "",
    );
    return named && cut !== text ? cut : null;
  },
  "a code of certainty left out": (text) =>
    /\((?:TEMPO|INTER|BECMG|PROB\d\d(?: TEMPO)?)\)/.test(text)
      ? text.replace(/ ?\((?:TEMPO|INTER|BECMG|PROB\d\d(?: TEMPO)?)\)/, "")
      : null,
  "another probability": (text) => /PROB30/.test(text) ? text.replaceAll("PROB30", "PROB40") : null,
  "weaker": (text) =>
    /\b(?:heavy|severe|extreme|moderate)\b/.test(text)
      ? text.replace(/\b(?:heavy|severe|extreme|moderate)\b/, "light")
      : null,
  "without its strength": (text) =>
    /\b(?:heavy|severe|extreme|embedded|freezing) /.test(text)
      ? text.replace(/\b(?:heavy|severe|extreme|embedded|freezing) /, "")
      : null,
  "stronger": (text) => /\blight\b/.test(text) ? text.replace(/\blight\b/, "heavy") : null,
  "denied": (text) =>
    /; (?:visibility|light|moderate|heavy|thunderstorm|rain|snow|fog|mist|ceiling \d)/.test(text)
      ? text.replace(
        /; (visibility|light|moderate|heavy|thunderstorm|rain|snow|fog|mist|ceiling(?= \d))/,
        "; no $1",
      )
      : null,
  "a denial taken away": (text) =>
    /\bno (?:ceiling|significant weather|cloud|turbulence|icing)/.test(text)
      ? text.replace(/\bno (ceiling|significant weather|cloud|turbulence|icing)/, "$1")
      : null,
  "another category": (text, fact, pick) =>
    /\b(?:L?IFR|M?VFR)\b/.test(text) && !/worst/i.test(text)
      ? text.replace(
        /\b(?:L?IFR|M?VFR)\b/,
        (whole) =>
          pick.one(
            ["VFR", "MVFR", "IFR", "LIFR"].filter((one) => !text.includes(one)).concat(
              fact.kind === "observation" && whole !== "VFR" ? ["VFR"] : [],
            ),
          ) ?? whole,
      )
      : null,
  "a bound left out": (text) =>
    / or more| or lower|less than /.test(text)
      ? text.replace(/ or more| or lower|less than /, "")
      : null,
  "a bound added": (text, _fact, pick) =>
    replaceOne(
      text,
      /(visibility|ceiling|gusting) ([\d/, ]+ (?:SM|ft|kt))(?! or)/g,
      pick,
      ([, noun, value]) => `${noun} ${pick.one(["at least", "more than", "less than"])} ${value}`,
    ),
  "another datum": (text) =>
    text.includes("above ground") && !text.includes("MSL")
      ? text.replace("above ground", "MSL")
      : null,
  "magnetic for true": (text) => / true\b/.test(text) ? text.replace(/ true\b/, " magnetic") : null,
  "forecast for observed": (text, fact) =>
    fact.kind === "observation" ? text.replace(", observed ", ", forecast for ") : null,
  "observed for forecast": (text, fact) =>
    fact.kind === "forecastPrevailing" ? text.replace(/^Forecast for/, "Observed now at") : null,
  "advice": (text, _fact, pick) =>
    `${text} ${
      pick.one([
        "It is safe to depart.",
        "This is a go.",
        "You should wait.",
        "VFR flight is legal.",
        "Good conditions for flying.",
        "Departure is recommended.",
        "No-go.",
        "You can depart.",
        "Conditions are suitable for a student.",
        "Delay the flight.",
        "Nothing to worry about.",
        "Enjoy the flight.",
        "Conditions look fine.",
      ])
    }`,
  "hedged": (text, _fact, pick) =>
    replaceOne(
      text,
      /\b(?:visibility|wind|ceiling|rain|snow|thunderstorm|turbulence|icing)\b/gi,
      pick,
      ([noun]) =>
        `${
          pick.one([
            "possibly",
            "only",
            "slight",
            "brief",
            "improving",
            "isolated",
            "occasional",
            "minor",
          ])
        } ${noun}`,
    ),
  "something of its own": (text, _fact, pick) => {
    const own = pick.one([
      "thunderstorms",
      "severe icing",
      "smooth air",
      "clear skies later",
      "improving after 20:00Z",
      "tops 12,000 ft MSL",
      "runway 09 in use",
      "NOTAMs checked",
      "QNH 1013 hPa",
      "wind calm",
      "SIGMET cancelled",
    ]);
    // What the fact says already would not be of its own.
    const told = own.split(" ").some((word) => text.toLowerCase().includes(word.replace(/s$/, "")));
    return told ? null : `${text.replace(/\.$/, "")}; ${own}.`;
  },
};

function wordBefore(text: string, index: number): string {
  const clause = text.slice(0, index).split(/[;:,.(] ?/).at(-1)!;
  return clause.replace(/\b(?:at|from|to|up|of|between|and)\b/g, "").trim().toLowerCase();
}
