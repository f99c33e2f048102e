/**
 * The scripts: read by shellcheck, and run where that changes nothing of the machine.
 */
import assert from "node:assert/strict";
import { inFolder } from "../../tests/support/folder.ts";
import { withPrometheus } from "../../tests/support/prometheus.ts";
import { testWith } from "../../tests/support/requirements.ts";
import { say, sayWell } from "../../tests/support/say.ts";
import { withService } from "../../tests/support/service_process.ts";
import { until } from "../../tests/support/wait.ts";

const FOLDER = new URL("../scripts/", import.meta.url);

function path(name: string): string {
  return new URL(name, FOLDER).pathname;
}

function scripts(): string[] {
  return [...Deno.readDirSync(FOLDER)].map(({ name }) => name).filter((name) =>
    name.endsWith(".sh")
  );
}

/** Runs a script with only these variables beside the usual ones. */
function run(name: string, args: string[], env: Record<string, string> = {}) {
  return say(path(name), args, {
    env: { PATH: Deno.env.get("PATH")!, HOME: "/nonexistent", ...env },
    clearEnv: true,
  });
}

testWith("shellcheck finds nothing", ["shellcheck"], async ([shellcheck]) => {
  await sayWell(shellcheck!, ["--external-sources", ...scripts()], { cwd: FOLDER });
});

Deno.test("every script can be run, says how it is used, and stops at the first failure", async () => {
  for (const name of scripts().filter((name) => name !== "lib.sh")) {
    const text = await Deno.readTextFile(path(name));
    assert.match(text, /^#!\/bin\/sh\n# /, name);
    assert.match(text, /^# usage: (?:[A-Z_]+=\S+ )*deploy\/scripts\//m, name);
    assert.match(text, /^set -eu$/m, name);
    assert.ok((Deno.statSync(path(name)).mode! & 0o111) !== 0, `${name} cannot be run`);
  }
});

Deno.test("what a script needs and does not get is named", async (t) => {
  const rows = [
    { name: "setup_certificate.sh", args: [], says: /name at least one host name/ },
    { name: "setup_certificate.sh", args: ["a.example"], says: /set CONTACT_MAIL/ },
    { name: "make_secrets.sh", args: [], says: /name the folder/ },
    {
      name: "monthly_report.sh",
      args: [],
      env: { PROMETHEUS_URL: "http://127.0.0.1:1" },
      says: /no Prometheus at http:\/\/127\.0\.0\.1:1/,
    },
  ];
  for (const { name, args, env, says } of rows) {
    await t.step(`${name} ${args.join(" ")}`, async () => {
      const { code, error } = await run(name, args, env);
      assert.equal(code, 1);
      assert.match(error, says);
    });
  }
});

Deno.test("secrets are long, in a closed folder, and never overwritten", async () => {
  await inFolder(async (folder) => {
    assert.equal((await run("make_secrets.sh", [`${folder}/secrets`])).code, 0);
    const read = (name: string) => Deno.readTextFileSync(`${folder}/secrets/${name}`);
    const token = read("metrics_token");
    assert.match(token, /^[0-9a-f]{64}$/);
    assert.notEqual(token, read("redis_password"));
    assert.equal(Deno.statSync(`${folder}/secrets`).mode! & 0o777, 0o700);
    assert.ok(read("mongodb_uri").includes(`:${read("mongo_app_password")}@mongodb:27017/`));
    assert.equal(read("openai_api_key"), "");
    assert.equal((await run("make_secrets.sh", [`${folder}/secrets`])).code, 0);
    assert.equal(read("metrics_token"), token);
  });
});

testWith(
  "the monthly report has a line for each measure of a scraped service",
  ["prometheus"],
  async ([program]) => {
    await withService({}, async ({ service, folder }) => {
      const ask = async () => await (await fetch(`${service.address}/KJFK`)).body?.cancel();
      await ask();
      const target = new URL(service.address).host;
      await withPrometheus({ program: program!, folder, target }, async ({ address, query }) => {
        const isSeen = async () => {
          await ask();
          return (await query("rate(http_requests_total[1m]) > 0")).length > 0;
        };
        await until(isSeen, 15_000, "a rate of requests", 200);
        const { code, out, text } = await run("monthly_report.sh", [], {
          PROMETHEUS_URL: address,
        });
        assert.equal(code, 0, text);
        assert.match(out, /^\| answered without 5xx \| 100 % \|$/m);
        assert.match(out, /^\| answer time, 99th percentile \| [\d.]+ ms \|$/m);
        assert.match(out, /^\| largest memory of a node \| \d+(\.\d+)? MB \|$/m);
        assert.match(out, /## Alerts that fired\n\nNone\./);
      });
    });
  },
);
