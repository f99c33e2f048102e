/**
 * Files of the repository, and validators that come as npm packages: run by their pinned version, kept by npm's
 * cache.
 *
 * @module
 */
import { parse } from "yaml";
import { type Said, say } from "../../../tests/support/say.ts";

const ROOT = new URL("../../../", import.meta.url);

/** Runs the command of an npm package: `name@version`. */
export function npx(tool: string, args: readonly string[], cwd?: URL): Promise<Said> {
  return say("npx", ["-y", tool, ...args], cwd === undefined ? {} : { cwd });
}

/** A file of the repository. */
export function readText(path: string): Promise<string> {
  return Deno.readTextFile(new URL(path, ROOT));
}

/** A YAML file of the repository, with its anchors and merges put in. */
// deno-lint-ignore no-explicit-any -- files of several formats, looked at member by member
export async function readYaml(path: string): Promise<any> {
  return parse(await readText(path), { merge: true });
}

/** Names of files below a folder of the repository, from the root, sorted. */
export async function filesBelow(folder: string, matching: RegExp): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of Deno.readDir(new URL(`${folder}/`, ROOT))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) found.push(...await filesBelow(path, matching));
    else if (matching.test(entry.name)) found.push(path);
  }
  return found.sort();
}
