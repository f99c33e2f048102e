/**
 * Objects of configuration files against published types, by the compiler.
 *
 * @module
 */
import { say } from "../../../tests/support/say.ts";

/** One object, as an expression, and where its type is. */
export interface Typed {
  readonly module: string;
  readonly type: string;
  readonly expression: string;
}

/** What the compiler says of the objects: unknown and missing members, wrong types; empty for nothing. */
export async function typeErrorsOf(objects: readonly Typed[]): Promise<string> {
  const lines = objects.map(({ module, type, expression }, index) =>
    `import type { ${type} as T${index} } from "${module}";\n` +
    `export const o${index}: T${index} = ${expression};`
  );
  const file = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    await Deno.writeTextFile(file, lines.join("\n"));
    const flags = ["--no-config", "--no-lock", "--node-modules-dir=none"];
    const { code, text } = await say(Deno.execPath(), ["check", ...flags, file]);
    return code === 0 ? "" : text;
  } finally {
    await Deno.remove(file);
  }
}
