/**
 * Loaded before each test file when `FUZZ_SEED` is set: property tests then try the same inputs each time, so
 * that a change is judged by itself. Without it, and in `deno task fuzz`, every run tries others.
 *
 * @module
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(Deno.env.get("FUZZ_SEED")) });
