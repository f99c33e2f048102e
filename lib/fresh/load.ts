/** Finds the project of a root folder: from its source files, or as the build left it. @module */

import { isIslandFile, isRouteFile } from "./fs_routes.ts";
import { type Manifest, type Project, type ServedFile } from "./project.ts";
import type { RouteModule } from "./types.ts";

/** Folder of the build's output, below the root. */
export const OUTPUT = "_fresh";

/**
 * Reads a project from source: scans `routes/`, `islands/` and `static/`, imports what it finds, and takes
 * the island scripts of the last build where there is one. For tests and development.
 * @param root `file:` URL of the project's folder
 */
export async function loadSource(root: URL): Promise<Project> {
  const base = withSlash(root);
  const { routes, islands } = await scanModules(base);
  const built = await readManifest(base);
  const files: Record<string, ServedFile> = { ...await scanStatic(base) };
  for (const [path, file] of Object.entries(built?.files ?? {})) {
    if (file.hashedName) files[path] = file;
  }
  return {
    root: base.href,
    routes: await importAll<RouteModule>(base, "routes/", routes),
    islands: await importAll<Record<string, unknown>>(base, "", islands),
    manifest: { routes, islands, scripts: built?.scripts ?? {}, files },
  };
}

/**
 * Reads a project as the build left it: no folder is scanned, and what is served is what was built.
 * Throws when there is no build.
 */
export async function loadBuild(root: URL): Promise<Project> {
  const base = withSlash(root);
  const url = new URL(`${OUTPUT}/server.ts`, base);
  const { project } = await import(url.href) as { project: Project };
  return project;
}

function withSlash(root: URL): URL {
  return root.href.endsWith("/") ? root : new URL(`${root.href}/`);
}

async function importAll<M>(base: URL, prefix: string, files: readonly string[]) {
  const load = async (file: string) => {
    const url = new URL(prefix + file.split("/").map(encodeURIComponent).join("/"), base);
    return { file, module: await import(url.href) as M };
  };
  return await Promise.all(files.map(load));
}

/** Names of all route files (below `routes/`) and island files (from the root), sorted. */
export async function scanModules(base: URL): Promise<{ routes: string[]; islands: string[] }> {
  const inRoutes = await listFiles(new URL("routes/", base));
  const inIslands = await listFiles(new URL("islands/", base));
  const local = inRoutes.filter((file) => file.includes("(_islands)/") && isIslandFile(file));
  const islands = [
    ...inIslands.filter(isIslandFile).map((file) => `islands/${file}`),
    ...local.map((file) => `routes/${file}`),
  ];
  return { routes: inRoutes.filter(isRouteFile), islands: islands.sort() };
}

/** The files of `static/` by URL path, with their hashes. */
export async function scanStatic(base: URL): Promise<Record<string, ServedFile>> {
  const files: Record<string, ServedFile> = {};
  for (const name of await listFiles(new URL("static/", base))) {
    const file = `static/${name}`;
    const hash = await hashOf(await Deno.readFile(new URL(encodeURI(file), base)));
    files[`/${name}`] = { file, hash, hashedName: false };
  }
  return files;
}

/** First 16 hexadecimal digits of the SHA-256 of some bytes. */
export async function hashOf(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return new Uint8Array(digest).toHex().slice(0, 16);
}

/** All files below a folder, relative to it and sorted; none when the folder is missing. Dotfiles stay out. */
export async function listFiles(folder: URL, prefix = ""): Promise<string[]> {
  const found: string[] = [];
  try {
    for await (const entry of Deno.readDir(folder)) {
      if (entry.name.startsWith(".")) continue;
      if (entry.isFile) found.push(prefix + entry.name);
      else if (entry.isDirectory) {
        const below = new URL(`${encodeURIComponent(entry.name)}/`, folder);
        found.push(...await listFiles(below, `${prefix}${entry.name}/`));
      }
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return found.sort();
}

async function readManifest(base: URL): Promise<Manifest | null> {
  try {
    const text = await Deno.readTextFile(new URL(`${OUTPUT}/manifest.json`, base));
    return JSON.parse(text) as Manifest;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
