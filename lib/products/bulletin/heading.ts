/**
 * Lines that head a bulletin, and what they say about the reports after them: WMO-No. 386, part II.
 *
 * @module
 */
import { utcInstant } from "../../time/mod.ts";
import type { ProductName } from "../product.ts";

/** `SAUS70 KWBC 061800 RRA` taken apart. */
export interface Heading {
  /** `SAUS70` */
  readonly id: string;
  /** `KWBC` */
  readonly office: string;
  /** Day, hour and minute as written: `061800`. */
  readonly time: string;
  /** `RRA`, `CCA`, `AAB`, or the empty string. */
  readonly addition: string;
}

const HEADING = /^([A-Z]{4}\d{2}) ([A-Z]{4}) (\d{6})(?: ([A-Z]{3}))?$/;

/** The heading in a line, or `null`. */
export function headingOf(line: string): Heading | null {
  const match = HEADING.exec(line.trim());
  return match === null
    ? null
    : { id: match[1]!, office: match[2]!, time: match[3]!, addition: match[4] ?? "" };
}

const PRODUCTS: Readonly<Record<string, ProductName>> = {
  SA: "metar",
  SP: "metar",
  FT: "taf",
  FC: "taf",
  UA: "pirep",
  UB: "pirep",
  WS: "sigmet",
  WV: "sigmet",
  WC: "sigmet",
  WA: "sigmet",
  FN: "sigmet",
  FB: "windsAloft",
  FV: "vaAdvisory",
  FK: "tcAdvisory",
};

/** The product that the first two letters of a heading name, or `null`. `FAUS2n` are centre weather advisories. */
export function productOfHeading({ id }: Heading): ProductName | null {
  return id.startsWith("FAUS2") ? "cwa" : PRODUCTS[id.slice(0, 2)] ?? null;
}

const ONE_TEXT: ReadonlySet<ProductName> = new Set<ProductName>([
  "sigmet",
  "cwa",
  "windsAloft",
  "vaAdvisory",
  "tcAdvisory",
]);

/** Warnings and tables run over blank lines: their bulletin is one text, unless `=` divides it. */
export function isOneText(product: ProductName | null): boolean {
  return product !== null && ONE_TEXT.has(product);
}

const KEYWORDS: Readonly<Record<string, ProductName>> = {
  METAR: "metar",
  "METAR COR": "metar",
  SPECI: "metar",
  "SPECI COR": "metar",
  TAF: "taf",
  "TAF AMD": "taf",
  "TAF COR": "taf",
  "TAF TAF": "taf",
};

/** A keyword alone on its line stands for all reports of the bulletin; `null` for any other line. */
export function keywordOf(
  line: string,
): { readonly keyword: string; readonly product: ProductName } | null {
  const keyword = line.trim().replace(/\s+/g, " ");
  const product = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword]! : null;
  return product === null ? null : { keyword, product };
}

const DATE = /^(\d{4})\/(\d{2})\/(\d{2}) (\d{2}):(\d{2})$/;

/** The date line of a NOAA cycle file (`2011/11/23 00:00`), milliseconds since the epoch; `null` for any other. */
export function dateOf(line: string): number | null {
  const match = DATE.exec(line);
  if (match === null) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return utcInstant(year, month, day, hour, minute);
}

const BEGINNING =
  /^(?:(?:METAR|SPECI|TAF)\s|[A-Z][A-Z0-9]{3} \d{6}Z|(?:ARP|AIREP) |[A-Z0-9]{3,4} U?UA ?\/|U?UA ?\/)/;

/** Whether a line is the first of a report: continuation lines are indented or begin with a group. */
export function beginsReport(line: string): boolean {
  return BEGINNING.test(line);
}
