/**
 * How the service names itself to the servers that it asks.
 *
 * @module
 */
import type { Config } from "./options.ts";

/** `aviation-weather/0.1.0 (+https://example.org)`: providers want to know whom to write to. */
export function userAgentOf({ contact }: Pick<Config, "contact">, version: string): string {
  return `aviation-weather/${version} (+${contact || "contact not configured"})`;
}
