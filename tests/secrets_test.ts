/**
 * S11: secrets that are planted in the configuration appear in no log line, no answer and no file.
 */
import assert from "node:assert/strict";
import { type Option, OPTIONS } from "../lib/config/mod.ts";
import { recordEvidence } from "./support/evidence.ts";
import { startService, startSmallProvider } from "./support/service_process.ts";

const SECRET = "PLANTED";
/** A value of each secret option that is accepted and holds the planted word. */
const SHAPES: Readonly<Record<string, (word: string) => string>> = {
  REDIS_URL: (word) => `redis://user:${word}@127.0.0.1:1/0`,
  MONGODB_URI: (word) => `mongodb://user:${word}@127.0.0.1:1/aviation_weather`,
  SENTRY_DSN: (word) => `http://${word}@127.0.0.1:1/1`,
};
/** Questions that are answered well, badly, and not at all. */
const PATHS = [
  "/",
  "/KJFK",
  "/KJFK.txt",
  "/ZZZZ",
  "/status",
  "/about",
  "/ask?q=VFR+at+KJFK",
  "/api/v1/ask?q=VFR+at+KJFK&text=model",
  "/api/v1/metar/KJFK",
  "/api/v1/metar/XX",
  "/api/v1/metar/KJFK?token=x",
  "/api/v1/history/KJFK",
  "/api/v1/feeds",
  "/api/ready",
  "/api/health",
  "/metrics",
  "/api/docs",
  "/api/openapi.json",
  "/nowhere/at/all",
  "/%00",
];

Deno.test("a planted secret appears nowhere", async (t) => {
  const secrets = (Object.values(OPTIONS) as Option<unknown>[]).filter((option) => option.secret)
    .map(({ name }) => name);
  const planted = new Map(secrets.map((name, i) => [name, `${SECRET}${i}x${"s".repeat(20)}`]));
  // What a reader sends by mistake must not be kept either.
  for (const name of ["authorization", "cookie", "x-api-key", "query", "body"]) {
    planted.set(name, `${SECRET}-${name}-${"r".repeat(20)}`);
  }
  const word = (name: string) => planted.get(name)!;
  const folder = await Deno.makeTempDir();
  const provider = startSmallProvider(false);
  const env = Object.fromEntries(
    secrets.map((name) => [name, SHAPES[name]?.(word(name)) ?? word(name)]),
  );
  const service = await startService(folder, {
    ...env,
    AWC_BASE_URL: provider.url,
    DRAIN_DELAY_MS: "0",
    DRAIN_TIMEOUT_MS: "1000",
    LOG_LEVEL: "debug",
    ACCESS_LOG: "all",
    // Nobody listens there: what fails is what talks most.
    STORE: "redis",
    HISTORY_STORE: "mongo",
  });
  let answers = 0;
  const seen: { where: string; text: string }[] = [];
  try {
    await service.line('"message":"feed read"');
    for (const path of PATHS) {
      for (const method of ["GET", "GET with a query", "POST", "DELETE"]) {
        const query = method !== "GET" && !path.includes("?") ? `?api_key=${word("query")}` : "";
        const response = await fetch(service.address + path + query, {
          method: method.split(" ")[0]!,
          headers: {
            authorization: `Bearer ${word("authorization")}`,
            cookie: `session=${word("cookie")}`,
            "x-api-key": word("x-api-key"),
          },
          ...(method === "POST" && { body: `password=${word("body")}` }),
        });
        answers++;
        const headers = JSON.stringify([...response.headers]);
        seen.push({ where: `${method} ${path}`, text: headers + await response.text() });
      }
    }
    service.process.kill("SIGTERM");
    await service.process.status;
    for (const line of service.lines) seen.push({ where: "the log", text: line });
    for await (const file of filesBelow(folder)) {
      const bytes = await Deno.readFile(file);
      seen.push({ where: file, text: new TextDecoder("latin1").decode(bytes) });
    }
  } finally {
    await service.kill();
    await provider.close();
    await Deno.remove(folder, { recursive: true });
  }
  for (const [name, word] of planted) {
    await t.step(name, () => {
      const leaks = seen.filter(({ text }) => text.includes(word)).map(({ where }) => where);
      assert.deepEqual(leaks, []);
    });
  }
  await t.step("the log spoke of what failed", () => {
    assert.ok(service.lines.some((line) => /"level":"(warn|error)"/.test(line)));
  });
  await recordEvidence("S11", {
    title: "planted secrets in logs, answers and files",
    command: "deno task test tests/secrets_test.ts",
    seed: null,
    totals: {
      "secrets planted": planted.size,
      "answers read": answers,
      "log lines read": service.lines.length,
      "found": 0,
    },
  });
});

async function* filesBelow(folder: string): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* filesBelow(path);
    else if (entry.isFile) yield path;
  }
}
