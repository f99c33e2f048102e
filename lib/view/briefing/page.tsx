/**
 * The briefing page: the form, the side view, and the ten sections with the raw reports beside the words.
 *
 * @module
 */
import { CategoryBadge } from "../category.tsx";
import type {
  BriefingModel,
  BriefPageModel,
  FormValues,
  RawModel,
  SectionModel,
  SentenceModel,
} from "./model.ts";
import { Profile } from "./profile.tsx";
import { b, type BriefKey } from "./words.ts";

/** The whole page; complete without script. */
export function BriefPage({ model: { form, errors, briefing } }: { model: BriefPageModel }) {
  return (
    <div class="brief">
      <h1>{briefing ? `${briefing.title}: ${briefing.route}` : b("title")}</h1>
      {errors.length > 0 && (
        <div class="banner bad" role="alert">
          {b("errors")}
          <ul>{errors.map(({ name, detail }) => <li key={name + detail}>{detail}</li>)}</ul>
        </div>
      )}
      {briefing
        ? (
          <>
            <Result model={briefing} />
            <details class="card noprint">
              <summary>{b("change")}</summary>
              <Form values={form} />
            </details>
          </>
        )
        : (
          <>
            <p class="soft">{b("intro")}</p>
            <section class="card">
              <Form values={form} />
            </section>
          </>
        )}
    </div>
  );
}

function Field({ name, values, hint, help, wide = false }: {
  name: BriefKey;
  values: FormValues;
  hint?: string;
  /** What may be written, below the box. */
  help?: string;
  wide?: boolean;
}) {
  return (
    <label class={wide ? "wide" : undefined}>
      {b(name)}
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
  const minima = ["minCeiling", "minVisibility", "maxWind", "maxCrosswind"] as const;
  return (
    <form class="flight" action="/brief">
      <Field name="route" values={values} hint="KJFK,KBOS" help={b("routeHint")} wide />
      <Field name="departure" values={values} hint="1800Z" help={b("departureHint")} />
      <Field name="tas" values={{ tas: "110", ...values }} />
      <Field name="altitude" values={{ altitude: "6500", ...values }} />
      <Field name="corridor" values={{ corridor: "25", ...values }} />
      <label>
        {b("kind")}
        <select name="kind">
          {KINDS.map((kind) => (
            <option key={kind} value={kind} selected={(values["kind"] ?? "standard") === kind}>
              {b(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <Field name="alternates" values={values} hint="KPVD,KBDL" />
      <details class="wide" open={minima.some(filled)}>
        <summary>{b("minima")}</summary>
        <div class="flight">
          {minima.map((name) => <Field key={name} name={name} values={values} />)}
        </div>
      </details>
      <button type="submit">{b("submit")}</button>
    </form>
  );
}

function Result({ model }: { model: BriefingModel }) {
  const { links } = model;
  return (
    <>
      <p class="soft">{b("made", { time: model.madeAt })} {b("software")}</p>
      {model.changes && <p class="banner" role="status">{model.changes}</p>}
      <ul class="said">{model.flight.map((one) => <Sentence key={one.id} model={one} />)}</ul>
      <p class="links noprint">
        <a href={links.again}>{b("again")}</a>
        <a href={links.share}>{b("share")}</a>
        <a href={links.short}>{b("short")}</a>
        <a href={links.full}>{b("full")}</a>
        <a href={links.json}>{b("json")}</a>
      </p>
      <PlainLanguage model={model} />
      <Profile model={model.profile} />
      <div class="secs">
        {model.sections.map((section) => <BriefSection key={section.number} model={section} />)}
      </div>
    </>
  );
}

/** Who wrote the sentences below, and the way to the other text. */
function PlainLanguage({ model: { plain, model, links } }: { model: BriefingModel }) {
  if (plain === null && model === null) return null;
  return (
    <section class="card plain">
      <h2>{b("plain.title")}</h2>
      <p role={plain === null ? undefined : "status"}>{plain ?? b("plain.template")}</p>
      <p class="noprint">
        {plain === null
          ? (
            <>
              <a href={links.model} rel="nofollow">{b("plain.ask", { model: model ?? "" })}</a>{" "}
              <span class="soft">{b("plain.askHint")}</span>
            </>
          )
          : <a href={links.share}>{b("plain.back")}</a>}
      </p>
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
        {state !== "given" && <small>{b(state)}</small>}
      </h2>
      <div class={raw.length > 0 ? "pair" : undefined}>
        <ul class="said">{sentences.map((one) => <Sentence key={one.id} model={one} />)}</ul>
        {raw.length > 0 && (
          <div class="raws">
            <h3>{b("raw")}</h3>
            {raw.map((one) => <Raw key={one.id} model={one} />)}
          </div>
        )}
      </div>
    </section>
  );
}

function Sentence({ model: { id, parts, hazard, category, report, news, byModel } }: {
  model: SentenceModel;
}) {
  return (
    <li id={id} class={hazard ? "danger" : undefined}>
      {news && <b class="news">{b(news === "added" ? "new" : "changed")}</b>}
      {category !== undefined && <CategoryBadge category={category} />}{" "}
      {parts.map(({ text, href }) =>
        href === undefined ? text : <a key={href} href={href}>{text}</a>
      )}
      {byModel && (
        <>
          {" "}
          <small class="soft">({b("plain.mark")})</small>
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

function Raw({ model: { id, label, about, stale, record, pieces, excerpt } }: { model: RawModel }) {
  return (
    <div class={record ? "rep rec" : "rep"} id={id}>
      <p class="soft">
        <b>{label}</b> {about}
        {excerpt && ` (${b("excerpt")})`}
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
