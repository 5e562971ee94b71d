/**
 * The contract's own cases for bindings and delivery, as code that runs everywhere: small functions that ask all that a binding
 * can be asked and answer with what came of it. Beside the samples they hold each target to the lab.
 */
import { readFileSync } from 'node:fs';
import { sampleFromDisk } from '../../src/build/exercises/from-disk.ts';
import type { Sample, SampleFunction, SampleTrigger } from '../../src/course/sample.ts';
import type { Subject } from './pairs.ts';

const HTTP: SampleTrigger = { type: 'http', routes: null };
const QUEUE: SampleTrigger = {
  type: 'queue',
  batchSize: 1,
  batchWindowMs: 0,
  visibilityTimeoutMs: 30_000,
  example: '{ "naam": "van buiten", "faalt": 1 }',
  lostAcks: null,
};

const fileOf = (name: string) => `${name}.js`;

function fn(name: string, trigger: SampleTrigger, grants: SampleFunction['grants']): SampleFunction {
  return { name, entry: fileOf(name), trigger, grants };
}

function caseOf(name: string, functions: readonly SampleFunction[], paths: readonly string[]): Subject {
  const files = functions.map(({ entry }) => ({
    path: entry,
    text: readFileSync(new URL(`contract/${entry}`, import.meta.url), 'utf8'),
  }));
  const [request = null, ...examples] = paths.map((path) => ({ method: 'GET', path, headers: {}, body: '' }));
  const sample: Sample = {
    ...sampleFromDisk('begroet'),
    name: `contract-${name}`,
    title: `Contract: ${name}`,
    files,
    given: [],
    functions,
    request,
    examples: examples.map((example) => ({ ...example, file: files[0]?.path ?? '' })),
    timeoutMs: 20_000,
  };
  return { name: sample.name, sample, files };
}

export function contractCases(): readonly Subject[] {
  return [
    caseOf('kv', [fn('kv', HTTP, ['kv'])], ['/?seed=1', '/?seed=77', '/?seed=4711']),
    caseOf('bucket', [fn('bucket', HTTP, ['bucket'])], ['/']),
    caseOf('queue', [fn('zend', HTTP, ['queue']), fn('lees', QUEUE, ['kv'])], ['/']),
    caseOf(
      'upload',
      [
        fn('leg-neer', HTTP, ['bucket']),
        fn('kijk', { type: 'upload', prefix: 'in/', accept: '', samples: [] }, ['kv', 'bucket']),
      ],
      ['/'],
    ),
    caseOf('timer', [fn('tik', { type: 'timer', cron: '0 3 * * *' }, ['kv'])], []),
  ];
}
