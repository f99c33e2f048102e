/**
 * Pages are written in ASCII: characters beyond it stand by their number.
 *
 * @module
 */

/** Markup with the characters themselves in the place of their numbers: `10 &#176;C` is `10 °C`. */
export function withCharacters(html: string): string {
  return html.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}
