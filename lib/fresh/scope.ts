/** Which middlewares, layouts and error pages stand above which route. @module */

import { parsePattern, type Pattern } from "./pattern.ts";

/** A thing that covers a part of the site: a path and below, or a folder of `routes/`. */
export interface Scoped<T> {
  value: T;
  path: Pattern;
  /** Folder in `routes/` ("" for the top), for what came from files. */
  folder?: string;
}

/** A thing that covers a route always, or only for the paths that `when` accepts. */
export interface Applied<T> {
  value: T;
  when: RegExp | null;
}

export interface Target {
  pattern: Pattern;
  /** Folder in `routes/`, for routes that came from files. */
  folder?: string;
}

/** Makes a scope from a path such as `/admin`; `*` and `/*` mean everything. */
export function scopeAt<T>(path: string, value: T, folder?: string): Scoped<T> {
  const trimmed = path.replace(/\/?\*$/, "");
  return { value, path: parsePattern(trimmed === "" ? "/" : trimmed), folder };
}

/** Of `scopes`, in order, those that cover `target`, with the test still to be made per request. */
export function applying<T>(scopes: readonly Scoped<T>[], target: Target): Applied<T>[] {
  return scopes.flatMap((scope) => {
    const covers = coverage(scope, target);
    return covers === false ? [] : [{ value: scope.value, when: covers === true ? null : covers }];
  });
}

/** The values that hold for a path. */
export function select<T>(applied: readonly Applied<T>[], path: string): T[] {
  return applied.flatMap(({ value, when }) => when === null || when.test(path) ? [value] : []);
}

function coverage(scope: Scoped<unknown>, target: Target): boolean | RegExp {
  if (scope.folder !== undefined && target.folder !== undefined) {
    return scope.folder === "" || `${target.folder}/`.startsWith(`${scope.folder}/`);
  }
  // A (group) shares its path with its neighbours, so only its own files can be said to be below it.
  if (scope.folder?.split("/").some((part) => part.startsWith("("))) return false;
  return pathCoverage(scope.path, target.pattern);
}

function pathCoverage(scope: Pattern, target: Pattern): boolean | RegExp {
  for (const [index, own] of scope.segments.entries()) {
    const theirs = target.segments[index];
    if (theirs === undefined) return false;
    if (theirs.kind === "rest") return toPrefix(scope);
    if (own.kind !== "literal") continue;
    if (theirs.kind === "param") return toPrefix(scope);
    if (theirs.text !== own.text) return false;
  }
  return true;
}

function toPrefix(scope: Pattern): RegExp {
  const parts = scope.segments.map((segment) =>
    segment.kind === "literal" ? segment.text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&") : "[^/]+"
  );
  return new RegExp(`^/${parts.join("/")}(?:/|$)`);
}
