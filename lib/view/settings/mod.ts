/**
 * Settings without an account: kept in one cookie, so that the server renders them at once.
 *
 * @module
 */
export * from "./settings.ts";
export * from "./cookie.ts";
export * from "./form.ts";
