/** A fingerprint of very many draws, to the last bit of each: it runs in Node and in a page. */
import { type Arrivals, arrivals, type Durations, sampler, stream } from '../../src/simulation/index.ts';

const DRAWS = 50_000;

const DURATIONS: readonly Durations[] = [
  { kind: 'exponential', mean: 1991 },
  { kind: 'h2', mean: 2244 },
  { kind: 'lognormal', mu: 0.2965, sigma: 1.326 },
  { kind: 'weibull', k: 0.4176, lambda: 0.4217 },
  { kind: 'samples', values: [0.1, 0.2, 0.7] },
];

const ARRIVALS: readonly Arrivals[] = [
  { kind: 'poisson', perSecond: 0.9 },
  { kind: 'constant', everyMs: 0.7 },
  { kind: 'onOff', perSecond: 30, onMs: 700, offMs: 4100 },
  { kind: 'day', perHour: Array.from({ length: 24 }, (_, hour) => (hour * hour) / 7) },
];

/**
 * What the draws hash to in every engine. It was reckoned once, under Node, and changes only when a draw does: then what
 * somebody simulated before gives other numbers.
 */
export const HASH_OF_DRAWS =
  '1bb4bc45 dbf8e343 e213a36a 970905fb 4e030dd7 3a82ce81 1e4ccd34 e5ae65ca d793a171';

/** FNV-1a over the 32-bit words of all draws of all shapes. */
export function hashOfDraws(): string {
  const drawn = new Float64Array(1);
  const words = new Uint32Array(drawn.buffer);
  let hash = 0x811c9dc5;
  const hear = (draw: () => number) => {
    for (let at = 0; at < DRAWS; at += 1) {
      drawn[0] = draw();
      for (const word of words) hash = Math.imul(hash ^ word, 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return [
    ...DURATIONS.map((shape, seed) => hear(sampler(shape, stream(seed)))),
    ...ARRIVALS.map((shape, seed) => hear(arrivals(shape, stream(seed)))),
  ].join(' ');
}
