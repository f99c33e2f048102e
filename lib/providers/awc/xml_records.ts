/**
 * Records of an XML bulk file: `response > data > METAR | TAF | AIRSIGMET | GAIRMET | AircraftReport`.
 *
 * @module
 */
import { SaxesParser } from "saxes";
import { BodyError, type Slicer } from "../../resilience/mod.ts";
import { DriftError } from "./content.ts";
import { createSteps } from "./steps.ts";

/** A record as found. Everything in it is text from outside. */
export interface XmlRecord {
  /** Text of each child element, first occurrence. */
  readonly fields: ReadonlyMap<string, string>;
  /** Attributes of child elements as `element@attribute`, first occurrence. */
  readonly attributes: ReadonlyMap<string, string>;
  /** `area > point`, in order; a point with an unreadable number is left out and counted. */
  readonly points: readonly (readonly [latitude: number, longitude: number])[];
  readonly badPoints: number;
}

const MAX_FIELD = 64 * 1024;
const MAX_DEPTH = 32;
const MAX_RECORDS = 200_000;
const MAX_POINTS = 2_000;
/** `response > data > RECORD`. */
const RECORD_DEPTH = 3;

/**
 * Calls `onRecord` with each element `recordName` of the file.
 *
 * @throws DriftError when the elements around the records differ; BodyError `damaged` when the text is no
 * well-formed XML or ends early, `wrongContent` for a document type (no entities are ever expanded)
 */
export async function readXmlRecords(
  text: AsyncIterable<string>,
  recordName: string,
  slicer: Slicer,
  onRecord: (record: XmlRecord) => void,
): Promise<void> {
  const parser = new SaxesParser();
  const steps = createSteps();
  await slicer.pause();
  const reader = new RecordReader(recordName, onRecord);
  parser.on("doctype", () => {
    throw new BodyError("wrongContent", "the XML has a document type, which is refused");
  });
  parser.on("opentag", (tag) => reader.open(tag.name, tag.attributes));
  parser.on("text", (piece) => reader.text(piece));
  parser.on("cdata", (piece) => reader.text(piece));
  parser.on("closetag", (tag) => reader.close(tag.name));
  try {
    for await (const chunk of text) {
      for (const piece of steps(chunk)) {
        parser.write(piece);
        await slicer.pause();
      }
    }
    parser.close();
  } catch (error) {
    if (error instanceof BodyError) throw error;
    if (error instanceof DOMException) throw error;
    throw new BodyError("damaged", `the XML is damaged: ${(error as Error).message.slice(0, 200)}`);
  }
  if (!reader.sawData) throw new DriftError("the XML has no response and data elements");
}

class RecordReader {
  sawData = false;
  readonly #name: string;
  readonly #onRecord: (record: XmlRecord) => void;
  readonly #path: string[] = [];
  #count = 0;
  #text = "";
  #fields = new Map<string, string>();
  #attributes = new Map<string, string>();
  #points: [number, number][] = [];
  #badPoints = 0;
  #latitude = NaN;
  #longitude = NaN;

  constructor(name: string, onRecord: (record: XmlRecord) => void) {
    this.#name = name;
    this.#onRecord = onRecord;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#path.push(name);
    const depth = this.#path.length;
    if (depth > MAX_DEPTH) throw new BodyError("wrongContent", "the XML is nested too deeply");
    this.#text = "";
    if (depth === 1 && name !== "response") {
      throw new DriftError(`the XML begins with ${name.slice(0, 40)}, not response`);
    }
    if (depth === 2 && name === "data") this.sawData = true;
    if (depth === RECORD_DEPTH && this.#path[1] === "data") this.#begin(name);
    if (depth === RECORD_DEPTH + 1) {
      for (const [key, value] of Object.entries(attributes)) {
        const full = `${name}@${key}`;
        if (!this.#attributes.has(full)) this.#attributes.set(full, value);
      }
    }
  }

  text(piece: string): void {
    if (this.#path.length <= RECORD_DEPTH) return;
    this.#text += piece;
    if (this.#text.length > MAX_FIELD) {
      throw new BodyError("wrongContent", "an element of the XML is too long");
    }
  }

  close(name: string): void {
    const depth = this.#path.length;
    this.#path.pop();
    if (depth === RECORD_DEPTH + 1 && !this.#fields.has(name)) this.#fields.set(name, this.#text);
    if (depth === RECORD_DEPTH + 3) {
      if (name === "latitude") this.#latitude = coordinate(this.#text, 90);
      if (name === "longitude") this.#longitude = coordinate(this.#text, 180);
    }
    if (depth === RECORD_DEPTH + 2 && name === "point") this.#point();
    if (depth === RECORD_DEPTH && name === this.#name) this.#end();
    this.#text = "";
  }

  #begin(name: string): void {
    if (name !== this.#name) {
      throw new DriftError(`the data hold ${name.slice(0, 40)}, not ${this.#name}`);
    }
    if (++this.#count > MAX_RECORDS) {
      throw new BodyError("tooLarge", "the XML has too many records");
    }
    this.#fields = new Map();
    this.#attributes = new Map();
    this.#points = [];
    this.#badPoints = 0;
  }

  #point(): void {
    if (Number.isNaN(this.#latitude + this.#longitude) || this.#points.length >= MAX_POINTS) {
      this.#badPoints++;
    } else this.#points.push([this.#latitude, this.#longitude]);
    this.#latitude = NaN;
    this.#longitude = NaN;
  }

  #end(): void {
    this.#onRecord({
      fields: this.#fields,
      attributes: this.#attributes,
      points: this.#points,
      badPoints: this.#badPoints,
    });
  }
}

/** Degrees within ± `limit`, or `NaN`; an empty text is not zero. */
function coordinate(text: string, limit: number): number {
  const value = text.trim() === "" ? NaN : Number(text);
  return Math.abs(value) <= limit ? value : NaN;
}
