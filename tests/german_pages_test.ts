/**
 * Pages in German hold no English: every word that is only in the English tables of texts is looked for on every
 * page, with hazards, a trend, a briefing and errors on it.
 */
import assert from "node:assert/strict";
import { BRIEFING_TEXTS } from "../lib/briefing/text/words.ts";
import { ADVISORIES } from "../lib/products/text/advisories.ts";
import { PILOT_REPORTS } from "../lib/products/text/pilot_reports.ts";
import { LANGUAGES } from "../lib/products/text/voice.ts";
import { WARNINGS } from "../lib/products/text/warnings.ts";
import { WINDS_ALOFT } from "../lib/products/text/winds_aloft.ts";
import type { ReportHistory } from "../lib/reports/history.ts";
import { PAGE_LANGUAGES, type PageLanguage, textsOf } from "../lib/view/text/mod.ts";
import { withCharacters } from "./support/characters.ts";
import { fillHazards, MORE_HAZARDS } from "./support/hazard_reports.ts";
import { pagesApp, START } from "./support/pages_app.ts";
import { dayOfReports } from "./support/past_metars.ts";

const PATHS = [
  "/",
  "/?q=london",
  "/?q=xyzzyx",
  "/KJFK?at=2026-11-24T16:00Z",
  "/EDDF",
  "/KACY",
  "/KMTN",
  "/KSWF",
  "/KDEN",
  "/KTEB",
  "/KJFK.txt",
  "/KJFK/history",
  "/KJFK+KBOS+KMTN+ZZZZ",
  "/map",
  "/map?near=KJFK&l=metar&l=sigmet&l=gairmet&l=pirep&l=cwa",
  "/map?region=pacific&l=metar&l=sigmet&at=3",
  "/map?region=nowhere",
  "/sigmets",
  "/sigmets?near=KJFK&within=x",
  "/gairmets",
  "/pireps",
  "/cwas",
  "/ask",
  "/ask?q=Wird+es+in+KJFK+um+18Z+VFR",
  "/brief",
  "/brief?route=KJFK,KBOS&departure=1530Z&tas=110&altitude=6500",
  "/brief?route=KJFK,KBOS&departure=1530Z&format=text&length=full",
  "/brief?route=KJFK,QQQQ&tas=5",
  "/near",
  "/near?lat=40.64&lon=-73.78",
  "/near?lat=99&lon=0",
  "/decode",
  "/decode?report=METAR+KJFK+241451Z+30015G25KT+10SM+XYZZY+BKN008+10/07+A2992",
  "/settings",
  "/learn?n=5",
  "/about",
  "/status",
  "/offline",
  "/ZZZZ",
  "/nowhere/at/all",
];

/** What is the same in both languages though the German tables do not have it, and names that stay as they are. */
const ALLOWED = new Set<string>([
  // The kind of a warning, as its text is headed.
  "convective",
]);

/** Letters of a text without the values to fill in, small. */
const wordsOf = (text: string) =>
  text.replace(/\{\w+\}/g, " ").toLowerCase().match(/\p{L}{3,}/gu) ?? [];

function wordsIn(language: PageLanguage): Set<string> {
  const tables: object[] = [
    textsOf(language),
    LANGUAGES[language],
    WARNINGS[language],
    PILOT_REPORTS[language],
    ADVISORIES[language],
    WINDS_ALOFT[language],
    BRIEFING_TEXTS[language],
  ];
  return new Set(tables.flatMap((table) => Object.values(table)).flatMap(wordsOf));
}

Deno.test("no page in German has a word that only English has", async () => {
  assert.deepEqual(PAGE_LANGUAGES, ["en", "de"]);
  const german = wordsIn("de");
  const english = wordsIn("en");
  assert.ok(english.size > 1000, `${english.size} words`);
  const foreign = new Set([...english].filter((word) => !german.has(word) && !ALLOWED.has(word)));

  const past = dayOfReports(START);
  const history = { recent: () => past, metars: () => Promise.resolve(past) };
  const { handler, reports, world } = await pagesApp({
    history: history as unknown as ReportHistory,
  });
  fillHazards(world, START, undefined, MORE_HAZARDS);
  // The longest first: the name of a city is a part of that of its airport.
  const names = [...reports.stations.all()]
    .flatMap(({ name, city }) => [name, city ?? ""])
    .filter((name) => name.length > 3)
    .sort((a, b) => b.length - a.length);
  const found: string[] = [];
  for (const path of PATHS) {
    const request = new Request(`http://localhost${path}`, {
      headers: { "accept-language": "de" },
    });
    const answer = await handler(request);
    const html = await answer.text();
    const isPage = answer.headers.get("content-type")?.startsWith("text/html");
    for (const piece of isPage ? piecesOf(html) : html.split("\n").filter(isWorded)) {
      const isForeign = (text: string) => wordsOf(text).filter((word) => foreign.has(word));
      if (isForeign(piece).length === 0) continue;
      const words = isForeign(names.reduce((text, name) => text.replaceAll(name, " "), piece));
      if (words.length > 0) found.push(`${path}: ${words.join(", ")} in "${piece.trim()}"`);
    }
  }
  assert.deepEqual([...new Set(found)], []);
});

/** A line of a text that is neither a raw report nor the record of one. */
function isWorded(line: string): boolean {
  return line !== line.toUpperCase() && !line.startsWith("{");
}

/** What is read or heard of a page, between tags: without style, script, and what is marked as no or another language. */
function piecesOf(html: string): string[] {
  return withCharacters(html)
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, "")
    .replace(/<(\w+)[^>]* lang="(zxx|en)"[^>]*>[\s\S]*?<\/\1>/g, "")
    .replace(/ (aria-label|placeholder|alt)="([^"]*)"/g, ">$2<")
    .replace(/&\w+;/g, " ")
    .split(/<[^>]*>/)
    // Codes stay as they are.
    .map((text) => text.replace(/\b[A-Z][A-Z0-9/-]{2,}\b/g, " "));
}
