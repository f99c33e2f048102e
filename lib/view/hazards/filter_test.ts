import assert from "node:assert/strict";
import { decode } from "../../products/mod.ts";
import { HOUR_MS } from "../../time/mod.ts";
import { DEFAULT_SETTINGS } from "../settings/mod.ts";
import { createViewer, DEFAULT_VIEWER } from "../viewer.ts";
import { feedModel } from "./feed_model.ts";
import { filterHazards, hazardHref, hazardQueryOf } from "./filter.ts";
import { hazardItem, type ListedProduct } from "./item.ts";
import { touchesBand } from "./levels.ts";
import { hazardWords } from "./words.ts";

const NOW = Date.UTC(2026, 10, 24, 15);

function item(product: ListedProduct, text: string, area?: unknown) {
  const decoded = decode(text, { receivedAt: NOW, product })!;
  const raw = {
    product,
    text,
    stationId: null,
    provider: "awc",
    receivedAt: NOW,
    simulated: false,
    ...(area !== undefined && { attributes: { area } }),
  };
  const period = { from: NOW - HOUR_MS, to: NOW + 2 * HOUR_MS };
  return hazardItem(product, { raw, decoded, observedAt: NOW }, period);
}

const sigmet = (levels: string, area?: unknown) =>
  item(
    "sigmet",
    `EGGX SIGMET 4 VALID 241400/241700 EGRR-\nEGGX SHANWICK OCEANIC FIR SEV TURB FCST ENTIRE FIR ${levels} STNR NC=`,
    area,
  );

const BANDS: { levels: string; from: number | null; to: number | null; is: boolean }[] = [
  { levels: "FL290/400", from: 250, to: 300, is: true },
  { levels: "FL290/400", from: null, to: 280, is: false },
  { levels: "FL290/400", from: 410, to: null, is: false },
  { levels: "SFC/FL100", from: 0, to: 20, is: true },
  { levels: "SFC/FL100", from: 110, to: 200, is: false },
  { levels: "TOP FL360", from: 0, to: 50, is: true },
  { levels: "TOP FL360", from: 370, to: null, is: false },
  { levels: "ABV FL340", from: 0, to: 300, is: false },
  { levels: "ABV FL340", from: 400, to: 450, is: true },
  // Without levels it may be at any.
  { levels: "", from: 10, to: 20, is: true },
];
for (const { levels, from, to, is } of BANDS) {
  Deno.test(`"${levels}" ${is ? "may concern" : "does not concern"} FL${from}–${to}`, () => {
    const feet = (level: number | null) => level === null ? null : level * 100;
    assert.equal(touchesBand(sigmet(levels).layers, feet(from), feet(to)), is);
  });
}

const BOX = [[55, -20], [55, -10], [50, -10], [50, -20]];
const found = (text: string, items = [sigmet("FL290/400", BOX), sigmet("FL100/200")]) => {
  const { query } = hazardQueryOf(new URLSearchParams(text));
  const near = query.near === "" ? null : { latitude: 52, longitude: -15 };
  const { found, unplaced } = filterHazards(items, query, near, NOW);
  return [found.length, unplaced.length];
};

Deno.test("what cannot be measured is kept apart, never dropped", () => {
  assert.deepEqual(found(""), [2, 0]);
  assert.deepEqual(found("near=EGGX"), [1, 1]);
  assert.deepEqual(found("region=asia"), [0, 1]);
  assert.deepEqual(found("fir=SHANWICK"), [2, 0]);
  assert.deepEqual(found("fir=EDGG"), [0, 0]);
  assert.deepEqual(found("at=0"), [2, 0]);
  assert.deepEqual(found("at=3"), [0, 0]);
  assert.deepEqual(found("from=300"), [1, 0]);
});

Deno.test("what cannot be read of a query is named and not applied", () => {
  const { query, problems } = hazardQueryOf(
    new URLSearchParams("within=-5&from=abc&at=x&region=atlantis&kind=rain&page=0"),
  );
  assert.deepEqual(problems, ["region", "code", "level", "within", "hour", "page"]);
  assert.equal(hazardHref("/sigmets", query), "/sigmets");
});

Deno.test("a query survives in its address", () => {
  const text = "near=KJFK&within=300&region=europe&fir=EGTT&from=10&to=200&at=3&kind=TS&page=2";
  const { query } = hazardQueryOf(new URLSearchParams(text));
  assert.equal(hazardHref("/x", query, { page: 2 }), `/x?${text}`);
});

const TITLES: {
  product: ListedProduct;
  text: string;
  code: string;
  title: RegExp;
  where: RegExp;
}[] = [
  {
    product: "pirep",
    text: "JFK UUA /OV JFK090010/TM 1448/FL080/TP B738/TB SEV 070-090",
    code: "TURB",
    title: /^Severe turbulence$/,
    where: /JFK090010 · B738/,
  },
  {
    product: "pirep",
    text: "DEN UA /OV DEN180015/TM 1422/FL230/TP A320/TB NEG",
    code: "PIREP",
    title: /^No turbulence$/,
    where: /A320/,
  },
  {
    product: "pirep",
    text: "BOS UA /OV BOS/TM 1431/FL120/TP C172/IC LGT-MOD RIME",
    code: "ICE",
    title: /^Light to moderate icing$/,
    where: /C172/,
  },
  {
    product: "sigmet",
    text:
      "EGGX SIGMET 4 VALID 241400/241700 EGRR-\nEGGX SHANWICK OCEANIC FIR CNL SIGMET 3 241300/241700=",
    code: "OTHER",
    title: /^Cancels SIGMET 3$/,
    where: /SHANWICK/,
  },
];
for (const { product, text, code, title, where } of TITLES) {
  Deno.test(`${text.slice(0, 40)}… is named by the worst it tells`, () => {
    const one = item(product, text);
    assert.equal(one.code, code);
    const words = hazardWords(one, DEFAULT_VIEWER);
    assert.match(words.title, title);
    assert.match(words.where, where);
  });
}

const IN_GERMAN: { product: ListedProduct; text: string; title: string; levels: string | null }[] =
  [
    {
      product: "sigmet",
      text:
        "EDMM SIGMET 1 VALID 241400/241800 EDZM-\nEDMM MUENCHEN FIR SEV MTW FCST ENTIRE FIR SFC/FL150 STNR WKN=",
      title: "Leewellen: stark",
      levels: "Boden bis FL150",
    },
    {
      product: "sigmet",
      text:
        "EGGX SIGMET 4 VALID 241400/241700 EGRR-\nEGGX SHANWICK OCEANIC FIR EMBD TS FCST ENTIRE FIR TOP FL360 STNR NC=",
      title: "Gewitter: eingelagert",
      levels: "bis FL360",
    },
    {
      product: "pirep",
      text: "BOS UA /OV BOS/TM 1431/FLDURC/TP C172/TB NEG/IC LGT-MOD RIME",
      title: "Keine Turbulenz, Vereisung leicht bis mäßig",
      levels: "im Steigflug",
    },
  ];
for (const { product, text, title, levels } of IN_GERMAN) {
  Deno.test(`${text.slice(0, 30)}… is named in German, too`, () => {
    const words = hazardWords(item(product, text), createViewer(DEFAULT_SETTINGS, "de"));
    assert.equal(words.title, title);
    assert.equal(words.levels, levels);
  });
}

Deno.test("a feed is never, partial, old or current, in this order", () => {
  const facts = { provider: "awc", succeededAt: NOW };
  assert.equal(feedModel("sigmet", undefined, NOW, false).kind, "never");
  assert.equal(feedModel("sigmet", { ...facts, succeededAt: null }, NOW, false).kind, "never");
  const later = NOW + 16 * 60_000;
  assert.equal(feedModel("sigmet", { ...facts, never: ["isigmet"] }, later, false).kind, "partial");
  assert.equal(feedModel("sigmet", facts, later, false).kind, "old");
  assert.equal(feedModel("sigmet", facts, NOW, false).kind, "current");
  assert.equal(feedModel("metar", facts, NOW + 6 * 60_000, false).kind, "old");
});
