/**
 * An answer of CheckWX: `{"results": n, "data": [{icao, raw_text, observed}]}`.
 *
 * @module
 */
import type { RawReport } from "../../products/raw_report.ts";
import { BodyError } from "../../resilience/mod.ts";
import { checkContentType } from "../answer_headers.ts";
import { type AskedProduct, MAX_REPORT_CHARACTERS } from "../station_source.ts";

/** What all reports of one answer share, and what was asked. */
export interface Asked {
  readonly product: AskedProduct;
  readonly ids: readonly string[];
  readonly receivedAt: number;
  readonly simulated: boolean;
  readonly degraded: boolean;
}

/** The reports of an answer, or why its shape is not the one agreed. */
export type Envelope =
  | {
    readonly kind: "reports";
    readonly reports: readonly RawReport[];
    readonly skipped: Readonly<Record<string, number>>;
  }
  | { readonly kind: "drift"; readonly reason: string };

type Skip = "noText" | "tooLong" | "noStation" | "notAsked";

/**
 * Reads an answer. A station that was asked for may be silently absent; one that was not asked for is refused.
 *
 * @throws BodyError for an answer that is no JSON object, or says that it is an error
 */
export function readEnvelope(bytes: Uint8Array, headers: Headers, asked: Asked): Envelope {
  checkContentType(headers);
  const text = new TextDecoder().decode(bytes);
  if (!text.trimStart().startsWith("{")) {
    throw new BodyError(
      "wrongContent",
      text.trim() === "" ? "the answer is empty" : "no JSON object",
    );
  }
  let answer: Record<string, unknown>;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new BodyError("damaged", "the JSON is damaged or cut off");
  }
  if (!Array.isArray(answer["data"])) {
    const said = answer["error"] ?? answer["status"];
    if (said !== undefined) {
      throw new BodyError("wrongContent", "the answer says that it is an error");
    }
    return { kind: "drift", reason: "the answer has no list of data" };
  }
  return readRows(answer["data"], asked);
}

function readRows(rows: readonly unknown[], asked: Asked): Envelope {
  const reports: RawReport[] = [];
  const skipped: Partial<Record<Skip, number>> = {};
  for (const row of rows) {
    const read = readRow(row, asked);
    if (typeof read === "object") reports.push(read);
    else skipped[read] = (skipped[read] ?? 0) + 1;
  }
  const bad = rows.length - reports.length;
  if (bad * 2 > rows.length) {
    return { kind: "drift", reason: `${bad} of ${rows.length} rows cannot be read` };
  }
  return { kind: "reports", reports, skipped: skipped as Record<string, number> };
}

function readRow(row: unknown, asked: Asked): RawReport | Skip {
  if (row === null || typeof row !== "object") return "noText";
  const fields = row as Readonly<Record<string, unknown>>;
  const { icao, raw_text: text } = fields;
  if (typeof text !== "string" || text.trim() === "") return "noText";
  if (text.length > MAX_REPORT_CHARACTERS[asked.product]) return "tooLong";
  if (typeof icao !== "string") return "noStation";
  const stationId = icao.toUpperCase();
  if (!asked.ids.includes(stationId)) return "notAsked";
  const statedAt = timeOf(fields["observed"] ?? fields["issued"]);
  return {
    product: asked.product,
    text,
    stationId,
    provider: "checkwx",
    feed: `checkwx.${asked.product}`,
    receivedAt: asked.receivedAt,
    simulated: asked.simulated,
    ...(asked.degraded && { degraded: true as const }),
    ...(statedAt !== undefined && { statedAt }),
  };
}

/** An instant; UTC also where it says so in no way, as the first version did. */
function timeOf(value: unknown): number | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return undefined;
  const at = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`);
  return Number.isNaN(at) ? undefined : at;
}
