import assert from "node:assert/strict";

Deno.test("wrong props, state and data are found by deno check", async () => {
  const file = new URL("./fixtures/fresh_types/wrong.tsx", import.meta.url).pathname;
  const command = new Deno.Command(Deno.execPath(), {
    args: ["check", "--quiet", file],
    stdout: "piped",
    stderr: "piped",
  });
  const { code, stderr } = await command.output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
});
