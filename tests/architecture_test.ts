/**
 * Imports point downward: the table of `docs/architecture.md`, checked over `deno info --json`.
 */
import assert from "node:assert/strict";
import { fileURLToPath as fromFileUrl } from "node:url";
import { relative } from "node:path/posix";

const ROOT = new URL("../", import.meta.url);

/** A room of the house: files whose path starts with `prefix`, at `layer`. The longest prefix counts. */
interface Room {
  readonly prefix: string;
  readonly layer: number;
}

/** Top row first. Rooms of one layer do not know each other unless `ALLOWED` says so. */
const ROOMS: readonly Room[] = [
  { prefix: "main.ts", layer: 60 },
  { prefix: "edge/main.ts", layer: 60 },
  { prefix: "lib/app.ts", layer: 59 },
  { prefix: "routes/", layer: 50 },
  { prefix: "edge/", layer: 50 },
  { prefix: "islands/", layer: 49 },
  { prefix: "utils.ts", layer: 48 },
  { prefix: "fresh.config.ts", layer: 48 },
  { prefix: "lib/reports/", layer: 40 },
  { prefix: "lib/ingest/", layer: 40 },
  { prefix: "lib/briefing/", layer: 40 },
  { prefix: "lib/accounts/", layer: 40 },
  { prefix: "lib/status/", layer: 40 },
  { prefix: "lib/providers/", layer: 30 },
  { prefix: "lib/store/", layer: 30 },
  { prefix: "lib/http/", layer: 30 },
  { prefix: "lib/view/", layer: 30 },
  { prefix: "lib/simulator/", layer: 30 },
  { prefix: "lib/derive/", layer: 21 },
  { prefix: "lib/stations/", layer: 20 },
  { prefix: "lib/products/", layer: 20 },
  { prefix: "lib/config/", layer: 11 },
  { prefix: "lib/observe/", layer: 11 },
  { prefix: "lib/resilience/", layer: 11 },
  { prefix: "lib/fresh/", layer: 10 },
  { prefix: "lib/units/", layer: 10 },
  { prefix: "lib/time/", layer: 10 },
  { prefix: "lib/problem/", layer: 10 },
];

/** What a room in the browser may know besides its own files. */
const BROWSER_MAY_IMPORT = [
  "islands/",
  "lib/view/",
  "lib/units/",
  "lib/time/",
  "lib/derive/",
  "lib/products/",
  "lib/fresh/runtime.ts",
];

/** Products share the scanner, the group tables, the messages and METAR's weather elements; nothing else of each other. */
const SHARED_BY_PRODUCTS = [
  "lib/products/product.ts",
  "lib/products/raw_report.ts",
  "lib/products/scan/",
  "lib/products/groups/",
  "lib/products/hazard/",
  "lib/products/text/",
  "lib/products/bulletin/",
];

function roomOf(path: string): Room | undefined {
  return ROOMS.filter((room) => path.startsWith(room.prefix))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0];
}

/** `lib/products/taf/` of `lib/products/taf/decode.ts`; `null` for files that lie in the products folder itself. */
function subfolder(path: string, parent: string): string | null {
  const rest = path.slice(parent.length);
  return path.startsWith(parent) && rest.includes("/")
    ? parent + rest.slice(0, rest.indexOf("/") + 1)
    : null;
}

/** Why `from` may not import `to`, or `null` where it may. */
export function violation(from: string, to: string): string | null {
  const fromRoom = roomOf(from);
  const toRoom = roomOf(to);
  if (toRoom === undefined) return null;
  if (fromRoom === undefined) return null;
  if (from.startsWith("islands/") && !BROWSER_MAY_IMPORT.some((ok) => to.startsWith(ok))) {
    return "islands run in the browser and may not know it";
  }
  if (from.startsWith("lib/fresh/") && !to.startsWith("lib/fresh/")) {
    return "lib/fresh imports nothing of ours";
  }
  for (const parent of ["lib/products/", "lib/providers/"]) {
    const [mine, theirs] = [subfolder(from, parent), subfolder(to, parent)];
    if (mine === null || theirs === null || mine === theirs) continue;
    if (SHARED_BY_PRODUCTS.some((ok) => to.startsWith(ok))) continue;
    if (to.startsWith("lib/products/metar/model.ts") || to.endsWith("_model.ts")) continue;
    return `one ${parent === "lib/products/" ? "product" : "provider"} may not import another`;
  }
  if (toRoom.prefix === fromRoom.prefix) return null;
  if (toRoom.layer >= fromRoom.layer) return "imports point downward";
  return null;
}

interface InfoModule {
  readonly specifier: string;
  readonly dependencies?: readonly {
    readonly specifier: string;
    readonly code?: { readonly specifier?: string };
    readonly type?: { readonly specifier?: string };
  }[];
}

/** Every file of ours with the files of ours that it imports. */
async function readImports(): Promise<Map<string, string[]>> {
  const files = await listSources();
  const imports = new Map<string, string[]>();
  const entry = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    await Deno.writeTextFile(
      entry,
      files.map((file) => `import ${JSON.stringify(new URL(file, ROOT).href)};`).join("\n"),
    );
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", "--config", fromFileUrl(new URL("deno.json", ROOT)), entry],
      stdout: "piped",
      stderr: "null",
    }).output();
    const info = JSON.parse(new TextDecoder().decode(stdout)) as { modules: InfoModule[] };
    for (const module of info.modules) {
      const from = toPath(module.specifier);
      if (from === null) continue;
      const targets = (module.dependencies ?? [])
        .flatMap((d) => [d.code?.specifier, d.type?.specifier])
        .filter((s): s is string => s !== undefined)
        .map(toPath)
        .filter((s): s is string => s !== null);
      imports.set(from, [...new Set(targets)]);
    }
  } finally {
    await Deno.remove(entry);
  }
  return imports;
}

function toPath(specifier: string): string | null {
  if (!specifier.startsWith(ROOT.href)) return null;
  const path = relative(fromFileUrl(ROOT), fromFileUrl(specifier));
  return path.startsWith("node_modules/") ? null : path;
}

async function listSources(): Promise<string[]> {
  const found: string[] = [];
  const walk = async (folder: string) => {
    for await (const entry of Deno.readDir(new URL(folder || ".", ROOT))) {
      const path = folder + entry.name;
      if (entry.isDirectory && !/^(node_modules|_fresh|data|\..*)$/.test(entry.name)) {
        if (!path.startsWith("tests")) await walk(path + "/");
      } else if (/\.tsx?$/.test(entry.name) && !/_test\.tsx?$/.test(entry.name)) found.push(path);
    }
  };
  await walk("");
  return found.filter((path) => roomOf(path) !== undefined);
}

Deno.test("the rules themselves tell right from wrong", () => {
  const rows: { from: string; to: string; allowed: boolean }[] = [
    { from: "routes/index.tsx", to: "lib/reports/mod.ts", allowed: true },
    { from: "lib/reports/mod.ts", to: "routes/index.tsx", allowed: false },
    { from: "lib/derive/ceiling.ts", to: "lib/http/mod.ts", allowed: false },
    { from: "lib/ingest/mod.ts", to: "lib/reports/mod.ts", allowed: false },
    { from: "lib/products/taf/decode.ts", to: "lib/products/pirep/decode.ts", allowed: false },
    { from: "lib/products/taf/decode.ts", to: "lib/products/groups/mod.ts", allowed: true },
    { from: "lib/products/taf/model.ts", to: "lib/products/metar/model.ts", allowed: true },
    { from: "lib/providers/awc/mod.ts", to: "lib/providers/checkwx/mod.ts", allowed: false },
    { from: "islands/Age.tsx", to: "lib/time/mod.ts", allowed: true },
    { from: "islands/Age.tsx", to: "lib/store/world.ts", allowed: false },
    { from: "lib/fresh/mod.ts", to: "lib/time/mod.ts", allowed: false },
    { from: "lib/app.ts", to: "routes/index.tsx", allowed: true },
  ];
  for (const { from, to, allowed } of rows) {
    assert.equal(violation(from, to) === null, allowed, `${from} -> ${to}`);
  }
});

Deno.test("every import points downward", async () => {
  const imports = await readImports();
  assert.ok(imports.size > 10, "no modules were read");
  const wrong: string[] = [];
  for (const [from, targets] of imports) {
    for (const to of targets) {
      const why = violation(from, to);
      if (why !== null) wrong.push(`${from} imports ${to}: ${why}`);
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("domain code does no I/O and reads no clock of its own", async () => {
  const wrong: string[] = [];
  for (const path of await listSources()) {
    if (!/^lib\/(products|derive|stations|units)\//.test(path)) continue;
    const text = await Deno.readTextFile(new URL(path, ROOT));
    for (const [index, line] of text.split("\n").entries()) {
      const code = line.replace(/^\s*(\*|\/\/).*$/, "").replace(/\/\/.*$/, "");
      if (/\bDeno\.(?!test\b)|\bfetch\(|\bDate\.now\(|new Date\(\)|\bMath\.random\(/.test(code)) {
        wrong.push(`${path}:${index + 1} ${line.trim()}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("only lib/config reads the environment", async () => {
  const wrong: string[] = [];
  for (const path of await listSources()) {
    if (!/^(lib|routes|edge|islands|main)/.test(path) || path.startsWith("lib/config/")) continue;
    const text = await Deno.readTextFile(new URL(path, ROOT));
    if (/\bDeno\.env\.(?!.*readConfig)|process\.env\b/.test(text) && !/entry point/.test(text)) {
      wrong.push(path);
    }
  }
  assert.deepEqual(wrong, []);
});
