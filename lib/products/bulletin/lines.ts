/**
 * Lines of a text stream, without control characters, with a limit on their length.
 *
 * @module
 */

/** A line longer than this is given in pieces; no report has such a line. */
export const MAX_LINE = 64 * 1024;

/** SOH, ETX, NUL, BEL and their like frame bulletins and are no part of any report. */
// deno-lint-ignore no-control-regex
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** A line as it came and whether a bulletin ended in it (ETX, or `NNNN` alone). */
export interface Line {
  readonly text: string;
  readonly endsBulletin: boolean;
}

/**
 * The lines of `stream`, in order. Holds no more than one line and one chunk; `\r\n`, `\n` and `\r\r\n` end a line.
 */
export async function* linesOf(stream: AsyncIterable<string>): AsyncGenerator<Line> {
  let rest = "";
  for await (const chunk of stream) {
    let from = 0;
    for (;;) {
      const end = chunk.indexOf("\n", from);
      if (end < 0) break;
      yield lineOf(rest + chunk.slice(from, end));
      rest = "";
      from = end + 1;
    }
    rest += chunk.slice(from);
    while (rest.length > MAX_LINE) {
      yield lineOf(rest.slice(0, MAX_LINE));
      rest = rest.slice(MAX_LINE);
    }
  }
  if (rest !== "") yield lineOf(rest);
}

function lineOf(raw: string): Line {
  const text = raw.replace(/\r/g, "").replace(CONTROL, "").trimEnd();
  return { text, endsBulletin: raw.includes("\x03") || text === "NNNN" };
}
