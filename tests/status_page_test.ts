/** The status page says what was measured, and nothing better. */
import assert from "node:assert/strict";
import { HOUR_MS, MINUTE_MS } from "../lib/time/mod.ts";
import { percentText } from "../lib/view/status/status_page.tsx";
import { pagesApp } from "./support/pages_app.ts";

const INFO = { remoteAddr: { hostname: "127.0.0.1", port: 1, transport: "tcp" } } as never;

Deno.test("the status page names each source with its state, and no uptime before it is measured", async () => {
  const { handler, clock, status } = await pagesApp();
  const page = async () => await (await handler(new Request("http://x/status"), INFO)).text();
  const first = await page();
  assert.match(first, /METARs and TAFs arrive in time/);
  assert.match(first, /Nothing has been measured yet/);
  assert.match(first, /<td>awc<\/td>/);
  status.start();
  clock.advance(MINUTE_MS);
  await status.stop();
  assert.match(await page(), /Answered in 100 % of the minutes of the last 90 days/);
  clock.advance(2 * HOUR_MS);
  const late = await page();
  assert.match(late, /METARs or TAFs are late/);
  assert.match(late, /<td>late<\/td>/);
  assert.match(late, /Answered in 0\.82 % of the minutes of the last 7 days/);
});

Deno.test("a share is never rounded up to all", () => {
  assert.equal(percentText(1), "100 %");
  assert.equal(percentText(0.99999), "99.99 %");
  assert.equal(percentText(0), "0 %");
});
