/** The smoke test passes on the running service, and sees what is wrong with it. */
import assert from "node:assert/strict";
import { askOf, checks, runChecks } from "../tools/smoke.ts";
import { withService } from "./support/service_process.ts";

Deno.test("the smoke test tells a sound service from one that is not", async (t) => {
  await withService({ METRICS_TOKEN: "secret" }, async ({ service }) => {
    const run = async (station: string, ask = askOf(service.address)) => {
      const lines: string[] = [];
      await runChecks(ask, checks(station, { allowSimulated: false }), (line) => lines.push(line));
      return lines;
    };
    await t.step("all is well", async () => {
      assert.deepEqual((await run("KJFK")).filter((line) => !line.startsWith("ok ")), []);
    });
    await t.step("a station without a report is told", async () => {
      const failed = (await run("EDDF")).filter((line) => line.startsWith("FAILED"));
      assert.match(failed[0]!, /METAR of EDDF.*no report of EDDF/);
    });
    await t.step("a proxy that takes the policy away is told", async () => {
      const ask = askOf(service.address);
      const stripped = await run("KJFK", async (path, init) => {
        const response = await ask(path, init);
        const headers = new Headers(response.headers);
        headers.delete("content-security-policy");
        const empty = response.status === 304;
        return new Response(empty ? null : response.body, { status: response.status, headers });
      });
      const failed = stripped.filter((line) => line.startsWith("FAILED"));
      assert.equal(failed.length, 1);
      assert.match(failed[0]!, /no closed Content-Security-Policy/);
    });
  });
});
