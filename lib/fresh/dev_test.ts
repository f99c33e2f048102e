import assert from "node:assert/strict";
import { startDev, withReload } from "./dev.ts";

Deno.test("HTML gets the reload script, and its policy the event stream alone", async () => {
  const response = new Response("<html><body><p>x</p></body></html>", {
    status: 404,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; script-src 'self'",
    },
  });
  const changed = await withReload(response);
  assert.equal(changed.status, 404);
  assert.equal(
    changed.headers.get("content-security-policy"),
    "default-src 'none'; script-src 'self'; connect-src 'self'",
  );
  assert.match(await changed.text(), /<\/p><script type="module" src="[^"]+"><\/script><\/body>/);
});

Deno.test("other answers pass as they are", async () => {
  const changed = await withReload(Response.json({ a: 1 }));
  assert.deepEqual(await changed.json(), { a: 1 });
});

Deno.test("a changed file restarts the app and tells open pages", async () => {
  const folder = await Deno.makeTempDir();
  const root = new URL(`file://${folder}/`);
  await Deno.mkdir(new URL("routes/", root));
  const main = new URL("main.ts", root);
  const app = (text: string) =>
    `Deno.serve({ hostname: "127.0.0.1", port: Number(Deno.args[0]), onListen() {} },
      () => new Response("<body>${text}</body>", { headers: { "content-type": "text/html" } }));`;
  await Deno.writeTextFile(main, app("one"));
  const server = await startDev({
    root,
    port: 0,
    watch: ["main.ts", "routes"],
    start: (port) =>
      new Deno.Command(Deno.execPath(), {
        args: ["run", "--no-prompt", "--allow-net=127.0.0.1", main.pathname, String(port)],
        stdout: "null",
        stderr: "null",
      }).spawn(),
  });
  const origin = `http://127.0.0.1:${server.addr.port}`;
  try {
    assert.match(await (await fetch(origin)).text(), /^<body>one<script/);
    const events = (await fetch(`${origin}/_fresh/dev/events`)).body!
      .pipeThrough(new TextDecoderStream()).getReader();
    const first = (await events.read()).value!;
    assert.match(first, /^event: version\ndata: \d+\n\n$/);
    await Deno.writeTextFile(main, app("two"));
    const second = (await events.read()).value!;
    assert.notEqual(second, first);
    assert.match(await (await fetch(origin)).text(), /^<body>two<script/);
    await events.cancel();
  } finally {
    await server.shutdown();
    await server.stopped;
    await Deno.remove(folder, { recursive: true });
  }
});
