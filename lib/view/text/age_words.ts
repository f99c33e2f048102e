/**
 * English words of ages, which the browser needs as well: apart from the table so that a script carries no more.
 *
 * @module
 */
export const AGE_WORDS = {
  "age.underMinute": "under a minute",
  "age.ahead": "ahead of our clock by {time}",
  "age.minutes": "{minutes} min",
  "age.hours": "{hours} h {minutes} min",
  "age.daysHours": "{days} days {hours} h",
  "age.days": "{days} days",
  "age.old": "old",
  "age.ageing": "The next report is overdue.",
  "age.stale": "Stale: this report is {age} old. Conditions may have changed.",
  "age.notCurrent": "No current report. The last one is {age} old.",
  "age.future": "This report is dated ahead of our clock: one of the two clocks is wrong.",
};

/** The words of ages in one language. */
export type AgeWords = Readonly<Record<keyof typeof AGE_WORDS, string>>;

/** Messages cut at their names, once for each: text and names by turns. There are some hundreds. */
const cut = new Map<string, readonly string[]>();

/** `{name}` in a message replaced by its value; a name without a value stays, so that a slip is seen. */
export function fillText(
  message: string,
  values?: Readonly<Record<string, string | number>>,
): string {
  if (values === undefined) return message;
  let parts = cut.get(message);
  if (parts === undefined) cut.set(message, parts = message.split(/\{(\w+)\}/));
  let text = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i]!;
    text += (values[name] ?? `{${name}}`) + parts[i + 1]!;
  }
  return text;
}
