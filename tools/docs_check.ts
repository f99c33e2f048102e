/**
 * Checks the documents: every relative link leads to a file that exists, every `deno task` named in them
 * is a task of `deno.json`, and `docs/architecture.md` names every room that there is.
 *
 * @module
 */

const ROOT = new URL("../", import.meta.url);
const SKIPPED = /^(node_modules|_fresh|dist|data|\..*)$/;

async function* markdownFiles(folder = ""): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(new URL(folder || ".", ROOT))) {
    if (SKIPPED.test(entry.name)) continue;
    if (entry.isDirectory) yield* markdownFiles(`${folder}${entry.name}/`);
    else if (entry.name.endsWith(".md")) yield folder + entry.name;
  }
}

/** Targets of the inline links and images of a Markdown text, code blocks left out. */
export function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map((match) => match[1]!);
}

/** Names of the tasks that a Markdown text mentions: `deno task demo`, `npx -y deno@2.9.6 task test`. */
export function tasksOf(markdown: string): string[] {
  return [...markdown.matchAll(/deno(?:@[\d.]+)? task ([a-z][\w:-]*)/g)].map((match) => match[1]!);
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(new URL(path, ROOT));
    return true;
  } catch {
    return false;
  }
}

async function rooms(): Promise<string[]> {
  const found: string[] = [];
  for (const parent of ["", "lib/"]) {
    for await (const entry of Deno.readDir(new URL(parent || ".", ROOT))) {
      if (entry.isDirectory && !SKIPPED.test(entry.name)) found.push(`${parent}${entry.name}/`);
    }
  }
  return found;
}

async function main(): Promise<number> {
  const wrong: string[] = [];
  const config = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  let files = 0;
  for await (const file of markdownFiles()) {
    files++;
    const text = await Deno.readTextFile(new URL(file, ROOT));
    for (const link of linksOf(text)) {
      if (/^(https?:|mailto:|#)/.test(link)) continue;
      const target = new URL(link.replace(/#.*$/, ""), new URL(file, ROOT));
      if (!await exists(target.href)) wrong.push(`${file}: the link ${link} leads nowhere`);
    }
    for (const task of tasksOf(text)) {
      if (!(task in config.tasks)) wrong.push(`${file}: there is no task ${task}`);
    }
  }
  const map = await Deno.readTextFile(new URL("docs/architecture.md", ROOT));
  for (const room of await rooms()) {
    if (!map.includes(`\`${room}\``)) wrong.push(`docs/architecture.md does not name ${room}`);
  }
  for (const line of wrong) console.error(line);
  console.log(`${files} documents checked, ${wrong.length} faults`);
  return wrong.length === 0 ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main());
