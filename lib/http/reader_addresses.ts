/**
 * Who sent a request, for handlers that are given the request alone.
 *
 * @module
 */
import { clientAddress, trustedProxies } from "./client_address.ts";

/** What is known of the connection of a request. */
interface Connection {
  readonly remoteAddr: { readonly transport: string };
}

/** Remembers the reader of a request as long as the request lives. */
export interface ReaderAddresses {
  /** Who sends this request; empty where the connection has no address. */
  at(request: Request, info: Connection): string;
  note(request: Request, info: Connection): void;
  /** Empty where the request was not noted. */
  of(request: Request): string;
}

/** Makes the memory; `trusted` are the proxies whose word counts. */
export function createReaderAddresses(trusted: readonly string[]): ReaderAddresses {
  const proxies = trustedProxies(trusted);
  const addresses = new WeakMap<Request, string>();
  const at = (request: Request, info: Connection) => {
    const peer = (info.remoteAddr as { readonly hostname?: string }).hostname ?? "";
    return clientAddress(peer, request.headers.get("x-forwarded-for"), proxies);
  };
  return {
    at,
    note: (request, info) => void addresses.set(request, at(request, info)),
    of: (request) => addresses.get(request) ?? "",
  };
}
