/**
 * `deno task dev -- <deno run flags> main.ts`: serves the app with rebuild and reload on port 8000. What
 * follows `--` is handed to `deno`; the app gets its own port in `PORT`.
 *
 * @module
 */

import { startDev } from "../lib/fresh/dev.ts";

const separator = Deno.args.indexOf("--");
const command = separator < 0 ? Deno.args : Deno.args.slice(separator + 1);
if (command.length === 0) {
  console.error("usage: dev.ts -- run <flags> main.ts");
  Deno.exit(2);
}

const server = await startDev({
  root: new URL("../", import.meta.url),
  port: 8000,
  watch: ["routes", "islands", "static", "lib", "edge", "main.ts", "utils.ts", "fresh.config.ts"],
  start: (port) =>
    new Deno.Command(Deno.execPath(), {
      args: command,
      env: { PORT: String(port), HOST: "127.0.0.1" },
      stdin: "null",
    }).spawn(),
});
console.log(`development server on http://localhost:${server.addr.port}`);
Deno.addSignalListener("SIGINT", () => server.shutdown());
Deno.addSignalListener("SIGTERM", () => server.shutdown());
await server.stopped;
