/**
 * Text for a parser in steps that are short in time.
 *
 * @module
 */

/** The first step is small: a parser that has never run is compiled in it. */
const FIRST = 128;
/** Characters of a later step: well under a millisecond of work. */
const LONGEST = 2048;

/** Cuts pieces of text, one after the other, into steps that grow from 128 to 2,048 characters. */
export function createSteps(): (text: string) => Generator<string> {
  let step = FIRST;
  return function* (text) {
    for (let at = 0; at < text.length;) {
      yield text.slice(at, at + step);
      at += step;
      step = Math.min(LONGEST, step * 2);
    }
  };
}
