/**
 * The Compose files: against the schema of Compose, and against what they promise.
 */
import assert from "node:assert/strict";
import { inFolder } from "../../tests/support/folder.ts";
import { sayWell } from "../../tests/support/say.ts";
import { readConfig } from "../../lib/config/mod.ts";
import { knownVariable } from "./support/options.ts";
import { filesBelow, npx, readText, readYaml } from "./support/tools.ts";

const FOLDER = new URL("../compose/", import.meta.url);
const FILES = ["compose.yaml", "compose.ha.yaml", "compose.dev.yaml"];
const PRODUCTION = FILES.slice(0, 2);

// deno-lint-ignore no-explicit-any -- services as Compose reads them
type Service = any;

/** Services of a file, those that `extends` names put in. */
async function servicesOf(file: string): Promise<[string, Service][]> {
  const { services } = await readYaml(`deploy/compose/${file}`);
  const base = (await readYaml("deploy/compose/compose.yaml")).services;
  return Object.entries<Service>(services).map(([name, service]) => {
    if (!service.extends) return [name, service];
    const from = base[service.extends.service];
    assert.ok(from, `${name} extends a service that there is`);
    return [name, {
      ...from,
      ...service,
      environment: { ...from.environment, ...service.environment },
      secrets: [...(from.secrets ?? []), ...(service.secrets ?? [])],
      deploy: { ...from.deploy, ...service.deploy, resources: from.deploy.resources },
    }];
  });
}

Deno.test("the files follow the schema of Compose", async () => {
  const { code, text } = await npx("dclint@3.1.0", ["-c", ".dclintrc.json", "."], FOLDER);
  assert.equal(code, 0, text);
});

Deno.test("the linter sees a misspelt key", async () => {
  await inFolder(async (folder) => {
    const text = await readText("deploy/compose/compose.dev.yaml");
    await Deno.writeTextFile(`${folder}/compose.yaml`, text.replace("healthcheck:", "healtcheck:"));
    const { code } = await npx("dclint@3.1.0", [folder]);
    assert.notEqual(code, 0);
  });
});

Deno.test("every image is pinned to a version", async () => {
  for (const file of FILES) {
    for (const [name, { image }] of await servicesOf(file)) {
      const version = /:([^:}]+)\}?$/.exec(image)?.[1] ?? "";
      assert.match(version, /\d+\.\d+/, `${file} ${name} ${image}`);
    }
  }
});

Deno.test("every container of production is hardened, limited, and its log bounded", async () => {
  for (const file of PRODUCTION) {
    for (const [name, service] of await servicesOf(file)) {
      const where = `${file} ${name}`;
      assert.deepEqual(service.security_opt, ["no-new-privileges:true"], where);
      assert.deepEqual(service.cap_drop, ["ALL"], where);
      assert.equal(service.logging.options["max-file"], "5", where);
      assert.match(String(service.logging.options["max-size"]), /^\d+m$/, where);
      const { limits } = service.deploy.resources;
      assert.ok(limits.cpus && limits.memory && limits.pids, where);
      assert.ok(service.restart, where);
      const writable = ["elasticsearch", "logstash", "kibana"].includes(name);
      assert.equal(service.read_only, !writable, where);
    }
  }
});

Deno.test("no secret stands in a file, and every one that is named is declared", async () => {
  for (const file of PRODUCTION) {
    const text = await readText(`deploy/compose/${file}`);
    assert.doesNotMatch(text, /(?:PASSWORD|TOKEN|KEY|SECRET)\w*: (?!\/run\/secrets)["']?\w/);
    const declared = Object.keys((await readYaml(`deploy/compose/${file}`)).secrets);
    const used = new Set<string>();
    for (const [name, service] of await servicesOf(file)) {
      for (const secret of service.secrets ?? []) {
        used.add(secret.source ?? secret);
        assert.ok(declared.includes(secret.source ?? secret), `${file} ${name} ${secret}`);
      }
    }
    assert.deepEqual(declared.filter((one) => !used.has(one)), [], "declared and not used");
  }
});

Deno.test("the script of the README makes every secret", async () => {
  assert.match(await readText("deploy/compose/README.md"), /scripts\/make_secrets\.sh secrets/);
  await inFolder(async (folder) => {
    const script = new URL("../scripts/make_secrets.sh", import.meta.url);
    await sayWell(script.pathname, [folder]);
    const made = [...Deno.readDirSync(folder)].map((file) => file.name);
    for (const file of PRODUCTION) {
      for (const name of Object.keys((await readYaml(`deploy/compose/${file}`)).secrets)) {
        assert.ok(made.includes(name), name);
      }
    }
  });
});

Deno.test("the service is given only variables that it knows, and its secrets as files", async () => {
  for (const file of FILES) {
    for (const [name, service] of await servicesOf(file)) {
      if (name !== "app") continue;
      for (const variable of Object.keys(service.environment)) {
        assert.ok(knownVariable(variable), `${file} ${variable}`);
        const secret = /^\/run\/secrets\/(\w+)$/.exec(service.environment[variable])?.[1];
        if (secret) assert.ok(service.secrets.includes(secret), `${file} ${secret}`);
      }
    }
  }
});

Deno.test("the keys of others are optional: with the files as they are made the model and Sentry are off", async () => {
  await inFolder(async (folder) => {
    const script = new URL("../scripts/make_secrets.sh", import.meta.url);
    await sayWell(script.pathname, [folder]);
    const readFile = (path: string) => Deno.readTextFileSync(path.replace("/run/secrets", folder));
    for (const file of PRODUCTION) {
      const { environment } = new Map(await servicesOf(file)).get("app");
      const configured = () => {
        const result = readConfig({ get: (name) => environment[name], readFile });
        assert.ok(result.ok, JSON.stringify(result));
        return [result.config.openaiKey, result.config.sentryDsn];
      };
      assert.deepEqual(configured(), ["", ""], file);
      const [key, dsn] = ["sk-1", "https://key@errors.example.org/1"];
      for (const [name, value] of [["openai_api_key", key], ["sentry_dsn", dsn]]) {
        await Deno.remove(`${folder}/${name}`);
        await Deno.writeTextFile(`${folder}/${name}`, value!);
      }
      assert.deepEqual(configured(), [key, dsn], file);
      for (const name of ["openai_api_key", "sentry_dsn"]) {
        await Deno.writeTextFile(`${folder}/${name}`, "");
      }
    }
  });
});

Deno.test("what starts waits for the health of what it needs", async () => {
  for (const file of FILES) {
    const services = new Map(await servicesOf(file));
    for (const [name, service] of services) {
      if (service.extends) continue;
      for (const [needed, { condition }] of Object.entries<Service>(service.depends_on ?? {})) {
        assert.ok(services.has(needed), `${file} ${name} needs ${needed}`);
        const checked = services.get(needed).healthcheck || ["app"].includes(needed);
        if (condition === "service_healthy") assert.ok(checked, `${needed} has a health check`);
        else assert.equal(condition, "service_completed_successfully");
      }
    }
  }
});

Deno.test("hosts that the nodes may call are services, on a network that both are on", async () => {
  for (const file of PRODUCTION) {
    const services = new Map(await servicesOf(file));
    const app = services.get("app");
    const [net, program] = app.command;
    assert.equal(program, "main.js");
    const [named, further] = net.replace("--allow-net=", "").split("$", 2);
    assert.equal(further, "{FURTHER_HOSTS:+,", "the comma comes with the hosts");
    for (const host of named.split(",")) {
      const service = services.get(host.split(":")[0]);
      assert.ok(service, `${file} ${host}`);
      assert.ok(service.networks.some((one: string) => app.networks.includes(one)), host);
    }
    assert.ok(app.stop_grace_period === "40s", "longer than the drain");
  }
});

Deno.test("only the proxy is published; consoles on this machine alone; stores reach nothing outside", async () => {
  for (const file of PRODUCTION) {
    const { networks } = await readYaml(`deploy/compose/${file}`);
    for (const name of ["data", "monitoring"]) assert.equal(networks[name].internal, true);
    for (const [name, service] of await servicesOf(file)) {
      const open = (service.ports ?? []).filter((port: string) => !port.startsWith("127.0.0.1:"));
      assert.equal(open.length > 0, name === (file === "compose.yaml" ? "nginx" : "lb"), name);
      if (/^(?:redis|mongodb|sentinel)/.test(name) && !name.endsWith("exporter")) {
        assert.deepEqual(service.networks, ["data"], name);
      }
    }
  }
});

Deno.test("every file that is mounted from this tree is there", async () => {
  for (const file of FILES) {
    for (const [name, { volumes = [] }] of await servicesOf(file)) {
      for (const volume of volumes) {
        const path = typeof volume === "string" ? volume.split(":")[0]! : "";
        if (!path.startsWith(".") || path.includes("$")) continue;
        await assert.doesNotReject(Deno.stat(new URL(path, FOLDER)), `${file} ${name} ${path}`);
      }
    }
  }
});

Deno.test("scripts of the containers pass shellcheck", async () => {
  const scripts = await filesBelow("deploy/compose", /\.sh$/);
  assert.ok(scripts.length >= 3);
  await sayWell("shellcheck", scripts);
});
