/**
 * The real nginx with the configuration of `deploy/nginx`, on loopback: only addresses, folders and the
 * certificate are of the test.
 *
 * @module
 */
import { freePort } from "../../../tests/support/loopback.ts";
import { sayWell } from "../../../tests/support/say.ts";
import { pause } from "../../../tests/support/wait.ts";

const CONFIG = new URL("../../nginx/", import.meta.url);
/** The only name that the certificate is for. */
export const SERVER_NAME = "localhost";

/** What a test sets. */
export interface ProxyOptions {
  /** Ports of the nodes on 127.0.0.1. */
  readonly nodes: readonly number[];
  /** Addresses that are not limited. */
  readonly exempt?: readonly string[];
  /** Folder that holds `_fresh/`. */
  readonly assetsRoot?: string;
  /** Files that replace those of the configuration. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A running proxy. */
export interface Proxy {
  readonly port: number;
  readonly plainPort: number;
  /** `https://localhost:PORT`. */
  readonly origin: string;
  readonly caCert: string;
  readonly folder: string;
  /** A request that trusts the test's certificate; follows no redirect. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

/**
 * Writes the configuration into `folder`, with everything that belongs to a machine replaced: ports, paths,
 * nodes, name and certificate.
 */
export async function writeProxyConfig(
  folder: string,
  options: ProxyOptions & { readonly port: number; readonly plainPort: number },
): Promise<void> {
  await Deno.mkdir(`${folder}/certificates`, { recursive: true });
  for await (const { name } of Deno.readDir(CONFIG)) {
    const text = await Deno.readTextFile(new URL(name, CONFIG));
    await Deno.writeTextFile(`${folder}/${name}`, forThisMachine(text, folder));
  }
  const nodes = options.nodes.map((port) => `127.0.0.1:${port}`);
  const upstream = await Deno.readTextFile(`${folder}/upstream.conf`);
  const server = /^ *server \S+(.*);$/m.exec(upstream)!;
  const written: Record<string, string> = {
    "listen.conf": `listen 127.0.0.1:${options.port} ssl http2;\n`,
    "listen_default.conf": `listen 127.0.0.1:${options.port} ssl http2 default_server;\n`,
    "listen_plain.conf": `listen 127.0.0.1:${options.plainPort} default_server;\n`,
    "listen_status.conf": `listen 127.0.0.1:${freePort()};\n`,
    "server_name.conf": `server_name ${SERVER_NAME};\n`,
    "upstream.conf": upstream.replace(/^ *server .*\n/gm, "").replace(
      "least_conn;\n",
      `least_conn;\n${nodes.map((node) => `  server ${node}${server[1]};\n`).join("")}`,
    ),
    "exempt.conf": (options.exempt ?? []).map((one) => `${one} 0;\n`).join(""),
    "assets_root.conf": `root ${options.assetsRoot ?? `${folder}/none`};\n`,
    ...options.files,
  };
  for (const [name, text] of Object.entries(written)) {
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
  await makeCertificate(`${folder}/certificates`);
}

/** Paths of the image of nginx, moved below `folder`. */
function forThisMachine(text: string, folder: string): string {
  return text
    .replaceAll("/run/nginx.pid", `${folder}/nginx.pid`)
    .replaceAll("/var/cache/nginx/", `${folder}/cache-`)
    .replaceAll("/var/www/acme", `${folder}/acme`)
    .replaceAll("/dev/stdout", `${folder}/access.log`)
    .replaceAll("error_log stderr", `error_log ${folder}/error.log`);
}

/** A certificate signed by itself, for one day. */
async function makeCertificate(folder: string): Promise<void> {
  await sayWell("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
    ...["-keyout", `${folder}/privkey.pem`, "-out", `${folder}/fullchain.pem`],
    ...["-days", "1", "-subj", "/CN=test", "-addext", `subjectAltName=DNS:${SERVER_NAME}`],
    ...["-addext", "basicConstraints=critical,CA:FALSE"],
  ]);
}

/** Starts nginx in a folder of its own; resolves when it accepts connections. */
export async function startProxy(program: string, options: ProxyOptions): Promise<Proxy> {
  const folder = await Deno.makeTempDir({ prefix: "proxy-" });
  // Workers are another user.
  await Deno.chmod(folder, 0o777);
  const { child, port, plainPort } = await launch(program, folder, options);
  const caCert = await Deno.readTextFile(`${folder}/certificates/fullchain.pem`);
  const client = Deno.createHttpClient({ caCerts: [caCert] });
  const origin = `https://${SERVER_NAME}:${port}`;
  return {
    port,
    plainPort,
    origin,
    caCert,
    folder,
    fetch: (path, init) => fetch(origin + path, { redirect: "manual", ...init, client }),
    async stop() {
      client.close();
      try {
        child.kill("SIGTERM");
      } catch {
        // It has ended by itself: what it did not answer was seen by whoever asked.
      }
      await child.status;
      await child.stderr.cancel().catch(() => {});
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** Starts nginx on free ports; where another program was quicker to take one of them, on others. */
async function launch(program: string, folder: string, options: ProxyOptions, attempts = 3) {
  const [port, plainPort] = [freePort(), freePort()];
  await writeProxyConfig(folder, { ...options, port, plainPort });
  const child = new Deno.Command(program, {
    args: ["-p", folder, "-c", `${folder}/nginx.conf`, "-g", "daemon off;"],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  try {
    await accepting(port, child, folder);
    return { child, port, plainPort };
  } catch (error) {
    if (attempts <= 1 || !/Address already in use/.test(String(error))) throw error;
    return await launch(program, folder, options, attempts - 1);
  }
}

async function accepting(port: number, child: Deno.ChildProcess, folder: string): Promise<void> {
  let ended = false;
  void child.status.then(() => ended = true);
  for (let attempt = 0; attempt < 200 && !ended; attempt++) {
    await pause(50);
    // It may be another program that answers there, while ours finds the port taken.
    if (ended || !await writesItsPid(folder)) continue;
    try {
      (await Deno.connect({ hostname: "127.0.0.1", port })).close();
      return;
    } catch {
      // Not yet.
    }
  }
  try {
    child.kill("SIGKILL");
  } catch {
    // It has ended.
  }
  const errors = await new Response(child.stderr).text();
  const log = await Deno.readTextFile(`${folder}/error.log`).catch(() => "");
  throw new Error(`nginx does not listen:\n${errors}${log}`);
}

/** nginx writes its number when it has all its ports. */
async function writesItsPid(folder: string): Promise<boolean> {
  const text = await Deno.readTextFile(`${folder}/nginx.pid`).catch(() => "");
  return text.trim() !== "";
}
