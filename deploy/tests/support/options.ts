/**
 * What deployment files may set: the program's own options.
 *
 * @module
 */
import { environmentNames } from "../../../lib/config/mod.ts";

/** Names of variables that a container of the service may be given. */
export function knownVariable(name: string): boolean {
  return environmentNames().includes(name) || PLANNED.has(name);
}

/** Named by deployment files for the election of the poller, which the program learns with it. */
const PLANNED = new Set(["ROLE"]);
