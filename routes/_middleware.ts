import { pageSecurityHeaders } from "../lib/http/page_headers.ts";
import { stylesheetHash } from "../lib/view/styles.ts";
import { define } from "../utils.ts";

const security = pageSecurityHeaders(stylesheetHash);

/**
 * Pages, of any status, get the policy that allows their stylesheet, unless they bring one. The API sets
 * its own headers.
 */
export default define.middleware(async (ctx) => {
  const response = await ctx.next();
  const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
  if (!isPage || response.headers.has("content-security-policy")) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(security)) headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
});
