/**
 * Reading a form that was posted: capped while it comes in.
 *
 * @module
 */
import { HttpError } from "fresh";
import { MAX_BODY_BYTES } from "./front.ts";

/** Types that browsers give to forms. */
export type FormType = "application/x-www-form-urlencoded" | "multipart/form-data";

/**
 * The fields of a form. It is never held beyond `MAX_BODY_BYTES`: over HTTP/2 a body needs neither a length nor
 * `Transfer-Encoding`, so that the front cannot know how long it will be.
 *
 * @param types that are understood
 * @throws HttpError 415 for another type, 413 for too much, 400 for what is no form
 */
export async function readForm(request: Request, types: readonly FormType[]): Promise<FormData> {
  const given = request.headers.get("content-type") ?? "";
  const [type = ""] = given.split(";");
  if (!(types as readonly string[]).includes(type.trim().toLowerCase())) throw new HttpError(415);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      // Leaving the loop cancels what is still to come.
      if (size > MAX_BODY_BYTES) break;
      chunks.push(chunk);
    }
    if (size <= MAX_BODY_BYTES) {
      return await new Response(new Blob(chunks), { headers: { "content-type": given } })
        .formData();
    }
  } catch {
    throw new HttpError(400);
  }
  throw new HttpError(413);
}
