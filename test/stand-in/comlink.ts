/** The Comlink that comes with the client, loaded in the frame's page from `/comlink.js`. */

/** Port of the other side's function or object; calling it asks the other side. */
export type Remote<Args extends unknown[]> = (...args: Args) => Promise<unknown>;

interface Comlink {
  expose(target: object, port: MessagePort): void;
  /** Marks what must stay here: the other side gets a port to it, and no copy. */
  proxy<T extends object>(target: T): T;
  transfer<T>(value: T, transfers: readonly Transferable[]): T;
}

// Not known to the bundler, so that the page loads the package's own file as it is.
const address: string = '/comlink.js';
export const { Comlink } = (await import(address)) as { Comlink: Comlink };
