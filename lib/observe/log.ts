/**
 * The log: one JSON object a line. Nothing a caller or provider sends can break a line or recolour a
 * terminal, since control, line-separator and bidirectional characters are written escaped.
 *
 * @module
 */
import type { Clock } from "../time/mod.ts";

export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
/** Severity of a line. */
export type LogLevel = typeof LOG_LEVELS[number];

/** Facts beside the message. Values are printed as JSON; errors as name and message, with their stack at `debug`. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes lines; `with` gives a log that adds the same fields to each. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  with(fields: LogFields): Log;
}

/** What a log is made of. */
export interface LogOptions {
  readonly level: LogLevel;
  readonly clock: Clock;
  /** Takes one whole line, its line feed included. */
  readonly write: (line: string) => void;
}

/** Longest string value that is printed; the rest is cut and its length said. */
const MAX_VALUE = 2000;

// JSON escapes C0 controls itself. These would still act in a terminal or in a viewer: DEL and C1
// controls, line and paragraph separators, marks that turn the direction of text.
const UNSAFE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

function escapeUnsafe(text: string): string {
  return text.replace(
    UNSAFE,
    (character) => "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0"),
  );
}

function printable(level: LogLevel) {
  return (_key: string, value: unknown): unknown => {
    if (value instanceof Error) {
      const shown = { name: value.name, message: value.message.slice(0, MAX_VALUE) };
      return level === "debug" ? { ...shown, stack: value.stack } : shown;
    }
    if (typeof value === "bigint") return String(value);
    if (typeof value === "string" && value.length > MAX_VALUE) {
      return `${value.slice(0, MAX_VALUE)}… (${value.length} characters)`;
    }
    return value;
  };
}

/** A log that writes lines of at least `options.level`. */
export function createLog(options: LogOptions, base: LogFields = {}): Log {
  const least = LOG_LEVELS.indexOf(options.level);
  const replacer = printable(options.level);
  const line = (level: LogLevel) => (message: string, fields: LogFields = {}) => {
    if (LOG_LEVELS.indexOf(level) < least) return;
    const time = new Date(options.clock.now()).toISOString();
    const entry = { time, level, message, ...base, ...fields };
    options.write(escapeUnsafe(JSON.stringify(entry, replacer)) + "\n");
  };
  return {
    debug: line("debug"),
    info: line("info"),
    warn: line("warn"),
    error: line("error"),
    with: (fields) => createLog(options, { ...base, ...fields }),
  };
}

/** A log that says nothing: for tests and tools. */
export const silentLog: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  with: () => silentLog,
};
