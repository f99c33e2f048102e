/**
 * `deno task build`: bundles the islands and writes `_fresh/`. An argument names another project folder.
 *
 * @module
 */

import { build } from "../lib/fresh/build.ts";
import { toFileUrl } from "../lib/fresh/file_path.ts";

const folder = Deno.args[0];
const root = folder === undefined
  ? new URL("../", import.meta.url)
  : toFileUrl(await Deno.realPath(folder));

/** The base path of the project's `fresh.config.ts`, where it has one. */
async function readBasePath(): Promise<string> {
  const url = new URL("fresh.config.ts", root.href.replace(/\/?$/, "/"));
  try {
    await Deno.stat(url);
  } catch {
    return "";
  }
  const { default: config } = await import(url.href) as { default: { basePath?: string } };
  return config.basePath ?? "";
}

const started = performance.now();
const manifest = await build({ root, basePath: await readBasePath() });
const scripts = Object.values(manifest.files).filter((file) => file.hashedName).length;
console.log(
  `built ${manifest.routes.length} routes, ${manifest.islands.length} islands (${scripts} scripts) ` +
    `in ${Math.round(performance.now() - started)} ms`,
);
