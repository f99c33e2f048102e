/**
 * Settings from the form of `/settings`.
 *
 * @module
 */
import {
  type ChoiceName,
  CHOICES,
  DEFAULT_SETTINGS,
  isLimit,
  MINIMA_NUMBERS,
  type MinimaNumber,
  type Settings,
} from "./settings.ts";

/** What was understood, and the names of the fields that were not: those keep what is in `settings`. */
export interface ReadForm {
  readonly settings: Settings;
  readonly invalid: readonly string[];
}

/** Reads the fields; an empty limit is none, a field that is missing has its default. */
export function readSettingsForm(form: FormData): ReadForm {
  const invalid: string[] = [];
  const choices: Record<string, string> = {};
  for (const name of Object.keys(CHOICES) as ChoiceName[]) {
    const value = form.get(name);
    if (value === null) continue;
    if ((CHOICES[name] as readonly unknown[]).includes(value)) choices[name] = value as string;
    else invalid.push(name);
  }
  const minima: Record<string, number | boolean | null> = {
    freezing: form.get("freezing") === "yes",
    thunder: form.get("thunder") === "yes",
  };
  for (const name of Object.keys(MINIMA_NUMBERS) as MinimaNumber[]) {
    const limit = limitOf(name, form.get(name));
    if (limit === "invalid") invalid.push(name);
    else minima[name] = limit;
  }
  const settings = {
    ...DEFAULT_SETTINGS,
    ...choices,
    minima: { ...DEFAULT_SETTINGS.minima, ...minima },
  } as Settings;
  return { settings, invalid };
}

/** A decimal comma is a decimal point; more than two decimals are not a limit. */
function limitOf(name: MinimaNumber, value: FormDataEntryValue | null): number | null | "invalid" {
  if (value === null || typeof value !== "string") return null;
  const text = value.trim().replace(",", ".");
  if (text === "") return null;
  if (!/^\d{1,5}(\.\d{1,2})?$/.test(text)) return "invalid";
  return isLimit(name, Number(text)) ? Number(text) : "invalid";
}
