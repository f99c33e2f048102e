import { HttpError, page } from "fresh";
import { Head } from "fresh/runtime";
import { readForm } from "../lib/http/form.ts";
import { isSameOrigin } from "../lib/http/same_origin.ts";
import {
  DEFAULT_SETTINGS,
  readSettingsForm,
  type Settings,
  settingsCookie,
} from "../lib/view/settings/mod.ts";
import { SettingsPage, type SettingsPageModel } from "../lib/view/settings_page.tsx";
import { t } from "../lib/view/viewer.ts";
import { define } from "../utils.ts";

/** `/settings`: the form; its POST sets the cookie and leads back with 303, so that a reload sends nothing. */
export const handler = define.handlers({
  GET(ctx) {
    const saved = ctx.url.searchParams.has("saved");
    return page<SettingsPageModel>({ settings: ctx.state.viewer.settings, saved, invalid: [] });
  },
  async POST(ctx) {
    if (!isSameOrigin(ctx.req.headers, ctx.url)) throw new HttpError(403);
    const form = await readForm(ctx.req, ["application/x-www-form-urlencoded"]);
    if (form.get("reset") === "yes") return saved(DEFAULT_SETTINGS, ctx);
    const { settings, invalid } = readSettingsForm(form);
    if (invalid.length === 0) return saved(settings, ctx);
    return page<SettingsPageModel>({ settings, saved: false, invalid }, { status: 422 });
  },
});

/** Behind a proxy that ends TLS the address is http; a client that claims otherwise only loses its own cookie. */
function isSecure({ url, req }: Asked): boolean {
  return url.protocol === "https:" || req.headers.get("x-forwarded-proto") === "https";
}

type Asked = { readonly url: URL; readonly req: Request };

function saved(settings: Settings, asked: Asked): Response {
  return new Response(null, {
    status: 303,
    headers: {
      location: "/settings?saved",
      "set-cookie": settingsCookie(settings, isSecure(asked)),
      "cache-control": "no-store",
    },
  });
}

export default define.page<typeof handler>(({ data }) => (
  <>
    <Head>
      <title>{t("settings.title")}</title>
      <meta name="robots" content="noindex" />
    </Head>
    <SettingsPage model={data} />
  </>
));
