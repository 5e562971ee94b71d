/** Plain fractions of whole numbers: all that the second calculator reckons with. */

export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom = 1n) {
    this.top = top;
    this.bottom = bottom;
  }

  /** A price as a page prints it: `0.0000166667`. */
  static of(text: string): Fraction {
    const [whole = '0', part = ''] = text.split('.');
    return new Fraction(BigInt(whole + part), 10n ** BigInt(part.length));
  }

  plus(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.top, other.bottom));
  }

  times(other: Fraction | bigint): Fraction {
    const by = typeof other === 'bigint' ? new Fraction(other) : other;
    return new Fraction(this.top * by.top, this.bottom * by.bottom);
  }

  per(other: bigint): Fraction {
    return new Fraction(this.top, this.bottom * other);
  }

  isBelow(other: Fraction): boolean {
    return this.top * other.bottom < other.top * this.bottom;
  }

  orAtLeastNothing(): Fraction {
    return this.top < 0n ? nothing : this;
  }

  atMost(other: Fraction): Fraction {
    return other.isBelow(this) ? other : this;
  }

  /** The next whole number, upwards. */
  up(): bigint {
    return upTo(this.top, this.bottom) / this.bottom;
  }
}

export const nothing = new Fraction(0n);

export function sum(all: readonly Fraction[]): Fraction {
  return all.reduce((total, one) => total.plus(one), nothing);
}

/** To the next multiple of `step`. */
export function upTo(value: bigint, step: bigint): bigint {
  return ((value + step - 1n) / step) * step;
}

/**
 * Whether a printed amount is this fraction, to the last digit: exactly where it ends, and where it has no end (a price by the
 * hour, used for seconds) to within half of the last printed decimal.
 */
export function isPrinted(printed: string, exact: Fraction): boolean {
  const difference = Fraction.of(printed).minus(exact);
  if (difference.top === 0n) return true;
  const decimals = printed.split('.')[1]?.length ?? 0;
  const size = difference.top < 0n ? nothing.minus(difference) : difference;
  // Forty decimals are printed of what does not end; zeros at the end of those may be left out.
  return (
    decimals > 30 && size.times(2n).isBelow(new Fraction(1n, 10n ** 40n).plus(new Fraction(1n, 10n ** 60n)))
  );
}
