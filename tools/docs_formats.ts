/**
 * Makes `docs/formats.md`, the checklist of what the decoders of METAR, TAF and advisories read, from the tables it reads with.
 *
 * Without arguments prints the page; with `--write` writes it; with `--check` ends with exit code 1
 * where the written page is not the one that the tables make.
 *
 * @module
 */
import { DAMAGED_ROWS, GROUP_ROWS, type GroupRow } from "../lib/products/groups/mod.ts";
import { BODY, SUPPLEMENT, TAF_PERIOD, TREND } from "../lib/products/groups/mod.ts";
import { REPAIR_ROWS } from "../lib/products/groups/repairs.ts";
import { REMARK_ROWS } from "../lib/products/metar/remarks/table.ts";
import { TAF_FORMATS } from "../lib/products/taf/mod.ts";
import { TC_FIELDS, TC_RULE } from "../lib/products/tc_advisory/mod.ts";
import { VA_FIELDS, VA_RULE } from "../lib/products/va_advisory/mod.ts";
import type { LabelRow } from "../lib/products/hazard/mod.ts";

const PATH = "docs/formats.md";

const SECTIONS: readonly (readonly [number, string])[] = [
  [BODY, "body"],
  [TREND, "trend"],
  [TAF_PERIOD, "TAF"],
  [SUPPLEMENT, "after NOSIG"],
];

/** A piece of text inside a table of Markdown. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function code(text: string): string {
  return `\`${cell(text)}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function groupTable(rows: readonly GroupRow[]): string {
  return table(
    ["group", "example", "meaning", "stands in", "rule"],
    rows.map((row) => [
      cell(row.name),
      code(row.example),
      cell(row.meaning),
      SECTIONS.filter(([bit]) => (row.sections & bit) !== 0).map(([, name]) => name).join(", "),
      cell(row.rule),
    ]),
  );
}

/** The whole page. */
export function formatsPage(): string {
  return `# What the decoder reads in a METAR, a TAF and an advisory

Made by \`tools/docs_formats.ts\` from the tables that the decoder itself uses; every example is also a test. To
add a group or a remark, add a row to its table (\`lib/products/groups\`, \`lib/products/metar/remarks\`) and run
\`deno task docs:formats\`.

## Sections

A report is read in four sections: header, body, trends, remarks. A keyword opens a section (\`NOSIG BECMG TEMPO
INTER PROB30 PROB40 FMhhmm\`, \`RMK\`), and no section writes into another: the wind of a trend is never the wind of
the observation.

Each value keeps the piece of the raw text from which it was read. What is absent says why: \`notReported\` (no
such group), \`notObservable\` (\`////\`), \`notUnderstood\` (a damaged group). What no row claims is listed in
\`unparsed\`. Only the first 4,096 characters and 200 groups are read; the rest is listed, too.

## Groups

${groupTable(GROUP_ROWS)}

Last resort, when no row and no repair helps:

${groupTable(DAMAGED_ROWS)}

## Repairs

A token that no row claims may be repaired, if the repaired text is a whole group. Every repair is an issue
of the report; figures are never cut or guessed.

${
    table(
      ["issue", "found", "read as", "message"],
      REPAIR_ROWS.map((row) => [
        code(row.code),
        code(row.example[0]),
        code(row.example[1]),
        cell(row.message),
      ]),
    )
  }

## Remarks

${
    table(
      ["remark", "example", "meaning", "rule"],
      REMARK_ROWS.map((row) => [
        cell(row.name),
        code(row.example),
        cell(row.meaning),
        cell(row.rule),
      ]),
    )
  }

## TAF

A TAF is read in the same way; its sections are the base forecast and the change groups. Beside the groups
above that may stand in a TAF it has these:

${tafTable()}

## Volcanic ash advisory

An advisory is written as labels with values (${VA_RULE}). Labels may stand in any order and on one line; what
a field says but no rule understands is listed in \`unparsed\`, and a field that must be there and is not makes
the advisory incomplete (\`valid: false\`).

${fieldTable(VA_FIELDS)}

## Tropical cyclone advisory

Written in the same way (${TC_RULE}).

${fieldTable(TC_FIELDS)}
`;
}

/** The fields of an advisory. */
function fieldTable(rows: readonly LabelRow[]): string {
  return table(
    ["field", "example", "meaning", "must be there"],
    rows.map(({ labels, example, meaning, required }) => [
      labels.map(code).join(", "),
      code(example),
      cell(meaning),
      required ? "yes" : "",
    ]),
  );
}

/** What a TAF adds to the groups that it shares with METAR. */
function tafTable(): string {
  return table(
    ["group", "example", "meaning", "rule"],
    TAF_FORMATS.map(({ name, example, meaning, rule }) => [
      cell(name),
      code(example),
      cell(meaning),
      cell(rule),
    ]),
  );
}

/** The page as the formatter of the project leaves it. */
async function formatted(page: string): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--ext", "md", "--line-width", "100", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(page));
  await writer.close();
  const { code: status, stdout } = await child.output();
  if (status !== 0) throw new Error("the formatter refused the page");
  return new TextDecoder().decode(stdout);
}

async function main(): Promise<number> {
  const page = await formatted(formatsPage());
  if (Deno.args[0] === "--write") await Deno.writeTextFile(PATH, page);
  else if (Deno.args[0] === "--check") {
    if (await Deno.readTextFile(PATH) === page) return 0;
    console.error(`${PATH} is not what the tables make: run deno task docs:formats`);
    return 1;
  } else console.log(page);
  return 0;
}

if (import.meta.main) Deno.exit(await main());
