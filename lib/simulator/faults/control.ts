/**
 * `/_control/faults`: the switches over HTTP. Loopback only, since the server listens nowhere else.
 *
 * @module
 */
import { type ActiveFault, FAULT_KINDS, type FaultBoard } from "./mod.ts";

/**
 * `GET` lists what is on and what exists; `POST` with a JSON array of faults (or one fault) replaces all;
 * `DELETE` switches everything off.
 */
export async function controlFaults(request: Request, board: FaultBoard): Promise<Response> {
  // A page in a browser must not be able to break the demo: it cannot send this content type unasked.
  if (request.method === "POST") {
    if (!request.headers.get("content-type")?.startsWith("application/json")) {
      return Response.json({ error: "send application/json" }, { status: 400 });
    }
    try {
      const body = await request.json() as ActiveFault | ActiveFault[];
      board.set(Array.isArray(body) ? body : [body]);
    } catch (error) {
      const message = error instanceof RangeError ? error.message : "the body is not JSON";
      return Response.json({ error: message }, { status: 400 });
    }
  } else if (request.method === "DELETE") board.set([]);
  else if (request.method !== "GET") return new Response(null, { status: 405 });
  return Response.json({ active: board.active, kinds: FAULT_KINDS });
}
