/**
 * What the service says of itself in public, from its own measurements.
 *
 * @module
 */
export {
  DAYS_SHOWN,
  type DaySummary,
  joinDays,
  type StatusDay,
  summarise,
  uptime,
} from "./days.ts";
export { StatusLog, type StatusLogOptions } from "./log.ts";
export { createStatus, type Status, type StatusOptions, type StatusService } from "./service.ts";
export { Minutes } from "./minutes.ts";
export { type FeedStatus, feedStatus, isInTime, type StatusNow, statusNow } from "./now.ts";
