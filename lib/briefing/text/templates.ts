/**
 * One sentence (or a few) for each fact, made of nothing but the fact.
 *
 * @module
 */
import { type Fact, type FactKind, timeOf, valueOf } from "../facts.ts";
import type { BriefingKey } from "./en.ts";
import type { Words } from "./words.ts";

type Template = (fact: Fact, words: Words) => string;

const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(" ");

/** A first letter in capitals, as a sentence begins. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const flight: Template = (fact, words) => {
  const minutes = valueOf(fact, "duration")?.value ?? 0;
  const duration = words.say("duration", {
    hours: String(Math.floor(minutes / 60)),
    minutes: String(minutes % 60).padStart(2, "0"),
  });
  return words.say("flight", {
    from: fact.details["from"],
    to: fact.details["to"],
    distance: words.of(fact, "distance"),
    duration,
    airspeed: words.of(fact, "airspeed"),
    altitude: words.of(fact, "altitude"),
    departure: words.time(fact, "departure"),
    eta: words.time(fact, "eta"),
    corridor: words.of(fact, "corridor"),
  });
};

const leg: Template = (fact, words) =>
  words.say("leg", {
    from: fact.details["from"],
    to: fact.details["to"],
    distance: words.of(fact, "distance"),
    course: words.of(fact, "course"),
    eta: words.time(fact, "eta"),
  });

const assumption: Template = (fact, words) =>
  words.say(`assumption.${fact.details["wind"] ?? "none"}` as BriefingKey, {
    share: words.of(fact, "share"),
  });

/** The end of a layer: a height, the surface, the freezing level. */
function limit(fact: Fact, name: "base" | "top", words: Words): string | undefined {
  const value = valueOf(fact, name);
  if (value !== undefined) {
    const text = words.level({ ...value, bound: undefined } as never);
    return value.bound === "atLeast" ? words.say("topAbove", { top: text }) : text;
  }
  const kind = fact.details[name];
  if (kind === "surface") return words.say("surface");
  if (kind !== "freezingLevel") return undefined;
  const low = words.level(valueOf(fact, `${name}Low`));
  const high = words.level(valueOf(fact, `${name}High`));
  return low && high ? words.say("freezingRange", { low, high }) : words.say("freezingLevel");
}

function levels(fact: Fact, words: Words): string | undefined {
  const [base, top] = [limit(fact, "base", words), limit(fact, "top", words)];
  if (base && top) return words.say("levels.between", { base, top });
  if (base) return words.say("levels.upFrom", { base });
  return top && words.say("levels.upTo", { top });
}

const LIMITS = [
  "ceilingBelow",
  "visibilityBelow",
  "windAbove",
  "windFrom",
  "hailSize",
  "windGustSpeed",
] as const;

const warning: Template = (fact, words) => {
  const { details } = fact;
  const [from, to] = [words.time(fact, "validFrom"), words.time(fact, "validTo")];
  const limits = LIMITS.flatMap((name) => {
    const value = words.of(fact, name);
    return value === undefined ? [] : [words.say(`limit.${name}`, { value })];
  }).join(", ");
  const passedFrom = words.time(fact, "passingFrom");
  const passedTo = words.time(fact, "passingTo");
  const movement = details["movement"] && words.say(`movement.${details["movement"]}` as never, {
    direction: words.of(fact, "movementDirection"),
    speed: words.of(fact, "movementSpeed"),
  });
  const text = words.say(fact.kind === "warning" ? "warning" : "warning.unknownPlace", {
    title: details["title"],
    identifier: details["identifier"],
    what: words.warned(fact.hazards, fact.qualifiers),
    levels: levels(fact, words),
    movement,
    limits,
    validity: from && to
      ? words.say("validity.both", { from, to })
      : from
      ? words.say("validity.from", { from })
      : to && words.say("validity.to", { to }),
    fromAlong: words.of(fact, "fromAlong"),
    toAlong: words.of(fact, "toAlong"),
    passing: passedFrom === passedTo
      ? passedFrom
      : words.say("period", { from: passedFrom, to: passedTo }),
  });
  return joined(
    text,
    details["begins"] && words.say("warning.later"),
    details["byMovement"] && words.say("warning.byMovement"),
  );
};

/** Heights between which a pilot met something. */
function band(fact: Fact, name: string, words: Words): string | undefined {
  const base = words.level(valueOf(fact, `${name}Base`));
  const top = words.level(valueOf(fact, `${name}Top`));
  if (base && top) return words.say("pirep.band", { base, top });
  if (base) return words.say("pirep.base", { base });
  return top && words.say("pirep.top", { top });
}

const numbered = (name: string, { details }: Fact) =>
  Object.keys(details).filter((key) => key === name || new RegExp(`^${name}\\d$`).test(key));

function met(fact: Fact, words: Words): string[] {
  const { details } = fact;
  const phrases: string[] = [];
  for (const name of numbered("turbulence", fact)) {
    const what = joined(words.intensity(details[name]!), band(fact, name, words));
    const shear = details[`${name}Type`] === "lowLevelWindShear";
    phrases.push(
      details[name] === "none" && !shear
        ? joined(words.say("pirep.noTurbulence"), band(fact, name, words))
        : words.say(shear ? "pirep.shear" : "pirep.turbulence", { what }),
    );
  }
  for (const name of numbered("icing", fact)) {
    const what = joined(words.intensity(details[name]!), band(fact, name, words));
    phrases.push(
      details[name] === "none"
        ? joined(words.say("pirep.noIcing"), band(fact, name, words))
        : words.say("pirep.icing", { what }),
    );
  }
  for (const name of numbered("sky", fact)) {
    const cover = details[name]!;
    if (cover === "clear") phrases.push(words.say("pirep.sky.clear"));
    else {
      const amounts = cover.split("-").map((one) => words.sayIfKnown(`amount.${one}`) ?? "?");
      const what = joined(amounts.join("–"), band(fact, name, words));
      phrases.push(words.say("pirep.sky", { what }));
    }
  }
  return [...phrases, ...words.weather(details["weatherCodes"])];
}

const pirep: Template = (fact, words) => {
  const { details } = fact;
  const phrases = met(fact, words);
  const told = new Set([...fact.hazards].filter((hazard) => !isTold(hazard, fact)));
  for (const hazard of told) phrases.push(words.hazard(hazard));
  const temperature = words.of(fact, "temperature");
  if (temperature) phrases.push(words.say("temperature", { value: temperature }));
  const speed = words.of(fact, "windSpeed");
  if (speed) {
    phrases.push(
      words.say("wind.wind", { direction: words.of(fact, "windDirection"), speed }),
    );
  }
  const to = words.level(valueOf(fact, "levelTo"));
  const level = words.level(valueOf(fact, "level"));
  const height = level
    ? words.say(to ? "pirep.levels" : "pirep.level", { level, to })
    : words.sayIfKnown(`pirep.${details["level"]}`);
  return words.say("pirep", {
    urgent: details["urgent"] ? words.say("pirep.urgent") : "\u200b",
    time: words.time(fact, "observed"),
    aircraft: details["aircraft"],
    level: height,
    along: words.of(fact, "along"),
    place: fact.place === null ? words.say("pirep.noPlace") : words.place(fact.place),
    what: phrases.length === 0 ? words.say("pirep.nothing") : phrases.join("; "),
  }).replace("\u200b", "");
};

/** Hazards that the phrases of a pilot report name already. */
function isTold(hazard: string, { details }: Fact): boolean {
  if (hazard === "turbulence" || hazard === "icing") return details[hazard] !== undefined;
  if (hazard === "lowLevelWindShear") return Object.values(details).includes("lowLevelWindShear");
  return details["weatherCodes"] !== undefined;
}

const atStations: Template = (fact, words) => {
  const [first = ""] = fact.hazards;
  const basis = fact.details["basis"] ?? "observed";
  return capital(words.say(`low.${basis}` as BriefingKey, {
    what: words.hazard(first),
    stations: fact.details["stations"],
  }));
};

const freshness = (fact: Fact, words: Words) =>
  fact.freshness === null ? undefined : words.sayIfKnown(`freshness.${fact.freshness}`);

const observation: Template = (fact, words) =>
  joined(
    words.say("observation", {
      station: fact.station ?? "?",
      place: words.place(fact.place),
      time: words.time(fact, "observed"),
      category: words.category(fact),
      elements: capital(words.elements(fact)) + remembered(fact, words),
    }),
    fact.details["special"] && words.say("observation.special"),
    fact.details["unparsed"] && words.say("observation.unparsed"),
    freshness(fact, words),
  );

/** Hazards that the elements do not name: recent weather, wind shear, a closed runway. */
function remembered(fact: Fact, words: Words): string {
  const extra = fact.hazards.filter((hazard) => !NAMED_BY_ELEMENTS.has(hazard));
  return extra.length === 0
    ? ""
    : `; ${words.say("hazards", { list: extra.map((one) => words.hazard(one)).join(", ") })}`;
}

/** Said by wind, weather, cloud or category. */
const NAMED_BY_ELEMENTS = new Set(["gust", "IFR", "LIFR", "cumulonimbus", "toweringCumulus"]);

/** The name of the instant that a forecast fact is for. */
const forecastTime = (fact: Fact) =>
  ["eta", "passing", "departure"].find((name) => timeOf(fact, name) !== undefined) ?? "passing";

const prevailing: Template = (fact, words) => {
  const name = forecastTime(fact);
  return joined(
    words.say(`forecast.${name}` as BriefingKey, {
      station: fact.station ?? "?",
      place: words.place(fact.place),
      time: words.time(fact, name),
      category: words.category(fact),
      elements: capital(words.elements(fact)) + remembered(fact, words),
    }),
    fact.details["amended"] && words.say("forecast.amended"),
  );
};

const worst: Template = (fact, words) =>
  joined(
    words.say("forecast.worst", {
      station: fact.station ?? "?",
      time: words.time(fact, forecastTime(fact)),
      category: words.category(fact),
      change: words.change(fact.details["change"]) ?? words.say("change.none"),
      period: words.period(fact, "changeFrom", "changeTo"),
      elements: capital(words.elements(fact)) + remembered(fact, words),
    }),
    fact.details["timeUnknown"] && words.say("forecast.timeUnknown"),
  );

const possible: Template = (fact, words) =>
  joined(
    words.say("forecast.possible", {
      station: fact.station ?? "?",
      time: words.time(fact, forecastTime(fact)),
      change: words.change(fact.details["change"]) ?? words.say("change.none"),
      period: words.period(fact, "changeFrom", "changeTo"),
      hazards: [
        ...words.weather(fact.details["weatherCodes"]),
        ...fact.hazards.map((one) => words.hazard(one)),
      ].join(", "),
    }),
    fact.details["timeUnknown"] && words.say("forecast.timeUnknown"),
  );

const windAloft: Template = (fact, words) => {
  const temperature = words.of(fact, "temperature");
  return words.say(valueOf(fact, "windDirection") ? "windAloft" : "windAloft.none", {
    along: words.of(fact, "along"),
    time: words.time(fact, "passing"),
    altitude: words.of(fact, "altitude"),
    direction: words.of(fact, "windDirection"),
    speed: words.of(fact, "windSpeed"),
    temperature: temperature && words.say("temperature", { value: temperature }),
    groundSpeed: words.of(fact, "groundSpeed"),
    stations: fact.details["stations"],
  });
};

const freezingLevel: Template = (fact, words) => {
  const { basis, kind } = fact.details;
  const height = valueOf(fact, "height");
  const key = basis !== "gairmet"
    ? kind === "below" ? "freezing.below" : "freezing.height"
    : height
    ? "freezing.gairmet"
    : "freezing.gairmetSurface";
  return words.say(key, {
    along: words.of(fact, "along"),
    height: height && words.voice.quantity({ value: height.value, unit: "ft" }),
    validAt: words.time(fact, "validAt"),
  });
};

const pressurePattern: Template = (fact, words) =>
  words.say("pressurePattern", {
    lowest: words.of(fact, "lowest"),
    lowestAt: fact.details["lowestAt"],
    lowestTime: words.time(fact, "lowest"),
    highest: words.of(fact, "highest"),
    highestAt: fact.details["highestAt"],
    highestTime: words.time(fact, "highest"),
  });

const categoryCount: Template = (fact, words) => {
  const list = fact.values.filter(({ name }) => name !== "total").map((value) =>
    words.say(value.name === "unknown" ? "categoryCount.unknown" : "categoryCount.one", {
      count: words.value(value),
      category: value.name,
    })
  );
  return words.say("categoryCount", {
    total: words.of(fact, "total"),
    list: words.voice.list(list),
  });
};

const density: Template = (fact, words) => {
  const temperature = words.of(fact, "temperature");
  return joined(
    words.say("density", {
      station: fact.station ?? "?",
      densityAltitude: words.of(fact, "densityAltitude"),
      elevation: words.of(fact, "elevation"),
      temperature: temperature && words.say("temperature", { value: temperature }),
      altimeter: words.of(fact, "altimeter"),
      time: words.time(fact, "observed"),
    }),
    fact.details["estimate"] && words.say("density.estimate", {
      from: fact.details["estimate"],
      place: words.place(fact.place),
    }),
    freshness(fact, words),
  );
};

const runwayWind: Template = (fact, words) => {
  const { details } = fact;
  const kind = details["wind"] === "components" && details["tail"] ? "tail" : details["wind"];
  const forecast = words.time(fact, "forecastFor");
  return joined(
    words.say(`runway.${kind}` as BriefingKey, {
      station: fact.station ?? "?",
      when: forecast ? words.say("when.forecast", { time: forecast }) : words.say("when.observed"),
      runway: details["runway"],
      head: words.of(fact, "head"),
      crosswind: words.value(withoutBound(valueOf(fact, "crosswind"))),
      tailwind: words.of(fact, "tailwind"),
      side: details["side"] && words.say(`side.${details["side"]}` as BriefingKey),
      gust: details["gust"] ? words.say("runway.gust") : "\u200b",
    }).replace("\u200b", ""),
    details["heading"] && words.say("runway.approximate"),
  );
};

/** "Up to" is said by the sentence. */
function withoutBound<T extends { readonly bound?: unknown }>(value: T | undefined): T | undefined {
  if (value === undefined) return undefined;
  const { bound: _, ...rest } = value;
  return rest as T;
}

const sun: Template = (fact, words) => {
  const { point, place, rises, light } = fact.details;
  const [sunrise, sunset] = [words.time(fact, "sunrise"), words.time(fact, "sunset")];
  const key = rises === "both" ? "sun" : `sun.${rises}` as BriefingKey;
  return words.say(key, {
    place,
    sunrise,
    sunset,
    time: words.time(fact, point === "departure" ? "departure" : "eta"),
    light: words.say(`light.${light ?? "day"}` as BriefingKey),
  });
};

const alternate: Template = (fact, words) => {
  const { details } = fact;
  const base = {
    station: fact.station ?? "?",
    place: words.place(fact.place),
    eta: words.time(fact, "eta"),
    runway: words.of(fact, "runway"),
  };
  const told = fact.hazards.filter((one) => one !== "IFR" && one !== "LIFR");
  const rest = details["forecast"] === "none"
    ? words.say("alternate.noForecast", base)
    : words.say("alternate", {
      ...base,
      category: words.category(fact),
      worst: details["worst"] === "unknown" ? words.say("category.unknown") : details["worst"],
      change: details["worst"] &&
        (words.change(details["change"]) ?? words.say("change.none")),
      hazards: told.map((one) => words.hazard(one)).join(", "),
    });
  return words.say(`alternate.${details["why"] ?? "asked"}` as BriefingKey, { rest });
};

/** Where and by what a comparison is made. */
function compared(fact: Fact, words: Words) {
  const { details } = fact;
  const time = words.time(fact, "forecastFor") ?? words.time(fact, "compared");
  return {
    point: words.say(`point.${details["point"] ?? "enRoute"}` as BriefingKey),
    station: fact.station ?? "?",
    basis: words.say(`basis.${details["basis"] ?? "observed"}` as BriefingKey, { time }),
    change: words.change(details["change"]),
  };
}

const vfrComparison: Template = (fact, words) =>
  words.say("vfr", {
    ...compared(fact, words),
    category: words.category(fact),
    ceiling: fact.details["ceiling"] === "none" ? undefined : words.ceiling(fact),
    visibility: fact.details["visibility"] === "notReported" ? undefined : words.visibility(fact),
  });

const minimaComparison: Template = (fact, words) => {
  const { what = "ceiling", result = "unknown" } = fact.details;
  const actual = fact.values.find(({ name }) => name !== "minimum" && name !== "maximum");
  const text = actual?.name === "ceiling"
    ? words.say("agl", { height: words.value(withoutBound(actual)) })
    : words.value(withoutOwnBound(actual));
  const noCeiling = what === "ceiling" && fact.details["value"] === "none";
  return words.say(noCeiling ? "minima.ceiling.none" : `minima.${what}.${result}` as BriefingKey, {
    ...compared(fact, words),
    actual: text,
    own: words.of(fact, "minimum") ?? words.of(fact, "maximum"),
  });
};

/** A crosswind is told as a number; visibility keeps "less than". */
function withoutOwnBound(value: ReturnType<typeof valueOf>) {
  return value?.unit === "kt" ? withoutBound(value) : value;
}

const none: Template = (fact, words) => {
  const { what = "" } = fact.details;
  const count = valueOf(fact, "count")?.value ?? 0;
  const key = count > 0 && words.sayIfKnown(`some.${what}`) !== undefined ? "some" : "none";
  return words.say(`${key}.${what}` as BriefingKey, {
    time: words.time(fact, "retrieved"),
    count: words.of(fact, "count"),
    within: words.of(fact, "within"),
  });
};

const pirepCount: Template = (fact, words) =>
  words.say(valueOf(fact, "count")?.value === 1 ? "pirepCount.one" : "pirepCount", {
    count: words.of(fact, "count"),
    corridor: words.of(fact, "corridor"),
    time: words.time(fact, "retrieved"),
  });

const reasoned: Template = (fact, words) => {
  const { what = "", reason } = fact.details;
  const key = [fact.kind, what, reason].filter(Boolean).join(".") as BriefingKey;
  return words.say(key, {
    station: fact.station ?? undefined,
    time: words.clock(fact.times[0]?.at),
    share: words.of(fact, "share"),
  });
};

const excluded: Template = (fact, words) =>
  words.say(`excluded.${fact.details["what"] ?? "warnings"}` as BriefingKey, {
    otherTime: words.of(fact, "otherTime"),
    otherLevel: words.of(fact, "otherLevel"),
    more: words.of(fact, "more"),
  });

/** The template of each kind. */
export const TEMPLATES: Readonly<Record<FactKind, Template>> = {
  flight,
  leg,
  assumption,
  warning,
  warningPlaceUnknown: warning,
  pirep,
  pirepCount,
  lowConditions: atStations,
  stationHazard: atStations,
  observation,
  forecastPrevailing: prevailing,
  forecastWorst: worst,
  forecastPossible: possible,
  windAloft,
  freezingLevel,
  pressurePattern,
  categoryCount,
  densityAltitude: density,
  runwayWind,
  sun,
  alternate,
  vfrComparison,
  minimaComparison,
  none,
  unavailable: reasoned,
  omitted: reasoned,
  excluded,
};
