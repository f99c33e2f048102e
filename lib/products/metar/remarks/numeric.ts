/**
 * Remarks in figures: the additive data of FMH-1 12.7.2 and of the states that follow it.
 *
 * @module
 */
import { isDigit, isSlashes, readDigits, type Tokens } from "../../scan/mod.ts";
import { toPressure } from "../../../units/mod.ts";
import type { Reading } from "../reading.ts";
import { addOther, type RemarkRow } from "./row.ts";

/** Figures of token `i` from `offset` to `end` (both counted from its start), −1 where they are none. */
function figures(tokens: Tokens, i: number, offset: number, end: number): number {
  const start = tokens.starts[i]!;
  if (start + end > tokens.ends[i]!) return -1;
  return readDigits(tokens.text, start + offset, start + end);
}

function slashes(tokens: Tokens, i: number, offset: number): boolean {
  return isSlashes(tokens.text, tokens.starts[i]! + offset, tokens.ends[i]!);
}

/** Signed tenths of a degree: `s` and three figures, `s` being 1 below zero. */
function signedTenths(tokens: Tokens, i: number, offset: number): number | null {
  const sign = tokens.code(i, offset);
  const value = figures(tokens, i, offset + 1, offset + 4);
  if ((sign !== 48 && sign !== 49) || value < 0) return null;
  return sign === 49 && value > 0 ? -value / 10 : value / 10;
}

/** Sea-level pressure: of 9xx.x and 10xx.x the one nearest the altimeter setting, else the nearest to 1000. */
export function seaLevelPressureOf(tenths: number, qnhHpa: number | null): number {
  const low = 900 + tenths / 10;
  const high = 1000 + tenths / 10;
  if (qnhHpa === null) return tenths < 500 ? high : low;
  return Math.abs(low - qnhHpa) < Math.abs(high - qnhHpa) ? low : high;
}

function readSeaLevelPressure(tokens: Tokens, i: number, reading: Reading): number {
  if (!tokens.startsWith(i, "SLP")) return 0;
  let size = tokens.size(i);
  let claimed = 1;
  let tenths = -1;
  if (size === 3) {
    if (tokens.size(i + 1) !== 3) return 0;
    tenths = figures(tokens, i + 1, 0, 3);
    claimed = 2;
    size = 6;
  } else if (size === 5 && tokens.is(i, "SLPNO")) {
    reading.remarks.push({
      kind: "sensorStatus",
      sensor: "seaLevelPressure",
      source: tokens.source(i),
    });
    return 1;
  } else if (slashes(tokens, i, 3)) {
    reading.remarks.push({ kind: "seaLevelPressure", pressure: null, source: tokens.source(i) });
    return 1;
  } else tenths = size === 6 ? figures(tokens, i, 3, 6) : -1;
  if (tenths < 0) return 0;
  const { qnh } = reading.body;
  const value = seaLevelPressureOf(tenths, qnh.kind === "value" ? toPressure(qnh, "hPa") : null);
  reading.remarks.push({
    kind: "seaLevelPressure",
    pressure: { value: Math.round(value * 10) / 10, unit: "hPa" },
    source: tokens.source(i, claimed),
  });
  return claimed;
}

/** `T01060067`, `T1261`, `T0180////`. */
function readHourlyTemperature(tokens: Tokens, i: number, reading: Reading): number {
  const size = tokens.size(i);
  if (size !== 9 && size !== 5) return 0;
  const air = signedTenths(tokens, i, 1);
  if (air === null) return 0;
  const dew = size === 9 ? signedTenths(tokens, i, 5) : null;
  if (size === 9 && dew === null && !slashes(tokens, i, 5)) return 0;
  reading.remarks.push({
    kind: "hourlyTemperature",
    airTemperature: { value: air, unit: "degC" },
    dewPointTemperature: dew === null ? null : { value: dew, unit: "degC" },
    source: tokens.source(i),
  });
  return 1;
}

/** `P0003`: hundredths of an inch since the last hourly report; `P0000` a trace. */
function readHourlyPrecipitation(tokens: Tokens, i: number, reading: Reading): number {
  if (tokens.size(i) !== 5) return 0;
  const value = figures(tokens, i, 1, 5);
  if (value < 0 && !slashes(tokens, i, 1)) return 0;
  reading.remarks.push({
    kind: "hourlyPrecipitation",
    amount: value < 0 ? null : { value: value / 100, unit: "in" },
    trace: value === 0,
    source: tokens.source(i),
  });
  return 1;
}

/** 6 hours at 00, 06, 12 and 18 UTC, else 3: FMH-1 12.7.2.a(3). */
function hoursOfSixGroup(reading: Reading): 3 | 6 {
  const at = reading.observedDayTime;
  if (at === null) return 6;
  return (at.hour + (at.minute >= 30 ? 1 : 0)) % 6 === 0 ? 6 : 3;
}

/** `60009`, `70125`, `6////`. */
function readPrecipitation(tokens: Tokens, i: number, reading: Reading): number {
  if (tokens.size(i) !== 5) return 0;
  const value = figures(tokens, i, 1, 5);
  if (value < 0 && !slashes(tokens, i, 1)) return 0;
  reading.remarks.push({
    kind: "precipitation",
    hours: tokens.code(i, 0) === 55 ? 24 : hoursOfSixGroup(reading),
    amount: value < 0 ? null : { value: value / 100, unit: "in" },
    trace: value === 0,
    source: tokens.source(i),
  });
  return 1;
}

/** `10294`, `21045`: six-hour maximum and minimum. */
function readExtreme(tokens: Tokens, i: number, reading: Reading): number {
  if (tokens.size(i) !== 5) return 0;
  const value = signedTenths(tokens, i, 1);
  const extreme = tokens.code(i, 0) === 49 ? "maximum" : "minimum";
  if (value === null) {
    return slashes(tokens, i, 1)
      ? addOther(tokens, i, 1, reading, "extremeTemperatureMissing", { extreme, hours: 6 })
      : 0;
  }
  reading.remarks.push({
    kind: "extremeTemperature",
    extreme,
    hours: 6,
    temperature: { value, unit: "degC" },
    source: tokens.source(i),
  });
  return 1;
}

/** `401311019`: maximum and minimum of 24 hours. */
function readDayExtremes(tokens: Tokens, i: number, reading: Reading): number {
  if (tokens.size(i) !== 9) return 0;
  const source = tokens.source(i);
  const values = [signedTenths(tokens, i, 1), signedTenths(tokens, i, 5)] as const;
  if (values[0] === null && values[1] === null) return 0;
  for (const [n, value] of values.entries()) {
    if (value === null) continue;
    reading.remarks.push({
      kind: "extremeTemperature",
      extreme: n === 0 ? "maximum" : "minimum",
      hours: 24,
      temperature: { value, unit: "degC" },
      source,
    });
  }
  return 1;
}

/** `56008`: a fall of 0.8 hPa in three hours. */
function readTendency(tokens: Tokens, i: number, reading: Reading): number {
  if (tokens.size(i) !== 5) return 0;
  const characteristic = figures(tokens, i, 1, 2);
  const tenths = figures(tokens, i, 2, 5);
  if (slashes(tokens, i, 1)) {
    return addOther(tokens, i, 1, reading, "pressureTendencyMissing", {});
  }
  if (characteristic < 0 || characteristic > 8 || (tenths < 0 && !slashes(tokens, i, 2))) return 0;
  // No pressure changes by more than 30 hPa in three hours: figures of another kind.
  if (tenths > 300) return 0;
  const sign = characteristic >= 5 ? -1 : 1;
  reading.remarks.push({
    kind: "pressureTendency",
    characteristic,
    change: tenths < 0 ? null : { value: tenths === 0 ? 0 : sign * tenths / 10, unit: "hPa" },
    source: tokens.source(i),
  });
  return 1;
}

/** `4/007`: inches of snow on the ground. */
function readSnowDepth(tokens: Tokens, i: number, reading: Reading): number {
  if (tokens.size(i) !== 5 || tokens.code(i, 1) !== 47) return 0;
  const value = figures(tokens, i, 2, 5);
  if (value < 0) {
    return slashes(tokens, i, 1) ? addOther(tokens, i, 1, reading, "snowDepthMissing", {}) : 0;
  }
  reading.remarks.push({
    kind: "snowDepth",
    depth: { value, unit: "in" },
    source: tokens.source(i),
  });
  return 1;
}

/** `8/578`, `8/5//`: genera of low, middle and high cloud, code tables 0513, 0515, 0509. */
function readCloudTypes(tokens: Tokens, i: number, reading: Reading): number {
  if (tokens.size(i) < 4 || tokens.size(i) > 5 || tokens.code(i, 1) !== 47) return 0;
  const part = (offset: number): number | null | undefined => {
    const code = tokens.code(i, offset);
    return code === 47 || code === 0 ? null : isDigit(code) ? code - 48 : undefined;
  };
  const [low, middle, high] = [part(2), part(3), part(4)];
  if (low === undefined || middle === undefined || high === undefined) return 0;
  return addOther(tokens, i, 1, reading, "cloudTypes", { low, middle, high });
}

/** `931001` new snow in six hours, `933032` water equivalent, `98096` minutes of sunshine, other 9-groups. */
function readNineGroup(tokens: Tokens, i: number, reading: Reading): number {
  const size = tokens.size(i);
  const add = (name: string, data: Record<string, unknown>) =>
    addOther(tokens, i, 1, reading, name, data);
  if (size === 6 && tokens.startsWith(i, "931") && figures(tokens, i, 3, 6) >= 0) {
    return add("snowfallSixHours", {
      depth: { value: figures(tokens, i, 3, 6) / 10, unit: "in" },
    });
  }
  if (size === 6 && tokens.startsWith(i, "933") && figures(tokens, i, 3, 6) >= 0) {
    return add("snowWaterEquivalent", {
      depth: { value: figures(tokens, i, 3, 6) / 10, unit: "in" },
    });
  }
  if (size === 5 && tokens.startsWith(i, "98") && figures(tokens, i, 2, 5) >= 0) {
    return add("sunshine", { duration: { value: figures(tokens, i, 2, 5), unit: "min" } });
  }
  if (size >= 3 && size <= 5 && figures(tokens, i, 1, size) >= 0) {
    return add("specialPhenomena", { code: tokens.word(i) });
  }
  if (size >= 2 && size <= 5 && slashes(tokens, i, 1)) {
    return add("specialPhenomenaMissing", {});
  }
  return 0;
}

/** `I1001`: hundredths of an inch of ice in one, three or six hours. */
function readIceAccretion(tokens: Tokens, i: number, reading: Reading): number {
  if (tokens.size(i) !== 5) return 0;
  const hours = figures(tokens, i, 1, 2);
  const value = figures(tokens, i, 2, 5);
  if ((hours !== 1 && hours !== 3 && hours !== 6) || (value < 0 && !slashes(tokens, i, 2))) {
    return 0;
  }
  return addOther(tokens, i, 1, reading, "iceAccretion", {
    hours,
    thickness: value < 0 ? null : { value: value / 100, unit: "in" },
    trace: value === 0,
  });
}

/** `SNINCR 2/10`: inches in the last hour, inches on the ground. */
function readSnowIncreasing(tokens: Tokens, i: number, reading: Reading): number {
  if (!tokens.is(i, "SNINCR")) return 0;
  const match = /^(\d{1,2})\/(\d{1,3})$/.exec(tokens.word(i + 1));
  if (match === null) return 0;
  return addOther(tokens, i, 2, reading, "snowIncreasingRapidly", {
    lastHour: { value: Number(match[1]), unit: "in" },
    onGround: { value: Number(match[2]), unit: "in" },
  });
}

const FMH = "FMH-1 12.7.2";

export const NUMERIC_ROWS: readonly RemarkRow[] = [
  {
    name: "sea-level pressure",
    first: "S",
    read: readSeaLevelPressure,
    rule: "FMH-1 12.7.1.t",
    meaning:
      "Tenths of hPa without the hundreds: 900 or 1000 is added, whichever is nearest the altimeter setting.",
    example: "SLP132",
  },
  {
    name: "hourly temperature and dew point",
    first: "T",
    read: readHourlyTemperature,
    rule: `${FMH}.b`,
    meaning: "Tenths of a degree Celsius, each after 0 (above) or 1 (below zero).",
    example: "T01061067",
  },
  {
    name: "hourly precipitation",
    first: "P",
    read: readHourlyPrecipitation,
    rule: `${FMH}.a(1)`,
    meaning: "Hundredths of an inch since the last hourly report; 0000 a trace.",
    example: "P0003",
  },
  {
    name: "precipitation of 3, 6 or 24 hours",
    first: "67",
    read: readPrecipitation,
    rule: `${FMH}.a`,
    meaning: "Hundredths of an inch; 6: three or six hours, 7: 24 hours.",
    example: "60009",
  },
  {
    name: "maximum or minimum of six hours",
    first: "12",
    read: readExtreme,
    rule: `${FMH}.c`,
    meaning: "1: maximum, 2: minimum, in tenths of a degree.",
    example: "10294",
  },
  {
    name: "maximum and minimum of 24 hours",
    first: "4",
    read: readDayExtremes,
    rule: `${FMH}.d`,
    meaning: "Maximum, then minimum, in tenths of a degree.",
    example: "401311019",
  },
  {
    name: "snow depth",
    first: "4",
    read: readSnowDepth,
    rule: `${FMH}.a(4)`,
    meaning: "Snow on the ground in inches.",
    example: "4/007",
  },
  {
    name: "pressure tendency",
    first: "5",
    read: readTendency,
    rule: `${FMH}.e, WMO code table 0200`,
    meaning: "Change over three hours in tenths of hPa; characteristics 5 to 8 are falls.",
    example: "56008",
  },
  {
    name: "cloud types",
    first: "8",
    read: readCloudTypes,
    rule: "FMH-1 12.7.2, WMO code tables 0513, 0515, 0509",
    meaning: "Genera of low, middle and high cloud.",
    example: "8/578",
  },
  {
    name: "nine-groups",
    first: "9",
    read: readNineGroup,
    rule: `${FMH}; WMO code table 3778`,
    meaning: "931: snowfall of six hours; 933: water equivalent of snow; 98: minutes of sunshine.",
    example: "933032",
  },
  {
    name: "ice accretion",
    first: "I",
    read: readIceAccretion,
    rule: "FMH-1 12.7.2.f",
    meaning: "Hundredths of an inch of ice in one, three or six hours.",
    example: "I1001",
  },
  {
    name: "snow increasing rapidly",
    first: "S",
    read: readSnowIncreasing,
    rule: "FMH-1 12.7.1.v",
    meaning: "Inches of snow in the last hour, and on the ground.",
    example: "SNINCR 2/10",
  },
];
