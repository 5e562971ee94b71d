/**
 * A whole number that only grows: as fast as a plain number while it is small, exact when it is not.
 *
 * A double holds every whole number up to 2^53. What would pass that moves into a BigInt, so that 10^9
 * records of the largest kind lose nothing and the common case allocates nothing.
 */
export class Counter {
  #small = 0;
  #large = 0n;

  /** Adds a × b × c. All three are whole, safe and not negative. */
  add(a: number, b = 1, c = 1): void {
    const product = a * b * c;
    // A product beyond 2^53 can't round to one below it, so this test is exact.
    if (product > Number.MAX_SAFE_INTEGER) this.#large += BigInt(a) * BigInt(b) * BigInt(c);
    else this.#addSmall(product);
  }

  get value(): bigint {
    return this.#large + BigInt(this.#small);
  }

  #addSmall(quantity: number): void {
    const sum = this.#small + quantity;
    if (sum <= Number.MAX_SAFE_INTEGER) {
      this.#small = sum;
      return;
    }
    this.#large += BigInt(this.#small);
    this.#small = quantity;
  }
}
