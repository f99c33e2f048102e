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
  while (!text.includes("KJFK")) text += (await reader.read()).value ?? "";
  assert.match(text, /^retry: 5000\n\nevent: report\ndata: \{"station":"KJFK"\}\n\n$/);
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

Deno.test("a source ends its stream, at once or later, and what it sends then goes nowhere", async () => {
  for (const later of [false, true]) {
    let stopped = 0;
    const body = eventStream((send, end) => {
      const finish = () => {
        send("done", { all: true }, "done");
        end();
        send("late", {});
      };
      if (later) queueMicrotask(finish);
      else finish();
      return () => stopped++;
    }, TIMES);
    const text = await new Response(body).text();
    assert.equal(text, 'retry: 5000\n\nid: done\nevent: done\ndata: {"all":true}\n\n');
    assert.equal(stopped, 1);
  }
});

Deno.test("a stream ends after its longest time, so that listeners spread anew", async () => {
  const body = eventStream(() => () => {}, {
    ...TIMES,
    longestMs: 1,
  });
  assert.equal(await new Response(body).text(), "retry: 5000\n\n");
});
