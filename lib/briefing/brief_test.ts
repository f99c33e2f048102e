import assert from "node:assert/strict";
import { decode } from "../products/mod.ts";
import { decodeMetar } from "../products/metar/mod.ts";
import { decodeTaf } from "../products/taf/mod.ts";
import { metarFreshness, tafFreshness } from "../derive/mod.ts";
import type { ProductName } from "../products/product.ts";
import type { HeldReport, RawReport } from "../products/raw_report.ts";
import { createStationIndex } from "../stations/mod.ts";
import type { Station } from "../stations/station.ts";
import type { HazardProduct } from "../store/mod.ts";
import { HOUR_MS, toIso } from "../time/mod.ts";
import { askBriefing, askInSlices } from "./mod.ts";
import type { AnsweredBriefing, BriefingSources, Fact, Parameters } from "./mod.ts";
import { SECTIONS, timeOf, valueOf } from "./facts.ts";

const NOW = Date.parse("2026-11-24T15:00:00Z");

function station(id: string, latitude: number, longitude: number, feet = 20): Station {
  return {
    id,
    iata: id.slice(1),
    name: id,
    city: null,
    country: "US",
    region: null,
    latitude,
    longitude,
    elevation: { value: feet, unit: "ft" },
    timeZone: null,
    magneticVariation: null,
    size: "large",
    runways: [{
      ends: [
        { designator: "09", trueHeading: 90, headingSource: "published" },
        { designator: "27", trueHeading: 270, headingSource: "published" },
      ],
      length: { value: 8000, unit: "ft" },
      width: null,
      surface: "asphalt",
      lighted: true,
    }],
  };
}

const STATIONS = createStationIndex([
  station("KJFK", 40.6399, -73.7787, 13),
  station("KLGA", 40.7772, -73.8726, 21),
  station("KHVN", 41.2637, -72.8868, 12),
  station("KHFD", 41.7367, -72.6494, 18),
  station("KPVD", 41.7323, -71.4204, 55),
  station("KBED", 42.47, -71.289, 133),
  station("KBOS", 42.3629, -71.0064, 20),
  station("KXXX", 42.4, -71.1, 40),
]);

const BASE = {
  metar: [
    "METAR KJFK 241451Z 28012G22KT 10SM SCT050 10/02 A2992 RMK AO2 T01000020",
    "METAR KHVN 241453Z 26008KT 2SM BR OVC006 08/07 A2990",
    "METAR KBED 241456Z 25006KT 8SM FEW060 06/01 A2987",
    "METAR KBOS 241454Z 24010KT 10SM BKN045 07/01 A2985",
  ],
  taf: [
    "TAF KJFK 241130Z 2412/2518 28012KT P6SM SCT050",
    "TAF KPVD 241130Z 2412/2512 25010KT P6SM BKN040 TEMPO 2416/2418 2SM TSRA OVC008CB",
    "TAF KBED 241130Z 2412/2512 25008KT P6SM SCT060",
    "TAF KBOS 241130Z 2412/2518 24010KT P6SM BKN045 FM241700 27015G28KT 3SM -RA OVC012 PROB30 2416/2419 1/2SM +TSRA OVC004CB",
  ],
  sigmet: [
    "WSUS31 KKCI 241455\nSIGE\nCONVECTIVE SIGMET 12E\nVALID UNTIL 1655Z\nNY CT\nFROM 20NW JFK-30N HTO-20S HTO-20SW JFK-20NW JFK\nAREA SEV EMBD TS MOV FROM 26025KT. TOPS TO FL450.\nHAIL TO 1 IN...WIND GUSTS TO 50KT POSS.\nOUTLOOK VALID 241655-242055\nTS ARE NOT EXPECTED TO REQUIRE WST ISSUANCES.",
  ],
  pirep: [
    {
      text: "HFD UUA /OV HFD180010/TM 1440/FL065/TP C172/TB SEV 060-070/IC NEG",
      at: [41.57, -72.65],
    },
    {
      text:
        "BDR UA /OV BDR090015/TM 1430/FL080/TP BE36/SK BKN050-TOP075/TA M04/IC LGT RIME 055-070",
      at: [
        41.2,
        -72.9,
      ],
    },
  ],
} as const;

interface Changes {
  readonly metar?: readonly string[];
  readonly taf?: readonly string[];
  readonly sigmet?: readonly string[];
  readonly feeds?: boolean;
  /** How long ago the lists were retrieved, milliseconds. */
  readonly listAge?: number;
}

function hold(product: ProductName, text: string, parts: Partial<RawReport> = {}): HeldReport {
  const decoded = decode(text, { product, receivedAt: NOW })!;
  const raw = {
    product,
    text,
    stationId: null,
    provider: "awc",
    receivedAt: NOW,
    simulated: false,
    ...parts,
  };
  return { raw, decoded, observedAt: parts.statedAt ?? NOW };
}

/** A small world that stands still at 15:00Z. */
function worldOf(
  { metar = BASE.metar, taf = BASE.taf, sigmet = BASE.sigmet, feeds = true, listAge = 60_000 }:
    Changes,
) {
  const metars = new Map(metar.map((text) => {
    const decoded = decodeMetar(text, { receivedAt: NOW });
    const observedAt = Date.parse(decoded.observedAt!);
    const raw = hold("metar", text).raw;
    return [decoded.locationIndicator!, {
      raw,
      decoded,
      observedAt,
      freshness: metarFreshness(observedAt, null, NOW),
    }];
  }));
  const tafs = new Map(taf.map((text) => {
    const decoded = decodeTaf(text, { receivedAt: NOW });
    const raw = hold("taf", text).raw;
    return [decoded.locationIndicator!, {
      raw,
      decoded,
      observedAt: Date.parse(decoded.issuedAt!),
      freshness: tafFreshness(decoded, NOW),
    }];
  }));
  const hazards: Partial<Record<HazardProduct, HeldReport[]>> = {
    sigmet: sigmet.map((text) => hold("sigmet", text)),
    pirep: BASE.pirep.map(({ text, at: [latitude, longitude] }) =>
      hold("pirep", text, { position: { latitude, longitude }, statedAt: NOW - 20 * 60_000 })
    ),
  };
  const sources: BriefingSources = {
    reports: {
      world: { simulated: false },
      stations: STATIONS,
      now: () => NOW,
      metar: (id) => {
        const held = metars.get(id);
        return held && { ...held, station: STATIONS.get(id) };
      },
      taf: (id) => {
        const held = tafs.get(id);
        return held && { ...held, station: STATIONS.get(id) };
      },
      hazards: (product) => hazards[product] ?? [],
      resolve: (id) => (STATIONS.get(id) ?? STATIONS.byIata(id))?.id,
      feed: () => feeds ? { succeededAt: NOW - listAge, provider: "awc" } : undefined,
    },
    periodOf: (_product, held) => {
      const { validity } = held.decoded as unknown as { validity?: { to: string | null } };
      return { from: NOW - HOUR_MS, to: validity?.to ? Date.parse(validity.to) : null };
    },
  };
  return sources;
}

function ask(given: Parameters = {}, changes: Changes = {}, language: "en" | "de" = "en") {
  const answer = askBriefing(
    { route: "KJFK,KBOS", departure: "1500Z", ...given },
    { language },
    worldOf(changes),
  );
  assert.ok("briefing" in answer, JSON.stringify(answer));
  return answer;
}

const of = ({ briefing }: AnsweredBriefing, kind: Fact["kind"]) =>
  briefing.facts.filter((fact) => fact.kind === kind);
const told = ({ text }: AnsweredBriefing, section: number) =>
  text.sections[section]!.sentences.map((one) => one.text).join("\n");

Deno.test("all ten sections are there in the FAA's order, and none is silent", () => {
  for (const kind of ["standard", "abbreviated", "outlook"] as const) {
    const departure = kind === "outlook" ? "2026-11-24T22:00Z" : "1500Z";
    for (const changes of [{}, { metar: [], taf: [], sigmet: [], feeds: false }]) {
      const answer = ask({ kind, departure }, changes);
      assert.deepEqual(answer.text.sections.map(({ name }) => name), [...SECTIONS]);
      for (const { name, sentences } of answer.text.sections) {
        assert.ok(sentences.length > 0, `${kind}: ${name}`);
      }
    }
  }
});

Deno.test("made in slices a briefing is the same", async () => {
  const given = { route: "KJFK,KBOS", departure: "1500Z" };
  const [world, wish] = [worldOf({}), { language: "en" } as const];
  assert.deepEqual(
    JSON.stringify(await askInSlices(given, wish, world)),
    JSON.stringify(askBriefing(given, wish, world)),
  );
  assert.deepEqual(
    await askInSlices({ ...given, tas: "5" }, wish, world),
    askBriefing({ ...given, tas: "5" }, wish, world),
  );
});

Deno.test("what has changed since an earlier briefing: new, other, gone", () => {
  const before = ask({}, { sigmet: [] });
  const since = (given: string, changes: Changes) => {
    const answer = askBriefing(
      { route: "KJFK,KBOS", departure: "1500Z" },
      { language: "en", since: given },
      worldOf(changes),
    );
    assert.ok("briefing" in answer && answer.changes !== null);
    const keys = (ids: readonly string[]) =>
      answer.briefing.facts.filter(({ id }) => ids.includes(id)).map(({ key }) => key);
    const { added, changed, gone } = answer.changes;
    return { added: keys(added), changed: keys(changed), gone };
  };
  assert.deepEqual(since(before.digest, { sigmet: [] }), { added: [], changed: [], gone: 0 });
  const foggy = "METAR KBOS 241454Z 24004KT 1/2SM FG VV002 07/07 A2985";
  const metar = BASE.metar.map((text) => text.includes("KBOS") ? foggy : text);
  const later = since(before.digest, { metar });
  assert.deepEqual(
    later.added.filter((key) => key.startsWith("warning:")),
    ["warning:CONVECTIVE SIGMET:12E:thunderstorm"],
  );
  assert.ok(later.changed.includes("observation:KBOS:currentConditions"), later.changed.join());
  const fewer = since(before.digest, { sigmet: [], taf: BASE.taf.slice(0, 1) });
  assert.ok(fewer.gone! > 0);
  const byTime = since("2026-11-24T14:00Z", {});
  assert.ok(byTime.changed.includes("observation:KBOS:currentConditions"));
  assert.deepEqual(since("2026-11-24T15:00Z", {}).changed, []);
});

Deno.test("the reports of a briefing are those that its facts rest on", () => {
  for (const departure of ["1500Z", "2026-11-24T22:00Z"]) {
    const { briefing } = ask({ departure, corridor: "100" });
    const named = new Set(briefing.facts.flatMap(({ reports }) => reports));
    assert.deepEqual(briefing.reports.map(({ key }) => key).sort(), [...named].sort());
  }
});

Deno.test("a fact is as old as the oldest report that it rests on", () => {
  const { briefing } = ask();
  for (const { key, reports, freshness } of briefing.facts) {
    assert.equal(freshness === null, reports.length === 0, key);
  }
  const old = "METAR KHVN 241340Z 26008KT 2SM BR OVC006 08/07 A2990";
  const metar = BASE.metar.map((text) => text.includes("KHVN") ? old : text);
  const low = of(ask({}, { metar }), "lowConditions").find(({ details }) =>
    details["basis"] === "observed"
  );
  assert.equal(low!.freshness, "ageing");
});

Deno.test("a SIGMET on the way is told with its levels, movement, threats and the stretch", () => {
  const answer = ask();
  const [warning] = of(answer, "warning");
  assert.ok(warning, told(answer, 0));
  assert.deepEqual(warning.words.slice(0, 1), ["CONVECTIVE SIGMET"]);
  assert.ok(warning.hazards.includes("thunderstorm") && warning.hazards.includes("hail"));
  assert.ok(warning.qualifiers.includes("severe") && warning.qualifiers.includes("embedded"));
  assert.equal(valueOf(warning, "top")?.value, 45_000);
  assert.equal(valueOf(warning, "fromAlong")?.value, 0);
  assert.match(
    told(answer, 0),
    /CONVECTIVE SIGMET 12E: Thunderstorms \(over an area, severe, embedded in cloud, hail, wind gusts\)/,
  );
  assert.match(told(answer, 0), /FL450/);
});

Deno.test("the same SIGMET is over when the flight begins three hours later: counted, not told", () => {
  const answer = ask({ departure: "1800Z" });
  assert.equal(of(answer, "warning").length, 0);
  const [excluded] = of(answer, "excluded");
  assert.equal(valueOf(excluded!, "otherTime")?.value, 1);
});

Deno.test("an urgent pilot report is an adverse condition, another one is not", () => {
  const answer = ask();
  const [severe, icing] = of(answer, "pirep");
  assert.equal(severe!.section, "adverseConditions");
  assert.ok(severe!.hazards.includes("turbulence") && severe!.qualifiers.includes("severe"));
  assert.equal(icing!.section, "currentConditions");
  assert.match(
    told(answer, 0),
    /Urgent: Pilot report of 14:40Z, C172, at 6,500 ft MSL.*turbulence severe between 6,000 ft MSL and 7,000 ft MSL; no icing/,
  );
  assert.match(told(answer, 3), /icing light between 5,500 ft MSL and 7,000 ft MSL/);
});

Deno.test("what is low on the way is an adverse condition by station", () => {
  const answer = ask();
  const low = of(answer, "lowConditions").find(({ details }) => details["basis"] === "observed");
  assert.deepEqual(low!.hazards, ["IFR"]);
  assert.match(told(answer, 0), /IFR is reported now at KHVN\./);
  assert.match(told(answer, 0), /Thunderstorm is possible at the time of passing at KPVD TEMPO/);
});

Deno.test("the arrival is told as prevailing and worst, with the group and its probability", () => {
  // No winds: 162 NM at 110 kt from 15:00Z: 16:28Z.
  const answer = ask();
  assert.equal(timeOf(answer.briefing.facts[0]!, "eta")?.slice(11, 16), "16:28");
  const [prevailing] = of(answer, "forecastPrevailing").filter(({ section }) =>
    section === "destinationForecast"
  );
  assert.equal(prevailing!.details["category"], "VFR");
  const [worst] = of(answer, "forecastWorst").filter(({ section }) =>
    section === "destinationForecast"
  );
  assert.equal(worst!.details["category"], "LIFR");
  assert.deepEqual(worst!.qualifiers.slice(0, 1), ["PROB30"]);
  const text = told(answer, 5);
  assert.match(text, /Forecast for KBOS on arrival, 16:28Z: VFR\./);
  assert.match(
    text,
    /worst for KBOS .*LIFR, with a probability of 30 % \(PROB30\) 16:00Z to 19:00Z/,
  );
  assert.match(text, /thunderstorm/);
});

Deno.test("alternates have better weather, and carry distance, direction and height", () => {
  const answer = ask();
  const alternates = of(answer, "alternate");
  assert.deepEqual(alternates.map((one) => one.station), ["KBED"]);
  assert.match(told(answer, 5), /Better weather at KBED, 14 NM WNW of KBOS, 110 ft higher/);
});

Deno.test("a way point without a report borrows its neighbour's, with distance, direction and height", () => {
  const answer = ask({ route: "KJFK,KXXX" });
  const text = told(answer, 3);
  assert.match(text, /KXXX: no report is held\./);
  assert.match(text, /KBOS \(5 NM ESE of KXXX, 20 ft lower\), observed 14:54Z/);
  const [density] = of(answer, "densityAltitude").filter((one) => one.station === "KXXX");
  assert.equal(valueOf(density!, "elevation")?.value, 40, "its own elevation, not the neighbour's");
  assert.equal(density!.details["estimate"], "KBOS");
});

Deno.test("a report past its limit is not used, and the last one is named", () => {
  const metar = ["METAR KJFK 241051Z 28012KT 10SM SCT050 10/02 A2992", ...BASE.metar.slice(1)];
  const answer = ask({}, { metar });
  assert.match(told(answer, 3), /KJFK: no current report; the last one is of 10:51Z\./);
});

Deno.test("current conditions are left out of a departure more than two hours ahead, and it says so", () => {
  assert.match(told(ask({ departure: "1730Z" }), 3), /more than two hours ahead/);
  assert.equal(ask({ departure: "1730Z" }).text.sections[3]!.state, "omitted");
});

Deno.test("without winds the times are without wind, and it says so twice", () => {
  const answer = ask();
  assert.match(answer.text.flight.map(({ text }) => text).join(" "), /reckoned without wind/);
  assert.match(told(answer, 6), /Zero wind is used|Zero wind is used there/);
  assert.equal(answer.briefing.timing.windShare, 0);
});

Deno.test("one's own minima are compared as facts, never judged", () => {
  const answer = ask({ minCeiling: "2000", minVisibility: "5", maxCrosswind: "10" });
  const results = of(answer, "minimaComparison").map(({ details, station }) =>
    `${station} ${details["what"]} ${details["basis"]} ${details["result"]}`
  );
  assert.ok(results.includes("KBOS ceiling forecastChange below"));
  assert.ok(results.includes("KBOS visibility forecastChange below"));
  assert.ok(results.includes("KJFK ceiling forecast within"));
  const all = answer.text.sections.flatMap(({ sentences }) => sentences.map(({ text }) => text));
  assert.doesNotMatch(all.join("\n"), /\b(?:go|no-go|safe|legal|recommended|should)\b/i);
});

Deno.test("a source that never answered is not an empty one", () => {
  const text = told(ask({}, { feeds: false, sigmet: [] }), 0);
  assert.match(text, /SIGMETs are not available/);
  assert.doesNotMatch(text, /No SIGMET/);
});

Deno.test("a list that was retrieved an hour ago is not one of now", () => {
  const text = told(ask({}, { sigmet: [], listAge: HOUR_MS }), 0);
  assert.match(text, /No SIGMET concerns the flight in the data retrieved at 14:00Z\./);
  assert.match(text, /The list of SIGMETs is old: it was last retrieved at 14:00Z\./);
});

Deno.test("a SIGMET whose place cannot be read is told as one that may lie on the route", () => {
  const sigmet = [
    "YUDD SIGMET 2 VALID 241400/241800 YUSO- YUDD SHANLON FIR SEV TURB OBS ENTIRE FIR FL250/370=",
  ];
  const answer = ask({}, { sigmet });
  assert.equal(of(answer, "warningPlaceUnknown").length, 1);
  assert.match(told(answer, 0), /it may lie on the route/);
});

/** Numbers of a text; `+` and the true minus are signs. */
function numbersIn(text: string): number[] {
  return [...text.replaceAll("−", "-").matchAll(/(?<![\w.])-?\d[\d,]*(?:\.\d+)?/g)]
    .map(([number]) => Number(number.replaceAll(",", "")));
}

/** Everything that a fact allows a sentence to say in numbers. */
function allowedOf(fact: Fact): Set<number> {
  const allowed = new Set<number>();
  const add = (...numbers: number[]) =>
    numbers.forEach((one) => allowed.add(one).add(Math.abs(one)));
  const values = [
    ...fact.values,
    ...(fact.place
      ? [fact.place.distance, fact.place.elevationDifference].flatMap((one) => one ?? [])
      : []),
  ];
  for (const { value, unit } of values) {
    add(value);
    if (unit === "min") add(Math.floor(value / 60), value % 60);
    if (unit === "m" && value >= 10_000) add(value / 1000);
    const whole = Math.floor(value);
    let [over, under] = [(value - whole) * 16, 16];
    while (over > 0 && over % 2 === 0) [over, under] = [over / 2, under / 2];
    if (unit === "SM" && over > 0) add(whole, over, under);
  }
  for (const { at } of fact.times) {
    const minute = new Date(Math.round(Date.parse(at) / 60_000) * 60_000);
    add(minute.getUTCDate(), minute.getUTCHours(), minute.getUTCMinutes());
  }
  for (const word of [...fact.words, ...Object.values(fact.details)]) {
    for (const [number] of word.matchAll(/-?\d+(?:\.\d+)?/g)) add(Number(number));
  }
  // CAVOK is said as "visibility 10 km or more".
  if (fact.details["visibility"] === "cavok") add(10);
  return allowed;
}

Deno.test("no sentence says a number that is not in its fact, in either language", () => {
  let checked = 0;
  for (const language of ["en", "de"] as const) {
    for (
      const given of [
        {},
        { minCeiling: "2000", minVisibility: "5", maxWind: "20", maxCrosswind: "10" },
        { route: "KJFK,41.5/-71.5,KXXX", alternates: "KPVD" },
        { departure: "2026-11-24T22:00Z", kind: "outlook" },
      ]
    ) {
      const { briefing, text } = ask(given, {}, language);
      const facts = new Map(briefing.facts.map((fact) => [fact.id, fact]));
      for (
        const { text: said, factIds } of [
          ...text.flight,
          ...text.sections.flatMap(({ sentences }) => sentences),
        ]
      ) {
        const fact = facts.get(factIds[0]!)!;
        const allowed = allowedOf(fact);
        const plain = language === "de"
          ? said.replace(/(\d)\.(\d{3})/g, "$1$2").replace(/(\d),(\d)/g, "$1.$2")
          : said;
        for (const number of numbersIn(plain.replace(/\b[A-Z]{4}\b/g, ""))) {
          checked++;
          assert.ok(
            allowed.has(number),
            `${number} of “${said}” is not in ${JSON.stringify(fact)}`,
          );
        }
      }
    }
  }
  assert.ok(checked > 300, `${checked} numbers`);
});

Deno.test("every hazard of a fact is named by its sentence", () => {
  const NAMES: Readonly<Record<string, RegExp>> = {
    thunderstorm: /thunderstorm/i,
    hail: /hail/i,
    turbulence: /turbulence/i,
    icing: /icing/i,
    IFR: /IFR/,
    LIFR: /LIFR/,
    fog: /fog/i,
    heavyPrecipitation: /heavy/i,
    cumulonimbus: /CB|cumulonimbus/i,
    gust: /gust/i,
    windGust: /gust/i,
  };
  const { briefing, text } = ask({ alternates: "KPVD" });
  const facts = new Map(briefing.facts.map((fact) => [fact.id, fact]));
  for (const { sentences } of text.sections) {
    for (const { text: said, factIds } of sentences) {
      for (const hazard of facts.get(factIds[0]!)!.hazards) {
        assert.match(said, NAMES[hazard] ?? /never/, `${hazard}: ${said}`);
      }
    }
  }
});

Deno.test("every text is made anew the same", () => {
  assert.deepEqual(ask().text, ask().text);
  assert.equal(ask().digest, ask().digest);
});

Deno.test("sunrise and sunset of New York on 24 November are those of the almanac", () => {
  // US Naval Observatory: 06:55 and 16:32 Eastern for 40.6 N 73.8 W, within two minutes.
  const sun = of(ask(), "sun").find(({ station }) => station === "KJFK")!;
  const minutes = (name: string) => {
    const at = timeOf(sun, name)!;
    return Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
  };
  assert.ok(Math.abs(minutes("sunrise") - (11 * 60 + 54)) <= 3, timeOf(sun, "sunrise"));
  assert.ok(Math.abs(minutes("sunset") - (21 * 60 + 31)) <= 3, timeOf(sun, "sunset"));
  assert.equal(toIso(NOW).slice(0, 10), timeOf(sun, "sunrise")!.slice(0, 10));
});
