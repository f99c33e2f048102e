import type { Source } from "../products/product.ts";
import { segments, type TokenPrefix } from "./tokens.ts";

/**
 * A raw report, verbatim, in which each group that a decoded value speaks of can be reached and leads
 * back to it; groups that nobody understood are marked.
 *
 * @param targets ids of decoded items by token start; a token without one is not a link
 */
export function RawReport({ raw, prefix, tokens, unparsed, targets, label }: {
  raw: string;
  prefix: TokenPrefix;
  tokens: readonly Source[];
  unparsed: readonly Source[];
  targets: ReadonlyMap<number, string>;
  label: string;
}) {
  return (
    <p class="raw" lang="zxx" translate={false} aria-label={label} role="group">
      {segments(raw, tokens, unparsed).map((segment) => {
        const id = prefix + segment.start;
        if (segment.kind === "plain") return segment.text;
        if (segment.kind === "unparsed") return <mark key={id} id={id}>{segment.text}</mark>;
        const target = targets.get(segment.start);
        return target === undefined
          ? <span key={id} class="g" id={id}>{segment.text}</span>
          : (
            <a class={prefix === "t" ? "g" : undefined} key={id} id={id} href={`#${target}`}>
              {segment.text}
            </a>
          );
      })}
    </p>
  );
}
