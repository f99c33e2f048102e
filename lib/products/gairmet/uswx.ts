/**
 * G-AIRMETs as the Aviation Weather Center sends them in bulletins (`LWGE86 KKCI`): XML of the schema USWX 1.0.
 *
 * Its records are taken apart by their tags, without an XML parser: what is wanted is flat, and a damaged
 * document still gives its whole records. Entities stand in no value that is read.
 *
 * @module
 */
import type { Source } from "../product.ts";
import type { GairmetRecord } from "./values.ts";

/** Longest tag that is looked at; more is damage. */
const MAX_TAG = 2000;

/** A record of a document, verbatim. */
export interface UswxRecord extends Source {
  readonly record: GairmetRecord;
}

/** Whether `head` begins such a document. */
export function isUswx(head: string): boolean {
  return /<(?:[\w.-]{1,20}:)?(?:US-AIRMETRecord|G-AIRMET)[\s>]/.test(head);
}

/** The records of `raw`, in order. */
export function uswxRecords(raw: string): UswxRecord[] {
  const records: UswxRecord[] = [];
  const opening = /<((?:[\w.-]{1,20}:)?US-AIRMETRecord)[\s>]/g;
  const issued = issueTimeOf(raw);
  for (let match = opening.exec(raw); match !== null; match = opening.exec(raw)) {
    const closing = `</${match[1]}>`;
    const close = raw.indexOf(closing, match.index);
    if (close < 0) break;
    const end = close + closing.length;
    const text = raw.slice(match.index, end);
    records.push({ text, start: match.index, end, record: recordOf(text, issued) });
    opening.lastIndex = end;
  }
  return records;
}

/** The instant in the head of a document; `undefined` where a record stands alone. */
function issueTimeOf(raw: string): string | undefined {
  const at = raw.indexOf("phenomenonTime");
  const first = raw.indexOf("US-AIRMETRecord");
  return at >= 0 && at < first ? contentOf(raw.slice(at, at + MAX_TAG), "timePosition") : undefined;
}

/** Names of hazards, without blanks and in capitals, as the records in JSON name them. */
const HAZARDS: Readonly<Record<string, string>> = {
  IFR: "IFR",
  MOUNTAINOBSCURATION: "MT_OBSC",
  TURBULENCEHIGH: "TURB-HI",
  HIGHTURBULENCE: "TURB-HI",
  TURBULENCELOW: "TURB-LO",
  LOWTURBULENCE: "TURB-LO",
  ICING: "ICE",
  LOWLEVELWINDSHEAR: "LLWS",
  LLWS: "LLWS",
  SURFACEWIND: "SFC_WND",
  SURFACEWINDS: "SFC_WND",
  STRONGSURFACEWIND: "SFC_WND",
  STRONGSURFACEWINDS: "SFC_WND",
  FREEZINGLEVEL: "FZLVL",
  MULTIPLEFREEZINGLEVELS: "M_FZLVL",
};
const SERIES: Readonly<Record<string, string>> = {
  IFR: "SIERRA",
  MT_OBSC: "SIERRA",
  ICE: "ZULU",
  FZLVL: "ZULU",
  M_FZLVL: "ZULU",
};
const STATUSES: Readonly<Record<string, string>> = {
  Amendment: "AMD",
  Correction: "COR",
  Cancellation: "CNL",
  Cancelled: "CNL",
};

/** The record with the names and units (feet) that the other forms have. */
function recordOf(xml: string, issued: string | undefined): GairmetRecord {
  const named = titlesOf(xml, "hazardType")[0] ?? "";
  const hazard = HAZARDS[named.replace(/[\s_-]/g, "").toUpperCase()] ?? named;
  const tag = /[\s:]id="[^"]{0,60}?TAG-([0-9A-Z]{1,4})-/.exec(xml.slice(0, MAX_TAG))?.[1];
  const severity = /RangeStart[^>]{0,400}title="([A-Z]{3})/i.exec(xml)?.[1];
  const freezing = valuesOf(xml, "verticalLevel").map(Number).filter(Number.isFinite);
  const isTrue = (name: string) => contentOf(xml, name) === "true";
  const base = contentOf(xml, "lowerLimit") ??
    (isTrue("freezingLevelLowerLimit") ? "FZL" : undefined);
  const top = contentOf(xml, "upperLimit") ??
    (isTrue("freezingLevelUpperLimit") ? "FZL" : undefined);
  return {
    hazard,
    product: SERIES[hazard] ?? "TANGO",
    tag,
    status: STATUSES[titlesOf(xml, "airmetRecordStatus")[0] ?? ""] ?? "",
    severity: severity?.toUpperCase(),
    due_to: dueTo(xml),
    issueTime: issued,
    validTime: contentOf(xml, "timePosition"),
    "altitude@min_ft_msl": base,
    "altitude@max_ft_msl": top,
    "fzl_altitude@min_ft_msl": freezing.length > 0 ? Math.min(...freezing) : undefined,
    "fzl_altitude@max_ft_msl": freezing.length > 0 ? Math.max(...freezing) : undefined,
    points: pairsOf(contentOf(xml, "posList")),
    geometryType: /<(?:[\w.-]{1,20}:)?(?:LineString|Curve)[\s>]/.test(xml) ? "LINE" : "AREA",
  };
}

/** `Clouds, Mist`: what makes the conditions, in the document's own words. */
function dueTo(xml: string): string | undefined {
  const clouds = contentOf(xml, "clouds") === "true" ? ["Clouds"] : [];
  const words = [...clouds, ...titlesOf(xml, "weatherPhenomenon")];
  return words.length > 0 ? words.join(", ") : undefined;
}

/** Latitudes and longitudes in turn; `undefined` where there is no list, a broken pair where one is damaged. */
function pairsOf(list: string | undefined): unknown {
  if (list === undefined) return undefined;
  const numbers = list.trim().split(/\s+/);
  const pairs: unknown[] = [];
  for (let i = 0; i < numbers.length; i += 2) pairs.push([numbers[i], numbers[i + 1]]);
  return pairs;
}

function tagPattern(name: string): RegExp {
  return new RegExp(`<(?:[\\w.-]{1,20}:)?${name}(?=[\\s/>])([^>]{0,${MAX_TAG}})>([^<]*)`, "g");
}

/** What stands in every element `name`, up to the next tag. */
function valuesOf(xml: string, name: string): string[] {
  return [...xml.matchAll(tagPattern(name))].map((match) => match[2]!.trim())
    .filter((text) => text !== "");
}

const contentOf = (xml: string, name: string): string | undefined => valuesOf(xml, name)[0];

/** The titles of every element `name`. */
function titlesOf(xml: string, name: string): string[] {
  return [...xml.matchAll(tagPattern(name))]
    .map((match) => /title="([^"]{0,120})"/.exec(match[1]!)?.[1] ?? "")
    .filter((title) => title !== "");
}
