/** What is to come, the earliest first: a binary heap of moments, each with whom it is about. */

const FIRST_CAPACITY = 64;

export class Agenda<Entry> {
  #moments = new Float64Array(FIRST_CAPACITY);
  readonly #entries: Entry[] = [];
  #size = 0;
  /** The first moment, in microseconds; infinite when nothing is to come. */
  firstUs = Number.POSITIVE_INFINITY;

  add(atUs: number, entry: Entry): void {
    if (this.#size === this.#moments.length) this.#grow();
    const moments = this.#moments;
    const entries = this.#entries;
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const aboveUs = moments[above] as number;
      if (aboveUs <= atUs) break;
      moments[at] = aboveUs;
      entries[at] = entries[above] as Entry;
      at = above;
    }
    moments[at] = atUs;
    entries[at] = entry;
    this.firstUs = moments[0] as number;
  }

  /** Takes the entry of the first moment out; there must be one. */
  takeFirst(): Entry {
    const moments = this.#moments;
    const entries = this.#entries;
    const first = entries[0] as Entry;
    this.#size -= 1;
    const size = this.#size;
    const lastUs = moments[size] as number;
    const last = entries.pop() as Entry;
    if (size === 0) {
      this.firstUs = Number.POSITIVE_INFINITY;
      return first;
    }
    let at = 0;
    for (let below = 1; below < size; below = 2 * at + 1) {
      const right = below + 1;
      if (right < size && (moments[right] as number) < (moments[below] as number)) below = right;
      const belowUs = moments[below] as number;
      if (belowUs >= lastUs) break;
      moments[at] = belowUs;
      entries[at] = entries[below] as Entry;
      at = below;
    }
    moments[at] = lastUs;
    entries[at] = last;
    this.firstUs = moments[0] as number;
    return first;
  }

  #grow(): void {
    const larger = new Float64Array(2 * this.#moments.length);
    larger.set(this.#moments);
    this.#moments = larger;
  }
}
