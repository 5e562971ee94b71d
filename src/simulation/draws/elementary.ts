/**
 * Logarithm and exponential that are the same to the last bit in every browser and in Node. The language leaves
 * `Math.log` and `Math.exp` to each engine, and these differ in some percents of all arguments; what is below is only
 * made of operations that IEEE 754 rounds in one way. It follows the method and the constants of fdlibm (`e_log.c` and
 * `e_exp.c`), of which the error stays under one unit in the last place:
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 *
 * Power, sine and cosine are not here: a draw that would need them is made from these two (`durations.ts`, `normal.ts`).
 * `Math.sqrt` may be used, since it is rounded correctly everywhere.
 */

// The halves of a double, for its exponent. Every computer that runs this is little-endian.
const asDouble = new Float64Array(1);
const asWords = new Int32Array(asDouble.buffer);
const HIGH = 1;

const BIAS = 1023;
/** 2^(n − BIAS) at n. To multiply by it is faster than to write an exponent into a double, and as exact. */
const POWERS = new Float64Array(2 * BIAS + 1);
for (let n = 0, power = 1; n <= BIAS; n += 1, power *= 2) {
  POWERS[BIAS + n] = power;
  POWERS[BIAS - n] = 1 / power;
}

/** ln 2 in two parts, the first with so many zeros at its end that a product with an exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

// Of R, in ln(1 + f) = f − s (f − R) with s = f / (2 + f): the least error between √½ and √2, by Remez.
const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

/** From the high word of √½ to that of 1: added to that of a mantissa above √2 or below √½, it moves the exponent. */
const ABOVE_ROOT_HALF = 0x3ff00000 - 0x3fe6a09e;

/**
 * The natural logarithm.
 *
 * @param x from 2^-1022 to 2^1023; beyond, the answer means nothing
 */
export function ln(x: number): number {
  asDouble[0] = x;
  // Counted from √½, the exponent is that of the power of two with which √½ ≤ mantissa < √2.
  const exponent = (((asWords[HIGH] as number) + ABOVE_ROOT_HALF) >> 20) - BIAS;
  const f = x * (POWERS[BIAS - exponent] as number) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const even = w * (L2 + w * (L4 + w * L6));
  const halfSquare = 0.5 * f * f;
  return s * (halfSquare + (odd + even)) + exponent * LN2_LOW - halfSquare + f + exponent * LN2_HIGH;
}

const PER_LN2 = Math.LOG2E;

// Of c, in exp(r) = 1 + r + r c / (2 − c), for |r| ≤ ½ ln 2.
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 0.00006613756321437934;
const P4 = -0.0000016533902205465252;
const P5 = 4.1381367970572385e-8;

const LARGEST = 709.782712893384;
/** The exponent of a double goes no lower while its mantissa is whole; what is less counts as 0 here. */
const SMALLEST = -708;

/** The exponential function. Above e^709.78 it is infinite; below e^-708, where doubles lose digits, it is 0. */
export function exp(x: number): number {
  if (x > LARGEST) return Number.POSITIVE_INFINITY;
  if (x < SMALLEST) return 0;
  const k = Math.floor(PER_LN2 * x + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  // 2^1024 is no double, so that its last factor 2 comes apart.
  if (k > BIAS) return y * (POWERS[2 * BIAS] as number) * 2;
  return y * (POWERS[k + BIAS] as number);
}
