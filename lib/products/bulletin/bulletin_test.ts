import assert from "node:assert/strict";
import fc from "fast-check";
import { type BulletinReport, readBulletins } from "./mod.ts";

async function* chunks(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) {
    yield await Promise.resolve(text.slice(at, at + size));
  }
}

async function read(text: string, size = 7, maxLength?: number): Promise<BulletinReport[]> {
  const options = maxLength === undefined ? {} : { maxLength };
  return await Array.fromAsync(readBulletins(chunks(text, size), options));
}

Deno.test("a METAR bulletin: heading and keyword off, reports end at the equals sign", async () => {
  const reports = await read(
    "\x01\r\r\n123 \r\r\nSAXX60 EDZW 061750 RRA\r\r\nMETAR\r\r\nEDDF 061750Z 24008KT\r\r\n     CAVOK 10/05 Q1013=\r\r\n" +
      "EDDM 061750Z NIL= EDDS 061750Z 00000KT 9999=\r\r\n\x03",
  );
  assert.deepEqual(reports.map(({ text }) => text), [
    "EDDF 061750Z 24008KT\n     CAVOK 10/05 Q1013=",
    "EDDM 061750Z NIL=",
    "EDDS 061750Z 00000KT 9999=",
  ]);
  assert.ok(reports.every(({ product, keyword }) => product === "metar" && keyword === "METAR"));
  assert.deepEqual(reports[0]?.heading, {
    id: "SAXX60",
    office: "EDZW",
    time: "061750",
    addition: "RRA",
  });
});

Deno.test("a NOAA cycle file: date line, report, blank line", async () => {
  const reports = await read(
    "2011/11/23 00:00\nCYXX 230000Z 15010KT 15SM\n\n2011/11/23 00:10\nLOWI 230010Z 00000KT CAVOK\n\n",
  );
  assert.deepEqual(reports.map(({ text, statedAt }) => [text, statedAt]), [
    ["CYXX 230000Z 15010KT 15SM", Date.UTC(2011, 10, 23)],
    ["LOWI 230010Z 00000KT CAVOK", Date.UTC(2011, 10, 23, 0, 10)],
  ]);
});

Deno.test("lines without any end sign: a report ends where the next begins", async () => {
  const reports = await read(
    "TAF EDDF 061700Z 0618/0724 24008KT CAVOK\n  BECMG 0620/0622 VRB03KT\nTAF EDDM 061700Z 0618/0724 NSW\n" +
      "KJFK 061751Z 28008KT\nARP UAL901 5937N 05209W 0137 F370\nFSD UA /OV FSD/TM 0219",
  );
  assert.equal(reports.length, 5);
  assert.equal(
    reports[0]?.text,
    "TAF EDDF 061700Z 0618/0724 24008KT CAVOK\n  BECMG 0620/0622 VRB03KT",
  );
});

Deno.test("an advisory runs over blank lines to the end of its bulletin and is told by its heading", async () => {
  const reports = await read(
    "FVXX24 KNES 241930\nVA ADVISORY\nDTG: 20240524/1930Z\n\nVAAC: WASHINGTON\n\nRMK: NIL\n\n" +
      "FKNT24 KNHC 242055\nTC ADVISORY\nDTG: 20240924/2100Z\nTCAC: KNHC\nNXT MSG: NO MSG EXP=\n",
  );
  assert.deepEqual(reports.map(({ product }) => product), ["vaAdvisory", "tcAdvisory"]);
  assert.ok(reports[0]?.text.endsWith("RMK: NIL"));
});

Deno.test("a warning runs on over blank lines to the end of its bulletin", async () => {
  const reports = await read(
    "973 \nWSUS31 KKCI 031155\nSIGE  \nMKCE WST 031155\nCONVECTIVE SIGMET 44E\nVALID UNTIL 1355Z\n\nOUTLOOK VALID 031355-031755\n\n" +
      "747 \nWSPA03 PHFO 170000\nKZAK SIGMET PAPA 3 VALID 162358/162359 PHFO-\n",
  );
  assert.equal(reports.length, 2);
  assert.ok(reports[0]?.text.endsWith("\n\nOUTLOOK VALID 031355-031755"));
  assert.deepEqual(reports.map(({ product }) => product), ["sigmet", "sigmet"]);
  assert.equal(reports[1]?.heading?.office, "PHFO");
});

Deno.test("a table keeps its blank columns", async () => {
  const [report] = await read(
    "FBUS31 KWNO 212000\nFT  3000    6000    9000\nABQ              9900+16\n",
  );
  assert.equal(report?.product, "windsAloft");
  assert.ok(report?.text.includes("ABQ              9900+16"));
});

Deno.test("what is held does not grow with the stream: an endless text is cut", async () => {
  const reports = await read(
    "WSXX01 KKCI 010000\n" + "SIGMET WORDS WITHOUT END\n".repeat(400),
    1000,
    1000,
  );
  assert.ok(reports.length > 8);
  assert.ok(reports.every(({ text }) => text.length <= 1000));
  assert.equal(reports[0]?.cut, true);
  assert.equal(reports.at(-1)?.cut, false);
});

Deno.test("how the stream is cut into chunks changes nothing", async () => {
  const piece = fc.constantFrom(
    "SAXX60 EDZW 061750\n",
    "METAR\n",
    "EDDF 061750Z 24008KT",
    "=",
    "\n",
    "\r\r\n",
    "\x03",
    "NNNN\n",
    "2011/11/23 00:00\n",
    "WSUS31 KKCI 031155\n",
    "A",
    " ",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 40 }),
      fc.integer({ min: 1, max: 50 }),
      async (pieces, size) => {
        const text = pieces.join("");
        assert.deepEqual(await read(text, size), await read(text, 10_000));
      },
    ),
    { numRuns: Number(Deno.env.get("FUZZ_RUNS") ?? 500) },
  );
});
