import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from "./security_headers.ts";

/**
 * The security headers of an HTML page whose stylesheet is inlined: the policy allows that one sheet by
 * its hash (`'sha256-…'`), so that no nonce is needed and pages can be cached.
 */
export function pageSecurityHeaders(styleHash: string): Readonly<Record<string, string>> {
  const policy = CONTENT_SECURITY_POLICY.replace(
    "style-src 'self'",
    `style-src 'self' ${styleHash}`,
  );
  return { ...Object.fromEntries(SECURITY_HEADERS), "content-security-policy": policy };
}
