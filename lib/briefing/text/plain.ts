/**
 * A briefing as plain text: short, for slow links, or in full with every raw report, for print.
 *
 * @module
 */
import type { Language } from "../../products/text/mod.ts";
import type { Briefing } from "../brief.ts";
import type { Fact } from "../facts.ts";
import type { BriefingText } from "./mod.ts";

/** Most bytes of the short form, UTF-8. */
export const SHORT_BYTES = 4096;

/** What stands above and below plain texts. */
export const NOTICES: Readonly<
  Record<Language, { notice: string; simulated: string; more: string; source: string }>
> = {
  en: {
    notice: "Not an official briefing. Times in UTC. The raw reports are what counts.",
    simulated: "SIMULATED WEATHER: NOT FOR ANY FLIGHT.",
    more: "Lines left out here: {count}. Ask for the full briefing.",
    source: "{provider}, received {time}",
  },
  de: {
    notice: "Kein amtliches Briefing. Zeiten in UTC. Es gelten die Originalmeldungen.",
    simulated: "SIMULIERTES WETTER: FÜR KEINEN FLUG.",
    more: "Hier weggelassene Zeilen: {count}. Siehe das volle Briefing.",
    source: "{provider}, eingegangen {time}",
  },
};

/** A briefing with its sentences. */
interface Worded {
  readonly briefing: Briefing;
  readonly text: BriefingText;
}

/** The whole text with all raw reports, each with where it came from. */
export function fullText({ briefing, text }: Worded): string {
  const lines = [...headOf(briefing, text)];
  text.sections.forEach(({ title, sentences }, i) => {
    lines.push("", `${i + 1}. ${title.toUpperCase()}`);
    for (const sentence of sentences) lines.push(`- ${sentence.text}`);
  });
  lines.push("");
  for (const report of briefing.reports) {
    const mark = report.simulated ? "# SIMULATED " : "";
    const source = NOTICES[text.language].source
      .replace("{provider}", report.provider.toUpperCase())
      .replace("{time}", `${report.receivedAt.slice(0, 16)}Z`);
    lines.push(`${mark}${report.raw.trim()}`, `  (${source})`);
  }
  return lines.join("\n") + "\n";
}

function headOf(briefing: Briefing, text: BriefingText): string[] {
  const notices = NOTICES[text.language];
  return [
    ...(briefing.simulated ? [notices.simulated] : []),
    `${text.title}, ${briefing.generatedAt.slice(0, 16)}Z`,
    notices.notice,
    ...text.flight.map((sentence) => sentence.text),
  ];
}

/** A line of the short form. The smaller its rank, the later it is left out. */
interface Line {
  readonly section: number;
  readonly text: string;
  readonly rank: number;
}

/**
 * The short form, at most 4,096 bytes: METARs raw, all else in sentences. What does not fit is left out from the least
 * worth on, and each section says how many lines that are; no section is left out.
 */
export function shortText({ briefing, text }: Worded): string {
  const byId = new Map(briefing.facts.map((fact) => [fact.id, fact]));
  const raw = new Map(briefing.reports.map((report) => [report.key, report.raw]));
  const lines = text.sections.flatMap(({ sentences }, section) =>
    sentences.map(({ text, factIds }): Line => {
      const fact = byId.get(factIds[0] ?? "");
      return {
        section,
        text: fact?.kind === "observation" ? raw.get(fact.reports[0] ?? "") ?? text : text,
        rank: fact === undefined ? 9 : rankOf(fact),
      };
    })
  );
  const kept = new Set(lines);
  const missing = new Map<number, number>();
  const order = lines.map((line, i) => ({ line, i }))
    .sort((a, b) => b.line.rank - a.line.rank || b.i - a.i);
  let bytes = bytesOf(write(briefing, text, lines, kept));
  for (const { line } of order) {
    if (bytes <= SHORT_BYTES) break;
    kept.delete(line);
    const before = missing.get(line.section) ?? 0;
    missing.set(line.section, before + 1);
    bytes += bytesOf(noteOf(before + 1, text)) - bytesOf(noteOf(before, text)) -
      bytesOf(`${line.text.trim()}\n`);
  }
  return write(briefing, text, lines, kept);
}

/** The line that says how many were left out of a section, with its end; nothing where none was. */
function noteOf(missing: number, { language }: BriefingText): string {
  return missing === 0 ? "" : `(${NOTICES[language].more.replace("{count}", String(missing))})\n`;
}

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text).length;

function write(
  briefing: Briefing,
  text: BriefingText,
  lines: readonly Line[],
  kept: ReadonlySet<Line>,
): string {
  const out = headOf(briefing, text);
  text.sections.forEach(({ title }, section) => {
    const all = lines.filter((line) => line.section === section);
    const here = all.filter((line) => kept.has(line));
    out.push("", `${section + 1}. ${title.toUpperCase()}`);
    for (const line of here) out.push(line.text.trim());
    const note = noteOf(all.length - here.length, text);
    if (note !== "") out.push(note.trimEnd());
  });
  return out.join("\n") + "\n";
}

/** How soon a line may be left out: hazards and what is missing last. */
function rankOf({ kind, hazards, section, place }: Fact): number {
  if (section === "adverseConditions" && kind !== "excluded") return 0;
  if (kind === "unavailable") return 1;
  if (kind === "forecastWorst" || kind === "forecastPossible") return hazards.length > 0 ? 1 : 2;
  if (section === "destinationForecast") return 2;
  if (kind === "minimaComparison" || kind === "vfrComparison") return 2;
  if (kind === "windAloft" || kind === "freezingLevel") return 5;
  if (kind === "observation" && place === null) return 2;
  if (kind === "observation" || kind === "forecastPrevailing") return hazards.length > 0 ? 3 : 4;
  if (kind === "pirep") return hazards.length > 0 ? 3 : 6;
  return 6;
}
