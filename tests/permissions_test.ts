/**
 * S12: the permissions of production, tried from inside: what the service does not need is denied.
 */
import assert from "node:assert/strict";
import { environmentNames } from "../lib/config/mod.ts";
import { LIVE_NET, runFlags } from "../tools/run_flags.ts";
import { recordEvidence } from "./support/evidence.ts";
import { inFolder } from "./support/folder.ts";
import { sayWell } from "./support/say.ts";

/** Abilities by name: an expression of a promise that must be refused, and by which error. */
const DENIED: readonly (readonly [string, string, RegExp])[] = [
  ["read a file of the system", `Deno.readTextFile("/etc/passwd")`, /NotCapable/],
  ["read the sources beside its own", `Deno.readTextFile("deno.lock")`, /NotCapable/],
  ["write beside its data", `Deno.writeTextFile("lib/x.ts", "")`, /NotCapable/],
  ["write to the temporary folder", `Deno.writeTextFile("/tmp/x", "")`, /NotCapable/],
  ["start a program", `new Deno.Command("true").output()`, /NotCapable/],
  ["load native code", `Promise.resolve(Deno.dlopen("libc.so.6", {}))`, /NotCapable/],
  ["ask the metadata address of a cloud", `fetch("http://169.254.169.254/latest")`, /NotCapable/],
  ["call any other host", `Deno.connect({ hostname: "192.0.2.1", port: 80 })`, /NotCapable/],
  ["send datagrams elsewhere", `Deno.resolveDns("example.org", "A")`, /NotCapable/],
  ["learn the name of the machine", `Promise.resolve(Deno.hostname())`, /NotCapable/],
  ["make code from text", `Promise.resolve(eval("1"))`, /EvalError/],
  ["make a function from text", `Promise.resolve(new Function("return 1"))`, /EvalError/],
  ["fetch a module", `import("https://example.org/x.ts")`, /TypeError|NotCapable/],
  [
    "see other variables",
    `Promise.reject(new Error(String(Deno.env.get("PLANTED"))))`,
    /undefined/,
  ],
];

/** Runs a program with the permissions of production; gives what it said. */
async function sayInProduction(program: string, env: Record<string, string> = {}): Promise<string> {
  return await inFolder(async (folder) => {
    const probe = `${folder}/probe.ts`;
    await Deno.writeTextFile(probe, program);
    const args = runFlags({ net: LIVE_NET, env: environmentNames(), dataDir: folder });
    return (await sayWell(
      Deno.execPath(),
      [...args, "--no-check", "--config", "deno.json", probe],
      { env },
    )).out;
  });
}

Deno.test("the host of the model may be reached, and another one is refused with a fault that says so", async () => {
  const client = new URL("../lib/briefing/model/client.ts", import.meta.url);
  const out = await sayInProduction(`
import { createModelClient } from ${JSON.stringify(client.href)};
const hosts = ["api.openai.com:443", "api.openai.com:80", "models.example:443"];
const states = await Promise.all(
  hosts.map((host) => Deno.permissions.query({ name: "net", host })),
);
const events = await Array.fromAsync(
  createModelClient({
    apiKey: "k",
    baseUrl: "https://models.example/v1",
    model: "m",
    api: "auto",
  }).ask(
    { name: "n", instructions: "", input: "{}", schema: {} },
    new AbortController().signal,
  ),
);
console.log(JSON.stringify([states.map(({ state }) => state === "granted"), events]));
`);
  assert.deepEqual(JSON.parse(out), [[true, false, false], [
    { kind: "fault", fault: "notAllowed" },
  ]]);
});

Deno.test("each ability that production does not need is denied", async (t) => {
  const lines = DENIED.map(([name, expression]) =>
    `await tried(${JSON.stringify(name)}, () => ${expression});`
  );
  const out = await sayInProduction(
    `async function tried(name: string, ability: () => Promise<unknown>) {
  try {
    await ability();
    console.log(JSON.stringify([name, "allowed"]));
  } catch (error) {
    console.log(JSON.stringify([name, String((error as Error).name) + " " + String(error)]));
  }
}
${lines.join("\n")}
`,
    { PLANTED: "a secret of another program" },
  );
  const found = new Map<string, string>(out.trim().split("\n").map((line) => JSON.parse(line)));
  for (const [name, , error] of DENIED) {
    await t.step(name, () => assert.match(found.get(name)!, error));
  }
  await recordEvidence("S12", {
    title: "permissions of production, tried from inside",
    command: "deno task test tests/permissions_test.ts",
    seed: null,
    totals: { "abilities tried": DENIED.length, "denied": DENIED.length },
  });
});
