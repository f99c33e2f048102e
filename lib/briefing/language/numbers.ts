/**
 * Numbers of a sentence against those of its template: which one each of them repeats.
 *
 * @module
 */
import type { Claims, NumberClaim } from "./claims.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Dimension } from "./tokens.ts";

/**
 * Largest error of a converted number in the base unit (m/s, m, hPa, °C) beside the rounding that is seen: a rounded value is
 * never far from the reported one. What has no other unit has no error.
 */
const LARGEST_ERROR: Readonly<Partial<Record<Dimension, (value: number) => number>>> = {
  speed: (value) => Math.max(0.02 * value, 0.26),
  length: (value) => 0.02 * value,
  pressure: () => 0.6,
  temperature: () => 0.56,
};

/** A number of a sentence with the number of the template that it repeats. */
export interface NumberMatch {
  readonly said: NumberClaim;
  readonly known: NumberClaim;
}

/** Each number of `said` with the one of the template that it was found right by, or why one is wrong. */
export function matchNumbers(said: Claims, template: Claims): readonly NumberMatch[] | Refusal {
  const matches: NumberMatch[] = [];
  for (const number of said.numbers) {
    const same = template.numbers.filter((known) => isSameNumber(number, known));
    const { text } = number.token;
    if (same.length === 0) return refuse("number", `${number.of} ${text}`);
    const bounded = same.filter(({ bound }) => bound === number.bound);
    if (bounded.length === 0) return refuse("bound", `${number.of} ${text}`);
    const right = bounded.filter((known) =>
      known.datum === number.datum || (number.datum === null && known.datum !== "MSL")
    );
    const known = nearest(number, right);
    if (known === null) return refuse("datum", `${number.of} ${text}`);
    matches.push({ said: number, known });
  }
  return toldTwice(matches) ?? wrongOrder(said, template) ?? matches;
}

/**
 * A converted number beside one that repeats the same number of the template: it may stand for another one that it
 * only looks like. `few at 5,500 m, few at 18,000 ft` of `few at 5,500 ft, few at 18,000 ft` has a wrong unit, though
 * 18,000 ft are 5,500 m.
 */
function toldTwice(matches: readonly NumberMatch[]): Refusal | null {
  const converted = matches.find(({ said, known }) =>
    said.token.unit !== known.token.unit &&
    matches.some((other) => other.said !== said && other.known === known)
  );
  return converted === undefined
    ? null
    : refuse("number", `${converted.said.of} ${converted.said.token.text}`);
}

/** A number that was rounded may be that of several: it is that of the nearest, of equal ones the first. */
function nearest({ token }: NumberClaim, known: readonly NumberClaim[]): NumberClaim | null {
  const distance = (one: NumberClaim) => Math.abs(one.token.value - token.value);
  return known.reduce<NumberClaim | null>(
    (best, one) => best === null || distance(one) < distance(best) ? one : best,
    null,
  );
}

/** Two numbers of one thing in one clause, a lower and an upper end, stand as in the template. */
function wrongOrder(said: Claims, template: Claims): Refusal | null {
  for (const [i, first] of said.numbers.entries()) {
    for (const second of said.numbers.slice(i + 1)) {
      if (first.clause !== second.clause || first.of !== second.of) continue;
      const inOrder = template.numbers.some((a, k) =>
        isSameNumber(first, a) &&
        template.numbers.slice(k + 1).some((b) => b.clause === a.clause && isSameNumber(second, b))
      );
      if (!inOrder && isOneRange(template, first, second)) {
        return refuse("number", `${first.token.text} before ${second.token.text}`);
      }
    }
  }
  return null;
}

/** Whether the two are ends of one range of the template. */
function isOneRange(template: Claims, first: NumberClaim, second: NumberClaim): boolean {
  return template.numbers.some((a) =>
    isSameNumber(first, a) &&
    template.numbers.some((b) => b.clause === a.clause && a !== b && isSameNumber(second, b))
  );
}

function isSameNumber(said: NumberClaim, known: NumberClaim): boolean {
  const [a, b] = [said.token, known.token];
  if (a.dimension !== b.dimension || said.of !== known.of || said.toward !== known.toward) {
    return false;
  }
  const isHeight = a.dimension === "length" || a.dimension === "level";
  if (isHeight && said.end !== known.end) return false;
  if (a.unit === b.unit) return a.written === b.written;
  const most = LARGEST_ERROR[a.dimension]?.(Math.abs(b.value)) ?? 0;
  return Math.abs(a.value - b.value) <= Math.min(a.half, most) + 1e-9;
}
