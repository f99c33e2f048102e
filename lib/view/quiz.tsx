import type { Source } from "../products/product.ts";
import type { RawModel } from "./station_model.ts";
import { segments } from "./tokens.ts";
import { t } from "./viewer.ts";

/** One answer to choose. */
export interface QuizOption {
  readonly text: string;
  readonly right: boolean;
}

/** A question about one group of a report that is held. */
export interface QuizModel {
  readonly station: string;
  readonly reportType: string;
  readonly raw: RawModel;
  readonly token: Source;
  readonly element: string;
  readonly options: readonly QuizOption[];
  /** The question of the address could not be asked again. */
  readonly gone: boolean;
  /** What became of the answer; `null`: none was given. */
  readonly result: {
    readonly right: boolean;
    readonly meaning: string;
    readonly rule: string | null;
  } | null;
  readonly right: number;
  readonly asked: number;
  readonly next: number;
}

/** The quiz: a form that asks, a page that answers, and nothing kept of either. */
export function Quiz({ model }: { model: QuizModel | null }) {
  return (
    <div class="prose">
      <h1>{t("learn.title")}</h1>
      <p>{t("learn.lead")}</p>
      {model === null ? <p class="banner">{t("learn.none")}</p> : <Question model={model} />}
    </div>
  );
}

function Question({ model }: { model: QuizModel }) {
  const { token, raw, result, station } = model;
  const name = `“${token.text}”`;
  return (
    <section class="card" aria-labelledby="question">
      {model.gone && <p class="banner">{t("learn.stale")}</p>}
      <h2 id="question">{t("learn.question", { token: name })}</h2>
      <p class="soft">{t("learn.from", { type: model.reportType, station })}</p>
      <p class="raw" lang="zxx" translate={false}>
        {segments(raw.text, [token]).map(({ text, kind, start }) =>
          kind === "token" && start === token.start ? <b key={start} class="lit">{text}</b> : text
        )}
      </p>
      {result === null ? <Answers model={model} /> : (
        <>
          <p class={result.right ? "banner" : "banner bad"} role="status">
            <span aria-hidden="true">{result.right ? "✓ " : "✗ "}</span>
            {t(result.right ? "learn.right" : "learn.wrong")}
          </p>
          <p>
            {t("learn.answer", { token: name })} <b>{result.meaning}</b>
          </p>
          {result.rule !== null && <p class="soft">{t("learn.rule", { rule: result.rule })}</p>}
          <p>
            <a class="more" href={`/decode?report=${encodeURIComponent(raw.text.trim())}`}>
              {t("learn.whole")}
            </a>{" "}
            <a
              class="more"
              href={`/learn?n=${model.next}&right=${model.right}&asked=${model.asked}`}
            >
              {t("learn.next")}
            </a>
          </p>
        </>
      )}
      {model.asked > 0 && <p>{t("learn.score", { right: model.right, asked: model.asked })}</p>}
    </section>
  );
}

function Answers({ model }: { model: QuizModel }) {
  return (
    <form action="/learn">
      <input type="hidden" name="station" value={model.station} />
      <input type="hidden" name="group" value={String(model.token.start)} />
      <input type="hidden" name="n" value={String(model.next)} />
      <input type="hidden" name="right" value={String(model.right)} />
      <input type="hidden" name="asked" value={String(model.asked)} />
      <fieldset>
        <legend>{t("learn.choose")}</legend>
        {model.options.map(({ text }, index) => (
          <label class="check">
            <input type="radio" name="answer" value={String(index)} required /> {text}
          </label>
        ))}
      </fieldset>
      <button type="submit">{t("learn.check")}</button>
    </form>
  );
}
