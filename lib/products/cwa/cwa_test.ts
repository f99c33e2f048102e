import assert from "node:assert/strict";
import fc from "fast-check";
import { recognise } from "../mod.ts";
import { decodeCwa } from "./mod.ts";

const HEADER = "FAUS22 KZMA 051728\nZMA2 CWA 051727 \nZMA CWA 201 VALID UNTIL 051830\n";
const receivedAt = Date.parse("2026-07-05T17:28:15Z");

Deno.test("an advisory gives unit, number, end, outline and tops", () => {
  const report = decodeCwa(
    HEADER + "FROM 30E TRV-20S PBI-30W PBI-30E TRV\nAREA TS MOV FROM 22010KT. TOPS TO FL330.\n",
    { receivedAt },
  );
  assert.equal(report.unit?.id, "ZMA");
  assert.equal(report.identifier?.text, "201");
  assert.equal(report.urgent, false);
  assert.equal(report.issuedAt, "2026-07-05T17:27:00Z");
  assert.equal(report.validity?.from, "2026-07-05T17:27:00Z");
  assert.equal(report.validity?.to, "2026-07-05T18:30:00Z");
  assert.equal(report.hazard.phenomenon, "thunderstorm");
  assert.equal(report.hazard.area.kind, "polygon");
  assert.equal(report.hazard.movement.kind === "moving" && report.hazard.movement.sense, "from");
  assert.deepEqual(report.unparsed, []);
  assert.equal(report.valid, true);
  assert.equal(recognise(report.raw), "cwa");
});

Deno.test("UCWA is urgent; a cut text still gives its header; a text without an end is invalid", () => {
  assert.equal(decodeCwa("ZNY1 UCWA 051727 ZNY UCWA 101 VALID UNTIL 051930").urgent, true);
  const cut = decodeCwa(HEADER, { receivedAt });
  assert.equal(cut.validity?.to, "2026-07-05T18:30:00Z");
  assert.equal(cut.hazard.area.kind, "notReported");
  assert.equal(decodeCwa("ZMA CWA 201").valid, false);
});

Deno.test("words that nobody knows are listed", () => {
  const report = decodeCwa(HEADER + "30E TRV\nISOL SEV TS D20 XYZZY STNR.");
  assert.deepEqual(report.unparsed.map(({ text }) => text), ["XYZZY"]);
  assert.equal(report.hazard.area.kind === "circle" && report.hazard.area.radius.value, 10);
});

Deno.test("within is not Wisconsin; who reported it does not hide the levels; a cancellation names its own", () => {
  const report = decodeCwa(
    "ZCZC 123\nFAUS21 KZDC 231400\nZDC2 UCWA 231400\nZDC UCWA 202 VALID UNTIL 231600\nWI 30NM OF DCA\n" +
      "SEV TURB RPRTD BY A320 BTN FL310-FL350. CONDS CONT BYD 1600Z.\nNNNN",
  );
  assert.equal(report.hazard.regions, null);
  assert.equal(report.hazard.area.kind === "circle" && report.hazard.area.radius.value, 30);
  const { levels } = report.hazard;
  assert.equal(
    levels.kind === "levels" && levels.top?.kind === "altitude" && levels.top.height.value,
    35_000,
  );
  assert.deepEqual(report.unparsed, []);
  const cancel = decodeCwa("ZNY1 CWA 231400\nZNY CWA 102 VALID UNTIL 231500 CANCEL ZNY CWA 101");
  assert.equal(cancel.cancelled, true);
  assert.equal(cancel.hazard.remarks[0]?.text, "CANCEL ZNY CWA 101");
  assert.deepEqual(cancel.unparsed, []);
});

Deno.test("any text: never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.nat(60), (noise, cut) => {
      const report = decodeCwa(HEADER.slice(0, cut) + noise, { receivedAt });
      for (const { text, start, end } of report.unparsed) {
        assert.equal(report.raw.slice(start, end), text);
      }
    }),
    { numRuns: Number(Deno.env.get("FUZZ_RUNS") ?? 500) },
  );
});
