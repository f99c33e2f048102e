/** A project as the app sees it: its modules, and the table of files the build made. @module */

import type { ResolvedFreshConfig } from "./config.ts";
import type { RouteModule } from "./types.ts";

/** A file that is served as it is. Paths are relative to the root of the project. */
export interface ServedFile {
  file: string;
  /** First 16 hexadecimal digits of the SHA-256 of the content. */
  hash: string;
  /** True when the name holds the hash, so that the file never changes under it. */
  hashedName: boolean;
  /** Compressed copies beside it. */
  br?: string;
  gzip?: string;
}

/** What the build leaves in `_fresh/manifest.json`. */
export interface Manifest {
  /** Files below `routes/` and `islands/`, so that a server need not scan folders. */
  routes: string[];
  islands: string[];
  /** Scripts of each island file (by stem): its entry, and the chunks that entry imports. */
  scripts: Record<string, { entry: string; chunks: string[] }>;
  /** By URL path without base path. */
  files: Record<string, ServedFile>;
}

export interface Project {
  /** `file:` URL of the root folder, with a slash at its end. */
  root: string;
  routes: { file: string; module: RouteModule }[];
  islands: { file: string; module: Record<string, unknown> }[];
  manifest: Manifest;
}

export const EMPTY_MANIFEST: Manifest = { routes: [], islands: [], scripts: {}, files: {} };

/** `islands/Wind.tsx` and `Wind.tsx` both have the stem `Wind`. */
export function stemOf(file: string): string {
  return file.replace(/^.*\//, "").replace(/\.[jt]sx?$/, "");
}

let provided: Project | null = null;

/** Sets the project of every app that has none of its own; call it before `app.handler()`. */
export function provideProject(project: Project | null): void {
  provided = project;
}

/** The project set by `provideProject`. */
export function providedProject(): Project | null {
  return provided;
}

const projects = new WeakMap<ResolvedFreshConfig, Project>();

/** Ties a project to the configuration of the app that serves it. */
export function bindProject(config: ResolvedFreshConfig, project: Project): void {
  projects.set(config, project);
}

/** The project of an app, by its configuration (`ctx.config`). */
export function projectOf(config: ResolvedFreshConfig): Project | null {
  return projects.get(config) ?? null;
}

/** URL of a file of `static/` with its hash and the base path; a path that is not there stays as it is. */
export function assetUrl(config: ResolvedFreshConfig, path: string): string {
  const file = projectOf(config)?.manifest.files[path];
  return file === undefined ? path : `${config.basePath}${path}?v=${file.hash}`;
}
