/**
 * What a resource of the API is: where it lies, what it takes, how it reads its value and how that value
 * is written in each format. The OpenAPI document is made from the same definition.
 *
 * @module
 */
import type { z } from "zod";
import type { Problem } from "../lib/http/problem.ts";
import type { ApiOptions } from "./context.ts";
import type { Exchange } from "./exchange.ts";
import type { Format } from "./negotiate.ts";

/** A value with what keeps it true. */
export interface Found<T> {
  readonly value: T;
  /**
   * What the value was made from, by identity: as long as these are the very same objects, and no
   * instant of change has passed, the value is. Asked again when the world's version moves on.
   * Absent: any change of the world makes the value again.
   */
  readonly identify?: () => readonly unknown[];
  /** The next instant at which the value changes by itself; `Infinity` for never. */
  readonly changesAt: number;
  /** Until when the value may be shown as what it is; `null` where nothing in it runs out. */
  readonly limitAt: number | null;
  /** When the value last changed, milliseconds since the epoch; `null` where that is not known. */
  readonly modifiedAt: number | null;
  /** Instead of the `Cache-Control` that follows from `limitAt`. */
  readonly cacheControl?: string;
}

/** How a value is written in one format. */
export interface Representation<T> {
  /** Absent where `wait` alone answers in this format. */
  readonly write?: (value: T) => string;
}

/** The parameters of a request once they were found right. */
export interface Input<P, Q> {
  readonly params: P;
  readonly query: Q;
  readonly format: Format;
}

/** A resource that is read with GET and HEAD. */
export interface ReadResource<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  T = unknown,
> {
  /** Below `/api`, with braces: `/v1/metar/{ids}`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly params: P;
  /** Without `format`, which every resource of more than one format has. */
  readonly query: Q;
  /** In order of preference: the first is the default. */
  readonly representations: Readonly<Partial<Record<Format, Representation<T>>>>;
  /** Statuses of problems, besides 400, 405, 406 and 414, that it may answer. */
  readonly problems?: readonly number[];
  /** Everything is in memory: a promise is given by long work alone, which lets others be answered meanwhile. */
  readonly read: (
    input: Input<z.output<P>, z.output<Q>>,
    api: ApiOptions,
  ) => Found<T> | Problem | Promise<Found<T> | Problem>;
  /**
   * Answers a request whose answer must be waited for, and is kept for nobody else; `null` where `read` has the
   * answer.
   */
  readonly wait?: (
    input: Input<z.output<P>, z.output<Q>>,
    exchange: Exchange,
    api: ApiOptions,
  ) => Response | Promise<Response> | null;
}

/** Whether what `read` gave is a problem. */
export function isProblem<T>(result: Found<T> | Problem): result is Problem {
  return "kind" in result;
}

/** Ties the types of a resource together; gives it back unchanged. */
export function defineResource<P extends z.ZodObject, Q extends z.ZodObject, T>(
  resource: ReadResource<P, Q, T>,
): ReadResource {
  return resource as unknown as ReadResource;
}
