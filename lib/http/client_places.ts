/**
 * Places for what lasts, such as open streams: so many for each client of this process.
 *
 * @module
 */
import { clientNetwork } from "./client_address.ts";

/** Counts the places that clients hold. */
export class ClientPlaces {
  readonly #each: number;
  readonly #held = new Map<string, number>();

  /** @param each places of one client: of one IPv4 address, or one /64 of IPv6 */
  constructor(each: number) {
    this.#each = each;
  }

  /**
   * Takes a place for the client at `address`; the function gives it back, once. `null`: it holds all that it may.
   * Who is not known (an empty address) is not counted.
   */
  take(address: string): (() => void) | null {
    if (address === "") return () => {};
    const client = clientNetwork(address);
    const held = this.#held.get(client) ?? 0;
    if (held >= this.#each) return null;
    this.#held.set(client, held + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const left = this.#held.get(client)! - 1;
      if (left > 0) this.#held.set(client, left);
      else this.#held.delete(client);
    };
  }
}
