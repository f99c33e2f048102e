/**
 * The configuration of `deploy/nginx` in a real nginx before two real nodes: TLS, headers, limits, micro-cache,
 * compression, what is not public.
 */
import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { eventsOf } from "../../edge/testing/events.ts";
import { SECURITY_HEADERS } from "../../lib/http/security_headers.ts";
import { type FakeOpenAi, startFakeOpenAi } from "../../tests/support/fake_openai.ts";
import { inFolder } from "../../tests/support/folder.ts";
import { testWith } from "../../tests/support/requirements.ts";
import { say, sayWell } from "../../tests/support/say.ts";
import { until } from "../../tests/support/wait.ts";
import { startNodes } from "./support/nodes.ts";
import { type Proxy, startProxy, writeProxyConfig } from "./support/proxy.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** Headers that the proxy gives with answers of its own. */
const OWN_HEADERS = [
  "content-security-policy",
  "strict-transport-security",
  "x-content-type-options",
  "referrer-policy",
  "x-request-id",
];

testWith("nginx and two nodes", ["nginx"], async ([nginx], t) => {
  await using model = startFakeOpenAi({ mode: { kind: "held", after: 1 } });
  const nodes = await startNodes(2, { OPENAI_API_KEY: "k", OPENAI_BASE_URL: model.baseUrl });
  const ports = nodes.nodes.map((node) => node.port);
  const proxy = await startProxy(nginx!, { nodes: ports, assetsRoot: ROOT, exempt: ["127.0.0.1"] });
  const limited = await startProxy(nginx!, { nodes: ports, assetsRoot: ROOT });
  try {
    await t.step("TLS 1.2 and 1.3 are spoken, 1.1 is not; HTTP/2 is offered", () => tls(proxy));
    await t.step("plain HTTP leads to TLS", () => plain(proxy));
    await t.step("a name that is not ours is not answered", () => unknownName(proxy));
    await t.step("each security header is there once", () => headers(proxy));
    await t.step("the request id is the proxy's, whatever the client says", () => ids(proxy));
    await t.step("metrics are not public", () => metrics(proxy));
    await t.step("public answers are kept, all others are not", () => cache(proxy));
    await t.step("a model's sentence passes while it still writes", () => events(proxy, model));
    await t.step("compressed copies pass through or come from the disk", () => compression(proxy));
    await t.step("too much is refused with a problem", () => sizes(proxy));
    await t.step(
      "a page with all its assets passes the limits, ten times over",
      () => page(limited),
    );
    await t.step("API requests are limited by themselves", () => apiLimit(limited));
    await t.step("logins are limited to a few a minute", () => loginLimit(limited));
  } finally {
    await proxy.stop();
    await limited.stop();
    await nodes.stop();
  }
});

testWith("every file of the proxy is accepted by nginx", ["nginx"], async ([nginx], t) => {
  await inFolder(async (folder) => {
    await writeProxyConfig(folder, { nodes: [8001, 8002], port: 8443, plainPort: 8080 });
    const check = async (config: string) => {
      await sayWell(nginx!, ["-t", "-q", "-p", folder, "-c", `${folder}/${config}`]);
    };
    await t.step("nginx.conf", () => check("nginx.conf"));
    await t.step("nginx.conf behind the balancer", async () => {
      for (const name of ["listen", "listen_default"]) {
        await Deno.copyFile(`${folder}/${name}_behind_lb.conf`, `${folder}/${name}.conf`);
      }
      await check("nginx.conf");
    });
    await t.step("lb.conf", async () => {
      const text = await Deno.readTextFile(`${folder}/lb.conf`);
      // Debian has the stream module as a file; names of Compose mean nothing here.
      await Deno.writeTextFile(
        `${folder}/lb.conf`,
        "load_module /usr/lib/nginx/modules/ngx_stream_module.so;\n" +
          text.replace(/nginx-([12])/g, "127.0.0.$1"),
      );
      await check("lb.conf");
    });
  });
});

/** What `openssl s_client` says of a connection. */
async function handshake(proxy: Proxy, ...args: string[]): Promise<string> {
  const where = ["s_client", "-connect", `127.0.0.1:${proxy.port}`];
  return (await say("openssl", [...where, ...args])).text;
}

async function tls(proxy: Proxy): Promise<void> {
  const name = ["-servername", "localhost", "-alpn", "h2,http/1.1"];
  assert.match(await handshake(proxy, ...name, "-tls1_3"), /New, TLSv1\.3[\s\S]*|TLSv1\.3/);
  const older = await handshake(proxy, ...name, "-tls1_2");
  assert.match(older, /Protocol\s*: TLSv1\.2/);
  assert.match(older, /ECDHE-ECDSA-AES(?:128|256)-GCM/);
  assert.match(older, /ALPN protocol: h2/);
  // Security level 0 lets the client offer it; the refusal is the server's.
  const refused = await handshake(proxy, ...name, "-tls1_1", "-cipher", "ALL:@SECLEVEL=0");
  assert.match(refused, /alert protocol version/);
}

async function plain(proxy: Proxy): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${proxy.plainPort}/KJFK?x=1`, {
    redirect: "manual",
  });
  await answer.body?.cancel();
  assert.equal(answer.status, 308);
  assert.equal(answer.headers.get("location"), "https://127.0.0.1/KJFK?x=1");
}

async function unknownName(proxy: Proxy): Promise<void> {
  assert.match(await handshake(proxy, "-servername", "evil.example"), /unrecognized name/);
}

async function headers(proxy: Proxy): Promise<void> {
  const paths = ["/KJFK", "/api/v1/metar/KJFK", "/no/such/page", "/favicon.svg", "/metrics"];
  for (const path of paths) {
    const answer = await proxy.fetch(path);
    await answer.body?.cancel();
    for (const name of OWN_HEADERS) assert.ok(answer.headers.get(name), `${path} lacks ${name}`);
    for (const [name] of SECURITY_HEADERS) {
      const value = answer.headers.get(name);
      if (path === "/KJFK") assert.ok(value, `${path} lacks ${name}`);
      // Two of one name would be joined by a comma; only Permissions-Policy has commas of its own.
      if (name === "permissions-policy") continue;
      assert.ok(!value?.includes(","), `${path} ${name}: ${value}`);
    }
  }
}

async function ids(proxy: Proxy): Promise<void> {
  const answer = await proxy.fetch("/api/v1/metar/KJFK?units=icao", {
    headers: { "x-request-id": "forged", "cookie": "a=b" },
  });
  await answer.body?.cancel();
  const id = answer.headers.get("x-request-id")!;
  assert.match(id, /^[0-9a-f]{32}$/);
  // The line is written when the answer is over.
  let line = "";
  await until(
    async () => {
      const log = await Deno.readTextFile(`${proxy.folder}/access.log`);
      line = log.split("\n").find((one) => one.includes(id)) ?? "";
      return line !== "";
    },
    5_000,
    "a line in the log with the id",
  );
  const entry = JSON.parse(line);
  assert.equal(entry.path, "/api/v1/metar/KJFK");
  assert.equal(entry.status, answer.status);
  assert.ok(!line.includes("units"), "no query in the log");
}

async function metrics(proxy: Proxy): Promise<void> {
  for (const path of ["/metrics", "/api/metrics", "/metrics?x", "//metrics", "/api/../metrics"]) {
    const answer = await proxy.fetch(path);
    assert.ok(!(await answer.text()).includes("# HELP"), path);
  }
}

async function events(proxy: Proxy, model: FakeOpenAi): Promise<void> {
  const leaving = new AbortController();
  const answer = await proxy.fetch("/api/v1/briefing?route=KJFK,KBOS&text=model", {
    headers: { accept: "text/event-stream" },
    signal: leaving.signal,
  });
  const stream = eventsOf(answer);
  assert.equal((await stream.next()).value!.event, "briefing");
  assert.equal((await stream.next()).value!.event, "sentence");
  assert.equal(model.left, 0);
  leaving.abort();
  await stream.next().catch(() => {});
  await until(() => model.left === 1, 10_000, "left through the proxy");
}

async function cache(proxy: Proxy): Promise<void> {
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await proxy.fetch(path, {
      ...init,
      headers: { accept: "application/json", ...init.headers },
    });
    await answer.body?.cancel();
    return answer.headers.get("x-cache") ?? "";
  };
  const report = "/api/v1/metar/KJFK,KLGA";
  assert.equal(await ask(report), "MISS");
  assert.equal(await ask(report), "HIT");
  assert.equal(
    await ask(report, { headers: { accept: "text/plain" } }),
    "MISS",
    "Vary is honoured",
  );
  assert.equal(
    await ask(report, { method: "HEAD" }),
    "BYPASS",
    "the server's time is asked by HEAD",
  );
  assert.equal(await ask(report, { headers: { cookie: "units=si" } }), "BYPASS");
  assert.equal(await ask(report, { headers: { authorization: "Bearer x" } }), "BYPASS");
  for (const path of ["/readyz", "/api/v1/metar/QQQQ", "/api/v1/feeds"]) {
    await ask(path);
    const again = await proxy.fetch(path);
    await again.body?.cancel();
    const control = again.headers.get("cache-control") ?? "";
    const shared = /public.*s-maxage=[1-9]/.test(control) && again.status === 200;
    assert.equal(again.headers.get("x-cache") === "HIT", shared, `${path} ${control}`);
  }
}

async function compression(proxy: Proxy): Promise<void> {
  const raw = async (path: string, coding: string) => {
    const { stdout } = await new Deno.Command("curl", {
      args: ["-sk", "-D", "-", "-H", `accept-encoding: ${coding}`, proxy.origin + path],
    }).output();
    const text = new TextDecoder("latin1").decode(stdout);
    const end = text.indexOf("\r\n\r\n");
    return { head: text.slice(0, end).toLowerCase(), body: stdout.slice(end + 4) };
  };
  assert.match((await raw("/KJFK", "br")).head, /content-encoding: br/);
  assert.match((await raw("/KJFK", "gzip")).head, /content-encoding: gzip/);
  assert.doesNotMatch((await raw("/KJFK", "identity")).head, /content-encoding/);
  const html = await (await proxy.fetch("/KJFK")).text();
  const script = /"(\/_fresh\/assets\/[^"]+\.js)"/.exec(html)![1]!;
  const asset = await raw(script, "gzip");
  assert.match(asset.head, /content-encoding: gzip/);
  assert.match(asset.head, /cache-control: public, max-age=31536000, immutable/);
  assert.doesNotMatch(asset.head, /x-cache: ./, "it came from the disk");
  const copy = await Deno.readFile(`${ROOT}${script}.gz`);
  assert.deepEqual(asset.body, copy, "the copy of the build, not one made now");
  assert.deepEqual(
    new Uint8Array(gunzipSync(asset.body)),
    await Deno.readFile(`${ROOT}${script}`),
  );
}

async function sizes(proxy: Proxy): Promise<void> {
  const tooLarge = await proxy.fetch("/api/v1/decode", {
    method: "POST",
    body: "x".repeat(70_000),
  });
  assert.ok([400, 413].includes(tooLarge.status), String(tooLarge.status));
  assert.match(tooLarge.headers.get("content-type") ?? "", /application\/problem\+json/);
  await tooLarge.body?.cancel();
}

/** One view of a page: itself, everything that it names, and its report from the API. */
async function page(proxy: Proxy): Promise<void> {
  const html = await (await proxy.fetch("/KJFK")).text();
  const named = [...html.matchAll(/(?:src|href)="(\/(?:_fresh\/|favicon)[^"]*)"/g)];
  const assets = [...new Set(named.map((match) => match[1]!))];
  assert.ok(assets.length >= 2, "the page names its scripts");
  const refused: string[] = [];
  for (let view = 0; view < 10; view++) {
    const paths = ["/KJFK", ...assets, ...assets, "/api/v1/metar/KJFK", "/api/v1/taf/KJFK"];
    await Promise.all(paths.map(async (path) => {
      const answer = await proxy.fetch(path);
      await answer.body?.cancel();
      if (answer.status === 429) refused.push(path);
    }));
  }
  assert.deepEqual(refused, []);
}

async function apiLimit(proxy: Proxy): Promise<void> {
  const answers = await Promise.all(
    Array.from({ length: 150 }, () => proxy.fetch("/api/v1/metar/KJFK")),
  );
  const refused = answers.filter((answer) => answer.status === 429);
  assert.ok(refused.length > 20 && refused.length < 120, `${refused.length} of 150 refused`);
  const problem = await refused[0]!.json();
  assert.equal(refused[0]!.headers.get("retry-after"), "1");
  assert.equal(refused[0]!.headers.get("cache-control"), "no-store");
  assert.equal(problem.status, 429);
  assert.equal(problem.instance, refused[0]!.headers.get("x-request-id"));
  for (const answer of answers) if (!answer.bodyUsed) await answer.body?.cancel();
  const asset = await proxy.fetch("/favicon.svg");
  await asset.body?.cancel();
  assert.equal(asset.status, 200, "assets are not counted with the API");
}

async function loginLimit(proxy: Proxy): Promise<void> {
  const statuses: number[] = [];
  for (let i = 0; i < 8; i++) {
    const answer = await proxy.fetch("/login", { method: "POST", body: "a=b" });
    await answer.body?.cancel();
    statuses.push(answer.status);
  }
  assert.deepEqual(statuses.slice(6), [429, 429]);
  assert.ok(!statuses.slice(0, 6).includes(429), statuses.join());
}
