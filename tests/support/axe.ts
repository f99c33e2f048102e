/**
 * What axe says of a page, by the rules of WCAG 2.2 AA.
 *
 * @module
 */
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** One rule that a page breaks. */
export interface Violation {
  readonly isSerious: boolean;
  /** The rule and the first place where it is broken. */
  readonly text: string;
}

/** Every rule that a page breaks; `exclude` is a selector of what is not looked at. */
export async function violationsOf(page: Page, exclude?: string): Promise<Violation[]> {
  const { AxeBuilder } = await import("@axe-core/playwright");
  const axe = new AxeBuilder({ page }).withTags(TAGS);
  if (exclude !== undefined) axe.exclude(exclude);
  const { violations } = await axe.analyze();
  return violations.map(({ id, impact, nodes }) => ({
    isSerious: impact === "serious" || impact === "critical",
    text: `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
  }));
}

/** Those that are serious or critical, as text. */
export async function seriousViolations(page: Page, exclude?: string): Promise<string[]> {
  const found = await violationsOf(page, exclude);
  return found.filter((one) => one.isSerious).map((one) => one.text);
}
