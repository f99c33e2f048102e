import assert from "node:assert/strict";
import { requirement, skipLine } from "./requirements.ts";

Deno.test("a program is found by its name in the folders given", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/wrk`, "#!/bin/sh\n");
    const expected = { kind: "found", name: "wrk", path: `${folder}/wrk` };
    assert.deepEqual(requirement("wrk", ["", "/nowhere", folder]), expected);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a missing program names the test, itself and the line that installs it", () => {
  const missing = requirement("wrk", ["/nowhere"]);
  assert.ok(missing.kind === "missing");
  assert.equal(
    skipLine("the proxy keeps the host", missing),
    "the proxy keeps the host: needs wrk (apt-get install -y wrk)",
  );
});
