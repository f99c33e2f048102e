import { Tokens } from "./conditions.tsx";
import type { MinimaSituation } from "./minima_model.ts";
import { t } from "./viewer.ts";

/** One's own limits against reports: facts with their groups, and no advice. */
export function MinimaCard({ situations }: { situations: readonly MinimaSituation[] }) {
  return (
    <section class="card" aria-labelledby="min">
      <h2 id="min">{t("minima.title")}</h2>
      {situations.map((situation) => <Situation key={situation.title} situation={situation} />)}
      <p class="soft">{t("minima.note")}</p>
    </section>
  );
}

const SIGNS = { within: "✓", beyond: "✗", unknown: "?" } as const;

function Situation({ situation }: { situation: MinimaSituation }) {
  const { title, rows, note, prefix } = situation;
  if (note !== null) return <p class="banner">{`${title}: ${note}`}</p>;
  return (
    <div
      class={prefix === "t" ? "scroll observed" : "scroll"}
      tabindex={0}
      role="region"
      aria-label={title}
    >
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("minima.element")}</th>
            <th scope="col">{t("minima.limit")}</th>
            <th scope="col">{t("minima.reported")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{row.label}</th>
              <td>{row.limit}</td>
              <td>
                <b class={`v-${row.verdict}`}>
                  <span aria-hidden="true">{SIGNS[row.verdict]}</span> {row.value}
                </b>
                <small>{` ${row.verdictText} `}</small>
                <Tokens prefix={prefix} sources={row.sources} inline />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
