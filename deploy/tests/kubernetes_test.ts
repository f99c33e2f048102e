/**
 * The Kubernetes overlays: rendered by kubectl, checked by type, and against what they promise.
 */
import assert from "node:assert/strict";
import { parse, stringify } from "yaml";
import { inFolder } from "../../tests/support/folder.ts";
import { testWith } from "../../tests/support/requirements.ts";
import { type KubernetesObject, objectsOf, render, typeErrors } from "./support/kubernetes.ts";
import { knownVariable } from "./support/options.ts";
import { readText } from "./support/tools.ts";

const OVERLAYS = ["production", "staging"];
const SECRETS = ["redis_password", "mongodb_uri", "checkwx_api_key", "metrics_token"];
/** Components that an overlay may take: their variable, their secret, and the pods that are given it. */
const OPTIONAL = [
  { name: "openai", variable: "OPENAI_API_KEY_FILE", secret: "openai_api_key", pods: ["web"] },
  { name: "sentry", variable: "SENTRY_DSN_FILE", secret: "sentry_dsn", pods: ["web", "poller"] },
];

/** An overlay as it is rendered, with further components, and secrets of no worth where staging wants files. */
async function rendered(
  kubectl: string,
  overlay: string,
  components: readonly string[] = [],
): Promise<KubernetesObject[]> {
  return await inFolder(async (folder) => {
    const copy = async (from: string) => {
      await Deno.mkdir(`${folder}/${from}`, { recursive: true });
      for await (const entry of Deno.readDir(new URL(`../kubernetes/${from}/`, import.meta.url))) {
        if (entry.isDirectory) await copy(`${from}/${entry.name}`);
        else {
          await Deno.copyFile(
            new URL(`../kubernetes/${from}/${entry.name}`, import.meta.url),
            `${folder}/${from}/${entry.name}`,
          );
        }
      }
    };
    for (const from of ["base", "overlays", "components"]) await copy(from);
    for (const secret of SECRETS) {
      await Deno.writeTextFile(`${folder}/overlays/staging/secrets/${secret}`, "nothing");
    }
    const file = `${folder}/overlays/${overlay}/kustomization.yaml`;
    const kustomization = parse(await Deno.readTextFile(file));
    kustomization.components = [
      ...(kustomization.components ?? []),
      ...components.map((name) => `../../components/${name}`),
    ];
    await Deno.writeTextFile(file, stringify(kustomization));
    return await render(kubectl, `${folder}/overlays/${overlay}`);
  });
}

function find(objects: KubernetesObject[], kind: string, name: string): KubernetesObject {
  const found = objects.find((one) => one.kind === kind && one.metadata.name === name);
  assert.ok(found, `${kind} ${name}`);
  return found;
}

/** Pods of deployments and jobs, with where they are. */
function pods(objects: KubernetesObject[]): [string, KubernetesObject][] {
  return objects.flatMap((one): [string, KubernetesObject][] => {
    const template = one.kind === "CronJob"
      ? one.spec.jobTemplate.spec.template
      : one.spec?.template;
    return template ? [[`${one.kind} ${one.metadata.name}`, template.spec]] : [];
  });
}

for (const overlay of OVERLAYS) {
  testWith(`Kubernetes, ${overlay}`, ["kubectl"], async ([kubectl], t) => {
    const objects = await rendered(kubectl!, overlay);
    await t.step("everything lies in the overlay's namespace", () => {
      const namespace = objects.find((one) => one.kind === "Namespace").metadata.name;
      for (const one of objects) {
        if (one.kind !== "Namespace") assert.equal(one.metadata.namespace, namespace, one.kind);
      }
    });
    await t.step("pods are as tight as the strictest standard asks", () => {
      assert.equal(pods(objects).length, 3);
      for (const [where, pod] of pods(objects)) hardened(where, pod);
    });
    await t.step("alive and ready are different questions", () => {
      for (const name of ["web", "poller"]) {
        const [container] = find(objects, "Deployment", name).spec.template.spec.containers;
        assert.equal(container.livenessProbe.httpGet.path, "/healthz");
        assert.equal(container.startupProbe.httpGet.path, "/healthz");
        assert.equal(container.readinessProbe.httpGet.path, "/readyz");
      }
    });
    await t.step("a node is given time to drain", () => {
      for (const name of ["web", "poller"]) {
        const pod = find(objects, "Deployment", name).spec.template.spec;
        const config = objects.find((one) => one.kind === "ConfigMap").data;
        const drain = Number(config.DRAIN_DELAY_MS) + Number(config.DRAIN_TIMEOUT_MS);
        assert.ok(pod.terminationGracePeriodSeconds * 1000 > drain + 5000);
        const { readinessProbe } = pod.containers[0];
        const notices = readinessProbe.periodSeconds * readinessProbe.failureThreshold * 1000;
        assert.ok(notices + 1000 < Number(config.DRAIN_DELAY_MS), "balancers notice in time");
      }
    });
    await t.step("one polls, and its role is told apart from the others'", () => {
      assert.equal(find(objects, "Deployment", "poller").spec.replicas, 1);
      assert.equal(find(objects, "Deployment", "web").spec.replicas, undefined);
      assert.equal(roleOf(objects, "poller"), "poller");
      assert.equal(roleOf(objects, "web"), "web");
      assert.deepEqual(find(objects, "Service", "web").spec.selector, {
        "app.kubernetes.io/name": "web",
      });
    });
    await t.step("the service is given only variables and secrets that there are", () => {
      for (const [where, pod] of pods(objects)) variables(where, pod, objects);
    });
    await t.step("selectors of the policies and budgets find pods", () => selectors(objects));
    await t.step("metrics are not public, and the token reaches Prometheus", () => {
      const closed = find(objects, "Ingress", "not-public");
      const paths = closed.spec.rules[0].http.paths.map((one: { path: string }) => one.path);
      assert.deepEqual(paths, ["/metrics", "/api/metrics"]);
      const range =
        closed.metadata.annotations["nginx.ingress.kubernetes.io/whitelist-source-range"];
      assert.equal(range, "192.0.2.1/32");
      const [endpoint] = find(objects, "ServiceMonitor", "aviation-weather").spec.endpoints;
      assert.equal(endpoint.authorization.credentials.key, "metrics_token");
    });
  });
}

for (const overlay of OVERLAYS) {
  testWith(`a model and Sentry in ${overlay}: off, or on by a component`, ["kubectl"], async (
    [kubectl],
  ) => {
    const variablesOf = (objects: KubernetesObject[], pod: string) =>
      find(objects, "Deployment", pod).spec.template.spec.containers[0].env
        .map((one: { name: string; value?: string }) => `${one.name}=${one.value}`);
    const [without, chosen] = await Promise.all([
      rendered(kubectl!, overlay),
      rendered(kubectl!, overlay, OPTIONAL.map(({ name }) => name)),
    ]);
    for (const { variable, secret, pods } of OPTIONAL) {
      for (const pod of ["web", "poller"]) {
        assert.doesNotMatch(variablesOf(without, pod).join(), new RegExp(variable), pod);
        const given = variablesOf(chosen, pod).includes(`${variable}=/run/secrets/${secret}`);
        assert.equal(given, pods.includes(pod), `${pod} ${variable}`);
        assert.ok(knownVariable(variable));
      }
    }
    const outside = chosen.find((one) => one.kind === "ExternalSecret")?.spec.data;
    if (outside) {
      const keys = outside.map((one: { secretKey: string }) => one.secretKey);
      assert.deepEqual(keys, [...SECRETS, ...OPTIONAL.map(({ secret }) => secret)]);
    }
  });
}

Deno.test("the types find a misspelt member, a missing one and a wrong one", async () => {
  const deployment = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    spec: {
      selector: {},
      replicas: "two",
      template: { spec: { containers: [{ name: "a", imag: "b" }], volumes: [{}] } },
    },
  };
  const errors = await typeErrors([deployment]);
  assert.match(errors, /imag\W+ does not exist/);
  assert.match(errors, /Type 'string' is not assignable to type 'number'/);
  assert.match(errors, /'name' is missing/);
});

testWith("every object of every overlay is of its type", ["kubectl"], async ([kubectl]) => {
  const issuer = objectsOf(await readText("deploy/kubernetes/base/certificates.example.yaml"));
  const components = OPTIONAL.map(({ name }) => name);
  const overlays = await Promise.all(
    OVERLAYS.map((overlay) => rendered(kubectl!, overlay, components)),
  );
  assert.equal(await typeErrors([...issuer, ...overlays.flat()]), "");
});

function hardened(where: string, pod: KubernetesObject): void {
  assert.equal(pod.automountServiceAccountToken, false, where);
  assert.equal(pod.securityContext.runAsNonRoot, true, where);
  assert.equal(pod.securityContext.runAsUser, 1993, where);
  assert.deepEqual(pod.securityContext.seccompProfile, { type: "RuntimeDefault" }, where);
  for (const container of [...(pod.initContainers ?? []), ...pod.containers]) {
    const { securityContext, resources } = container;
    assert.equal(securityContext.allowPrivilegeEscalation, false, where);
    assert.equal(securityContext.readOnlyRootFilesystem, true, where);
    assert.deepEqual(securityContext.capabilities, { drop: ["ALL"] }, where);
    assert.ok(
      resources.requests.memory && resources.requests.cpu && resources.limits.memory,
      where,
    );
    assert.match(container.image, /:[\w.]+$|@sha256:/, where);
    assert.ok(!container.image.endsWith(":latest"), where);
    assert.ok(!JSON.stringify(container.args).includes("allow-all"), where);
  }
}

function roleOf(objects: KubernetesObject[], name: string): string {
  const [container] = find(objects, "Deployment", name).spec.template.spec.containers;
  return container.env.find((one: { name: string }) => one.name === "ROLE").value;
}

function variables(where: string, pod: KubernetesObject, objects: KubernetesObject[]): void {
  const config = objects.find((one) => one.kind === "ConfigMap").data;
  for (const name of Object.keys(config)) {
    assert.ok(name === "STORE_HOSTS" || name.startsWith("BACKUP_") || knownVariable(name), name);
  }
  const backup = where === "CronJob backup";
  const [service] = backup ? pod.initContainers : pod.containers;
  for (const { name, value } of service.env) {
    assert.ok(knownVariable(name), `${where} ${name}`);
    if (!name.endsWith("_FILE")) continue;
    assert.ok(SECRETS.includes(value.replace("/run/secrets/", "")), `${where} ${value}`);
  }
  for (const [, used] of service.args.join(" ").matchAll(/\$\((\w+)\)/g)) {
    assert.ok(config[used], `${where} uses ${used}`);
  }
  assert.ok(service.args.includes(backup ? "backup.js" : "main.js"), where);
  const given = objects.find((one) => one.kind === "ExternalSecret")?.spec.data
    .map((one: { secretKey: string }) => one.secretKey);
  if (given) assert.deepEqual(given, SECRETS);
}

function selectors(objects: KubernetesObject[]): void {
  const names = new Set(["web", "poller", "backup"]);
  for (const one of objects) {
    const selector = one.kind === "NetworkPolicy" ? one.spec.podSelector : one.kind ===
        "PodDisruptionBudget"
      ? one.spec.selector
      : null;
    if (selector === null) continue;
    for (const name of Object.values<string>(selector.matchLabels ?? {})) {
      assert.ok(names.has(name), `${one.kind} ${one.metadata.name}: ${name}`);
    }
    for (const { values } of selector.matchExpressions ?? []) {
      for (const name of values) assert.ok(names.has(name), `${one.metadata.name}: ${name}`);
    }
  }
}
