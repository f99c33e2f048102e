/**
 * Who asks: the peer, or what a trusted proxy says.
 *
 * @module
 */

/**
 * The address of the client. `X-Forwarded-For` counts only when the peer is a trusted proxy, and then its
 * rightmost address that is not itself a trusted proxy: the left part is whatever the client wrote.
 *
 * @param peer address of the connection
 * @param forwardedFor the header, or `null`
 * @param trusted addresses of proxies
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | null,
  trusted: ReadonlySet<string>,
): string {
  if (forwardedFor === null || !trusted.has(peer)) return peer;
  const hops = forwardedFor.slice(-512).split(",").map((hop) => hop.trim());
  for (const hop of hops.reverse()) {
    if (!/^[0-9A-Fa-f.:]{2,45}$/.test(hop)) return peer;
    if (!trusted.has(hop)) return hop;
  }
  return peer;
}
