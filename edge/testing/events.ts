/**
 * Reading a stream of events in tests.
 *
 * @module
 */

/** An event with its data as sent. */
export interface ReadEvent {
  readonly id: string | null;
  readonly event: string;
  readonly data: unknown;
}

/** The events of an answer, each as soon as it has come; comments and `retry` are passed over. */
export async function* eventsOf(response: Response): AsyncGenerator<ReadEvent> {
  let rest = "";
  for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text).split("\n\n");
    rest = blocks.pop()!;
    for (const block of blocks) {
      const field = (name: string) =>
        block.split("\n").find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ??
          null;
      const [event, data] = [field("event"), field("data")];
      if (event !== null) yield { id: field("id"), event, data: JSON.parse(data ?? "null") };
    }
  }
  if (rest !== "") throw new Error(`an event was cut off: ${rest.slice(0, 80)}`);
}
