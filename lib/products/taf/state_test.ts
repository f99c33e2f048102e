import assert from "node:assert/strict";
import { HOUR_MS } from "../../time/mod.ts";
import { decodeTaf } from "./decode.ts";
import { flattenElements } from "./flat_elements.ts";
import { type Candidate, stateAt, statesBetween, statesByHour } from "./state.ts";

const RECEIVED = Date.UTC(2022, 9, 25, 11, 10);
const at = (day: number, hour: number, minute = 0) => Date.UTC(2022, 9, day, hour, minute);
const read = (raw: string) => decodeTaf(raw, { receivedAt: RECEIVED });

/** A candidate as short text: kind, probability, and what it holds. */
function show(candidate: Candidate): string {
  const { wind_speed_kt, visibility_sm, weather, clouds, sky_clear, vertical_visibility_ft } =
    flattenElements(candidate.elements);
  const sky = sky_clear ??
    (vertical_visibility_ft === undefined
      ? (clouds ?? []).map(({ cover, base_ft }) => `${cover}${base_ft}`).join(" ")
      : `VV${vertical_visibility_ft}`);
  return [
    candidate.kind,
    candidate.probability ?? "",
    `${wind_speed_kt}kt`,
    `${visibility_sm}SM`,
    (weather ?? []).join(" "),
    sky,
  ].filter((part) => part !== "").join(" ");
}

interface Row {
  readonly name: string;
  readonly raw: string;
  readonly instant: number;
  readonly prevailing: string;
  readonly alternatives: readonly string[];
}

const CHANGES = "TAF EDDF 251100Z 2512/2618 24010KT 9999 BKN030 " +
  "BECMG 2518/2520 3000 BR BKN012 PROB30 TEMPO 2519/2602 0800 FG VV002 " +
  "FM260600 20015KT CAVOK TEMPO 2608/2612 22025G40KT";

const ROWS: readonly Row[] = [
  {
    name: "before any change the base forecast prevails alone",
    raw: CHANGES,
    instant: at(25, 12),
    prevailing: "prevailing 10kt 6.214SM BKN3000",
    alternatives: [],
  },
  {
    name:
      "during a BECMG what was before prevails and what comes is a candidate, wind carried forward",
    raw: CHANGES,
    instant: at(25, 18),
    prevailing: "prevailing 10kt 6.214SM BKN3000",
    alternatives: ["BECMG 10kt 1.864SM BR BKN1200"],
  },
  {
    name: "a TEMPO during a BECMG lies on both",
    raw: CHANGES,
    instant: at(25, 19),
    prevailing: "prevailing 10kt 6.214SM BKN3000",
    alternatives: [
      "BECMG 10kt 1.864SM BR BKN1200",
      "TEMPO 30 10kt 0.497SM FG VV200",
      "TEMPO 30 10kt 0.497SM FG VV200",
    ],
  },
  {
    name: "a completed BECMG is permanent",
    raw: CHANGES,
    instant: at(25, 20),
    prevailing: "prevailing 10kt 1.864SM BR BKN1200",
    alternatives: ["TEMPO 30 10kt 0.497SM FG VV200"],
  },
  {
    name: "at the end of its period a TEMPO is over",
    raw: CHANGES,
    instant: at(26, 2),
    prevailing: "prevailing 10kt 1.864SM BR BKN1200",
    alternatives: [],
  },
  {
    name: "FM replaces everything",
    raw: CHANGES,
    instant: at(26, 6),
    prevailing: "prevailing 15kt 6.21SM CAVOK",
    alternatives: [],
  },
  {
    name: "a TEMPO with wind alone keeps the sky that prevails",
    raw: CHANGES,
    instant: at(26, 11, 59),
    prevailing: "prevailing 15kt 6.21SM CAVOK",
    alternatives: ["TEMPO 25kt 6.21SM CAVOK"],
  },
  {
    name: "NSW ends the weather of before",
    raw: "TAF EDDF 251100Z 2512/2618 24010KT 3000 RA BKN010 BECMG 2513/2514 NSW",
    instant: at(25, 15),
    prevailing: "prevailing 10kt 1.864SM NSW BKN1000",
    alternatives: [],
  },
  {
    name: "CAVOK ends weather and cloud",
    raw: "TAF EDDF 251100Z 2512/2618 24010KT 3000 RA VV002 BECMG 2513/2514 CAVOK",
    instant: at(25, 15),
    prevailing: "prevailing 10kt 6.21SM NSW CAVOK",
    alternatives: [],
  },
  {
    name: "a group whose time cannot be read is possible at any time",
    raw: "TAF EDDF 251100Z 2512/2618 24010KT 9999 BKN030 TEMPO 2599/2601 0400 FG VV001",
    instant: at(26, 12),
    prevailing: "prevailing 10kt 6.214SM BKN3000",
    alternatives: ["TEMPO 10kt 0.249SM FG VV100"],
  },
  {
    name: "two PROB groups are two candidates, each with its number",
    raw:
      "TAF EDDF 251100Z 2512/2618 24010KT 9999 BKN030 PROB30 2513/2515 3000 RA PROB40 2513/2515 5000 -RA",
    instant: at(25, 14),
    prevailing: "prevailing 10kt 6.214SM BKN3000",
    alternatives: ["PROB 30 10kt 1.864SM RA BKN3000", "PROB 40 10kt 3.107SM -RA BKN3000"],
  },
  {
    name: "WND AFT changes the wind alone",
    raw: "TAF KLUF 251100Z 2512/2618 VRB06KT 9999 SKC QNH2974INS WND 24012KT AFT 2607",
    instant: at(26, 7),
    prevailing: "prevailing 12kt 6.214SM SKC",
    alternatives: [],
  },
];

for (const row of ROWS) {
  Deno.test(`state at an instant: ${row.name}`, () => {
    const state = stateAt(read(row.raw), row.instant);
    assert.ok(state !== null);
    assert.equal(show(state.prevailing), row.prevailing);
    assert.deepEqual(state.alternatives.map(show), row.alternatives);
  });
}

Deno.test("each candidate names the change groups that made it", () => {
  const state = stateAt(read(CHANGES), at(25, 21));
  assert.deepEqual(state?.prevailing.because.map(({ kind }) => kind), ["BECMG"]);
  assert.deepEqual(state?.alternatives[0]?.because.map(({ kind }) => kind), ["BECMG", "TEMPO"]);
  assert.match(state?.alternatives[0]?.because[1]?.source.text ?? "", /^PROB30 TEMPO 2519\/2602/);
});

Deno.test("a TAF says nothing outside its validity, nor when cancelled or NIL", () => {
  assert.equal(stateAt(read(CHANGES), at(25, 11, 59)), null);
  assert.equal(stateAt(read(CHANGES), at(26, 18)), null);
  assert.equal(stateAt(read("TAF EDDF 251100Z 2512/2618 CNL"), at(25, 13)), null);
  assert.equal(stateAt(read("TAF EDDF 251100Z NIL"), at(25, 13)), null);
});

Deno.test("the timeless TAF (no time of receipt) has no state rather than a guessed one", () => {
  assert.equal(stateAt(decodeTaf(CHANGES), at(25, 13)), null);
});

Deno.test("spans cover the time asked for without gaps and change where groups do", () => {
  const spans = statesBetween(read(CHANGES), at(25, 17), at(25, 21));
  assert.deepEqual(
    spans.map(({ from, to }) => `${from.slice(11, 16)}-${to.slice(11, 16)}`),
    ["17:00-18:00", "18:00-19:00", "19:00-20:00", "20:00-21:00"],
  );
});

Deno.test("an hour's state holds what begins within the hour", () => {
  const taf = read(
    "TAF KMEI 251100Z 2512/2618 24010KT P6SM SKC FM251430 20015KT 2SM BR OVC005",
  );
  const [state] = statesByHour(taf, at(25, 14), at(25, 15));
  assert.equal(state?.prevailing.kind, "prevailing");
  assert.deepEqual(state?.alternatives.map(show), ["FM 15kt 2SM BR OVC500"]);
});

Deno.test("hours before and after the validity are left out", () => {
  const states = statesByHour(read(CHANGES), at(25, 10), at(26, 20));
  assert.equal(states.length, 30);
  assert.equal(states[0]?.at, "2022-10-25T12:00:00Z");
  assert.equal(
    Date.parse(states.at(-1)?.at ?? "") - Date.parse(states[0]?.at ?? ""),
    29 * HOUR_MS,
  );
});
