/**
 * Programs that are run to their end.
 *
 * @module
 */
const ROOT = new URL("../../", import.meta.url);

/** What a program said. */
export interface Said {
  readonly code: number;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly error: string;
  /** Standard output, then standard error. */
  readonly text: string;
}

/** Where and with what a program is run. */
export interface SayOptions {
  /** The repository's root where none is given. */
  readonly cwd?: URL;
  /** Variables beside those of the test, or all of them where `clearEnv` is set. */
  readonly env?: Readonly<Record<string, string>>;
  readonly clearEnv?: boolean;
}

/** Runs a program to its end. */
export async function say(
  program: string,
  args: readonly string[],
  { cwd = ROOT, env = {}, clearEnv = false }: SayOptions = {},
): Promise<Said> {
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1", ...env },
    clearEnv,
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  const [out, error] = [decoder.decode(stdout), decoder.decode(stderr)];
  return { code, out, error, text: out + error };
}

/** The same; throws with what it said where it ends with another code than 0. */
export async function sayWell(
  program: string,
  args: readonly string[],
  options: SayOptions = {},
): Promise<Said> {
  const said = await say(program, args, options);
  if (said.code === 0) return said;
  throw new Error(`${program} ${args.join(" ")} ended with ${said.code}:\n${said.text}`);
}
