/**
 * `GET /api/v1/{sigmets,gairmets,cwas,pireps}`: hazards in force or still to come.
 *
 * "None" is said only after a retrieval that worked; without one the answer is that they are not available,
 * which is an error and not an empty list.
 *
 * @module
 */
import type { Problem } from "../lib/http/problem.ts";
import { outlineOf } from "../lib/products/hazard/mod.ts";
import type { AnyReport } from "../lib/products/mod.ts";
import type { DecodedReport } from "../lib/products/product.ts";
import type { HeldReport } from "../lib/products/raw_report.ts";
import { type EndedHazard, hazardPeriod } from "../lib/reports/mod.ts";
import type { HazardProduct } from "../lib/store/world.ts";
import { MINUTE_MS, toIso } from "../lib/time/mod.ts";
import type { ApiOptions } from "./context.ts";
import { writeCsv } from "./formats/csv.ts";
import { toFeature, toPoint, writeFeatures } from "./formats/geojson.ts";
import { writePlain } from "./formats/text.ts";
import { noParameters } from "./parameters.ts";
import { NOTICE, presentProvenance } from "./present/report.ts";
import { toArea } from "./present/area.ts";
import { defineResource, type Found, type ReadResource } from "./resource.ts";

/** A list of hazards not retrieved for so long is marked as stale: feeds are asked every minute. */
const STALE_AFTER_MS = 15 * MINUTE_MS;

type Held = HeldReport<DecodedReport>;

/** The outline that the text gives, for providers that give none. */
function decodedOutline(decoded: DecodedReport): unknown {
  const report = decoded as AnyReport;
  switch (report.product) {
    case "sigmet":
      return report.hazards[0] && outlineOf(report.hazards[0].area);
    case "cwa":
      return outlineOf(report.hazard.area);
    case "gairmet":
      return outlineOf(report.area);
    default:
      return null;
  }
}

function presentHazard(product: HazardProduct, held: Held, now: number) {
  const { from, to } = hazardPeriod(product, held);
  const kind = product === "pirep" ? "observed" : "issued";
  return {
    ...presentProvenance(held.raw, held.observedAt, kind),
    validFrom: from === null ? null : toIso(from),
    validTo: to === null ? null : toIso(to),
    state: from !== null && from > now ? "future" as const : "inForce" as const,
    position: held.raw.position ?? null,
    area: toArea(held.raw.attributes?.["area"] ?? decodedOutline(held.decoded)),
    decoded: held.decoded,
  };
}

type HazardView = ReturnType<typeof presentHazard>;
interface HazardsAnswer {
  readonly notice: string;
  readonly simulated: boolean;
  readonly retrieval: {
    readonly state: "current" | "stale" | "partial";
    readonly retrievedAt: string;
    readonly provider: string;
    readonly notAnswered: readonly string[];
  };
  readonly reports: readonly HazardView[];
  readonly ended: readonly EndedView[];
}

/** A warning that another text has ended before its time: told, so that nobody looks for it in vain. */
function presentEnded(product: HazardProduct, { held, kind, by }: EndedHazard) {
  const { to } = hazardPeriod(product, held);
  return {
    ...presentProvenance(held.raw, held.observedAt, "issued"),
    kind,
    wouldHaveEndedAt: to === null ? null : toIso(to),
    endedBy: by.raw.text,
  };
}

type EndedView = ReturnType<typeof presentEnded>;

/** Instants at which a list of hazards changes by itself: beginnings and ends, and the age of its retrieval. */
function instantsOf(product: HazardProduct, reports: readonly Held[], staleAt: number): number[] {
  return reports.flatMap((held) => {
    const { from, to } = hazardPeriod(product, held);
    return [from, to].filter((at) => at !== null);
  }).concat(staleAt);
}

function readHazards(
  api: ApiOptions,
  product: HazardProduct,
  title: string,
): Found<HazardsAnswer> | Problem {
  const { reports } = api;
  const feed = reports.feed(product);
  const retrievedAt = feed?.succeededAt ?? null;
  if (feed === undefined || retrievedAt === null) {
    return {
      kind: "unavailable",
      detail:
        `${title} are not available: none of their sources has answered yet. This does not mean that there are none.`,
      headers: { "retry-after": "60" },
    };
  }
  const now = reports.now();
  const held = reports.hazards(product);
  const ended = reports.endedHazards(product);
  const staleAt = retrievedAt + STALE_AFTER_MS;
  const later = instantsOf(product, [...held, ...ended.map((one) => one.held)], staleAt).filter((
    at,
  ) => at > now);
  const ends = held.map((one) => hazardPeriod(product, one).to).filter((at) => at !== null);
  const limits = [...ends, staleAt].filter((at) => at > now);
  return {
    value: {
      notice: NOTICE,
      simulated: reports.world.simulated,
      retrieval: {
        state: feed.never !== undefined ? "partial" : now < staleAt ? "current" : "stale",
        retrievedAt: toIso(retrievedAt),
        provider: feed.provider,
        notAnswered: feed.never ?? [],
      },
      reports: held.map((one) => presentHazard(product, one, now)),
      ended: ended.map((one) => presentEnded(product, one)),
    },
    identify: () => [
      ...reports.hazards(product),
      reports.feed(product)?.succeededAt,
      reports.feed(product)?.never?.join(),
      reports.world.simulated,
    ],
    changesAt: Math.min(Infinity, ...later),
    limitAt: limits.length > 0 ? Math.min(...limits) : null,
    modifiedAt: Math.max(retrievedAt, ...held.map(({ raw }) => raw.receivedAt)),
  };
}

function writeText(title: string, { reports, ended, retrieval, simulated }: HazardsAnswer): string {
  const said = retrieval.state === "partial"
    ? `# ${title}: PARTIAL, ${
      retrieval.notAnswered.join(", ")
    } has not answered; there may be more\n`
    : retrieval.state === "stale"
    ? `# ${title}: STALE, last retrieved ${retrieval.retrievedAt}\n`
    : `# ${title}: ${
      reports.length === 0 ? "none" : reports.length
    } in the data retrieved ${retrieval.retrievedAt}\n`;
  const over = ended.map(({ kind, raw }) =>
    `# ${kind.toUpperCase()}: ${raw.replace(/\s+/g, " ")}\n`
  );
  return said + over.join("") + writePlain(reports, [], simulated);
}

function writeHazardsCsv({ reports }: HazardsAnswer): string {
  return writeCsv<HazardView>([
    ["validFrom", (one) => one.validFrom],
    ["validTo", (one) => one.validTo],
    ["state", (one) => one.state],
    ["observedAt", (one) => one.observedAt],
    ["issuedAt", (one) => one.issuedAt],
    ["receivedAt", (one) => one.receivedAt],
    ["provider", (one) => one.provider],
    ["simulated", (one) => one.simulated],
    ["latitude", (one) => one.position?.latitude],
    ["longitude", (one) => one.position?.longitude],
    ["raw", (one) => one.raw],
  ], reports);
}

function hazardResource(
  product: HazardProduct,
  path: string,
  operationId: string,
  title: string,
  description: string,
): ReadResource {
  return defineResource({
    path: `/v1/${path}`,
    operationId,
    tag: "Hazards",
    summary: title,
    description:
      `${description} 503 until a retrieval has worked: an empty list is only given when there really are none.`,
    params: noParameters,
    query: noParameters,
    representations: {
      json: { write: (answer: HazardsAnswer) => JSON.stringify(answer) + "\n" },
      geojson: {
        write: ({ reports, ...rest }) =>
          writeFeatures(
            reports.map((one) => toFeature(one.area ?? toPoint(one.position), one)),
            rest,
          ),
      },
      text: { write: (answer) => writeText(title, answer) },
      csv: { write: writeHazardsCsv },
    },
    problems: [503],
    read: (_input, api) => readHazards(api, product, title),
  });
}

export const HAZARD_RESOURCES: readonly ReadResource[] = [
  hazardResource(
    "sigmet",
    "sigmets",
    "getSigmets",
    "SIGMETs",
    "SIGMETs, convective SIGMETs and AIRMETs, in force or still to come; never past their end.",
  ),
  hazardResource(
    "gairmet",
    "gairmets",
    "getGairmets",
    "G-AIRMETs",
    "Graphical AIRMETs of the US, in force or still to come.",
  ),
  hazardResource(
    "cwa",
    "cwas",
    "getCwas",
    "Center weather advisories",
    "Center weather advisories of the US, in force or still to come.",
  ),
  hazardResource(
    "pirep",
    "pireps",
    "getPireps",
    "Pilot reports",
    "PIREPs and AIREPs of the last two hours. An area without any says nothing about smooth air.",
  ),
];
