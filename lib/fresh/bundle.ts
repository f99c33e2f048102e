/** Bundles islands for the browser with esbuild. Only the build imports this. @module */

import * as esbuild from "esbuild";
import { fromFileUrl, toFileUrl } from "./file_path.ts";
import { stemOf } from "./project.ts";

export interface Bundle {
  /** Names in the output folder, by island stem. */
  scripts: Record<string, { entry: string; chunks: string[] }>;
  /** All files written, relative to the output folder. */
  outputs: string[];
}

export interface BundleOptions {
  /** `file:` URL of the project's folder. */
  root: URL;
  /** Island files, relative to the root. */
  islands: readonly string[];
  outDir: URL;
  basePath: string;
  /** By URL path, for `asset()` in the browser. */
  assetHashes: Record<string, string>;
}

const ENTRY = "fresh-island:";

/**
 * Writes one entry per island file, shared code in chunks, all with their content hash in the name.
 * JSX is compiled with the automatic runtime: precompiled JSX would turn islands into strings whose event
 * handlers are gone, while everything looks right (a check of the output guards this).
 */
export async function bundleIslands(options: BundleOptions): Promise<Bundle> {
  if (options.islands.length === 0) return { scripts: {}, outputs: [] };
  const stems = new Map(options.islands.map((file) => [stemOf(file), file]));
  if (stems.size < options.islands.length) {
    throw new TypeError("two island files share a name; names of islands are unique in a project");
  }
  for (const stem of stems.keys()) checkStem(stem);
  const outdir = fromFileUrl(options.outDir);
  try {
    const result = await esbuild.build({
      entryPoints: Object.fromEntries(Array.from(stems.keys(), (stem) => [stem, ENTRY + stem])),
      outdir,
      absWorkingDir: fromFileUrl(options.root),
      bundle: true,
      splitting: true,
      format: "esm",
      target: "es2022",
      minify: true,
      legalComments: "none",
      entryNames: "[name]-[hash]",
      chunkNames: "chunk-[hash]",
      jsx: "automatic",
      jsxImportSource: "preact",
      tsconfigRaw: {},
      metafile: true,
      logLevel: "silent",
      plugins: [entries(options, stems, await sharedModule(options.root)), modules(options)],
    });
    const bundle = readMetafile(result.metafile, new URL(".", options.root), options.outDir);
    for (const name of bundle.outputs) {
      checkNotPrecompiled(name, await Deno.readTextFile(new URL(name, options.outDir)));
    }
    return bundle;
  } finally {
    await esbuild.stop();
  }
}

/** The name stands in an HTML comment and in URLs. */
function checkStem(stem: string): void {
  if (!/^[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*$/.test(stem)) {
    throw new TypeError(
      `"${stem}" cannot be the name of an island: letters, digits, _ and single - or .`,
    );
  }
}

/** Throws when a script holds precompiled JSX, which cannot be hydrated. */
export function checkNotPrecompiled(name: string, code: string): void {
  if (/=\s*\[\s*["'`]<[a-z][a-z0-9-]*[\s>/]/.test(code)) {
    throw new Error(`${name} holds precompiled JSX: its event handlers would be lost`);
  }
}

/**
 * Path of `islands/_shared.ts`, if there is one: every island imports it first, so that what it imports becomes
 * one file with Preact. Without it each piece that two islands share is a file of its own.
 */
async function sharedModule(root: URL): Promise<string | null> {
  const url = new URL("islands/_shared.ts", root);
  try {
    await Deno.stat(url);
    return fromFileUrl(url);
  } catch {
    return null;
  }
}

/** A module for each island that imports it and boots its instances. */
function entries(
  options: BundleOptions,
  stems: ReadonlyMap<string, string>,
  shared: string | null,
): esbuild.Plugin {
  const client = fromFileUrl(new URL("client.ts", import.meta.url));
  return {
    name: "island-entries",
    setup(build) {
      build.onResolve({ filter: /^fresh-island:/ }, ({ path }) => ({ path, namespace: "entry" }));
      build.onLoad({ filter: /.*/, namespace: "entry" }, ({ path }) => {
        const stem = path.slice(ENTRY.length);
        const island = fromFileUrl(new URL(encodeURI(stems.get(stem)!), options.root));
        return {
          contents: `${shared === null ? "" : `import ${JSON.stringify(shared)};`}
import { boot } from ${JSON.stringify(client)};
import * as island from ${JSON.stringify(island)};
boot(${JSON.stringify(stem)}, island);`,
          resolveDir: fromFileUrl(options.root),
          loader: "ts",
        };
      });
    },
  };
}

/** Resolves what the import map sends to a file, and fills in the hashes for `asset()`. */
function modules(options: BundleOptions): esbuild.Plugin {
  return {
    name: "import-map",
    setup(build) {
      build.onResolve({ filter: /\/asset_hashes\.ts$/ }, ({ path, importer }) => {
        const url = new URL(path, toFileUrl(importer));
        const own = url.href === new URL("asset_hashes.ts", import.meta.url).href;
        return own ? { path: "asset_hashes", namespace: "hashes" } : undefined;
      });
      build.onLoad({ filter: /.*/, namespace: "hashes" }, () => ({
        contents: `export const basePath = ${JSON.stringify(options.basePath)};
export const hashes = ${JSON.stringify(options.assetHashes)};`,
        loader: "js",
      }));
      build.onResolve({ filter: /^[^./]/ }, ({ path, namespace, importer }) => {
        if (path === "fresh") {
          return {
            errors: [{
              text: `${importer} imports "fresh", which is for the server: islands and what they ` +
                `import use "fresh/runtime"`,
            }],
          };
        }
        return namespace === "file" ? { path: mappedFile(path) } : undefined;
      });
    },
  };
}

/** The file an import map entry points to; undefined for packages, which esbuild finds in node_modules. */
function mappedFile(specifier: string): string | undefined {
  try {
    const url = import.meta.resolve(specifier);
    return url.startsWith("file:") ? fromFileUrl(new URL(url)) : undefined;
  } catch {
    return undefined;
  }
}

function readMetafile(metafile: esbuild.Metafile, root: URL, outDir: URL): Bundle {
  const nameOf = (path: string) => {
    const url = new URL(path, root).href;
    if (!url.startsWith(outDir.href)) throw new Error(`${path} was written outside of the output`);
    return url.slice(outDir.href.length);
  };
  const scripts: Bundle["scripts"] = {};
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const stem = output.entryPoint?.split(ENTRY)[1];
    if (stem === undefined) continue;
    const chunks = Array.from(importedBy(path, metafile), nameOf);
    scripts[stem] = { entry: nameOf(path), chunks };
  }
  return { scripts, outputs: Object.keys(metafile.outputs).map(nameOf) };
}

/** Everything an output imports at once, directly or through others. */
function importedBy(path: string, metafile: esbuild.Metafile, seen = new Set<string>()) {
  for (const { path: imported, kind, external } of metafile.outputs[path]?.imports ?? []) {
    if (external || kind !== "import-statement" || seen.has(imported)) continue;
    seen.add(imported);
    importedBy(imported, metafile, seen);
  }
  return seen;
}
