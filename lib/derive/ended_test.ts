import assert from "node:assert/strict";
import { decodeSigmet } from "../products/sigmet/mod.ts";
import { endedSigmets } from "./ended.ts";

const receivedAt = Date.parse("2026-07-11T11:20:00Z");
const at = (time: string) => Date.parse(`2026-07-11T${time}:00Z`);
const held = (raw: string) => ({ decoded: decodeSigmet(raw, { receivedAt }) });

const M01 =
  "EHAA SIGMET M01 VALID 111130/111530 EHDB- EHAA AMSTERDAM FIR SEV TURB OBS ENTIRE FIR FL250/370 NC=";
const CANCEL =
  "EHAA SIGMET M02 VALID 111200/111530 EHDB- EHAA AMSTERDAM FIR CNL SIGMET M01 111130/111530=";
const US = (number: number, hours: string, region = "NEW YORK OCEANIC FIR", what = "EMBD TS") =>
  `KZNY SIGMET DELTA ${number} VALID ${hours} KKCI- ${region} ${what} OBS AT 1145Z WI N3000 W06000 - N3200 W06000 - N3200 W05800 - N3000 W06000 TOP FL450 STNR NC.`;

const rows:
  readonly (readonly [name: string, one: string, by: string, kind: string | undefined])[] = [
    ["a cancellation ends the one that it names", M01, CANCEL, "cancelled"],
    ["one of another number stays", M01, CANCEL.replace("SIGMET M01", "SIGMET M03"), undefined],
    [
      "one of another period stays",
      M01,
      CANCEL.replace("111130/111530=", "111130/111600="),
      undefined,
    ],
    ["one of another region stays", M01, CANCEL.replace("AMSTERDAM", "ROTTERDAM"), undefined],
    [
      "a cancellation without a period ends nothing",
      M01,
      CANCEL.replace(" 111130/111530=", "="),
      undefined,
    ],
    ["an AIRMET of the same number stays", M01.replace("SIGMET", "AIRMET"), CANCEL, undefined],
    ["a test cancels nothing", M01, CANCEL.replace("CNL", "TEST CNL"), undefined],
    ["a correction of the same number and period replaces it", M01, `COR ${M01}`, "corrected"],
    [
      "a correction of another period does not",
      M01,
      `COR ${M01.replace("111130", "111145")}`,
      undefined,
    ],
    [
      "the next issue of a US series replaces the one before",
      US(5, "111130/111530"),
      US(6, "111155/111600"),
      "renewed",
    ],
    [
      "an issue for other regions does not",
      US(5, "111130/111530"),
      US(6, "111155/111600", "MIAMI OCEANIC FIR"),
      undefined,
    ],
    [
      "nor one of another phenomenon",
      US(5, "111130/111530"),
      US(6, "111155/111600", "NEW YORK OCEANIC FIR", "SEV TURB"),
      undefined,
    ],
    [
      "outside of the US the next number is another warning",
      M01.replace("M01", "DELTA 1"),
      M01.replace("M01", "DELTA 2"),
      undefined,
    ],
  ];
for (const [name, one, by, kind] of rows) {
  Deno.test(name, () => {
    const [first, second] = [held(one), held(by)];
    for (const list of [[first, second], [second, first]]) {
      const ended = endedSigmets(list, at("12:30"));
      assert.equal(ended.get(first)?.kind, kind);
      assert.equal(ended.get(first)?.by, kind === undefined ? undefined : second);
      assert.equal(ended.get(second), undefined);
    }
  });
}

Deno.test("a cancellation counts from its own beginning", () => {
  const list = [held(M01), held(CANCEL)];
  assert.equal(endedSigmets(list, at("11:59")).size, 0);
  assert.equal(endedSigmets(list, at("12:00")).size, 1);
});

Deno.test("a US cancellation names its series", () => {
  const five =
    "KZNY KZMA SIGMET DELTA 5 VALID 152105/160105 KKCI- NEW YORK OCEANIC FIR MIAMI OCEANIC FIR EMBD TS OBS AT 2045Z WI N2800 W07500 - N2900 W07300 - N2700 W07300 - N2800 W07500 TOP FL460 STNR NC.";
  const cancel =
    "245 WSNT04 KKCI 152341 SIGA0D KZNY KZMA SIGMET DELTA 6 VALID 152341/160105 KKCI- NEW YORK OCEANIC FIR MIAMI OCEANIC FIR CNL SIGMET DELTA 5 152105/160105.";
  const received = Date.parse("2026-07-15T23:45:00Z");
  const list = [five, cancel].map((raw) => ({
    decoded: decodeSigmet(raw, { receivedAt: received }),
  }));
  assert.equal(endedSigmets(list, received).get(list[0]!)?.kind, "cancelled");
});
