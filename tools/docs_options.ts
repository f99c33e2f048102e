/**
 * Prints the table of options for `docs/operations.md`, or with `--write` puts it between the markers there.
 *
 * @module
 */
import { type Option, OPTIONS } from "../lib/config/mod.ts";

/** Markers between which the table stands. */
export const BEGIN = "<!-- options: begin, made by tools/docs_options.ts -->";
export const END = "<!-- options: end -->";

/** The table in Markdown, one row for each option. */
export function optionsTable(): string {
  const rows = (Object.values(OPTIONS) as Option<unknown>[]).map((option) => {
    const name = option.secret
      ? `\`${option.name}\` or \`${option.name}_FILE\``
      : `\`${option.name}\``;
    const fallback = option.default === "" ? "none" : `\`${option.default}\``;
    return `| ${name} | ${fallback} | ${option.accepted} | ${option.description} |`;
  });
  return ["| variable | default | accepted | meaning |", "| --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
}

/** `page` with the table between its markers renewed; throws where the markers are missing. */
export function withOptionsTable(page: string): string {
  const start = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (start < 0 || end < start) throw new Error("the page lacks the markers of the options table");
  return `${page.slice(0, start + BEGIN.length)}\n\n${optionsTable()}\n\n${page.slice(end)}`;
}

if (import.meta.main) {
  const path = "docs/operations.md";
  if (Deno.args[0] === "--write") {
    Deno.writeTextFileSync(path, withOptionsTable(Deno.readTextFileSync(path)));
  } else {
    console.log(optionsTable());
  }
}
