/**
 * Decodes the world bulletins: exceptions, what was left over, and how much of the remarks is explained.
 *
 * @module
 */
import { decodeMetar } from "../../lib/products/metar/mod.ts";
import type { Metar } from "../../lib/products/metar/mod.ts";
import { bulletinReports, bulletinsIn } from "./world_bulletins.ts";

/** Largest share of tokens that may be left over, in percent. */
const MOST_LEFT_OVER = 0.1;
/** Smallest share of remark tokens that must be explained, in percent. */
const FEWEST_EXPLAINED = 98;
/** Leftovers listed for each bulletin. */
const LISTED = 20;

/** What one bulletin came to. */
interface Tally {
  reports: number;
  exceptions: number;
  tokens: number;
  leftOver: number;
  remarkTokens: number;
  unexplained: number;
  readonly texts: Map<string, number>;
}

/** Decodes every bulletin of `folder` and prints its table; returns the number of requirements not met. */
export async function runBulletins(folder: string): Promise<number> {
  let failed = 0;
  for (const name of await bulletinsIn(folder)) {
    const tally = await tallyOf(`${folder}/${name}`);
    failed += printTally(name, tally);
  }
  return failed;
}

async function tallyOf(path: string): Promise<Tally> {
  const tally: Tally = {
    reports: 0,
    exceptions: 0,
    tokens: 0,
    leftOver: 0,
    remarkTokens: 0,
    unexplained: 0,
    texts: new Map(),
  };
  for await (const { raw, receivedAt } of bulletinReports(path)) {
    tally.reports++;
    try {
      count(decodeMetar(raw, receivedAt === undefined ? {} : { receivedAt }), tally);
    } catch (error) {
      tally.exceptions++;
      console.log(`exception: ${raw}\n  ${error}`);
    }
  }
  return tally;
}

/** Tokens are what blanks separate; what lies after `RMK` counts as remarks, apart from the rest. */
function count(metar: Metar, tally: Tally): void {
  const remarksAt = startOfRemarks(metar.raw);
  const tokensIn = (text: string) => text.split(/\s+/).filter((token) => token !== "").length;
  tally.tokens += tokensIn(metar.raw.slice(0, remarksAt));
  tally.remarkTokens += tokensIn(metar.raw.slice(remarksAt));
  for (const { text, start } of metar.unparsed) {
    if (start >= remarksAt) tally.unexplained += tokensIn(text);
    else tally.leftOver += tokensIn(text);
    tally.texts.set(text, (tally.texts.get(text) ?? 0) + 1);
  }
}

function startOfRemarks(raw: string): number {
  const at = raw.search(/\sRMK(\s|$)/);
  return at < 0 ? raw.length : at + 4;
}

function printTally(name: string, tally: Tally): number {
  const leftOver = percent(tally.leftOver, tally.tokens);
  const explained = 100 - percent(tally.unexplained, tally.remarkTokens);
  console.log(`\n${name}: ${tally.reports} reports, ${tally.exceptions} exceptions`);
  console.log(`  body tokens   ${tally.tokens}, left over ${leftOver.toFixed(3)} %`);
  console.log(`  remark tokens ${tally.remarkTokens}, explained ${explained.toFixed(2)} %`);
  const most = [...tally.texts].sort((a, b) => b[1] - a[1]).slice(0, LISTED);
  console.log(`  leftovers     ${most.map(([text, n]) => `${text} ${n}`).join(", ")}`);
  return Number(tally.exceptions > 0) + Number(leftOver > MOST_LEFT_OVER) +
    Number(explained < FEWEST_EXPLAINED);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : 100 * part / whole;
}
