import { pageSecurityHeaders } from "../../lib/http/page_headers.ts";
import { STREET_ORIGIN } from "../../lib/view/map/street.ts";
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

/** The same for a map on a street map: the picture may come from its origin, and nothing else may. */
export const STREET = {
  headers: {
    "content-security-policy": WIDE.headers["content-security-policy"].replace(
      "img-src 'self'",
      `img-src 'self' ${STREET_ORIGIN}`,
    ),
  },
};
