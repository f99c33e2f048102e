/**
 * CheckWX v2: `/v2/metar/{ids}/short` and its like, with key, daily budget and errors.
 *
 * @module
 */
import { DAY_MS, toIso } from "../time/mod.ts";
import type { Simulation } from "./simulation.ts";

/** Key that the simulated provider accepts. */
export const SIMULATED_KEY = "simulated-key";
const DAILY_BUDGET = 200;
const MAX_IDS = 25;

/** A door that counts its calls. */
export type CheckWxDoor = (request: Request, url: URL, now: number) => Response;

/** A CheckWX of `simulation`; `budget` calls a day, reset at 00:00 UTC. */
export function createCheckWxDoor(simulation: Simulation, budget = DAILY_BUDGET): CheckWxDoor {
  let day = -1;
  let used = 0;
  return (request, url, now) => {
    const key = request.headers.get("x-api-key");
    if (key !== SIMULATED_KEY) return fail(401, "Invalid or missing API key");
    const [product, ids, form = "raw", extra] = url.pathname.slice("/v2/".length).split("/");
    if ((product !== "metar" && product !== "taf") || ids === undefined || ids === "") {
      return fail(404, "Not Found");
    }
    if (extra !== undefined || form === "previous") {
      return fail(403, "Your plan lacks this endpoint");
    }
    if (form !== "raw" && form !== "short") return fail(404, "Not Found");
    const list = ids.toUpperCase().split(",");
    if (list.length > MAX_IDS) return fail(400, `At most ${MAX_IDS} ids`);
    if (Math.floor(now / DAY_MS) !== day) [day, used] = [Math.floor(now / DAY_MS), 0];
    if (used >= budget) {
      const seconds = Math.ceil(((day + 1) * DAY_MS - now) / 1000);
      return fail(429, "Daily limit reached", { "retry-after": String(seconds) });
    }
    used++;
    const data = list.flatMap((id) => answerOf(simulation, product, id, form, now));
    return Response.json({ results: data.length, data });
  };
}

function answerOf(
  simulation: Simulation,
  product: "metar" | "taf",
  id: string,
  form: "raw" | "short",
  now: number,
): (string | Record<string, string>)[] {
  const site = simulation.site(id);
  if (site === undefined) return [];
  if (product === "metar") {
    const report = simulation.metars.latest(site, now)[0];
    if (report === undefined) return [];
    if (form === "raw") return [report.text];
    return [{ icao: id, raw_text: report.text, observed: toIso(report.observedAt) }];
  }
  const taf = simulation.tafs.current(site, now);
  if (taf === undefined) return [];
  return form === "raw"
    ? [taf.text]
    : [{ icao: id, raw_text: taf.text, issued: toIso(taf.issuedAt) }];
}

function fail(status: number, error: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error }, { status, headers });
}
