/**
 * The rules, routes and dashboards of `deploy/`: read by the programs that use them, and run on the real service.
 */
import assert from "node:assert/strict";
import { parse } from "yaml";
import { recordEvidence } from "../../tests/support/evidence.ts";
import { inFolder } from "../../tests/support/folder.ts";
import { withPrometheus } from "../../tests/support/prometheus.ts";
import { testWith } from "../../tests/support/requirements.ts";
import { sayWell } from "../../tests/support/say.ts";
import { withService } from "../../tests/support/service_process.ts";
import { until } from "../../tests/support/wait.ts";

const DEPLOY = new URL("../", import.meta.url);
const RULES = ["recording.yml", "alerts.yml"].map((name) =>
  new URL(`prometheus/rules/${name}`, DEPLOY).pathname
);
/** What takes hours is judged every four minutes, all else every minute. */
const TESTS = ["prometheus/tests/alerts.yml", "prometheus/tests/slow_alerts.yml"];

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: {
    readonly summary: string;
    readonly description: string;
    readonly runbook_url: string;
  };
}
interface RuleTest {
  readonly name: string;
  readonly alert_rule_test: readonly {
    readonly alertname: string;
    readonly exp_alerts: readonly unknown[];
  }[];
}

async function readYaml<T>(path: string): Promise<T> {
  return parse(await Deno.readTextFile(new URL(path, DEPLOY)), { merge: true }) as T;
}

async function alerts(): Promise<Alert[]> {
  const file = await readYaml<{ groups: { rules: Alert[] }[] }>("prometheus/rules/alerts.yml");
  return file.groups.flatMap((group) => group.rules);
}

async function ruleTests(): Promise<RuleTest[]> {
  const files = await Promise.all(TESTS.map((name) => readYaml<{ tests: RuleTest[] }>(name)));
  return files.flatMap((file) => file.tests);
}

Deno.test("every alert has a severity that is routed, words, and a runbook of its name", async () => {
  const names: string[] = [];
  for (const { alert, labels, annotations } of await alerts()) {
    names.push(alert);
    assert.match(labels.severity, /^(critical|warning)$/, alert);
    assert.ok(annotations.summary.length > 10 && annotations.description.length > 20, alert);
    assert.equal(annotations.runbook_url, `deploy/runbooks/${alert}.md`);
    const runbook = await Deno.readTextFile(new URL(`runbooks/${alert}.md`, DEPLOY));
    assert.ok(runbook.startsWith(`# ${alert}\n`), alert);
    for (const heading of ["## Look", "## Likely causes", "## Mend"]) {
      assert.ok(runbook.includes(heading), `${alert} lacks ${heading}`);
    }
  }
  assert.equal(new Set(names).size, names.length, "a name twice");
  const runbooks = [...Deno.readDirSync(new URL("runbooks/", DEPLOY))].map(({ name }) => name);
  for (const file of runbooks.filter((name) => /^[A-Z][a-z]+[A-Z]/.test(name))) {
    assert.ok(names.includes(file.replace(".md", "")), `${file} is of no alert`);
  }
});

Deno.test("every alert has a test in which it fires and one in which it is quiet", async () => {
  const tests = await ruleTests();
  for (const { alert } of await alerts()) {
    const own = tests.flatMap((test) => test.alert_rule_test).filter((one) =>
      one.alertname === alert
    );
    assert.ok(own.some((one) => one.exp_alerts.length > 0), `${alert} is never seen to fire`);
    assert.ok(own.some((one) => one.exp_alerts.length === 0), `${alert} is never seen quiet`);
  }
});

testWith("promtool reads the rules and the rule tests pass", ["prometheus"], async ([program]) => {
  const promtool = program!.replace(/prometheus$/, "promtool");
  await sayWell(promtool, ["check", "rules", ...RULES]);
  const tests = TESTS.map((name) => new URL(name, DEPLOY).pathname);
  await sayWell(promtool, ["test", "rules", ...tests]);
  await recordEvidence("O1", {
    title: "alerts with a firing and a quiet rule test and a runbook",
    command: "deno task check:deploy",
    seed: null,
    totals: {
      "alerts": (await alerts()).length,
      "rule tests": (await ruleTests()).length,
      "without a test or runbook": 0,
    },
  });
});

testWith("promtool reads the configuration of Prometheus", ["prometheus"], async ([program]) => {
  await inFolder(async (folder) => {
    // The secret lies elsewhere in the container; promtool wants to see the file that is named.
    await Deno.writeTextFile(`${folder}/metrics_token`, "a token");
    const text = await Deno.readTextFile(new URL("prometheus/prometheus.yml", DEPLOY));
    await Deno.writeTextFile(
      `${folder}/prometheus.yml`,
      text.replace("/run/secrets/metrics_token", `${folder}/metrics_token`)
        .replace("rules/*.yml", new URL("prometheus/rules/*.yml", DEPLOY).pathname),
    );
    const promtool = program!.replace(/prometheus$/, "promtool");
    await sayWell(promtool, ["check", "config", `${folder}/prometheus.yml`]);
  });
});

testWith("a critical alert pages, a warning becomes a ticket", ["amtool"], async ([amtool]) => {
  const file = new URL("alertmanager/alertmanager.yml", DEPLOY).pathname;
  await sayWell(amtool!, ["check-config", file]);
  for (const [severity, receiver] of [["critical", "page"], ["warning", "tickets"]]) {
    const routes = ["config", "routes", "test", `--config.file=${file}`, `severity=${severity}`];
    assert.equal((await sayWell(amtool!, routes)).out.trim(), receiver);
  }
});

testWith(
  "every expression of the dashboards has data when the service is scraped",
  ["prometheus"],
  async ([program]) => {
    await withService({ METAR_POLL_SECONDS: "30" }, async ({ service, folder }) => {
      const ask = async () => {
        for (const path of ["/api/v1/metar/KJFK", "/api/v1/metar/XX", "/KJFK"]) {
          await (await fetch(service.address + path)).body?.cancel();
        }
      };
      await ask();
      const target = new URL(service.address).host;
      await withPrometheus(
        { program: program!, folder, target, rules: RULES },
        async ({ query }) => {
          for (const { title, expr } of await panels()) {
            const shows = async () => {
              await ask();
              return (await query(expr.replaceAll("$__rate_interval", "1m"))).length > 0;
            };
            const what = `anything in the panel “${title}”: ${expr}`;
            await until(() => shows().catch(() => false), 60_000, what, 200);
          }
        },
      );
    });
  },
);

/** Title and expression of every panel of every dashboard. */
async function panels(): Promise<{ title: string; expr: string }[]> {
  const folder = new URL("grafana/dashboards/", DEPLOY);
  const found: { title: string; expr: string }[] = [];
  for (const { name } of Deno.readDirSync(folder)) {
    const dashboard = JSON.parse(await Deno.readTextFile(new URL(name, folder)));
    const ids = dashboard.panels.map((panel: { id: number }) => panel.id);
    assert.equal(new Set(ids).size, ids.length, `${name}: a panel number twice`);
    for (const { title, targets } of dashboard.panels) {
      for (const { expr } of targets) found.push({ title, expr });
    }
  }
  assert.ok(found.length > 15);
  return found;
}
