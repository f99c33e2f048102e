import { Layout } from "../lib/view/layout.tsx";
import { stylesheet } from "../lib/view/styles.ts";
import { t } from "../lib/view/viewer.ts";
import { define } from "../utils.ts";

/**
 * The document around every page. The stylesheet is part of it, so that the first answer is complete;
 * the policy allows it by its hash. Palette and size of text are chosen by attributes, for the same reason.
 */
export default define.layout(({ Component, state, url }) => (
  <html
    lang={state.viewer.language}
    data-palette={chosen(state.viewer.settings.palette, "auto")}
    data-text={chosen(state.viewer.settings.textSize, "normal")}
  >
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{t("app.title")}</title>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="manifest" href="/manifest.webmanifest" />
      <style dangerouslySetInnerHTML={{ __html: stylesheet }} />
    </head>
    <body>
      <Layout
        simulated={state.reports?.world.simulated ?? false}
        query={searchedFor(url)}
        hideSearch={url.pathname === "/"}
      >
        {state.viewer.damaged && <p class="banner" role="note">{t("app.damaged")}</p>}
        <Component />
      </Layout>
    </body>
  </html>
));

/** What was searched for; on `/ask` the same parameter is a question. */
function searchedFor({ pathname, searchParams }: URL): string {
  return pathname === "/ask" ? "" : searchParams.get("q")?.slice(0, 80) ?? "";
}

/** The usual look needs no attribute. */
function chosen(value: string, usual: string): string | undefined {
  return value === usual ? undefined : value;
}
