/**
 * Scores the decoders against the corpus, field by field.
 *
 * `deno task conformance [folder] [--product taf] [--differences 40] [--bulletins]`
 *
 * Reads every `.jsonl` of the folder (default `../shared/corpus`), prints a table of agreement and each
 * difference, and ends with status 1 where a requirement is not met.
 *
 * @module
 */
import { runBulletins } from "./bulletins.ts";
import { corpusLines } from "./corpus.ts";
import { Ledger } from "./ledger.ts";
import { printDifferences, printTable } from "./print.ts";
import { SCORERS } from "./scorers.ts";

const options = readArguments(Deno.args);
const ledger = new Ledger();
let files = 0;
for (const [product, score] of Object.entries(SCORERS)) {
  if (options.product !== null && options.product !== product) continue;
  const path = `${options.folder}/${product}.jsonl`;
  if (!await exists(path)) continue;
  files++;
  for await (const line of corpusLines(path)) {
    ledger.enter(product, line.id, line.raw, score(line));
  }
}
if (files === 0) {
  console.error(`No .jsonl files of a known product in ${options.folder}.`);
  Deno.exit(2);
}
const failed = printTable(ledger);
printDifferences(ledger, options.differences);
const failedBulletins = options.bulletins ? await runBulletins(options.folder) : 0;
if (failed + failedBulletins > 0) Deno.exit(1);

interface Options {
  folder: string;
  product: string | null;
  differences: number;
  bulletins: boolean;
}

function readArguments(args: readonly string[]): Options {
  const options: Options = {
    folder: "../shared/corpus",
    product: null,
    differences: 40,
    bulletins: false,
  };
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? "";
    if (argument === "--bulletins") options.bulletins = true;
    else if (argument === "--product") options.product = args[++at] ?? null;
    else if (argument === "--differences") options.differences = Number(args[++at]);
    else options.folder = argument;
  }
  return options;
}

async function exists(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    return false;
  }
}
