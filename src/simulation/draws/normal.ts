/**
 * The standard normal distribution from the other side: below which number a share of it lies. One random number makes
 * one normal number this way, without sine and cosine, and a larger one makes a larger one.
 */
import { ln } from './elementary.ts';

/**
 * Wichura's rational approximations, of which the relative error is about 1e-16. His third one, for shares below e^-25, is
 * left out: no draw comes near.
 *
 * @param share from 1.4e-11 to 1 − 1.4e-11
 * Source: M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37
 * (1988), pages 477–484, routine PPND16.
 */
export function normalBelow(share: number): number {
  const q = share - 0.5;
  if (Math.abs(q) <= 0.425) return nearTheMiddle(q);
  const size = inTheTail(q < 0 ? share : 1 - share);
  return q < 0 ? -size : size;
}

function nearTheMiddle(q: number): number {
  const r = 0.180_625 - q * q;
  let above = 2509.0809287301227;
  above = above * r + 33430.57558358813;
  above = above * r + 67265.7709270087;
  above = above * r + 45921.95393154987;
  above = above * r + 13731.69376550946;
  above = above * r + 1971.5909503065513;
  above = above * r + 133.14166789178438;
  above = above * r + 3.3871328727963665;
  let below = 5226.495278852854;
  below = below * r + 28729.085735721943;
  below = below * r + 39307.89580009271;
  below = below * r + 21213.794301586597;
  below = below * r + 5394.196021424751;
  below = below * r + 687.1870074920579;
  below = below * r + 42.31333070160091;
  return (q * above) / (below * r + 1);
}

function inTheTail(share: number): number {
  const r = Math.sqrt(-ln(share)) - 1.6;
  let above = 0.0007745450142783414;
  above = above * r + 0.022723844989269184;
  above = above * r + 0.2417807251774506;
  above = above * r + 1.2704582524523684;
  above = above * r + 3.6478483247632045;
  above = above * r + 5.769497221460691;
  above = above * r + 4.630337846156546;
  above = above * r + 1.4234371107496835;
  let below = 1.0507500716444169e-9;
  below = below * r + 0.0005475938084995345;
  below = below * r + 0.015198666563616457;
  below = below * r + 0.14810397642748008;
  below = below * r + 0.6897673349851;
  below = below * r + 1.6763848301838038;
  below = below * r + 2.053191626637759;
  return above / (below * r + 1);
}
