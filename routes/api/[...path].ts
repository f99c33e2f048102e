import { define } from "../../utils.ts";

/** Mounts the API: `edge/` does its own methods, errors and headers, so nothing is done here. */
export const handler = define.handlers((ctx) => ctx.state.api(ctx.req));
