/**
 * Remarks of other states and of military services: QFE, winds at other places, cloud in eighths,
 * rainfall, second altimeter settings.
 *
 * @module
 */
import { Accumulator, BODY, isCrediblePressure, readGroup, SUPPLEMENT } from "../../groups/mod.ts";
import { isDigit, type Tokens } from "../../scan/mod.ts";
import type { PressureUnit, Quantity } from "../../../units/mod.ts";
import type { SurfaceWind } from "../model.ts";
import type { Reading } from "../reading.ts";
import { addOther, type RemarkRow } from "./row.ts";

/** `A3020`, `Q1017`, `A30.01` in the remarks: a second altimeter setting. */
function readAltimeter(tokens: Tokens, i: number, reading: Reading): number {
  const match = /^(A|Q|QNH|QFF|ALTM)(\d{2}\.?\d{2}|\d{3})(INS|MB|HPA)?$/.exec(tokens.word(i));
  if (match === null) return 0;
  const figures = Number(match[2]!.replace(".", ""));
  const inches = match[1] === "A" || match[1] === "ALTM" || match[3] === "INS" ||
    (match[1] === "QNH" && figures > 2500);
  const pressure: Quantity<PressureUnit> = inches
    ? { value: figures / 100, unit: "inHg" }
    : { value: figures, unit: "hPa" };
  if (!isCrediblePressure(pressure)) return 0;
  return addOther(tokens, i, 1, reading, "altimeterSetting", { pressure });
}

/** Pressure at the level of the aerodrome: below 835 in millimetres of mercury, above in hPa. */
function aerodromePressureOf(figures: string): Quantity<PressureUnit> | null {
  const value = Number(figures);
  if (value >= 440 && value <= 835 && !figures.startsWith("0")) return { value, unit: "mmHg" };
  return value >= 550 && value <= 1090 ? { value, unit: "hPa" } : null;
}

/** `QFE757`, `QFE765/1021`, `QFE772.3`, `QFE 757`. */
function readQfe(tokens: Tokens, i: number, reading: Reading): number {
  if (!tokens.startsWith(i, "QFE")) return 0;
  const apart = tokens.size(i) === 3;
  const word = apart ? tokens.word(i + 1) : tokens.word(i).slice(3);
  const source = tokens.source(i, apart ? 2 : 1);
  const tenths = /^(\d{3,4})\/(\d)$/.exec(word);
  if (tenths !== null) {
    // `QFE987/9`: the slash stands for the point (Central America).
    const pressure = aerodromePressureOf(`${tenths[1]}.${tenths[2]}`);
    if (pressure === null) return 0;
    reading.remarks.push({ kind: "qfe", pressure: { ...pressure, unit: "hPa" }, source });
    return apart ? 2 : 1;
  }
  const match = /^\/?(\d{3,4}(?:\.\d)?)(?:\/(\d{3,4}(?:\.\d)?))?$/.exec(word);
  if (match === null) return 0;
  for (const figures of [match[1], match[2]]) {
    if (figures === undefined) continue;
    const pressure = aerodromePressureOf(figures);
    if (pressure === null) return 0;
    reading.remarks.push({ kind: "qfe", pressure, source });
  }
  return apart ? 2 : 1;
}

/** `QBB070`: base of the lowest cloud in metres. */
function readCloudBase(tokens: Tokens, i: number, reading: Reading): number {
  const match = /^QBB(\d{2,4})$/.exec(tokens.word(i));
  if (match === null) return 0;
  return addOther(tokens, i, 1, reading, "cloudBase", {
    height: { value: Number(match[1]), unit: "m" },
  });
}

/** `MT OBSC`, `OBST OBSC`, `MT OP`: whether mountains and obstacles are hidden by cloud. */
function readObscured(tokens: Tokens, i: number, reading: Reading): number {
  const what = /^(?:MT|MTS|MTN|MTNS|OBST|MAST|TOWER)$/.exec(tokens.word(i));
  const partly = /^(?:PT|PTLY|PARTLY)$/.test(tokens.word(i + 1));
  const state = /^(?:OBSC|OBSCD|OBSCURED|OP|OPEN|CLR)$/.exec(tokens.word(i + (partly ? 2 : 1)));
  if (what === null || state === null) return 0;
  return addOther(tokens, i, partly ? 3 : 2, reading, "obscured", {
    ...(partly ? { partly: true } : undefined),
    what: what[0].startsWith("M") && what[0] !== "MAST" ? "mountains" : "obstacles",
    obscured: state[0].startsWith("OB"),
  });
}

/** The wind written from `start` to `end`, or `null`. */
function windAt(tokens: Tokens, start: number, end: number): SurfaceWind | null {
  const scratch = new Accumulator();
  const piece = tokens.piece(start, end);
  return readGroup(piece, 0, scratch, BODY) === 1 && scratch.surfaceWind.kind !== "notReported"
    ? scratch.surfaceWind
    : null;
}

/** Whether token `i` is a wind group, seen from outside. */
function windToken(tokens: Tokens, i: number): SurfaceWind | null {
  const size = tokens.size(i);
  if (size < 5 || size > 15) return null;
  return windAt(tokens, tokens.starts[i]!, tokens.ends[i]!);
}

const SECTOR = /^\d{3}V\d{3}$/;

function addWind(
  tokens: Tokens,
  i: number,
  count: number,
  reading: Reading,
  place: string,
  wind: SurfaceWind,
): number {
  let claimed = count;
  let sector: string | undefined;
  if (SECTOR.test(tokens.word(i + count))) sector = tokens.word(i + claimed++);
  return addOther(tokens, i, claimed, reading, "windElsewhere", {
    place,
    wind,
    ...(sector === undefined ? undefined : { sector }),
  });
}

/**
 * Winds at other places: `WIND 300FT VRB08KT`, `WIND THR31 00000KT`, `WIND SKEID 13020KT`,
 * `RWY10 12004KT`, `R01/30004G06MPS`, `CAB09 00000KT`, `TWR WND 22005KT`.
 */
function readWindElsewhere(tokens: Tokens, i: number, reading: Reading): number {
  let at = i;
  const label: string[] = [];
  // `TDZ R01/30004MPS`, `END R01/…`, `MID R01/…`
  const glued = /^(?:(?:R|RWY)\d{2}[LCR]{0,2}|ARP)\/(?=[\dV/])/;
  while (at < tokens.count && at - i < 5) {
    const word = tokens.word(at);
    const match = glued.exec(word);
    if (match !== null) {
      const wind = windAt(tokens, tokens.starts[at]! + match[0].length, tokens.ends[at]!);
      if (wind === null) return 0;
      label.push(match[0].slice(0, -1));
      return addWind(tokens, i, at - i + 1, reading, label.join(" "), wind);
    }
    const placed = /^(?:(?:THR|RWY|CAB)\d{2}[LCR]?|GRID|RS|\d{2}(?=\d{5}))(?=[\d/V].*(?:KT|MPS)$)/
      .exec(word);
    if (placed !== null) {
      const wind = windAt(tokens, tokens.starts[at]! + placed[0].length, tokens.ends[at]!);
      if (wind !== null) {
        label.push(placed[0]);
        return addWind(tokens, i, at - i + 1, reading, label.join(" "), wind);
      }
    }
    if (label.length > 0) {
      const wind = windToken(tokens, at);
      if (wind !== null) return addWind(tokens, i, at - i + 1, reading, label.join(" "), wind);
    }
    if (!isPlaceOfWind(word, label)) return 0;
    label.push(word);
    at++;
  }
  return 0;
}

/** Words that lead to a wind: a keyword first, then heights, thresholds or one name. */
function isPlaceOfWind(word: string, label: readonly string[]): boolean {
  if (/^(?:WIND|WND|SFC|TWR|TDZ|MID|END|THR|RWY|ROLL)$/.test(word)) return true;
  if (/^(?:RWY|THR|CAB|R)\d{2}[LCR]{0,2}$/.test(word)) return true;
  if (label.length === 0) return false;
  if (/^\d{1,5}(?:FT|M)$|^\d{2}[LCR]?$/.test(word)) return true;
  return label[0] === "WIND" && label.length === 1 && /^[A-Z]{3,12}$/.test(word) &&
    !/^(?:SHEAR|DATA|MISG|EST|ESTD|INFO)$/.test(word);
}

/** Runway states and colour states that stand behind `RMK`. */
function readSupplement(tokens: Tokens, i: number, reading: Reading): number {
  const scratch = new Accumulator();
  const claimed = readGroup(tokens, i, scratch, SUPPLEMENT);
  if (claimed === 0) return 0;
  if (scratch.runwayStates !== null) {
    return addOther(tokens, i, claimed, reading, "runwayState", {
      states: scratch.runwayStates,
    });
  }
  if (scratch.colourStates !== null) {
    return addOther(tokens, i, claimed, reading, "colourState", { states: scratch.colourStates });
  }
  if (scratch.windShear !== null) {
    return addOther(tokens, i, claimed, reading, "windShear", { runways: scratch.windShear });
  }
  if (scratch.seaSurface !== null) {
    return addOther(tokens, i, claimed, reading, "seaSurface", { sea: scratch.seaSurface });
  }
  if (scratch.recentWeather !== null) {
    return addOther(tokens, i, claimed, reading, "recentWeather", { weather: scratch.recent() });
  }
  return 0;
}

/** `1CU030`, `2AC080`, `1TCU020`: eighths, type and base of a layer. */
function readLayer(tokens: Tokens, i: number, reading: Reading): number {
  if (!isDigit(tokens.code(i, 0))) return 0;
  const match = /^(\d)(ST|SC|CU|CB|TCU|NS|AS|AC|CI|CC|CS|FG|SF|CF|ACC)(\d{3})$/.exec(
    tokens.word(i),
  );
  if (match === null || Number(match[1]) > 8) return 0;
  return addOther(tokens, i, 1, reading, "cloudLayer", {
    oktas: Number(match[1]),
    type: match[2],
    height: { value: Number(match[3]) * 100, unit: "ft" },
  });
}

/** `QUK 3`, `QUL 1 N`, `QUK /`: state of the sea and swell, code table 3700. */
function readItalianSea(tokens: Tokens, i: number, reading: Reading): number {
  const what = tokens.is(i, "QUK") ? "seaState" : tokens.is(i, "QUL") ? "swell" : null;
  if (what === null || !/^(?:\d|\/{1,2}|NIL)$/.test(tokens.word(i + 1))) return 0;
  const value = Number(tokens.word(i + 1));
  const from = /^(?:N|NE|E|SE|S|SW|W|NW)$/.test(tokens.word(i + 2));
  return addOther(tokens, i, from ? 3 : 2, reading, what, {
    state: Number.isInteger(value) ? value : null,
    ...(from ? { from: tokens.word(i + 2) } : undefined),
  });
}

/** `VIS MAR 20 KM`, `VIS MIN 9999`, `VIS MAR NIL`, `VIS16KM`. */
function readNationalVisibility(tokens: Tokens, i: number, reading: Reading): number {
  const glued = /^VIS(\d{1,3})(KM|SM)$/.exec(tokens.word(i));
  if (glued !== null) {
    return addOther(tokens, i, 1, reading, "visibilityElsewhere", {
      distance: { value: Number(glued[1]), unit: glued[2] === "KM" ? "km" : "SM" },
    });
  }
  if (!tokens.is(i, "VIS")) return 0;
  const where = tokens.word(i + 1);
  if (where !== "MAR" && where !== "MIN") return 0;
  const place = where === "MAR" ? "sea" : "minimum";
  const word = tokens.word(i + 2);
  if (/^(?:NIL|\/{1,4})$/.test(word)) {
    return addOther(tokens, i, 3, reading, "visibilityElsewhere", { place });
  }
  const match = /^(\d{1,5})(KM|M)?([NSEW]{1,2})?$/.exec(word);
  if (match === null) return 0;
  const unitApart = match[2] === undefined && /^(?:KM|M|MT|MTR)$/.test(tokens.word(i + 3));
  const unit = (match[2] ?? (unitApart ? tokens.word(i + 3) : "M")) === "KM" ? "km" : "m";
  const value = Number(match[1]);
  const distance: Quantity<"m" | "km"> = value === 9999 && unit === "m"
    ? { value: 10000, unit, bound: "atLeast" }
    : { value, unit };
  return addOther(tokens, i, unitApart ? 4 : 3, reading, "visibilityElsewhere", {
    place,
    distance,
    ...(match[3] === undefined ? undefined : { direction: match[3] }),
  });
}

/** `RF00.0/000.0`: millimetres of rain in ten minutes and since 9 o'clock local time (Australia). */
function readRainfall(tokens: Tokens, i: number, reading: Reading): number {
  const match = /^RF([\d.]{4,5}|\/\/\.\/)\/([\d.]{4,6}|\/{2,3}\.\/)(?:\/[\d./]{4,6})?$/.exec(
    tokens.word(i),
  );
  if (match === null) return 0;
  const amount = (text: string) =>
    /^\d+\.\d$/.test(text) ? { value: Number(text), unit: "mm" } : null;
  return addOther(tokens, i, 1, reading, "rainfall", {
    tenMinutes: amount(match[1]!),
    sinceNine: amount(match[2]!),
  });
}

/** `PP000`, `PP///`, `PPTRZ`, `P P000`: precipitation in the states of South America. */
function readSouthAmericanRain(tokens: Tokens, i: number, reading: Reading): number {
  const apart = tokens.is(i, "P");
  const match = (apart ? /^P?(\d{3}|\/{3}|TRZ)$/ : /^PP(\d{3}|\/{3}|TRZ)$/).exec(
    tokens.word(apart ? i + 1 : i),
  );
  if (match === null) return 0;
  const value = Number(match[1]);
  return addOther(tokens, i, apart ? 2 : 1, reading, "precipitationSouthAmerica", {
    code: match[1],
    trace: match[1] === "TRZ",
    ...(Number.isInteger(value) ? { amount: { value, unit: "mm" } } : undefined),
  });
}

/** `TN20.9`, `TX30.1`, `TX33/TN21`. */
function readNamedExtreme(tokens: Tokens, i: number, reading: Reading): number {
  const match = /^T([XN])(M|-)?(\d{1,2}(?:\.\d)?)$/.exec(tokens.word(i));
  if (match === null) return 0;
  const value = Number(match[3]) * (match[2] === undefined ? 1 : -1);
  return addOther(tokens, i, 1, reading, "namedExtreme", {
    extreme: match[1] === "X" ? "maximum" : "minimum",
    temperature: { value, unit: "degC" },
  });
}

/** `BIRD HAZARD RWY 19/01`, `BIRD HAZARD`. */
function readBirdHazard(tokens: Tokens, i: number, reading: Reading): number {
  if (!/^BIRDS?$/.test(tokens.word(i)) || !/^(?:HAZARD|HZD|HAZ)$/.test(tokens.word(i + 1))) {
    return 0;
  }
  let claimed = 2;
  if (/^RWY/.test(tokens.word(i + 2))) claimed++;
  let runway: string | undefined;
  if (/^(?:RWY)?\d{2}[LCR]?(?:\/\d{2}[LCR]?)?$/.test(tokens.word(i + claimed))) {
    runway = tokens.word(i + claimed);
    claimed++;
  }
  return addOther(tokens, i, claimed, reading, "birdHazard", {
    ...(runway === undefined ? undefined : { runway }),
  });
}

/** `SC070`, `SC05 05 051`: friction coefficient, for each third of the runway where there are three. */
function readFriction(tokens: Tokens, i: number, reading: Reading): number {
  if (!/^SC0\d{1,2}$/.test(tokens.word(i))) return 0;
  const values = [frictionOf(tokens.word(i).slice(2))];
  let claimed = 1;
  while (claimed < 3 && /^0\d{1,2}$/.test(tokens.word(i + claimed))) {
    values.push(frictionOf(tokens.word(i + claimed)));
    claimed++;
  }
  return addOther(tokens, i, claimed, reading, "frictionCoefficient", { values });
}

function frictionOf(figures: string): number {
  return Number(`0.${figures.slice(1)}`);
}

/** `8034` at automatic stations of Canada: characteristic and change of pressure over three hours. */
function readCanadianTendency(tokens: Tokens, i: number, reading: Reading): number {
  if (tokens.size(i) !== 4 || !reading.automatic) return 0;
  const match = /^([0-8])(\d{3})$/.exec(tokens.word(i));
  if (match === null || !(reading.locationIndicator ?? "").startsWith("C")) return 0;
  const characteristic = Number(match[1]);
  const change = Number(match[2]) / 10 * (characteristic >= 5 ? -1 : 1);
  return addOther(tokens, i, 1, reading, "pressureTendencyCanada", {
    characteristic,
    change: { value: change === 0 ? 0 : change, unit: "hPa" },
  });
}

/** `WND MISG`, `CLD MISG`, `WND ESTD`, `WND DATA ESTMD`, `ALSTG/SLP ESTMD`: elements missing or estimated. */
function readElementStatus(tokens: Tokens, i: number, reading: Reading): number {
  const element = tokens.word(i);
  if (!isElement(element)) return 0;
  let at = i + 1;
  const more: string[] = [];
  while (at - i < 4 && (tokens.is(at, "DATA") || isElement(tokens.word(at)))) {
    if (!tokens.is(at, "DATA")) more.push(tokens.word(at));
    at++;
  }
  const state = STATES[tokens.word(at)];
  if (state === undefined) return 0;
  return addOther(tokens, i, at - i + 1, reading, "elementStatus", {
    elements: [element, ...more],
    state,
  });
}
/** One element, or several joined by slashes. */
function isElement(word: string): boolean {
  return word !== "" && word.length < 40 && word.split("/").every((piece) => ELEMENT.test(piece));
}
const ELEMENT =
  /^(?:WND|WIND|CLD|WX|VIS|VSBY|PCPN|ICG|RVR|ALSTG|ALTM|SLP|TEMP|T|TD|DP|CIG|LTG|QNH|DATA|TSTM|DENSITY|RH|PRES|PRESS|PRESSURE|DEWPT|DEWPOINT)$/;
const STATES: Readonly<Record<string, string>> = {
  MISG: "missing",
  MSG: "missing",
  MISSING: "missing",
  UNAVBL: "missing",
  INOP: "missing",
  "U/S": "missing",
  ESTD: "estimated",
  ESTMD: "estimated",
  EST: "estimated",
  ESTIMATED: "estimated",
  SUSPECT: "suspect",
};

/** `RWY15 INFO G`, `RWY 03 INFO I`, `INFO I`, `ATIS J`. */
function readRunwayInUse(tokens: Tokens, i: number, reading: Reading): number {
  let at = i;
  let runway: string | undefined;
  let information: string | undefined;
  if (/^RWY\d{2}[LCR]?$/.test(tokens.word(at))) runway = tokens.word(at++).slice(3);
  else if (tokens.is(at, "RWY") && /^\d{2}[LCR]?$/.test(tokens.word(at + 1))) {
    runway = tokens.word(at + 1);
    at += 2;
  }
  if (/^(?:INFO|ATIS)$/.test(tokens.word(at)) && /^[A-Z]$/.test(tokens.word(at + 1))) {
    information = tokens.word(at + 1);
    at += 2;
  }
  if (at === i) return 0;
  return addOther(tokens, i, at - i, reading, "runwayInUse", {
    ...(runway === undefined ? undefined : { runway }),
    ...(information === undefined ? undefined : { information }),
  });
}

/** `CIG200`, `CIG BKN005`, `BKN025`, `OVC001///`: a layer or a ceiling in the remarks. */
function readSkyRemark(tokens: Tokens, i: number, reading: Reading): number {
  const ceiling = /^CIG(\d{3})$/.exec(tokens.word(i));
  if (ceiling !== null) {
    return addOther(tokens, i, 1, reading, "ceiling", {
      height: { value: Number(ceiling[1]) * 100, unit: "ft" },
    });
  }
  const match = /^(FEW|SCT|BKN|OVC|VV)(\d{3})(CB|TCU|\/{1,3})?$/.exec(tokens.word(i));
  if (match === null) return 0;
  return addOther(tokens, i, 1, reading, "skyElsewhere", {
    amount: match[1],
    height: { value: Number(match[2]) * 100, unit: "ft" },
    ...(match[3] === undefined || match[3].startsWith("/") ? undefined : { type: match[3] }),
  });
}

/** `2000S`, `5000SE`: a visibility in metres with its direction. */
function readDirectedVisibility(tokens: Tokens, i: number, reading: Reading): number {
  const match = /^(\d{4})(N|NE|E|SE|S|SW|W|NW)$/.exec(tokens.word(i));
  if (match === null) return 0;
  return addOther(tokens, i, 1, reading, "visibilityElsewhere", {
    distance: { value: Number(match[1]), unit: "m" },
    direction: match[2],
  });
}

/** `PCPN 0.5MM PAST HR`: precipitation of the past hour (Canada). */
function readPastHour(tokens: Tokens, i: number, reading: Reading): number {
  if (!tokens.is(i, "PCPN")) return 0;
  const match = /^(\d{1,3}\.\d)MM$/.exec(tokens.word(i + 1));
  if (match === null) return 0;
  const past = tokens.is(i + 2, "PAST") && tokens.is(i + 3, "HR");
  return addOther(tokens, i, past ? 4 : 2, reading, "precipitationPastHour", {
    amount: { value: Number(match[1]), unit: "mm" },
  });
}

/** `DA3400`, `DA-3231FT`, `PA -181 DA -946`, `P-128`: pressure and density altitude. */
function readAltitudes(tokens: Tokens, i: number, reading: Reading): number {
  const match = /^(PA|DA|P(?=[-+]\d))([-+M]?\d{1,5})?(?:FT)?$/.exec(tokens.word(i));
  if (match === null) return 0;
  const apart = match[2] === undefined;
  const figures = apart ? tokens.word(i + 1) : match[2]!;
  if (!/^[-+M]?\d{1,5}(?:FT)?$/.test(figures)) return 0;
  const value = Number.parseInt(figures.replace("M", "-"), 10);
  return addOther(
    tokens,
    i,
    apart ? 2 : 1,
    reading,
    match[1] === "DA" ? "densityAltitude" : "pressureAltitude",
    { altitude: { value: value === 0 ? 0 : value, unit: "ft" } },
  );
}

/** `RH38`, `RH97?`, or in Mongolia two figures right after the QFE (`QFE661.1 75`): relative humidity. */
function readHumidity(tokens: Tokens, i: number, reading: Reading): number {
  const afterQfe = (reading.locationIndicator ?? "").startsWith("ZM") &&
    tokens.startsWith(i - 1, "QFE");
  const match = (afterQfe ? /^(?:RH)?(\d{2,3})$/ : /^RH(\d{1,3})[?%]?$/).exec(tokens.word(i));
  if (match === null || Number(match[1]) > 100) return 0;
  return addOther(tokens, i, 1, reading, "relativeHumidity", {
    humidity: { value: Number(match[1]), unit: "percent" },
  });
}

/** `P012` of small automatic stations: three figures, hundredths of an inch. */
function readShortPrecipitation(tokens: Tokens, i: number, reading: Reading): number {
  const match = /^P(\d{3})$/.exec(tokens.word(i));
  if (match === null) return 0;
  return addOther(tokens, i, 1, reading, "precipitationThreeFigures", {
    amount: { value: Number(match[1]) / 100, unit: "in" },
  });
}

/** `VIA CYXY`, `MSGTX MMMX`: through which office the report was sent. */
function readRelay(tokens: Tokens, i: number, reading: Reading): number {
  if (!tokens.is(i, "VIA") && !tokens.is(i, "MSGTX")) return 0;
  if (!/^[A-Z]{4}$/.test(tokens.word(i + 1))) return 0;
  return addOther(tokens, i, 2, reading, "relay", { office: tokens.word(i + 1) });
}

/** `M`: a group that is missing in the remarks of automatic stations. */
function readMissing(tokens: Tokens, i: number, reading: Reading): number {
  return tokens.is(i, "M") ? addOther(tokens, i, 1, reading, "missingGroup", {}) : 0;
}

/** `-0.5/-5.5/1.0/7`, `CLIMAT-18.2/-19.9/0.0CM`: yesterday's extremes and precipitation (Canada). */
function readClimate(tokens: Tokens, i: number, reading: Reading): number {
  const apart = tokens.is(i, "CLIMAT");
  const match =
    /^(?:CLIMAT)?\/?(-?\d{1,2}\.\d)\/(-?\d{1,2}\.\d)(?:\/(-?[A-Z\d.]{1,6}(?:\/[A-Z\d.]{0,6}){0,3}))?$/
      .exec(tokens.word(apart ? i + 1 : i));
  if (match === null) return 0;
  return addOther(tokens, i, apart ? 2 : 1, reading, "climateData", {
    maximum: { value: Number(match[1]), unit: "degC" },
    minimum: { value: Number(match[2]), unit: "degC" },
    ...(match[3] === undefined ? undefined : { precipitation: match[3] }),
  });
}

/** `/S01/`, `/R12/`: accumulated snow in centimetres or rain in millimetres (Canada). */
function readAccumulation(tokens: Tokens, i: number, reading: Reading): number {
  const match = /^\/(S|R|SW)(\d{2})\/$/.exec(tokens.word(i));
  if (match === null) return 0;
  return addOther(tokens, i, 1, reading, "accumulation", {
    kind: match[1] === "R" ? "rain" : "snow",
    amount: { value: Number(match[2]), unit: match[1] === "R" ? "mm" : "cm" },
  });
}

export const NATIONAL_ROWS: readonly RemarkRow[] = [
  {
    name: "second altimeter setting",
    first: "AQ",
    read: readAltimeter,
    rule: "AIP GEN 3.5 of Japan, Colombia, Oman and others",
    meaning: "The altimeter setting in the other unit.",
    example: "A3020",
  },
  {
    name: "pressure and density altitude",
    first: "PD",
    read: readAltitudes,
    rule: "AFMAN 15-111",
    meaning: "PA: pressure altitude, DA: density altitude, in feet.",
    example: "DA3400",
  },
  {
    name: "relative humidity",
    first: "R0123456789",
    read: readHumidity,
    rule: "AFMAN 15-111; national practice",
    meaning: "Relative humidity in percent.",
    example: "RH38",
  },
  {
    name: "precipitation in three figures",
    first: "P",
    read: readShortPrecipitation,
    rule: "AWOS practice (US)",
    meaning: "Precipitation of the past hour in hundredths of an inch.",
    example: "P012",
  },
  {
    name: "relayed report",
    first: "VM",
    read: readRelay,
    rule: "MANOBS (Canada); practice of Mexico",
    meaning: "Through which office the report was sent.",
    example: "VIA CYXY",
  },
  {
    name: "missing group",
    first: "M",
    read: readMissing,
    rule: "MANOBS (Canada)",
    meaning: "A group of the automatic station is missing.",
    example: "M",
  },
  {
    name: "climate data",
    first: "C-0123456789/",
    read: readClimate,
    rule: "MANOBS (Canada)",
    meaning: "Maximum, minimum and precipitation of the climate day.",
    example: "-0.5/-5.5/1.0/7",
  },
  {
    name: "accumulated precipitation",
    first: "/",
    read: readAccumulation,
    rule: "MANOBS (Canada)",
    meaning: "Snow in centimetres (S) or rain in millimetres (R).",
    example: "/S01/",
  },
  {
    name: "QFE",
    first: "Q",
    read: readQfe,
    rule: "AIP GEN 3.5 of Russia",
    meaning: "Pressure at the level of the aerodrome in mmHg, and in hPa after the slash.",
    example: "QFE765/1021",
  },
  {
    name: "cloud base",
    first: "Q",
    read: readCloudBase,
    rule: "AIP GEN 3.5 of Russia",
    meaning: "Base of the lowest cloud, or vertical visibility, in metres.",
    example: "QBB070",
  },
  {
    name: "mountains or obstacles obscured",
    first: "MOT",
    read: readObscured,
    rule: "AIP GEN 3.5 of Russia",
    meaning: "Whether cloud hides mountains (MT) or obstacles (OBST).",
    example: "MT OBSC",
  },
  {
    name: "wind elsewhere",
    first: "WRTCEMSAG0123456789",
    read: readWindElsewhere,
    rule: "AIP GEN 3.5 of Norway, Turkey, Italy, Russia",
    meaning: "Wind at a height, at a threshold, on a runway or at a named place.",
    example: "WIND 300FT VRB08KT",
  },
  {
    name: "cloud layer in eighths",
    first: "12345678",
    read: readLayer,
    rule: "AIP GEN 3.5 of Japan",
    meaning: "Eighths, type and base of a cloud layer.",
    example: "1CU030",
  },
  {
    name: "sea and swell",
    first: "Q",
    read: readItalianSea,
    rule: "AIP GEN 3.5 of Italy; code table 3700",
    meaning: "QUK: state of the sea, QUL: swell and whence it comes.",
    example: "QUL 1 N",
  },
  {
    name: "visibility elsewhere",
    first: "V",
    read: readNationalVisibility,
    rule: "AIP GEN 3.5 of Italy",
    meaning: "Visibility towards the sea (MAR), or the least (MIN).",
    example: "VIS MAR 20 KM",
  },
  {
    name: "visibility in a direction",
    first: "0123456789",
    read: readDirectedVisibility,
    rule: "AIP GEN 3.5 of Japan",
    meaning: "Visibility in metres in a direction.",
    example: "2000S",
  },
  {
    name: "rainfall",
    first: "R",
    read: readRainfall,
    rule: "AIP GEN 3.5 of Australia",
    meaning: "Millimetres of rain in ten minutes, and since 9 o'clock local time.",
    example: "RF00.2/004.0",
  },
  {
    name: "precipitation in South America",
    first: "P",
    read: readSouthAmericanRain,
    rule: "AIP GEN 3.5 of Peru and Argentina",
    meaning: "Precipitation in millimetres; TRZ: a trace.",
    example: "PP000",
  },
  {
    name: "maximum or minimum temperature",
    first: "T",
    read: readNamedExtreme,
    rule: "AIP GEN 3.5 of Peru",
    meaning: "TX: maximum, TN: minimum of the day.",
    example: "TN20.9",
  },
  {
    name: "bird hazard",
    first: "B",
    read: readBirdHazard,
    rule: "AIP GEN 3.5 of Peru",
    meaning: "Birds are a danger on or near the runway.",
    example: "BIRD HAZARD RWY 19/01",
  },
  {
    name: "friction coefficient",
    first: "S",
    read: readFriction,
    rule: "AIP GEN 3.5 of Russia",
    meaning: "Friction coefficient of the runway, by thirds.",
    example: "SC05 05 051",
  },
  {
    name: "pressure tendency of Canada",
    first: "012345678",
    read: readCanadianTendency,
    rule: "MANOBS (Canada); WMO code table 0200",
    meaning: "Characteristic and change over three hours, in tenths of hPa.",
    example: "8034",
  },
  {
    name: "precipitation of the past hour",
    first: "P",
    read: readPastHour,
    rule: "MANOBS (Canada)",
    meaning: "Precipitation of the past hour in millimetres.",
    example: "PCPN 0.5MM PAST HR",
  },
  {
    name: "element missing or estimated",
    first: "WCVPIRASTDL",
    read: readElementStatus,
    rule: "MANOBS (Canada); AFMAN 15-111",
    meaning: "An element is missing, or only estimated.",
    example: "WND ESTD",
  },
  {
    name: "runway in use",
    first: "RIA",
    read: readRunwayInUse,
    rule: "AIP GEN 3.5 of Thailand",
    meaning: "Runway in use, and letter of the information broadcast.",
    example: "RWY15 INFO G",
  },
  {
    name: "sky remark",
    first: "CFSBOV",
    read: readSkyRemark,
    rule: "FMH-1 12.7.1.s; national practice",
    meaning: "A cloud layer or ceiling at another place.",
    example: "BKN025",
  },
  {
    name: "supplement after RMK",
    first: "R0123456789BWGYAS",
    read: readSupplement,
    rule: "WMO-No. 306 FM 15, 15.13; STANAG 3758",
    meaning: "Runway or colour states that stand in the remarks.",
    example: "R24/CLRD70",
  },
];
