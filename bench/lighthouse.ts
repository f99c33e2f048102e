/**
 * What Lighthouse says of the main pages: performance, accessibility and best practices, each at least 98.
 *
 * Starts the simulated world and the app as it is served in production, and runs Lighthouse with its defaults: a
 * phone on a slow mobile network. Lighthouse is a program beside the project, fetched when this task runs: nothing
 * here imports it, and it is not in the lock file. A phone is this machine slowed down. Lighthouse's four times
 * are right for an idle desktop machine; on a slower or busier one the slowdown follows, by the calculator that its
 * documentation names, from the speed that it measured in the very same visit. A page below the bound is visited again and the median counts. Exits 1 when a
 * page is below.
 *
 * @module
 */
import { requirement } from "../tests/support/requirements.ts";
import { startApp, startSimulator, stop } from "./processes.ts";
import { median } from "./server_cpu.ts";

/** 13 needs a newer Node than the oldest one that is still common. */
const LIGHTHOUSE = "npm:lighthouse@12.2.3";
const CATEGORIES = ["performance", "accessibility", "best-practices"] as const;
type Category = (typeof CATEGORIES)[number];
/** Of 100. */
const BOUND = 98;
const ROUNDS = 3;
/** Lighthouse's own: right for an idle desktop machine. */
const USUAL_SLOWDOWN = 4;
const PATHS = ["/", "/KJFK", "/map", "/sigmets", "/brief?route=KJFK,KBOS", "/KJFK+KBOS"];

/** What is read of a report of Lighthouse. */
interface Report {
  /** Of the processor, in this visit. */
  readonly slowdown: number;
  readonly categories: Readonly<
    Record<
      Category,
      {
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<
    Record<
      string,
      { readonly title: string; readonly score: number | null; readonly displayValue?: string }
    >
  >;
}

/** Speeds as Lighthouse measures them, and how many times slower than these its phone is. */
const PHONE: readonly (readonly [speed: number, slowdown: number])[] = [
  [150, 1],
  [800, 2],
  [1300, 3],
  [1533, USUAL_SLOWDOWN],
];

/** The slowdown that makes this machine that phone: in a straight line between the speeds that are known. */
function slowdownFor(speed: number): number {
  for (let i = 1; i < PHONE.length; i++) {
    const [[low, from], [high, to]] = [PHONE[i - 1]!, PHONE[i]!];
    if (speed < high) return from + Math.max(0, speed - low) / (high - low) * (to - from);
  }
  return USUAL_SLOWDOWN;
}

/** Runs Lighthouse on `url`; gives what it printed. */
async function lighthouse(chromium: string, url: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--allow-all",
      "--no-lock",
      "--no-config",
      "--node-modules-dir=none",
      LIGHTHOUSE,
      url,
      "--quiet",
      "--output=json",
      `--only-categories=${CATEGORIES.join(",")}`,
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run",
      ...args,
    ],
    env: { CHROME_PATH: chromium },
  }).output();
  if (code !== 0) throw new Error(`${url}: ${new TextDecoder().decode(stderr).slice(-2000)}`);
  return new TextDecoder().decode(stdout);
}

/** One visit: what was seen is kept, and judged with the slowdown that fits the speed measured meanwhile. */
async function visit(chromium: string, url: string): Promise<Report> {
  const folder = await Deno.makeTempDir({ prefix: "lighthouse-" });
  try {
    await lighthouse(chromium, url, [`--gather-mode=${folder}`]);
    const file = `${folder}/artifacts.json`;
    const seen = JSON.parse(await Deno.readTextFile(file));
    const slowdown = slowdownFor(seen.BenchmarkIndex);
    seen.settings.throttling.cpuSlowdownMultiplier = slowdown;
    await Deno.writeTextFile(file, JSON.stringify(seen));
    const report = await lighthouse(chromium, url, [
      `--audit-mode=${folder}`,
      `--throttling.cpuSlowdownMultiplier=${slowdown}`,
    ]);
    return { ...JSON.parse(report), slowdown };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const scoreOf = (report: Report, category: Category) =>
  Math.round((report.categories[category].score ?? 0) * 100);

/** Audits that cost a category its points. */
function lostBy({ categories, audits }: Report, category: Category): string[] {
  return categories[category].auditRefs.flatMap(({ id, weight }) => {
    const { title, score, displayValue = "" } = audits[id]!;
    return weight > 0 && score !== null && score < 0.9 ? [`${title} ${displayValue}`.trim()] : [];
  });
}

async function main(): Promise<number> {
  const chromium = requirement("chromium");
  if (chromium.kind === "missing") {
    console.error(`Lighthouse needs Chromium: ${chromium.install}`);
    return 1;
  }
  const simulator = await startSimulator();
  const app = await startApp(simulator.origin);
  const rows: Record<string, string | number | boolean>[] = [];
  const lost: string[] = [];
  try {
    await app.waitForWorld();
    for (const path of PATHS) {
      const reports = [await visit(chromium.path, app.origin + path)];
      const isBelow = CATEGORIES.some((category) => scoreOf(reports[0]!, category) < BOUND);
      while (isBelow && reports.length < ROUNDS) {
        reports.push(await visit(chromium.path, app.origin + path));
      }
      const scores = CATEGORIES.map((category) =>
        [category, median(reports.map((report) => scoreOf(report, category)))] as const
      );
      for (const [category, score] of scores) {
        if (score >= BOUND) continue;
        lost.push(...lostBy(reports.at(-1)!, category).map((why) => `${path} ${category}: ${why}`));
      }
      rows.push({
        page: path,
        ...Object.fromEntries(scores),
        slowdown: reports.map(({ slowdown }) => slowdown.toFixed(1)).join(" "),
        ok: scores.every(([, score]) => score >= BOUND),
      });
    }
  } finally {
    await stop(app);
    await stop(simulator);
  }
  console.table(rows);
  for (const line of lost) console.log(line);
  return rows.every(({ ok }) => ok) ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main());
