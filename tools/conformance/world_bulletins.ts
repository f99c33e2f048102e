/**
 * The reports of the world bulletins, one by one from the compressed files.
 *
 * @module
 */

/** A report with the time that its file gives it. */
export interface BulletinReport {
  readonly raw: string;
  readonly receivedAt: number | undefined;
}

/** How each kind of file holds its reports. */
type LineReader = (line: string) => BulletinReport | null;

/** The readers by the ending of the file's name. */
const READERS: readonly (readonly [ending: string, make: () => LineReader])[] = [
  [".csv.gz", csvReader],
  [".xml.gz", xmlReader],
  [".txt.gz", cycleReader],
];

/** The bulletins in `folder`, by name. */
export async function bulletinsIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (isFile && name.startsWith("bulletin-")) names.push(name);
  }
  return names.sort();
}

/** The reports of the file at `path`; memory does not grow with the file. */
export async function* bulletinReports(path: string): AsyncGenerator<BulletinReport> {
  const reader = READERS.find(([ending]) => path.endsWith(ending))?.[1]();
  if (reader === undefined) throw new Error(`No reader for ${path}.`);
  const file = await Deno.open(path);
  const text = file.readable
    .pipeThrough(new DecompressionStream("gzip"))
    .pipeThrough(new TextDecoderStream());
  let rest = "";
  for await (const chunk of text) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const report = reader(line);
      if (report !== null) yield report;
    }
  }
  const last = reader(rest);
  if (last !== null) yield last;
}

/** The Aviation Weather Center's CSV: five status lines and a heading, then the raw text in the first column. */
function csvReader(): LineReader {
  let inTable = false;
  return (line) => {
    if (!inTable) {
      inTable = line.startsWith("raw_text,");
      return null;
    }
    const [raw = "", , time = ""] = line.split(",", 3);
    return raw.trim() === "" ? null : { raw, receivedAt: instantOf(time) };
  };
}

/** Its XML: one element a line; the time follows the text. */
function xmlReader(): LineReader {
  let raw: string | null = null;
  return (line) => {
    raw = between(line, "raw_text") ?? raw;
    const time = between(line, "observation_time");
    if (raw === null || time === null) return null;
    const report = { raw: unescape(raw), receivedAt: instantOf(time) };
    raw = null;
    return report;
  };
}

/** NOAA's cycle file: a line with the time, a line with the report, an empty line. */
function cycleReader(): LineReader {
  let receivedAt: number | undefined;
  const seen = new Set<string>();
  return (line) => {
    const text = line.trim();
    const time = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d)$/.exec(text);
    if (time !== null) {
      receivedAt = instantOf(`${time[1]}-${time[2]}-${time[3]}T${time[4]}:${time[5]}:00Z`);
      return null;
    }
    if (text === "" || seen.has(text)) return null;
    seen.add(text);
    return { raw: text, receivedAt };
  };
}

function between(line: string, element: string): string | null {
  const start = line.indexOf(`<${element}>`);
  const end = line.indexOf(`</${element}>`);
  return start < 0 || end < start ? null : line.slice(start + element.length + 2, end);
}

function unescape(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'").replaceAll("&amp;", "&");
}

function instantOf(iso: string): number | undefined {
  const instant = Date.parse(iso);
  return Number.isFinite(instant) ? instant : undefined;
}
