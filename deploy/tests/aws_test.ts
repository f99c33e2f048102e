/**
 * The CloudFormation templates: types of every resource, references, the task definitions by the AWS client's
 * own model, and that the CDN keeps what our headers say.
 */
import assert from "node:assert/strict";
import { testWith } from "../../tests/support/requirements.ts";
import { say } from "../../tests/support/say.ts";
import {
  danglingReferences,
  type Template,
  templateErrors,
  toApi,
  withoutIntrinsics,
} from "./support/cloudformation.ts";
import { knownVariable } from "./support/options.ts";
import { readText, readYaml } from "./support/tools.ts";

const FILES = ["deploy/aws/service.yaml", "deploy/aws/cdn.yaml"];

Deno.test("every resource has the members and types that AWS knows", async () => {
  const templates = await Promise.all(FILES.map(readYaml));
  assert.equal(await templateErrors(templates), "");
  const wrong = { A: { Type: "AWS::ECS::Cluster", Properties: { ClusterNam: "a" } } };
  assert.match(await templateErrors([{ Resources: wrong }]), /ClusterNam\W+ does not exist/);
});

Deno.test("everything that a template refers to is in it", async () => {
  for (const file of FILES) {
    assert.deepEqual(danglingReferences(await readYaml(file)), [], file);
    // CloudFormation knows neither anchors nor merges.
    assert.doesNotMatch(await readText(file), /(?:: |- )[&*]\w|<<:/, file);
  }
  assert.deepEqual(danglingReferences({ Resources: { A: { Ref: "B" } } }), ["B"]);
});

testWith("the AWS client takes the task definitions", ["aws"], async ([aws]) => {
  for (const name of ["WebTask", "PollerTask"]) {
    const request = await taskRequest(name);
    assert.deepEqual(await register(aws!, request), { code: 0, text: "" }, name);
  }
  const wrong = { ...await taskRequest("WebTask"), cpus: "1024" };
  assert.match((await register(aws!, wrong)).text, /Unknown parameter in input: "cpus"/);
});

Deno.test("tasks are given only variables that the program knows, and secrets by name", async () => {
  const { Resources } = await readYaml(FILES[0]!);
  for (const name of ["WebTask", "PollerTask"]) {
    const known = withoutIntrinsics(Resources[name].Properties, () => "value") as Template;
    const [container] = known.ContainerDefinitions;
    const names = [...container.Environment, ...container.Secrets].map((one: Template) => one.Name);
    for (const one of names) {
      if (one !== "DENO_DIR") assert.ok(knownVariable(one), one);
    }
    assert.equal(container.ReadonlyRootFilesystem, true);
    assert.equal(container.User, "1993:1993");
    assert.deepEqual(container.LinuxParameters.Capabilities.Drop, ["ALL"]);
  }
  const script = await readText("deploy/scripts/make_secrets.sh");
  const text = await readText(FILES[0]!);
  for (const [, parameter] of text.matchAll(/:parameter\/aviation-weather\/(\w+)/g)) {
    assert.ok(script.includes(parameter!), parameter);
  }
});

Deno.test("the model and Sentry are off until they are chosen, and the model is the web tasks' alone", async () => {
  const { Conditions, Parameters, Resources } = await readYaml(FILES[0]!);
  const chosen = (task: string) =>
    Resources[task].Properties.ContainerDefinitions[0].Secrets.flatMap((one: Template) => {
      const [condition, secret] = one["Fn::If"] ?? [];
      return condition === undefined ? [] : [[condition, secret.Name]];
    });
  const [checkWx, model, sentry] = [
    ["CheckWx", "CHECKWX_API_KEY"],
    ["OpenAi", "OPENAI_API_KEY"],
    ["Sentry", "SENTRY_DSN"],
  ];
  assert.deepEqual(chosen("WebTask"), [checkWx, model, sentry]);
  assert.deepEqual(chosen("PollerTask"), [checkWx, sentry]);
  for (const name of ["CheckWx", "OpenAi", "Sentry"]) {
    assert.deepEqual(Conditions[name], { "Fn::Equals": [{ Ref: `With${name}` }, "true"] });
    assert.equal(Parameters[`With${name}`].Default, "false");
  }
});

Deno.test("the service scales by the guide's numbers and rolls back by itself", async () => {
  const { Resources, Parameters } = await readYaml(FILES[0]!);
  assert.equal(Parameters.MinimumTasks.Default, 2);
  assert.equal(Parameters.MaximumTasks.Default, 10);
  const target = (name: string) =>
    Resources[name].Properties.TargetTrackingScalingPolicyConfiguration.TargetValue;
  assert.equal(target("ScaleByProcessor"), 70);
  assert.equal(target("ScaleByMemory"), 80);
  for (const name of ["Web", "Poller"]) {
    const { DeploymentCircuitBreaker } = Resources[name].Properties.DeploymentConfiguration;
    assert.deepEqual(DeploymentCircuitBreaker, { Enable: true, Rollback: true });
  }
  assert.equal(Resources.Poller.Properties.DesiredCount, 1);
  assert.equal(Resources.Web.Properties.DesiredCount, undefined, "the scaling's business");
});

Deno.test("the CDN keeps nothing longer than our headers say, and tells answers apart as we do", async () => {
  const { Resources } = await readYaml(FILES[1]!);
  const policy = (name: string) => Resources[name].Properties.CachePolicyConfig;
  for (const name of ["PageCache", "ApiCache", "AssetCache"]) {
    const { MinTTL, DefaultTTL } = policy(name);
    assert.deepEqual([MinTTL, DefaultTTL], [0, 0], `${name}: Cache-Control alone decides`);
  }
  const key = (name: string) => policy(name).ParametersInCacheKeyAndForwardedToOrigin;
  assert.equal(key("ApiCache").QueryStringsConfig.QueryStringBehavior, "all");
  assert.ok(key("ApiCache").HeadersConfig.Headers.includes("Accept"), "JSON, XML and text differ");
  assert.equal(key("PageCache").QueryStringsConfig.QueryStringBehavior, "all");
  assert.ok(key("PageCache").HeadersConfig.Headers.includes("Accept-Language"));
  const { CacheBehaviors } = Resources.Distribution.Properties.DistributionConfig;
  const patterns = CacheBehaviors.map((one: Template) => one.PathPattern);
  assert.ok(
    patterns.indexOf("/api/v1/sessions*") < patterns.indexOf("/api/*"),
    "the first that fits counts",
  );
});

/** The request that would register a task definition. */
async function taskRequest(name: string): Promise<Record<string, unknown>> {
  const { Resources } = await readYaml(FILES[0]!);
  const known = withoutIntrinsics(Resources[name].Properties, () => "value");
  return toApi(known) as Record<string, unknown>;
}

/** Has the client check a request without sending it. */
async function register(aws: string, request: Record<string, unknown>) {
  const file = await Deno.makeTempFile({ suffix: ".json" });
  try {
    await Deno.writeTextFile(file, JSON.stringify(request));
    const { code, text } = await say(aws, [
      "ecs",
      "register-task-definition",
      "--cli-input-json",
      `file://${file}`,
      "--generate-cli-skeleton",
      "output",
      "--region",
      "eu-central-1",
    ], {
      env: {
        AWS_ACCESS_KEY_ID: "none",
        AWS_SECRET_ACCESS_KEY: "none",
        AWS_EC2_METADATA_DISABLED: "true",
      },
    });
    return { code: code === 0 ? 0 : code, text: code === 0 ? "" : text };
  } finally {
    await Deno.remove(file);
  }
}
