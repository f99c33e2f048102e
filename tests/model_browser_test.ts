/** The words of a model on the briefing page, sentence by sentence, with and without script. */
import assert from "node:assert/strict";
import { FakeClock } from "../lib/time/mod.ts";
import { violationsOf } from "./support/axe.ts";
import { BROWSER_TEST, openPage } from "./support/chromium.ts";
import { startFakeOpenAi } from "./support/fake_openai.ts";
import { modelDeskOf } from "./support/model_desk.ts";
import { START } from "./support/pages_app.ts";
import { withPages } from "./support/pages_browser.ts";
import { testWith } from "./support/requirements.ts";

const PATH = "/brief?route=KJFK,KBOS&departure=1530Z";

testWith(
  "sentences of a model come while it writes, with links to their tokens; without script the page comes whole",
  [
    "chromium",
  ],
  async ([chromium]) => {
    await using fake = startFakeOpenAi();
    const desk = modelDeskOf({
      baseUrl: fake.baseUrl,
      clock: new FakeClock(START),
      model: "a-model",
    });
    const options = { modelDesk: desk, api: true };
    await withPages(
      chromium!,
      async (browser, origin) => {
        const { page, problems, close } = await openPage(browser);
        await page.goto(origin + PATH);
        const card = page.locator(".plain");

        // While the model still writes.
        fake.mode = { kind: "held", after: 8 };
        await card.getByRole("link", { name: "Let a-model word it" }).click();
        await card.locator("li a").first().waitFor();
        assert.match(await card.textContent() ?? "", /may be wrong/);
        const number = card.locator("li a").first();
        const target = await number.getAttribute("href");
        await number.click();
        assert.equal(new URL(page.url()).hash, target);
        assert.ok(await page.locator(target!).isVisible(), "the token in the raw report");
        assert.deepEqual(await violationsOf(page), []);

        // To the end, and on to the whole page, which has the same sentences.
        fake.mode = { kind: "faithful" };
        await page.goto(origin + PATH);
        await card.getByRole("link", { name: "Let a-model word it" }).click();
        await card.getByText(/Sentences of the model: \d+ shown, 0 refused/).waitFor();
        const told = await card.locator("li").count();
        const asked = fake.requests.length;
        await card.getByRole("link", { name: "The whole briefing with these sentences" }).click();
        await page.getByText("(model)").first().waitFor();
        assert.equal(await page.getByText("(model)").count(), told);
        assert.equal(fake.requests.length, asked, "it was kept");

        // What cannot be had is said; the text by fixed rules is there anyway.
        fake.mode = { kind: "status", status: 401 };
        desk.renew();
        await page.goto(origin + PATH);
        await card.getByRole("link", { name: "Let a-model word it" }).click();
        await card.getByText("The model did not answer.").waitFor();
        assert.deepEqual(problems, []);
        await close();

        fake.mode = { kind: "faithful" };
        const plain = await openPage(browser, { javaScriptEnabled: false });
        await plain.page.goto(origin + PATH);
        await plain.page.getByRole("link", { name: "Let a-model word it" }).click();
        await plain.page.getByText("(model)").first().waitFor();
        await plain.close();
      },
      undefined,
      options,
    );
  },
  BROWSER_TEST,
);
