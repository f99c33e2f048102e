/**
 * Sentences out of an answer that is still coming: each is handed on when its last brace has come.
 *
 * @module
 */
import type { DraftSentence } from "../language/mod.ts";

/** Most characters of an answer that are looked at. */
const MAX_ANSWER = 16_384;
/** Most sentences of an answer. */
const MAX_SENTENCES = 64;
const MAX_ID = 12;
const MAX_TEXT = 700;

/** Reads `{"sentences":[{"factId":"f1","text":"…"},…]}` in pieces of any size. */
export class SentenceReader {
  #seen = 0;
  #given = 0;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #object = "";
  #isDamaged = false;

  /** Whether something came that is not of the form. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  /** The sentences that `piece` completes. */
  read(piece: string): DraftSentence[] {
    const found: DraftSentence[] = [];
    for (const sign of piece) {
      if (this.#given >= MAX_SENTENCES || this.#seen >= MAX_ANSWER) break;
      this.#seen++;
      // Depth 3: the object of the answer, the list, the sentence.
      if (this.#depth >= 3 || (this.#depth === 2 && sign === "{")) this.#object += sign;
      if (!this.#step(sign)) continue;
      const draft = draftOf(this.#object);
      this.#object = "";
      if (draft === null) this.#isDamaged = true;
      else {
        found.push(draft);
        this.#given++;
      }
    }
    return found;
  }

  /** Whether `sign` ends a sentence. */
  #step(sign: string): boolean {
    if (this.#inString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (sign === "\\") this.#isEscaped = true;
      else if (sign === '"') this.#inString = false;
      return false;
    }
    if (sign === '"') this.#inString = true;
    else if (sign === "{" || sign === "[") this.#depth++;
    else if (sign === "}" || sign === "]") {
      this.#depth = Math.max(0, this.#depth - 1);
      return sign === "}" && this.#depth === 2;
    }
    return false;
  }
}

function draftOf(text: string): DraftSentence | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { factId, text: sentence } = value as Readonly<Record<string, unknown>>;
  if (typeof factId !== "string" || typeof sentence !== "string") return null;
  if (factId.length > MAX_ID || sentence.length > MAX_TEXT) return null;
  return { text: sentence, factIds: [factId] };
}
