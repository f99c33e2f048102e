/**
 * HTTP shared by pages and API: problems, security headers, and the front before every handler.
 *
 * @module
 */
export * from "./problem.ts";
export { CONTENT_SECURITY_POLICY, secured, SECURITY_HEADERS, whole } from "./security_headers.ts";
export { clientAddress, clientNetwork } from "./client_address.ts";
export { ClientPlaces } from "./client_places.ts";
export { createReaderAddresses, type ReaderAddresses } from "./reader_addresses.ts";
export {
  type ConnectionInfo,
  createFront,
  type FrontOptions,
  type Handler,
  MAX_BODY_BYTES,
  MAX_URL_LENGTH,
} from "./front.ts";
export { handleProcess, type Running, serve, type ServeOptions, type Service } from "./serve.ts";
