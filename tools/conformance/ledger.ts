/**
 * The ledger of agreements and differences, and the table printed from it.
 *
 * @module
 */
import { reviewedRule } from "./reviewed.ts";

/** One comparison of one field of one report. */
export interface Finding {
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly agrees: boolean;
  /** Where in the report: `period 3`. */
  readonly where?: string;
  /** The maker's known mistake that explains a difference, with the rule that decides. */
  readonly rule?: string;
}

/** A finding with the report it is about. */
export interface Difference extends Finding {
  readonly product: string;
  readonly id: string;
  readonly raw: string;
}

interface Tally {
  agreed: number;
  differed: number;
  reviewed: number;
}

/** Counts findings by product and field and keeps the differences. */
export class Ledger {
  readonly differences: Difference[] = [];
  /** Differences that a rule decides against the maker. */
  readonly reviewed: Difference[] = [];
  readonly #tallies = new Map<string, Tally>();

  /** Enters `findings` about the report `id`. */
  enter(product: string, id: string, raw: string, findings: Iterable<Finding>): void {
    for (const finding of findings) {
      const tally = this.#tallyOf(product, finding.field);
      if (finding.agrees) {
        tally.agreed++;
        continue;
      }
      const rule = finding.rule ?? reviewedRule(id, finding.field, finding.where);
      const difference = { ...finding, product, id, raw };
      if (rule === undefined) {
        tally.differed++;
        this.differences.push(difference);
      } else {
        tally.reviewed++;
        this.reviewed.push({ ...difference, rule });
      }
    }
  }

  /** Rows in the order in which fields were first met. */
  rows(): LedgerRow[] {
    return [...this.#tallies].map(([key, { agreed, differed, reviewed }]) => {
      const [product = "", field = ""] = key.split("\t");
      const counted = agreed + differed;
      return {
        product,
        field,
        count: counted + reviewed,
        reviewed,
        differed,
        agreement: counted === 0 ? 100 : 100 * agreed / counted,
      };
    });
  }

  #tallyOf(product: string, field: string): Tally {
    const key = `${product}\t${field}`;
    let tally = this.#tallies.get(key);
    if (tally === undefined) {
      tally = { agreed: 0, differed: 0, reviewed: 0 };
      this.#tallies.set(key, tally);
    }
    return tally;
  }
}

/** Agreement on one field of one product; what is the maker's mistake is counted apart. */
export interface LedgerRow {
  readonly product: string;
  readonly field: string;
  readonly count: number;
  readonly reviewed: number;
  readonly differed: number;
  /** Percent of the comparisons not decided against the maker. */
  readonly agreement: number;
}
