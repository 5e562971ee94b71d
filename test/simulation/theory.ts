/**
 * What queueing theory says exactly, written from the formulas and not from the simulation.
 *
 * Sources: A. K. Erlang (1917) for blocking; L. Takács (1962) for busy servers without a limit; the renewal of one
 * instance, and the Markov chain of instances that are idle for an exponential time, are derived in their comments.
 */

/** The share of calls that finds all `servers` busy, by the recursion 1/B(k) = 1 + (k/a)/B(k − 1). */
export function erlangB(servers: number, offeredLoad: number): number {
  let inverse = 1;
  for (let k = 1; k <= servers; k += 1) inverse = 1 + (k / offeredLoad) * inverse;
  return 1 / inverse;
}

/** The chance of at most `most` busy servers, when there is no limit: their number is Poisson. */
export function busyAtMost(most: number, load: number): number {
  let term = Math.exp(-load);
  let sum = term;
  for (let k = 1; k <= most; k += 1) {
    term *= load / k;
    sum += term;
  }
  return sum;
}

/**
 * One instance at most. After each call that it served, the next call finds it there if it comes within the idle time:
 * that chance is 1 − e^(−λT), and does not hang on anything before. What comes while it works is refused.
 */
export function oneInstance(perSecond: number, warm: number, cold: number, idleTimeout: number) {
  const pCold = Math.exp(-perSecond * idleTimeout);
  const service = (1 - pCold) * warm + pCold * cold;
  const cycle = service + 1 / perSecond;
  const idle = (1 - pCold) / perSecond;
  return {
    pColdGivenServed: pCold,
    pReject: service / cycle,
    running: service / cycle,
    servers: (service + idle) / cycle,
    lifespan: (service + idle) / pCold,
  };
}

interface Chain {
  readonly arrivalRate: number;
  readonly warmMean: number;
  readonly coldMean: number;
  readonly keepMean: number;
}

/**
 * The chain of (warm calls, cold calls, idle instances), with exponential times everywhere, as its stationary
 * distribution, by Gauss–Seidel on what flows in and out of each state.
 *
 * @param most of warm calls, cold calls and idle instances that are reckoned with
 */
export function markovChain(chain: Chain, most: readonly [number, number, number]) {
  const { arrivalRate, warmMean, coldMean, keepMean } = chain;
  const [W, C, I] = most.map((each) => each + 1) as [number, number, number];
  const at = (w: number, c: number, i: number) => (w * C + c) * I + i;
  const p = new Float64Array(W * C * I).fill(1 / (W * C * I));
  for (let change = 1, round = 0; change > 1e-17 && round < 4000; round += 1) {
    change = 0;
    let sum = 0;
    for (let w = 0; w < W; w += 1) {
      for (let c = 0; c < C; c += 1) {
        for (let i = 0; i < I; i += 1) {
          const goesOn = i > 0 ? w + 1 < W : c + 1 < C;
          const frees = i + 1 < I;
          const out = (goesOn ? arrivalRate : 0) + (frees ? w / warmMean + c / coldMean : 0) + i / keepMean;
          let into = 0;
          if (w > 0 && i + 1 < I) into += arrivalRate * (p[at(w - 1, c, i + 1)] as number);
          if (c > 0 && i === 0) into += arrivalRate * (p[at(w, c - 1, 0)] as number);
          if (w + 1 < W && i > 0) into += ((w + 1) / warmMean) * (p[at(w + 1, c, i - 1)] as number);
          if (c + 1 < C && i > 0) into += ((c + 1) / coldMean) * (p[at(w, c + 1, i - 1)] as number);
          if (i + 1 < I) into += ((i + 1) / keepMean) * (p[at(w, c, i + 1)] as number);
          const next = out > 0 ? into / out : 0;
          change = Math.max(change, Math.abs(next - (p[at(w, c, i)] as number)));
          p[at(w, c, i)] = next;
          sum += next;
        }
      }
    }
    for (let each = 0; each < p.length; each += 1) p[each] = (p[each] as number) / sum;
  }
  let [pCold, running, idle] = [0, 0, 0];
  for (let w = 0; w < W; w += 1) {
    for (let c = 0; c < C; c += 1) {
      for (let i = 0; i < I; i += 1) {
        const share = p[at(w, c, i)] as number;
        if (i === 0) pCold += share;
        running += share * (w + c);
        idle += share * i;
      }
    }
  }
  return {
    pCold,
    running,
    idle,
    servers: running + idle,
    lifespan: (running + idle) / (arrivalRate * pCold),
  };
}
