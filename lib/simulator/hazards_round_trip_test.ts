import assert from "node:assert/strict";
import { decodeCwa } from "../products/cwa/mod.ts";
import { decodeGairmet } from "../products/gairmet/mod.ts";
import { agreeWithProvider, decodeSigmet } from "../products/sigmet/mod.ts";
import { HOUR_MS } from "../time/mod.ts";
import { gairmetJson } from "./awc/json.ts";
import { createSimulation } from "./simulation.ts";
import { readStations } from "../../tests/support/stations.ts";

const { hazards } = createSimulation({
  seed: 7,
  stations: await readStations(),
  counts: { metar: 700, taf: 500 },
});
const NOON = Date.parse("2026-11-24T12:05:00Z");
const INSTANTS = [0, 7, 19, 24 * 230 + 9, 24 * 236 + 9, 24 * 240 + 11].map((hours) =>
  NOON + hours * HOUR_MS
);

Deno.test("every simulated SIGMET reads back as it was meant, to the last word", async () => {
  let seen = 0;
  for (const now of INSTANTS) {
    for (const one of [...await hazards.domestic(now), ...await hazards.international(now)]) {
      const report = decodeSigmet(one.text, { receivedAt: one.issuedAt });
      assert.deepEqual(report.unparsed.map(({ text }) => text), [], one.text);
      const meant = {
        validTo: one.validTo,
        ...(one.baseFt !== null && { minFt: one.baseFt }),
        ...(one.topFt !== null && { maxFt: one.topFt }),
        area: one.ring.map(({ latitude, longitude }) => [latitude, longitude]),
      };
      assert.deepEqual(agreeWithProvider(report, meant), [], one.text);
      assert.equal(report.hazards[0]?.area.kind, "polygon", one.text);
      seen++;
    }
  }
  assert.ok(seen > 20, String(seen));
});

Deno.test("every simulated centre weather advisory reads back", async () => {
  let seen = 0;
  for (const now of INSTANTS) {
    for (const one of await hazards.advisories(now)) {
      const report = decodeCwa(one.text, { receivedAt: one.issuedAt });
      assert.deepEqual(report.unparsed.map(({ text }) => text), [], one.text);
      assert.equal(Date.parse(report.validity?.to ?? ""), one.validTo);
      assert.equal(report.hazard.area.kind, "polygon", one.text);
      seen++;
    }
  }
  assert.ok(seen > 0);
});

Deno.test("every simulated G-AIRMET reads back", async () => {
  let seen = 0;
  for (const now of INSTANTS) {
    for (const one of await hazards.gairmets(now)) {
      const report = decodeGairmet(gairmetJson(one) as Record<string, unknown>);
      assert.deepEqual(report.issues, []);
      assert.equal(Date.parse(report.validAt ?? ""), one.validAt);
      assert.equal(report.area.kind === "polygon" && report.area.points.length, one.ring.length);
      seen++;
    }
  }
  assert.ok(seen > 20, String(seen));
});
