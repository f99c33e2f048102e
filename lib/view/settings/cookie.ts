/**
 * Settings as a cookie: `1.language-de.wind-m/s.ceilingFt-1500`. Only what differs from the defaults is in it.
 *
 * Reading is strict: one part that makes no sense makes the whole cookie damaged, so that half of somebody's
 * limits is never taken for all of them.
 *
 * @module
 */
import {
  type ChoiceName,
  CHOICES,
  DEFAULT_SETTINGS,
  isLimit,
  type Minima,
  MINIMA_NUMBERS,
  type MinimaNumber,
  type Settings,
} from "./settings.ts";

/** Name of the cookie. */
const SETTINGS_COOKIE = "settings";
/** Version of the form below; another one is damaged. */
const VERSION = "1";
const MAX_LENGTH = 400;
/** A year: then it is asked for again. */
const MAX_AGE_SECONDS = 31_536_000;

/** The value of the cookie; empty where everything is as it is without. */
export function writeSettings(settings: Settings): string {
  const parts: string[] = [];
  for (const name of Object.keys(CHOICES) as ChoiceName[]) {
    if (settings[name] !== DEFAULT_SETTINGS[name]) parts.push(`${name}-${settings[name]}`);
  }
  for (const [name, limit] of Object.entries(settings.minima) as [keyof Minima, unknown][]) {
    if (limit !== null && limit !== false) {
      parts.push(`${name}-${limit === true ? "yes" : String(limit).replace(".", "_")}`);
    }
  }
  return parts.length === 0 ? "" : [VERSION, ...parts].join(".");
}

/** The settings in a cookie's value; `null` for one that is damaged in any part. */
export function readSettings(value: string): Settings | null {
  if (value.length > MAX_LENGTH) return null;
  const [version, ...parts] = value.split(".");
  if (version !== VERSION || parts.length === 0) return null;
  const choices: Record<string, string> = {};
  const minima: Record<string, number | boolean> = {};
  for (const part of parts) {
    const match = /^([a-zA-Z]{1,20})-([A-Za-z0-9_/]{1,10})$/.exec(part);
    if (match === null) return null;
    const [, name = "", text = ""] = match;
    if (name in choices || name in minima) return null;
    if (isChoice(name, text)) choices[name] = text;
    else {
      const limit = limitOf(name, text);
      if (limit === null) return null;
      minima[name] = limit;
    }
  }
  return {
    ...DEFAULT_SETTINGS,
    ...choices,
    minima: { ...DEFAULT_SETTINGS.minima, ...minima },
  } as Settings;
}

function isChoice(name: string, text: string): boolean {
  return Object.hasOwn(CHOICES, name) &&
    (CHOICES[name as ChoiceName] as readonly string[]).includes(text);
}

function limitOf(name: string, text: string): number | boolean | null {
  if (name === "freezing" || name === "thunder") return text === "yes" ? true : null;
  if (!Object.hasOwn(MINIMA_NUMBERS, name) || !/^\d{1,5}(_\d{1,2})?$/.test(text)) return null;
  const value = Number(text.replace("_", "."));
  return isLimit(name as MinimaNumber, value) ? value : null;
}

/** The `Set-Cookie` line for settings; those of nobody remove it. `secure` on https only. */
export function settingsCookie(settings: Settings, secure: boolean): string {
  const value = writeSettings(settings);
  const age = value === "" ? 0 : MAX_AGE_SECONDS;
  return `${SETTINGS_COOKIE}=${value}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly${
    secure ? "; Secure" : ""
  }`;
}

/** The value of our cookie in a `Cookie` header; `null` without one. The first counts. */
export function settingsValue(header: string | null): string | null {
  if (header === null) return null;
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (pair.slice(0, at).trim() === SETTINGS_COOKIE) return pair.slice(at + 1).trim();
  }
  return null;
}
