/**
 * Who sent a request, for handlers that are given the request alone.
 *
 * @module
 */
import { clientAddress, trustedProxies } from "./client_address.ts";

/** Remembers the reader of a request as long as the request lives. */
export interface ReaderAddresses {
  note(request: Request, info: { readonly remoteAddr: { readonly transport: string } }): void;
  /** Empty where the request was not noted. */
  of(request: Request): string;
}

/** Makes the memory; `trusted` are the proxies whose word counts. */
export function createReaderAddresses(trusted: readonly string[]): ReaderAddresses {
  const proxies = trustedProxies(trusted);
  const addresses = new WeakMap<Request, string>();
  return {
    note(request, info) {
      const peer = (info.remoteAddr as { readonly hostname?: string }).hostname ?? "";
      const forwarded = request.headers.get("x-forwarded-for");
      addresses.set(request, clientAddress(peer, forwarded, proxies));
    },
    of: (request) => addresses.get(request) ?? "",
  };
}
