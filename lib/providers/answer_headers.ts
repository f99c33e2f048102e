/**
 * What an answer says of itself before its body is read: the same for every provider.
 *
 * @module
 */
import { BodyError } from "../resilience/mod.ts";

/** Sent by the simulator and by replay with every answer. */
export const SIMULATED_HEADER = "x-simulated";

/** Whether the answer calls itself simulated. */
export function saysSimulated(headers: Headers): boolean {
  const value = headers.get(SIMULATED_HEADER);
  return value !== null && value !== "" && value !== "false";
}

/** @throws BodyError `wrongContent` when the declared type is a page for people: outages have come with status 200 */
export function checkContentType(headers: Headers): void {
  if (/^\s*text\/html/i.test(headers.get("content-type") ?? "")) {
    throw new BodyError("wrongContent", "the answer is declared as an HTML page");
  }
}
