/**
 * A store that is opened when it can be: a file that cannot be opened now, or that turns out to be damaged, is
 * opened again with the next call.
 *
 * @module
 */
import { StoreError, toStoreError } from "./error.ts";
import { OPERATIONS } from "./guard.ts";
import type { SharedStore, StoreKind } from "./port.ts";

type Facets = Record<string, Record<string, (...given: unknown[]) => Promise<unknown>>>;

/**
 * Opens the store, or stands for it until it can be opened: until then every call rejects as `open` did.
 * Never rejects.
 *
 * @param open opens it; called again after it has rejected, once at a time
 * @param onError told of each attempt that failed
 * @param isBroken whether a call failed so that the store must be opened anew
 */
export async function openWhenThere(
  kind: StoreKind,
  open: () => Promise<SharedStore>,
  onError: (error: unknown) => void,
  isBroken: (error: unknown) => boolean,
): Promise<SharedStore> {
  let opening: Promise<SharedStore> | null = null;
  let closed = false;
  const opened = () =>
    opening ??= open().catch((error) => {
      opening = null;
      onError(error);
      throw toStoreError(error);
    });
  const call = async (use: (store: SharedStore) => Promise<unknown>) => {
    if (closed) throw new StoreError("closed", "the store is closed");
    const current = opened();
    const store = await current;
    try {
      return await use(store);
    } catch (error) {
      if (isBroken(error) && opening === current) {
        opening = null;
        onError(error);
        await store.close();
      }
      throw error;
    }
  };
  await opened().catch(() => {});
  const store: Record<string, unknown> = {
    kind,
    ping: () => call((store) => store.ping()),
    async close() {
      closed = true;
      const last = await opening?.catch(() => null);
      await last?.close();
    },
  };
  for (const [facet, operations] of Object.entries(OPERATIONS)) {
    store[facet] = Object.fromEntries(
      Object.keys(operations).map((name) => [
        name,
        (...given: unknown[]) =>
          call((store) => (store as unknown as Facets)[facet]![name]!(...given)),
      ]),
    );
  }
  return store as unknown as SharedStore;
}
