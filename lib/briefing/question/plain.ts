/**
 * An answer as plain text, with every raw report and where it came from.
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
    `${generatedAt.slice(0, 16)}Z`,
    notices.notice,
    words.say("read.understood", { text: understood.text }),
    ...notesOf(answer, words),
    "",
    ...sentences.map(({ text }) => `- ${text}`),
    "",
    ...reports.flatMap(({ raw, provider, receivedAt, simulated, freshness }) => {
      const marks = [
        words.say("text.report", { provider, time: words.clock(receivedAt) }),
        ...(simulated ? ["SIMULATED"] : []),
        ...(freshness === "current" ? [] : [freshness]),
      ];
      return [`# ${marks.join(", ")}`, raw.trim()];
    }),
  ];
  return lines.join("\n").trimEnd() + "\n";
}
