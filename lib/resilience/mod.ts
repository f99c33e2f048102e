/**
 * Living with others' faults: deadlines, caps, retries, breakers, and long work in slices.
 *
 * @module
 */
export {
  BodyError,
  type Call,
  createHttpClient,
  type Fault,
  type FaultKind,
  type HttpClient,
  type HttpClientOptions,
  type Outcome,
  type Validators,
} from "./http_client.ts";
export { Breaker, type BreakerOptions } from "./breaker.ts";
export { MAX_RETRY_AFTER_MS, retryAfterMs, retryDelayMs } from "./retry.ts";
export {
  createSlicer,
  SLICE_MS,
  type Slicer,
  type SlicerOptions,
  turnEventLoop,
  turnsInLine,
} from "./slices.ts";
export { createQueue, type Queue } from "./one_at_a_time.ts";
