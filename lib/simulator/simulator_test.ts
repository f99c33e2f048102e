import assert from "node:assert/strict";
import { decodeMetar } from "../products/metar/mod.ts";
import { decodePirep } from "../products/pirep/mod.ts";
import { decodeTaf } from "../products/taf/mod.ts";
import { HOUR_MS } from "../time/mod.ts";
import { categoryOf } from "./reports.ts";
import { differences } from "./round_trip.ts";
import { createSimulation } from "./simulation.ts";
import type { Simulation } from "./simulation.ts";
import { createWorld } from "./world/mod.ts";
import { readStations } from "../../tests/support/stations.ts";

const STATIONS = await readStations();
/** A few hundred stations of all dialects, by the same choice as the whole world. */
const COUNTS = { metar: 700, taf: 500 };
const NOON = Date.parse("2026-11-24T12:04:00Z");
const INSTANTS = [0, 5, 11, 19, 24 * 60 + 2, 24 * 230 + 9].map((hours) => NOON + hours * HOUR_MS);

const simulate = (seed = 7): Simulation =>
  createSimulation({ seed, stations: STATIONS, counts: COUNTS });

const textsAt = (simulation: Simulation, now: number) =>
  simulation.sites.flatMap((site) => simulation.metars.latest(site, now).map((r) => r.text));

Deno.test("the same seed and time give the same reports, another seed gives others", () => {
  const first = textsAt(simulate(), NOON);
  assert.deepEqual(textsAt(simulate(), NOON), first);
  const other = textsAt(simulate(8), NOON);
  const same = first.filter((text) => other.includes(text)).length;
  assert.ok(same < first.length * 0.05, `${same} of ${first.length} alike`);
});

Deno.test("an instant looks the same whatever was asked before it", () => {
  const asked = simulate();
  for (const now of INSTANTS) textsAt(asked, now);
  assert.deepEqual(textsAt(asked, NOON), textsAt(simulate(), NOON));
});

Deno.test("the whole world has 5,000 METAR and 2,900 TAF stations with the great airports among them", () => {
  const { sites } = createSimulation({ seed: 1, stations: STATIONS });
  assert.ok(sites.length >= 5000, String(sites.length));
  assert.ok(sites.filter((site) => site.hasTaf).length >= 2900);
  const great = "KJFK EGLL LFPG EDDF UUEE OMDB VIDP ZBAA RJTT YSSY SBGR KDEN CYYZ MMMX FAOR NZAA";
  const ids = new Set(sites.filter((site) => site.hasTaf).map((site) => site.station.id));
  for (const id of great.split(" ")) assert.ok(ids.has(id), id);
});

Deno.test("air is plausible everywhere and at all seasons", () => {
  const world = createWorld(3);
  for (let i = 0; i < 4000; i++) {
    const latitude = (i * 37) % 170 - 85, longitude = (i * 53) % 360 - 180;
    const air = world.at(latitude, longitude, (i * 131) % 9000, NOON + i * 2.3 * HOUR_MS);
    const where = `${latitude},${longitude} #${i}`;
    assert.ok(air.dewPoint <= air.temperature, where);
    assert.ok(air.pressure > 930 && air.pressure < 1065, `${where} ${air.pressure}`);
    assert.ok(air.temperature > -75 && air.temperature < 52, `${where} ${air.temperature}`);
    assert.ok(air.windSpeed >= 0 && air.windSpeed < 90, `${where} ${air.windSpeed}`);
    assert.ok(air.windGust >= air.windSpeed, where);
    assert.ok(air.windFrom >= 0 && air.windFrom < 360, where);
    assert.ok(air.visibility > 0, where);
    if (air.precipitationKind === "SN") assert.ok(air.temperature < 2, where);
    assert.deepEqual(air.layers, [...air.layers].sort((a, b) => a.baseFt - b.baseFt), where);
  }
});

Deno.test("neighbours agree and the next quarter of an hour is like this one", () => {
  const world = createWorld(3);
  for (let i = 0; i < 500; i++) {
    const latitude = (i * 37) % 120 - 60, longitude = (i * 53) % 360 - 180;
    const here = world.at(latitude, longitude, 300, NOON);
    const near = world.at(latitude + 0.05, longitude, 300, NOON);
    const soon = world.at(latitude, longitude, 300, NOON + HOUR_MS / 4);
    for (const other of [near, soon]) {
      assert.ok(Math.abs(other.pressure - here.pressure) < 2.5);
      assert.ok(Math.abs(other.temperature - here.temperature) < 2.5);
    }
  }
});

Deno.test("wind goes anticlockwise around a low in the north and clockwise in the south", () => {
  const world = createWorld(5);
  for (const sign of [1, -1]) {
    const low = world.systems(NOON).filter((s) =>
      s.amplitude < -15 && Math.sign(s.latitude) === sign && Math.abs(s.latitude) > 38
    ).sort((a, b) => a.amplitude - b.amplitude)[0]!;
    // East of its centre the flow is poleward: from the south in the north, from the north in the south.
    const air = world.at(low.latitude, low.longitude + 5, 0, NOON);
    const poleward = Math.cos((air.geostrophicFrom + 180) * Math.PI / 180) * sign;
    assert.ok(poleward > 0, `${sign}: from ${air.geostrophicFrom}`);
  }
});

Deno.test("categories are mixed as in life: mostly VFR, every other one present", () => {
  const simulation = simulate();
  const counts = { VFR: 0, MVFR: 0, IFR: 0, LIFR: 0, none: 0 };
  for (const now of INSTANTS) {
    for (const site of simulation.sites) {
      for (const report of simulation.metars.latest(site, now)) {
        counts[categoryOf(report.truth) ?? "none"]++;
      }
    }
  }
  const total = Object.values(counts).reduce((a, b) => a + b);
  assert.ok(counts.VFR / total > 0.6 && counts.VFR / total < 0.93, JSON.stringify(counts));
  for (const kind of ["MVFR", "IFR", "LIFR", "none"] as const) {
    assert.ok(counts[kind] > 0, JSON.stringify(counts));
  }
});

Deno.test("decoding a simulated METAR gives back the values meant, with nothing left unparsed", () => {
  const simulation = simulate();
  let read = 0;
  for (const now of INSTANTS) {
    for (const site of simulation.sites) {
      for (const report of simulation.metars.latest(site, now)) {
        if (report.damaged) continue;
        const decoded = decodeMetar(report.text, { receivedAt: report.receivedAt });
        assert.deepEqual(decoded.unparsed, [], report.text);
        assert.deepEqual(differences(report.truth, decoded), [], report.text);
        read++;
      }
    }
  }
  assert.ok(read > 3500, String(read));
});

Deno.test("every simulated TAF decodes with nothing left unparsed and its periods in place", () => {
  const simulation = simulate();
  for (const now of INSTANTS) {
    for (const site of simulation.sites) {
      const taf = simulation.tafs.current(site, now);
      if (taf === undefined) continue;
      assert.ok(taf.receivedAt <= now && taf.validTo > now, taf.text);
      const decoded = decodeTaf(taf.text, { receivedAt: taf.receivedAt });
      assert.deepEqual(decoded.unparsed, [], taf.text);
      const groups = taf.truth.filter((group) => group.kind !== "BASE");
      assert.deepEqual(
        decoded.changeGroups.map((g) => [g.kind, g.probability ?? null, g.period.from]),
        groups.map((g) => [
          g.kind,
          g.probability,
          new Date(g.from).toISOString().slice(0, 19) + "Z",
        ]),
        taf.text,
      );
    }
  }
});

Deno.test("every report from an aircraft decodes with nothing left unparsed", async () => {
  const simulation = simulate();
  for (const now of INSTANTS) {
    const reports = await simulation.hazards.aircraft(now);
    assert.ok(reports.length > 50, String(reports.length));
    for (const report of reports) {
      const decoded = decodePirep(report.text, { receivedAt: report.receivedAt });
      assert.deepEqual(decoded.unparsed, [], report.text);
    }
  }
});

Deno.test("forecasts mostly come true and sometimes do not", () => {
  const simulation = simulate();
  let hits = 0, all = 0;
  for (const site of simulation.sites) {
    const taf = simulation.tafs.current(site, NOON);
    if (taf === undefined || taf.truth.length === 0 || site.blind) continue;
    for (const hours of [2, 8]) {
      const later = simulation.metars.latest(site, NOON + hours * HOUR_MS)[0];
      const prevailing = taf.truth.findLast((g) =>
        (g.kind === "BASE" || g.kind === "FM" || g.kind === "BECMG") &&
        g.from <= NOON + hours * HOUR_MS && g.visibility !== null && g.sky !== null
      );
      const actual = later === undefined ? null : categoryOf(later.truth);
      if (actual === null || prevailing === undefined) continue;
      const forecast = categoryOf({
        ...later!.truth,
        visibility: prevailing.visibility!,
        sky: prevailing.sky!,
      });
      all++;
      if (actual === forecast) hits++;
    }
  }
  assert.ok(hits / all > 0.75 && hits / all < 0.99, `${hits} of ${all}`);
});

Deno.test("specials, corrections, amendments, NIL and cancelled forecasts come at small rates", () => {
  const simulation = createSimulation({
    seed: 1,
    stations: STATIONS,
    counts: { metar: 2500, taf: 2500 },
  });
  const seen = { SPECI: 0, COR: 0, METAR: 0, NIL: 0, AMD: 0, CNL: 0, nilTaf: 0 };
  for (const hours of [0, 2, 4, 7]) {
    const now = NOON + hours * HOUR_MS;
    for (const site of simulation.sites) {
      for (const { truth } of simulation.metars.latest(site, now)) {
        seen[truth.type]++;
        if (truth.correction !== null) seen.COR++;
        if (truth.nil) seen.NIL++;
      }
      const taf = simulation.tafs.current(site, now);
      if (taf?.status === "AMD" || taf?.status === "CNL") seen[taf.status]++;
      if (taf?.status === "NIL") seen.nilTaf++;
    }
  }
  for (const [kind, count] of Object.entries(seen)) {
    assert.ok(count > 0, `${kind}: ${JSON.stringify(seen)}`);
    if (kind !== "METAR") assert.ok(count < seen.METAR * 0.15, `${kind}: ${JSON.stringify(seen)}`);
  }
});
