/**
 * Where reports come from. A provider is never trusted: what it gives is checked here for its shape and in
 * ingest for its sense.
 *
 * @module
 */
import type { FeedName } from "../products/product.ts";
import type { RawReport } from "../products/raw_report.ts";
import type { Station } from "../stations/station.ts";

/** Rows of a file that could not be used, by reason: one bad row never costs the others. */
export type SkippedRows = Readonly<Record<string, number>>;

/** What one fetch of a feed gave. */
export type FeedAnswer =
  | {
    readonly kind: "reports";
    readonly reports: readonly RawReport[];
    readonly skipped: SkippedRows;
    /** The provider says that this is simulated or replayed weather. */
    readonly simulated: boolean;
    /** Keeps the file for whoever has to find out what changed: most of it made no sense. */
    readonly setAside?: () => Promise<void>;
  }
  | {
    readonly kind: "stations";
    readonly stations: readonly Station[];
    readonly skipped: SkippedRows;
    readonly simulated: boolean;
  }
  /** Same as last time. */
  | { readonly kind: "unchanged" }
  /** Nothing was asked this time. */
  | { readonly kind: "idle" }
  /** Nothing to tell: a success. */
  | { readonly kind: "empty"; readonly simulated: boolean }
  | {
    readonly kind: "fault";
    readonly reason: string;
    /** How long the provider wants to be left alone, milliseconds. */
    readonly retryAfterMs: number | null;
    /** The file had another shape than agreed: nothing of it was used. */
    readonly drift: boolean;
  };

/** One product of one provider, or its table of stations, fetched on a timer. */
export interface Feed {
  readonly product: FeedName;
  /** Its own name where a product has several feeds: `isigmet`. Absent: the product's name. */
  readonly key?: string;
  readonly provider: string;
  /** Asked only in need: its silence says nothing about the product. */
  readonly backup?: true;
  readonly intervalMs: number;
  /**
   * `complete`: each file is the whole truth, what it lacks is over (SIGMET). `latest`: it brings the news of
   * stations, the others keep their last report (METAR). `table`: it holds stations and no reports.
   */
  readonly content: "latest" | "complete" | "table";
  /** Fetches and reads the file; never rejects. An accepted answer is remembered for conditional requests. */
  fetch(signal: AbortSignal): Promise<FeedAnswer>;
  /** Forgets the validators, so that the next answer is a whole file: the last one could not be used. */
  forget(): void;
}

/** A provider by its name, with its feeds. */
export interface Provider {
  readonly name: string;
  readonly feeds: readonly Feed[];
}

/** Keeps files of an unknown shape for whoever has to find out what changed. */
export interface Quarantine {
  keep(product: string, bytes: Uint8Array): Promise<void>;
}
