/**
 * Content hashes of `static/` for code in the browser. The build puts the real table in the place of this
 * module; on the server `asset()` asks the project instead.
 *
 * @module
 */

export const basePath: string = "";
export const hashes: Record<string, string> = {};
