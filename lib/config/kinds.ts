/**
 * Kinds of option: how a value of the environment is read, and what is said of it.
 *
 * @module
 */

/** What a reader gives back: the value, or what would have been accepted. */
export type Read<T> = { readonly ok: true; readonly value: T } | {
  readonly ok: false;
  readonly accepted: string;
};

/** One option: a row of the table. */
export interface Option<T> {
  /** Name of the environment variable. */
  readonly name: string;
  readonly description: string;
  /** As it would be written in the environment; `""` for none. */
  readonly default: string;
  /** What is accepted, in words. */
  readonly accepted: string;
  /** Never printed; may be given as a file by `NAME_FILE`. */
  readonly secret: boolean;
  read(text: string): Read<T>;
}

interface Row {
  readonly name: string;
  readonly description: string;
  readonly default: string;
  readonly secret?: boolean;
}

function option<T>(
  row: Row,
  accepted: string,
  parse: (text: string) => T | undefined,
): Option<T> {
  return {
    ...row,
    secret: row.secret ?? false,
    accepted,
    read: (text) => {
      const value = parse(text);
      return value === undefined ? { ok: false, accepted } : { ok: true, value };
    },
  };
}

/** A whole number from `min` to `max`. */
export function integer(row: Row & { readonly min: number; readonly max: number }): Option<number> {
  return option(row, `a whole number from ${row.min} to ${row.max}`, (text) => {
    if (!/^\d{1,12}$/.test(text)) return undefined;
    const value = Number(text);
    return value >= row.min && value <= row.max ? value : undefined;
  });
}

/** One of a few words. */
export function choice<const T extends string>(
  row: Row & { readonly of: readonly T[] },
): Option<T> {
  return option(row, row.of.join(", "), (text) => row.of.find((one) => one === text));
}

/** `true` or `false`. */
export function flag(row: Row): Option<boolean> {
  return option(
    row,
    "true, false",
    (text) => text === "true" ? true : text === "false" ? false : undefined,
  );
}

/** Text of printable ASCII characters, at most `max` of them; may be empty unless `min` is given. */
export function text(
  row: Row & { readonly max: number; readonly min?: number; readonly what: string },
): Option<string> {
  const min = row.min ?? 0;
  return option(
    row,
    row.what,
    (given) =>
      given.length < min || given.length > row.max || /[^ -~]/.test(given) ? undefined : given,
  );
}

/** An `http` or `https` address without user, query and fragment; a slash at its end is taken off. */
export function address(row: Row): Option<string> {
  return option(row, "an http or https address without query", (given) => {
    const url = URL.parse(given);
    if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
    if (url.username || url.password || url.search || url.hash) return undefined;
    return url.href.replace(/\/$/, "");
  });
}

/** A comma-separated list of items that each match `item`; may be empty. */
export function list(
  row: Row & { readonly item: RegExp; readonly what: string },
): Option<readonly string[]> {
  return option(row, row.what, (given) => {
    const items = given.split(",").map((one) => one.trim()).filter((one) => one !== "");
    return items.every((one) => row.item.test(one)) ? items : undefined;
  });
}

/** An address with one of the schemes, user and password included; may be empty. */
export function connection(row: Row & { readonly schemes: readonly string[] }): Option<string> {
  const shown = row.schemes.map((scheme) => `${scheme}://…`).join(" or ");
  return option(row, `an address ${shown}`, (given) => {
    if (given === "") return "";
    const [scheme, rest] = [given.slice(0, given.indexOf("://")), given.split("://")[1] ?? ""];
    const isPlain = given.length <= 1024 && !/[^!-~]/.test(given);
    return isPlain && row.schemes.includes(scheme) && rest !== "" ? given : undefined;
  });
}

/** The address of a project of Sentry, its public key as the user; may be empty. */
export function dsn(row: Row): Option<string> {
  return option(row, "an address https://KEY@HOST/PROJECT", (given) => {
    if (given === "") return "";
    const url = URL.parse(given);
    const isDsn = url !== null && /^https?:$/.test(url.protocol) && url.username !== "" &&
      /\/\d+$/.test(url.pathname) && url.search === "" && url.hash === "";
    return isDsn ? given : undefined;
  });
}
