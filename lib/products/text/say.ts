/**
 * What descriptions with a message table of their own share: pilot reports, warnings, winds aloft.
 *
 * @module
 */
import type { DecodedReport, TokenMeaning } from "../product.ts";
import { fill, type Params } from "./fill.ts";
import { type Piece, piece } from "./piece.ts";
import type { DescribeOptions, Language } from "./voice.ts";

/** Says a message of one table, in one language and form. */
export type Say<Key extends string> = (key: Key, params?: Params) => string;

/** A `Say` for `tables`; in the spoken form a key that ends in `.spoken` replaces the plain one. */
export function sayFrom<Key extends string>(
  tables: Readonly<Record<Language, Readonly<Record<Key, string>>>>,
  { language = "en", form = "plain" }: DescribeOptions = {},
): Say<Key> {
  const table: Readonly<Record<string, string>> = tables[language];
  return (key, params) => {
    const spoken = form === "spoken" ? table[`${key}.spoken`] : undefined;
    return fill(spoken ?? table[key]!, params);
  };
}

/** What says that a report could not be read in full; nothing where it could. */
export function incompletePieces(
  { valid, unparsed }: Pick<DecodedReport, "unparsed"> & { readonly valid: boolean },
  say: Say<"incomplete">,
): Piece[] {
  return valid && unparsed.length === 0 ? [] : [piece("unparsed", say("incomplete"), ...unparsed)];
}

/** What nobody could read, each piece by itself. */
export function unreadablePieces(
  { unparsed }: Pick<DecodedReport, "unparsed">,
  say: Say<"unreadable">,
): Piece[] {
  return unparsed.map((source) =>
    piece("unparsed", say("unreadable", { text: source.text }), source)
  );
}

/** Meanings with those of a part of a longer group told with the group, so that no text is explained twice. */
export function joinNested(meanings: readonly TokenMeaning[]): TokenMeaning[] {
  const order = [...meanings].sort((a, b) =>
    a.source.start - b.source.start || b.source.end - a.source.end
  );
  const joined: TokenMeaning[] = [];
  for (const one of order) {
    const last = joined.at(-1);
    if (last === undefined || one.source.end > last.source.end) joined.push(one);
    else if (!last.meaning.includes(one.meaning)) {
      joined[joined.length - 1] = { ...last, meaning: `${last.meaning} ${one.meaning}` };
    }
  }
  return joined;
}
