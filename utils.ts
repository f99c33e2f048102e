/**
 * What all routes share: the type of `ctx.state` and the helpers tied to it.
 *
 * @module
 */
import { createDefine } from "fresh";
import type { ModelDesk } from "./lib/briefing/model/mod.ts";
import type { ReaderAddresses } from "./lib/http/reader_addresses.ts";
import type { QuestionMetrics } from "./lib/observe/mod.ts";
import type { ReportHistory } from "./lib/reports/history.ts";
import type { Reports } from "./lib/reports/reports.ts";
import type { StatusModel } from "./lib/view/status/status_page.tsx";
import type { Viewer } from "./lib/view/viewer.ts";

/** Set by the composition root (`lib/app.ts`) before any route runs. */
export interface State {
  /** The read side: everything that pages show comes from here, from memory. */
  reports: Reports;
  /** The past. What it gives waits for a store. */
  history: ReportHistory;
  /** The API of `edge/`, mounted under `/api`. */
  api: (request: Request) => Response | Promise<Response>;
  /** How the service is and was, for its own page. */
  status: () => StatusModel;
  /** Public token of Mapbox for the street map; without one there is none. */
  mapboxToken?: string | null;
  /** A language model that may word facts, and who asks it; without one there is none. */
  modelDesk?: ModelDesk | null;
  /** Address of the client by the rules of `TRUST_PROXY`; without it no client is known. */
  addressOf?: ReaderAddresses["at"];
  /** Where questions in plain words are counted. */
  questions?: QuestionMetrics;
  /** For whom the page is made. Set for each request. */
  viewer: Viewer;
}

/** `define.page`, `define.handlers`, `define.middleware`, typed with `State`. */
export const define = createDefine<State>();
