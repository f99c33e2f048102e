/**
 * Watching a store that cannot push.
 *
 * @module
 */
import { WATCH_MS } from "./batches.ts";

/**
 * Asks for the version every second and calls `onChange` when it moved. A question that fails is asked
 * again the next second.
 *
 * @returns ends the watch
 */
export function pollWatch(
  version: () => Promise<number>,
  onChange: () => void,
  everyMs = WATCH_MS,
): () => Promise<void> {
  let seen: number | null = null;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: Promise<void> = Promise.resolve();
  const ask = async () => {
    try {
      const now = await version();
      if (seen !== null && now !== seen && !ended) onChange();
      seen = now;
    } catch {
      // The next second asks again; whoever reads learns of the fault by himself.
    }
    if (!ended) timer = setTimeout(() => asking = ask(), everyMs);
  };
  asking = ask();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await asking;
  };
}
