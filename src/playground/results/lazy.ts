/**
 * What shows the outcome of a run is fetched with the engine, when a reader is about to run something: a page that is
 * only read needs neither. Until then each of them has a place with a few words in it.
 */
import { type Signal, signal } from '@preact/signals';
import type { Sample } from '../../course/sample.ts';
import { pricing } from '../../till/visit/lazy-pricing.ts';
import type { LabOwner } from '../code/origin.ts';
import type { Lab } from '../model/lab.ts';

type ResultsModule = typeof import('./Results.tsx');
type CompactModule = typeof import('./CompactAnswer.tsx');

export const results = signal<ResultsModule | null>(null);
export const compactResults = signal<CompactModule | null>(null);

/** @throws when the network is gone and the page never had them */
export function openWithResults(sample: Sample, owner: LabOwner): Promise<Lab> {
  return openWith(sample, owner, results, import('./Results.tsx'));
}

/** For the small playground of the front page. */
export function openWithCompactResults(sample: Sample, owner: LabOwner): Promise<Lab> {
  return openWith(sample, owner, compactResults, import('./CompactAnswer.tsx'));
}

async function openWith<T>(
  sample: Sample,
  owner: LabOwner,
  shown: Signal<T | null>,
  fetching: Promise<T>,
): Promise<Lab> {
  const [module, { openBrowserLab }, billing] = await Promise.all([
    fetching,
    import('../model/open-lab.ts'),
    import('../../till/visit/pricing.ts'),
  ]);
  pricing.value = billing;
  shown.value = module;
  return openBrowserLab(sample, owner);
}
