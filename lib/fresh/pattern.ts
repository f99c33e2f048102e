/**
 * Route patterns: from file names and from `app.get()`, ordered by how exact they are, and turned into
 * what Hono's router reads.
 *
 * @module
 */

/** One piece of a path between slashes. */
export type Segment =
  | { kind: "literal"; text: string }
  | { kind: "param"; name: string; before: string; after: string }
  | { kind: "rest"; name: string; min: 0 | 1 };

export interface Pattern {
  /** As people write it: `/station/:icao`. */
  text: string;
  segments: Segment[];
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

function named(name: string, whole: string): string {
  if (!NAME.test(name)) throw new TypeError(`"${name}" is no parameter name in "${whole}"`);
  return name;
}

/**
 * Reads a pattern as given to `app.get()`: literals, `:name` (also `:name.txt`), and at the end `*` or
 * `:name*` for anything below (the former also matches the path above it).
 * Throws a `TypeError` on any other URLPattern syntax.
 */
export function parsePattern(text: string): Pattern {
  if (!text.startsWith("/")) throw new TypeError(`a route starts with "/": "${text}"`);
  const parts = text.split("/").filter((part) => part !== "");
  const segments = parts.map((part, index): Segment => {
    const last = index === parts.length - 1;
    if (part === "*" && last) return { kind: "rest", name: "0", min: 0 };
    const rest = /^:(\w+)([*+])$/.exec(part);
    if (rest && last) {
      return { kind: "rest", name: named(rest[1]!, text), min: rest[2] === "*" ? 0 : 1 };
    }
    if (/[*+?{}()\\]/.test(part)) throw new TypeError(`"${part}" is not supported in "${text}"`);
    const param = /^([^:]*):(\w+)([^:]*)$/.exec(part);
    if (param) {
      return { kind: "param", name: named(param[2]!, text), before: param[1]!, after: param[3]! };
    }
    if (part.includes(":")) throw new TypeError(`"${part}" is not supported in "${text}"`);
    return { kind: "literal", text: part };
  });
  return { text: `/${parts.join("/")}`, segments };
}

/**
 * The patterns of a file in `routes/`, its folder given as path parts: two for an optional
 * `[[parameter]]`, else one. `index` and `(groups)` vanish.
 */
export function patternsOfFile(file: string): Pattern[] {
  const parts = file.replace(/\.[jt]sx?$/, "").split("/");
  if (parts.at(-1) === "index") parts.pop();
  let variants: string[][] = [[]];
  for (const part of parts) {
    if (/^\(.*\)$/.test(part)) continue;
    const optional = /^\[\[(\w+)\]\]$/.exec(part);
    const written = optional ? `:${optional[1]}` : segmentOfFile(part, file);
    const longer = variants.map((variant) => [...variant, written]);
    variants = optional ? [...variants, ...longer] : longer;
  }
  return variants.map((variant) => parsePattern(`/${variant.join("/")}`));
}

function segmentOfFile(part: string, file: string): string {
  const rest = /^\[\.\.\.(\w+)\]$/.exec(part);
  if (rest) return `:${rest[1]}+`;
  const param = /^([^[\]]*)\[(\w+)\]([^[\]]*)$/.exec(part);
  if (param) return `${param[1]}:${param[2]}${param[3]}`;
  if (/[[\]]/.test(part)) throw new TypeError(`cannot read "${part}" in routes/${file}`);
  return part;
}

/** Puts `prefix` (a literal path or "") before a pattern. */
export function prefixPattern(prefix: string, pattern: Pattern): Pattern {
  return prefix === "" ? pattern : parsePattern(prefix + pattern.text);
}

function rank(segment: Segment | undefined): number {
  if (segment === undefined) return 1;
  if (segment.kind === "literal") return 0;
  if (segment.kind === "rest") return 4;
  return segment.before + segment.after === "" ? 3 : 2;
}

/** Sort order: at the first differing segment, literal before `:name.txt` before `:name` before the rest. */
export function bySpecificity(a: Pattern, b: Pattern): number {
  const length = Math.max(a.segments.length, b.segments.length);
  for (let i = 0; i < length; i++) {
    const difference = rank(a.segments[i]) - rank(b.segments[i]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/**
 * The paths under which Hono's router finds a pattern. Parameters are named by position (`:p1`), so that
 * two routes which name one place differently do not push Hono to its slower router.
 */
export function honoPaths(pattern: Pattern): string[] {
  let path = "";
  for (const [index, segment] of pattern.segments.entries()) {
    if (segment.kind === "literal") path += `/${segment.text}`;
    else if (segment.kind === "param") {
      const mixed = segment.before + segment.after !== "";
      const match = `{${escapeRegExp(segment.before)}[^/]+${escapeRegExp(segment.after)}}`;
      path += `/:p${index}${mixed ? match : ""}`;
    } else if (segment.min === 0) return [path === "" ? "/" : path, `${path}/:p${index}{.+}`];
    else path += `/:p${index}{.+}`;
  }
  return [path === "" ? "/" : path];
}

/**
 * Takes the decoded parameters out of what Hono captured; null when one is not valid percent-encoding.
 * @param capture what stood at the segment of this index
 */
export function readParams(
  pattern: Pattern,
  capture: (index: number) => string | undefined,
): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, segment] of pattern.segments.entries()) {
    if (segment.kind === "literal") continue;
    let raw = capture(index) ?? "";
    if (segment.kind === "param") {
      raw = raw.slice(segment.before.length, raw.length - segment.after.length);
    }
    try {
      params[segment.name] = raw.includes("%") ? decodeURIComponent(raw) : raw;
    } catch {
      return null;
    }
  }
  return params;
}
