/**
 * What deployment files may set: the program's own options.
 *
 * @module
 */
import { environmentNames } from "../../../lib/config/mod.ts";

/** Names of variables that a container of the service may be given. */
export function knownVariable(name: string): boolean {
  return environmentNames().includes(name);
}
