/** Tells listeners of new entries, all of one moment together: once a microtask. */
import type { Entry, Listener } from './types.ts';

export class Publisher {
  readonly #listeners = new Set<Listener>();
  #batch: Entry[] = [];

  add(entry: Entry): void {
    if (this.#listeners.size === 0) return;
    if (this.#batch.length === 0) queueMicrotask(() => this.#flush());
    this.#batch.push(entry);
  }

  /** @returns what ends the subscription */
  subscribe(listener: Listener): () => void {
    // Wrapped, so that a listener that subscribes twice is told twice and can leave once.
    const own: Listener = (entries) => listener(entries);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  #flush(): void {
    const batch = this.#batch;
    this.#batch = [];
    for (const listener of this.#listeners) {
      try {
        listener(batch);
      } catch (error) {
        // One listener's mistake costs the others nothing, and still shows up as uncaught.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
