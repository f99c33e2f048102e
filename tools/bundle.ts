/**
 * `deno task bundle`: the server of the last build as a few plain JavaScript files in `dist/`, with the files
 * that it reads beside them. It needs neither `node_modules` nor a cache, nor a network: what an image, a unit
 * or a plain machine runs.
 *
 * `dist/main.js` is the service, `dist/api.js` the API alone, `dist/backup.js` writes and reads backups. An argument names another target folder.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { assertFilesExist, listSources, prepareSource, SERVED_FOLDERS } from "./bundle/sources.ts";

const ROOT = new URL("../", import.meta.url);
/**
 * Entry of the bundle → its source. All code lies in `lib/`: one folder, so that every output has the same
 * base, and one that the program may read, as its dynamic imports ask.
 */
const ENTRIES: Readonly<Record<string, string>> = {
  "main.ts": "main.ts",
  "api.ts": "edge/main.ts",
  "pages.ts": "_fresh/server.ts",
  "backup.ts": "tools/backup.ts",
};

/** Makes the bundle in `target`, replacing what was there. Throws where a step fails. */
export async function bundle(target: URL): Promise<void> {
  const work = new URL(`.bundle.${crypto.randomUUID().slice(0, 8)}/`, ROOT);
  const aside = new URL(target.href.replace(/\/$/, `.${crypto.randomUUID().slice(0, 8)}/`));
  try {
    const files = await listSources(ROOT);
    // Tables of stations and the OpenAPI document are part of the edge node, which may read no file.
    await copySources(files.filter((file) => /\.(?:tsx?|tsv|json)$/.test(file)), work);
    await runBundler(work, new URL("lib/", aside));
    await copyServedFiles(files.filter((file) => !/\.tsx?$/.test(file)), aside);
    // The build's module, where `loadBuild` looks for it.
    await writeFile(new URL("_fresh/server.ts", aside), 'export * from "../lib/pages.js";\n');
    await Deno.mkdir(new URL("data/", aside));
    await writeFile(new URL("main.js", aside), 'import "./lib/main.js";\n');
    await writeFile(new URL("api.js", aside), 'import "./lib/api.js";\n');
    await writeFile(new URL("backup.js", aside), 'import "./lib/backup.js";\n');
    await Deno.writeTextFile(new URL("deno.json", aside), await bundledConfig());
    await assertFilesExist(files, ROOT, aside);
    await removeIfThere(target);
    await Deno.rename(aside, target);
  } finally {
    await removeIfThere(work);
    await removeIfThere(aside);
  }
}

/** Sources with JSX compiled as in development (the bundler would compile it to slower calls). */
async function copySources(files: readonly string[], work: URL): Promise<void> {
  await Deno.mkdir(work);
  const components = files.filter((file) => file.endsWith(".tsx"));
  const compiled = new URL("compiled/", work);
  await runDeno(["transpile", `--outdir=${fileURLToPath(compiled)}`, ...components], ROOT);
  for (const file of files) {
    const from = file.endsWith(".tsx")
      ? new URL(file.replace(/tsx$/, "js"), compiled)
      : new URL(file, ROOT);
    await writeFile(new URL(file, work), prepareSource(file, await Deno.readTextFile(from)));
  }
  for (const [entry, source] of Object.entries(ENTRIES)) {
    if (entry !== source) await writeFile(new URL(entry, work), `export * from "./${source}";\n`);
  }
  await Deno.copyFile(new URL("_fresh/manifest.json", ROOT), new URL("_fresh/manifest.json", work));
  await Deno.copyFile(new URL("deno.json", ROOT), new URL("deno.json", work));
  await Deno.copyFile(new URL("deno.lock", ROOT), new URL("deno.lock", work));
  await Deno.symlink(new URL("node_modules", ROOT), new URL("node_modules", work));
}

async function runBundler(work: URL, target: URL): Promise<void> {
  await runDeno([
    "bundle",
    "--no-remote",
    "--code-splitting",
    "--platform=deno",
    `--outdir=${fileURLToPath(target)}`,
    ...Object.keys(ENTRIES),
  ], work);
}

async function copyFiles(files: readonly string[], target: URL): Promise<void> {
  for (const file of files) {
    const to = new URL(file, target);
    await Deno.mkdir(new URL(".", to), { recursive: true });
    await Deno.copyFile(new URL(file, ROOT), to);
  }
}

async function copyServedFiles(files: readonly string[], target: URL): Promise<void> {
  await copyFiles(files, target);
  for (const folder of SERVED_FOLDERS) {
    await Deno.mkdir(new URL(`${folder}/`, target), { recursive: true });
  }
}

/** What the program needs of `deno.json` at run time. */
async function bundledConfig(): Promise<string> {
  const { unstable } = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  return JSON.stringify({ unstable }, null, 2) + "\n";
}

async function writeFile(url: URL, text: string): Promise<void> {
  await Deno.mkdir(new URL(".", url), { recursive: true });
  await Deno.writeTextFile(url, text);
}

async function runDeno(args: string[], cwd: URL): Promise<void> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), { args, cwd })
    .output();
  if (success) return;
  const decoder = new TextDecoder();
  throw new Error(`deno ${args[0]} failed:\n${decoder.decode(stderr)}${decoder.decode(stdout)}`);
}

async function removeIfThere(folder: URL): Promise<void> {
  try {
    await Deno.remove(folder, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

if (import.meta.main) {
  const started = performance.now();
  const target = new URL(`${(Deno.args[0] ?? "dist").replace(/\/$/, "")}/`, ROOT);
  await bundle(target);
  console.log(
    `bundled into ${fileURLToPath(target)} in ${Math.round(performance.now() - started)} ms`,
  );
}
