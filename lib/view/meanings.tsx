import type { TokenMeaning } from "../products/product.ts";
import { type TokenPrefix } from "./tokens.ts";

/** Each group of a report with its element, what it means and, with `rules`, the paragraph of the standard. */
export function Meanings({ meanings, prefix, rules = false }: {
  meanings: readonly TokenMeaning[];
  prefix: TokenPrefix;
  rules?: boolean;
}) {
  return (
    <dl class="means">
      {meanings.map(({ source, element, meaning, rule }) => (
        <div key={source.start} id={`d-${prefix}${source.start}`}>
          <dt>
            <a href={`#${prefix}${source.start}`} lang="zxx">{source.text}</a>
          </dt>
          <dd>
            {meaning}
            {rules && <small>{rule === undefined ? ` ${element}` : ` ${element} · ${rule}`}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
