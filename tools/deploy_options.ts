/**
 * What the files of `deploy/` take from the program: the permissions in the `Dockerfile` and in the systemd unit, and the
 * example of an environment file. With `--write` they are made again; tests compare them with the program.
 *
 * @module
 */
import { environmentNames, type Option, OPTIONS } from "../lib/config/mod.ts";
import { LIVE_NET, runFlags } from "./run_flags.ts";

const BEGIN = "# permissions: begin, made by tools/deploy_options.ts";
const END = "# permissions: end";

/** Files that are made, from the root of the repository. */
const DOCKERFILE = "Dockerfile";
export const UNIT = "deploy/systemd/aviation-weather.service";
const ENV_EXAMPLE = "deploy/compose/.env.example";

/** Words of `deno` before the file to run: those of `deno task start`. */
export function imageEntrypoint(): string[] {
  return ["deno", ...runFlags({ net: LIVE_NET, env: environmentNames(), dataDir: "./data" })];
}

/** The Dockerfile with its `ENTRYPOINT` renewed; throws where the markers are missing. */
export function withEntrypoint(dockerfile: string): string {
  const words = imageEntrypoint().map((word) => JSON.stringify(word)).join(", \\\n  ");
  return betweenMarkers(dockerfile, `ENTRYPOINT [${words}]`);
}

/** The systemd unit with its `ExecStart` renewed; throws where the markers are missing. */
export function withExecStart(unit: string): string {
  const [deno, ...words] = imageEntrypoint();
  const command = [`/usr/local/bin/${deno}`, ...words, "main.js"].join(" \\\n  ");
  return betweenMarkers(unit, `ExecStart=${command}`);
}

function betweenMarkers(text: string, made: string): string {
  const start = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (start < 0 || end < start) throw new Error("the markers of permissions are missing");
  return `${text.slice(0, start + BEGIN.length)}\n${made}\n${text.slice(end)}`;
}

/** What Compose itself reads from the file; the program does not know these. */
const COMPOSE_VARIABLES = `# Read by Compose.

# Image and version to run; a release names a version or a digest.
IMAGE=ghcr.io/aviation-weather/services:0.1.0
# Host name that the certificate is for.
SERVER_NAME=weather.example.org
# Nodes of the service behind nginx.
REPLICAS=2
# Folder with fullchain.pem and privkey.pem.
CERTIFICATES=./certificates
# Folder with one file for each secret; deploy/compose/README.md lists them.
SECRETS=./secrets
# Hosts with their ports that the service may call as well, comma-separated: that of SENTRY_DSN, of another OPENAI_BASE_URL.
#FURTHER_HOSTS=errors.example.org:443
`;

/** The environment file for Compose: every option of the program, commented out with its default. */
export function envExample(): string {
  const rows = (Object.values(OPTIONS) as Option<unknown>[]).map((option) => {
    const lines = [`# ${option.description}`, `# Accepted: ${option.accepted}.`];
    if (option.secret) {
      lines.push("# A secret: better as a file, named by the variable with _FILE.");
      lines.push(`#${option.name}_FILE=/run/secrets/${option.name.toLowerCase()}`);
    } else lines.push(`#${option.name}=${option.default}`);
    return lines.join("\n");
  });
  return `# Made by tools/deploy_options.ts: copy to .env and set what differs.\n\n${COMPOSE_VARIABLES}
# Read by the service. Commented out: the default.

${rows.join("\n\n")}\n`;
}

if (import.meta.main) {
  const dockerfile = withEntrypoint(Deno.readTextFileSync(DOCKERFILE));
  if (Deno.args[0] === "--write") {
    Deno.writeTextFileSync(DOCKERFILE, dockerfile);
    Deno.writeTextFileSync(UNIT, withExecStart(Deno.readTextFileSync(UNIT)));
    Deno.writeTextFileSync(ENV_EXAMPLE, envExample());
  } else console.log(envExample());
}
