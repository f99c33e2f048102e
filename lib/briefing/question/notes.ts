/**
 * What a reader must know of how their question was read, beside what was understood.
 *
 * @module
 */
import type { Words } from "../text/mod.ts";
import type { AnsweredQuestion } from "./ask.ts";

/** The notes, each a sentence: who read it, what was assumed, what was left. */
export function notesOf(
  { reading, modelState }: Pick<AnsweredQuestion, "reading" | "modelState">,
  words: Words,
): string[] {
  const { by, model, assumed, notUnderstood, intent: { place } } = reading;
  const isFailed = by === "rules" && modelState !== null && modelState !== "notNeeded";
  return [
    ...(by === "model" ? [words.say("read.byModel", { model: model ?? "?" })] : []),
    ...(isFailed ? [words.say("read.modelFailed")] : []),
    ...assumed.map((one) =>
      words.say(`read.assumed.${one}`, {
        written: place?.written,
        station: place?.id ?? undefined,
        others: place?.others.join(", "),
      })
    ),
    ...(notUnderstood.length > 0
      ? [words.say("read.notUnderstood", { words: notUnderstood.join(", ") })]
      : []),
  ];
}
