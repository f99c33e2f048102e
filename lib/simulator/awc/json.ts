/**
 * JSON records of the query endpoints (upstream notes, 1.4 to 1.10).
 *
 * @module
 */
import type {
  AircraftReport,
  CenterAdvisory,
  DomesticSigmet,
  Gairmet,
  InternationalSigmet,
} from "../hazards/mod.ts";
import { HPA_PER_INHG } from "../../units/mod.ts";
import { HOUR_MS } from "../../time/mod.ts";
import type { SimulatedMetar } from "../reports.ts";
import type { ForecastGroup, SimulatedTaf } from "../taf/mod.ts";
import { isoMillis, recordOf } from "./record.ts";

type Json = Record<string, unknown>;

const seconds = (instant: number) => Math.floor(instant / 1000);
const numberOrText = (text: string) =>
  text === "" ? undefined : Number.isNaN(Number(text)) ? text : Number(text);
const placeName = (report: { site: SimulatedMetar["site"] }) => {
  const { station } = report.site;
  return [station.name, station.region, station.country].filter((p) => p !== null).join(", ");
};

/** A METAR. Keys without a value are left out, as the live service does since September 2025. */
export function metarJson(report: SimulatedMetar): Json {
  const r = recordOf(report);
  const { truth } = report;
  const cover = truth.sky.kind === "clear"
    ? truth.sky.code === "CAVOK" ? "CAVOK" : "CLR"
    : r.layers.at(-1)?.cover;
  const all: Json = {
    icaoId: r.stationId,
    receiptTime: isoMillis(report.receivedAt),
    obsTime: seconds(truth.observedAt),
    reportTime: isoMillis(Math.ceil(truth.observedAt / HOUR_MS) * HOUR_MS),
    temp: numberOrText(r.temperature),
    dewp: numberOrText(r.dewPoint),
    wdir: numberOrText(r.windDirection),
    wspd: numberOrText(r.windSpeed),
    wgst: numberOrText(r.windGust),
    visib: numberOrText(r.visibility),
    altim: truth.qnhHpa === null || truth.nil
      ? undefined
      : r.altimeter === ""
      ? undefined
      : report.site.dialect.pressure[0] === "A"
      ? Math.round(Number(r.altimeter) * HPA_PER_INHG * 10) / 10
      : truth.qnhHpa,
    slp: numberOrText(r.seaLevelPressure),
    qcField: 0,
    wxString: r.weather === "" ? undefined : r.weather,
    vertVis: numberOrText(r.verticalVisibility),
    metarType: r.type,
    rawOb: r.rawText,
    lat: Number(r.latitude),
    lon: r.longitude === "" ? 0 : Number(r.longitude),
    elev: Number(r.elevation),
    name: placeName(report),
    cover: truth.nil ? undefined : cover,
    clouds: r.layers.map((l) => ({ cover: l.cover, base: l.base === "" ? null : Number(l.base) })),
    fltCat: r.category === "null" ? undefined : r.category,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** A TAF. Nulls are present here. */
export function tafJson(taf: SimulatedTaf): Json {
  const { station } = taf.site;
  return {
    icaoId: station.id,
    dbPopTime: isoMillis(taf.receivedAt),
    bulletinTime: isoMillis(taf.issuedAt),
    issueTime: isoMillis(taf.issuedAt),
    validTimeFrom: seconds(taf.validFrom),
    validTimeTo: seconds(taf.validTo),
    rawTAF: taf.text,
    mostRecent: 1,
    remarks: taf.status === "AMD" || taf.status === "CNL"
      ? "AMD"
      : taf.status === "COR"
      ? "COR"
      : "",
    lat: station.latitude,
    lon: station.longitude,
    elev: Math.round(taf.site.elevationFt * 0.3048),
    prior: station.size === "large" ? 0 : 6,
    name: placeName(taf),
    fcsts: taf.truth.map((group) => forecastJson(group, taf.site.dialect.windUnit)),
  };
}

function forecastJson(group: ForecastGroup, unit: "KT" | "MPS"): Json {
  const { wind, visibility } = group;
  const knots = (speed: number) => Math.round(unit === "MPS" ? speed * 3600 / 1852 : speed);
  const blowing = wind?.kind === "wind" || wind?.kind === "variable" ? wind : null;
  return {
    timeFrom: seconds(group.from),
    timeTo: seconds(group.to),
    timeBec: group.kind === "BECMG" ? seconds(group.to) : null,
    fcstChange: group.kind === "BASE" ? null : group.kind === "INTER" ? "TEMPO" : group.kind,
    probability: group.probability,
    wdir: blowing?.kind === "variable"
      ? "VRB"
      : blowing?.kind === "wind"
      ? blowing.direction
      : wind === null
      ? null
      : 0,
    wspd: blowing === null ? wind === null ? null : 0 : knots(blowing.speed),
    wgst: blowing === null || blowing.gust === null ? null : knots(blowing.gust),
    wshearHgt: null,
    wshearDir: null,
    wshearSpd: null,
    visib: visibility === null || visibility.kind === "missing"
      ? null
      : visibility.kind === "cavok" || visibility.bound === "atLeast"
      ? "6+"
      : visibility.unit === "SM"
      ? visibility.value
      : Math.round(visibility.value / 16.09344) / 100,
    altim: null,
    vertVis: group.sky?.kind === "obscured" ? group.sky.verticalFt : null,
    wxString: group.weather === null || group.weather.length === 0 ? null : group.weather.join(" "),
    notDecoded: null,
    clouds: group.sky?.kind === "layers"
      ? group.sky.layers.map((l) => ({
        cover: l.amount,
        base: l.heightFt,
        type: l.type === "CB" || l.type === "TCU" ? l.type : null,
      }))
      : [],
    icgTurb: [],
    temp: [],
  };
}

/** A pilot's report: `""` and `null` for what was not said; heights in hundreds of feet. */
export function aircraftJson(r: AircraftReport): Json {
  const hundreds = Math.round(r.altitudeFt / 100);
  return {
    receiptTime: isoMillis(r.receivedAt),
    obsTime: seconds(r.observedAt),
    qcField: 0,
    icaoId: "KWBC",
    acType: r.aircraft,
    lat: Number(r.latitude.toFixed(4)),
    lon: Number(r.longitude.toFixed(4)),
    fltLvl: hundreds,
    fltLvlType: "OTHER",
    clouds: r.sky === null ? null : [{ cover: r.sky.cover, base: r.sky.baseFt, top: r.sky.topFt }],
    visib: null,
    wxString: "",
    temp: r.temperature,
    wdir: r.wind?.from ?? null,
    wspd: r.wind?.speed ?? null,
    ...slot("icg", 1, r.icing, r.icingType, hundreds),
    ...slot("icg", 2, null, "", hundreds),
    ...slot("tb", 1, r.turbulence, r.turbulenceType, hundreds),
    ...slot("tb", 2, null, "", hundreds),
    vertGust: null,
    brkAction: "",
    pirepType: r.type,
    rawOb: r.text,
  };
}

function slot(
  name: "icg" | "tb",
  number: 1 | 2,
  intensity: string | null,
  type: string,
  level: number,
): Json {
  const at = intensity === null || intensity === "NEG" ? null : level;
  return {
    [`${name}Bas${number}`]: at,
    [`${name}Top${number}`]: at,
    [`${name}Int${number}`]: intensity ?? "",
    [`${name}Type${number}`]: type,
    ...(name === "tb" ? { [`tbFreq${number}`]: "" } : {}),
  };
}

const corners = (ring: readonly { latitude: number; longitude: number }[]) =>
  ring.map((p) => ({ lat: p.latitude, lon: p.longitude }));

/** A domestic SIGMET. */
export function sigmetJson(s: DomesticSigmet): Json {
  return {
    icaoId: "KKCI",
    alphaChar: s.series.at(-1),
    seriesId: s.series,
    receiptTime: isoMillis(s.issuedAt),
    creationTime: isoMillis(s.issuedAt),
    validTimeFrom: seconds(s.validFrom),
    validTimeTo: seconds(s.validTo),
    airSigmetType: "SIGMET",
    hazard: s.hazard,
    altitudeHi1: s.topFt,
    altitudeHi2: s.topFt,
    altitudeLow1: s.baseFt,
    altitudeLow2: s.baseFt,
    movementDir: s.movement?.from ?? null,
    movementSpd: s.movement?.kt ?? null,
    rawAirSigmet: s.text,
    postProcessFlag: 0,
    severity: 5,
    coords: corners(s.ring),
  };
}

/** An international SIGMET. */
export function internationalJson(s: InternationalSigmet): Json {
  return {
    icaoId: s.office,
    firId: s.fir,
    firName: s.firName,
    receiptTime: isoMillis(s.issuedAt),
    validTimeFrom: seconds(s.validFrom),
    validTimeTo: seconds(s.validTo),
    seriesId: s.series,
    hazard: s.hazard,
    qualifier: s.qualifier,
    base: s.baseFt,
    top: s.topFt,
    geom: "AREA",
    coords: corners(s.ring),
    dir: s.direction,
    spd: String(s.speedKt),
    chng: s.change,
    rawSigmet: s.text,
  };
}

/** A G-AIRMET snapshot: coordinates and levels are strings here. */
export function gairmetJson(g: Gairmet): Json {
  return {
    tag: g.tag,
    forecastHour: g.forecastHour,
    validTime: isoMillis(g.validAt),
    hazard: g.hazard,
    geometryType: "AREA",
    latlonpairs: g.ring.length,
    frequency: null,
    severity: g.severity,
    due_to: g.dueTo,
    status: "",
    top: g.top,
    base: g.base,
    fzltop: null,
    fzlbase: null,
    level: null,
    receiptTime: seconds(g.issuedAt),
    issueTime: seconds(g.issuedAt),
    expireTime: seconds(g.expiresAt),
    product: g.product,
    geom: "AREA",
    coords: g.ring.map((p) => ({ lat: p.latitude.toFixed(2), lon: p.longitude.toFixed(2) })),
  };
}

/** A Center Weather Advisory. */
export function advisoryJson(a: CenterAdvisory): Json {
  return {
    cwsu: a.office,
    name: a.name,
    receiptTime: isoMillis(a.issuedAt),
    validTimeFrom: seconds(a.issuedAt),
    validTimeTo: seconds(a.validTo),
    seriesId: a.series,
    hazard: a.hazard,
    qualifier: "",
    base: null,
    top: a.topFt,
    geom: "AREA",
    coords: a.ring.map((p) => ({ lat: p.latitude.toFixed(2), lon: p.longitude.toFixed(2) })),
    rawText: a.text,
  };
}
