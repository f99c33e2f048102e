import { Head } from "fresh/runtime";
import { pageSecurityHeaders } from "../../lib/http/page_headers.ts";
import { STREET_ORIGIN } from "../../lib/view/map/street.ts";
import { stylesheetHash } from "../../lib/view/styles.ts";
import { wideStylesheet, wideStylesheetHash } from "../../lib/view/wide_styles.ts";

/** The policy of a page with a stylesheet of its own beside that of all pages. */
export function policyWith(styleHash: string): string {
  return pageSecurityHeaders(`${stylesheetHash} ${styleHash}`)["content-security-policy"]!;
}

/** Headers of pages with the second stylesheet: their policy allows it as well. */
export const WIDE = { headers: { "content-security-policy": policyWith(wideStylesheetHash) } };

/** The same for a map on a street map: the picture may come from its origin, and nothing else may. */
export const STREET = {
  headers: {
    "content-security-policy": WIDE.headers["content-security-policy"].replace(
      "img-src 'self'",
      `img-src 'self' ${STREET_ORIGIN}`,
    ),
  },
};

/** Title and second stylesheet of such a page. */
export function WideHead({ title }: { readonly title: string }) {
  return (
    <Head>
      <title>{title}</title>
      <style key="wide" dangerouslySetInnerHTML={{ __html: wideStylesheet }} />
    </Head>
  );
}
