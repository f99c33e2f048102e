import assert from "node:assert/strict";
import { parseTAF } from "metar-taf-parser";
import { decodeTaf } from "./decode.ts";
import { type FlatPeriod, flattenTaf } from "./flatten.ts";

/** Real forecasts on which metar-taf-parser is right: wind, gust and number of periods must be the same. */
const CORPUS = "../shared/corpus/taf.jsonl";

/**
 * Where the two differ, and why ours stands. Anything else is a failure. The kinds were found on the
 * corpus and are told by what is in the text, not by the report's name.
 */
const EXPLAINED: readonly (readonly [reason: string, applies: (raw: string) => boolean])[] = [
  [
    "it throws on NIL, and on a direction after a lone visibility",
    (raw) => /\bNIL\b|\b\d{4}[NESW]\b/.test(raw),
  ],
  [
    "a blank is missing before a keyword",
    (raw) => /[A-Z0-9](BECMG|TEMPO|PROB\d\d|FM\d{4})/.test(raw) || /BECMG\d|TEMPO\d/.test(raw),
  ],
  ["WND … AFT overwrites its wind", (raw) => /\bWND\b/.test(raw)],
  ["a misspelt keyword", (raw) => /TENMPO|RPOB/.test(raw)],
  [
    "a period without its slash, or one cut by a blank",
    (raw) => /\b\d{4} \d{4}\b/.test(raw) || /\d{4}\/\d \d{3}/.test(raw),
  ],
  [
    "a change group without its time, or with hours alone",
    (raw) => /(BECMG|TEMPO|INTER|PROB[34]0)( (?!\d{4}\/\d{4}|TEMPO|INTER|PROB)\S|$)/.test(raw),
  ],
  ["old or missing validity", (raw) => !/\b\d{4}\/\d{4}\b/.test(raw)],
  ["FM apart from its time", (raw) => /FM \d/.test(raw)],
  ["a wind of more than 99 kt, or with P", (raw) => /P\d\d+KT|G\d{3}KT|G?P\d/.test(raw)],
  ["figures after AMD or COR read as a wind", (raw) => /(AMD|COR) \d{6}/.test(raw)],
  ["a damaged wind", (raw) => /VRBKT|S\dKT|\d{5}G\d\dMP\b/.test(raw)],
];

Deno.test({
  name: "metar-taf-parser reads the same periods and winds, or the difference is explained",
  ignore: !await exists(CORPUS),
  async fn() {
    const unexplained: string[] = [];
    let compared = 0;
    for (const line of (await Deno.readTextFile(CORPUS)).trim().split("\n")) {
      const { raw } = JSON.parse(line) as { raw: string };
      const difference = differenceOn(raw);
      compared++;
      if (difference === null || EXPLAINED.some(([, applies]) => applies(raw))) continue;
      unexplained.push(`${difference}: ${raw}`);
    }
    assert.ok(compared > 0);
    assert.deepEqual(unexplained, []);
  },
});

Deno.test("the second opinion agrees on a forecast of each kind of change", () => {
  const raw = "TAF EDDF 251100Z 2512/2618 24010G20KT 9999 BKN030 BECMG 2518/2520 VRB03KT " +
    "TEMPO 2519/2602 30015KT 0800 FG PROB30 2602/2604 TSRA FM260600 20005MPS CAVOK";
  assert.equal(differenceOn(raw), null);
});

/** What differs first, or `null`. */
function differenceOn(raw: string): string | null {
  const ours = flattenTaf(decodeTaf(raw)).periods ?? [];
  let theirs;
  try {
    theirs = parseTAF(raw.replaceAll("=", ""));
  } catch (error) {
    return `it throws ${error instanceof Error ? error.name : error}`;
  }
  if (ours.length !== theirs.trends.length + 1) {
    return `periods ${ours.length} and ${theirs.trends.length + 1}`;
  }
  const winds = [theirs.wind, ...theirs.trends.map(({ wind }) => wind)];
  const index = ours.findIndex((period, at) => !sameWind(period, winds[at]));
  return index < 0 ? null : `wind of period ${index + 1}`;
}

interface TheirWind {
  speed: number;
  degrees?: number;
  gust?: number;
  unit: string;
}

/** Direction as written; speeds within a knot, since ours are rounded to tenths. */
function sameWind(ours: FlatPeriod, theirs: TheirWind | undefined): boolean {
  if (theirs === undefined) return ours.wind_speed_kt === undefined;
  const direction = ours.wind_variable ? undefined : ours.wind_dir_deg;
  return direction === theirs.degrees && sameSpeed(ours.wind_speed_kt, theirs.speed, theirs.unit) &&
    sameSpeed(ours.wind_gust_kt, theirs.gust, theirs.unit);
}

function sameSpeed(knots: number | undefined, speed: number | undefined, unit: string): boolean {
  if (knots === undefined || speed === undefined) return knots === speed;
  const factor = unit === "MPS" ? 3600 / 1852 : unit === "KM/H" ? 1 / 1.852 : 1;
  return Math.abs(knots - speed * factor) < 0.1;
}

async function exists(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    return false;
  }
}
