/** Which stored encoding to send (RFC 9110 section 12.5.3). @module */

export type Encoding = "br" | "gzip" | "identity";

/**
 * The best of `available` for an `Accept-Encoding` value (null: none sent): highest weight, and of equals
 * the first listed. Identity stays possible even when refused, since an answer beats a 406 here.
 */
export function chooseEncoding(
  header: string | null,
  available: readonly ("br" | "gzip")[],
): Encoding {
  if (header === null || available.length === 0) return "identity";
  const weights = readWeights(header);
  let best: Encoding = "identity";
  let bestWeight = 0;
  for (const encoding of available) {
    const weight = weights.get(encoding) ?? weights.get("*") ?? 0;
    if (weight > bestWeight) [best, bestWeight] = [encoding, weight];
  }
  return (weights.get("identity") ?? 0) > bestWeight ? "identity" : best;
}

function readWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const item of header.slice(0, 500).toLowerCase().split(",")) {
    const [name = "", ...parameters] = item.trim().split(";");
    const q = parameters.map((text) => text.trim()).find((text) => text.startsWith("q="));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    weights.set(name.trim(), weight >= 0 && weight <= 1 ? weight : 0);
  }
  return weights;
}
