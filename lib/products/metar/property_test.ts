import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeMetar, flattenMetar } from "./mod.ts";
import { FORMAT_ROWS } from "./fixtures/formats.ts";

const RUNS = Number(Deno.env.get("FUZZ_RUNS") ?? 5000);

interface Span {
  text: string;
  start: number;
  end: number;
}

/** Every span of a decoded report, wherever it hangs. */
function spansOf(value: unknown, into: Span[] = []): Span[] {
  if (value === null || typeof value !== "object") return into;
  const span = value as Span;
  if (typeof span.start === "number" && typeof span.end === "number") into.push(span);
  for (const part of Object.values(value)) spansOf(part, into);
  return into;
}

/** Words that are keywords of the form and the source of no value. */
const KEYWORDS =
  /^(?:METAR|SPECI|COR|AUTO|NIL|RTD|AMD|LWIS|RMKS?|REMARKS|CC[A-X]|RR[A-X]|=|\$|\d{1,5}|[A-Z]{4}\d{2}|[A-Z][A-Z0-9]{3}|\d{6}Z?|M|[CRA][CRA][A-Z]|:|\/)$/i;

/** What frames a bulletin on its way separates as blanks do. */
// deno-lint-ignore no-control-regex
const FRAME = new RegExp("[\\u0001-\\u0004]", "g");

/** What holds for every text whatever. */
function check(raw: string): void {
  const report = decodeMetar(raw, { receivedAt: 1_700_000_000_000 });
  assert.equal(report.raw, raw);
  const covered = new Uint8Array(raw.length);
  for (const { text, start, end } of spansOf(report)) {
    assert.ok(start >= 0 && start <= end && end <= raw.length, `span ${start}-${end} outside`);
    assert.equal(text, raw.slice(start, end));
    covered.fill(1, start, end);
  }
  for (const match of raw.replace(FRAME, " ").matchAll(/\S+/g)) {
    const start = match.index;
    for (let at = start; at < start + match[0].length; at++) {
      if (covered[at] === 1) continue;
      let [from, to] = [at, at];
      while (from > start && covered[from - 1] === 0) from--;
      while (to < start + match[0].length && covered[to] === 0) to++;
      // `=` and `$` are tokens of their own wherever they stand: METAR$COR is three.
      for (const piece of raw.slice(from, to).split(/[=$]+/)) {
        assert.ok(
          piece === "" || KEYWORDS.test(piece) || KEYWORDS.test(piece.slice(0, 3)),
          `"${piece}" of ${JSON.stringify(raw)} is neither claimed nor unparsed`,
        );
      }
      at = to;
    }
  }
  assert.doesNotThrow(() => JSON.stringify(flattenMetar(report)));
}

const reports = FORMAT_ROWS.map((row) => row.raw);
const pieces = reports.flatMap((raw) => raw.split(" "));

Deno.test("any text decodes without an exception, and every token is accounted for", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 120 }), check), {
    numRuns: RUNS,
  });
});

Deno.test("groups in any order and number decode without an exception", () => {
  const shuffled = fc.array(fc.constantFrom(...pieces), { maxLength: 40 })
    .map((parts) => parts.join(" "));
  fc.assert(fc.property(shuffled, check), { numRuns: RUNS });
});

Deno.test("reports with characters changed, lost or doubled decode without an exception", () => {
  const mutated = fc.tuple(
    fc.constantFrom(...reports),
    fc.array(
      fc.tuple(
        fc.nat(300),
        fc.constantFrom("cut", "put", "swap"),
        fc.constantFrom(..."0123456789/ABCDEFGKMPRSTVZ+-= $\u2212\u202e\n"),
      ),
      { minLength: 1, maxLength: 6 },
    ),
  ).map(([raw, edits]) => {
    let text = raw;
    for (const [at, kind, character] of edits) {
      const i = at % (text.length + 1);
      if (kind === "cut") text = text.slice(0, i) + text.slice(i + 1);
      else if (kind === "put") text = text.slice(0, i) + character + text.slice(i);
      else text = text.slice(0, i) + character + text.slice(i + 1);
    }
    return text;
  });
  fc.assert(fc.property(mutated, check), { numRuns: RUNS });
});

Deno.test("every prefix of every report decodes without an exception", () => {
  for (const raw of new Set(reports)) {
    for (let end = 0; end <= raw.length; end++) check(raw.slice(0, end));
  }
});

Deno.test("a text of a million characters is read in bounded time and its rest is listed", () => {
  for (const unit of ["FEW010 ", "M", "/", "1 1/2 ", "RAB01E02", "\u202e", "=", "KJFK 061751Z "]) {
    const raw = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const started = performance.now();
    const report = decodeMetar(raw);
    assert.ok(performance.now() - started < 500, `${JSON.stringify(unit)} took too long`);
    assert.ok(report.unparsed.length > 0);
    assert.ok(report.issues.some((issue) => issue.code === "limit.length"));
  }
});
