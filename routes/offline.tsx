import { Head } from "fresh/runtime";
import { t } from "../lib/view/viewer.ts";
import { define } from "../utils.ts";

/** Shown by the service worker where there is no connection; it fills in what is kept on the device. */
export default define.page(() => (
  <div class="hello">
    <Head>
      <title>{t("offline.title")}</title>
      <meta name="robots" content="noindex" />
    </Head>
    <h1>{t("offline.title")}</h1>
    <p>{t("offline.text")}</p>
    <section class="card" aria-labelledby="kept-title">
      <h2 id="kept-title">{t("offline.kept")}</h2>
      <ul class="list" id="kept"></ul>
    </section>
  </div>
));
