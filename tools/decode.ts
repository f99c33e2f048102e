/**
 * Reads reports from standard input, one a line, and writes one JSON line for each, in order.
 *
 * `deno task decode [--product taf] [--flat | --describe] < reports.txt`
 *
 * A line is the raw text, or a JSON object with `raw` and optionally `receivedAt` (or `observed`, or the
 * `date` of its day), `product` and `id`. A line that holds no report gives an object with `error`.
 * Memory does not grow with the input.
 *
 * @module
 */
import { answerLine } from "./decode/answer.ts";
import { readArguments, USAGE } from "./decode/arguments.ts";
import { readLines } from "./decode/lines.ts";

const options = readArguments(Deno.args);
if (typeof options === "string") {
  console.error(`${options}\n\n${USAGE}`);
  Deno.exit(2);
}
if (options.help) {
  console.log(USAGE);
  Deno.exit(0);
}

/** Output is written in pieces of about this many characters, and whenever the input pauses. */
const PIECE = 64 * 1024;
const encoder = new TextEncoder();
const writer = Deno.stdout.writable.getWriter();
let number = 0;
try {
  for await (const lines of readLines(Deno.stdin.readable)) {
    let out = "";
    for (const line of lines) {
      number++;
      out += JSON.stringify(answerLine(line, number, options)) + "\n";
      if (out.length < PIECE) continue;
      await writer.write(encoder.encode(out));
      out = "";
    }
    if (out !== "") await writer.write(encoder.encode(out));
  }
} catch (error) {
  // The reader of the output has gone away (`| head`): there is nobody left to write for.
  if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
}
