/**
 * Options of the Fresh app. Fresh 2 has no such file of its own: `main.ts` hands this object to `App`
 * and the build reads it, which works the same with the real package.
 *
 * @module
 */
import type { FreshConfig } from "fresh";

/** The app is served from the root of its host; a proxy that strips a prefix sets `basePath` here. */
const config: FreshConfig = { basePath: "" };

export default config;
