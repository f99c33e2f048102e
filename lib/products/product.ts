/**
 * What every decoded report has in common: the span of the raw text behind each value, the three ways
 * in which a value can be absent, the issues found, and the interface of a product.
 *
 * Pure types. Nothing here does I/O or knows a provider, a store or HTTP.
 *
 * @module
 */
import type { Quantity, Unit } from "../units/mod.ts";

/** The names of the products; each has its folder beside this file. */
export type ProductName =
  | "metar"
  | "taf"
  | "pirep"
  | "sigmet"
  | "gairmet"
  | "cwa"
  | "windsAloft"
  | "vaAdvisory"
  | "tcAdvisory";

/** What a provider is asked for: reports of a product, or its table of stations. */
export type FeedName = ProductName | "stations";

/** The name by which a feed is known: its own, else its product's. */
export function feedKeyOf(feed: { readonly product: FeedName; readonly key?: string }): string {
  return feed.key ?? feed.product;
}

/** The piece of the raw report from which a value was read: UTF-16 offsets, `end` exclusive. */
export interface Source {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The report has no such group. */
export interface NotReported {
  readonly kind: "notReported";
}
/** The group is there, but says that the element could not be observed (`////`). */
export interface NotObservable {
  readonly kind: "notObservable";
  readonly source: Source;
}
/** The group is there, but damaged: its text is kept and its value unknown. */
export interface NotUnderstood {
  readonly kind: "notUnderstood";
  readonly source: Source;
}
/** The three absences. None of them is zero, calm or clear. */
export type Absent = NotReported | NotObservable | NotUnderstood;

/** A measured value with the text it came from. */
export type Measured<U extends Unit> =
  & { readonly kind: "value"; readonly source: Source }
  & Quantity<U>;

/** Something that the decoder noticed: a repair it made, a value out of range, a group out of place. */
export interface Issue {
  /** Stable identifier in dotted words: `repair.unicodeMinus`, `range.pressure`, `order.windAfterCloud`. */
  readonly code: string;
  /** `info`: harmless; `warning`: a value may be affected; `error`: something was lost or refused. */
  readonly severity: "info" | "warning" | "error";
  /** One English sentence. */
  readonly message: string;
  readonly source?: Source;
}

export type { CompassPoint } from "../units/mod.ts";

/** What each decoded report carries whatever its product. */
export interface DecodedReport {
  readonly product: ProductName;
  /** The report exactly as received. Every `Source` counts from its start. */
  readonly raw: string;
  /** Version of the decoder's rules; a stored report with another one is decoded again. */
  readonly decoderVersion: string;
  readonly issues: readonly Issue[];
  /** Tokens that no rule claimed, in order. Empty when everything was understood. */
  readonly unparsed: readonly Source[];
}

/** What a decoder may know besides the text. */
export interface DecodeContext {
  /** When the report reached us, in milliseconds since the epoch; resolves its day and hour. Default: none, and times stay `null`. */
  readonly receivedAt?: number;
}

/** Nine thousand years hold every report; what lies outside is no time of receipt. */
const LATEST_RECEIPT = Date.UTC(9000, 0);

/** The time of receipt that `context` gives; `undefined` where it gives none, or one that no calendar has. */
export function receiptOf(context: DecodeContext | undefined): number | undefined {
  const at = context?.receivedAt;
  return at !== undefined && at >= 0 && at < LATEST_RECEIPT ? at : undefined;
}

/** One sentence of plain language with the spans that it speaks of. */
export interface Sentence {
  readonly text: string;
  readonly sources: readonly Source[];
}

/** What one token means: for the decode page, for learners and for the tooltip beside the raw report. */
export interface TokenMeaning {
  readonly source: Source;
  /** Name of the element in the field's own words: `surface wind`. */
  readonly element: string;
  /** One sentence. */
  readonly meaning: string;
  /** The paragraph of the standard: `WMO-No. 306 FM 15, 15.5`. */
  readonly rule?: string;
}

/** A product: how to recognise and read one kind of report. Adding one touches one folder and the registry. */
export interface Product<R extends DecodedReport = DecodedReport> {
  readonly name: ProductName;
  /** The name people use: `METAR`. */
  readonly title: string;
  /** Whether `raw` looks like this product; the registry asks in order. */
  recognises(raw: string): boolean;
  /** Reads a report. Never throws on any string; time and memory are linear in its (capped) length. */
  decode(raw: string, context?: DecodeContext): R;
}

/** Version of the decoding rules as a whole; raise it when a decoded value may change. */
export const DECODER_VERSION = "2";
