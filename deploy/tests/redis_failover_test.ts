/**
 * Redis as in `compose.ha.yaml`: a primary, a replica, three sentinels and the proxy, all real, with the very
 * scripts and settings of the containers. The primary is killed.
 */
import assert from "node:assert/strict";
import { freePort } from "../../tests/support/loopback.ts";
import { testWith } from "../../tests/support/requirements.ts";
import { say, sayWell } from "../../tests/support/say.ts";
import { until } from "../../tests/support/wait.ts";
import { readText } from "./support/tools.ts";

const FOLDER = new URL("../compose/redis/", import.meta.url).pathname;
const PASSWORD = "not-a-secret-4711";
/** Five seconds of silence, the vote, the proxy's next look. */
const FAILOVER_WITHIN_MS = 20_000;

testWith("a replica takes over when the primary is killed, behind the same address", [
  "redis-server",
  "haproxy",
], async ([, haproxy]) => {
  const folder = await Deno.makeTempDir();
  const secret = `${folder}/redis_password`;
  await Deno.writeTextFile(secret, PASSWORD);
  const [primary, replica, proxy] = [freePort(), freePort(), freePort()];
  const children: Deno.ChildProcess[] = [];
  const start = async (name: string, args: string[], env: Record<string, string>) => {
    await Deno.mkdir(`${folder}/${name}`);
    const child = new Deno.Command("/bin/sh", {
      args: [`${FOLDER}start.sh`, ...args],
      env: {
        REDIS_CONFIG_FOLDER: FOLDER.replace(/\/$/, ""),
        REDIS_PASSWORD_FILE: secret,
        REDIS_TEMPORARY: `${folder}/${name}`,
        REDIS_DATA: `${folder}/${name}`,
        REDIS_NAME: "127.0.0.1",
        REDIS_PRIMARY: "127.0.0.1",
        REDIS_PRIMARY_PORT: String(primary),
        ...env,
      },
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    children.push(child);
    return child;
  };
  try {
    const first = await start("primary", ["server"], { REDIS_PORT: String(primary) });
    await until(async () => await ask(primary, "PING") === "PONG", 10_000);
    await start("replica", ["replica", "127.0.0.1"], { REDIS_PORT: String(replica) });
    await until(
      async () => (await ask(replica, "INFO", "replication")).includes("master_link_status:up"),
      15_000,
    );
    assert.match(await plain(primary, "PING"), /NOAUTH/, "nothing without the password");
    assert.match(await ask(primary, "FLUSHALL"), /unknown command/);
    for (const name of ["one", "two", "three"]) {
      await start(name, ["sentinel"], { REDIS_SENTINEL_PORT: String(freePort()) });
    }
    children.push(await startHaproxy(haproxy!, folder, { proxy, primary, replica }));
    await until(async () => await ask(proxy, "SET", "before", "1") === "OK", 15_000);
    await until(async () => await ask(replica, "GET", "before") === "1", 5_000);
    // Sentinels find each other and the replica through the primary.
    await until(
      async () =>
        (await Deno.readTextFile(`${folder}/one/sentinel.conf`)).includes("known-replica"),
      15_000,
    );

    first.kill("SIGKILL");
    const killed = performance.now();
    await until(async () => await ask(proxy, "SET", "after", "2") === "OK", FAILOVER_WITHIN_MS);
    console.log(`writes again after ${((performance.now() - killed) / 1000).toFixed(1)} s`);
    assert.equal(await ask(proxy, "GET", "before"), "1", "nothing that was replicated is lost");
    assert.match(await ask(replica, "ROLE"), /^master/);
  } finally {
    for (const child of children.reverse()) {
      try {
        child.kill("SIGKILL");
      } catch {
        // It has ended.
      }
      await child.status;
    }
    await Deno.remove(folder, { recursive: true });
  }
});

/** The proxy with its own file: only names, ports and the resolver are of the test. */
async function startHaproxy(
  program: string,
  folder: string,
  ports: { proxy: number; primary: number; replica: number },
): Promise<Deno.ChildProcess> {
  const text = (await readText("deploy/compose/redis/haproxy.cfg"))
    .replace("bind :6379", `bind 127.0.0.1:${ports.proxy}`)
    .replace("redis redis:6379", `redis 127.0.0.1:${ports.primary}`)
    .replace("redis-replica redis-replica:6379", `redis-replica 127.0.0.1:${ports.replica}`);
  const file = `${folder}/haproxy.cfg`;
  await Deno.writeTextFile(file, text);
  const env = { REDIS_PASSWORD: PASSWORD };
  await sayWell(program, ["-c", "-f", file], { env });
  return new Deno.Command(program, {
    args: ["-db", "-f", file],
    env,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
}

/** What a Redis answers, as redis-cli prints it. */
async function ask(port: number, ...command: string[]): Promise<string> {
  const { text } = await say("redis-cli", ["-p", String(port), ...command], {
    env: { REDISCLI_AUTH: PASSWORD },
  });
  return text.trim();
}

async function plain(port: number, ...command: string[]): Promise<string> {
  return (await say("redis-cli", ["-p", String(port), ...command])).text.trim();
}
