/**
 * A weather world to run on: simulated or recorded weather behind the providers' own doors.
 *
 * @module
 */
export { createSimulation, type Simulation, type SimulationOptions } from "./simulation.ts";
export { createProviderHandler, type ProviderOptions } from "./server.ts";
export {
  createReplayServer,
  type RecordedFile,
  replayClockStart,
  type ReplayServer,
} from "./replay.ts";
export { type MainOptions, parseOptions, startSimulator } from "./main.ts";
export { type Handler, serveWire, type WireServer } from "./wire.ts";
export { createWorld, type WeatherWorld } from "./world/mod.ts";
export { DEFAULT_COUNTS, type Site, type SiteCounts } from "./sites.ts";
export type { Observation } from "./observation.ts";
export type { SimulatedMetar } from "./reports.ts";
export type { SimulatedTaf } from "./taf/mod.ts";
export { type ActiveFault, createFaultBoard, FAULT_KINDS, type FaultBoard } from "./faults/mod.ts";
export { SIMULATED_KEY } from "./checkwx_door.ts";
export type {
  AircraftReport,
  CenterAdvisory,
  DomesticSigmet,
  Gairmet,
  InternationalSigmet,
} from "./hazards/mod.ts";
