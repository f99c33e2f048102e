import { Head } from "fresh/runtime";
import { StatusPage } from "../lib/view/status/status_page.tsx";
import { t } from "../lib/view/viewer.ts";
import { define } from "../utils.ts";

/** How the service is and was, from its own measurements. Public. */
export default define.page(({ state: { status } }) => (
  <>
    <Head>
      <title>{t("status.title")}</title>
    </Head>
    <StatusPage model={status()} />
  </>
));
