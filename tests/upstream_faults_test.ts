/**
 * R1: every fault of a provider against the whole service over real sockets. No crash, no wrong value, no 5xx
 * while a report is held, each within its deadline; failover meanwhile, and it heals by itself.
 */
import assert from "node:assert/strict";
import type { Service } from "../lib/app.ts";
import { createProviderHandler, type Simulation } from "../lib/simulator/mod.ts";
import { DAY_MS, FakeClock, MINUTE_MS } from "../lib/time/mod.ts";
import { recordEvidence } from "./support/evidence.ts";
import { type FaultProxy, PROXY_FAULTS, startFaultProxy } from "./support/fault_proxy.ts";
import { inFolder } from "./support/folder.ts";
import {
  bodyOf,
  keepsNothing,
  openService,
  simulatedWorldOf,
} from "./support/simulated_service.ts";

const START = Date.parse("2026-07-06T15:00:30Z");
const SEED = 7;
/** Over everything that one question may take while the provider is slow; 30 s in life. */
const DEADLINE_MS = 600;
/** For all else: a busy machine reads a good file in this time, too. */
const PATIENT_MS = 20_000;
const SLOW = ["connectHangs", "noTls", "slowHeaders", "drip", "hang", "bodyHangs", "trickle"];
const SLACK_MS = 200;

/** The feed of each product that is spoilt: CSV, XML, JSON. */
const PRODUCTS = {
  metar: "metars.cache",
  taf: "tafs.cache",
  isigmet: "/api/data/isigmet",
} as const;
type Product = keyof typeof PRODUCTS;

/** Kinds that spoil nothing, for the products named; every other must be noticed as a fault of the feed. */
const HARMLESS: Readonly<Record<string, readonly Product[]>> = {
  http10: ["metar", "taf", "isigmet"],
  reordered: ["metar", "taf", "isigmet"],
  byteOrderMark: ["metar", "taf", "isigmet"],
  duplicates: ["metar", "taf", "isigmet"],
  frozen: ["metar", "taf", "isigmet"],
  oldTimes: ["metar", "taf", "isigmet"],
  invalidUtf8: ["metar", "taf", "isigmet"],
  latin1: ["metar", "taf", "isigmet"],
  nulBytes: ["metar"],
  // Nothing to tell, which of warnings is an answer.
  noContent: ["isigmet"],
  // These change what a warning's record has no part in.
  renamedColumn: ["isigmet"],
  missingColumn: ["isigmet"],
  wrongStation: ["isigmet"],
  futureTimes: ["isigmet"],
  protoKey: ["isigmet"],
  // Plain text cut in a row: that row is refused, of the stations below the last report stays.
  cutText: ["metar"],
};
/** Kinds that change letters of reports: what is shown says so in its own text. */
const DAMAGING = ["invalidUtf8", "latin1", "nulBytes"];

interface Setting {
  readonly service: Service;
  readonly proxy: FaultProxy;
  readonly clock: FakeClock;
  readonly simulation: Simulation;
  readonly patience: { ms: number };
}

async function withService(
  folder: string,
  use: (setting: Setting) => Promise<void>,
): Promise<void> {
  const clock = new FakeClock(START);
  const simulation = await simulatedWorldOf(SEED, { metar: 30, taf: 15 });
  const patience = { ms: PATIENT_MS };
  const proxy = startFaultProxy((faults) => createProviderHandler({ simulation, clock, faults }));
  const service = await openService({
    ...keepsNothing(proxy.url),
    historyStore: "memory",
    dataDir: folder,
  }, {
    clock,
    fetch: proxy.fetch,
    pages: "none",
    feedDeadlineMs: () => patience.ms,
  });
  try {
    await use({ service, proxy, clock, simulation, patience });
  } finally {
    await service.stop();
    await proxy.close();
  }
}

/** Every text that somebody really reported at one of the instants looked at. */
class Truth {
  readonly #texts = new Set<string>();

  /** Looks at now, as queries do, and at when the files served now were made. */
  async look({ simulation, clock }: Setting): Promise<void> {
    const now = clock.now();
    const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS;
    const tenMinutes = Math.floor(now / (10 * MINUTE_MS)) * 10 * MINUTE_MS;
    for (const site of simulation.sites) {
      for (const at of [now, minute]) {
        for (const report of simulation.metars.latest(site, at)) this.#texts.add(report.text);
      }
      for (const at of [now, tenMinutes]) {
        const taf = simulation.tafs.current(site, at);
        if (taf !== undefined) this.#texts.add(taf.text);
      }
    }
    for (const one of await simulation.hazards.international(now)) this.#texts.add(one.text);
    for (const one of await simulation.hazards.domestic(minute)) this.#texts.add(one.text);
  }

  /** Whether it was reported: with or without the word in front, which some providers leave out. */
  has(text: string): boolean {
    return this.#texts.has(text) ||
      ["METAR ", "SPECI "].some((word) => this.#texts.has(word + text));
  }
}

interface Counts {
  answers: number;
  reports: number;
  worstOverMs: number;
}

async function ask(service: Service, path: string, counts: Counts): Promise<unknown> {
  counts.answers++;
  const text = await bodyOf(service, path);
  return text.startsWith("{") ? JSON.parse(text) : text;
}

interface Shown {
  readonly raw: string;
  readonly observedAt: string | null;
  readonly issuedAt: string | null;
  readonly validTo?: string | null;
  readonly decoded: { readonly unparsed: readonly unknown[]; readonly issues: readonly unknown[] };
}

/** Asks for everything and compares it with the truth. */
async function check(
  { service, clock, simulation }: Setting,
  truth: Truth,
  kind: string,
  counts: Counts,
): Promise<void> {
  const ids = simulation.sites.map((site) => site.station.id).join(",");
  const answers = await Promise.all(
    [`/api/v1/metar/${ids}`, `/api/v1/taf/${ids}`, "/api/v1/sigmets"].map((path) =>
      ask(service, path, counts) as Promise<{ reports: readonly Shown[] }>
    ),
  );
  for (const shown of answers.flatMap(({ reports }) => reports)) {
    counts.reports++;
    const known = truth.has(shown.raw);
    if (!known) {
      assert.ok(
        DAMAGING.includes(kind) && ["\uFFFD", "\0"].some((one) => shown.raw.includes(one)),
        `${kind}: nobody reported ${JSON.stringify(shown.raw)}`,
      );
    }
    checkTime(shown, clock.now(), kind);
  }
  const ready = await ask(service, "/readyz", counts);
  assert.ok(ready);
  await ask(service, "/healthz", counts);
}

/** The time shown is the one of the text, and none lies in the future; a warning past its end is not shown. */
function checkTime(shown: Shown, now: number, kind: string): void {
  const [, day, hour, minute] = / (\d\d)(\d\d)(\d\d)Z /.exec(shown.raw) ?? [];
  if (shown.observedAt !== null && day !== undefined) {
    assert.equal(
      shown.observedAt.slice(8, 16),
      `${day}T${hour}:${minute}`,
      `${kind}: ${shown.raw}`,
    );
  }
  const at = Date.parse((shown.observedAt ?? shown.issuedAt)!);
  assert.ok(at <= now + 60 * MINUTE_MS, `${kind}: from the future: ${shown.raw}`);
  if (shown.validTo !== undefined && shown.validTo !== null) {
    assert.ok(Date.parse(shown.validTo) > now, `${kind}: past its end: ${shown.raw}`);
  }
}

/** Every kind with `FAULTS=all` (`deno task test:providers`), one with its name; else each with one product. */
function kindsFor(product: Product): readonly string[] {
  const asked = Deno.env.get("FAULTS") ?? "";
  if (PROXY_FAULTS.includes(asked)) return [asked];
  if (asked === "all") return PROXY_FAULTS;
  const at = Object.keys(PRODUCTS).indexOf(product);
  return PROXY_FAULTS.filter((_kind, i) => i % 3 === at);
}

/** Polls every feed; the time over the deadline, less what the loop itself was late. */
async function poll({ service, patience }: Setting, deadlineMs = PATIENT_MS): Promise<number> {
  patience.ms = deadlineMs;
  let lag = 0;
  let last = performance.now();
  const ticks = setInterval(() => {
    const now = performance.now();
    lag += Math.max(0, now - last - 5);
    last = now;
  }, 5);
  const started = performance.now();
  await service.ingest.pollAll();
  clearInterval(ticks);
  return performance.now() - started - deadlineMs - lag;
}

/** To the next time of day: forecasts are issued around the quarters of the day, and none may be old already. */
function advanceTo(clock: FakeClock, time: string): void {
  const day = new Date(clock.now() + DAY_MS).toISOString().slice(0, 11);
  clock.set(`${day}${time}Z`);
}

async function tryKind(
  setting: Setting,
  kind: string,
  product: Product,
  truth: Truth,
  counts: Counts,
): Promise<void> {
  const { service, proxy, clock } = setting;
  const deadlineMs = SLOW.includes(kind) ? DEADLINE_MS : PATIENT_MS;
  // Most stations have issued again: there is something to miss, and something to get wrong.
  clock.advance(61 * MINUTE_MS);
  if (kind === "futureTimes" && product === "taf") advanceTo(clock, "00:30:30");
  await truth.look(setting);
  proxy.set({ kind, path: PRODUCTS[product] });
  counts.worstOverMs = Math.max(counts.worstOverMs, await poll(setting, deadlineMs));
  const isHarmless = HARMLESS[kind]?.includes(product) ?? false;
  const { error } = service.reports.world.feed(product)!;
  if (isHarmless) assert.equal(error, null, `${kind} of ${product}`);
  else assert.notEqual(error, null, `${kind} of ${product} went unnoticed`);
  await check(setting, truth, kind, counts);

  // The fault lasts: after three minutes others are asked.
  clock.advance(4 * MINUTE_MS);
  await truth.look(setting);
  counts.worstOverMs = Math.max(counts.worstOverMs, await poll(setting, deadlineMs));
  await check(setting, truth, kind, counts);
  if (!isHarmless && product !== "isigmet") {
    assert.match(
      (await service.metrics.exposition()).text,
      new RegExp(`^failover_active\\{product="${product}"\\} 1$`, "m"),
    );
  }

  proxy.set(null);
  clock.advance(16 * MINUTE_MS);
  await truth.look(setting);
  await poll(setting);
  assert.equal(service.reports.world.feed(product)!.error, null, `${product} heals after ${kind}`);
  await check(setting, truth, kind, counts);
}

Deno.test("R1: no fault of a provider makes a wrong value, a 5xx or a crash", async (t) => {
  assert.equal(new Set(PROXY_FAULTS).size, PROXY_FAULTS.length);
  assert.ok(PROXY_FAULTS.length >= 40, `${PROXY_FAULTS.length} kinds`);
  const counts: Counts = { answers: 0, reports: 0, worstOverMs: -Infinity };
  let tried = 0;
  let planned = 0;
  await inFolder((folder) =>
    withService(folder, async (setting) => {
      const truth = new Truth();
      await truth.look(setting);
      await setting.service.ingest.pollAll();
      for (const product of Object.keys(PRODUCTS) as Product[]) {
        for (const kind of kindsFor(product)) {
          planned++;
          const passed = await t.step(`${kind} of ${product}`, async () => {
            await tryKind(setting, kind, product, truth, counts);
            assert.ok(
              counts.worstOverMs <= SLACK_MS,
              `${Math.round(counts.worstOverMs)} ms over the deadline`,
            );
          });
          if (passed) tried++;
          else setting.proxy.set(null);
        }
      }
    })
  );
  assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
  assert.equal(tried, planned);
  await recordEvidence("R1", {
    title: "Faults of a provider against the whole service",
    command: "deno task test:providers",
    seed: SEED,
    totals: {
      "fault kinds": PROXY_FAULTS.length,
      "products": 3,
      "faults tried": tried,
      "answers checked": counts.answers,
      "reports compared with the truth": counts.reports,
      "wrong values": 0,
      "answers with 5xx": 0,
      "crashes": 0,
      "worst time over the deadline (ms)": Math.max(0, Math.round(counts.worstOverMs)),
    },
  });
});
