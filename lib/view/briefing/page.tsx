/**
 * The briefing page: the form, the side view, and the ten sections with the raw reports beside the words.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import { CategoryBadge } from "../category.tsx";
import { t } from "../viewer.ts";
import type {
  BriefingModel,
  BriefPageModel,
  FormValues,
  RawModel,
  SectionModel,
  SentenceModel,
} from "./model.ts";
import { Profile } from "./profile.tsx";

/** The whole page; complete without script. `ask` is the island's place, for the link to a model's words. */
export function BriefPage({ model: { form, errors, briefing }, ask }: {
  model: BriefPageModel;
  ask: ComponentChildren;
}) {
  return (
    <div class="brief">
      <h1>{briefing ? `${briefing.title}: ${briefing.route}` : t("brief.title")}</h1>
      {errors.length > 0 && (
        <div class="banner bad" role="alert">
          {t("brief.errors")}
          <ul>{errors.map(({ name, detail }) => <li key={name + detail}>{detail}</li>)}</ul>
        </div>
      )}
      {briefing
        ? (
          <>
            <Result model={briefing} ask={ask} />
            <details class="card noprint">
              <summary>{t("brief.change")}</summary>
              <Form values={form} />
            </details>
          </>
        )
        : (
          <>
            <p class="soft">
              {t("brief.intro")} <a href="/ask">{t("ask.title")}</a>
            </p>
            <section class="card">
              <Form values={form} />
            </section>
          </>
        )}
    </div>
  );
}

const MINIMA = ["minCeiling", "minVisibility", "maxWind", "maxCrosswind"] as const;
type FieldName =
  | "route"
  | "departure"
  | "tas"
  | "altitude"
  | "corridor"
  | "alternates"
  | (typeof MINIMA)[number];

function Field({ name, values, hint, help, wide = false }: {
  name: FieldName;
  values: FormValues;
  hint?: string;
  /** What may be written, below the box. */
  help?: string;
  wide?: boolean;
}) {
  return (
    <label class={wide ? "wide" : undefined}>
      {t(`brief.${name}`)}
      <input
        name={name}
        value={values[name] ?? ""}
        placeholder={hint}
        autocomplete="off"
        spellcheck={false}
        maxLength={name === "route" ? 400 : 40}
        required={name === "route"}
      />
      {help && <small>{help}</small>}
    </label>
  );
}

const KINDS = ["standard", "abbreviated", "outlook"] as const;

function Form({ values }: { values: FormValues }) {
  const filled = (name: string) => (values[name] ?? "") !== "";
  return (
    <form class="flight" action="/brief">
      <Field name="route" values={values} hint="KJFK,KBOS" help={t("brief.routeHint")} wide />
      <Field name="departure" values={values} hint="1800Z" help={t("brief.departureHint")} />
      <Field name="tas" values={{ tas: "110", ...values }} />
      <Field name="altitude" values={{ altitude: "6500", ...values }} />
      <Field name="corridor" values={{ corridor: "25", ...values }} />
      <label>
        {t("brief.kind")}
        <select name="kind">
          {KINDS.map((kind) => (
            <option key={kind} value={kind} selected={(values["kind"] ?? "standard") === kind}>
              {t(`brief.kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <Field name="alternates" values={values} hint="KPVD,KBDL" />
      <details class="wide" open={MINIMA.some(filled)}>
        <summary>{t("brief.minima")}</summary>
        <div class="flight">
          {MINIMA.map((name) => <Field key={name} name={name} values={values} />)}
        </div>
      </details>
      <button type="submit">{t("brief.submit")}</button>
    </form>
  );
}

function Result({ model, ask }: { model: BriefingModel; ask: ComponentChildren }) {
  const { links } = model;
  return (
    <>
      <p class="soft">{t("brief.made", { time: model.madeAt })} {t("brief.software")}</p>
      {model.changes && <p class="banner" role="status">{model.changes}</p>}
      <ul class="said">{model.flight.map((one) => <Sentence key={one.id} model={one} />)}</ul>
      <p class="links noprint">
        <a href={links.again}>{t("brief.again")}</a>
        <a href={links.share}>{t("brief.share")}</a>
        <a href={links.short}>{t("brief.short")}</a>
        <a href={links.full}>{t("brief.full")}</a>
        <a href={links.json}>{t("brief.json")}</a>
      </p>
      <PlainLanguage model={model} ask={ask} />
      <Profile model={model.profile} />
      <div class="secs">
        {model.sections.map((section) => <BriefSection key={section.number} model={section} />)}
      </div>
    </>
  );
}

/** Who wrote the sentences below, and the way to the other text. */
function PlainLanguage(
  { model: { plain, model, links }, ask }: { model: BriefingModel; ask: ComponentChildren },
) {
  if (plain === null && model === null) return null;
  return (
    <section class="card plain">
      <h2>{t("brief.plain.title")}</h2>
      <p role={plain === null ? undefined : "status"}>{plain ?? t("brief.plain.template")}</p>
      {plain === null
        ? (
          <div class="noprint">
            {ask} <p class="soft">{t("brief.plain.askHint")}</p>
          </div>
        )
        : (
          <p class="noprint">
            <a href={links.share}>{t("brief.plain.back")}</a>
          </p>
        )}
    </section>
  );
}

function BriefSection(
  { model: { number, title, state, sentences, raw } }: { model: SectionModel },
) {
  return (
    <section class={state === "given" ? "card sec" : "card sec none"}>
      <h2>
        {number}. {title}
        {state !== "given" && <small>{t(`brief.${state}`)}</small>}
      </h2>
      <div class={raw.length > 0 ? "pair" : undefined}>
        <ul class="said">{sentences.map((one) => <Sentence key={one.id} model={one} />)}</ul>
        {raw.length > 0 && (
          <div class="raws">
            <h3>{t("brief.raw")}</h3>
            {raw.map((one) => <Raw key={one.id} model={one} />)}
          </div>
        )}
      </div>
    </section>
  );
}

/** A sentence with its marks and links. */
export function Sentence({ model: { id, parts, hazard, category, report, news, byModel } }: {
  model: SentenceModel;
}) {
  return (
    <li id={id} class={hazard ? "danger" : undefined}>
      {news && <b class="news">{t(news === "added" ? "brief.new" : "brief.changed")}</b>}
      {category !== undefined && <CategoryBadge category={category} />}{" "}
      {parts.map(({ text, href }) =>
        href === undefined ? text : <a key={href} href={href}>{text}</a>
      )}
      {byModel && (
        <>
          {" "}
          <small class="soft">({t("brief.plain.mark")})</small>
        </>
      )}
      {report && (
        <>
          {" "}
          <a class="to" href={report.href}>{report.label}</a>
        </>
      )}
    </li>
  );
}

/** A raw report whose tokens can be reached. */
export function Raw(
  { model: { id, label, about, stale, record, pieces, excerpt } }: { model: RawModel },
) {
  return (
    <div class={record ? "rep rec" : "rep"} id={id}>
      <p class="soft">
        <b>{label}</b> {about}
        {excerpt && ` (${t("brief.excerpt")})`}
      </p>
      <p
        class={stale ? "raw old-raw" : "raw"}
        lang="zxx"
        translate={false}
        tabindex={record ? 0 : undefined}
      >
        {pieces.map(({ text, id, unparsed }, i) =>
          unparsed
            ? <mark key={i}>{text}</mark>
            : id === undefined
            ? text
            : <span key={i} id={id}>{text}</span>
        )}
      </p>
    </div>
  );
}
