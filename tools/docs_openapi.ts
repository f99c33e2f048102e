/**
 * Writes `docs/openapi.json` from the API itself (`--write`), or prints it.
 *
 * @module
 */
import { createApi } from "../edge/mod.ts";
import type { Reports } from "../lib/reports/mod.ts";
import { systemClock } from "../lib/time/mod.ts";

/** Where the document lies. */
export const OPENAPI_PATH = "docs/openapi.json";

/** The document of this version of the service, as text. It is made without a single report. */
export function openApiText(version: string): string {
  const reports = { world: {} } as Reports;
  const info = { title: "Aviation Weather Services", version };
  const { openapi } = createApi({ reports, clock: systemClock, info });
  return JSON.stringify(openapi, null, 2) + "\n";
}

if (import.meta.main) {
  const { version } = JSON.parse(Deno.readTextFileSync("deno.json"));
  if (Deno.args[0] === "--write") Deno.writeTextFileSync(OPENAPI_PATH, openApiText(version));
  else console.log(openApiText(version));
}
