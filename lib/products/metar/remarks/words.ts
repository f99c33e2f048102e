/**
 * Plain language in remarks: contractions and words that are known one by one. Words beside each
 * other become one remark, with its text written out.
 *
 * @module
 */
import type { Tokens } from "../../scan/mod.ts";
import type { Reading } from "../reading.ts";
import { CONTRACTIONS } from "./contractions.ts";
import type { RemarkRow } from "./row.ts";

const MEASURE =
  /^[-+M]?\d{1,5}(?:\.\d{1,2})?(?:MM|CM|M|KM|FT|KT|KTS|NM|SM|C|IN|HPA|MB|UTC|Z|%|DEG|HR|HRS|MIN|PAST|KG)$/;
const NUMBER = /^[-+]?\d{1,4}(?:[.,]\d{1,2})?(?:[-/]\d{1,4}(?:\.\d)?)*$/;
/** `FL120`, `B738`: level and aircraft of a report of turbulence (AIP GEN 3.5 of Japan). */
const FLIGHT = /^(?:FL\d{3}|B7[0-9][0-9A-Z])$/;
const RUNWAY = /^(?:RWY|RY|THR|R)\d{2}[LCR]?(?:\/\d{2}[LCR]?)?$/;

/** The word without the punctuation around it. */
function bare(word: string): string {
  return word.replace(/^[("'.,;:*/-]+|[)"'.,;:*!?/-]+$/g, "");
}

/** What a word says, `undefined` where it is not known. Words joined by `/`, `-` or `,` are looked up each. */
export function expansionOf(word: string): string | undefined {
  const plain = bare(word);
  if (plain === "") return /^[-/.,&+]+$/.test(word) ? "" : undefined;
  const known = CONTRACTIONS.get(plain);
  if (known !== undefined) return known;
  if (MEASURE.test(plain) || RUNWAY.test(plain) || FLIGHT.test(plain)) return plain;
  const pieces = plain.split(/[/,.-]+/);
  if (pieces.length < 2 || pieces.length > 12) return undefined;
  let found = 0;
  const words: string[] = [];
  for (const piece of pieces) {
    const expansion = CONTRACTIONS.get(piece);
    if (expansion !== undefined) found++;
    else if (!/^\d{1,4}$/.test(piece) && !MEASURE.test(piece)) return undefined;
    words.push(expansion ?? piece);
  }
  return found > 0 ? words.join(", ") : undefined;
}

function readWord(tokens: Tokens, i: number, reading: Reading): number {
  if (tokens.size(i) > 60) return 0;
  const word = tokens.word(i);
  const last = reading.remarks.at(-1);
  const goesOn = last?.kind === "other" && last.name === "plainLanguage" && i > 0 &&
    last.source.end === tokens.ends[i - 1];
  let expansion = expansionOf(word);
  if (expansion === undefined && NUMBER.test(bare(word))) {
    // A number alone says nothing; between words it belongs to them.
    if (goesOn || knownAfter(tokens, i + 1)) expansion = word;
  }
  if (expansion === undefined) return 0;
  if (goesOn && last.kind === "other") {
    const meaning = last.data.meaning as string;
    reading.remarks[reading.remarks.length - 1] = {
      kind: "other",
      name: "plainLanguage",
      data: { meaning: expansion === "" ? meaning : `${meaning} ${expansion}`.trim() },
      source: tokens.span(last.source.start, tokens.ends[i]!),
    };
  } else {
    reading.remarks.push({
      kind: "other",
      name: "plainLanguage",
      data: { meaning: expansion },
      source: tokens.source(i),
    });
  }
  return 1;
}

function knownAfter(tokens: Tokens, i: number): boolean {
  const word = tokens.word(i);
  const expansion = word === "" ? undefined : expansionOf(word);
  return expansion !== undefined && expansion !== "";
}

export const WORD_ROWS: readonly RemarkRow[] = [
  {
    name: "plain language",
    first: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789(\"'/-.,&*+",
    read: readWord,
    rule: "FMH-1 12.7.1; FAA JO 7340.2 contractions; MANOBS (Canada)",
    meaning: "Words and contractions, written out.",
    example: "PCPN VRY LGT",
  },
];
