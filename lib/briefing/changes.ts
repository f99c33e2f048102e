/**
 * What has changed since an earlier briefing of the same flight.
 *
 * Nothing is kept on the server: an address carries a digest of the earlier briefing, a few bytes for each fact. An
 * instant serves as well, with less: then whatever rests on a report received since is news.
 *
 * @module
 */
import { MINUTE_MS, toIso } from "../time/mod.ts";
import type { Briefing } from "./brief.ts";
import type { Fact, FactKind } from "./facts.ts";

/** What is new. */
export interface Changes {
  /** When the earlier briefing was made, ISO 8601. */
  readonly since: string;
  /** Facts that it did not have. */
  readonly added: readonly string[];
  /** Facts that said something else then. */
  readonly changed: readonly string[];
  /** How many of its facts are no more; `null` where only an instant is known. */
  readonly gone: number | null;
  /** The earlier briefing had more facts than the digest holds: what is new among them is not known. */
  readonly partial: boolean;
}

/** Facts whose change is no news: about the flight itself, or about the lists. */
const NO_NEWS = new Set<FactKind>([
  "flight",
  "leg",
  "assumption",
  "sun",
  "none",
  "omitted",
  "excluded",
  "pirepCount",
]);
/** Instants that belong to what a fact says; others only tell when it was observed or is passed. */
const TELLING = new Set(["validFrom", "validTo", "changeFrom", "changeTo"]);

const VERSION = 1;
const HEAD_BYTES = 6;
const FACT_BYTES = 5;
/** So that the address stays below 2,048 characters. */
const MAX_FACTS = 200;
/** Longest text of a digest. */
export const MAX_SINCE = 1500;

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}

/** What a fact says, without when it was said. */
function contentOf({ values, words, hazards, qualifiers, details, times }: Fact): string {
  return JSON.stringify([
    values.map(({ name, value, unit, bound }) => [name, value, unit, bound]),
    words,
    hazards,
    qualifiers,
    details,
    times.filter(({ name }) => TELLING.has(name)),
  ]);
}

interface Marked {
  readonly fact: Fact;
  readonly key: number;
  readonly content: number;
}

function marksOf(facts: readonly Fact[]): Marked[] {
  return facts.filter(({ kind }) => !NO_NEWS.has(kind)).map((fact) => ({
    fact,
    key: hash(fact.key) & 0xffffff,
    content: hash(contentOf(fact)) & 0xffff,
  }));
}

/** The digest of a briefing, for the parameter `since` of a later one. */
export function digestOf({ facts, generatedAt }: Pick<Briefing, "facts" | "generatedAt">): string {
  const marks = marksOf(facts);
  const kept = marks.slice(0, MAX_FACTS);
  const bytes = new Uint8Array(HEAD_BYTES + kept.length * FACT_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint8(1, marks.length > MAX_FACTS ? 1 : 0);
  view.setUint32(2, Math.floor(Date.parse(generatedAt) / MINUTE_MS));
  kept.forEach(({ key, content }, i) => {
    const at = HEAD_BYTES + i * FACT_BYTES;
    view.setUint8(at, key >> 16);
    view.setUint16(at + 1, key & 0xffff);
    view.setUint16(at + 3, content);
  });
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

/** An earlier briefing as an address gives it. */
export type Since =
  | { readonly kind: "instant"; readonly at: number }
  | {
    readonly kind: "digest";
    readonly at: number;
    readonly partial: boolean;
    readonly facts: ReadonlyMap<number, number>;
  };

/** Reads `since`: an instant or a digest; `null` where it is neither. */
export function readSince(text: string): Since | null {
  if (text.length > MAX_SINCE) return null;
  const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z$/.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(iso)) return { kind: "instant", at: iso };
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.fromBase64(text, { alphabet: "base64url" });
  } catch {
    return null;
  }
  if (bytes.length < HEAD_BYTES || (bytes.length - HEAD_BYTES) % FACT_BYTES !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint8(0) !== VERSION) return null;
  const facts = new Map<number, number>();
  for (let at = HEAD_BYTES; at < bytes.length; at += FACT_BYTES) {
    facts.set(view.getUint8(at) << 16 | view.getUint16(at + 1), view.getUint16(at + 3));
  }
  return {
    kind: "digest",
    at: view.getUint32(2) * MINUTE_MS,
    partial: view.getUint8(1) === 1,
    facts,
  };
}

/** What is new in `briefing`. */
export function changesSince(briefing: Briefing, since: Since): Changes {
  const marks = marksOf(briefing.facts);
  const base = { since: toIso(since.at) };
  if (since.kind === "instant") {
    const received = new Map(briefing.reports.map((one) => [one.key, Date.parse(one.receivedAt)]));
    const isNew = ({ reports }: Fact) => reports.some((key) => (received.get(key) ?? 0) > since.at);
    const changed = marks.filter(({ fact }) => isNew(fact)).map(({ fact }) => fact.id);
    return { ...base, added: [], changed, gone: null, partial: false };
  }
  const added: string[] = [];
  const changed: string[] = [];
  const seen = new Set<number>();
  for (const { fact, key, content } of marks) {
    const before = since.facts.get(key);
    seen.add(key);
    if (before === undefined) added.push(fact.id);
    else if (before !== content) changed.push(fact.id);
  }
  const gone = [...since.facts.keys()].filter((key) => !seen.has(key)).length;
  return { ...base, added: since.partial ? [] : added, changed, gone, partial: since.partial };
}
