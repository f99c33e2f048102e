/** The one link between parts that also run in the browser and the server's renderer. @module */

import type { ComponentChildren } from "preact";

/** What `<Head>` and `asset()` need of a rendering under way. */
export interface RenderSink {
  head: ComponentChildren[];
  /** URL of a file of `static/` with its content hash, base path included. */
  asset(path: string): string;
}

/** Rendering is synchronous, so one slot is enough; null between renderings and in the browser. */
export const rendering: { sink: RenderSink | null } = { sink: null };
