/**
 * Backup and restore by the very scripts: encrypted, judged by counts and hashes, of the embedded store and of Redis.
 */
import assert from "node:assert/strict";
import { openKvStore } from "../../lib/store/mod.ts";
import { systemClock } from "../../lib/time/mod.ts";
import { recordEvidence } from "../../tests/support/evidence.ts";
import { inFolder } from "../../tests/support/folder.ts";
import { startRedis } from "../../tests/support/redis_server.ts";
import { testWith } from "../../tests/support/requirements.ts";
import { type Said, say, sayWell } from "../../tests/support/say.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
/** Reports backed up: more in the full run. */
const REPORTS = Number(Deno.env.get("BACKUP_REPORTS") ?? "2000");

interface Place {
  readonly folder: string;
  readonly env: Record<string, string>;
  run(script: string, args?: string[], env?: Record<string, string>): Promise<Said>;
}

/** A folder with a key pair, a store with reports, and a target for backups. */
async function inPlace(age: string, use: (place: Place) => Promise<void>): Promise<void> {
  await inFolder((folder) => fillPlace(age, folder, use));
}

async function fillPlace(
  age: string,
  folder: string,
  use: (place: Place) => Promise<void>,
): Promise<void> {
  const deno = Deno.execPath();
  const env = {
    PATH: Deno.env.get("PATH")!,
    HOME: Deno.env.get("HOME") ?? folder,
    DATA_DIR: `${folder}/data`,
    STORE: "kv",
    BACKUP_TARGET: `${folder}/target`,
    BACKUP_EXPORT: `${deno} task --quiet backup:export -`,
    BACKUP_IMPORT: `${deno} task --quiet backup:import -`,
    BACKUP_KEY: `${folder}/key`,
    TEXTFILE_DIR: folder,
  };
  const run = (script: string, args: string[] = [], more: Record<string, string> = {}) =>
    say(`${ROOT}deploy/scripts/${script}`, args, { env: { ...env, ...more }, clearEnv: true });
  const made = await sayWell(`${age}-keygen`, ["-o", env.BACKUP_KEY]);
  const recipient = /age1\w+/.exec(made.text)![0];
  Object.assign(env, { BACKUP_RECIPIENT: recipient });
  await Deno.mkdir(env.DATA_DIR);
  await use({ folder, env, run });
}

async function fill(folder: string, reports: number): Promise<void> {
  const store = await openKvStore(`${folder}/store.kv`, { source: "live", clock: systemClock });
  const now = systemClock.now();
  for (let start = 0; start < reports; start += 500) {
    const count = Math.min(500, reports - start);
    await store.history.append(
      Array.from({ length: count }, (_, i) => ({
        raw: {
          product: "metar" as const,
          text: `METAR KJFK 241151Z 28008KT 10SM FEW250 12/08 A2992 RMK é ${start + i}`,
          stationId: `K${String.fromCharCode(65 + i % 26)}JF`,
          provider: "awc",
          receivedAt: now - i * 1_000,
          simulated: false,
        },
        observedAt: now - (start + i) * 1_000,
      })),
    );
  }
  await store.collections.put("users", "u1", { email: "a@example.org" });
  await store.close();
}

testWith("a backup is restored whole, and the drill proves it", ["age"], async ([age], t) => {
  await inPlace(age!, async ({ folder, env, run }) => {
    await fill(env.DATA_DIR!, REPORTS);
    const times: Record<string, number> = {};
    const timed = async (name: string, work: () => Promise<Said>) => {
      const start = performance.now();
      const { code, text } = await work();
      assert.equal(code, 0, text);
      times[name] = Math.round((performance.now() - start) / 1000);
      return text;
    };
    await t.step("backup", async () => {
      const text = await timed("backup", () => run("backup.sh"));
      assert.match(text, new RegExp(`${REPORTS + 2} lines in `));
      const metric = await Deno.readTextFile(
        `${folder}/aviation_weather_backup_last_success_timestamp_seconds.prom`,
      );
      assert.match(metric, /^# TYPE \S+ gauge\n\S+ \d{10}\n$/);
    });
    const [file] = [...Deno.readDirSync(env.BACKUP_TARGET!)].map(({ name }) => name);
    await t.step("nobody reads it without the key", async () => {
      const bytes = await Deno.readFile(`${env.BACKUP_TARGET}/${file}`);
      const text = new TextDecoder("latin1").decode(bytes);
      assert.ok(!text.includes("KJFK") && text.startsWith("age-encryption.org"));
      await sayWell(`${age}-keygen`, ["-o", `${folder}/other`]);
      const { code, text: says } = await run("restore.sh", ["latest"], {
        BACKUP_KEY: `${folder}/other`,
        DATA_DIR: `${folder}/empty`,
      });
      assert.equal(code, 1);
      assert.match(says, /the key does not open/);
    });
    await t.step("drill", async () => {
      assert.match(
        await timed("drill", () => run("restore_drill.sh", [], drillWith(Deno.execPath()))),
        new RegExp(`drill passed: ${REPORTS + 2} lines, the same`),
      );
    });
    await t.step("all is lost, and comes back", async () => {
      await Deno.remove(env.DATA_DIR!, { recursive: true });
      await Deno.mkdir(env.DATA_DIR!);
      await timed("restore", () => run("restore.sh", [file!]));
      await run("backup.sh", [], { BACKUP_TARGET: `${folder}/second` });
      assert.match(
        (await run("restore_drill.sh", [], {
          ...drillWith(Deno.execPath()),
          BACKUP_TARGET: `${folder}/second`,
        })).text,
        new RegExp(`drill passed: ${REPORTS + 2} lines`),
      );
    });
    await t.step("a damaged backup is told and not taken in", async () => {
      const bytes = await Deno.readFile(`${env.BACKUP_TARGET}/${file}`);
      bytes[bytes.length - 100]! ^= 1;
      await Deno.writeFile(`${env.BACKUP_TARGET}/${file}`, bytes);
      const { code, text } = await run("restore.sh", [file!]);
      assert.equal(code, 1, text);
    });
    await recordEvidence("O2", {
      title: "backup, loss of everything, restore",
      command: "deno task check:deploy:full",
      seed: null,
      totals: {
        "reports": REPORTS,
        "differences in count or hash": 0,
        "backup (s)": times["backup"]!,
        "restore (s)": times["restore"]!,
        "drill (s)": times["drill"]!,
      },
    });
  });
});

testWith(
  "a backup takes Redis and the configuration along, and old ones are removed",
  ["age", "redis-server"],
  async ([age, redisServer]) => {
    await inPlace(age!, async ({ folder, env, run }) => {
      await fill(env.DATA_DIR!, 10);
      await Deno.writeTextFile(`${folder}/app.conf`, "a setting");
      const redis = await startRedis(redisServer!);
      try {
        await Deno.mkdir(env.BACKUP_TARGET!);
        const old = `${env.BACKUP_TARGET}/aviation-weather-20200101T000000Z.tar.gz.age`;
        await Deno.writeTextFile(old, "old");
        await Deno.utime(old, 1_577_836_800, 1_577_836_800);
        const taken = await run("backup.sh", [], {
          BACKUP_REDIS_URL: redis.url,
          BACKUP_CONFIG: `${folder}/app.conf`,
        });
        assert.equal(taken.code, 0, taken.text);
        assert.equal([...Deno.readDirSync(env.BACKUP_TARGET!)].length, 1);
        const { code, text } = await run("restore.sh", ["latest", `${folder}/rest`], {
          DATA_DIR: `${folder}/other`,
        });
        assert.equal(code, 0, text);
        const rdb = await Deno.readFile(`${folder}/rest/redis.rdb`);
        assert.equal(new TextDecoder().decode(rdb.subarray(0, 5)), "REDIS");
        assert.ok(Deno.statSync(`${folder}/rest/config.tar.gz`).size > 0);
      } finally {
        await redis.stop();
      }
    });
  },
);

testWith("an export that fails makes no backup", ["age"], async () => {
  await inFolder(async (folder) => {
    const { code } = await say(`${ROOT}deploy/scripts/backup.sh`, [], {
      env: {
        PATH: Deno.env.get("PATH")!,
        BACKUP_TARGET: `${folder}/target`,
        BACKUP_RECIPIENT: "age1x",
        BACKUP_EXPORT: "echo half; exit 3",
      },
      clearEnv: true,
    });
    assert.notEqual(code, 0);
    assert.throws(() => Deno.statSync(`${folder}/target`));
  });
});

/** The drill with this Deno, wherever it lies. */
function drillWith(deno: string): Record<string, string> {
  const own = `env HISTORY_DAYS=365 DATA_DIR="$DRILL_DIR" ${deno} task --quiet`;
  return { DRILL_IMPORT: `${own} backup:import -`, DRILL_EXPORT: `${own} backup:export -` };
}
