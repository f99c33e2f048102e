/**
 * Who asks: the peer, or what a trusted proxy says.
 *
 * @module
 */
import { BlockList } from "node:net";

/** Which addresses are proxies of ours. */
export interface TrustedProxies {
  has(address: string): boolean;
}

/**
 * The proxies of the option `TRUST_PROXY`: addresses, and ranges as `10.0.0.0/8` or `fd00::/8` where an
 * orchestrator gives its proxies new addresses. A range that is none trusts nobody.
 */
export function trustedProxies(listed: readonly string[]): TrustedProxies {
  const exact = new Set(listed.filter((one) => !one.includes("/")));
  const ranges = new BlockList();
  let any = false;
  for (const range of listed.filter((one) => one.includes("/"))) {
    const [network, prefix] = range.split("/") as [string, string];
    try {
      ranges.addSubnet(network, Number(prefix), familyOf(network));
      any = true;
    } catch {
      // Not a range: nobody is trusted by it.
    }
  }
  if (!any) return exact;
  return { has: (address) => exact.has(address) || ranges.check(address, familyOf(address)) };
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return address.includes(":") ? "ipv6" : "ipv4";
}

/**
 * The address of the client. `X-Forwarded-For` counts only when the peer is a trusted proxy, and then its
 * rightmost address that is not itself a trusted proxy: the left part is whatever the client wrote.
 *
 * @param peer address of the connection
 * @param forwardedFor the header, or `null`
 * @param trusted proxies, see `trustedProxies`
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | null,
  trusted: TrustedProxies,
): string {
  if (forwardedFor === null || !trusted.has(peer)) return peer;
  const hops = forwardedFor.slice(-512).split(",").map((hop) => hop.trim());
  for (const hop of hops.reverse()) {
    if (!/^[0-9A-Fa-f.:]{2,45}$/.test(hop)) return peer;
    if (!trusted.has(hop)) return hop;
  }
  return peer;
}

/** What one client has of addresses: an IPv4 address, or a whole /64 of IPv6. */
export function clientNetwork(address: string): string {
  // An IPv4 client at a socket for both: `::ffff:192.0.2.7` (RFC 4291, 2.5.5.2).
  if (address.includes(".")) return address.slice(address.lastIndexOf(":") + 1);
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill("0"), ...right].slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, "")).join(":");
}
