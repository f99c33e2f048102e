/**
 * Sentences of an answer that is still being written, for all who wait for it.
 *
 * @module
 */
import type { DraftSentence } from "../language/mod.ts";

/** What has come so far, and whoever is told of the rest. */
export class LiveDrafts {
  readonly #drafts: DraftSentence[] = [];
  readonly #followers = new Set<(draft: DraftSentence) => void>();

  add(draft: DraftSentence): void {
    this.#drafts.push(draft);
    for (const follower of this.#followers) follower(draft);
  }

  /** Tells what there is at once, and the rest as it comes, until the function that it gives is called. */
  follow(follower: (draft: DraftSentence) => void): () => void {
    this.#drafts.forEach((draft) => follower(draft));
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }
}
