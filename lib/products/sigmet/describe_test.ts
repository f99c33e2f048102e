import assert from "node:assert/strict";
import { decodeSigmet, describe, explain } from "./mod.ts";

const REPORT = decodeSigmet(
  "EHAA SIGMET 1 VALID 271200/271800 EHDB-\nEHAA AMSTERDAM FIR EMBD TS OBS AT 1200Z WI N5200 E00500 - N5300 E00600 - " +
    "N5400 E00500 - N5200 E00500 TOP ABV FL350 MOV S 5KT NC=",
  { receivedAt: Date.parse("2024-03-27T12:00:00Z") },
);

Deno.test("a SIGMET in English and in German, each sentence with its groups", () => {
  const english = describe(REPORT).map(({ text }) => text);
  assert.equal(english[0], "SIGMET 1 for AMSTERDAM FIR.");
  assert.equal(english[2], "Thunderstorms: embedded in cloud, observed at 12:00Z.");
  assert.ok(
    english.includes("Tops above FL350.") && english.includes("It moves toward 180° at 5 kt."),
  );
  const german = describe(REPORT, { language: "de" });
  assert.ok(german.some(({ text }) => text === "Es zieht nach 180° mit 5 kt."));
  for (const { sources } of german) {
    for (const { text, start, end } of sources) assert.equal(REPORT.raw.slice(start, end), text);
  }
});

Deno.test("what could not be read is said", () => {
  const report = decodeSigmet(
    "EHAA SIGMET 1 VALID 271200/271800 EHDB- EHAA AMSTERDAM FIR SEV TURB OBS WI THE USUAL PLACES NC=",
  );
  const texts = describe(report).map(({ text }) => text);
  assert.ok(
    texts.includes("The area could not be read: assume that it may be anywhere in the region."),
  );
  assert.equal(texts.at(-1), "Parts of this text could not be read: read the original.");
});

Deno.test("heights are named, and nothing that comes with the hazard is left out", () => {
  const rows: readonly (readonly [raw: string, sentence: string])[] = [
    [
      "WSUS31 KKCI 220255 SIGE CONVECTIVE SIGMET 6E VALID UNTIL 0455Z FL GA CSTL WTRS FROM 120SE CHS-130ENE OMN-90E " +
      "OMN-120SE CHS LINE SEV TS 20 NM WIDE MOV FROM 25030KT. TOPS ABV FL450. HAIL TO 1 IN. WIND GUSTS TO 60KT POSS.",
      "Wind gusts up to 60 kt.",
    ],
    [
      "EHAA AIRMET 1 VALID 271200/271800 EHDB- EHAA AMSTERDAM FIR MOD ICE FCST ENTIRE FIR 2000FT/FL100 STNR NC=",
      "From 2,000 ft MSL to FL100.",
    ],
    [
      "EHAA SIGMET 1 VALID 271200/271800 EHDB- EHAA AMSTERDAM FIR TC GLORIA PSN N2706 W07306 CB OBS AT 1200Z WI 250NM " +
      "OF TC CENTRE TOP FL500 NC FCST AT 1800Z TC CENTRE PSN N2748 W07350=",
      "Cyclone or volcano: GLORIA, at 27°06′ N, 073°06′ W.",
    ],
    [
      "EHAA SIGMET 1 VALID 271200/271800 EHDB- EHAA AMSTERDAM FIR TC GLORIA PSN N2706 W07306 CB OBS AT 1200Z WI 250NM " +
      "OF TC CENTRE TOP FL500 NC FCST AT 1800Z TC CENTRE PSN N2748 W07350=",
      "Expected position at 18:00Z: 27°48′ N, 073°50′ W.",
    ],
  ];
  for (const [raw, sentence] of rows) {
    const texts = describe(decodeSigmet(raw)).map(({ text }) => text);
    assert.ok(texts.includes(sentence), texts.join("\n"));
  }
});

Deno.test("the spoken form says flight levels figure by figure", () => {
  const texts = describe(REPORT, { form: "spoken" }).map(({ text }) => text);
  assert.ok(texts.includes("Tops above flight level three five zero."), texts.join("\n"));
});

Deno.test("each token has its element, meaning and rule, and none is explained twice", () => {
  const rows: readonly (readonly [token: string, element: string, meaning: string])[] = [
    ["EMBD TS", "hazard", "Thunderstorms: embedded in cloud."],
    ["OBS AT 1200Z", "observed or forecast", "Observed at 12:00Z."],
    ["TOP ABV FL350", "levels", "Tops above FL350."],
    ["MOV S 5KT", "movement", "It moves toward 180° at 5 kt."],
    ["NC", "change of intensity", "No change of intensity is expected."],
    ["SIGMET", "keyword", "The kind of warning: SIGMET, hazards to all aircraft."],
  ];
  const found = explain(REPORT);
  for (const [token, element, meaning] of rows) {
    const one = found.find(({ source }) => source.text === token);
    assert.deepEqual([one?.element, one?.meaning], [element, meaning], token);
    assert.equal(one?.rule, "ICAO Annex 3, appendix 6");
  }
  found.reduce((reach, { source }) => {
    assert.ok(source.start >= reach, source.text);
    return source.end;
  }, 0);
});

Deno.test("a convective SIGMET tells its period once, and its outlook is no warning", () => {
  const report = decodeSigmet(
    "WSUS31 KKCI 220255 \u0007SIGE \u0007CONVECTIVE SIGMET 6E \u0007VALID UNTIL 0455Z \u0007FL GA CSTL WTRS " +
      "\u0007FROM 120SE CHS-130ENE OMN-90E OMN-120SE CHS \u0007AREA TS MOV LTL. TOPS TO FL370. " +
      "\u0007OUTLOOK VALID 220455-220855 \u0007FROM 100ESE ECG-160SE ECG-170ESE CHS-100ESE ECG",
  );
  const texts = describe(report).map(({ text }) => text);
  assert.equal(texts.filter((text) => text === "Valid until 04:55Z.").length, 1);
  assert.ok(texts.includes("Outlook (no warning yet):"));
  const found = explain(report);
  assert.match(
    found.find(({ source }) => source.text === "OUTLOOK")?.meaning ?? "",
    /not a warning/,
  );
  assert.equal(found[0]?.rule, "NWS Instruction 10-811");
});
