/**
 * Cities under the names that their own people, or neighbours, give them: the table of stations has English
 * names, and people search in their own language.
 *
 * @module
 */

/** English word of the table, then other names for it as words without accents; `ue` for `ü` as well. */
const NAMES: Readonly<Record<string, string>> = {
  antwerp: "antwerpen anvers",
  athens: "athina athen athenes atene",
  bangkok: "krungthep",
  beijing: "peking pekin",
  belgrade: "beograd belgrad",
  brunswick: "braunschweig",
  brussels: "bruxelles brussel bruessel bruselas",
  bucharest: "bucuresti bukarest bucarest",
  cairo: "kairo qahira",
  chennai: "madras",
  cologne: "koln koeln colonia",
  copenhagen: "kobenhavn kopenhagen copenhague",
  crete: "kreta",
  dresden: "dresde",
  dusseldorf: "duesseldorf",
  florence: "firenze florenz",
  geneva: "geneve genf ginevra ginebra",
  genoa: "genova genua",
  gothenburg: "goteborg goeteborg",
  guangzhou: "canton kanton",
  hague: "haag",
  hamburg: "hambourg",
  hannover: "hanover",
  havana: "habana havanna",
  helsinki: "helsingfors",
  istanbul: "konstantinopel",
  jerusalem: "yerushalayim quds",
  kiev: "kyiv kiew",
  kolkata: "calcutta kalkutta",
  kyiv: "kiev kiew",
  lisbon: "lisboa lissabon lisbonne",
  ljubljana: "laibach",
  london: "londres londra",
  marseille: "marseilles marsiglia",
  milan: "milano mailand",
  moscow: "moskva moskau moscou",
  mumbai: "bombay",
  munich: "munchen muenchen monaco",
  naples: "napoli neapel",
  nice: "nizza",
  nuremberg: "nurnberg nuernberg",
  oporto: "porto",
  paris: "parigi",
  prague: "praha prag praga",
  rome: "roma rom",
  saint: "st sankt san sao",
  salzburg: "salisburgo",
  seville: "sevilla",
  sofia: "sofiya",
  st: "saint sankt",
  stockholm: "estocolmo",
  strasbourg: "strassburg straszburg",
  thessaloniki: "saloniki salonica",
  tokyo: "tokio",
  turin: "torino",
  venice: "venezia venedig venise",
  vienna: "wien vienne viena becs",
  warsaw: "warszawa warschau varsovie",
  yangon: "rangoon",
  zagreb: "agram",
  zurich: "zuerich zurigo",
};

const ENGLISH = new Map<string, string[]>();
for (const [english, others] of Object.entries(NAMES)) {
  for (const other of others.split(" ")) {
    const known = ENGLISH.get(other);
    if (known === undefined) ENGLISH.set(other, [english]);
    else known.push(english);
  }
}

/**
 * English words for a word of another language; none for most.
 *
 * @example
 * ```ts
 * import { englishOf } from "./exonyms.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(englishOf("munchen"), ["munich"]);
 * assert.deepEqual(englishOf("boston"), []);
 * ```
 */
export function englishOf(word: string): readonly string[] {
  return ENGLISH.get(word) ?? [];
}
