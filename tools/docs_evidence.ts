/**
 * Makes `docs/evidence.md` from the totals that the suites wrote to `docs/evidence/`; without `--write` it only compares.
 *
 * @module
 */
const FOLDER = new URL("../docs/evidence/", import.meta.url);
const PAGE = new URL("../docs/evidence.md", import.meta.url);

interface Row {
  readonly id: string;
  readonly title: string;
  readonly command: string;
  readonly seed: number | null;
  readonly totals: Readonly<Record<string, number | string>>;
  readonly commit: string;
  readonly date: string;
}

/** The page, one section for each suite. */
function evidencePage(rows: readonly Row[]): string {
  const sections = rows.map((row) =>
    [
      `## ${row.id}: ${row.title}`,
      "",
      `\`${row.command}\` · ${
        row.seed === null ? "nothing random" : `seed ${row.seed}`
      } · commit ` +
      `\`${row.commit}\` · ${row.date}`,
      "",
      ...Object.entries(row.totals).map(([name, value]) => `- ${name}: **${value}**`),
    ].join("\n")
  );
  return [
    "# Evidence",
    "What was tried, how often, and what came of it. Each suite writes its own totals to `docs/evidence/` when it is run " +
    "with\n`EVIDENCE=write`; `deno task docs:evidence` makes this page of them. CI runs the same suites with smaller " +
    "counts.",
    ...sections,
  ].join("\n\n") + "\n";
}

/** The totals written so far, in the order of their names. */
async function readEvidence(): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const entry of Deno.readDir(FOLDER)) {
    if (!entry.name.endsWith(".json")) continue;
    rows.push(JSON.parse(await Deno.readTextFile(new URL(entry.name, FOLDER))));
  }
  return rows.sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
}

if (import.meta.main) {
  const page = evidencePage(await readEvidence());
  if (Deno.args.includes("--write")) {
    await Deno.writeTextFile(PAGE, page);
  } else if (await Deno.readTextFile(PAGE) !== page) {
    console.error("docs/evidence.md is not what docs/evidence/ says: deno task docs:evidence");
    Deno.exit(1);
  }
}
