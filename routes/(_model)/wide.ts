import { pageSecurityHeaders } from "../../lib/http/page_headers.ts";
import { stylesheetHash } from "../../lib/view/styles.ts";
import { wideStylesheetHash } from "../../lib/view/wide_styles.ts";

/** Headers of pages with the second stylesheet: their policy allows it as well. */
export const WIDE = {
  headers: {
    "content-security-policy": pageSecurityHeaders(
      `${stylesheetHash} ${wideStylesheetHash}`,
    )["content-security-policy"]!,
  },
};
