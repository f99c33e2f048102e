import assert from "node:assert/strict";
import { HttpError } from "fresh";
import { readForm } from "./form.ts";
import { MAX_BODY_BYTES } from "./front.ts";

const URLENCODED = "application/x-www-form-urlencoded";

function posted(body: BodyInit, type?: string): Request {
  return new Request("http://localhost/settings", {
    method: "POST",
    body,
    ...(type !== undefined && { headers: { "content-type": type } }),
  });
}

async function statusOf(request: Request): Promise<number> {
  try {
    await readForm(request, [URLENCODED]);
    return 200;
  } catch (error) {
    assert.ok(error instanceof HttpError);
    return error.status;
  }
}

Deno.test("the fields of a form are read, in both of the types of forms", async () => {
  const form = await readForm(posted("a=1&b=%C3%A9", `${URLENCODED};charset=UTF-8`), [URLENCODED]);
  assert.deepEqual([form.get("a"), form.get("b")], ["1", "é"]);
  const data = new FormData();
  data.set("report", "METAR KJFK");
  const parts = await readForm(posted(data), ["multipart/form-data"]);
  assert.equal(parts.get("report"), "METAR KJFK");
});

Deno.test("another type, or none, is refused", async () => {
  assert.equal(await statusOf(posted("a=1", "text/plain")), 415);
  assert.equal(await statusOf(posted("a=1", `${URLENCODED}x`)), 415);
  assert.equal(await statusOf(posted(new FormData())), 415);
});

Deno.test("a body without an end, as HTTP/2 allows it, is read to the limit and no further", async () => {
  let given = 0;
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      given += 16_384;
      controller.enqueue(new Uint8Array(16_384).fill(97));
    },
    cancel: () => void (cancelled = true),
  });
  assert.equal(await statusOf(posted(endless, URLENCODED)), 413);
  assert.ok(given <= MAX_BODY_BYTES + 3 * 16_384, `${given} bytes were taken`);
  assert.equal(cancelled, true);
});

Deno.test("what is no form is refused", async () => {
  const request = posted("no boundary", "multipart/form-data; boundary=x");
  await assert.rejects(readForm(request, ["multipart/form-data"]), { status: 400 });
});
