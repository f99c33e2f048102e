/**
 * What Lighthouse says of the main pages: performance, accessibility and best practices, each at least 98.
 *
 * Starts the simulated world and the app as it is served in production, and runs Lighthouse with its defaults: a
 * phone on a slow mobile network. Lighthouse is a program beside the project, fetched when this task runs: nothing
 * here imports it, and it is not in the lock file. A phone is this machine slowed down; how much follows from the
 * machine's own speed, which Lighthouse measures in each run. Performance depends on what else the machine does, so
 * a page below the bound is asked again and the median counts. Exits 1 when a page is below.
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
  readonly environment: { readonly benchmarkIndex: number };
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

/**
 * How many times slower the processor is made to be that of a phone of the middle class, by Lighthouse's own
 * calculator: 2000 is five or six times a phone, 1533 four times, 1300 three times, 800 the phone itself.
 */
function slowdownFor(benchmarkIndex: number): number {
  if (benchmarkIndex >= 1300) return 3 + (benchmarkIndex - 1300) / 233;
  return Math.max(1, 1 + (benchmarkIndex - 800) / 250);
}

async function ask(chromium: string, url: string, slowdown: number): Promise<Report> {
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
      `--throttling.cpuSlowdownMultiplier=${slowdown.toFixed(2)}`,
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run",
    ],
    env: { CHROME_PATH: chromium },
  }).output();
  const text = new TextDecoder().decode(stdout);
  if (code !== 0) throw new Error(`${url}: ${new TextDecoder().decode(stderr).slice(-2000)}`);
  return JSON.parse(text);
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
  let slowdown = USUAL_SLOWDOWN;
  try {
    await app.waitForWorld();
    for (const path of PATHS) {
      const reports: Report[] = [];
      const isBelow = () =>
        CATEGORIES.some((category) => scoreOf(reports.at(-1)!, category) < BOUND);
      do {
        slowdown = Math.min(USUAL_SLOWDOWN, slowdown);
        reports.push(await ask(chromium.path, app.origin + path, slowdown));
        slowdown = slowdownFor(reports.at(-1)!.environment.benchmarkIndex);
      } while (reports.length < ROUNDS && (reports.length > 1 || isBelow()));
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
        rounds: reports.length,
        slowdown: `${slowdown.toFixed(1)}`,
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
