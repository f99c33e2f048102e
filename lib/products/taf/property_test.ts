import assert from "node:assert/strict";
import fc from "fast-check";
import type { Source } from "../product.ts";
import { decodeTaf } from "./decode.ts";
import { flattenTaf } from "./flatten.ts";
import type { Taf } from "./model.ts";
import { statesBetween } from "./state.ts";

/** Runs of each property; `FUZZ_RUNS` raises it for the long task. */
const RUNS = Number(readRuns() ?? 3000);

function readRuns(): string | undefined {
  try {
    return Deno.env.get("FUZZ_RUNS");
  } catch {
    return undefined;
  }
}

const RECEIVED = Date.UTC(2022, 9, 25, 11, 10);

const PIECES = [
  "TAF",
  "AMD",
  "COR",
  "KJFK",
  "EDDF",
  "251100Z",
  "2512/2618",
  "251218",
  "BECMG",
  "TEMPO",
  "PROB30",
  "PROB40",
  "INTER",
  "FM251430",
  "FM14",
  "FM",
  "2513/2515",
  "2524/2606",
  "0513",
  "24010G20KT",
  "VRB03KT",
  "/////KT",
  "9999",
  "CAVOK",
  "0400",
  "P6SM",
  "1",
  "1/2SM",
  "11/2SM",
  "M1/4SM",
  "-RA/BR",
  "+TSRAGR",
  "NSW",
  "VC",
  "SKC",
  "BKN003",
  "FEW020CB",
  "VV001",
  "VV///",
  "BKN///",
  "WS020/24045KT",
  "QNH2992INS",
  "530009",
  "6X0304",
  "TX12/2515Z",
  "TNM03/2606Z",
  "T26/2515Z",
  "T",
  "25",
  "Q",
  "1012",
  "RMK",
  "NXT",
  "FCST",
  "BY",
  "260000Z",
  "WND",
  "290V040",
  "AFT",
  "2607",
  "CNL",
  "NIL",
  "=",
  "$",
  "28008KTBECMG",
  "BECMG2513/2515",
  "MOD",
  "TURB",
  "−RA",
  "taf",
  "\u0000",
  "=\n",
  "\t",
];

const report = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) =>
  pieces.join(" ")
);
const REAL =
  "TAF AMD KXYZ 251100Z 2512/2618 24010G20KT 1 1/2SM -RA BR OVC008 530009 QNH2992INS WS020/24045KT " +
  "TEMPO 2512/2514 1/4SM FG VV001 BECMG 2516/2518 9999 NSW SCT020CB PROB30 TEMPO 2520/2524 TSRA " +
  "FM260000 VRB03KT CAVOK TX12/2515Z TNM03/2606Z AMD NOT SKED RMK NXT FCST BY 251800Z=";
/** The real report with one character replaced, dropped or doubled. */
const mutated = fc.tuple(fc.nat(REAL.length - 1), fc.string({ maxLength: 3 })).map(([at, text]) =>
  REAL.slice(0, at) + text + REAL.slice(at + 1)
);
const anyText = fc.oneof(report, mutated, fc.string({ unit: "binary", maxLength: 300 }));

/** Every `Source` within `value`. */
function* sourcesIn(value: unknown): Generator<Source> {
  if (value === null || typeof value !== "object") return;
  const { text, start, end } = value as Partial<Source>;
  if (typeof text === "string" && typeof start === "number" && typeof end === "number") {
    yield value as Source;
  }
  for (const child of Object.values(value)) yield* sourcesIn(child);
}

function assertSound(taf: Taf): void {
  for (const { text, start, end } of sourcesIn(taf)) {
    assert.ok(0 <= start && start <= end && end <= taf.raw.length);
    assert.equal(text, taf.raw.slice(start, end), "a source shows the raw text of its span");
  }
  for (const { period } of taf.changeGroups) {
    if (period.from !== null && period.to !== null) {
      assert.ok(period.from < period.to, "a period ends after it begins");
    }
  }
  if (taf.validity?.from && taf.validity.to) assert.ok(taf.validity.from < taf.validity.to);
}

Deno.test("any text is decoded without an exception, with true spans and periods", () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const taf = decodeTaf(raw, { receivedAt: RECEIVED });
      assert.equal(taf.raw, raw);
      assertSound(taf);
      flattenTaf(taf);
    }),
    { numRuns: RUNS },
  );
});

Deno.test("the states of any TAF fill its validity without gaps", () => {
  fc.assert(
    fc.property(report, (tail) => {
      const taf = decodeTaf(`TAF KXYZ 251100Z 2512/2618 24010KT 9999 SCT020 ${tail}`, {
        receivedAt: RECEIVED,
      });
      const spans = statesBetween(taf, RECEIVED, RECEIVED + 48 * 3_600_000);
      if (taf.nil || taf.cancelled) assert.equal(spans.length, 0);
      spans.forEach((span, index) => {
        assert.ok(span.from < span.to);
        if (index > 0) assert.equal(span.from, spans[index - 1]?.to);
      });
    }),
    { numRuns: RUNS },
  );
});

Deno.test("every prefix of a real TAF is decoded", () => {
  for (let end = 0; end <= REAL.length; end++) {
    assertSound(decodeTaf(REAL.slice(0, end), { receivedAt: RECEIVED }));
  }
});

Deno.test("spans of what was read and what was not cover every token", () => {
  fc.assert(
    fc.property(report, (tail) => {
      const raw = `TAF KXYZ 251100Z 2512/2618 24010KT 9999 SCT020 ${tail}`;
      const taf = decodeTaf(raw, { receivedAt: RECEIVED });
      // A group set aside with an issue is told of, too: nothing is dropped in silence.
      const covered = new Uint8Array(raw.length);
      for (const source of sourcesIn(taf)) {
        covered.fill(1, source.start, source.end);
      }
      const header = raw.indexOf("2512/2618") + 9;
      for (const { index, 0: token } of raw.slice(header).matchAll(/[^\s=$]+/g)) {
        assert.ok(covered[header + index] === 1 || HEADER_WORDS.has(token), `${token} of ${raw}`);
      }
    }),
    { numRuns: RUNS },
  );
});

/** Words whose meaning is a flag of the report. */
const HEADER_WORDS = new Set(["AMD", "COR", "CNL", "NIL", "TAF", "taf"]);

Deno.test("a text beyond the cap is read in part and says so", () => {
  const raw = "TAF KXYZ 251100Z 2512/2618 24010KT 9999 " + "TEMPO 2513/2515 0400 FG ".repeat(2000);
  const taf = decodeTaf(raw);
  assert.ok(taf.issues.some(({ code }) => code === "limit.length"));
  assert.ok(taf.changeGroups.length < 700);
  assert.ok((taf.unparsed.at(-1)?.end ?? 0) === raw.length);
});
