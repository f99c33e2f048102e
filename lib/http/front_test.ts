import assert from "node:assert/strict";
import { FakeClock } from "../time/mod.ts";
import { createLog } from "../observe/log.ts";
import { clientAddress, trustedProxies } from "./client_address.ts";
import { createFront, type FrontOptions, type Handler } from "./front.ts";
import { SECURITY_HEADERS } from "./security_headers.ts";

const INFO = { remoteAddr: { transport: "tcp", hostname: "192.0.2.7", port: 1 } };

function front(handler: Handler, changes: Partial<FrontOptions> = {}) {
  const lines: string[] = [];
  const counted: string[] = [];
  const clock = new FakeClock("2026-11-24T12:00:00Z");
  const ask = createFront(handler, {
    log: createLog({ level: "info", clock, write: (line) => lines.push(line) }),
    clock,
    maxInFlight: 2,
    trustProxy: [],
    allowedHosts: [],
    accessLog: "problems",
    observe: (route, method, status) => counted.push(`${route} ${method} ${status}`),
    ...changes,
  });
  return { ask, lines, counted };
}

function request(path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
  return new Request(`http://localhost${path}`, {
    ...init,
    headers: { host: "localhost", ...init.headers },
  });
}

const ok: Handler = () => new Response("ok");

Deno.test("every status carries every security header", async (t) => {
  for (const status of [200, 204, 301, 304, 404, 500]) {
    await t.step(String(status), async () => {
      const { ask } = front(() => new Response(null, { status }));
      const response = await ask(request("/"), INFO);
      for (const [name, value] of SECURITY_HEADERS) {
        assert.equal(response.headers.get(name), value, name);
      }
    });
  }
});

Deno.test("a redirect with unchangeable headers is secured as well", async () => {
  const { ask } = front(() => Response.redirect("http://localhost/KJFK", 308));
  const response = await ask(request("/kjfk"), INFO);
  assert.equal(response.status, 308);
  assert.ok(response.headers.has("content-security-policy"));
  assert.equal(response.headers.get("location"), "http://localhost/KJFK");
});

Deno.test("an answer that brings its own policy is left as it is", async () => {
  const { ask } = front(() =>
    new Response("x", { headers: { "content-security-policy": "default-src 'none'" } })
  );
  const response = await ask(request("/"), INFO);
  assert.equal(response.headers.get("content-security-policy"), "default-src 'none'");
  assert.equal(response.headers.has("referrer-policy"), false);
});

const REFUSED: {
  name: string;
  request: () => Request;
  status: number;
  options?: Partial<FrontOptions>;
}[] = [
  {
    name: "an address over 2,048 characters",
    request: () => request("/" + "a".repeat(2100)),
    status: 414,
  },
  {
    name: "a body over 64 kB",
    request: () => request("/", { method: "POST", headers: { "content-length": "65537" } }),
    status: 413,
  },
  {
    name: "a body without length",
    request: () => request("/", { method: "POST", headers: { "transfer-encoding": "chunked" } }),
    status: 411,
  },
  { name: "an unknown method", request: () => request("/", { method: "BREW" }), status: 405 },
  {
    name: "no Host",
    request: () => new Request("http://localhost/"),
    status: 400,
  },
  {
    name: "another host",
    request: () => request("/", { headers: { host: "evil.example" } }),
    status: 421,
    options: { allowedHosts: ["weather.example"] },
  },
];

Deno.test("a request out of bounds is refused with a problem before any handler sees it", async (t) => {
  for (const row of REFUSED) {
    await t.step(row.name, async () => {
      let asked = 0;
      const { ask, counted } = front(() => {
        asked++;
        return new Response();
      }, row.options);
      const response = await ask(row.request(), INFO);
      assert.equal(response.status, row.status);
      assert.equal(asked, 0);
      assert.match(response.headers.get("content-type")!, /^application\/problem\+json/);
      const body = await response.json();
      assert.equal(body.status, row.status);
      assert.equal(body.instance, response.headers.get("x-request-id"));
      assert.equal(counted.length, 1);
      if (row.status === 405) assert.equal(response.headers.get("allow"), "GET, HEAD, OPTIONS");
    });
  }
});

Deno.test("the request over the limit in progress gets 503 with Retry-After, and room comes back", async () => {
  const waiting: ((response: Response) => void)[] = [];
  const { ask } = front(() => new Promise((resolve) => waiting.push(resolve)));
  const first = [ask(request("/1"), INFO), ask(request("/2"), INFO)];
  const third = await ask(request("/3"), INFO);
  assert.equal(third.status, 503);
  assert.equal(third.headers.get("retry-after"), "1");
  for (const answer of waiting) answer(new Response("late"));
  await Promise.all(first);
  const fourth = ask(request("/4"), INFO);
  waiting.at(-1)!(new Response("ok"));
  assert.equal((await fourth).status, 200);
});

Deno.test("a handler that throws or rejects gives 500 without saying why, and the log says why", async (t) => {
  const failing: [string, Handler][] = [
    ["throws", () => {
      throw new Error("secret path /etc");
    }],
    ["rejects", () => Promise.reject(new Error("secret path /etc"))],
  ];
  for (const [name, handler] of failing) {
    await t.step(name, async () => {
      const { ask, lines } = front(handler);
      const response = await ask(request("/"), INFO);
      assert.equal(response.status, 500);
      assert.doesNotMatch(await response.text(), /secret/);
      assert.ok(lines.some((line) => line.includes("secret path")));
    });
  }
});

Deno.test("a handler that answers at once is not made asynchronous", () => {
  const { ask } = front(ok);
  assert.ok(ask(request("/"), INFO) instanceof Response);
});

Deno.test("the access log has a line for each request only when asked for", async () => {
  const quiet = front(ok);
  await quiet.ask(request("/"), INFO);
  assert.equal(quiet.lines.length, 0);
  const all = front(ok, { accessLog: "all" });
  await all.ask(request("/KJFK?x=1"), INFO);
  const line = JSON.parse(all.lines[0]!);
  assert.equal(line.path, "/KJFK");
  assert.equal(line.client, "192.0.2.7");
});

const CLIENTS: { name: string; peer: string; header: string | null; expected: string }[] = [
  { name: "no header", peer: "192.0.2.1", header: null, expected: "192.0.2.1" },
  { name: "an untrusted peer", peer: "192.0.2.1", header: "198.51.100.1", expected: "192.0.2.1" },
  { name: "a trusted proxy", peer: "10.0.0.1", header: "198.51.100.1", expected: "198.51.100.1" },
  {
    name: "what the client wrote itself is passed over",
    peer: "10.0.0.1",
    header: "6.6.6.6, 198.51.100.1",
    expected: "198.51.100.1",
  },
  {
    name: "two trusted proxies",
    peer: "10.0.0.1",
    header: "198.51.100.1, 10.0.0.2",
    expected: "198.51.100.1",
  },
  { name: "garbage", peer: "10.0.0.1", header: "<script>", expected: "10.0.0.1" },
];

Deno.test("the client's address is believed only from trusted proxies", async (t) => {
  for (const row of CLIENTS) {
    await t.step(row.name, () => {
      const trusted = new Set(["10.0.0.1", "10.0.0.2"]);
      assert.equal(clientAddress(row.peer, row.header, trusted), row.expected);
    });
  }
});

const RANGES: { listed: string[]; address: string; trusted: boolean }[] = [
  { listed: ["10.0.0.0/8"], address: "10.200.3.4", trusted: true },
  { listed: ["10.0.0.0/8"], address: "11.0.0.1", trusted: false },
  { listed: ["10.0.0.0/8"], address: "::ffff:10.0.0.9", trusted: true },
  { listed: ["fd00::/8", "127.0.0.1"], address: "fd12::7", trusted: true },
  { listed: ["fd00::/8", "127.0.0.1"], address: "127.0.0.1", trusted: true },
  { listed: ["10.0.0.0/99"], address: "10.0.0.1", trusted: false },
  { listed: [], address: "10.0.0.1", trusted: false },
  { listed: ["10.0.0.0/8"], address: "", trusted: false },
];

Deno.test("a range of proxies is trusted as a whole", () => {
  for (const { listed, address, trusted } of RANGES) {
    assert.equal(trustedProxies(listed).has(address), trusted, `${address} in ${listed}`);
  }
});
