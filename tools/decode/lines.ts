/**
 * Lines from a stream of bytes.
 *
 * @module
 */

/** Longest line kept, in characters; of a longer one the rest is dropped, so that memory stays bounded. */
export const LONGEST_LINE = 256 * 1024;

/** A line without its end; `tooLong` where it was cut. */
export interface InputLine {
  readonly text: string;
  readonly tooLong: boolean;
}

/** The lines of `bytes` (UTF-8), in batches as they arrive; the last line needs no line end. */
export async function* readLines(bytes: ReadableStream<Uint8Array>): AsyncGenerator<InputLine[]> {
  const decoder = new TextDecoder();
  let rest = "";
  let tooLong = false;
  const take = (text: string): InputLine[] => {
    const pieces = (rest + text).split("\n");
    rest = pieces.pop() ?? "";
    const lines = pieces.map((piece) => {
      const line = { text: withoutReturn(piece), tooLong: tooLong || piece.length > LONGEST_LINE };
      tooLong = false;
      return line;
    });
    if (rest.length > LONGEST_LINE) {
      rest = rest.slice(0, LONGEST_LINE);
      tooLong = true;
    }
    return lines;
  };
  for await (const chunk of bytes) yield take(decoder.decode(chunk, { stream: true }));
  const last = take(decoder.decode());
  if (rest !== "") last.push({ text: withoutReturn(rest), tooLong });
  yield last;
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
