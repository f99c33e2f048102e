/**
 * Repairs: what is done about a token that no row claims. Each row of the table is a kind of mistake
 * seen in real reports; every repair made is an issue of the report.
 *
 * @module
 */
import type { Tokens } from "../scan/mod.ts";
import { Accumulator } from "./accumulator.ts";
import { readGroup } from "./read.ts";
import { BODY, type Section } from "./row.ts";

/** Longer tokens are junk: nothing is tried on them. */
const LONGEST = 40;

/** One kind of mistake. */
export interface RepairRow {
  readonly code: string;
  readonly message: string;
  /** The token as found and as read. */
  readonly example: readonly [found: string, read: string];
  /** The token respelt in the same length, or the offset at which to cut it; `null` where the row does not fit. */
  readonly repair: (
    tokens: Tokens,
    i: number,
    readable: (start: number, end: number) => boolean,
  ) => { readonly respelt: string } | { readonly cut: number } | null;
}

/** `O` beside a figure, a slash or a letter that only figures follow is a zero; `I` or `L` between figures is a one. */
function withFigures(word: string): string {
  let out = "";
  for (let at = 0; at < word.length; at++) {
    const c = word[at]!;
    const beside = isFigure(out[at - 1]) || isFigure(word[at + 1]) ||
      (word[at + 1] === "O" && isFigure(word[at + 2]));
    out += c === "O" && beside
      ? "0"
      : (c === "I" || c === "L") && isFigure(out[at - 1]) && isFigure(word[at + 1])
      ? "1"
      : c;
  }
  return out;
}

function isFigure(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9";
}

export const REPAIR_ROWS: readonly RepairRow[] = [
  {
    code: "repair.letterForFigure",
    message: "A letter O, I or L was read as a figure.",
    example: ["Q1O13", "Q1013"],
    repair(tokens, i, _readable) {
      const word = tokens.word(i);
      const respelt = withFigures(word);
      return respelt === word ? null : { respelt };
    },
  },
  {
    code: "repair.strayMark",
    message: "A stray mark at the edge of the group was set aside.",
    example: ["Q1013.", "Q1013"],
    repair(tokens, i, readable) {
      const start = tokens.starts[i]!;
      const size = tokens.size(i);
      const isMark = (offset: number) => /[^A-Z0-9+-]/.test(tokens.text[start + offset]!);
      let tail = size;
      while (tail > 1 && isMark(tail - 1)) tail--;
      if (tail < size && readable(start, start + tail)) return { cut: tail };
      let head = 0;
      while (head < size - 1 && isMark(head)) head++;
      return head > 0 && readable(start + head, start + size) ? { cut: head } : null;
    },
  },
  {
    code: "repair.missingBlank",
    message: "A blank between two groups was missing.",
    example: ["9999FEW023", "9999 FEW023"],
    repair(tokens, i, readable) {
      const start = tokens.starts[i]!;
      const size = tokens.size(i);
      for (let cut = 2; cut <= size - 2; cut++) {
        // Between two figures nobody can tell where one number ends.
        // (but a cloud layer has exactly three of them: `BKN03015/12`).
        if (
          isFigure(tokens.text[start + cut]) && isFigure(tokens.text[start + cut - 1]) &&
          !(cut === 6 && /^(?:FEW|SCT|BKN|OVC)\d{3}$/.test(tokens.text.slice(start, start + cut)))
        ) continue;
        if (readable(start, start + cut) && readable(start + cut, start + size)) return { cut };
      }
      return null;
    },
  },
  {
    code: "repair.strayCharacter",
    message: "A stray character before a complete group was set aside.",
    example: ["BCAVOK", "B CAVOK"],
    repair(tokens, i, readable) {
      const start = tokens.starts[i]!;
      const size = tokens.size(i);
      // The M of `M01/M01` is no stray character: without it frost would become warmth.
      if (tokens.code(i, 0) === 77 && isFigure(tokens.text[start + 1])) return null;
      return size >= 6 && !isFigure(tokens.text[start]) && readable(start + 1, start + size)
        ? { cut: 1 }
        : null;
    },
  },
  {
    code: "repair.junkAfterGroup",
    message: "Characters after a complete group were set aside.",
    example: ["FEW025HVH422", "FEW025 HVH422"],
    repair(tokens, i, readable) {
      const start = tokens.starts[i]!;
      const size = tokens.size(i);
      for (let cut = size - 1; cut >= 5; cut--) {
        // A number must not be cut short: `Q10133` is damaged, not `Q1013`.
        if (isFigure(tokens.text[start + cut]) && isFigure(tokens.text[start + cut - 1])) continue;
        if (readable(start, start + cut)) return { cut };
      }
      return null;
    },
  },
];

/**
 * Tries to repair token `i`, which no row has claimed. Returns whether `tokens` was changed, so that
 * the token at `i` should be read again; each repair is noted in `acc`. Work is bounded: tokens of more
 * than 40 characters are left alone.
 *
 * @param keyword words of the product that may be glued to a group (`28008KTBECMG`)
 */
export function repairGroup(
  tokens: Tokens,
  i: number,
  acc: Accumulator,
  section: Section,
  keyword?: (word: string) => boolean,
): boolean {
  const size = tokens.size(i);
  if (size < 3 || size > LONGEST) return false;
  // `//4SM` may have been `3/4SM`: a slash before miles stands for a lost figure, it is no stray mark.
  if (tokens.code(i, 0) === 47 && /^\/+\d{1,2}SM$/.test(tokens.word(i))) return false;
  const readable = (start: number, end: number) =>
    end - start > 1 &&
    ((keyword?.(tokens.text.slice(start, end)) ?? false) ||
      isReadable(tokens, start, end, acc, section));
  for (const row of REPAIR_ROWS) {
    const found = row.repair(tokens, i, readable);
    if (found === null) continue;
    const source = tokens.source(i);
    if ("cut" in found) tokens.split(i, found.cut);
    else {
      const before = tokens.word(i);
      tokens.respell(i, found.respelt);
      if (!readable(tokens.starts[i]!, tokens.ends[i]!)) {
        tokens.respell(i, before);
        continue;
      }
    }
    acc.note(row.code, "info", row.message, source);
    return true;
  }
  return false;
}

/** Whether a piece of text would be claimed as a group of the section, tried without consequences. */
function isReadable(
  tokens: Tokens,
  start: number,
  end: number,
  acc: Accumulator,
  section: Section,
): boolean {
  const trial = tokens.piece(start, end);
  const scratch = new Accumulator();
  scratch.stage = Math.min(acc.stage, section === BODY ? 5 : acc.stage);
  return readGroup(trial, 0, scratch, section) === 1 &&
    scratch.damaged.length === 0;
}
