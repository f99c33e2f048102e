/**
 * Records of a JSON file: one array of objects, read an object at a time as the text comes in, so that a file
 * of any length neither blocks the event loop nor is held twice.
 *
 * @module
 */
import { BodyError, type Slicer } from "../../resilience/mod.ts";
import { createSteps } from "./steps.ts";

/** A record as found. Everything in it is from outside. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const MAX_CHARACTERS = 256 * 1024;
const MAX_DEPTH = 16;
const MAX_RECORDS = 200_000;

/**
 * Calls `onRecord` with each object of the array.
 *
 * @throws BodyError `damaged` when the text is no JSON or ends early; `wrongContent` when it is no array of
 * objects, or an object is too deep or too long
 */
export async function readJsonRecords(
  text: AsyncIterable<string>,
  slicer: Slicer,
  onRecord: (record: JsonRecord) => void,
): Promise<void> {
  const cutter = new RecordCutter(onRecord);
  const steps = createSteps();
  await slicer.pause();
  for await (const chunk of text) {
    for (const piece of steps(chunk)) {
      cutter.write(piece);
      await slicer.pause();
    }
  }
  cutter.end();
}

/** Between records of the array: what may come next. */
type Expected = "array" | "recordOrEnd" | "record" | "commaOrEnd" | "nothing";

/** Finds the objects of an array by their braces; each is then parsed by itself. */
class RecordCutter {
  readonly #onRecord: (record: JsonRecord) => void;
  #expected: Expected = "array";
  #depth = 0;
  #inString = false;
  #escaped = false;
  #held = "";
  #count = 0;

  constructor(onRecord: (record: JsonRecord) => void) {
    this.#onRecord = onRecord;
  }

  write(piece: string): void {
    let start = 0;
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (this.#depth === 0) {
        if (this.#begins(code)) start = at;
      } else if (this.#inside(code)) {
        this.#record(this.#held + piece.slice(start, at + 1));
        this.#held = "";
      }
    }
    if (this.#depth === 0) return;
    this.#held += piece.slice(start);
    if (this.#held.length > MAX_CHARACTERS) {
      throw new BodyError("wrongContent", "a record of the JSON is too long");
    }
  }

  /** @throws BodyError `damaged` unless the array was closed */
  end(): void {
    if (this.#expected !== "nothing") throw new BodyError("damaged", "the JSON is cut off");
  }

  /** Whether a record begins with this character, which stands between records. */
  #begins(code: number): boolean {
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) return false;
    const expected = this.#expected;
    // A mark of byte order may stand before the array.
    if (expected === "array" && code === 0xfeff) return false;
    if (expected === "array" && code === 0x5b) this.#expected = "recordOrEnd";
    else if ((expected === "recordOrEnd" || expected === "record") && code === 0x7b) {
      this.#depth = 1;
      return true;
    } else if ((expected === "recordOrEnd" || expected === "commaOrEnd") && code === 0x5d) {
      this.#expected = "nothing";
    } else if (expected === "commaOrEnd" && code === 0x2c) this.#expected = "record";
    else throw new BodyError("wrongContent", "the file is no JSON array of objects");
    return false;
  }

  /** Whether the record ends with this character. */
  #inside(code: number): boolean {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (code === 0x5c) this.#escaped = true;
      else if (code === 0x22) this.#inString = false;
      return false;
    }
    if (code === 0x22) this.#inString = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++this.#depth > MAX_DEPTH) {
        throw new BodyError("wrongContent", "the JSON is nested too deeply");
      }
    } else if (code === 0x7d || code === 0x5d) return --this.#depth === 0;
    return false;
  }

  #record(text: string): void {
    if (++this.#count > MAX_RECORDS) {
      throw new BodyError("tooLarge", "the JSON has too many records");
    }
    this.#expected = "commaOrEnd";
    let record: JsonRecord;
    try {
      record = JSON.parse(text);
    } catch {
      throw new BodyError("damaged", `record ${this.#count} of the JSON is damaged`);
    }
    this.#onRecord(record);
  }
}
