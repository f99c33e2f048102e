import { HttpError } from "fresh";
import { Head } from "fresh/runtime";
import { SearchForm } from "../lib/view/layout.tsx";
import { t } from "../lib/view/viewer.ts";
import { define } from "../utils.ts";

/** Which text stands for a status. */
function kindOf(status: number): "403" | "404" | "405" | "500" | "other" {
  if (status === 403 || status === 404 || status === 405) return `${status}`;
  return status < 500 ? "other" : "500";
}

/** What went wrong in words that help, with the search; nothing of the inside is told. */
export default define.page(({ error }) => {
  const status = error instanceof HttpError ? error.status : 500;
  const kind = kindOf(status);
  return (
    <div class="hello">
      <Head>
        <title>{`${status}: ${t(`error.${kind}`)}`}</title>
      </Head>
      <h1>{t(`error.${kind}`)}</h1>
      <p>
        {t(`error.${kind}.help`)} <span class="soft">{t("error.status", { status })}</span>
      </p>
      <SearchForm id="again" />
    </div>
  );
});
