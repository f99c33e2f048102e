/**
 * Readiness, put together from parts that report themselves: asking costs nothing and waits for nothing.
 *
 * @module
 */

/** State of a part: `degraded` parts do not take readiness away, for stale answers do answer. */
export interface PartState {
  readonly state: "ok" | "degraded" | "failed";
  /** In words for an operator: no host, no path, no secret. */
  readonly detail?: string;
}

/** A part by its name. */
export interface NamedPart extends PartState {
  readonly name: string;
}

/** Parts of the service and whether it takes traffic. */
export class Health {
  readonly #parts = new Map<string, () => PartState>();
  #draining = false;

  /** Adds a part; `look` must answer at once and from memory. */
  add(name: string, look: () => PartState): void {
    this.#parts.set(name, look);
  }

  /** From now on the service is not ready: balancers take it out while it still answers. */
  drain(): void {
    this.#draining = true;
  }

  get draining(): boolean {
    return this.#draining;
  }

  /** Ready unless draining or a part has failed. */
  readiness(): { readonly ready: boolean; readonly parts: readonly NamedPart[] } {
    const parts: NamedPart[] = [...this.#parts].map(([name, look]) => ({ name, ...look() }));
    if (this.#draining) parts.push({ name: "process", state: "failed", detail: "shutting down" });
    return { ready: parts.every((part) => part.state !== "failed"), parts };
  }
}
