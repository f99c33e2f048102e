/**
 * Programs of the system that some tests need. Where one is missing the test is registered as ignored, with
 * a loud line that names it and how to get it; the runner counts those lines.
 *
 * @module
 */

export type Program =
  | "age"
  | "amtool"
  | "aws"
  | "buildah"
  | "chromium"
  | "haproxy"
  | "kubectl"
  | "mmdebstrap"
  | "nginx"
  | "podman"
  | "prometheus"
  | "redis-server"
  | "shellcheck"
  | "systemd-analyze"
  | "wrk"
  | "yamllint";

export type Requirement =
  | { kind: "found"; name: Program; path: string }
  | { kind: "missing"; name: Program; install: string };

const PACKAGES: Record<Program, string> = {
  "age": "age",
  "amtool": "prometheus-alertmanager",
  "aws": "awscli",
  "buildah": "buildah",
  "chromium": "chromium",
  "redis-server": "redis-server",
  "shellcheck": "shellcheck",
  "systemd-analyze": "systemd",
  "haproxy": "haproxy",
  "kubectl": "kubernetes-client",
  "mmdebstrap": "mmdebstrap",
  "nginx": "nginx-light libnginx-mod-stream",
  "podman": "podman runc",
  "prometheus": "prometheus",
  "wrk": "wrk",
  "yamllint": "yamllint",
};

const EXTRA_FOLDERS = [
  "/usr/local/sbin",
  "/usr/local/bin",
  "/usr/sbin",
  "/usr/bin",
  "/sbin",
  "/bin",
];

/** Looks for a program in `PATH` and the usual folders (servers often lie in `/usr/sbin`). */
export function requirement(
  name: Program,
  folders: readonly string[] = [...(Deno.env.get("PATH") ?? "").split(":"), ...EXTRA_FOLDERS],
): Requirement {
  for (const folder of folders) {
    if (folder === "") continue;
    const path = `${folder}/${name}`;
    try {
      if (Deno.statSync(path).isFile) return { kind: "found", name, path };
    } catch {
      // Not in this folder, or the folder may not be read: look on.
    }
  }
  return { kind: "missing", name, install: `apt-get install -y ${PACKAGES[name]}` };
}

/** The line a skipped test leaves. */
export function skipLine(test: string, missing: Requirement & { kind: "missing" }): string {
  return `${test}: needs ${missing.name} (${missing.install})`;
}

/**
 * Registers a test that needs programs; `run` gets their paths in the order asked. If any is missing, the
 * test is ignored and says so, also in the file that the environment variable `TEST_SKIPS_FILE` names.
 */
export function testWith(
  name: string,
  programs: readonly Program[],
  run: (paths: string[], t: Deno.TestContext) => Promise<void>,
  options: Omit<Deno.TestDefinition, "name" | "fn" | "ignore"> = {},
): void {
  const found = programs.map((program) => requirement(program));
  const missing = found.filter((item) => item.kind === "missing");
  for (const item of missing) announceSkip(skipLine(name, item));
  const paths = found.map((item) => item.kind === "found" ? item.path : "");
  Deno.test({ ...options, name, ignore: missing.length > 0, fn: (t) => run(paths, t) });
}

/** Tells of a skipped test, here and in the file that the runner counts. */
export function announceSkip(line: string): void {
  console.error(`SKIPPED ${line}`);
  const file = Deno.env.get("TEST_SKIPS_FILE");
  if (file !== undefined && file !== "") {
    Deno.writeTextFileSync(file, `${line}\n`, { append: true });
  }
}
