/**
 * Configuration: the only reader of the environment.
 *
 * @module
 */
import type { Option } from "./kinds.ts";
import { type Config, OPTIONS } from "./options.ts";

export { type Config, OPTIONS } from "./options.ts";
export type { Option } from "./kinds.ts";
export { userAgentOf } from "./user_agent.ts";

/** One wrong variable: which, what was given (never a secret's), what is accepted. */
export interface ConfigError {
  readonly name: string;
  readonly message: string;
}

/** A full configuration, or everything that is wrong with the environment. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly errors: readonly ConfigError[] };

/** Where variables and files of secrets are read. */
export interface Environment {
  get(name: string): string | undefined;
  /** Text of a file; throws where it cannot be read. */
  readFile(path: string): string;
}

/** The process's own environment. */
export const processEnvironment: Environment = {
  get: (name) => Deno.env.get(name),
  readFile: (path) => Deno.readTextFileSync(path),
};

/**
 * Reads every option of the table. An empty variable counts as absent. A secret may be given by
 * `NAME_FILE`, the path of a file that holds it.
 *
 * @example
 * ```ts
 * import { readConfig } from "./mod.ts";
 * import assert from "node:assert/strict";
 * const result = readConfig({ get: (name) => name === "PORT" ? "8080" : undefined, readFile: () => "" });
 * assert.equal(result.ok && result.config.port, 8080);
 * ```
 */
export function readConfig(environment: Environment = processEnvironment): ConfigResult {
  const errors: ConfigError[] = [];
  const config: Record<string, unknown> = {};
  for (const [key, option] of Object.entries(OPTIONS) as [string, Option<unknown>][]) {
    const given = givenText(option, environment);
    if (!given.ok) {
      errors.push({ name: option.name, message: given.message });
      continue;
    }
    const read = option.read(given.text);
    if (read.ok) config[key] = read.value;
    else errors.push({ name: option.name, message: wrongValue(option, given.text) });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, config: config as Config };
}

type Given = { readonly ok: true; readonly text: string } | {
  readonly ok: false;
  readonly message: string;
};

function givenText(option: Option<unknown>, environment: Environment): Given {
  const direct = environment.get(option.name) || undefined;
  const path = option.secret ? environment.get(`${option.name}_FILE`) || undefined : undefined;
  if (path === undefined) return { ok: true, text: direct ?? option.default };
  if (direct !== undefined) {
    return {
      ok: false,
      message: `${option.name} and ${option.name}_FILE are both set; give one of them`,
    };
  }
  try {
    return { ok: true, text: environment.readFile(path).replace(/\r?\n$/, "") };
  } catch {
    return { ok: false, message: `${option.name}_FILE names a file that cannot be read: ${path}` };
  }
}

function wrongValue(option: Option<unknown>, given: string): string {
  const shown = option.secret ? "a value that is not shown" : JSON.stringify(given.slice(0, 80));
  return `${option.name} is ${shown}; accepted: ${option.accepted}`;
}

/** The names of all variables that are read, for `--allow-env`. */
export function environmentNames(): string[] {
  return (Object.values(OPTIONS) as Option<unknown>[])
    .flatMap((option) => option.secret ? [option.name, `${option.name}_FILE`] : [option.name]);
}
