import assert from "node:assert/strict";
import { endStreams, eventStream } from "./event_stream.ts";

const TIMES = { heartbeatMs: 60_000, longestMs: 60_000, retryMs: 5000 };

Deno.test("events are written with their name and data, and a drain ends stream and source", async () => {
  let stopped = 0;
  const body = eventStream((send) => {
    send("report", { station: "KJFK" });
    return () => stopped++;
  }, TIMES);
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("retry")) text += (await reader.read()).value ?? "";
  assert.match(text, /^event: report\ndata: \{"station":"KJFK"\}\n\nretry: 5000\n\n$/);
  endStreams();
  assert.equal((await reader.read()).done, true);
  assert.equal(stopped, 1);
});

Deno.test("a reader that leaves ends the source", async () => {
  let stopped = 0;
  const body = eventStream(() => () => stopped++, TIMES);
  await body.cancel();
  assert.equal(stopped, 1);
});

Deno.test("a stream ends after its longest time, so that listeners spread anew", async () => {
  const body = eventStream(() => () => {}, {
    ...TIMES,
    longestMs: 1,
  });
  assert.equal(await new Response(body).text(), "retry: 5000\n\n");
});
