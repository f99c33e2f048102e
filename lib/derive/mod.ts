/**
 * What follows from reports: pure functions over the decoded models. Each derived value names the groups of
 * the raw report that it came from, and is absent where one of them is missing.
 *
 * @module
 */
export * from "./category.ts";
export * from "./ceiling.ts";
export * from "./freshness.ts";
export * from "./wind.ts";
export * from "./colour_state.ts";
export * from "./humidity.ts";
export * from "./pressure.ts";
export * from "./temperature.ts";
export * from "./vmc.ts";
export * from "./changes.ts";
export * from "./ended.ts";
export * from "./hazards.ts";
export * from "./taf_hours.ts";
export * from "./minima.ts";
export * from "./sun.ts";
