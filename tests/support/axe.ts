/**
 * What axe says of a page, by the rules of WCAG 2.2 AA.
 *
 * @module
 */
import type { Result } from "axe-core";
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** One rule that a page breaks. */
export interface Violation {
  readonly isSerious: boolean;
  /** The rule and the first place where it is broken. */
  readonly text: string;
}

/** Rules that the colours of a page alone may break. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** What is looked at. */
export interface AxeOptions {
  /** Selector of what is not looked at. */
  readonly exclude?: string;
  /** Colours alone: for a page that was looked at in other colours before. */
  readonly coloursOnly?: boolean;
}

/** Every rule that a page breaks. Axe comes into a document once, for as many looks as are wanted. */
export async function violationsOf(page: Page, options: AxeOptions = {}): Promise<Violation[]> {
  if (!await page.evaluate("'axe' in globalThis")) {
    const { default: axe } = await import("axe-core");
    await page.evaluate(axe.source);
  }
  const context = options.exclude === undefined
    ? "document"
    : JSON.stringify({ exclude: [options.exclude] });
  const runOnly = options.coloursOnly
    ? { type: "rule", values: OF_COLOURS }
    : { type: "tag", values: TAGS };
  const run = { runOnly, resultTypes: ["violations"] };
  const found = await page.evaluate(
    `axe.run(${context}, ${JSON.stringify(run)}).then(({ violations }) => violations)`,
  ) as Result[];
  return found.map(({ id, impact, nodes }) => ({
    isSerious: impact === "serious" || impact === "critical",
    text: `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
  }));
}

/** Those that are serious or critical, as text. */
export async function seriousViolations(page: Page, options?: AxeOptions): Promise<string[]> {
  const found = await violationsOf(page, options);
  return found.filter((one) => one.isSerious).map((one) => one.text);
}
