/** Answers over hand-made reports: what prevails, everything else that is allowed, and what is not known. */

import assert from "node:assert/strict";
import { putMetar, putTaf, START } from "../../../tests/support/pages_app.ts";
import { holdHazard } from "../../ingest/mod.ts";
import { createReports, hazardPeriod } from "../../reports/mod.ts";
import { createStationIndex } from "../../stations/mod.ts";
import { type HazardProduct, MemoryWorld } from "../../store/mod.ts";
import { FakeClock, HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import { checkSentence } from "../language/mod.ts";
import { tokenise } from "../language/tokens.ts";
import { Words } from "../mod.ts";
import type { BriefingSources } from "../world.ts";
import { answerByRules, type AnsweredQuestion } from "./mod.ts";
import { readStations } from "../../../tests/support/stations.ts";

const stations = createStationIndex(
  await readStations(),
);

interface Given {
  readonly metar?: readonly string[];
  readonly taf?: readonly string[];
  readonly sigmet?: readonly string[];
  /** Lists of warnings that were retrieved. */
  readonly lists?: readonly HazardProduct[];
  /** Minutes after 15:03Z. */
  readonly later?: number;
}

function worldOf({ metar = [], taf = [], sigmet = [], lists = [], later = 0 }: Given) {
  const clock = new FakeClock(START + later * MINUTE_MS);
  const world = new MemoryWorld(false);
  for (const text of metar) putMetar(world, text, START - 8 * MINUTE_MS);
  for (const text of taf) putTaf(world, text, START - HOUR_MS);
  for (const product of lists) {
    world.putFeed({
      product,
      provider: "awc",
      attemptedAt: clock.now(),
      succeededAt: clock.now(),
      error: null,
      count: 0,
    });
  }
  world.putHazards(
    "sigmet",
    sigmet.map((text) =>
      holdHazard({
        product: "sigmet",
        text,
        stationId: null,
        provider: "awc",
        receivedAt: START - 8 * MINUTE_MS,
        simulated: false,
      })
    ),
  );
  const reports = createReports({ world, stations, clock });
  return { reports, periodOf: hazardPeriod } satisfies BriefingSources;
}

const told = ({ sentences }: AnsweredQuestion) => sentences.map(({ text }) => text).join("\n");

const BOSTON = "METAR KBOS 241454Z 27010KT 10SM FEW250 12/02 A2990 RMK AO2 SLP124 T01170022";
const VFR = "TAF KBOS 241130Z 2412/2518 27010KT P6SM SCT040";
const BECMG = "TAF EDDF 241100Z 2412/2518 24010KT 9999 SCT040 BECMG 2418/2420 3000 BR BKN008";
const TEMPO = "TAF KBOS 241130Z 2412/2518 27010KT P6SM SCT040 TEMPO 2417/2420 1/2SM +TSRA OVC004CB";
const PROB = "TAF KBOS 241130Z 2412/2518 27010KT P6SM SCT040 PROB30 2417/2420 2SM BR BKN008";
const FM = "TAF KBOS 241130Z 2412/2518 27010KT 2SM BR OVC008 FM241830 31015G25KT P6SM SKC";

interface Row {
  readonly name: string;
  readonly given: Given;
  readonly ask: string;
  readonly language?: "de";
  readonly outcome?: AnsweredQuestion["outcome"];
  readonly says: readonly RegExp[];
  readonly never?: readonly RegExp[];
}

const ROWS: readonly Row[] = [
  {
    name: "one state for all of the time",
    given: { taf: [VFR] },
    ask: "Will it be VFR at KBOS at 18Z?",
    says: [/^VFR: forecast for KBOS within an hour of 18:00Z, in every state/, /TAF of 11:30Z/],
  },
  {
    name: "half-way through a BECMG both what was and what comes are told",
    given: { taf: [BECMG] },
    ask: "VFR at EDDF at 19Z?",
    says: [/^VFR: forecast to prevail .* but not in every state/, /BECMG\) 18:00Z to 20:00Z: IFR/],
  },
  {
    name: "a completed BECMG prevails; what was before it is in the hour before",
    given: { taf: [BECMG] },
    ask: "VFR at EDDF at 20:30Z?",
    says: [/not forecast to prevail .* but in a state/, /forecast for 20:30Z .*: IFR/],
  },
  {
    name: "a TEMPO of LIFR in VFR is never left out",
    given: { taf: [TEMPO] },
    ask: "Will it be VFR at KBOS at 18Z?",
    says: [
      /^VFR: forecast to prevail .* but not in every/,
      /at times \(TEMPO\).*: LIFR/,
      /thunder/,
    ],
  },
  {
    name: "a TEMPO within the hour after counts, one after that does not",
    given: { taf: [TEMPO] },
    ask: "VFR at KBOS at 16:10Z?",
    says: [/but not in every state/, /LIFR/],
  },
  {
    name: "two hours before it is not told",
    given: { taf: [TEMPO] },
    ask: "VFR at KBOS at 15:50Z?",
    says: [/in every state that the TAF allows/],
    never: [/LIFR/],
  },
  {
    name: "PROB30 keeps its probability",
    given: { taf: [PROB] },
    ask: "Ceiling above 2000 ft at KBOS at 18Z?",
    says: [/^Ceiling above 2,000 ft: forecast to prevail/, /probability of 30 % \(PROB30\)/, /IFR/],
  },
  {
    name: "before an FM the new state is told as coming, after it the old one as ended",
    given: { taf: [FM] },
    ask: "VFR at KBOS at 18:40Z?",
    says: [/^VFR: forecast to prevail/, /KBOS, forecast until 18:30Z: IFR/],
  },
  {
    name: "ten minutes before the FM it is the other way round",
    given: { taf: [FM] },
    ask: "VFR at KBOS at 18:20Z?",
    says: [/^VFR: not forecast to prevail/, /after a change \(FM\) 18:30Z/],
  },
  {
    name: "beyond the end of the TAF nothing is guessed",
    given: { taf: [VFR], metar: [BOSTON] },
    ask: "VFR at KBOS at 20Z tomorrow?",
    outcome: "noReport",
    says: [/forecast \(TAF\) held ends at day 25, 18:00Z, before then/, /observed 14:54Z/],
    never: [/^VFR:/m],
  },
  {
    name: "at the very end only what the TAF covers is spoken of",
    given: { taf: [VFR] },
    ask: "VFR at KBOS at 17:30Z tomorrow?",
    says: [/^VFR: forecast for KBOS from day 25, 16:30Z to day 25, 18:00Z/],
  },
  {
    name: "a range that goes beyond it is told in part and not judged",
    given: { taf: [VFR] },
    ask: "VFR at KBOS tomorrow from 16Z to 22Z?",
    says: [/does not tell/, /is for 12:00Z to day 25, 18:00Z/],
    never: [/in every state/],
  },
  {
    name: "no TAF: a neighbour's, with distance, direction and height",
    given: { taf: [VFR.replace("KBOS", "KBED")] },
    ask: "VFR at KBOS at 18Z?",
    outcome: "noReport",
    says: [/KBOS: no forecast \(TAF\) is held/, /KBED \(\d+ NM WNW of KBOS, \d+ ft higher\)/],
    never: [/^VFR:/m],
  },
  {
    name: "NIL",
    given: { taf: ["TAF KBOS 241130Z NIL"] },
    ask: "VFR at KBOS at 18Z?",
    outcome: "noReport",
    says: [/no forecast is issued \(NIL\)/],
    never: [/^VFR:/m],
  },
  {
    name: "cancelled",
    given: { taf: ["TAF AMD KBOS 241330Z 2412/2518 CNL"] },
    ask: "VFR at KBOS at 18Z?",
    outcome: "noReport",
    says: [/was cancelled/],
    never: [/^VFR:/m],
  },
  {
    name: "a TAF that has ended",
    given: { taf: ["TAF KBOS 231130Z 2312/2412 27010KT P6SM SCT040"] },
    ask: "VFR at KBOS at 18Z?",
    outcome: "noReport",
    says: [/last forecast \(TAF\) ended at 12:00Z/],
    never: [/^VFR:/m],
  },
  {
    name: "a validity that cannot be read",
    given: { taf: ["TAF KBOS 241130Z 24//25 27010KT P6SM SCT040"] },
    ask: "VFR at KBOS at 18Z?",
    outcome: "noReport",
    says: [/could not be read: read the raw report/],
    never: [/^VFR:/m],
  },
  {
    name: "a group that cannot be read leaves the question open",
    given: { taf: [`${VFR} TEMPO 2417/2420 XQZZY 2SM`] },
    ask: "VFR at KBOS at 22Z?",
    says: [/does not tell/, /Parts of the report could not be read/],
    never: [/in every state/],
  },
  {
    name: "no ceiling in the TAF's state: the category is not known",
    given: { taf: ["TAF KBOS 241130Z 2412/2518 27010KT P6SM"] },
    ask: "VFR at KBOS at 18Z?",
    says: [/does not tell/, /category not known \(ceiling missing\)/],
    never: [/in every state/],
  },
  {
    name: "now is answered by the observation, and the forecast of the hour stands beside it",
    given: { metar: [BOSTON], taf: [TEMPO] },
    ask: "Is it VFR at KBOS?",
    says: [/^VFR: observed at KBOS at 14:54Z/, /KBOS, observed 14:54Z: VFR/],
  },
  {
    name: "a stale observation answers nothing, and says why",
    given: { metar: [BOSTON], later: 120 },
    ask: "Is it VFR at KBOS now?",
    says: [/observation of KBOS at 14:54Z does not tell/, /stale/],
    never: [/^VFR: observed/m],
  },
  {
    name: "an observation past its limit is named and not used",
    given: { metar: [BOSTON], later: 400 },
    ask: "Is it VFR at KBOS now?",
    outcome: "noReport",
    says: [/no current report; the last one is of 14:54Z/],
    never: [/^VFR:/m, /observed 14:54Z/],
  },
  {
    name: "a time that is over is not looked up",
    given: { metar: [BOSTON], taf: [VFR] },
    ask: "Was it VFR at KBOS at 12Z?",
    outcome: "past",
    says: [/12:00Z, lies in the past/, /observed 14:54Z/],
    never: [/^VFR:/m],
  },
  {
    name: "a station in no table: that warnings over it cannot be found is said",
    given: { metar: ["METAR QXYZ 241454Z 27010KT 10SM FEW250 12/02 A2990"], lists: ["sigmet"] },
    ask: "hazards at QXYZ now",
    says: [/QXYZ, observed 14:54Z: VFR/, /its position is not known/],
    never: [/No SIGMET/],
  },
  {
    name: "an unknown place",
    given: {},
    ask: "VFR at QQQQ at 18Z?",
    outcome: "unknownPlace",
    says: [/No aerodrome of that name/],
  },
  {
    name: "no place",
    given: {},
    ask: "VFR at 18Z?",
    outcome: "noPlace",
    says: [/Name an aerodrome/],
  },
  {
    name: "who asks for advice gets none, and the facts",
    given: { metar: [BOSTON], taf: [TEMPO], lists: ["sigmet"] },
    ask: "Is it safe to fly to KBOS at 18Z?",
    says: [
      /^This service does not judge/,
      /LIFR/,
      /No SIGMET for KBOS/,
      /G-AIRMETs are not available/,
    ],
  },
  {
    name: "thunderstorms that only a TEMPO has",
    given: { taf: [TEMPO], lists: ["sigmet", "gairmet", "cwa"] },
    ask: "Thunderstorms at KBOS at 18Z?",
    says: [
      /^Thunderstorm: not forecast to prevail .* but in a state/,
      /thunderstorm: not forecast/,
    ],
  },
  {
    name: "a station that does not detect thunderstorms tells nothing of them",
    given: { metar: [`${BOSTON} TSNO`] },
    ask: "Thunderstorms at KBOS now?",
    says: [/does not tell/, /does not detect thunderstorms/],
    never: [/not observed/],
  },
  {
    name: "neither METAR nor TAF denies icing",
    given: { metar: [BOSTON], taf: [VFR] },
    ask: "Icing at KBOS at 18Z?",
    says: [/^Icing: the forecast .* does not tell/],
  },
  {
    name: "P6SM is above 5 SM and not known to be above 8",
    given: { taf: [VFR] },
    ask: "Visibility above 8 SM at KBOS at 18Z?",
    says: [/does not tell/],
  },
  {
    name: "a limit is told as it was asked for",
    given: { taf: [VFR] },
    ask: "Visibility at least 10 SM at KBOS at 18Z?",
    says: [/^Visibility 10 SM or more: the forecast .* does not tell/],
  },
  {
    name: "a converted limit",
    given: { taf: [VFR] },
    ask: "Visibility above 8 km at KBOS at 18Z?",
    says: [/^Visibility above 8 km: forecast for KBOS/],
  },
  {
    name: "no cloud of significance says nothing above 5,000 ft",
    given: { taf: ["TAF EDDF 241100Z 2412/2518 24010KT CAVOK"] },
    ask: "ceiling above 8000 ft at EDDF at 18Z",
    says: [/does not tell/],
  },
  {
    name: "wind is compared with its gusts",
    given: { taf: ["TAF KBOS 241130Z 2412/2518 27010G28KT P6SM SCT040"] },
    ask: "Wind below 25 kt at KBOS at 18Z?",
    says: [/^Wind below 25 kt: not forecast/, /gusting 28 kt/],
  },
  {
    name: "a crosswind on the runway that is named, for each state",
    given: {
      taf: ["TAF KBOS 241130Z 2412/2518 27010KT P6SM SCT040 TEMPO 2417/2420 31020G35KT"],
    },
    ask: "crosswind on runway 27 at KBOS at 18Z",
    says: [/runway 27 has/, /wind forecast at times \(TEMPO\) 17:00Z to 20:00Z: runway 27/],
  },
  {
    name: "the crosswind of a state that has ended is told with its end",
    given: { taf: [FM] },
    ask: "crosswind at KBOS at 18:40Z",
    says: [/forecast for 18:40Z: runway/, /by the wind forecast until 18:30Z: runway/],
  },
  {
    name: "a runway that is not there",
    given: { metar: [BOSTON] },
    ask: "crosswind on runway 36L at KBOS now",
    says: [/no runway 36L is known there/],
  },
  {
    name: "a temperature is observed now and not forecast but for its extremes",
    given: {
      metar: [BOSTON],
      taf: ["TAF KBOS 241130Z 2412/2518 27010KT P6SM SCT040 TX12/2418Z TNM02/2509Z"],
    },
    ask: "temperature at KBOS tomorrow at 09Z",
    says: [/no temperature is forecast/, /lowest temperature −2 °C at day 25, 09:00Z/],
  },
  {
    name: "a temperature that is asked for beside something else has its extremes as well",
    given: { taf: ["TAF KBOS 241130Z 2412/2518 27010KT P6SM SCT040 TX12/2418Z TNM02/2509Z"] },
    ask: "wind and temperature at KBOS at 18Z",
    says: [/highest temperature 12 °C at 18:00Z/, /lowest temperature −2 °C/],
  },
  {
    name: "what is observed is told, whatever else could not be read",
    given: { metar: ["METAR KBOS 241454Z 27010KT 2SM +TSRA XQZZY OVC012CB 12/02 A2990"] },
    ask: "Thunderstorms at KBOS now?",
    says: [/^Thunderstorm: observed at KBOS at 14:54Z/, /could not be read/],
    never: [/does not tell/],
  },
  {
    name: "what a state names is told, whatever else could not be read",
    given: { taf: ["TAF KBOS 241130Z 2412/2518 27010KT 2SM TSRA OVC012CB XQZZY"] },
    ask: "Thunderstorms at KBOS at 18Z?",
    says: [/^Thunderstorm: in a state that the TAF allows at KBOS within an hour of 18:00Z; of/],
    never: [/in every state/],
  },
  {
    name: "a SIGMET over the place",
    given: {
      lists: ["sigmet"],
      sigmet: [
        "WSUS31 KKCI 241455\nSIGE\nCONVECTIVE SIGMET 12E\nVALID UNTIL 1655Z\nMA RI\nFROM 20NW BOS-30NE BOS-30SE BOS-20SW BOS-20NW BOS\nAREA SEV EMBD TS MOV FROM 26025KT. TOPS TO FL450.\nOUTLOOK VALID 241655-242055\nTS ARE NOT EXPECTED TO REQUIRE WST ISSUANCES.",
      ],
    },
    ask: "hazards at KBOS at 16Z",
    outcome: "noReport",
    says: [/CONVECTIVE SIGMET 12E: Thunderstorms .* over KBOS or within 5 NM/],
    never: [/No SIGMET/],
  },
  {
    name: "German",
    given: { metar: [BOSTON], taf: [TEMPO] },
    ask: "Wird es in KBOS um 18Z VFR?",
    language: "de",
    says: [/^VFR: für KBOS .* aber nicht in jedem Zustand/, /zeitweise \(TEMPO\).*LIFR/],
  },
];

Deno.test("an answer tells what prevails, the rest that is allowed, and what is not known", async (t) => {
  for (const { name, given, ask, language = "en", outcome, says, never = [] } of ROWS) {
    await t.step(name, () => {
      const answer = answerByRules(ask, worldOf(given), language);
      const text = told(answer);
      assert.equal(answer.outcome, outcome ?? "answered", text);
      for (const pattern of says) assert.match(text, pattern);
      for (const pattern of never) assert.doesNotMatch(text, pattern);
    });
  }
});

Deno.test("each sentence passes the check of the house, and each number is one of its fact", async (t) => {
  for (const { name, given, ask, language = "en" } of ROWS) {
    await t.step(name, () => {
      const answer = answerByRules(ask, worldOf(given), language);
      const words = new Words(language, Date.parse(answer.generatedAt));
      const facts = new Map(answer.facts.map((fact) => [fact.id, fact]));
      for (const { text, factIds } of answer.sentences) {
        const fact = facts.get(factIds[0]!)!;
        const refusal = checkSentence({ text, factIds }, facts, words);
        assert.ok(
          refusal === null || refusal.reason === "notWorded",
          `${text}: ${refusal?.detail}`,
        );
        const numbers = [
          ...fact.values,
          ...fact.place ? [fact.place.distance, fact.place.elevationDifference] : [],
        ].flatMap((value) => value === null ? [] : [Math.abs(value.value)]);
        for (const token of tokenise(text, language) ?? []) {
          if (token.kind === "number" && token.dimension !== "count") {
            const probability = fact.qualifiers.includes(`PROB${token.written}`);
            const isKnown = numbers.includes(Math.abs(token.written)) || probability ||
              (token.dimension === "level" && numbers.includes(token.written * 100)) ||
              // CAVOK says ten kilometres, a US station ten miles or more.
              fact.details["visibility"] === "cavok" || token.written === 10;
            assert.ok(isKnown, `${token.text} in ${text}`);
          } else if (token.kind === "time") {
            const minutes = fact.times.map(({ at }) =>
              Math.round(Date.parse(at) / MINUTE_MS) % 1440
            );
            assert.ok(minutes.includes(token.minutes), `${token.text} in ${text}`);
          }
        }
      }
    });
  }
});

Deno.test("each fact names its tokens where they stand, and nothing advises", () => {
  for (const { given, ask, language = "en" } of ROWS) {
    const answer = answerByRules(ask, worldOf(given), language);
    const raw = new Map(answer.reports.map((report) => [report.key, report.raw]));
    for (const { key, sources, reports } of answer.facts) {
      for (const { report, text, start, end } of sources) {
        assert.equal(raw.get(report)?.slice(start, end), text, key);
      }
      for (const report of reports) assert.ok(raw.has(report), key);
    }
    assert.doesNotMatch(told(answer), /\b(?:safe|unsafe|legal|no-go|sicher|erlaubt)\b/i);
  }
});
