import { Layout } from "../lib/view/layout.tsx";
import { stylesheet } from "../lib/view/styles.ts";
import { define } from "../utils.ts";

/**
 * The document around every page. The stylesheet is part of it, so that the first answer is complete;
 * the policy allows it by its hash.
 */
export default define.layout(({ Component, state, url }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Aviation Weather</title>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <style dangerouslySetInnerHTML={{ __html: stylesheet }} />
    </head>
    <body>
      <Layout
        simulated={state.reports?.world.simulated ?? false}
        query={url.searchParams.get("q")?.slice(0, 80) ?? ""}
        hideSearch={url.pathname === "/"}
      >
        <Component />
      </Layout>
    </body>
  </html>
));
