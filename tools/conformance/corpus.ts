/**
 * Lines of the corpus: real reports and the values that others read from them.
 *
 * @module
 */
import { HOUR_MS } from "../../lib/time/mod.ts";

/** One line of a `.jsonl` file of the corpus (see its README). */
export interface CorpusLine {
  readonly id: string;
  readonly source: string;
  readonly made_by: string;
  readonly raw: string;
  readonly expect?: Readonly<Record<string, unknown>>;
  readonly expect_fmi?: Readonly<Record<string, unknown>>;
  readonly disputed?: Readonly<Record<string, unknown>>;
  readonly observed?: string;
  readonly date?: string;
  readonly kind?: string;
}

/** The lines of the file at `path`, one by one; an unreadable line is an error of the corpus and thrown. */
export async function* corpusLines(path: string): AsyncGenerator<CorpusLine> {
  const file = await Deno.open(path);
  let rest = "";
  for await (const chunk of file.readable.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") yield JSON.parse(line);
  }
  if (rest.trim() !== "") yield JSON.parse(rest);
}

/**
 * The time of receipt to decode `line` with: its observation, its issue, or noon of its day.
 * `undefined` where the corpus has none; instants are then not compared.
 */
export function receiptOf(line: CorpusLine): number | undefined {
  const stated = line.observed ?? line.expect?.issued;
  const at = typeof stated === "string"
    ? Date.parse(stated)
    : Date.parse(`${line.date}T00:00:00Z`) + 12 * HOUR_MS;
  return Number.isFinite(at) ? at : undefined;
}
