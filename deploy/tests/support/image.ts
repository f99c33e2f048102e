/**
 * The `Dockerfile`, really built with buildah, without a registry: the two bases are made by mmdebstrap and
 * this very Deno, and kept in a folder of the user's cache for the next time.
 *
 * @module
 */
import { say } from "../../../tests/support/say.ts";

const ROOT = new URL("../../../", import.meta.url);
/** Name of the image that is built. */
export const IMAGE = "localhost/aviation-weather-checked";

/** The bases: a small system to build in, and what the program needs at run time: no shell. */
const BASES = {
  build: ["--variant=minbase", "--include=ca-certificates"],
  runtime: ["--variant=extract", "--include=libc6,libgcc-s1,ca-certificates"],
} as const;

const ENVIRONMENT = { STORAGE_DRIVER: "vfs", BUILDAH_ISOLATION: "chroot" };

/** Runs a program to its end; throws with what it said where it fails. */
export async function run(program: string, args: readonly string[], cwd = ROOT): Promise<string> {
  const { code, out, error } = await say(program, args, { cwd, env: ENVIRONMENT });
  if (code === 0) return out;
  throw new Error(`${program} ${args[0]} failed:\n${out.slice(-4000)}${error.slice(-4000)}`);
}

/** Builds the image from the tree as it is. */
export async function buildImage(): Promise<void> {
  for (const base of ["build", "runtime"] as const) await ensureBase(base);
  const home = Deno.env.get("HOME") ?? "/root";
  // The packages and the settings of the registry that this machine uses; the image gets neither.
  const mounts = [`${home}/.npmrc:/root/.npmrc:ro`, `${home}/.cache/deno:/root/.cache/deno`];
  const volumes: string[] = [];
  for (const mount of mounts) {
    const [path] = mount.split(":") as [string];
    if (await exists(path)) volumes.push(`--volume=${mount}`);
  }
  await run("buildah", [
    "bud",
    "--format=docker",
    `--build-arg=BUILD_IMAGE=${baseName("build")}`,
    `--build-arg=RUNTIME_IMAGE=${baseName("runtime")}`,
    ...volumes,
    "--tag",
    IMAGE,
    ".",
  ]);
}

function baseName(base: keyof typeof BASES): string {
  return `localhost/aviation-weather-base-${base}:deno-${Deno.version.deno}`;
}

async function ensureBase(base: keyof typeof BASES): Promise<void> {
  const inspect = ["inspect", "--type=image", baseName(base)];
  if ((await say("buildah", inspect, { env: ENVIRONMENT })).code === 0) return;
  const folder = `${Deno.env.get("HOME") ?? "/root"}/.cache/aviation-weather`;
  await Deno.mkdir(folder, { recursive: true });
  const tar = `${folder}/base-${base}.tar`;
  if (!await exists(tar)) {
    await run("mmdebstrap", [...BASES[base], "bookworm", `${tar}.part`, "--format=tar"]);
    await Deno.rename(`${tar}.part`, tar);
  }
  const container = (await run("buildah", ["from", "scratch"])).trim();
  try {
    await run("buildah", ["add", container, tar, "/"]);
    await run("buildah", ["add", "--chmod=755", container, Deno.execPath(), "/usr/bin/deno"]);
    await run("buildah", ["config", "--env", "PATH=/usr/bin:/bin:/usr/sbin:/sbin", container]);
    await run("buildah", ["commit", container, baseName(base)]);
  } finally {
    await run("buildah", ["rm", container]);
  }
}

/** Mounts the file system of the image, gives its folder to `look`, and takes it away again. */
export async function withImageFiles<T>(look: (folder: string) => Promise<T>): Promise<T> {
  const container = (await run("buildah", ["from", "--pull-never", IMAGE])).trim();
  try {
    return await look((await run("buildah", ["mount", container])).trim());
  } finally {
    await run("buildah", ["rm", container]);
  }
}

/** `podman` with what it needs in a place without systemd and without cgroup rights. */
const PODMAN: readonly string[] = ["--runtime=runc", "--cgroup-manager=cgroupfs"];

/** What limits the container, as in Compose and Kubernetes. */
const HARDENED: readonly string[] = [
  "--read-only",
  "--tmpfs=/tmp:size=16m",
  "--cap-drop=all",
  "--security-opt=no-new-privileges",
  "--ulimit=nofile=1024:1024",
  "--ulimit=nproc=1000:1000",
  "--network=host",
];

/** A running container; `output` resolves with its log when it has ended. */
export interface Container {
  readonly name: string;
  readonly ended: Promise<{ code: number; log: string }>;
  exec(...command: string[]): Promise<{ code: number; text: string }>;
  healthy(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Starts the image with its own command, or `command`. */
export function startContainer(
  env: Readonly<Record<string, string>>,
  command: readonly string[] = [],
): Container {
  const name = `checked-${crypto.randomUUID().slice(0, 8)}`;
  const variables = Object.entries(env).map(([key, value]) => `--env=${key}=${value}`);
  const child = new Deno.Command("podman", {
    args: [
      ...PODMAN,
      "run",
      "--rm",
      `--name=${name}`,
      ...HARDENED,
      ...variables,
      IMAGE,
      ...command,
    ],
    env: ENVIRONMENT,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const podman = (...args: string[]) => say("podman", [...PODMAN, ...args], { env: ENVIRONMENT });
  return {
    name,
    ended: child.output().then(({ code, stdout, stderr }) => ({
      code,
      log: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr),
    })),
    exec: (...words) => podman("exec", name, ...words),
    healthy: async () => (await podman("healthcheck", "run", name)).code === 0,
    stop: async () => {
      await podman("stop", "--time=30", name);
    },
  };
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch {
    return false;
  }
}
