/**
 * An answer as plain text, with every raw report.
 *
 * @module
 */
import { Words } from "../text/mod.ts";
import { NOTICES } from "../text/plain.ts";
import type { AnsweredQuestion } from "./ask.ts";
import { notesOf } from "./notes.ts";

/** What was understood, the answer, the reports. */
export function questionText(answer: AnsweredQuestion): string {
  const { language, generatedAt, simulated, understood, sentences, reports } = answer;
  const words = new Words(language, Date.parse(generatedAt));
  const notices = NOTICES[language];
  const lines = [
    ...(simulated ? [notices.simulated] : []),
    notices.notice,
    words.say("read.understood", { text: understood.text }),
    ...notesOf(answer, words),
    "",
    ...sentences.map(({ text }) => `- ${text}`),
    "",
    ...reports.map(({ raw, simulated, freshness }) => {
      const marks = [
        ...(simulated ? ["SIMULATED"] : []),
        ...(freshness === "current" ? [] : [freshness]),
      ];
      return `${marks.length > 0 ? `# ${marks.join(", ")}: ` : ""}${raw.trim()}`;
    }),
  ];
  return lines.join("\n").trimEnd() + "\n";
}
