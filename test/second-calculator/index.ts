/**
 * A second calculator. Each cloud is written out below as its own price page tells it, with the prices typed again, in plain
 * fractions: it imports nothing of `src/` and reads no file of `content/tariffs`. `agrees.test.ts` holds it beside billing.
 *
 * What it takes from the course and not from a provider is what the course's own words about a usage record say: a cold start
 * is one span; what was not measured is taken at its most ordinary (CPU time: the whole run, memory: all of it, an instance for
 * each run); what a provider does not say is not rounded and a start not billed; size above the largest that is sold is counted
 * as it is; data out is left out of all of them.
 */
import { Fraction, nothing, sum, upTo } from './fraction.ts';

/** One kind of run, or of instances that were kept ready; spans in whole microseconds. */
export interface Use {
  readonly kind: 'run' | 'run on a ready instance' | 'ready';
  readonly count: bigint;
  readonly ranUs: bigint;
  readonly startedUs: bigint;
  readonly memoryMb: bigint;
  readonly cpuUs: bigint | null;
  readonly usedMb: bigint | null;
  /** How long its instance was active because of it, where several shared one. */
  readonly activeUs: bigint | null;
  readonly vcpu: string | null;
  readonly answerBytes: bigint | null;
  /** Which stretch of activity of one instance it was part of. */
  readonly stretch: string | null;
}

/** What a month of it costs, in dollars. */
export type Calculator = (uses: readonly Use[], hasFreeTier: boolean) => Fraction;

const SECOND = 1_000_000n;
const MILLISECOND = 1_000n;
const MILLION = new Fraction(1_000_000n);
const GIB = 1_073_741_824n;

const usd = Fraction.of;
const runs = (uses: readonly Use[]) => uses.filter(({ kind }) => kind !== 'ready');
const ordinary = (uses: readonly Use[]) => uses.filter(({ kind }) => kind === 'run');
const onReady = (uses: readonly Use[]) => uses.filter(({ kind }) => kind === 'run on a ready instance');
const ready = (uses: readonly Use[]) => uses.filter(({ kind }) => kind === 'ready');

const countOf = (uses: readonly Use[]) => new Fraction(uses.reduce((total, { count }) => total + count, 0n));
const most = (a: bigint, b: bigint) => (a > b ? a : b);

/** GB-seconds, or seconds of anything else of which `amount` is there. */
const secondsOf = (us: bigint, amount: Fraction) => amount.times(us).per(SECOND);
const gb = (mb: bigint) => new Fraction(mb, 1_024n);

function size(mb: bigint, sizes: readonly bigint[]): bigint {
  return sizes.find((one) => one >= mb) ?? mb;
}

function above(amount: Fraction, free: string, hasFree: boolean): Fraction {
  return hasFree ? amount.minus(usd(free)).orAtLeastNothing() : amount;
}

const perMillion = (amount: Fraction, price: string) =>
  amount.times(usd(price)).times(new Fraction(1n, MILLION.top));

/** Each tier has its own price; the first begins at nothing. */
function tiered(
  amount: Fraction,
  tiers: readonly (readonly [upTo: string | null, price: string])[],
): Fraction {
  let from = nothing;
  let total = nothing;
  for (const [end, price] of tiers) {
    const to = end === null ? amount : amount.atMost(usd(end));
    total = total.plus(to.minus(from).orAtLeastNothing().times(usd(price)));
    if (end !== null) from = usd(end);
  }
  return total;
}

/** Runs, each its own stretch, or all that share one together: how long each stretch lasted, and whose it was. */
function stretches(uses: readonly Use[], withStart: boolean): { us: bigint; times: bigint; of: Use }[] {
  const alone: { us: bigint; times: bigint; of: Use }[] = [];
  const shared = new Map<string, { us: bigint; times: bigint; of: Use }>();
  for (const use of uses) {
    const us = (use.activeUs ?? use.ranUs) + (withStart ? use.startedUs : 0n);
    if (use.stretch === null) alone.push({ us, times: use.count, of: use });
    else {
      const before = shared.get(use.stretch)?.us ?? 0n;
      if (use.count > 0n) shared.set(use.stretch, { us: before + us * use.count, times: 1n, of: use });
    }
  }
  return [...alone, ...shared.values()];
}

/** AWS Lambda since August 2025: whole milliseconds, starts billed, a free tier that kept-ready functions don't have. */
function lambda(
  tiers: readonly (readonly [string | null, string])[],
  kept: string,
  keptRun: string,
): Calculator {
  const time = (use: Use) =>
    secondsOf(
      most(upTo(use.ranUs + use.startedUs, MILLISECOND), MILLISECOND) * use.count,
      gb(most(use.memoryMb, 128n)),
    );
  const streamed = (use: Use) =>
    new Fraction(most((use.answerBytes ?? 0n) - 6n * 1_024n * 1_024n, 0n) * use.count, GIB);
  return (uses, hasFree) =>
    sum([
      perMillion(above(countOf(ordinary(uses)), '1000000', hasFree).plus(countOf(onReady(uses))), '0.20'),
      tiered(above(sum(ordinary(uses).map(time)), '400000', hasFree), tiers),
      sum(onReady(uses).map(time)).times(usd(keptRun)),
      sum(
        ready(uses).map((use) =>
          secondsOf(upTo(use.ranUs, 300n * SECOND) * use.count, gb(most(use.memoryMb, 128n))),
        ),
      ).times(usd(kept)),
      above(sum(ordinary(uses).map(streamed)), '100', hasFree)
        .plus(sum(onReady(uses).map(streamed)))
        .times(usd('0.008')),
    ]);
}

const lambdaX86 = lambda(
  [
    ['6000000000', '0.0000166667'],
    ['15000000000', '0.000015'],
    [null, '0.0000133334'],
  ],
  '0.0000041667',
  '0.0000097222',
);
const lambdaArm = lambda(
  [
    ['7500000000', '0.0000133334'],
    ['18750000000', '0.0000120001'],
    [null, '0.0000106667'],
  ],
  '0.0000033334',
  '0.0000077778',
);

/** In the days of 100 ms and of memory in steps of 64 MB, when starts were free. */
const lambdaOf2014: Calculator = (uses, hasFree) => {
  const time = (use: Use) =>
    secondsOf(
      most(upTo(use.ranUs, 100n * MILLISECOND), 100n * MILLISECOND) * use.count,
      gb(most(upTo(use.memoryMb, 64n), 128n)),
    );
  return perMillion(above(countOf(runs(uses)), '1000000', hasFree), '0.20').plus(
    above(sum(runs(uses).map(time)), '400000', hasFree).times(usd('0.00001667')),
  );
};

/** Azure's old plan: the memory that was really used, in steps of 128 MB, and at least a tenth of a second. */
const azureConsumption: Calculator = (uses, hasFree) => {
  const time = (use: Use) =>
    secondsOf(
      most(upTo(use.ranUs, MILLISECOND), 100n * MILLISECOND) * use.count,
      gb(most(upTo(use.usedMb ?? use.memoryMb, 128n), 128n)),
    );
  return perMillion(above(countOf(runs(uses)), '1000000', hasFree), '0.20').plus(
    above(sum(runs(uses).map(time)), '400000', hasFree).times(usd('0.000016')),
  );
};

/** Azure's new plan: instances of three sizes, as long as they are active, at least a second; nothing free on ready ones. */
const azureFlex: Calculator = (uses, hasFree) => {
  const sizes = [512n, 2_048n, 4_096n];
  const time = (some: readonly Use[]) =>
    sum(
      stretches(some, false).map(({ us, times, of }) =>
        secondsOf(most(upTo(us, 100n * MILLISECOND), SECOND) * times, gb(size(of.memoryMb, sizes))),
      ),
    );
  return sum([
    perMillion(above(countOf(ordinary(uses)), '250000', hasFree).plus(countOf(onReady(uses))), '0.40'),
    above(time(ordinary(uses)), '100000', hasFree).times(usd('0.000026')),
    time(onReady(uses)).times(usd('0.000016')),
    sum(ready(uses).map((use) => secondsOf(use.ranUs * use.count, gb(size(use.memoryMb, sizes))))).times(
      usd('0.000004'),
    ),
  ]);
};

/** Seconds of a Cloud Run instance: of `amount`, in steps of 100 ms, the start included. */
function cloudRunSeconds(uses: readonly Use[], amount: (use: Use) => Fraction): Fraction {
  return sum(
    stretches(runs(uses), true).map(({ us, times, of }) =>
      secondsOf(most(upTo(us, 100n * MILLISECOND), 100n * MILLISECOND) * times, amount(of)),
    ),
  );
}

/** What ready instances were ready for and did not spend on a run. */
function idleSeconds(uses: readonly Use[], amount: (use: Use) => Fraction): Fraction {
  const kept = sum(ready(uses).map((use) => secondsOf(use.ranUs * use.count, amount(use))));
  return kept.minus(cloudRunSeconds(onReady(uses), amount)).orAtLeastNothing();
}

function cloudRunTier1(vcpu: (use: Use) => Fraction, memory: (use: Use) => Fraction): Calculator {
  return (uses, hasFree) =>
    sum([
      perMillion(above(countOf(runs(uses)), '2000000', hasFree), '0.40'),
      above(cloudRunSeconds(uses, vcpu), '180000', hasFree).times(usd('0.000024')),
      above(cloudRunSeconds(uses, memory), '360000', hasFree).times(usd('0.0000025')),
      idleSeconds(uses, vcpu).times(usd('0.0000025')),
      idleSeconds(uses, memory).times(usd('0.0000025')),
    ]);
}

const ownVcpu = (use: Use) => usd(use.vcpu ?? '1');
const ownMemory = (use: Use) => gb(use.memoryMb);

/** In dear regions the free tier is worth what it is worth in cheap ones, and no more. */
const cloudRunTier2: Calculator = (uses, hasFree) => {
  const off = (amount: Fraction, discount: string) => above(amount, discount, hasFree);
  return sum([
    off(perMillion(countOf(runs(uses)), '0.40'), '0.80'),
    off(cloudRunSeconds(uses, ownVcpu).times(usd('0.0000336')), '4.32'),
    off(cloudRunSeconds(uses, ownMemory).times(usd('0.0000035')), '0.90'),
  ]);
};

/** A function on Cloud Run gets the processor that goes with its memory. */
const functionSizes: readonly (readonly [mb: bigint, vcpu: string])[] = [
  [128n, '0.083'],
  [256n, '0.167'],
  [512n, '0.333'],
  [1_024n, '0.583'],
  [2_048n, '1'],
  [4_096n, '2'],
  [8_192n, '2'],
  [16_384n, '4'],
  [32_768n, '8'],
];
const cloudRunFunctions = cloudRunTier1(
  (use) => usd(functionSizes.find(([mb]) => mb >= use.memoryMb)?.[1] ?? '8'),
  (use) =>
    gb(
      size(
        use.memoryMb,
        functionSizes.map(([mb]) => mb),
      ),
    ),
);

/** Google's first generation: fixed sizes, each with its own gigahertz. */
const cloudFunctions1: Calculator = (uses, hasFree) => {
  const sizes: readonly (readonly [bigint, string])[] = [
    [128n, '0.2'],
    [256n, '0.4'],
    [512n, '0.8'],
    [1_024n, '1.4'],
    [2_048n, '2.4'],
    [4_096n, '4.8'],
    [8_192n, '4.8'],
  ];
  const us = (use: Use) => most(upTo(use.ranUs, 100n * MILLISECOND), 100n * MILLISECOND) * use.count;
  const memory = (use: Use) =>
    gb(
      size(
        use.memoryMb,
        sizes.map(([mb]) => mb),
      ),
    );
  const ghz = (use: Use) => usd(sizes.find(([mb]) => mb >= use.memoryMb)?.[1] ?? '4.8');
  const cpu = (some: readonly Use[]) => sum(some.map((use) => secondsOf(us(use), ghz(use))));
  const kept = sum(ready(uses).map((use) => secondsOf(use.ranUs * use.count, ghz(use))));
  return sum([
    perMillion(above(countOf(runs(uses)), '2000000', hasFree), '0.40'),
    above(sum(runs(uses).map((use) => secondsOf(us(use), memory(use)))), '400000', hasFree).times(
      usd('0.0000025'),
    ),
    above(cpu(runs(uses)), '200000', hasFree).times(usd('0.0000100')),
    kept
      .minus(cpu(onReady(uses)))
      .orAtLeastNothing()
      .times(usd('0.000001')),
  ]);
};

/** Milliseconds of the processor, and what of them is beyond the quantity that the plan includes. */
const cpuUs = (uses: readonly Use[]) =>
  new Fraction(runs(uses).reduce((total, use) => total + (use.cpuUs ?? use.ranUs) * use.count, 0n));

const cloudflare: Calculator = (uses) =>
  sum([
    usd('5'),
    perMillion(above(countOf(runs(uses)), '10000000', true), '0.30'),
    perMillion(above(cpuUs(uses).per(MILLISECOND), '30000000', true), '0.02'),
  ]);

/** Two sizes; memory as long as the instance is active, the processor as long as it computes; the first million is included. */
const vercel: Calculator = (uses) => {
  const HOUR = 3_600n;
  const memory = sum(
    stretches(runs(uses), false).map(({ us, times, of }) =>
      secondsOf(us * times, gb(size(of.memoryMb, [2_048n, 4_096n]))),
    ),
  );
  return sum([
    perMillion(above(countOf(runs(uses)), '1000000', true), '0.60'),
    cpuUs(uses)
      .per(SECOND * HOUR)
      .times(usd('0.128')),
    memory.per(HOUR).times(usd('0.0106')),
  ]);
};

/** Everything in credits; beyond those of the plan, whole packs. A function has at least 1,024 MB. */
const netlify: Calculator = (uses) => {
  const gbHours = sum(
    runs(uses).map((use) => secondsOf(use.ranUs * use.count, gb(most(use.memoryMb, 1_024n)))),
  ).per(3_600n);
  const credits = perMillion(countOf(runs(uses)), '200').plus(gbHours.times(10n));
  const packs = credits.minus(new Fraction(3_000n)).orAtLeastNothing().per(1_500n).up();
  return usd('20').plus(usd('10').times(packs));
};

const digitalOcean: Calculator = (uses, hasFree) =>
  above(
    sum(
      runs(uses).map((use) =>
        secondsOf(most(use.ranUs, 100n * MILLISECOND) * use.count, gb(most(use.memoryMb, 128n))),
      ),
    ),
    '90000',
    hasFree,
  ).times(usd('0.0000185'));

/** In euro, at the rate of 28 October 2026. */
const scaleway: Calculator = (uses, hasFree) => {
  const memory = (use: Use) => gb(size(use.memoryMb, [128n, 256n, 512n, 1_024n, 2_048n, 3_072n, 4_096n]));
  const time = (use: Use) => secondsOf(use.ranUs * use.count, memory(use));
  return sum([
    perMillion(above(countOf(runs(uses)), '1000000', hasFree), '0.15'),
    above(sum(runs(uses).map(time)), '400000', hasFree).times(usd('0.0000120')),
    sum(ready(uses).map(time)).times(usd('0.0000036')),
  ]).times(usd('1.1133'));
};

const ibm: Calculator = (uses, hasFree) => {
  const sizes: readonly (readonly [bigint, string])[] = [
    [1_024n, '0.25'],
    [2_048n, '0.5'],
    [4_096n, '1'],
  ];
  const time = (amount: (use: Use) => Fraction) =>
    sum(stretches(runs(uses), true).map(({ us, times, of }) => secondsOf(us * times, amount(of))));
  return sum([
    perMillion(above(countOf(runs(uses)), '100000', hasFree), '0.538'),
    above(
      time((use) => usd(sizes.find(([mb]) => mb >= use.memoryMb)?.[1] ?? '1')),
      '100000',
      hasFree,
    ).times(usd('0.00003431')),
    above(
      time((use) =>
        gb(
          size(
            use.memoryMb,
            sizes.map(([mb]) => mb),
          ),
        ),
      ),
      '200000',
      hasFree,
    ).times(usd('0.00000356')),
  ]);
};

const oracle: Calculator = (uses, hasFree) =>
  perMillion(above(countOf(runs(uses)), '2000000', hasFree), '0.20').plus(
    above(
      sum(runs(uses).map((use) => secondsOf(use.ranUs * use.count, gb(most(use.memoryMb, 128n))))),
      '400000',
      hasFree,
    ).times(usd('0.00001417')),
  );

export const calculators: Readonly<Record<string, Calculator>> = {
  'aws-lambda-arm64-eu-central-1': lambdaArm,
  'aws-lambda-arm64-eu-west-1': lambdaArm,
  'aws-lambda-arm64-us-east-1': lambdaArm,
  'aws-lambda-x86-eu-central-1': lambdaX86,
  'aws-lambda-x86-eu-west-1': lambdaX86,
  'aws-lambda-x86-us-east-1': lambdaX86,
  'aws-lambda-x86-us-east-1-2014': lambdaOf2014,
  'azure-functions-consumption': azureConsumption,
  'azure-functions-flex': azureFlex,
  'cloudflare-workers-paid': cloudflare,
  'digitalocean-functions': digitalOcean,
  'gcp-cloud-run-functions': cloudRunFunctions,
  'gcp-cloud-run-request': cloudRunTier1(ownVcpu, ownMemory),
  'gcp-cloud-run-request-tier2': cloudRunTier2,
  'gcp-functions-gen1': cloudFunctions1,
  'ibm-code-engine': ibm,
  'netlify-functions': netlify,
  'oracle-functions': oracle,
  'scaleway-functions': scaleway,
  'vercel-functions-fluid': vercel,
};
