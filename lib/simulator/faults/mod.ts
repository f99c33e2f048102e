/**
 * Faults that can be switched on and off while the provider runs, for all of it or for one product.
 *
 * @module
 */
import type { WireAnswer, WireWriter } from "../wire.ts";
import { writePlain } from "../wire.ts";
import { CONTENT_FAULTS } from "./content.ts";
import { compress, DEFAULT_SETTINGS, type FaultSettings, WIRE_FAULTS } from "./kinds.ts";

export type { FaultSettings } from "./kinds.ts";

/** Every kind of fault. `frozen` stops the provider's clock and is no writer. */
export const FAULT_KINDS: readonly string[] = [
  ...Object.keys(WIRE_FAULTS),
  ...Object.keys(CONTENT_FAULTS),
  "frozen",
];

/** A fault switched on. */
export interface ActiveFault extends Partial<FaultSettings> {
  readonly kind: string;
  /** Part of the path: `metars`, `tafs.cache`, `/api/data/pirep`, `checkwx`. Empty for everything. */
  readonly path?: string;
  /** How many answers it spoils before it goes away by itself. */
  readonly times?: number;
}

/** The board of switches. */
export interface FaultBoard {
  /** Replaces all faults. Throws a `RangeError` that names what is wrong. */
  set(faults: readonly ActiveFault[]): void;
  readonly active: readonly ActiveFault[];
  /** The writer for a request, or `null` when nothing is switched on for it. */
  writerFor(request: Request): WireWriter | null;
  /** Whether the feed behind `path` stands still. */
  isFrozen(path: string): boolean;
}

/** A board with everything off. Control requests are never spoiled. */
export function createFaultBoard(): FaultBoard {
  let active: { fault: ActiveFault; left: number }[] = [];
  const matches = (fault: ActiveFault, path: string) =>
    !path.startsWith("/_control/") && path.includes(fault.path ?? "");
  return {
    set(faults) {
      for (const fault of faults) check(fault);
      active = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));
    },
    get active() {
      return active.filter(({ left }) => left > 0).map(({ fault }) => fault);
    },
    isFrozen: (path) => active.some(({ fault }) => fault.kind === "frozen" && matches(fault, path)),
    writerFor(request) {
      const { pathname } = new URL(request.url);
      const found = active.find(({ fault, left }) =>
        left > 0 && fault.kind !== "frozen" && matches(fault, pathname)
      );
      if (found === undefined) return null;
      found.left--;
      return writerOf(found.fault);
    },
  };
}

function check(fault: ActiveFault): void {
  if (!FAULT_KINDS.includes(fault.kind)) {
    throw new RangeError(`unknown fault "${fault.kind}"; known: ${FAULT_KINDS.join(", ")}`);
  }
  const numbers = [fault.delayMs, fault.pieceBytes, fault.bombBytes, fault.times];
  if (numbers.some((n) => n !== undefined && !(n >= 0 && Number.isFinite(n)))) {
    throw new RangeError("delayMs, pieceBytes, bombBytes and times must be numbers from 0");
  }
}

function writerOf(fault: ActiveFault): WireWriter {
  const settings = { ...DEFAULT_SETTINGS, ...fault };
  const wire = WIRE_FAULTS[fault.kind];
  if (wire !== undefined) return (...args) => wire(settings, ...args);
  const content = CONTENT_FAULTS[fault.kind]!;
  return async (socket, answer, stopped) => {
    const body = await spoil(answer, content);
    answer.headers.delete("etag");
    answer.headers.delete("last-modified");
    return writePlain(socket, { ...answer, body }, stopped);
  };
}

async function spoil(
  answer: WireAnswer,
  content: (text: string) => string | Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const zipped = answer.body[0] === 0x1f && answer.body[1] === 0x8b;
  const plain = zipped
    ? new Response(new Blob([answer.body]).stream().pipeThrough(new DecompressionStream("gzip")))
    : new Response(answer.body);
  const changed = content(await plain.text());
  const bytes = typeof changed === "string" ? new TextEncoder().encode(changed) : changed;
  return zipped ? await compress(bytes) : bytes;
}
