/**
 * Remarks in words that FMH-1 defines (12.7.1), and those of Canada that go with them.
 *
 * @module
 */
import { readWeatherCode } from "../../groups/mod.ts";
import { isDigit, readDigits, type Tokens } from "../../scan/mod.ts";
import type { DistanceUnit, Quantity } from "../../../units/mod.ts";
import type { Reading } from "../reading.ts";
import type { Remark } from "../remarks_model.ts";
import { addOther, type RemarkRow } from "./row.ts";

type SensorStatus = Extract<Remark, { kind: "sensorStatus" }>;

/** `AO1`, `AO2`, and with a zero for the letter. */
function readAutomatedStation(tokens: Tokens, i: number, reading: Reading): number {
  const size = tokens.size(i);
  if (size !== 3 && size !== 4) return 0;
  const second = tokens.code(i, 1);
  const third = tokens.code(i, 2);
  if ((second !== 79 && second !== 48) || (third !== 49 && third !== 50)) return 0;
  if (size === 4 && tokens.code(i, 3) !== 65) return 0; // AO2A: augmented
  reading.remarks.push({
    kind: "automatedStation",
    type: third === 49 ? "AO1" : "AO2",
    source: tokens.source(i),
  });
  return 1;
}

const SENSORS: Readonly<Record<string, SensorStatus["sensor"]>> = {
  RVRNO: "runwayVisualRange",
  PWINO: "presentWeather",
  PNO: "precipitation",
  FZRANO: "freezingRain",
  TSNO: "lightning",
  VISNO: "visibility",
  CHINO: "ceiling",
  SLPNO: "seaLevelPressure",
};

/** `TSNO`, `VISNO RWY06`. */
function readSensorStatus(tokens: Tokens, i: number, reading: Reading): number {
  const size = tokens.size(i);
  if (size < 3 || size > 6) return 0;
  const sensor = SENSORS[tokens.word(i)];
  if (sensor === undefined) return 0;
  const next = tokens.word(i + 1);
  if (/^RWY\d{2}[LCR]?$/.test(next) && (sensor === "visibility" || sensor === "ceiling")) {
    reading.remarks.push({
      kind: "sensorStatus",
      sensor,
      place: next,
      source: tokens.source(i, 2),
    });
    return 2;
  }
  reading.remarks.push({ kind: "sensorStatus", sensor, source: tokens.source(i) });
  return 1;
}

/** Minutes past the hour, or hour and minute, from `hhmm` or `mm`. */
function timeOf(figures: string): { hour: number | null; minute: number } | null {
  if (!/^(?:\d{2}|\d{4})$/.test(figures)) return null;
  const minute = Number(figures.slice(-2));
  const hour = figures.length === 4 ? Number(figures.slice(0, 2)) : null;
  return minute > 59 || (hour ?? 0) > 23 ? null : { hour, minute };
}

/** `PK WND 28045/1955`, `PK WND 21055/25`. */
function readPeakWind(tokens: Tokens, i: number, reading: Reading): number {
  if (!tokens.is(i, "PK") || !tokens.is(i + 1, "WND")) return 0;
  const match = /^(\d{3})(\d{2,3})(?:KT)?\/(\d{2,4})$/.exec(tokens.word(i + 2));
  const time = match === null ? null : timeOf(match[3]!);
  if (match === null || time === null || Number(match[1]) > 360) return 0;
  reading.remarks.push({
    kind: "peakWind",
    direction: { value: Number(match[1]), unit: "deg" },
    speed: { value: Number(match[2]), unit: "kt" },
    ...time,
    source: tokens.source(i, 3),
  });
  return 3;
}

/** `WSHFT 1955 FROPA`. */
function readWindShift(tokens: Tokens, i: number, reading: Reading): number {
  if (!tokens.is(i, "WSHFT")) return 0;
  const time = timeOf(tokens.word(i + 1));
  if (time === null) return 0;
  const frontalPassage = tokens.is(i + 2, "FROPA");
  const claimed = frontalPassage ? 3 : 2;
  reading.remarks.push({
    kind: "windShift",
    ...time,
    frontalPassage,
    source: tokens.source(i, claimed),
  });
  return claimed;
}

/** Events of one begin-and-end chain. */
interface WeatherEvent {
  readonly weather: string;
  readonly event: "began" | "ended";
  readonly hour: number | null;
  readonly minute: number;
}

/** `RAB06E34`, `UPB11E12B44FZRAB29E44SNE11`: what began and ended, and when. */
export function weatherEventsOf(word: string): WeatherEvent[] | null {
  const events: WeatherEvent[] = [];
  let at = 0;
  while (at < word.length) {
    // The code runs up to the first B or E that figures follow.
    let mark = at;
    while (mark < word.length && !isEvent(word, mark)) mark++;
    if (mark >= word.length) return null;
    const weather = word.slice(at, mark);
    if (readWeatherCode(weather) === null) return null;
    at = mark;
    while (at < word.length && isEvent(word, at)) {
      const event = word[at] === "B" ? "began" : "ended";
      let end = at + 1;
      while (end < word.length && end - at <= 4 && isDigit(word.charCodeAt(end))) end++;
      const time = timeOf(word.slice(at + 1, end));
      if (time === null) return null;
      events.push({ weather, event, ...time });
      at = end;
    }
  }
  return events.length > 0 ? events : null;
}

function isEvent(word: string, at: number): boolean {
  return (word[at] === "B" || word[at] === "E") && isDigit(word.charCodeAt(at + 1));
}

function readWeatherEvents(tokens: Tokens, i: number, reading: Reading): number {
  const size = tokens.size(i);
  if (size < 5 || size > 80 || !isDigit(tokens.code(i, size - 1))) return 0;
  const events = weatherEventsOf(tokens.word(i));
  if (events === null) return 0;
  return addOther(tokens, i, 1, reading, "weatherBeganEnded", { events });
}

/** A distance in statute miles at token `i`: `4`, `1 1/2`, `1-1/2`, `M1/4`, with or without `SM`. */
function milesAt(
  tokens: Tokens,
  i: number,
): { distance: Quantity<DistanceUnit>; claimed: number } | null {
  const match = /^(M|P)?(?:(\d{1,2})-)?(\d{1,2})(?:\/(\d{1,2}))?(?:SM)?$/.exec(tokens.word(i));
  if (match === null) return null;
  let value = Number(match[3]);
  let claimed = 1;
  if (match[4] !== undefined) value /= Number(match[4]);
  else {
    const fraction = /^(\d)\/(\d{1,2})(?:SM)?$/.exec(tokens.word(i + 1));
    if (fraction !== null && Number(fraction[1]) < Number(fraction[2])) {
      value += Number(fraction[1]) / Number(fraction[2]);
      claimed = 2;
    }
  }
  if (match[2] !== undefined) value += Number(match[2]);
  if (!Number.isFinite(value)) return null;
  const bound = match[1] === "M" ? "atMost" : match[1] === "P" ? "atLeast" : undefined;
  return {
    distance: bound === undefined ? { value, unit: "SM" } : { value, unit: "SM", bound },
    claimed,
  };
}

/** `1/2V5`, `3/4V1`, `1V` followed by `1 1/2`. */
function variableMilesAt(
  tokens: Tokens,
  i: number,
): { from: number; to: number; claimed: number } | null {
  let at = i;
  let from = 0;
  const whole = /^\d{1,2}$/.exec(tokens.word(at));
  if (whole !== null && /^\d\/\d{1,2}V/.test(tokens.word(at + 1))) {
    from = Number(whole[0]);
    at++;
  }
  const match = /^M?(\d{1,2})(?:\/(\d{1,2}))?V(\d{1,2})(?:\/(\d{1,2}))?(?:SM)?$/.exec(
    tokens.word(at),
  );
  if (match === null) return null;
  from += Number(match[1]) / Number(match[2] ?? 1);
  let to = Number(match[3]) / Number(match[4] ?? 1);
  at++;
  const fraction = /^(\d)\/(\d{1,2})(?:SM)?$/.exec(tokens.word(at));
  if (match[4] === undefined && fraction !== null) {
    to += Number(fraction[1]) / Number(fraction[2]);
    at++;
  }
  return Number.isFinite(from + to) ? { from, to, claimed: at - i } : null;
}

const POINTS =
  /^(?:N|NE|NNE|ENE|E|ESE|SE|SSE|S|SSW|SW|WSW|W|WNW|NW|NNW)(?:-(?:N|NE|E|SE|S|SW|W|NW))*$/;

/** `TWR VIS 1 1/2`, `SFC VIS 4`, `VIS 1/2V5`, `VIS N 1-1/2`, `VIS 2 RWY11`. */
function readVisibility(tokens: Tokens, i: number, reading: Reading): number {
  let at: Extract<Remark, { kind: "visibility" }>["at"] = "variable";
  let next = i;
  if (tokens.is(i, "TWR") || tokens.is(i, "SFC")) {
    at = tokens.is(i, "TWR") ? "tower" : "surface";
    next++;
  }
  if (!tokens.is(next, "VIS") && !tokens.is(next, "VSBY")) return 0;
  next++;
  let place: string | undefined;
  if (at === "variable" && POINTS.test(tokens.word(next))) {
    at = "sector";
    place = tokens.word(next);
    next++;
  }
  const variable = variableMilesAt(tokens, next);
  if (variable !== null) {
    next += variable.claimed;
    reading.remarks.push({
      kind: "visibility",
      at,
      distance: { value: variable.from, unit: "SM" },
      to: { value: variable.to, unit: "SM" },
      ...(place === undefined ? undefined : { place }),
      source: tokens.source(i, next - i),
    });
    return next - i;
  }
  const miles = milesAt(tokens, next);
  if (miles === null) return 0;
  next += miles.claimed;
  if (/^RWY\d{2}[LCR]?$/.test(tokens.word(next))) {
    at = "secondSite";
    place = tokens.word(next);
    next++;
  } else if (at === "variable") return 0;
  reading.remarks.push({
    kind: "visibility",
    at,
    distance: miles.distance,
    ...(place === undefined ? undefined : { place }),
    source: tokens.source(i, next - i),
  });
  return next - i;
}

/** `CIG 009V012`, `CIG 006 RWY11`, `CIG 011`. */
function readCeiling(tokens: Tokens, i: number, reading: Reading): number {
  if (!tokens.is(i, "CIG")) return 0;
  const match = /^(\d{3})(?:V(\d{3}))?$/.exec(tokens.word(i + 1));
  if (match === null) return 0;
  const from = { value: Number(match[1]) * 100, unit: "ft" as const };
  if (match[2] !== undefined) {
    reading.remarks.push({
      kind: "variableCeiling",
      from,
      to: { value: Number(match[2]) * 100, unit: "ft" },
      source: tokens.source(i, 2),
    });
    return 2;
  }
  const site = /^RWY\d{2}[LCR]?$/.test(tokens.word(i + 2)) ? tokens.word(i + 2) : undefined;
  return addOther(tokens, i, site === undefined ? 2 : 3, reading, "ceiling", {
    height: from,
    ...(site === undefined ? undefined : { place: site }),
  });
}

/** `BKN014 V OVC`, `SCT V BKN`, `BKN V SCT`. */
function readVariableSky(tokens: Tokens, i: number, reading: Reading): number {
  if (!tokens.is(i + 1, "V")) return 0;
  const first = /^(FEW|SCT|BKN|OVC)(\d{3})?$/.exec(tokens.word(i));
  const second = /^(FEW|SCT|BKN|OVC)(\d{3})?$/.exec(tokens.word(i + 2));
  if (first === null || second === null) return 0;
  return addOther(tokens, i, 3, reading, "variableSky", {
    from: first[1],
    to: second[1],
    ...(first[2] === undefined ? undefined : {
      height: { value: Number(first[2]) * 100, unit: "ft" },
    }),
  });
}

/** `GR 1 3/4`, `GR LESS THAN 1/4`: size of the largest hailstone in inches. */
function readHail(tokens: Tokens, i: number, reading: Reading): number {
  if (!tokens.is(i, "GR") && !tokens.is(i, "GS")) return 0;
  const less = tokens.is(i + 1, "LESS") && tokens.is(i + 2, "THAN");
  const from = less ? i + 3 : i + 1;
  const size = milesAt(tokens, from);
  if (size === null) return 0;
  const claimed = from + size.claimed - i;
  return addOther(tokens, i, claimed, reading, "hailSize", {
    diameter: less
      ? { value: size.distance.value, unit: "in", bound: "atMost" }
      : { value: size.distance.value, unit: "in" },
  });
}

/** `PRESRR`, `PRESFR`. */
function readRapidPressure(tokens: Tokens, i: number, reading: Reading): number {
  const rising = tokens.is(i, "PRESRR") || tokens.is(i, "P/RR");
  if (!rising && !tokens.is(i, "PRESFR") && !tokens.is(i, "P/FR")) return 0;
  return addOther(tokens, i, 1, reading, "pressureChangingRapidly", {
    direction: rising ? "rising" : "falling",
  });
}

/** `FU BKN000`, `FG FEW001`: an obscuration that covers part of the sky. */
function readObscuration(tokens: Tokens, i: number, reading: Reading): number {
  const match = /^(FEW|SCT|BKN|OVC)(\d{3})$/.exec(tokens.word(i + 1));
  if (match === null || tokens.size(i) > 5 || readWeatherCode(tokens.word(i)) === null) return 0;
  return addOther(tokens, i, 2, reading, "obscuration", {
    weather: tokens.word(i),
    amount: match[1],
    height: { value: Number(match[2]) * 100, unit: "ft" },
  });
}

/** `DENSITY ALT 2900FT`, `DENSITY ALT -200FT`. */
function readDensityAltitude(tokens: Tokens, i: number, reading: Reading): number {
  if (!tokens.is(i, "DENSITY") || !tokens.is(i + 1, "ALT")) return 0;
  const match = /^(-|M)?(\d{1,5})FT$/.exec(tokens.word(i + 2));
  if (match === null) {
    return tokens.is(i + 2, "MISG") ? addOther(tokens, i, 3, reading, "densityAltitude", {}) : 0;
  }
  const value = Number(match[2]) * (match[1] === undefined ? 1 : -1);
  return addOther(tokens, i, 3, reading, "densityAltitude", {
    altitude: { value, unit: "ft" },
  });
}

/** `SOG 14`: centimetres of snow on the ground (Canada). */
function readSnowOnGround(tokens: Tokens, i: number, reading: Reading): number {
  if (!tokens.is(i, "SOG")) return 0;
  const value = tokens.size(i + 1) > 3
    ? -1
    : readDigits(tokens.text, tokens.starts[i + 1] ?? 0, tokens.ends[i + 1] ?? 0);
  if (value < 0) return 0;
  return addOther(tokens, i, 2, reading, "snowOnGround", { depth: { value, unit: "cm" } });
}

const OKTA_KINDS =
  "CI CS CC AC AS NS SC ST CU SF CF TCU CB ACC FG BR FU HZ SN RA DZ IC BS BLSN GS IP DU BD VA PL UP FZFG DZRA MIFG SG GR"
    .split(
      " ",
    );
const OKTAS = new Set(OKTA_KINDS);

/** `SC8`, `CU1AC4`, `SN6ST2`: eighths of sky covered by each layer, from below (Canada). */
function readOktas(tokens: Tokens, i: number, reading: Reading): number {
  const size = tokens.size(i);
  if (size < 3 || size > 24) return 0;
  const word = tokens.word(i);
  const layers: { kind: string; oktas: number }[] = [];
  let at = 0;
  while (at < word.length) {
    let end = at;
    while (end < word.length && !isDigit(word.charCodeAt(end))) end++;
    const kind = word.slice(at, end);
    if (!OKTAS.has(kind) || end >= word.length) return 0;
    const oktas = word.charCodeAt(end) - 48;
    if (oktas > 8 || isDigit(word.charCodeAt(end + 1))) return 0;
    layers.push({ kind, oktas });
    at = end + 1;
  }
  return addOther(tokens, i, 1, reading, "cloudOktas", { layers });
}

/** `LAST`, `NEXT 241200Z`, `LAST OBS`, `LAST STFFD OBS NXT 121200UTC`. */
function readPartTime(tokens: Tokens, i: number, reading: Reading): number {
  const word = tokens.word(i);
  if (word !== "LAST" && word !== "NEXT" && word !== "NXT" && word !== "FIRST") return 0;
  let next = i + 1;
  while (
    /^(?:OBS|STFFD|STFD|STAFFED|RPT|REPORT|FCST|BY|AT|OBSN|NEXT|NXT|OBS?\/NE?XT|\/NE?XT|\/)[./]?$/
      .test(
        tokens.word(next),
      )
  ) {
    next++;
  }
  const time = /^(?:OBS?\/NE?XT|NE?XT)?(\d{4}|\d{6}|\d{8})(?:Z|UTC)?[.]?$/.exec(tokens.word(next));
  if (time !== null) {
    next++;
    if (tokens.is(next, "UTC") || tokens.is(next, "Z")) next++;
  }
  return addOther(
    tokens,
    i,
    next - i,
    reading,
    word === "LAST" ? "lastReport" : word === "FIRST" ? "firstReport" : "nextReport",
    time === null ? {} : { at: time[1] },
  );
}

/** `COR 1238`: when the correction was sent. */
function readCorrected(tokens: Tokens, i: number, reading: Reading): number {
  if (!tokens.is(i, "COR") && !tokens.is(i, "CORRECTED")) return 0;
  reading.corrected = true;
  const time = /^\d{4}Z?$/.test(tokens.word(i + 1));
  return addOther(tokens, i, time ? 2 : 1, reading, "correction", {
    ...(time ? { at: tokens.word(i + 1).slice(0, 4) } : undefined),
  });
}

const FMH = "FMH-1 12.7.1";

export const US_ROWS: readonly RemarkRow[] = [
  {
    name: "type of automatic station",
    first: "A",
    read: readAutomatedStation,
    rule: `${FMH}.c`,
    meaning: "AO1: without, AO2: with a sensor that tells rain from snow.",
    example: "AO2",
  },
  {
    name: "sensor status",
    first: "RPFTVCS",
    read: readSensorStatus,
    rule: "FMH-1 12.7.2.g",
    meaning: "A sensor that gives nothing: what it would report is unknown.",
    example: "TSNO",
  },
  {
    name: "peak wind",
    first: "P",
    read: readPeakWind,
    rule: `${FMH}.d`,
    meaning: "Strongest gust since the last hourly report, with its time.",
    example: "PK WND 28045/1955",
  },
  {
    name: "wind shift",
    first: "W",
    read: readWindShift,
    rule: `${FMH}.e`,
    meaning: "When the wind turned; FROPA: with the passage of a front.",
    example: "WSHFT 1955 FROPA",
  },
  {
    name: "visibility remark",
    first: "TSV",
    read: readVisibility,
    rule: `${FMH}.f to i`,
    meaning:
      "Visibility from the tower or at the surface, variable, in a sector, at a second site.",
    example: "TWR VIS 1 1/2",
  },
  {
    name: "ceiling remark",
    first: "C",
    read: readCeiling,
    rule: `${FMH}.p, s`,
    meaning: "Variable ceiling, or the ceiling at a second site.",
    example: "CIG 005V010",
  },
  {
    name: "variable sky condition",
    first: "FSBO",
    read: readVariableSky,
    rule: `${FMH}.q`,
    meaning: "The amount of cloud varies between two.",
    example: "BKN014 V OVC",
  },
  {
    name: "beginning and ending of weather",
    first: "-+VMBPDSTFRIGUH",
    read: readWeatherEvents,
    rule: `${FMH}.k, l`,
    meaning: "B began, E ended, at minutes past the hour or hour and minute.",
    example: "RAB05E30SNB20",
  },
  {
    name: "hail size",
    first: "G",
    read: readHail,
    rule: `${FMH}.n`,
    meaning: "Diameter of the largest hailstone in inches.",
    example: "GR 1 3/4",
  },
  {
    name: "pressure changing rapidly",
    first: "P",
    read: readRapidPressure,
    rule: `${FMH}.s`,
    meaning: "Rising or falling by 0.06 inHg an hour or faster.",
    example: "PRESFR",
  },
  {
    name: "obscuration",
    first: "FBHVDSPRIMU",
    read: readObscuration,
    rule: `${FMH}.o`,
    meaning: "Weather that hides part of the sky.",
    example: "FU BKN000",
  },
  {
    name: "density altitude",
    first: "D",
    read: readDensityAltitude,
    rule: "MANOBS (Canada) 16.4",
    meaning: "Density altitude when it is well above the elevation of the aerodrome.",
    example: "DENSITY ALT 2900FT",
  },
  {
    name: "snow on ground",
    first: "S",
    read: readSnowOnGround,
    rule: "MANOBS (Canada)",
    meaning: "Snow on the ground in centimetres.",
    example: "SOG 14",
  },
  {
    name: "cloud in eighths",
    first: "CASNTFBHRDIGUVPM",
    read: readOktas,
    rule: "MANOBS (Canada) 16.4.9",
    meaning: "Type and eighths of each layer or obscuration.",
    example: "CU1AC4",
  },
  {
    name: "part-time station",
    first: "LNF",
    read: readPartTime,
    rule: `${FMH}.w`,
    meaning: "Last report before, or time of the next after, the station is closed.",
    example: "NEXT 241200Z",
  },
  {
    name: "time of correction",
    first: "C",
    read: readCorrected,
    rule: "AFMAN 15-111",
    meaning: "The report was corrected, and when.",
    example: "COR 1238",
  },
];
