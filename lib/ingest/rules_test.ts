import assert from "node:assert/strict";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import { nextDelayMs } from "./pace.ts";
import { type Contender, decide, type Verdict } from "./precedence.ts";
import { type Refusal, refusalOf, reportTime } from "./sanity.ts";

const T = Date.parse("2026-11-24T12:00:00Z");

function contender(text: string, changes: Partial<Contender> = {}): Contender {
  return {
    text,
    observedAt: T,
    receivedAt: T + MINUTE_MS,
    provider: 0,
    correction: null,
    special: false,
    nil: false,
    nilReplaces: false,
    ...changes,
  };
}

const held = contender("held");
const PRECEDENCE: { name: string; held?: Contender; next: Contender; expected: Verdict }[] = [
  { name: "the first report", next: contender("a"), expected: "replace" },
  {
    name: "the same text again",
    held,
    next: contender("held", { receivedAt: T + HOUR_MS }),
    expected: "keep",
  },
  { name: "a newer one", held, next: contender("a", { observedAt: T + 1 }), expected: "replace" },
  { name: "an older one", held, next: contender("a", { observedAt: T - 1 }), expected: "keep" },
  {
    name: "an older correction does not replace a newer report",
    held,
    next: contender("a", { observedAt: T - 1, correction: "" }),
    expected: "keep",
  },
  {
    name: "an older SPECI does not replace a newer METAR",
    held,
    next: contender("a", { observedAt: T - 1, special: true }),
    expected: "keep",
  },
  {
    name: "a correction of the same time",
    held,
    next: contender("a", { correction: "" }),
    expected: "replace",
  },
  {
    name: "what a held correction has corrected",
    held: contender("held", { correction: "" }),
    next: contender("a"),
    expected: "keep",
  },
  {
    name: "CCB after CCA",
    held: contender("held", { correction: "A" }),
    next: contender("a", { correction: "B" }),
    expected: "replace",
  },
  {
    name: "CCA after CCB",
    held: contender("held", { correction: "B" }),
    next: contender("a", { correction: "A" }),
    expected: "keep",
  },
  {
    name: "a correction wins over a SPECI of the same time",
    held: contender("held", { special: true }),
    next: contender("a", { correction: "" }),
    expected: "replace",
  },
  {
    name: "a SPECI of the same time",
    held,
    next: contender("a", { special: true }),
    expected: "replace",
  },
  {
    name: "a METAR of the same time as a held SPECI",
    held: contender("held", { special: true }),
    next: contender("a"),
    expected: "keep",
  },
  {
    name: "a newer NIL observation does not hide the last one",
    held,
    next: contender("NIL", { observedAt: T + HOUR_MS, nil: true }),
    expected: "keep",
  },
  {
    name: "a newer NIL forecast replaces the old forecast",
    held,
    next: contender("NIL", { observedAt: T + HOUR_MS, nil: true, nilReplaces: true }),
    expected: "replace",
  },
  {
    name: "a report for a held NIL of the same time",
    held: contender("NIL", { nil: true }),
    next: contender("a"),
    expected: "replace",
  },
  { name: "a NIL of the same time", held, next: contender("NIL", { nil: true }), expected: "keep" },
  {
    name: "another text from the same provider, later",
    held,
    next: contender("a", { receivedAt: T + 2 * MINUTE_MS }),
    expected: "replace",
  },
  {
    name: "another text in the same file: the first row stays",
    held,
    next: contender("a"),
    expected: "conflict",
  },
  {
    name: "another text from a less preferred provider",
    held,
    next: contender("a", { provider: 1, receivedAt: T + HOUR_MS }),
    expected: "conflict",
  },
  {
    name: "another text from a more preferred provider",
    held: contender("held", { provider: 1 }),
    next: contender("a"),
    expected: "replace",
  },
  {
    name: "a correction from a less preferred provider",
    held,
    next: contender("a", { provider: 1, correction: "" }),
    expected: "replace",
  },
];

Deno.test("which report wins", async (t) => {
  for (const row of PRECEDENCE) {
    await t.step(row.name, () => assert.equal(decide(row.held, row.next), row.expected));
  }
});

const TIMES: { name: string; read: string | null; stated?: number; expected: number | null }[] = [
  { name: "text and provider agree", read: "2026-11-24T12:00:00Z", stated: T, expected: T },
  {
    name: "a few minutes apart: the text",
    read: "2026-11-24T12:00:00Z",
    stated: T + 5 * MINUTE_MS,
    expected: T,
  },
  {
    name: "the provider claims a younger report: the text",
    read: "2026-11-24T12:00:00Z",
    stated: T + HOUR_MS,
    expected: T,
  },
  {
    name: "the provider says it is older: the provider",
    read: "2026-11-24T12:00:00Z",
    stated: T - DAY_MS,
    expected: T - DAY_MS,
  },
  { name: "no time in the text", read: null, stated: T, expected: T },
  { name: "no time at all", read: null, expected: null },
  { name: "an unreadable time", read: "soon", expected: null },
];

Deno.test("the age counts from the earlier time where text and provider disagree", async (t) => {
  for (const row of TIMES) {
    await t.step(row.name, () => assert.equal(reportTime(row.read, row.stated), row.expected));
  }
});

const SENSE: {
  name: string;
  observedAt: number | null;
  station?: string;
  named?: string | null;
  expected: Refusal | null;
}[] = [
  { name: "now", observedAt: T, expected: null },
  { name: "ten minutes ahead", observedAt: T + 10 * MINUTE_MS, expected: null },
  { name: "two hours ahead", observedAt: T + 2 * HOUR_MS, expected: "future" },
  { name: "a day old", observedAt: T - DAY_MS, expected: null },
  { name: "four years old", observedAt: T - 4 * 365 * DAY_MS, expected: "old" },
  { name: "no time", observedAt: null, expected: "noTime" },
  {
    name: "another station",
    observedAt: T,
    station: "KJFK",
    named: "KLGA",
    expected: "wrongStation",
  },
  { name: "no station in the text", observedAt: T, station: "KJFK", named: null, expected: null },
];

Deno.test("a report from the future, from years ago or of another station is refused", async (t) => {
  for (const row of SENSE) {
    await t.step(row.name, () => {
      const refusal = refusalOf({
        observedAt: row.observedAt,
        receivedAt: T,
        stationId: row.station ?? "KJFK",
        locationIndicator: row.named === undefined ? "KJFK" : row.named,
      });
      assert.equal(refusal, row.expected);
    });
  }
});

const MINUTES = (n: number) => n * MINUTE_MS;
const PACE: {
  name: string;
  interval: number;
  failures: number;
  after: number | null;
  random: number;
  expected: number;
}[] = [
  {
    name: "well",
    interval: MINUTES(1),
    failures: 0,
    after: null,
    random: 0.5,
    expected: MINUTES(1),
  },
  {
    name: "jitter down",
    interval: MINUTES(10),
    failures: 0,
    after: null,
    random: 0,
    expected: MINUTES(9.5),
  },
  {
    name: "jitter up",
    interval: MINUTES(10),
    failures: 0,
    after: null,
    random: 1,
    expected: MINUTES(10.5),
  },
  {
    name: "first fault of a slow feed",
    interval: MINUTES(10),
    failures: 1,
    after: null,
    random: 0.5,
    expected: MINUTES(1),
  },
  {
    name: "third fault",
    interval: MINUTES(10),
    failures: 3,
    after: null,
    random: 0.5,
    expected: MINUTES(4),
  },
  {
    name: "never slower than the interval",
    interval: MINUTES(10),
    failures: 99,
    after: null,
    random: 0.5,
    expected: MINUTES(10),
  },
  {
    name: "never faster than a minute",
    interval: MINUTES(1),
    failures: 1,
    after: null,
    random: 0.5,
    expected: MINUTES(1),
  },
  {
    name: "as long as the provider asks",
    interval: MINUTES(1),
    failures: 1,
    after: MINUTES(12),
    random: 0.5,
    expected: MINUTES(12),
  },
];

Deno.test("the next question comes after the interval, or sooner after a fault of a slow feed", async (t) => {
  for (const row of PACE) {
    await t.step(row.name, () => {
      assert.equal(nextDelayMs(row.interval, row.failures, row.after, row.random), row.expected);
    });
  }
});
