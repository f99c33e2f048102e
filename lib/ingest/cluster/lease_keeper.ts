/**
 * The lease of the poller: who holds it polls, the others wait for it.
 *
 * A lease ends by itself ten seconds after it was last renewed and is asked for every two: a node that is
 * killed is replaced within 15 seconds, one that leaves gives it back and is replaced within three. A node
 * that was stopped and goes on is fenced by the store: what it still writes is refused.
 *
 * @module
 */
import type { Log } from "../../observe/mod.ts";
import type { Lease, Leases } from "../../store/mod.ts";
import { type Clock, SECOND_MS } from "../../time/mod.ts";

/** How long a lease is good for after it was renewed. */
export const LEASE_MS = 10 * SECOND_MS;
/** How often it is renewed, or asked for. */
export const STEP_MS = 2 * SECOND_MS;
/**
 * While the store does not answer nobody can know who polls. Readers come first: after this long each node
 * that may poll does it for itself, until the store is back.
 */
export const ALONE_AFTER_MS = 20 * SECOND_MS;

/** What a node is to the others. */
export type LeaseState =
  /** It holds the lease and polls. */
  | "holds"
  /** Another one does, or it is not known yet. */
  | "waits"
  /** The store does not answer: it polls for itself. */
  | "alone";

/** What the keeper is made of. */
export interface LeaseKeeperOptions {
  readonly leases: Leases;
  readonly name: string;
  /** Of this process and no other. */
  readonly owner: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of each change, in order; the next step waits for it. */
  readonly onState: (state: LeaseState, lease: Lease | null) => Promise<void>;
}

/** Renews or asks for the lease, a step at a time. */
export class LeaseKeeper {
  readonly #options: LeaseKeeperOptions;
  #state: LeaseState = "waits";
  #lease: Lease | null = null;
  #silentSince: number | null = null;

  constructor(options: LeaseKeeperOptions) {
    this.#options = options;
  }

  get state(): LeaseState {
    return this.#state;
  }

  /** One step; to be called every `STEP_MS`, one after the other. Never rejects. */
  async step(): Promise<void> {
    let held: Lease | null;
    try {
      held = await this.#ask();
      this.#silentSince = null;
    } catch (error) {
      await this.#silent(error);
      return;
    }
    const isNew = held !== null && held.fence !== this.#lease?.fence;
    if (held !== null) this.#lease = held;
    const next: LeaseState = held === null ? "waits" : "holds";
    if (next === this.#state && !isNew) return;
    await this.#change(next, held);
  }

  /** Gives the lease back, so that another node need not wait for its end. */
  async release(): Promise<void> {
    const { leases, log } = this.#options;
    const lease = this.#lease;
    if (lease === null || this.#state === "waits") return;
    this.#lease = null;
    await this.#change("waits", null);
    await leases.release(lease)
      .catch((error) => log.warn("the lease of the poller could not be given back", { error }));
  }

  async #ask(): Promise<Lease | null> {
    const { leases, name, owner } = this.#options;
    if (this.#lease !== null && this.#state !== "waits") {
      const renewed = await leases.renew(this.#lease, LEASE_MS);
      if (renewed !== null) return renewed;
      this.#options.log.warn("the lease of the poller was lost", { owner });
    }
    return await leases.acquire(name, owner, LEASE_MS);
  }

  /** The store did not answer: a lease in hand holds until its end, then each looks after itself. */
  async #silent(error: unknown): Promise<void> {
    const { clock, log } = this.#options;
    const now = clock.now();
    this.#silentSince ??= now;
    if (this.#state === "alone") return;
    const isOver = this.#state === "holds"
      ? this.#lease === null || now >= this.#lease.expiresAt
      : now - this.#silentSince >= ALONE_AFTER_MS;
    if (!isOver) return;
    log.warn("the store does not say who polls: this node polls for itself", { error });
    await this.#change("alone", this.#lease);
  }

  async #change(state: LeaseState, lease: Lease | null): Promise<void> {
    this.#state = state;
    try {
      await this.#options.onState(state, lease);
    } catch (error) {
      this.#options.log.error("a change of the poller failed", { state, error });
    }
  }
}
