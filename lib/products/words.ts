/**
 * A report of any product in words.
 *
 * @module
 */
import * as cwa from "./cwa/describe.ts";
import * as gairmet from "./gairmet/describe.ts";
import * as metar from "./metar/describe.ts";
import type { AnyReport } from "./mod.ts";
import * as pirep from "./pirep/describe.ts";
import type { Sentence, TokenMeaning } from "./product.ts";
import * as sigmet from "./sigmet/describe.ts";
import * as taf from "./taf/describe.ts";
import * as tcAdvisory from "./tc_advisory/describe.ts";
import type { DescribeOptions, Language } from "./text/mod.ts";
import * as vaAdvisory from "./va_advisory/describe.ts";
import * as windsAloft from "./winds_aloft/describe.ts";

/**
 * The report in sentences, to read or to say, each with the groups that it speaks of.
 *
 * @example
 * ```ts
 * import { decode } from "./mod.ts";
 * import { describeReport } from "./words.ts";
 * import assert from "node:assert/strict";
 * const report = decode("FSD UA /OV FSD360050/TM 0219/FL340/TP E170/TB OCNL LGT CHOP");
 * assert.ok(report !== null && describeReport(report).length > 0);
 * ```
 */
export function describeReport(report: AnyReport, options: DescribeOptions = {}): Sentence[] {
  switch (report.product) {
    case "metar":
      return metar.describe(report, options);
    case "taf":
      return taf.describe(report, options);
    case "pirep":
      return pirep.describe(report, options);
    case "sigmet":
      return sigmet.describe(report, options);
    case "gairmet":
      return gairmet.describe(report, options);
    case "cwa":
      return cwa.describe(report, options);
    case "windsAloft":
      return windsAloft.describe(report, options);
    case "vaAdvisory":
      return vaAdvisory.describe(report, options);
    case "tcAdvisory":
      return tcAdvisory.describe(report, options);
  }
}

/** What each token of the report means, in its order, with the rule behind it. */
export function explainReport(report: AnyReport, language: Language = "en"): TokenMeaning[] {
  switch (report.product) {
    case "metar":
      return metar.explain(report, language);
    case "taf":
      return taf.explain(report, language);
    case "pirep":
      return pirep.explain(report, language);
    case "sigmet":
      return sigmet.explain(report, language);
    case "gairmet":
      return gairmet.explain(report, language);
    case "cwa":
      return cwa.explain(report, language);
    case "windsAloft":
      return windsAloft.explain(report, language);
    case "vaAdvisory":
      return vaAdvisory.explain(report, language);
    case "tcAdvisory":
      return tcAdvisory.explain(report, language);
  }
}
