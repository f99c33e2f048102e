import assert from "node:assert/strict";
import { decodePirep, describe, explain } from "./mod.ts";

const ROUTINE = "FSD UA /OV FSD360050/TM 0219/FL340/TP E170/TB OCNL LGT CHOP";
const FULL =
  "ABC UUA /OV 12NE KABC/TM 2350/FL080/TP C172/SK BKN-OVC040-TOP065/SKC/WX FV02SM +TSRA/TA M05/WV 24045KT" +
  "/TB SEV 060-080/IC LGT-MOD RIME BLO 070/RM HAIL ON WINGS";

const texts = (raw: string, options = {}) =>
  describe(decodePirep(raw), options).map(({ text }) => text);

const SENTENCES: readonly (readonly [raw: string, sentence: string])[] = [
  [ROUTINE, "Pilot report (PIREP), collected by FSD."],
  [ROUTINE, "Place: 50 NM on the 360 radial of FSD."],
  [ROUTINE, "Observed at 02:19Z."],
  [ROUTINE, "Level: 34,000 ft MSL."],
  [
    ROUTINE,
    "Turbulence: occasional (less than a third of the time), light, chop (rapid, regular bumps).",
  ],
  [ROUTINE, "Nothing is said of icing: this does not mean that there was none."],
  [FULL, "URGENT: marked as urgent (UUA), severe or extreme turbulence and hail."],
  [FULL, "Place: 12 NM NE of KABC."],
  [FULL, "Cloud: broken to overcast, base 4,000 ft MSL, top 6,500 ft MSL."],
  [FULL, "Sky clear."],
  [FULL, "Flight visibility 2 SM."],
  [FULL, "Weather: thunderstorm with heavy rain."],
  [FULL, "Air temperature −5 °C."],
  [FULL, "Wind from 240° at 45 kt, as computed on board."],
  [FULL, "Turbulence: severe, from 6,000 ft MSL to 8,000 ft MSL."],
  [FULL, "Icing: light to moderate, rime ice, below 7,000 ft MSL."],
  [FULL, "Remarks, as written: “HAIL ON WINGS”."],
  ["ABC UA /OV ABC/TM 0100/FL100/TP C172/TB NEG", "Smooth air: the pilot reports no turbulence."],
  ["ABC UA /OV ABC/TM 0100/FL100/TP C172/IC NEG", "The pilot reports no icing."],
  [
    "ABC UA /OV ABC/TM 0100/FL100/TP C172/IC NEG",
    "Nothing is said of turbulence: this does not mean smooth air.",
  ],
  [
    "ABC UA /OV ABC/TM 0100/FL100/TP C172/TB BUMPZ",
    "The turbulence field holds nothing that could be read: turbulence is not known.",
  ],
  ["ABC UA /OV ABC/TM 0100/FLUNKN/TP UNKN", "The level is not known."],
  ["ABC UA /OV ABC/TM 0100/FLUNKN/TP UNKN", "The aircraft type is not known."],
  ["ABC UA /OV ABC/TM 0100/FLDURC/TP C172", "Met during the climb: the level is not given."],
  [
    "ABC UA /OV ABC/TM 0100/FL100/TP C172/SK OVC-TOP085",
    "Cloud: overcast, base not reported, top 8,500 ft MSL.",
  ],
  ["ABC UA /OV BOI-RDM/TM 0100/FL100/TP C172", "Place: on the route BOI to RDM."],
  ["ARP UAL1 2500N 07030W 0102 F370 MS48 310/75", "Air report (AIREP) of flight UAL1."],
  ["ARP UAL1 2500N 07030W 0102 F370 MS48 310/75", "Place: 25°00′ N, 070°30′ W."],
];
for (const [raw, sentence] of SENTENCES) {
  Deno.test(`${raw} says: ${sentence}`, () => {
    const said = texts(raw);
    assert.ok(said.includes(sentence), said.join("\n"));
  });
}

Deno.test("the spoken form reads figures one by one", () => {
  const said = texts(ROUTINE, { form: "spoken" });
  assert.ok(said.includes("Place: five zero nautical miles on the three six zero radial of FSD."));
  assert.ok(said.includes("Level: three four thousand feet above mean sea level."));
});

Deno.test("German says the same with the same groups", () => {
  const report = decodePirep(FULL);
  const [english, german] = [describe(report), describe(report, { language: "de" })];
  assert.deepEqual(german.map(({ sources }) => sources), english.map(({ sources }) => sources));
  assert.ok(
    german.some(({ text }) => text === "Turbulenz: stark, von 6.000 ft MSL bis 8.000 ft MSL."),
  );
});

Deno.test("each token has its element, its meaning and the rule behind it", () => {
  const found = explain(decodePirep(FULL));
  const meaning = (text: string) => found.find(({ source }) => source.text === text);
  assert.equal(meaning("SEV 060-080")?.element, "turbulence");
  assert.match(meaning("SEV 060-080")!.meaning, /severe.*URGENT/);
  assert.match(meaning("SEV 060-080")!.rule!, /FAA Order JO 7110\.10/);
  assert.equal(meaning("UUA")?.meaning, "An urgent pilot report.");
  assert.match(meaning("/SK")!.meaning, /above mean sea level/);
  assert.match(meaning("ABC")!.meaning, /not the place of the aircraft/);
});

Deno.test("the meanings cover every word once, understood or not", () => {
  for (
    const raw of [ROUTINE, FULL, "ABC UA /OV ABC/TM 0100/TB LGT BUMPZ/RM LLWS +15KT", "UA /OV"]
  ) {
    const found = explain(decodePirep(raw));
    let reach = 0;
    for (const { source } of found) {
      assert.equal(raw.slice(source.start, source.end), source.text);
      assert.ok(source.start >= reach, `${raw}: ${source.text}`);
      assert.match(raw.slice(reach, source.start), /^[\s/]*$/, raw);
      reach = source.end;
    }
    assert.match(raw.slice(reach), /^\s*$/);
  }
});

Deno.test("what was not understood is said", () => {
  assert.equal(
    texts("ABC UA /OV ABC/TM 0100/TB LGT BUMPZ").at(-1),
    "Not understood: “BUMPZ”. Read it in the raw report.",
  );
});
