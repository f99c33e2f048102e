/**
 * Ages and instants in the words of the page being rendered: for components.
 *
 * @module
 */
import { ageText, durationText, zuluNear } from "./age.ts";
import { viewer } from "./viewer.ts";

/** An age in the words of the page being rendered. */
export function ageWords(ms: number): string {
  return ageText(ms, viewer().texts);
}

/** A length of time in the words of the page being rendered. */
export function durationWords(ms: number): string {
  return durationText(ms, viewer().texts);
}

/** `14:53Z`, with the day where it is another one, in the words of the page being rendered. */
export function timeWords(at: number, now: number): string {
  return zuluNear(at, now, viewer().months);
}
