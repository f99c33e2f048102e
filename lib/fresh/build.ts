/**
 * The production build: island scripts, compressed copies of everything static, and the tables that let a
 * server start without scanning folders.
 *
 * @module
 */

import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { bundleIslands } from "./bundle.ts";
import { normalizeBasePath } from "./config.ts";
import { isCompressible } from "./content_type.ts";
import { hashOf, OUTPUT, scanModules, scanStatic } from "./load.ts";
import type { Manifest, ServedFile } from "./project.ts";

export interface BuildOptions {
  /** `file:` URL of the project's folder. */
  root: URL;
  basePath?: string;
}

/**
 * Builds a project into its `_fresh/`, replacing what was there:
 * - `assets/`: island scripts, each with a `.br` and `.gz` copy where that is smaller;
 * - `static/`: compressed copies of the files of `static/`;
 * - `manifest.json`: routes, islands, scripts and served files;
 * - `server.ts`: the project with static imports (`loadBuild` reads it; a bundler can follow it).
 */
export async function build(options: BuildOptions): Promise<Manifest> {
  const root = new URL(options.root.href.replace(/\/?$/, "/"));
  const target = new URL(`${OUTPUT}/`, root);
  // Built aside and moved in at the end: a failed build leaves the last good one, and nothing stale stays.
  const work = new URL(`${OUTPUT}.${crypto.randomUUID().slice(0, 8)}/`, root);
  await Deno.mkdir(work, { recursive: true });
  try {
    const manifest = await buildInto(work, root, normalizeBasePath(options.basePath));
    await removeIfThere(target);
    await Deno.rename(work, target);
    return manifest;
  } finally {
    await removeIfThere(work);
  }
}

async function buildInto(work: URL, root: URL, basePath: string): Promise<Manifest> {
  const modules = await scanModules(root);
  const statics = await scanStatic(root);
  const hashes = Object.entries(statics).map(([path, { hash }]) => [path, hash]);
  const outDir = new URL("assets/", work);
  await Deno.mkdir(outDir);
  const bundle = await bundleIslands({
    root,
    islands: modules.islands,
    outDir,
    basePath,
    assetHashes: Object.fromEntries(hashes),
  });

  const files: Record<string, ServedFile> = {};
  for (const [path, file] of Object.entries(statics)) {
    const copies = await compress(new URL(encodeURI(file.file), root), work, file.file);
    files[path] = { ...file, ...copies };
  }
  for (const name of bundle.outputs) {
    const source = new URL(name, outDir);
    const hash = await hashOf(await Deno.readFile(source));
    const copies = await compress(source, work, `assets/${name}`);
    const file = `${OUTPUT}/assets/${name}`;
    files[urlOf(name)] = { file, hash, hashedName: true, ...copies };
  }
  const scripts = Object.fromEntries(
    Object.entries(bundle.scripts).map(([stem, { entry, chunks }]) => [
      stem,
      { entry: urlOf(entry), chunks: chunks.map(urlOf) },
    ]),
  );
  const manifest: Manifest = { ...modules, scripts, files };
  await Deno.writeTextFile(new URL("manifest.json", work), JSON.stringify(manifest, null, 2));
  await Deno.writeTextFile(new URL("server.ts", work), serverModule(manifest));
  return manifest;
}

function urlOf(name: string): string {
  return `/${OUTPUT}/assets/${name}`;
}

/** Writes `.br` and `.gz` copies of a file that is worth it; returns their paths from the root. */
async function compress(
  source: URL,
  work: URL,
  name: string,
): Promise<{ br?: string; gzip?: string }> {
  if (!isCompressible(name)) return {};
  const bytes = await Deno.readFile(source);
  const br = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  });
  const gzip = gzipSync(bytes, { level: 9 });
  const copies: { br?: string; gzip?: string } = {};
  const write = async (extension: string, copy: Uint8Array) => {
    // Below that the header lines cost what the copy saves.
    if (copy.length > bytes.length - 64) return undefined;
    const url = new URL(encodeURI(`${name}.${extension}`), work);
    await Deno.mkdir(new URL(".", url), { recursive: true });
    await Deno.writeFile(url, copy);
    return `${OUTPUT}/${name}.${extension}`;
  };
  const brFile = await write("br", br);
  const gzipFile = await write("gz", gzip);
  if (brFile !== undefined) copies.br = brFile;
  if (gzipFile !== undefined) copies.gzip = gzipFile;
  return copies;
}

/** Source of `_fresh/server.ts`. */
function serverModule({ routes, islands }: Manifest): string {
  const specifier = (path: string) =>
    JSON.stringify(`../${path.split("/").map(encodeURIComponent).join("/")}`);
  const imports = [
    ...routes.map((file, i) => `import * as route${i} from ${specifier(`routes/${file}`)};`),
    ...islands.map((file, i) => `import * as island${i} from ${specifier(file)};`),
  ];
  const list = (files: string[], name: string) =>
    files.map((file, i) => `    { file: ${JSON.stringify(file)}, module: ${name}${i} },`).join(
      "\n",
    );
  return `// Made by the build.
${imports.join("\n")}
import manifest from "./manifest.json" with { type: "json" };

export const project = {
  root: new URL("../", import.meta.url).href,
  routes: [
${list(routes, "route")}
  ],
  islands: [
${list(islands, "island")}
  ],
  manifest,
};
`;
}

async function removeIfThere(folder: URL): Promise<void> {
  try {
    await Deno.remove(folder, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
