/**
 * Warnings that ended before their time: cancelled, corrected, or renewed by another one.
 *
 * A warning is only taken for ended where the text that ends it names it without doubt. In doubt it stays.
 *
 * Rules: ICAO Annex 3, appendix 6, 1.1.1 and 2.1 (sequence number, cancellation with the period of the cancelled
 * one); NWS Instruction 10-811 (a series of the US keeps its name and counts its issues).
 *
 * @module
 */
import type { Sigmet, Validity, WrittenTime } from "../products/sigmet/model.ts";

/** Why a warning is over, and by which text. */
export interface Ended<R> {
  readonly kind: "cancelled" | "corrected" | "renewed";
  readonly by: R;
}

/**
 * The warnings of `held` that others of them have ended by `now` (milliseconds since the epoch). Tests and
 * exercises end nothing, nor does a text that begins later.
 *
 * - cancelled: `CNL SIGMET M01 111130/111530` of the same regions; identifier, beginning and end must be the same.
 * - corrected: the same identifier, regions and period, marked `COR`, where the other one is not.
 * - renewed: in a series of the US (`DELTA 5`, `DELTA 6`) of the same office and regions for the same
 *   phenomenon, the higher number; a list of other regions is not the same warning moved on.
 */
export function endedSigmets<R extends { readonly decoded: Sigmet }>(
  held: readonly R[],
  now: number,
): ReadonlyMap<R, Ended<R>> {
  const ended = new Map<R, Ended<R>>();
  const byKey = Map.groupBy(held, ({ decoded }) => keyOf(decoded));
  for (const by of held) {
    const text = by.decoded;
    if (text.status !== "operational" || !hasBegun(text, now)) continue;
    for (const one of byKey.get(keyOf(text)) ?? []) {
      if (one === by || one.decoded.cancels !== null || ended.has(one)) continue;
      const kind = kindOf(one.decoded, text);
      if (kind !== null) ended.set(one, { kind, by });
    }
  }
  return ended;
}

/** Office and regions: only texts of the same ones are compared; `""` where the text names no region. */
function keyOf({ office, regions }: Sigmet): string {
  if (regions.length === 0) return "";
  return `${office?.id ?? ""} ${regions.map(({ name }) => name).sort().join(",")}`;
}

function hasBegun({ validity, issuedAt }: Sigmet, now: number): boolean {
  const from = validity?.from ?? issuedAt;
  return from !== null && Date.parse(from) <= now;
}

function kindOf(one: Sigmet, by: Sigmet): Ended<never>["kind"] | null {
  if (keyOf(one) === "" || one.status !== "operational") return null;
  if (by.cancels !== null) {
    const { type, identifier, validity } = by.cancels;
    const named = type === one.type && plain(identifier) === plain(one.identifier?.text);
    return named && isSamePeriod(validity, one.validity) ? "cancelled" : null;
  }
  if (by.type !== one.type) return null;
  if (by.corrected && !one.corrected) {
    const same = plain(by.identifier?.text) === plain(one.identifier?.text);
    if (same && isSamePeriod(by.validity, one.validity)) return "corrected";
  }
  return isRenewal(one, by) ? "renewed" : null;
}

const plain = (identifier: string | undefined) =>
  identifier === undefined || identifier === ""
    ? null
    : identifier.toUpperCase().replace(/\s+/g, " ");

/** Both ends as written must be there and alike; where the months are known, they too. */
function isSamePeriod(a: Validity | null, b: Validity | null): boolean {
  if (a === null || b === null) return false;
  const written = isSame(a.writtenFrom, b.writtenFrom) && isSame(a.writtenTo, b.writtenTo);
  const known = a.to === null || b.to === null || a.to === b.to;
  return written && known;
}

const isSame = (a: WrittenTime | null, b: WrittenTime | null) =>
  a !== null && b !== null && a.day === b.day && a.hour === b.hour && a.minute === b.minute;

const SERIES = /^([A-Z]{4,8}) (\d{1,3})$/;

/** Offices of the US number the issues of one phenomenon within a series named by a letter of the alphabet. */
function isRenewal(one: Sigmet, by: Sigmet): boolean {
  if (!/^(?:K|PA|PH|PG)/.test(by.office?.id ?? "")) return false;
  const [older, newer] = [one, by].map(({ identifier }) =>
    SERIES.exec(plain(identifier?.text) ?? "")
  );
  if (!older || !newer || older[1] !== newer[1]) return false;
  const phenomena = [one, by].map(({ hazards }) => hazards.map((hazard) => hazard.phenomenon));
  const [was, is] = phenomena.map((names) => names.join());
  // Numbers begin again at 1: what begins later is the newer one.
  const [before, after] = [one.validity?.from ?? null, by.validity?.from ?? null];
  const later = before !== null && after !== null && after >= before;
  return later && Number(newer[2]) > Number(older[2]) && was === is && was !== "";
}
