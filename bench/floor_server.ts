/**
 * The floor: a bare `Deno.serve` that answers recorded status, headers and bytes, and nothing else.
 *
 * Reads one JSON line from standard input, `{ [path]: { status, headers, base64 } }`, and prints its port.
 *
 * @module
 */

interface Recorded {
  readonly status: number;
  readonly headers: [string, string][];
  readonly base64: string;
}

const recorded = JSON.parse(await new Response(Deno.stdin.readable).text()) as Record<
  string,
  Recorded
>;
const answers = new Map(
  Object.entries(recorded).map(([path, answer]) => [path, {
    status: answer.status,
    headers: answer.headers,
    body: answer.status === 304 || answer.status === 204
      ? null
      : Uint8Array.fromBase64(answer.base64),
  }]),
);
const only = answers.size === 1 ? [...answers.values()][0] : undefined;

Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.log(port),
}, (request) => {
  const answer = only ?? answers.get(new URL(request.url).pathname)!;
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
});
