/**
 * What pages weigh on the wire and when they are on screen over a bad network, against their budgets.
 *
 * Starts the simulated world and the app as it is served in production. Weight: status line, headers and body
 * with Brotli, as read from a socket; scripts as gzip. Time: first and largest contentful paint in Chromium,
 * nothing cached, through a link of 400 ms round trip and 400 kbit/s. CPU of a page is measured beside its floor
 * by `bench/http.ts`. Exits 1 when a budget is exceeded.
 *
 * @module
 */
import { gzipSync } from "node:zlib";
import { withBrowser } from "../tests/support/chromium.ts";
import { requirement } from "../tests/support/requirements.ts";
import { startApp, startSimulator, stop } from "./processes.ts";
import { connect } from "./raw_http.ts";
import { median } from "./server_cpu.ts";
import { slowLink } from "./slow_link.ts";

const BROWSER = { "accept": "text/html", "accept-encoding": "br", "accept-language": "en" };
const LINK = { roundTripMs: 400, bitsPerSecond: 400_000 };
/** Bytes. */
const BUDGET = { station: 14_000, other: 40_000, script: 10_000 };
/** The weather of a station is on screen within so many milliseconds. */
const ON_SCREEN_MS = 1500;
/** Every so many-th station is weighed; the heaviest counts. */
const EVERY = 20;

const MAP_OF_ALL = "/map?region=united-states&l=metar&l=sigmet&l=gairmet&l=cwa&l=pirep";
const TEN = "/KJFK+KBOS+KPWM+KDEN+KSFO+EDDF+EGLL+RJTT+YSSY+FACT";
const OTHERS = [
  "/",
  "/?q=london",
  "/map",
  "/map?region=europe",
  "/map?at=6",
  MAP_OF_ALL,
  "/sigmets",
  "/gairmets",
  "/cwas",
  "/pireps",
  "/KJFK+KBOS+KPWM",
  TEN,
  "/near?lat=40.64&lon=-73.78",
  "/decode?report=METAR+KJFK+241451Z+30015G25KT+10SM+BKN008+10/07+A2992",
  "/settings",
  "/ask",
  "/ask?q=What+is+the+weather+at+KJFK+from+16Z+to+22Z+tomorrow",
  "/learn",
  "/about",
];

interface Row {
  readonly page: string;
  readonly bytes: number;
  readonly "budget": number;
  readonly "script gzip": number;
  readonly "script budget": number | string;
  readonly ok: boolean;
}

/** Weight of a page, and of the scripts that it loads. */
async function weigh(origin: string, path: string, label: string, budget: number): Promise<Row> {
  const answer = await connect(origin, path, BROWSER);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  const link = answer.headers.find(([name]) => name === "link")?.[1] ?? "";
  const scripts = [...link.matchAll(/<([^>]+\.js)>/g)].map(([, url]) => url!);
  let script = 0;
  for (const url of scripts) {
    const bytes = await (await fetch(origin + url)).bytes();
    script += gzipSync(bytes, { level: 9 }).byteLength;
  }
  const limit = budget === BUDGET.station ? BUDGET.script : null;
  return {
    page: label,
    bytes: answer.wireBytes,
    budget,
    "script gzip": script,
    "script budget": limit ?? "–",
    ok: answer.wireBytes <= budget && (limit === null || script <= limit),
  };
}

/** The heaviest of many station pages. */
async function weighStations(origin: string, stations: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (let i = 0; i < stations.length; i += EVERY) {
    rows.push(await weigh(origin, `/${stations[i]}`, `/${stations[i]}`, BUDGET.station));
  }
  rows.sort((a, b) => b.bytes - a.bytes);
  const heaviest = rows[0]!;
  return [
    await weigh(origin, "/KJFK", "/KJFK", BUDGET.station),
    { ...heaviest, page: `${heaviest.page} (heaviest of ${rows.length})` },
  ];
}

/** One load of a page, milliseconds after its navigation began. */
interface Load {
  readonly first: number;
  readonly largest: number;
  /** Whether the weather lies on the first screen. */
  readonly isVisible: boolean;
}

interface Seen {
  readonly page: string;
  readonly "first paint ms": number;
  readonly "largest paint ms": number;
  readonly "budget ms": number | string;
  readonly ok: boolean;
}

/** Loads of a page; the median counts. */
const ROUNDS = 5;

/** What must be painted by the last of the paints: the weather itself. */
const WEATHER = `(async () => {
  const largest = await new Promise((resolve) => {
    let last = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) last = Math.max(last, entry.startTime);
    }).observe({ type: "largest-contentful-paint", buffered: true });
    setTimeout(() => resolve(last), 1500);
  });
  const [first] = performance.getEntriesByName("first-contentful-paint");
  const weather = document.querySelector(".hero, svg.map, .side");
  const top = weather === null ? Infinity : weather.getBoundingClientRect().top;
  return { first: first.startTime, largest, isVisible: top < innerHeight };
})()`;

async function see(chromium: string, origin: string): Promise<Seen[]> {
  const link = slowLink(origin, LINK);
  const rows: Seen[] = [];
  try {
    await withBrowser(chromium, async (browser) => {
      for (const path of ["/KJFK", "/EDDF", "/map", "/KJFK+KBOS+KPWM"]) {
        const loads: Load[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
          const page = await context.newPage();
          await page.goto(link.origin + path, { waitUntil: "load" });
          loads.push(await page.evaluate(WEATHER) as Load);
          await context.close();
        }
        const isStation = /^\/[A-Z]{4}$/.test(path);
        const largest = Math.round(median(loads.map((load) => load.largest)));
        rows.push({
          page: path,
          "first paint ms": Math.round(median(loads.map((load) => load.first))),
          "largest paint ms": largest,
          "budget ms": isStation ? ON_SCREEN_MS : "–",
          ok: loads.every((load) => load.isVisible) && (!isStation || largest <= ON_SCREEN_MS),
        });
      }
    });
  } finally {
    link.close();
  }
  return rows;
}

async function main(): Promise<number> {
  const simulator = await startSimulator();
  const app = await startApp(simulator.origin);
  try {
    const stations = await app.waitForWorld();
    const weights = await weighStations(app.origin, stations);
    for (const path of OTHERS) {
      const label = path.length > 44 ? `${path.slice(0, 43)}…` : path;
      weights.push(await weigh(app.origin, path, label, BUDGET.other));
    }
    console.table(weights);
    const chromium = requirement("chromium");
    if (chromium.kind === "missing") {
      console.log(`times on screen are not measured: they need Chromium (${chromium.install})`);
      return weights.every(({ ok }) => ok) ? 0 : 1;
    }
    const times = await see(chromium.path, app.origin);
    console.log(`${LINK.roundTripMs} ms round trip, ${LINK.bitsPerSecond / 1000} kbit/s, 390 px:`);
    console.table(times);
    return [...weights, ...times].every(({ ok }) => ok) ? 0 : 1;
  } finally {
    await stop(app);
    await stop(simulator);
  }
}

if (import.meta.main) Deno.exit(await main());
