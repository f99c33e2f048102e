import assert from "node:assert/strict";
import { scan } from "../scan/mod.ts";
import {
  Accumulator,
  BODY,
  DAMAGED_ROWS,
  GROUP_ROWS,
  type GroupRow,
  readDamagedGroup,
  readGroup,
  repairGroup,
  type Section,
  TAF_PERIOD,
  TREND,
} from "./mod.ts";
import { REPAIR_ROWS } from "./repairs.ts";

/** What must have been read before a row's example can stand. */
const BEFORE: Readonly<Record<string, string>> = {
  "wind sector": "27015KT",
  "unreadable visibility": "27015KT",
};

function sectionOf(row: GroupRow): Section {
  return [BODY, TREND, TAF_PERIOD].find((section) => (row.sections & section) !== 0) as Section;
}

for (const row of [...GROUP_ROWS, ...DAMAGED_ROWS]) {
  Deno.test(`the example of the row "${row.name}" is claimed whole: ${row.example}`, () => {
    const before = BEFORE[row.name];
    const tokens = scan(before === undefined ? row.example : `${before} ${row.example}`);
    const acc = new Accumulator();
    const section = sectionOf(row);
    let i = before === undefined ? 0 : readGroup(tokens, 0, acc, section);
    const empty = JSON.stringify(new Accumulator());
    const first = i;
    i += DAMAGED_ROWS.includes(row)
      ? readDamagedGroup(tokens, i, acc, section)
      : readGroup(tokens, i, acc, section);
    assert.equal(i, tokens.count, `claimed ${i - first} tokens`);
    assert.notEqual(JSON.stringify(acc), empty);
  });
}

for (const row of REPAIR_ROWS) {
  const [found, read] = row.example;
  Deno.test(`repair ${row.code}: ${found} is read as ${read}, and said so`, () => {
    const tokens = scan(found);
    const acc = new Accumulator();
    assert.equal(readGroup(tokens, 0, acc, BODY), 0);
    assert.ok(repairGroup(tokens, 0, acc, BODY));
    const words = Array.from({ length: tokens.count }, (_, i) => tokens.word(i)).join(" ");
    assert.equal(words.startsWith(read.split(" ")[0]!), true, words);
    assert.ok(words.replaceAll(" ", "").startsWith(read.replaceAll(" ", "")), words);
    assert.deepEqual(acc.issues.map((issue) => issue.code), [row.code]);
    assert.deepEqual(acc.issues[0]!.source?.text, found);
  });
}

Deno.test("a number is never cut between two figures", () => {
  for (const raw of ["Q10133", "99999999999", "0212121KT"]) {
    const tokens = scan(raw);
    repairGroup(tokens, 0, new Accumulator(), BODY);
    assert.equal(tokens.word(0), raw);
  }
});

Deno.test("groups of the body are not read in a trend", () => {
  for (const raw of ["12/08", "Q1013", "R28/0600N", "RERA", "R24/CLRD70", "32250095"]) {
    assert.equal(readGroup(scan(raw), 0, new Accumulator(), TREND), 0, raw);
    assert.equal(readGroup(scan(raw), 0, new Accumulator(), TAF_PERIOD), 0, raw);
  }
});
