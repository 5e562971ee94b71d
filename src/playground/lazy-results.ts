/**
 * What shows the outcome of a run is fetched with the engine, when a reader is about to run something: a page that is
 * only read needs neither. Until then each of them has a place with a few words in it.
 */
import { signal } from '@preact/signals';
import { pricing } from './lazy-pricing.ts';
import type { Lab } from './model.ts';
import type { Sample } from './sample.ts';

type ResultsModule = typeof import('./Results.tsx');
type CompactModule = typeof import('./CompactAnswer.tsx');

export const results = signal<ResultsModule | null>(null);
export const compactResults = signal<CompactModule | null>(null);

/** @throws when the network is gone and the page never had them */
export async function openWithResults(sample: Sample): Promise<Lab> {
  const [{ openBrowserLab }, module, billing] = await Promise.all([
    import('./lab.ts'),
    import('./Results.tsx'),
    import('./pricing.ts'),
  ]);
  pricing.value = billing;
  results.value = module;
  return openBrowserLab(sample);
}

/** For the small playground of the front page. */
export async function openWithCompactResults(sample: Sample): Promise<Lab> {
  const [{ openBrowserLab }, module, billing] = await Promise.all([
    import('./lab.ts'),
    import('./CompactAnswer.tsx'),
    import('./pricing.ts'),
  ]);
  pricing.value = billing;
  compactResults.value = module;
  return openBrowserLab(sample);
}
