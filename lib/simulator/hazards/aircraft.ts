/**
 * Reports from aircraft: PIREPs over North America, AIREPs over the Atlantic, more of them where it is rough.
 *
 * @module
 */
import { MINUTE_MS } from "../../time/mod.ts";
import { destination } from "../../stations/mod.ts";
import type { Site } from "../sites.ts";
import { between, hash32, unit } from "../world/hash.ts";
import type { WeatherWorld } from "../world/mod.ts";
import { type Aloft, aloftAt } from "./aloft.ts";
import type { AircraftReport } from "./model.ts";

const BUCKET_MS = 10 * MINUTE_MS;
/** Reports in each ten minutes. */
const PIREPS = 26;
const AIREPS = 5;
const TYPES = [
  "B738",
  "A320",
  "E170",
  "CRJ9",
  "B77W",
  "A21N",
  "C172",
  "PC12",
  "BE20",
  "C208",
  "E75L",
];
const JETS = new Set(["B738", "A320", "E170", "CRJ9", "B77W", "A21N", "E75L"]);

const two = (n: number) => String(n).padStart(2, "0");
const three = (n: number) => String(Math.round(n)).padStart(3, "0");

/** The reports of the last `hours` received by `now`, newest first. */
export function aircraftReports(
  world: WeatherWorld,
  sites: readonly Site[],
  now: number,
  hours = 1.5,
): AircraftReport[] {
  const bases = sites.filter((s) =>
    s.station.iata !== null && s.station.size !== "small" &&
    (s.station.country === "US" || s.station.country === "CA")
  );
  const found: AircraftReport[] = [];
  const last = Math.floor(now / BUCKET_MS);
  for (let bucket = last; bucket > last - hours * 6; bucket--) {
    for (let i = 0; i < PIREPS && bases.length > 0; i++) {
      found.push(pilotReport(world, bases, bucket, i));
    }
    for (let i = 0; i < AIREPS; i++) found.push(airReport(world, bucket, i));
  }
  return found.filter((report) => report.receivedAt <= now)
    .sort((a, b) => b.observedAt - a.observedAt);
}

/** Half of the reports choose the roughest of some flights: smooth air is seldom worth a call. */
function pilotReport(
  world: WeatherWorld,
  bases: readonly Site[],
  bucket: number,
  index: number,
): AircraftReport {
  const tries = index % 2 === 0 ? 6 : 1;
  let best: Flight | null = null;
  for (let t = 0; t < tries; t++) {
    const flight = flightOf(world, bases, hash32(world.seed, bucket, index, t), bucket);
    const rough = (f: Flight) => Math.max(f.aloft.turbulence, f.aloft.icing);
    if (best === null || rough(flight) > rough(best)) best = flight;
  }
  return writePirep(best!, hash32(world.seed, bucket, index, 99));
}

interface Flight {
  readonly base: Site;
  readonly radial: number;
  readonly miles: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly altitudeFt: number;
  readonly aircraft: string;
  readonly at: number;
  readonly aloft: Aloft;
  readonly air: ReturnType<WeatherWorld["at"]>;
}

function flightOf(
  world: WeatherWorld,
  bases: readonly Site[],
  key: number,
  bucket: number,
): Flight {
  const base = bases[Math.floor(unit(key, 1) * bases.length)]!;
  const near = unit(key, 2) < 0.3;
  const radial = near ? 0 : Math.floor(unit(key, 3) * 36) * 10 || 360;
  const miles = near ? 0 : 5 + Math.floor(unit(key, 4) * 12) * 5;
  const { latitude, longitude } = near ? base.station : destination(base.station, radial, miles);
  const aircraft = TYPES[Math.floor(unit(key, 5) * TYPES.length)]!;
  const altitudeFt = JETS.has(aircraft)
    ? Math.round(between(50, 390, key, 6) / 10) * 1000
    : Math.round((base.elevationFt + between(1500, 14000, key, 6)) / 500) * 500;
  const at = bucket * BUCKET_MS + Math.floor(unit(key, 7) * 10) * MINUTE_MS;
  const air = world.at(latitude, longitude, base.elevationFt, at);
  return {
    base,
    radial,
    miles,
    latitude,
    longitude,
    altitudeFt,
    aircraft,
    at,
    air,
    aloft: aloftAt(air, base.elevationFt, altitudeFt),
  };
}

function turbulenceWord(value: number, asked: boolean): string | null {
  if (value > 0.93) return "SEV";
  if (value > 0.62) return "MOD";
  if (value > 0.45) return "LGT-MOD";
  if (value > 0.22) return "LGT";
  return asked ? "NEG" : null;
}

function icingWord(value: number, asked: boolean): string | null {
  if (value > 0.97) return "SEV";
  if (value > 0.8) return "MOD";
  if (value > 0.62) return "LGT-MOD";
  if (value > 0.3) return "LGT";
  if (value > 0.12) return "TRC";
  return asked ? "NEG" : null;
}

function writePirep(flight: Flight, key: number): AircraftReport {
  const { base, aloft, air, altitudeFt } = flight;
  const id = base.station.iata!;
  const at = new Date(flight.at);
  const turbulence = turbulenceWord(aloft.turbulence, unit(key, 1) < 0.5);
  const icing = icingWord(aloft.icing, unit(key, 2) < 0.25);
  const urgent = turbulence === "SEV" || icing === "SEV";
  const chop = turbulence !== null && turbulence !== "NEG" && unit(key, 3) < 0.4;
  const icingType = icing === null || icing === "NEG"
    ? ""
    : aloft.temperature < -12
    ? "RIME"
    : unit(key, 4) < 0.5
    ? "MIXED"
    : "RIME";
  const temperature = unit(key, 5) < 0.45 || icing !== null && icing !== "NEG"
    ? Math.round(aloft.temperature)
    : null;
  const wind = unit(key, 6) < 0.25
    ? { from: Math.round(aloft.windFrom / 10) * 10 || 360, speed: Math.round(aloft.windSpeed) }
    : null;
  const layer = air.layers.find((l) => l.oktas >= 4.5 && l.baseFt + base.elevationFt < altitudeFt);
  const sky = layer !== undefined && unit(key, 7) < 0.5
    ? {
      cover: layer.oktas >= 7.5 ? "OVC" : "BKN",
      baseFt: Math.round((layer.baseFt + base.elevationFt) / 100) * 100,
      topFt: Math.round((layer.baseFt + base.elevationFt + 1500 + 3000 * unit(key, 8)) / 100) * 100,
    }
    : null;
  const fields = [
    `${id} ${urgent ? "UUA" : "UA"} /OV ${id}${
      flight.miles === 0 ? "" : three(flight.radial) + three(flight.miles)
    }`,
    `TM ${two(at.getUTCHours())}${two(at.getUTCMinutes())}`,
    `FL${three(altitudeFt / 100)}`,
    `TP ${flight.aircraft}`,
  ];
  if (sky !== null) {
    fields.push(`SK ${sky.cover}${three(sky.baseFt / 100)}-TOP${three(sky.topFt / 100)}`);
  }
  if (temperature !== null) {
    fields.push(`TA ${temperature < 0 ? "M" : ""}${two(Math.abs(temperature))}`);
  }
  if (wind !== null) fields.push(`WV ${three(wind.from)}${three(wind.speed)}KT`);
  if (turbulence !== null) fields.push(`TB ${turbulence}${chop ? " CHOP" : ""}`);
  if (icing !== null) fields.push(`IC ${icing}${icingType === "" ? "" : " " + icingType}`);
  if (turbulence === null && icing === null && sky === null) fields.push("RM SMTH RIDE");
  return {
    type: urgent ? "Urgent PIREP" : "PIREP",
    text: fields.join("/"),
    observedAt: flight.at,
    receivedAt: flight.at + (2 + Math.floor(unit(key, 9) * 8)) * MINUTE_MS,
    latitude: flight.latitude,
    longitude: flight.longitude,
    altitudeFt,
    aircraft: flight.aircraft,
    temperature,
    wind,
    turbulence,
    turbulenceType: chop ? "CHOP" : "",
    icing,
    icingType,
    sky,
  };
}

const AIRLINES = ["UAL", "DAL", "BAW", "AFR", "DLH", "ACA", "KLM", "EIN"];

/** `ARP UAL901 5937N 05209W 0137 F370 235/033 TB LGT`. */
function airReport(world: WeatherWorld, bucket: number, index: number): AircraftReport {
  const key = hash32(world.seed, bucket, index, 777);
  const minutesNorth = Math.floor(between(42 * 60, 61 * 60, key, 1));
  const minutesWest = Math.floor(between(15 * 60, 55 * 60, key, 2));
  const latitude = minutesNorth / 60, longitude = -minutesWest / 60;
  const at = bucket * BUCKET_MS + Math.floor(unit(key, 3) * 10) * MINUTE_MS;
  const altitudeFt = (310 + Math.floor(unit(key, 4) * 9) * 10) * 100;
  const aloft = aloftAt(world.at(latitude, longitude, 0, at), 0, altitudeFt);
  const wind = { from: Math.round(aloft.windFrom) || 360, speed: Math.round(aloft.windSpeed) };
  const turbulence = turbulenceWord(aloft.turbulence, unit(key, 5) < 0.3);
  const temperature = Math.round(aloft.temperature);
  const flight = AIRLINES[Math.floor(unit(key, 6) * AIRLINES.length)]! +
    String(1 + Math.floor(unit(key, 7) * 990));
  const time = new Date(at);
  const words = [
    "ARP",
    flight,
    `${two(Math.floor(minutesNorth / 60))}${two(minutesNorth % 60)}N`,
    `${three(Math.floor(minutesWest / 60))}${two(minutesWest % 60)}W`,
    two(time.getUTCHours()) + two(time.getUTCMinutes()),
    `F${three(altitudeFt / 100)}`,
    `MS${two(Math.abs(temperature))}`,
    `${three(wind.from)}/${three(wind.speed)}`,
  ];
  if (turbulence !== null) words.push("TB", turbulence);
  return {
    type: "AIREP",
    text: words.join(" "),
    observedAt: at,
    receivedAt: at + (2 + Math.floor(unit(key, 8) * 8)) * MINUTE_MS,
    latitude,
    longitude,
    altitudeFt,
    aircraft: flight,
    temperature,
    wind,
    turbulence,
    turbulenceType: "",
    icing: null,
    icingType: "",
    sky: null,
  };
}
