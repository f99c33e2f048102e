/**
 * The page that answers questions: the form, what was understood, the answer, and the raw reports beside it.
 *
 * @module
 */
import { t } from "../viewer.ts";
import type { AnswerModel, AskPageModel } from "./ask_model.ts";
import { Raw, Sentence } from "./page.tsx";

/** The whole page; complete without script. */
export function AskPage({ model }: { model: AskPageModel }) {
  const { error, answer } = model;
  return (
    <div class="brief">
      <h1>{t("ask.title")}</h1>
      {error !== null && <p class="banner bad" role="alert">{error}</p>}
      {answer === null && <p class="soft">{t("ask.intro")}</p>}
      <section class="card noprint">
        <Form model={model} />
      </section>
      {answer !== null && <Answer model={answer} />}
    </div>
  );
}

function Form({ model: { question, most, examples } }: { model: AskPageModel }) {
  return (
    <>
      <form class="flight" action="/ask">
        <label class="wide">
          {t("ask.question")}
          <input
            name="q"
            value={question}
            autocomplete="off"
            maxLength={most}
            required
            enterkeyhint="send"
          />
          <small>{t("ask.hint")}</small>
        </label>
        <button type="submit">{t("ask.submit")}</button>
      </form>
      {examples.length > 0 && (
        <>
          <p class="soft">{t("ask.examples")}</p>
          <ul class="said">
            {examples.map((one) => (
              <li key={one}>
                <a href={`/ask?q=${encodeURIComponent(one)}`}>{one}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Answer({ model }: { model: AnswerModel }) {
  const { understood, notes, left, sentences, raw } = model;
  return (
    <>
      <section class="card" aria-labelledby="understood">
        <h2 id="understood">{t("ask.understood")}</h2>
        <p>
          <strong>{understood}</strong>
        </p>
        {notes.map((note) => <p key={note}>{note}</p>)}
        {left !== null && <p class="banner" role="status">{left}</p>}
        <Reader model={model} />
      </section>
      <section class="card sec" aria-labelledby="answer">
        <h2 id="answer">{t("ask.answer")}</h2>
        <p class="soft">
          {t("ask.answered", { time: model.madeAt })} {t("brief.software")}
        </p>
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
      <Further model={model} />
    </>
  );
}

/** The way to a model that reads the question. */
function Reader({ model: { links, model } }: { model: AnswerModel }) {
  if (links.model === null || model === null) return null;
  return (
    <p class="noprint">
      <a href={links.model} rel="nofollow">{t("ask.model", { model })}</a>{" "}
      <span class="soft">{t("ask.modelHint")}</span>
    </p>
  );
}

function Further({ model: { station, links } }: { model: AnswerModel }) {
  return (
    <p class="links noprint">
      {station !== null && (
        <>
          <a href={`/${station}`}>{t("ask.station", { station })}</a>{" "}
          <a href={`/${station}/history`}>{t("ask.history")}</a>{" "}
          <a href={`/pireps?near=${station}`}>{t("ask.pireps", { station })}</a>
          {" "}
        </>
      )}
      <a href={links.text}>{t("ask.text")}</a> <a href={links.json}>{t("ask.json")}</a>{" "}
      <a href="/brief">{t("ask.brief")}</a>
    </p>
  );
}
