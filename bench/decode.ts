/**
 * Decoding speed: METAR/s and TAF/s of our decoder beside metar-taf-parser and `String.split`, in one
 * process on one core.
 *
 * Reports are those of the world bulletins and of the TAF corpus where the folder is there
 * (`../shared/corpus`, or the first argument); without it a small built-in set is used, and said so. Each
 * subject gets warm-up rounds and then several timed ones, in turn, so that a busy machine slows all
 * of them alike; the best round counts. Ends with exit code 1 below the required ratios when
 * `--check` is given.
 *
 * @module
 */
import { parseMetar, parseTAF } from "metar-taf-parser";
import { decodeMetar } from "../lib/products/metar/mod.ts";
import { decodeTaf } from "../lib/products/taf/mod.ts";
import { FORMAT_ROWS } from "../lib/products/metar/fixtures/formats.ts";

/** Required and wanted speeds. */
const REQUIRED_RATIO = { METAR: 20, TAF: 8 } as const;
const GOAL = { METAR: 200_000, TAF: 80_000 } as const;
const MAX_RSS_BYTES = 150e6;
const ROUNDS = 5;
/** metar-taf-parser reads only a part of the reports in each round: it is slow, and the rate is what counts. */
const PEER_SHARE = 8;

type Kind = keyof typeof GOAL;

interface Subject {
  readonly name: string;
  readonly reports: readonly string[];
  readonly run: (raw: string) => unknown;
}

async function unzip(path: string): Promise<string> {
  const file = await Deno.open(path);
  return await new Response(file.readable.pipeThrough(new DecompressionStream("gzip"))).text();
}

/** The reports of the three bulletins, as they stand in their files. */
async function readMetars(folder: string): Promise<string[]> {
  const csv = (await unzip(`${folder}/bulletin-awc-metars-2022-10-22.csv.gz`)).split("\n").slice(6)
    .map((line) => line.slice(0, Math.max(line.indexOf(","), 0)));
  const xml = (await unzip(`${folder}/bulletin-awc-metars-2023-03-05.xml.gz`))
    .matchAll(/<raw_text>([^<]*)<\/raw_text>/g);
  const cycle = (await unzip(`${folder}/bulletin-noaa-metar-cycle-2011-11-23.txt.gz`)).split("\n")
    .filter((line) => /^[A-Z][A-Z0-9]{3} \d{6}Z/.test(line));
  return [...csv, ...Array.from(xml, (match) => match[1]!), ...new Set(cycle)]
    .filter((raw) => raw !== "");
}

async function readTafs(folder: string): Promise<string[]> {
  const lines = (await Deno.readTextFile(`${folder}/taf.jsonl`)).trim().split("\n");
  return lines.map((line) => (JSON.parse(line) as { raw: string }).raw);
}

/** Made when no corpus is at hand: the fixtures of the format tests, and one TAF of each form. */
const BUILT_IN: Record<Kind, string[]> = {
  METAR: FORMAT_ROWS.map((row) => row.raw),
  TAF: [
    "TAF KMEI 251723Z 2518/2618 VRB04KT P6SM BKN250 FM261600 19004KT P6SM BKN040",
    "TAF ZSWZ 052100Z 0600/0624 07004MPS 6000 SCT020 TX26/0606Z TN22/0621Z",
    "TAF LIEA 220500Z 2206/2306 29008KT 9999 SCT030 BECMG 2218/2220 VRB05KT",
    "TAF ENSB 0918/1018 24012KT 9999 FEW008 BKN025 BECMG 1007/1009 VRB05KT PROB40 TEMPO 0918/0924 BKN012",
  ],
};

/** Shorter than this a round says more of the machine than of the decoder. */
const SHORTEST_ROUND_MS = 150;

/** Reports a second in one round; a peer may throw on a report, which costs its time as in life. */
function measure(subject: Subject): number {
  const started = performance.now();
  let count = 0;
  do {
    for (const raw of subject.reports) {
      try {
        subject.run(raw);
      } catch {
        // counted as read
      }
    }
    count += subject.reports.length;
  } while (performance.now() - started < SHORTEST_ROUND_MS);
  return count / (performance.now() - started) * 1000;
}

function compare(subjects: readonly Subject[]): Map<string, number> {
  const best = new Map<string, number>();
  for (let round = -1; round < ROUNDS; round++) {
    for (const subject of subjects) {
      const rate = measure(subject);
      if (round >= 0) best.set(subject.name, Math.max(rate, best.get(subject.name) ?? 0));
    }
  }
  return best;
}

function print(kind: Kind, rates: Map<string, number>, reports: readonly string[]): number {
  const ours = rates.get("ours")!;
  const bytes = reports.reduce((sum, raw) => sum + raw.length, 0) / reports.length;
  console.log(`\n${kind}: ${reports.length} reports of ${bytes.toFixed(0)} characters on average`);
  for (const [name, rate] of rates) {
    const ratio = name === "ours" ? "" : `  ours is ${(ours / rate).toFixed(2)} times as fast`;
    console.log(
      `  ${name.padEnd(18)} ${Math.round(rate).toLocaleString("en").padStart(12)} /s${ratio}`,
    );
  }
  console.log(
    `  goal ${GOAL[kind].toLocaleString("en")} /s: ${ours >= GOAL[kind] ? "met" : "not met"}`,
  );
  return ours / rates.get("metar-taf-parser")!;
}

async function main(): Promise<void> {
  const folder = Deno.args.find((arg) => !arg.startsWith("--")) ?? "../shared/corpus";
  let reports = BUILT_IN;
  try {
    reports = { METAR: await readMetars(folder), TAF: await readTafs(folder) };
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    console.log(`${folder} is not there: a small built-in set is read instead.`);
  }
  // Our own memory first: the peer keeps far more.
  let peak = 0;
  for (let round = 0; round < 3; round++) {
    for (const raw of reports.METAR) decodeMetar(raw);
    for (const raw of reports.TAF) decodeTaf(raw);
    peak = Math.max(peak, Deno.memoryUsage().rss);
  }
  console.log(`RSS after decoding all reports three times: ${(peak / 1e6).toFixed(0)} MB`);
  const split = (raw: string) => raw.split(" ");
  const part = (all: readonly string[]) => all.filter((_, n) => n % PEER_SHARE === 0);
  const ratios: Record<Kind, number> = { METAR: 0, TAF: 0 };
  const issued = new Date(Date.UTC(2022, 9, 22));
  const subjects: Record<Kind, Subject[]> = {
    METAR: [
      { name: "ours", reports: reports.METAR, run: (raw) => decodeMetar(raw) },
      {
        name: "metar-taf-parser",
        reports: part(reports.METAR),
        run: (raw) => parseMetar(raw, { issued }),
      },
      { name: "String.split", reports: reports.METAR, run: split },
    ],
    TAF: [
      { name: "ours", reports: reports.TAF, run: (raw) => decodeTaf(raw) },
      { name: "metar-taf-parser", reports: reports.TAF, run: (raw) => parseTAF(raw, { issued }) },
      { name: "String.split", reports: reports.TAF, run: split },
    ],
  };
  for (const kind of ["METAR", "TAF"] as const) {
    ratios[kind] = print(kind, compare(subjects[kind]), reports[kind]);
  }
  if (!Deno.args.includes("--check")) return;
  const failed = (["METAR", "TAF"] as const).filter((kind) => ratios[kind] < REQUIRED_RATIO[kind]);
  if (peak > MAX_RSS_BYTES) console.log(`RSS above ${MAX_RSS_BYTES / 1e6} MB`);
  for (const kind of failed) console.log(`${kind}: below ${REQUIRED_RATIO[kind]} times the peer`);
  if (failed.length > 0 || peak > MAX_RSS_BYTES) Deno.exit(1);
}

await main();
