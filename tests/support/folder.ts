/**
 * A folder of a test's own.
 *
 * @module
 */

/** Makes an empty folder and removes it with all that is in it when `use` has ended. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await Deno.makeTempDir({ prefix: "test-" });
  try {
    return await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
