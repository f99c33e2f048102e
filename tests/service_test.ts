/**
 * The service as a process: configuration, first weather, drain, restart, refusal of simulated weather.
 */
import assert from "node:assert/strict";
import { environmentNames } from "../lib/config/mod.ts";
import { LIVE_NET, runFlags } from "../tools/run_flags.ts";
import { inFolder } from "./support/folder.ts";
import { say } from "./support/say.ts";
import {
  type ServiceProcess,
  startService,
  startSmallProvider,
} from "./support/service_process.ts";

const ROOT = new URL("../", import.meta.url);

async function statusOf(service: ServiceProcess, path: string): Promise<number> {
  const response = await fetch(service.address + path);
  await response.body?.cancel();
  return response.status;
}

// deno-lint-ignore no-explicit-any -- the answer of the API, looked at member by member
async function metarOf(service: ServiceProcess): Promise<any> {
  const response = await fetch(`${service.address}/api/v1/metar/KJFK`);
  return await response.json();
}

Deno.test("a wrong configuration names every wrong variable and exits 2", async () => {
  const flags = runFlags({ net: ["127.0.0.1"], env: environmentNames(), dataDir: "./data" });
  const { code, error: text } = await say(Deno.execPath(), [...flags, "main.ts"], {
    env: { PORT: "eighty", LOG_LEVEL: "loud" },
  });
  assert.equal(code, 2, text);
  assert.match(text, /^PORT is "eighty"; accepted: a whole number from 0 to 65535$/m);
  assert.match(text, /^LOG_LEVEL is "loud"; accepted: debug, info, warn, error$/m);
});

Deno.test("weather arrives, SIGTERM drains, and a restart without provider answers what was known", async () => {
  await inFolder(async (folder) => {
    const provider = startSmallProvider(false);
    const first = await startService(folder, {
      AWC_BASE_URL: provider.url,
      DRAIN_DELAY_MS: "1500",
    });
    try {
      await first.line('"message":"feed read"');
      const answer = await metarOf(first);
      assert.equal(answer.reports[0].raw, provider.raw);
      assert.equal(answer.reports[0].observedAt, provider.observedAt);
      assert.equal(answer.simulated, false);
      assert.equal(await statusOf(first, "/KJFK"), 200);
      assert.equal(await statusOf(first, "/readyz"), 200);

      first.process.kill("SIGTERM");
      await first.line('"message":"draining"');
      assert.equal(await statusOf(first, "/readyz"), 503, "not ready first");
      assert.equal(await statusOf(first, "/healthz"), 200, "but alive");
      assert.equal((await metarOf(first)).reports[0].raw, provider.raw, "and still answering");
      assert.equal((await first.process.status).code, 0);
    } finally {
      await first.kill();
      await provider.close();
    }
    const second = await startService(folder, { AWC_BASE_URL: provider.url, DRAIN_DELAY_MS: "0" });
    try {
      const answer = await metarOf(second);
      assert.equal(answer.reports[0].raw, provider.raw);
      assert.equal(answer.reports[0].observedAt, provider.observedAt);
      await second.line('"message":"feed failed"');
      assert.equal(await statusOf(second, "/readyz"), 200, "stale answers do answer");
      second.process.kill("SIGTERM");
      assert.equal((await second.process.status).code, 0);
    } finally {
      await second.kill();
    }
  });
});

Deno.test("a second signal ends the drain at once", async () => {
  await inFolder(async (folder) => {
    const provider = startSmallProvider(false);
    const service = await startService(folder, {
      AWC_BASE_URL: provider.url,
      DRAIN_DELAY_MS: "60000",
    });
    try {
      service.process.kill("SIGTERM");
      await service.line('"message":"draining"');
      service.process.kill("SIGTERM");
      assert.equal((await service.process.status).code, 1);
    } finally {
      await service.kill();
      await provider.close();
    }
  });
});

Deno.test("the live service refuses simulated weather and says so", async () => {
  await inFolder(async (folder) => {
    const provider = startSmallProvider(true);
    const service = await startService(folder, { AWC_BASE_URL: provider.url });
    try {
      const line = JSON.parse(await service.line("SIMULATED WEATHER REFUSED"));
      assert.equal(line.level, "error");
      assert.doesNotMatch(JSON.stringify(await metarOf(service)), /28008KT/);
      assert.equal(await statusOf(service, "/readyz"), 503);
    } finally {
      await service.kill();
      await provider.close();
    }
  });
});

Deno.test("a data folder that cannot be written costs the snapshot and nothing else", async () => {
  await inFolder(async (folder) => {
    const provider = startSmallProvider(false);
    await Deno.writeTextFile(`${folder}/file`, "not a folder");
    const service = await startService(folder, {
      AWC_BASE_URL: provider.url,
      DATA_DIR: `${folder}/file`,
    });
    try {
      await service.line('"message":"feed read"');
      assert.equal((await metarOf(service)).reports[0].raw, provider.raw);
      const ready = await (await fetch(`${service.address}/readyz`)).json();
      assert.equal(ready.ready, true);
    } finally {
      await service.kill();
      await provider.close();
    }
  });
});

Deno.test("a snapshot file that is damaged is refused and the service starts without it", async () => {
  await inFolder(async (folder) => {
    const provider = startSmallProvider(false);
    await Deno.writeTextFile(`${folder}/world-live.kv`, "this is no database ".repeat(1000));
    const service = await startService(folder, { AWC_BASE_URL: provider.url });
    try {
      await service.line('"message":"feed read"');
      assert.equal((await metarOf(service)).reports[0].raw, provider.raw);
      assert.ok(service.lines.some((line) => /snapshot can ?not be|snapshot could not/.test(line)));
    } finally {
      await service.kill();
      await provider.close();
    }
  });
});

Deno.test("the task start has exactly the flags that tests and demo run with", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  const flags = runFlags({ net: LIVE_NET, env: environmentNames(), dataDir: "./data" });
  assert.equal(tasks.start.command, ["deno", ...flags, "main.ts"].join(" "));
  for (const task of Object.values(tasks) as { command: string }[]) {
    assert.doesNotMatch(task.command, /(^|\s)(-A|--allow-all)(\s|$)/);
  }
});
