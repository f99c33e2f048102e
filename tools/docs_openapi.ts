/**
 * Writes `edge/openapi.json` from the API itself (`--write`), or prints it.
 *
 * @module
 */
import { createOpenApi } from "../edge/openapi.ts";

/** Where the document lies. */
export const OPENAPI_PATH = "edge/openapi.json";

/** The document of this version of the service, as text. */
export function openApiText(version: string): string {
  const document = createOpenApi({ title: "Aviation Weather Services", version });
  return JSON.stringify(document, null, 2) + "\n";
}

if (import.meta.main) {
  const { version } = JSON.parse(Deno.readTextFileSync("deno.json"));
  if (Deno.args[0] === "--write") Deno.writeTextFileSync(OPENAPI_PATH, openApiText(version));
  else console.log(openApiText(version));
}
