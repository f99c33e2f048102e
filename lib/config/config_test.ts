import assert from "node:assert/strict";
import { type Environment, environmentNames, OPTIONS, readConfig } from "./mod.ts";

function environment(
  variables: Record<string, string>,
  files: Record<string, string> = {},
): Environment {
  return {
    get: (name) => variables[name],
    readFile: (path) => {
      const text = files[path];
      if (text === undefined) throw new Error("no such file");
      return text;
    },
  };
}

Deno.test("an empty environment gives every default, and every default is accepted", () => {
  const result = readConfig(environment({}));
  assert.ok(result.ok);
  assert.equal(result.config.port, 8000);
  assert.equal(result.config.host, "127.0.0.1");
  assert.equal(result.config.weatherSource, "live");
  assert.equal(result.config.awcBaseUrl, "https://aviationweather.gov");
  assert.deepEqual(result.config.trustProxy, []);
});

const ROWS: { name: string; value: string; wrong: boolean; expected?: unknown }[] = [
  { name: "PORT", value: "eighty", wrong: true },
  { name: "PORT", value: "65536", wrong: true },
  { name: "PORT", value: "-1", wrong: true },
  { name: "PORT", value: "8000 ", wrong: true },
  { name: "PORT", value: "0", wrong: false, expected: 0 },
  { name: "LOG_LEVEL", value: "loud", wrong: true },
  { name: "WEATHER_SOURCE", value: "fake", wrong: true },
  { name: "AWC_BASE_URL", value: "ftp://x", wrong: true },
  { name: "AWC_BASE_URL", value: "https://user:secret@host", wrong: true },
  { name: "AWC_BASE_URL", value: "not an address", wrong: true },
  {
    name: "AWC_BASE_URL",
    value: "http://127.0.0.1:9/",
    wrong: false,
    expected: "http://127.0.0.1:9",
  },
  { name: "METRICS", value: "yes", wrong: true },
  { name: "CONTACT", value: "line\nbreak", wrong: true },
  {
    name: "TRUST_PROXY",
    value: "10.0.0.1, fd00::1",
    wrong: false,
    expected: ["10.0.0.1", "fd00::1"],
  },
  { name: "TRUST_PROXY", value: "proxy.local", wrong: true },
  { name: "ALLOWED_HOSTS", value: "a b", wrong: true },
];

Deno.test("a wrong value names its variable, what was given and what is accepted", async (t) => {
  for (const row of ROWS) {
    await t.step(`${row.name}=${JSON.stringify(row.value)}`, () => {
      const result = readConfig(environment({ [row.name]: row.value }));
      assert.equal(result.ok, !row.wrong);
      if (result.ok) {
        const key = Object.entries(OPTIONS).find(([, option]) => option.name === row.name)![0];
        assert.deepEqual((result.config as Record<string, unknown>)[key], row.expected);
      } else {
        assert.equal(result.errors.length, 1);
        assert.match(result.errors[0]!.message, new RegExp(`^${row.name} is .*; accepted: `));
      }
    });
  }
});

Deno.test("all wrong values are named at once", () => {
  const result = readConfig(environment({ PORT: "x", LOG_LEVEL: "y" }));
  assert.ok(!result.ok);
  assert.deepEqual(result.errors.map((error) => error.name), ["PORT", "LOG_LEVEL"]);
});

Deno.test("a secret is read from its file, and no message shows it", () => {
  const read = readConfig(
    environment({ METRICS_TOKEN_FILE: "/run/secrets/t" }, { "/run/secrets/t": "s3cret\n" }),
  );
  assert.ok(read.ok);
  assert.equal(read.config.metricsToken, "s3cret");
  const wrong = readConfig(environment({ METRICS_TOKEN: "s3cret\u0007" }));
  assert.ok(!wrong.ok);
  assert.doesNotMatch(wrong.errors[0]!.message, /s3cret/);
});

Deno.test("a missing secret file and a secret given twice are refused", () => {
  const missing = readConfig(environment({ METRICS_TOKEN_FILE: "/none" }));
  assert.ok(!missing.ok && /cannot be read/.test(missing.errors[0]!.message));
  const twice = readConfig(environment({ METRICS_TOKEN_FILE: "/none", METRICS_TOKEN: "a" }));
  assert.ok(!twice.ok && /both set/.test(twice.errors[0]!.message));
});

Deno.test("the list for --allow-env has each name once, with the file form of secrets", () => {
  const names = environmentNames();
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.includes("METRICS_TOKEN_FILE"));
  assert.ok(!names.includes("PORT_FILE"));
});
