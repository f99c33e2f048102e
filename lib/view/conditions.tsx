/**
 * The card with the latest METAR: category, age, the items in the order in which pilots read them.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import { type FreshnessState, isPastLimit } from "../derive/freshness.ts";
import type { Source } from "../products/product.ts";
import { CategoryBadge, categoryLetter, RuleBadge } from "./category.tsx";
import { RawReport } from "./raw_report.tsx";
import type { ConditionsModel, Item, Latest, RawModel, RuleModel } from "./station_model.ts";
import { tokenId, type TokenPrefix } from "./tokens.ts";
import { t } from "./viewer.ts";

/** Category and age, then each item beside the group that it was read from. `age` is the live age. */
export function Conditions({ latest, hero, items, age }: {
  latest: Latest;
  /** `Hero` and `Items`, which stay the same while the age goes on. */
  hero: ComponentChildren;
  items: ComponentChildren;
  age: ComponentChildren;
}) {
  return (
    <section
      class="card"
      id="now"
      data-freshness={latest.freshness}
      aria-label={t("station.observation")}
    >
      {hero}
      <div id={latest.timeId}>{age}</div>
      {items}
      <p class="src">{latest.source}</p>
    </section>
  );
}

/** The category, of a report that is not past its limit, and its reason. */
export function Hero({ model, freshness }: { model: ConditionsModel; freshness: FreshnessState }) {
  const { category } = model;
  // Between two renderings the style sheet hides it; a report past its limit never gets it, not even unstyled.
  const isPast = isPastLimit(freshness);
  return (
    <div class="hero">
      {!isPast && model.rule && <Rule rule={model.rule} />}
      {!isPast && <CategoryBadge category={category.category} />}
      <p class="old">{t("station.notCurrent")}</p>
      {!isPast && (
        <p class="why">
          <span class="soft">
            {t("rules.us")}
            {category.category && ` ${category.category} (${categoryLetter(category.category)})`}
          </span>
          <br />
          {category.reason} <Tokens prefix="t" sources={category.sources} inline />
        </p>
      )}
    </div>
  );
}

/** Each decoded item, and what a value may not be trusted for. */
export function Items({ model }: { model: ConditionsModel }) {
  return (
    <>
      <dl class="items">{model.items.map((item) => <ItemRow key={item.id} item={item} />)}</dl>
      {model.warnings.length > 0 && (
        <ul class="banner warnings" aria-label={t("station.limits")}>
          {model.warnings.map((warning) => <li key={warning}>{warning}</li>)}
        </ul>
      )}
    </>
  );
}

/** The badge of the rules chosen, and its groups; the US category follows it. */
function Rule({ rule: { label, word, note, sources } }: { rule: RuleModel }) {
  return (
    <>
      <RuleBadge word={word} />
      <p class="why">
        <span class="soft">{label}</span>
        <br />
        {word === null ? t("rules.unknown") : note} <Tokens prefix="t" sources={sources} inline />
      </p>
    </>
  );
}

function ItemRow({ item }: { item: Item }) {
  return (
    <div id={item.id} class={item.absent && "absent"}>
      <dt>{item.label}</dt>
      <dd>
        <b>{item.value}</b>
        {item.details.map((detail) => <span key={detail}>{detail}</span>)}
      </dd>
      <dd class="toks">
        <Tokens prefix="t" sources={item.sources} />
      </dd>
    </div>
  );
}

/** Links to groups of the raw report, each showing the group itself. */
export function Tokens({ prefix, sources, inline = false }: {
  prefix: TokenPrefix;
  sources: readonly Source[];
  inline?: boolean;
}) {
  return (
    <>
      {sources.map((source) => (
        <a class={inline ? "raw-link" : "tok"} href={`#${tokenId(prefix, source)}`}>
          <span class="vh">{t("station.from")}&nbsp;</span>
          <code lang="zxx">{source.text}</code>
        </a>
      ))}
    </>
  );
}

/** The card of a raw report; `raw` is its `RawText`. */
export function RawCard({ title, raw, children }: {
  title: string;
  raw: ComponentChildren;
  children?: ComponentChildren;
}) {
  return (
    <section class="card" aria-label={title}>
      <h2>{title}</h2>
      {raw}
      {children}
    </section>
  );
}

/** The raw report as received, and below it what was noticed or not understood. */
export function RawText({ title, prefix, raw }: {
  title: string;
  prefix: TokenPrefix;
  raw: RawModel;
}) {
  return (
    <>
      <RawReport
        raw={raw.text}
        prefix={prefix}
        tokens={raw.tokens}
        unparsed={raw.unparsed}
        targets={raw.targets}
        label={t("station.asReceived", { title })}
      />
      <Notes raw={raw} prefix={prefix} />
    </>
  );
}

function Notes({ raw, prefix }: { raw: RawModel; prefix: TokenPrefix }) {
  if (raw.unparsed.length === 0 && raw.issues.length === 0) return null;
  return (
    <ul class="notes">
      {raw.unparsed.length > 0 && (
        <li>
          <b>{t("station.notUnderstood")}</b>{" "}
          <Tokens prefix={prefix} sources={raw.unparsed} inline />
        </li>
      )}
      {raw.issues.map((issue) => <li key={issue}>{issue}</li>)}
    </ul>
  );
}
