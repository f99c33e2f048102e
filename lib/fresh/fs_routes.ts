/** From the files of `routes/` to pages, middlewares, layouts and error pages. @module */

import type { ErrorPageSource } from "./errors.ts";
import { parsePattern, type Pattern, patternsOfFile } from "./pattern.ts";
import type { Project } from "./project.ts";
import type {
  AnyHandler,
  AnyMiddleware,
  AnyPage,
  LayoutConfig,
  RouteConfig,
  RouteModule,
} from "./types.ts";

/** What one file of `routes/` is. */
export type FileEntry =
  | { kind: "app"; folder: string; component: AnyPage }
  | { kind: "layout"; folder: string; component: AnyPage; config: LayoutConfig }
  | { kind: "middleware"; folder: string; middlewares: AnyMiddleware[] }
  | { kind: "error"; folder: string; page: ErrorPageSource }
  | {
    kind: "route";
    folder: string;
    patterns: Pattern[];
    component: AnyPage | null;
    handler: AnyHandler | null;
    config: RouteConfig;
  };

const ERROR_KINDS: Record<string, ErrorPageSource["kind"]> = {
  _error: "any",
  _404: "notFound",
  _500: "server",
};

/** True for files that are routes or stand above routes; tests and folders like `(_components)` are not. */
export function isRouteFile(file: string): boolean {
  return /\.[jt]sx?$/.test(file) && !/[._]test\.[jt]sx?$|\.d\.ts$/.test(file) &&
    !file.split("/").some((part) => part.startsWith("(_"));
}

/** True for files that hold islands: `islands/…`, and `(_islands)/…` below `routes/`; not `_shared.ts` and the like. */
export function isIslandFile(file: string): boolean {
  return !/(^|\/)_[^/]*$/.test(file) && /\.[jt]sx?$/.test(file) &&
    !/[._]test\.[jt]sx?$|\.d\.ts$/.test(file);
}

/** Path of a folder of `routes/`, without its groups. */
export function pathOfFolder(folder: string): string {
  return patternsOfFile(folder === "" ? "index" : `${folder}/index`)[0]!.text;
}

/** Reads every module of `routes/`; throws a `TypeError` that names the file whose exports make no sense. */
export function readRoutes(routes: Project["routes"]): FileEntry[] {
  return routes.map(({ file, module }) => readRoute(file, module));
}

function readRoute(file: string, module: RouteModule): FileEntry {
  const slash = file.lastIndexOf("/");
  const folder = slash < 0 ? "" : file.slice(0, slash);
  const name = file.slice(slash + 1).replace(/\.[jt]sx?$/, "");
  const component = typeof module.default === "function" ? module.default as AnyPage : null;
  const handler = (module.handler ?? module.handlers ?? null) as AnyHandler | null;
  const config = module.config ?? {};
  if (name === "_middleware") {
    return { kind: "middleware", folder, middlewares: middlewaresOf(file, module) };
  }
  const errorKind = ERROR_KINDS[name];
  if (errorKind !== undefined) {
    return { kind: "error", folder, page: { kind: errorKind, component, handler, config } };
  }
  if (name === "_app" || name === "_layout") {
    if (component === null) {
      throw new TypeError(`routes/${file} has no component as default export`);
    }
    return name === "_app"
      ? { kind: "app", folder, component }
      : { kind: "layout", folder, component, config };
  }
  if (component === null && handler === null) {
    throw new TypeError(`routes/${file} exports neither a component (default) nor a handler`);
  }
  const patterns = config.routeOverride === undefined
    ? patternsOfFile(file)
    : [parsePattern(config.routeOverride)];
  return { kind: "route", folder, patterns, component, handler, config };
}

function middlewaresOf(file: string, module: RouteModule): AnyMiddleware[] {
  const exported = module.default ?? module.handler ?? module.handlers;
  const list = Array.isArray(exported) ? exported : [exported];
  if (!list.every((item) => typeof item === "function")) {
    throw new TypeError(`routes/${file} must export a middleware or a list of them`);
  }
  return list as AnyMiddleware[];
}
