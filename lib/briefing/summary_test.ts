import assert from "node:assert/strict";
import { metarFreshness, tafFreshness } from "../derive/mod.ts";
import { decodeMetar } from "../products/metar/mod.ts";
import type { Metar } from "../products/metar/model.ts";
import type { ProductName } from "../products/product.ts";
import type { HeldReport, RawReport } from "../products/raw_report.ts";
import { decodeTaf } from "../products/taf/mod.ts";
import type { Taf } from "../products/taf/model.ts";
import { createStationIndex } from "../stations/mod.ts";
import { HOUR_MS, MINUTE_MS, toIso } from "../time/mod.ts";
import { keptSummary, summariseStation } from "./summary.ts";
import type { BriefingWorld } from "./world.ts";

const NOW = Date.parse("2026-11-24T15:03:00Z");

const rawOf = (product: ProductName, text: string): RawReport => ({
  product,
  text,
  stationId: "KBOS",
  provider: "awc",
  receivedAt: NOW - 5 * MINUTE_MS,
  simulated: false,
});

/** A world of one station; `now` may be moved. */
function worldOf({ metar, taf }: { readonly metar?: string; readonly taf?: string }) {
  const context = { receivedAt: NOW };
  let observed: HeldReport<Metar> | undefined;
  if (metar !== undefined) {
    const decoded = decodeMetar(metar, context);
    observed = { raw: rawOf("metar", metar), decoded, observedAt: Date.parse(decoded.observedAt!) };
  }
  let forecast: HeldReport<Taf> | undefined;
  if (taf !== undefined) {
    const decoded = decodeTaf(taf, context);
    forecast = { raw: rawOf("taf", taf), decoded, observedAt: Date.parse(decoded.issuedAt!) };
  }
  const world = { now: NOW };
  const stations = createStationIndex([]);
  const reports: BriefingWorld = {
    world: { simulated: false },
    stations,
    now: () => world.now,
    metar: () =>
      observed && {
        ...observed,
        station: undefined,
        freshness: metarFreshness(observed.observedAt, HOUR_MS, world.now),
      },
    taf: () =>
      forecast && {
        ...forecast,
        station: undefined,
        freshness: tafFreshness(forecast.decoded, world.now),
      },
    hazards: () => [],
    resolve: (id) => id,
    feed: () => undefined,
  };
  return { reports, world };
}

const METAR = "METAR KBOS 241454Z 24010G22KT 10SM BKN012 08/M02 A2992";
const TAF = "TAF KBOS 241130Z 2412/2518 24010KT P6SM SKC ";

Deno.test("a METAR is told with its values, each leading to its token", () => {
  const { sentences } = summariseStation("KBOS", worldOf({ metar: METAR, taf: TAF }).reports);
  const [now] = sentences;
  assert.equal(
    now!.text,
    "KBOS at 14:54Z: MVFR; wind from 240° true at 10 kt, gusting 22 kt; visibility 10 SM or more; broken at 1,200 ft; ceiling 1,200 ft above ground; temperature 8 °C; dew point −2 °C; altimeter 29.92 inHg.",
  );
  assert.deepEqual(
    now!.links.map(({ start, end, source }) => [now!.text.slice(start, end), source.text]),
    [
      ["240°", "24010G22KT"],
      ["10 kt", "24010G22KT"],
      ["22 kt", "24010G22KT"],
      ["10 SM or more", "10SM"],
      ["1,200 ft", "BKN012"],
      ["1,200 ft", "BKN012"],
      ["8 °C", "08/M02"],
      ["−2 °C", "08/M02"],
      ["29.92 inHg", "A2992"],
    ],
  );
});

/** What is said of the forecast. */
const FORECASTS: readonly { name: string; taf: string; text: string; link?: string }[] = [
  {
    name: "one state for all hours",
    taf: TAF,
    text: "The forecast until 22:00Z is VFR throughout.",
  },
  {
    name: "another state of the same category",
    taf: `${TAF}FM241800 30015KT P6SM SCT040`,
    text: "The forecast until 22:00Z is VFR throughout.",
  },
  {
    name: "a fluctuation keeps its word and its time, and leads to its group",
    taf: `${TAF}TEMPO 2418/2420 2SM -RA OVC008`,
    text: "The worst forecast until 22:00Z is IFR, at times (TEMPO) 18:00Z to 20:00Z.",
    link: "at times (TEMPO) → TEMPO 2418/2420",
  },
  {
    name: "a probability keeps its number, and its hazard is named",
    taf: `${TAF}PROB30 2419/2421 1/2SM TSRA OVC004CB`,
    text:
      "The worst forecast until 22:00Z is LIFR, with a probability of 30 % (PROB30) 19:00Z to 21:00Z. Hazards forecast: thunderstorm, cumulonimbus.",
    link: "with a probability of 30 % (PROB30) → PROB30 2419/2421",
  },
  {
    name: "what gets better is not bad throughout",
    taf: "TAF KBOS 241130Z 2412/2518 24010KT 2SM BR OVC008 FM241700 24010KT P6SM SKC",
    text: "The worst forecast until 22:00Z is IFR, at first.",
  },
  {
    name: "a fluctuation that is over is not told",
    taf: `${TAF}TEMPO 2412/2415 1/4SM FG VV001`,
    text: "The forecast until 22:00Z is VFR throughout.",
  },
  {
    name: "what comes after the hours told is not told",
    taf: `${TAF}FM242200 24010KT 1/4SM FG VV001`,
    text: "The forecast until 22:00Z is VFR throughout.",
  },
  {
    name: "half a state is no VFR",
    taf: "TAF KBOS 241130Z 2412/2518 24010KT P6SM",
    text: "The forecast until 22:00Z is category not known (ceiling missing) throughout.",
  },
  {
    name: "a TAF that ends sooner is told to its end",
    taf: "TAF KBOS 240530Z 2406/2418 24010KT P6SM SKC",
    text: "The forecast until 18:00Z is VFR throughout.",
  },
  {
    name: "one that begins later is told from there",
    taf: "TAF KBOS 241500Z 2416/2524 24010KT P6SM SKC",
    text: "The forecast from 16:00Z until 22:00Z is VFR throughout.",
  },
  {
    name: "a TAF that is over says nothing",
    taf: "TAF KBOS 232330Z 2400/2412 24010KT P6SM SKC",
    text: "KBOS: the forecast held says nothing of 15:03Z.",
  },
  {
    name: "a cancelled one neither",
    taf: "TAF AMD KBOS 241400Z 2414/2518 CNL",
    text: "KBOS: the forecast held says nothing of 15:03Z.",
  },
  {
    name: "what could not be read is said",
    taf: `${TAF}XQZZY`,
    text:
      "The forecast until 22:00Z is VFR throughout. Parts of the forecast could not be read: read the raw report.",
  },
];

for (const { name, taf, text, link } of FORECASTS) {
  Deno.test(`forecast in a summary: ${name}`, () => {
    const { sentences } = summariseStation("KBOS", worldOf({ metar: METAR, taf }).reports);
    const told = sentences.slice(1);
    assert.equal(told.map((one) => one.text).join(" "), text);
    const links = told.flatMap((one) =>
      one.links.map(({ start, end, source }) =>
        `${one.text.slice(start, end)} → ${source.text.split(" ").slice(0, 2).join(" ")}`
      )
    );
    assert.deepEqual(links, link === undefined ? [] : [link]);
  });
}

/** What is said of an observation that may not be used, or not without a word. */
const OBSERVATIONS: readonly { name: string; metar?: string; text: RegExp }[] = [
  { name: "none", text: /^KBOS: no report is held\. The forecast/ },
  {
    name: "one of four hours ago",
    metar: "METAR KBOS 241054Z 24010KT 10SM CLR 08/M02 A2992",
    text: /^KBOS: no current report; the last one is of 10:54Z\. The forecast/,
  },
  {
    name: "a stale one",
    metar: "METAR KBOS 241254Z 24010KT 10SM CLR 08/M02 A2992",
    text: /The report is stale: conditions may have changed\. The forecast/,
  },
  {
    name: "NIL",
    metar: "METAR KBOS 241454Z NIL",
    text: /^KBOS: the station sent no observation \(14:54Z\)\. The forecast/,
  },
  {
    name: "damaged",
    metar: "METAR KBOS 241454Z 24010KT 10SM QZXYQ CLR 08/M02 A2992",
    text: /Parts of the report could not be read: read the raw report\. The forecast/,
  },
];

for (const { name, metar, text } of OBSERVATIONS) {
  Deno.test(`observation in a summary: ${name}`, () => {
    const given = metar === undefined ? { taf: TAF } : { metar, taf: TAF };
    assert.match(summariseStation("KBOS", worldOf(given).reports).text, text);
  });
}

Deno.test("a summary in German", () => {
  const taf = `${TAF}PROB30 2419/2421 1/2SM TSRA OVC004CB`;
  const { text } = summariseStation("KBOS", worldOf({ metar: METAR, taf }).reports, "de");
  assert.match(text, /^KBOS um 14:54Z: MVFR; Wind aus 240° rechtweisend mit 10 kt/);
  assert.match(text, /Die schlechteste Vorhersage bis 22:00Z ist LIFR, /);
  assert.match(text, /Vorhergesagte Gefahren: Gewitter/);
});

Deno.test("a kept summary is made anew when it would say something else, and not before", () => {
  const { reports, world } = worldOf({
    metar: METAR,
    taf: `${TAF}FM241530 30015KT 2SM BR OVC008`,
  });
  const once = keptSummary("KBOS", reports);
  const first = keptSummary("KBOS", reports);
  assert.notEqual(once, first, "kept from the second question on");
  assert.equal(once.text, first.text);
  assert.equal(toIso(first.changesAt), "2026-11-24T15:30:00Z");
  assert.equal(first.text, summariseStation("KBOS", reports).text);
  for (const minutes of [0, 10, 26, 27, 40, 57, 90, 300]) {
    world.now = NOW + minutes * MINUTE_MS;
    const made = keptSummary("KBOS", reports);
    assert.equal(made === first, minutes < 27, `${minutes} min`);
    assert.equal(made.text, summariseStation("KBOS", reports).text, `${minutes} min`);
  }
  assert.notEqual(keptSummary("KBOS", reports, "de").text, keptSummary("KBOS", reports).text);
  world.now = NOW - MINUTE_MS;
  assert.equal(keptSummary("KBOS", reports).text, summariseStation("KBOS", reports).text);
});
