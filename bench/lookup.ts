/**
 * How long one answer takes inside the process, over every station of a simulated world: look-up of the
 * report with its freshness, and the whole API answer from a `Request` to a `Response`, first and repeated.
 *
 * @module
 */
import { createApi } from "../edge/mod.ts";
import { decodeMetar } from "../lib/products/metar/mod.ts";
import { createReports } from "../lib/reports/mod.ts";
import { createSimulation } from "../lib/simulator/mod.ts";
import { createStationIndex } from "../lib/stations/mod.ts";
import { MemoryWorld } from "../lib/store/mod.ts";
import { systemClock } from "../lib/time/mod.ts";
import { readStations } from "../tests/support/stations.ts";

/** Milliseconds below which 50, 99 and 99.9 of 100 samples lie, and the longest. */
function spread(samples: Float64Array): Record<string, string> {
  const sorted = samples.slice().sort();
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return Object.fromEntries(
    ([["p50 ms", 0.5], ["p99 ms", 0.99], ["p99.9 ms", 0.999], ["longest ms", 1]] as const)
      .map(([name, share]) => [name, at(share).toFixed(4)]),
  );
}

function sample(ids: readonly string[], ask: (id: string) => unknown): Float64Array {
  const samples = new Float64Array(ids.length);
  for (const [index, id] of ids.entries()) {
    const started = performance.now();
    ask(id);
    samples[index] = performance.now() - started;
  }
  return samples;
}

const clock = systemClock;
const stations = await readStations();
const simulation = createSimulation({ seed: 1, stations });
const world = new MemoryWorld(true);
const now = clock.now();
for (const site of simulation.sites) {
  const report = simulation.metars.latest(site, now)[0];
  if (report === undefined) continue;
  const decoded = decodeMetar(report.text, { receivedAt: now });
  world.put("metar", site.station.id, {
    raw: {
      product: "metar",
      text: report.text,
      stationId: site.station.id,
      provider: "simulator",
      receivedAt: now,
      simulated: true,
    },
    decoded,
    observedAt: Date.parse(decoded.observedAt ?? "") || now,
  });
}
const reports = createReports({ world, stations: createStationIndex(stations), clock });
const api = createApi({ reports, clock, info: { title: "bench", version: "0" } });
const ids = [...world.stationIds()];
const request = (id: string) => new Request(`http://localhost/api/v1/metar/${id}`);

console.log(`${ids.length} stations`);
sample(ids, (id) => reports.metar(id));
sample(ids.slice(0, 1000), (id) => api.fetch(request(id)));
console.table({
  "look-up of a METAR": spread(sample(ids, (id) => reports.metar(id))),
  "API answer, first": spread(sample(ids.slice(1000), (id) => api.fetch(request(id)))),
  "API answer, again": spread(sample(ids.slice(-2000), (id) => api.fetch(request(id)))),
});
