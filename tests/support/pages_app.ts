/**
 * The pages over a small world that stands still: real report texts, a clock that tests move.
 *
 * @module
 */
import { provideProject } from "fresh";
import { createApi } from "../../edge/mod.ts";
import { build } from "../../lib/fresh/build.ts";
import { loadBuild } from "../../lib/fresh/load.ts";
import { pageSecurityHeaders } from "../../lib/http/page_headers.ts";
import { createPages } from "../../lib/http/pages.ts";
import { metar } from "../../lib/products/metar/mod.ts";
import type { RawReport } from "../../lib/products/raw_report.ts";
import { taf } from "../../lib/products/taf/mod.ts";
import {
  createReportHistory,
  createReports,
  metarCompleteness,
  type ReportHistory,
} from "../../lib/reports/mod.ts";
import { createStatus } from "../../lib/status/mod.ts";
import { createStationIndex } from "../../lib/stations/mod.ts";
import { MemoryWorld } from "../../lib/store/mod.ts";
import { FakeClock, MINUTE_MS } from "../../lib/time/mod.ts";
import { stylesheetHash } from "../../lib/view/styles.ts";
import { DEFAULT_VIEWER, FOR_VIEWERS } from "../../lib/view/viewer.ts";
import type { State } from "../../utils.ts";
import { readStations } from "./stations.ts";

const ROOT = new URL("../../", import.meta.url);
/** The clock starts here. */
export const START = Date.UTC(2026, 10, 24, 15, 3);

/** Reports of the small world. `ZZ` numbers stand for nothing: all texts are of real shape. */
const METARS = [
  "METAR KJFK 241451Z 30015G25KT 270V330 1 1/2SM R04R/2600VP6000FT -SHRA BR BKN008 OVC015CB 10/07 A2992 RMK AO2 PK WND 30029/1420 SLP132 TSNO P0003 T01060067 $",
  "METAR KEWR 241451Z 29012KT 3SM BR OVC012 10/08 A2992 RMK AO2 SLP131 T01000078",
  "METAR KLGA 241451Z 30014G22KT 6SM -RA SCT015 OVC035 10/07 A2991 RMK AO2 SLP129 T01000072",
  "METAR KTEB 241451Z AUTO 00000KT 1/4SM FG VV002 09/09 A2993 RMK AO2 FZRANO",
  "METAR KBOS 241454Z 27010KT 10SM FEW250 12/02 A2990 RMK AO2 SLP124 T01170022",
  "METAR KDEN 241453Z VRB03KT 10SM CLR 31/02 A3012 RMK AO2 SLP087 T03100020",
  "METAR EDDF 241450Z AUTO 24008KT 9999 // NCD 08/03 Q1013 NOSIG",
  "METAR EGLL 241450Z 22015KT CAVOK 12/05 Q1009",
  "METAR KMTN 240945Z 27008KT 10SM CLR 12/02 A2990",
  "METAR KPHL 241251Z 27008KT 10SM OVC025 12/02 A2990",
  "METAR KACY 241454Z AUTO /////KT 10SM BKN/// 12/02 A2990 RMK AO2 XQZZY",
];
const TAFS = [
  "TAF KJFK 241135Z 2412/2518 30014G24KT 2SM -SHRA BR OVC009 TEMPO 2414/2417 1/2SM +TSRA OVC004CB FM241900 31012KT 6SM BR BKN025 FM250200 32010KT P6SM SCT040 PROB30 2508/2512 2SM BR BKN008",
  "TAF EDDF 241100Z 2412/2518 24010KT 9999 BKN030 BECMG 2418/2420 BKN014 TEMPO 2502/2507 3000 BR BKN004",
];

/** The app, its clock and its world. Nothing listens yet. */
export async function pagesApp(
  options: {
    simulated?: boolean;
    feeds?: boolean;
    mapboxToken?: string;
    modelDesk?: State["modelDesk"];
    /** Whether the API is there as well. */
    api?: boolean;
    mode?: "development" | "production";
    history?: ReportHistory;
    /** Instead of the small one; with its own feeds. */
    world?: MemoryWorld;
  } = {},
) {
  const clock = new FakeClock(START);
  const world = options.world ?? new MemoryWorld(options.simulated ?? false);
  if (options.world === undefined) fill(world, START, options.simulated ?? false);
  if (options.world === undefined && (options.feeds ?? true)) {
    for (const product of ["metar", "taf"] as const) {
      const at = START - MINUTE_MS;
      world.putFeed({
        product,
        provider: "awc",
        attemptedAt: at,
        succeededAt: at,
        error: null,
        count: product === "metar" ? METARS.length : TAFS.length,
      });
    }
  }
  const stations = createStationIndex(
    await readStations(),
  );
  const reports = createReports({ world, stations, clock });
  await build({ root: ROOT });
  provideProject(await loadBuild(ROOT));
  const status = createStatus({
    clock,
    world,
    ready: () => true,
    completeness: () => metarCompleteness(world, clock.now()),
    collections: null,
    onFault: (error) => console.error(error),
  });
  const info = { title: "Aviation Weather", version: "0.0.0" };
  const api = options.api
    ? createApi({ reports, clock, info, modelDesk: options.modelDesk ?? null })
    : null;
  const handler = createPages<State>({
    ...FOR_VIEWERS,
    mode: options.mode ?? "production",
    state: {
      reports,
      api: (request) => api?.fetch(request) ?? new Response("no api here", { status: 404 }),
      status: () => status.status(),
      viewer: DEFAULT_VIEWER,
      mapboxToken: options.mapboxToken ?? null,
      modelDesk: options.modelDesk ?? null,
      history: options.history ?? createReportHistory({ history: null, world, clock, gaps: null }),
    },
    security: pageSecurityHeaders(stylesheetHash),
    generation: () => ({ version: world.version, now: reports.now() }),
  });
  return { handler, clock, world, reports, status };
}

/** Puts a METAR into the world, as if it had come at `receivedAt`. */
export function putMetar(
  world: MemoryWorld,
  text: string,
  receivedAt: number,
  simulated = false,
): void {
  const decoded = metar.decode(text, { receivedAt });
  const raw = rawOf("metar", text, decoded.locationIndicator, receivedAt, simulated);
  const observedAt = Date.parse(decoded.observedAt!);
  world.put("metar", decoded.locationIndicator!, { raw, decoded, observedAt });
}

/** The same of a TAF. */
export function putTaf(
  world: MemoryWorld,
  text: string,
  receivedAt: number,
  simulated = false,
): void {
  const decoded = taf.decode(text, { receivedAt });
  const raw = rawOf("taf", text, decoded.locationIndicator, receivedAt, simulated);
  const observedAt = Date.parse(decoded.issuedAt!);
  world.put("taf", decoded.locationIndicator!, { raw, decoded, observedAt });
}

function rawOf(
  product: "metar" | "taf",
  text: string,
  stationId: string | null,
  receivedAt: number,
  simulated: boolean,
): RawReport {
  const provider = simulated ? "simulator" : "awc";
  return { product, text, stationId, provider, receivedAt, simulated };
}

function fill(world: MemoryWorld, receivedAt: number, simulated: boolean): void {
  for (const text of METARS) putMetar(world, text, receivedAt - 8 * MINUTE_MS, simulated);
  for (const text of TAFS) putTaf(world, text, receivedAt, simulated);
}
