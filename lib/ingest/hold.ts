/**
 * From a raw report to a held one: decode, find its time, check its sense.
 *
 * @module
 */
import { decode } from "../products/mod.ts";
import { type DecodedReport, DECODER_VERSION } from "../products/product.ts";
import { comparableText, type HeldReport, type RawReport } from "../products/raw_report.ts";
import { decodeMetar, type Metar } from "../products/metar/mod.ts";
import { decodeTaf, type Taf } from "../products/taf/mod.ts";
import { agreeWithProvider, type Sigmet } from "../products/sigmet/mod.ts";
import { PROVIDER_ORDER } from "../providers/mod.ts";
import type { SavedReport, StationProduct, StationProducts, WritableWorld } from "../store/mod.ts";
import type { Contender } from "./precedence.ts";
import { type Refusal, refusalOf, reportTime } from "./sanity.ts";

/** A held report, or why it is refused. */
export type Held<R extends DecodedReport> =
  | { readonly kind: "held"; readonly held: HeldReport<R> }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Day and hour of the text are resolved near the provider's own time, which knows the month. */
function contextOf(raw: RawReport) {
  return { receivedAt: raw.statedAt ?? raw.receivedAt };
}

/** Decodes a report that belongs to a station. */
export function decodeStationReport<P extends StationProduct>(
  product: P,
  raw: RawReport,
): StationProducts[P] {
  const decoded = product === "metar"
    ? decodeMetar(raw.text, contextOf(raw))
    : decodeTaf(raw.text, contextOf(raw));
  return decoded as StationProducts[P];
}

/** Puts a station's report that was checked before, to be decoded when it is asked for. */
export function putLazily<P extends StationProduct>(
  world: WritableWorld,
  product: P,
  stationId: string,
  { raw, observedAt, conflicts }: SavedReport,
): void {
  world.putLazily(product, stationId, raw.text, () => {
    const decoded = decodeStationReport(product, raw);
    return { raw, decoded, observedAt, ...(conflicts !== undefined && { conflicts }) };
  });
}

/** Decodes a report that belongs to a station and checks it. */
export function holdStationReport<P extends StationProduct>(
  product: P,
  raw: RawReport,
): Held<StationProducts[P]> {
  const decoded: Metar | Taf = decodeStationReport(product, raw);
  const observedAt = reportTime(timeOf(decoded), raw.statedAt);
  const refusal = refusalOf({
    observedAt,
    receivedAt: raw.receivedAt,
    stationId: raw.stationId,
    locationIndicator: decoded.locationIndicator,
  });
  if (refusal !== null || observedAt === null) {
    return { kind: "refused", refusal: refusal ?? "noTime" };
  }
  const held = { raw, decoded: decoded as StationProducts[P], observedAt };
  return { kind: "held", held };
}

function timeOf(decoded: Metar | Taf): string | null {
  return decoded.product === "metar"
    ? decoded.observedAt
    : decoded.issuedAt ?? decoded.validity?.from ?? null;
}

/** Decodes a hazard. A product that no decoder knows yet is held raw, its whole text listed as not understood. */
export function holdHazard(raw: RawReport): HeldReport<DecodedReport> {
  const report = decode(raw.text, { product: raw.product, ...contextOf(raw) });
  const decoded = report?.product === "sigmet" ? compared(report, raw) : report ?? undecoded(raw);
  return { raw, decoded, observedAt: raw.statedAt ?? raw.receivedAt };
}

/** Where the provider read a SIGMET otherwise than we did, both are shown and the difference is an issue. */
function compared(report: Sigmet, raw: RawReport): Sigmet {
  const issues = agreeWithProvider(report, raw.attributes ?? {});
  return issues.length === 0 ? report : { ...report, issues: [...report.issues, ...issues] };
}

function undecoded(raw: RawReport): DecodedReport {
  const { text, product } = raw;
  return {
    product,
    raw: text,
    decoderVersion: DECODER_VERSION,
    issues: [],
    unparsed: [{ text, start: 0, end: text.length }],
  };
}

/** What the rules of precedence look at. */
export function contenderOf(held: HeldReport<Metar | Taf>): Contender {
  const { raw, decoded, observedAt } = held;
  return {
    text: comparableText(raw.text),
    observedAt,
    receivedAt: raw.receivedAt,
    provider: rankOf(raw),
    correction: decoded.corrected
      ? decoded.product === "metar" ? decoded.correction ?? "" : ""
      : null,
    special: decoded.product === "metar"
      ? isSpecial(held as HeldReport<Metar>)
      : decoded.amended || decoded.cancelled,
    nil: decoded.nil,
    nilReplaces: decoded.product === "taf",
  };
}

/** Place in the order of preference: whoever is first by configuration, then the order of the list. */
function rankOf({ provider, degraded }: RawReport): number {
  const place = PROVIDER_ORDER.findIndex((name) => name === provider);
  return (degraded === true ? PROVIDER_ORDER.length + 1 : 0) +
    (place < 0 ? PROVIDER_ORDER.length : place);
}

/** A SPECI by its text or, where the provider took the word off, by what the provider says. */
export function isSpecial(held: HeldReport<Metar>): boolean {
  return held.decoded.reportType === "SPECI" || held.raw.attributes?.["special"] === true;
}
