/** What a function calls in its turn is on the receipt, and so it is among what a step shows of a reader's call. */
import { expect, test } from 'vitest';
import { withNodeHost } from '../../../src/build/exercises/validate.ts';
import { type Ended, isEnded } from '../../../src/lesson/steps/counting.ts';
import { followPlayground } from '../../../src/lesson/steps/facts.ts';
import { perform } from '../../../src/lesson/steps/perform.ts';
import { realPlayground, sampleFromDisk } from './real-lesson.ts';

test('a call is told after what its function called, each of these once, and the next call has its own', () =>
  withNodeHost(async (createHost) => {
    const { model } = realPlayground(sampleFromDisk('keten-met-http'), createHost);
    const heard: Ended[] = [];
    followPlayground(model, (fact) => isEnded(fact) && heard.push(fact));
    const one = [
      { type: 'run', functionName: 'betaal', status: null, isOk: true },
      { type: 'run', functionName: 'pak-in', status: null, isOk: true },
      { type: 'run', functionName: 'verstuur', status: null, isOk: true },
      { type: 'call', functionName: 'bestel', status: 201 },
    ];
    try {
      model.settings.timeoutMs.value = 30_000;
      await perform(model, { request: 'POST /bestellingen/12', run: 1 });
      expect(heard).toMatchObject(one);
      expect(heard.every(({ usage }) => usage !== null)).toBe(true);
      await perform(model, { run: 1 });
      expect(heard).toMatchObject([...one, ...one]);
    } finally {
      model.dispose();
    }
  }));

test('of calls at once, none is told twice', () =>
  withNodeHost(async (createHost) => {
    const { model } = realPlayground(sampleFromDisk('kaartverkoop'), createHost);
    const heard: Ended[] = [];
    followPlayground(model, (fact) => isEnded(fact) && heard.push(fact));
    try {
      await perform(model, { limit: 2, burst: 50 });
      expect(heard).toHaveLength(50);
      expect(new Set(heard.map(({ type }) => type))).toEqual(new Set(['call']));
    } finally {
      model.dispose();
    }
  }));
