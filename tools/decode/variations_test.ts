import assert from "node:assert/strict";
import { FORMAT_ROWS } from "../../lib/products/metar/fixtures/formats.ts";
import { decode } from "../../lib/products/mod.ts";
import { flattenReport } from "./flatten.ts";

const RECEIVED = Date.UTC(2022, 9, 23, 3, 0);

/** Reports of every product that has a flat form; METARs of every row of the checklist. */
const REPORTS: readonly string[] = [
  ...new Set(FORMAT_ROWS.map(({ raw }) => raw)),
  "TAF AMD YBBN 240505Z 2406/2512 16008KT 9999 -SHRA SCT015 FM241200 19008KT 9999 INTER 2406/2415 3000 SHRA BKN012",
  "TAF KLSV 222300Z 2223/2405 21020G35KT 8000 BLDU BKN160 620304 530009 QNH2941INS TX42/2323Z TNM04/2314Z",
  "KTCC 140005Z 1400/1424 33012KT P6SM SKC WS012/33030KT FM140400 VRB06KT P6SM SKC",
  "TAF DRZA 220500Z 2206/2306 28008KT CAVOK PROB30 TEMPO 2214/2220 TS FEW045CB",
  "TAF EGDM 261557Z 2615/2618 CNL",
  "FSD UA /OV FSD360050/TM 0219/FL340/TP E170/TB OCNL LGT CHOP",
  "SMX UA /OV SMX/TM 0132/FL016/TP EPIC/SK OVC013-TOP016/WX FV04SM -RA/TA M03/WV 05012G17/IC LGT-MOD RIME",
  "ARP UAL901 5937N 05209W 0137 F370 235/033 TB OCNL LGT CHOP",
  "EHAA SIGMET M01 VALID 111130/111530 EHDB- EHAA AMSTERDAM FIR SEV ICE (FZRA) OBS ENTIRE FIR STNR NC",
  "EHAA SIGMET 1 VALID 111130/111530 EHDB- EHAA AMSTERDAM FIR RDOACT CLD FCST AT 1200Z WI 25KM OF N5200 E00520 STNR NC",
  "245 WSNT04 KKCI 152341 SIGA0D KZNY KZMA SIGMET DELTA 6 VALID 152341/160105 KKCI- NEW YORK OCEANIC FIR MIAMI OCEANIC FIR CNL SIGMET DELTA 5 152105/160105.",
];

/** Ways in which the same report reaches us. */
const VARIATIONS: Readonly<Record<string, (raw: string) => string>> = {
  "in small letters": (raw) => raw.toLowerCase(),
  "with two blanks for one": (raw) => raw.replaceAll(" ", "  "),
  "with tabs": (raw) => raw.replaceAll(" ", "\t"),
  "with blanks that do not break": (raw) => raw.replaceAll(" ", "\u00a0"),
  "one group a line": (raw) => raw.replaceAll(" ", "\r\n"),
  "on indented lines": (raw) => raw.replace(/ RMK| BECMG| TEMPO| FM/g, "\n     $&"),
  "with an end sign": (raw) => `${raw.replace(/=$/, "")}=`,
  "without one": (raw) => raw.replace(/=$/, ""),
  "with an end sign and blanks": (raw) => `${raw.replace(/=$/, "")} =\r\r\n`,
  "framed as on its way": (raw) => `\u0001\r\r\n${raw}\r\r\n\u0003`,
  "after empty lines": (raw) => `\n\n  ${raw}`,
};

const read = (raw: string) => {
  const report = decode(raw, { receivedAt: RECEIVED });
  assert.ok(report !== null, raw);
  return { product: report.product, ...flattenReport(report), unparsed: report.unparsed.length };
};

for (const [name, vary] of Object.entries(VARIATIONS)) {
  Deno.test(`a report of any kind ${name} says the same`, () => {
    for (const raw of REPORTS) {
      assert.deepEqual(read(vary(raw)), read(raw), JSON.stringify(vary(raw)));
    }
  });
}
