/**
 * Ports and answers of programs on the loopback.
 *
 * @module
 */
import { until } from "./wait.ts";

/** A port that is free now. */
export function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}

/** The status of an answer, whose body is not read. */
export async function statusOf(url: string): Promise<number> {
  const answer = await fetch(url);
  await answer.body?.cancel();
  return answer.status;
}

/** Resolves when the node says that it takes traffic. */
export async function untilReady(port: number, withinMs: number): Promise<void> {
  const isReady = () =>
    statusOf(`http://127.0.0.1:${port}/readyz`).then((status) => status === 200, () => false);
  await until(isReady, withinMs, `ready on port ${port}`);
}

/**
 * The first JSON answer with status 200 in which there is something, within 30 seconds.
 *
 * @param hasEnded what the program said at its end; `null` as long as it runs
 */
export async function firstAnswer(
  url: string,
  hasEnded: () => string | null = () => null,
  // deno-lint-ignore no-explicit-any -- the answer of the API, looked at member by member
): Promise<any> {
  // deno-lint-ignore no-explicit-any -- as above
  let found: any;
  await until(
    async () => {
      const said = hasEnded();
      if (said !== null) throw new Error(`the program ended:\n${said}`);
      const answer = await fetch(url).catch(() => null);
      const body = answer?.status === 200 ? await answer.json() : await answer?.body?.cancel();
      if (body && (body.reports === undefined || body.reports.length > 0)) found = body;
      return found !== undefined;
    },
    30_000,
    `an answer of ${url}`,
    100,
  );
  return found;
}
