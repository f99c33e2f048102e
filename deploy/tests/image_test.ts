/**
 * The image: built from the Dockerfile, run as it would be in production, looked through.
 */
import assert from "node:assert/strict";
import { recordEvidence } from "../../tests/support/evidence.ts";
import { firstAnswer, freePort } from "../../tests/support/loopback.ts";
import { testWith } from "../../tests/support/requirements.ts";
import { startSmallProvider } from "../../tests/support/service_process.ts";
import { envExample, imageEntrypoint, withEntrypoint } from "../../tools/deploy_options.ts";
import {
  buildImage,
  type Container,
  IMAGE,
  run,
  startContainer,
  withImageFiles,
} from "./support/image.ts";

const ROOT = new URL("../../", import.meta.url);
const MAX_MEGABYTES = 140;

Deno.test("the image's permissions are those of the program, and of the task start", async () => {
  const dockerfile = await Deno.readTextFile(new URL("Dockerfile", ROOT));
  assert.equal(dockerfile, withEntrypoint(dockerfile), "run tools/deploy_options.ts --write");
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  assert.equal(tasks.start.command, `${imageEntrypoint().join(" ")} main.ts`);
});

Deno.test("the example of an environment file is that of the program", async () => {
  const file = await Deno.readTextFile(new URL("deploy/compose/.env.example", ROOT));
  assert.equal(file, envExample(), "run tools/deploy_options.ts --write");
});

/** Variables with secrets in them, planted where the image is built. */
const PLANTED = Object.fromEntries(
  [
    "CHECKWX_API_KEY",
    "METRICS_TOKEN",
    "OPENAI_API_KEY",
    "REDIS_PASSWORD",
    "UPSTASH_REDIS_REST_TOKEN",
  ]
    .map((name, index) => [name, `planted-secret-${index}-4f1d`]),
);

testWith(
  "the image is built, runs and drains",
  ["buildah", "podman", "mmdebstrap"],
  async (_, t) => {
    await buildImage();
    await t.step("it is small, not root, and has no shell", looksRight);
    await t.step("its files hold no secret, no test and no history", filesAreClean);
    await t.step(
      "it answers from a read-only file system without capabilities, and drains",
      answers,
    );
    await t.step("it is the API alone by its command, and takes more hosts", apiAlone);
  },
);

async function looksRight(): Promise<void> {
  const [image] = JSON.parse(await run("podman", ["image", "inspect", IMAGE]));
  assert.equal(image.Config.User, "1993:1993");
  assert.equal(image.Config.StopSignal, "SIGTERM");
  assert.ok(image.Size < MAX_MEGABYTES * 1e6, `${image.Size} bytes`);
  assert.deepEqual(image.Config.Entrypoint, imageEntrypoint());
}

async function filesAreClean(): Promise<void> {
  const secrets = Object.values(PLANTED);
  const result = await withImageFiles(async (folder) => {
    for (const shell of ["bin/sh", "bin/bash", "usr/bin/curl", "usr/bin/apt-get"]) {
      await assert.rejects(Deno.lstat(`${folder}/${shell}`), `${shell} is in the image`);
    }
    const names: string[] = [];
    const found: string[] = [];
    const walk = async (path: string): Promise<void> => {
      for await (const entry of Deno.readDir(path)) {
        const inner = `${path}/${entry.name}`;
        if (entry.isDirectory) await walk(inner);
        else if (entry.isFile) {
          names.push(inner.slice(folder.length));
          const text = await Deno.readTextFile(inner);
          found.push(...secrets.filter((secret) => text.includes(secret)));
          if (/BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----\n[A-Za-z0-9+/=]{40}/.test(text)) {
            found.push(inner);
          }
        }
      }
    };
    await walk(`${folder}/app`);
    return { names, found };
  });
  assert.deepEqual(result.found, []);
  const strays = result.names.filter((name) =>
    /_test\.|\/\.git|node_modules|\.env|deno\.lock|\.npmrc/.test(name)
  );
  assert.deepEqual(strays, []);
  assert.ok(result.names.includes("/app/main.js"));
  await recordEvidence("S11-image", {
    title: "secrets planted in the environment of the build, looked for in the image",
    command: "deno task check:deploy",
    seed: null,
    totals: {
      "files": result.names.length,
      "planted": secrets.length,
      "found": result.found.length,
    },
  });
}

async function answers(): Promise<void> {
  const provider = startSmallProvider(false);
  const port = freePort();
  const container = startContainer({
    PORT: String(port),
    HOST: "127.0.0.1",
    AWC_BASE_URL: provider.url,
    DRAIN_DELAY_MS: "500",
    ...PLANTED,
  });
  try {
    const origin = `http://127.0.0.1:${port}`;
    const report = await firstAnswer(`${origin}/api/v1/metar/KJFK`, logAtEnd(container));
    assert.equal(report.reports[0].raw, provider.raw);
    const page = await fetch(`${origin}/KJFK`);
    assert.equal(page.status, 200);
    assert.ok((await page.text()).includes("28008KT"));
    assert.equal(await container.healthy(), true);
    const started = performance.now();
    await container.stop();
    const { code, log } = await container.ended;
    assert.equal(code, 0, log);
    assert.ok(performance.now() - started < 15_000);
    assert.match(log, /"message":"draining"[\s\S]*"message":"stopped"/);
    for (const secret of Object.values(PLANTED)) {
      assert.ok(!log.includes(secret), "a secret in the log");
    }
  } finally {
    await container.stop();
    await provider.close();
  }
}

async function apiAlone(): Promise<void> {
  const port = freePort();
  const container = startContainer(
    {
      PORT: String(port),
      HOST: "127.0.0.1",
      AWC_BASE_URL: "http://127.0.0.1:9",
      DRAIN_DELAY_MS: "0",
    },
    ["--allow-net=redis:6379", "api.js"],
  );
  try {
    await firstAnswer(`http://127.0.0.1:${port}/api/openapi.json`, logAtEnd(container));
    const page = await fetch(`http://127.0.0.1:${port}/KJFK`);
    await page.body?.cancel();
    assert.equal(page.status, 404);
  } finally {
    await container.stop();
    await container.ended;
  }
}

/** What the container said at its end; `null` as long as it runs. */
function logAtEnd({ ended }: Container): () => string | null {
  let said: string | null = null;
  void ended.then(({ log }) => said = log);
  return () => said;
}
