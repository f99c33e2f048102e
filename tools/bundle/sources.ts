/**
 * Which files a bundle is made of, and how a file finds what lies beside it once all are in one folder.
 *
 * @module
 */

/** Folders and files of the running program. */
const PARTS = [
  "lib",
  "edge",
  "routes",
  "islands",
  "static",
  "_fresh",
  "main.ts",
  "utils.ts",
  "fresh.config.ts",
  "tools/backup.ts",
];
/** Folders that the running program may read; all must exist for its permissions to hold. */
export const SERVED_FOLDERS: readonly string[] = ["lib", "edge", "routes", "islands", "static"];
/** What is no part of the running program. */
const LEFT_OUT =
  /_test\.tsx?$|(?:^|\/)(?:testing|fixtures)\/|^lib\/simulator\/|\.md$|^_fresh\/manifest\.json$/;

/** Every file of the program, relative to `root`, sorted. */
export async function listSources(root: URL): Promise<string[]> {
  const found: string[] = [];
  const walk = async (path: string): Promise<void> => {
    const { isDirectory } = await Deno.stat(new URL(path, root));
    if (!isDirectory) {
      if (!LEFT_OUT.test(path)) found.push(path);
      return;
    }
    for await (const entry of Deno.readDir(new URL(path, root))) {
      await walk(`${path}/${entry.name}`);
    }
  };
  for (const part of PARTS) await walk(part);
  return found.sort();
}

/**
 * The text of a file with its own address spelled out: after bundling, code of many files lies in one file of
 * `lib/`, whose address is not theirs.
 *
 * @param file path from the root, as `lib/stations/mod.ts`
 */
export function prepareSource(file: string, text: string): string {
  return text
    .replaceAll(
      /\bimport\.meta\.url\b/g,
      `new URL(${JSON.stringify(`../${file}`)}, import.meta.url).href`,
    )
    // A program of the bundle is imported by the file that is run.
    .replaceAll(/\bimport\.meta\.main\b/g, String(file.startsWith("tools/")));
}

/** Addresses beside a file that its text names: `new URL("./data/x.tsv", import.meta.url)`. */
export function namedFiles(text: string): string[] {
  const named = text.matchAll(/new URL\(\s*"(\.{1,2}\/[^"]*)",\s*import\.meta\.url/g);
  return [...named].map((match) => match[1]!);
}

/** Build tools and development: they read their own source and are never run from a bundle. */
const NOT_AT_RUN_TIME = /^lib\/fresh\/(?:bundle|build|dev)\.ts$/;

/** Throws where a file that the program reads beside its source is missing in the bundle. */
export async function assertFilesExist(
  files: readonly string[],
  root: URL,
  target: URL,
): Promise<void> {
  for (const file of files.filter((one) => /\.tsx?$/.test(one) && !NOT_AT_RUN_TIME.test(one))) {
    for (const name of namedFiles(await Deno.readTextFile(new URL(file, root)))) {
      const wanted = new URL(name, new URL(file, target));
      try {
        await Deno.stat(wanted);
      } catch {
        throw new Error(`${file} reads ${name}, which the bundle lacks`);
      }
    }
  }
}
