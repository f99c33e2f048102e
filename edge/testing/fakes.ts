/**
 * A small world for tests: real reports, read by the real decoders, with a clock that stands still.
 *
 * @module
 */
import type { EndedHazard } from "../../lib/reports/mod.ts";
import type { Freshness } from "../../lib/derive/freshness.ts";
import type { DecodedReport, FeedName, ProductName } from "../../lib/products/product.ts";
import type { HeldReport, RawReport } from "../../lib/products/raw_report.ts";
import { decodeMetar } from "../../lib/products/metar/mod.ts";
import type { Metar } from "../../lib/products/metar/model.ts";
import { decodeTaf } from "../../lib/products/taf/mod.ts";
import type { Taf } from "../../lib/products/taf/model.ts";
import type { CurrentReport, Reports } from "../../lib/reports/reports.ts";
import type { Station, StationAt, StationIndex } from "../../lib/stations/station.ts";
import type { FeedState, HazardProduct, World } from "../../lib/store/world.ts";
import { FakeClock, MINUTE_MS } from "../../lib/time/mod.ts";
import { quantity } from "../../lib/units/mod.ts";

/** "Now" of every test. */
export const NOW = "2026-11-24T17:00:00Z";

const JFK: Station = {
  id: "KJFK",
  iata: "JFK",
  name: "New York/JF Kennedy Intl",
  city: "New York",
  country: "US",
  region: "NY",
  latitude: 40.6399,
  longitude: -73.7787,
  elevation: quantity(13, "ft"),
  timeZone: "America/New_York",
  magneticVariation: -12.6,
  size: "large",
  runways: [{
    ends: [
      { designator: "04L", trueHeading: 31, headingSource: "published" },
      { designator: "22R", trueHeading: 211, headingSource: "published" },
    ],
    length: quantity(12079, "ft"),
    width: quantity(200, "ft"),
    surface: "concrete",
    lighted: true,
  }],
};

/** Stations of the fake world: one of each kind that matters here. */
export const STATIONS: readonly Station[] = [
  JFK,
  {
    ...JFK,
    id: "EDDF",
    iata: "FRA",
    name: "Frankfurt/Main",
    city: "Frankfurt",
    country: "DE",
    region: "HE",
    latitude: 50.0264,
    longitude: 8.5431,
    elevation: quantity(364, "ft"),
    timeZone: "Europe/Berlin",
    magneticVariation: 3.9,
    runways: [{
      ...JFK.runways[0]!,
      ends: [
        { designator: "07C", trueHeading: 69, headingSource: "published" },
        { designator: "25C", trueHeading: 249, headingSource: "published" },
      ],
    }],
  },
  { ...JFK, id: "KLGA", iata: "LGA", name: "La Guardia", latitude: 40.7794, longitude: -73.8803 },
  {
    ...JFK,
    id: "KFRG",
    iata: "FRG",
    name: "Farmingdale/Republic",
    latitude: 40.7289,
    longitude: -73.4134,
    elevation: quantity(81, "ft"),
  },
  {
    ...JFK,
    id: "KOLD",
    iata: null,
    name: "Old Town Muni",
    city: null,
    latitude: 44.9528,
    longitude: -68.6743,
    elevation: null,
    magneticVariation: null,
    timeZone: null,
    runways: [],
    size: "small",
  },
];

const METARS = [
  "METAR KJFK 241651Z 30015G25KT 10SM FEW050 SCT250 08/M03 A2992 RMK AO2 SLP132 T00831028",
  "METAR EDDF 241650Z 24008KT 9999 -RA BKN012 06/05 Q1013 NOSIG",
  "METAR KFRG 241653Z VRB04KT 4SM BR OVC008 07/06 A2991 RMK AO2",
  "KOLD 241053Z AUTO /////KT M1/4SM FG VV002 M00/M01 A3001 RMK AO2 PWINO $",
];
const TAFS = [
  "TAF KJFK 241720Z 2418/2524 30015G25KT P6SM FEW050 FM250000 31010KT P6SM SKC TEMPO 2506/2510 2SM BR BKN008",
];

function toRaw(product: ProductName, text: string, stationId: string): RawReport {
  return {
    product,
    text,
    stationId,
    provider: "awc",
    receivedAt: Date.parse(NOW) - 4 * MINUTE_MS,
    simulated: false,
  };
}

function hold<R extends DecodedReport>(
  product: ProductName,
  text: string,
  decode: (text: string, context: { receivedAt: number }) => R & {
    readonly locationIndicator: string | null;
  },
  instantOf: (decoded: R) => string | null,
): HeldReport<R> {
  const decoded = decode(text, { receivedAt: Date.parse(NOW) });
  const raw = toRaw(product, text, decoded.locationIndicator!);
  return { raw, decoded, observedAt: Date.parse(instantOf(decoded)!) };
}

/** A METAR as held. */
export function holdMetar(text: string): HeldReport<Metar> {
  return hold("metar", text, decodeMetar, (one) => one.observedAt);
}

/** A TAF as held. */
export function holdTaf(text: string): HeldReport<Taf> {
  return hold("taf", text, decodeTaf, (one) => one.issuedAt);
}

/** The world and the read side of a test, with handles to change them. */
export class FakeReports implements Reports {
  readonly clock = new FakeClock(NOW);
  readonly metars = new Map<string, HeldReport<Metar>>();
  readonly tafs = new Map<string, HeldReport<Taf>>();
  readonly hazardReports = new Map<HazardProduct, HeldReport<DecodedReport>[]>();
  readonly feedStates = new Map<FeedName, FeedState>();
  version = 1;
  simulated = false;

  constructor() {
    for (const text of METARS) this.putMetar(holdMetar(text));
    for (const text of TAFS) this.putTaf(holdTaf(text));
    this.putFeed("metar", null);
    this.putFeed("taf", null);
  }

  putMetar(held: HeldReport<Metar>): void {
    this.metars.set(held.raw.stationId!, held);
    this.version++;
  }

  putTaf(held: HeldReport<Taf>): void {
    this.tafs.set(held.raw.stationId!, held);
    this.version++;
  }

  putFeed(product: ProductName, error: string | null, succeededAt: number | null = +new Date(NOW)) {
    this.feedStates.set(product, {
      product,
      provider: "awc",
      attemptedAt: this.clock.now(),
      succeededAt,
      error,
      count: 3,
    });
  }

  readonly world: World = worldOf(this);
  readonly stations: StationIndex = indexOf(STATIONS);

  now(): number {
    return this.clock.now();
  }
  metar(id: string): CurrentReport<Metar> | undefined {
    const held = this.metars.get(id);
    return held && { ...held, station: this.stations.get(id), freshness: this.#freshness(held) };
  }
  taf(id: string): CurrentReport<Taf> | undefined {
    const held = this.tafs.get(id);
    return held && { ...held, station: this.stations.get(id), freshness: this.#freshness(held) };
  }
  hazards(product: HazardProduct): readonly HeldReport<DecodedReport>[] {
    return this.hazardReports.get(product) ?? [];
  }
  readonly ended = new Map<HazardProduct, EndedHazard[]>();
  endedHazards(product: HazardProduct): readonly EndedHazard[] {
    return this.ended.get(product) ?? [];
  }
  nearestReporting(latitude: number, longitude: number, radiusNm: number, limit: number) {
    return this.stations.near(
      latitude,
      longitude,
      radiusNm,
      limit,
      (one) => this.metars.has(one.id),
    );
  }
  resolve(id: string): string | undefined {
    const upper = id.toUpperCase();
    return this.metars.has(upper) ? upper : (this.stations.get(id) ?? this.stations.byIata(id))?.id;
  }
  feed(product: FeedName): FeedState | undefined {
    return this.feedStates.get(product);
  }

  /** The states of an hourly station (docs of freshness): 75, 120 and 180 minutes. */
  #freshness(held: HeldReport<DecodedReport>): Freshness {
    const changes = ([["ageing", 75], ["stale", 120], ["notCurrent", 180]] as const).map((
      [state, minutes],
    ) => ({ state, at: held.observedAt + minutes * MINUTE_MS }));
    const state = changes.findLast(({ at }) => at <= this.now())?.state ?? "current";
    return { state, observedAt: held.observedAt, changes, cadence: "hourly" };
  }
}

function worldOf(reports: FakeReports): World {
  return {
    metar: (id) => reports.metars.get(id),
    taf: (id) => reports.tafs.get(id),
    stationIds: () => reports.metars.keys(),
    hazards: (product) => reports.hazardReports.get(product) ?? [],
    feed: (key) => reports.feedStates.get(key as FeedName),
    feeds: () => [...reports.feedStates.values()],
    cadenceMs: () => null,
    get version() {
      return reports.version;
    },
    get simulated() {
      return reports.simulated;
    },
  };
}

/** Distance on a sphere, good enough to put four stations in order. */
function distanceNm(aLat: number, aLon: number, bLat: number, bLon: number): number {
  const rad = Math.PI / 180;
  const cosine = Math.sin(aLat * rad) * Math.sin(bLat * rad) +
    Math.cos(aLat * rad) * Math.cos(bLat * rad) * Math.cos((aLon - bLon) * rad);
  return Math.acos(Math.min(1, cosine)) * 3440.065;
}

function indexOf(stations: readonly Station[]): StationIndex {
  return {
    size: stations.length,
    get: (id) => stations.find((one) => one.id === id.toUpperCase()),
    byIata: (code) => stations.find((one) => one.iata === code.toUpperCase()),
    search: (query, limit) =>
      stations.filter((one) => one.name.toLowerCase().includes(query.toLowerCase())).slice(
        0,
        limit,
      ),
    near: (latitude, longitude, radiusNm, limit, keep = () => true) =>
      stations.filter(keep).map((station): StationAt => ({
        station,
        distance: quantity(
          distanceNm(latitude, longitude, station.latitude, station.longitude),
          "NM",
        ),
        bearing: quantity(0, "deg"),
      })).filter(({ distance }) => distance.value <= radiusNm)
        .sort((a, b) => a.distance.value - b.distance.value).slice(0, limit),
    inCircle: (latitude, longitude, radiusNm) =>
      stations.filter((one) =>
        distanceNm(latitude, longitude, one.latitude, one.longitude) <= radiusNm
      ),
    within: (south, west, north, east, limit) =>
      stations.filter(({ latitude, longitude }) =>
        latitude >= south && latitude <= north &&
        (west <= east
          ? longitude >= west && longitude <= east
          : longitude >= west || longitude <= east)
      ).slice(0, limit),
    all: () => stations,
  };
}
