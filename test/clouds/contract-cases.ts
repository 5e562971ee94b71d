/**
 * The contract's own cases for bindings and delivery, as code that runs everywhere: small functions that ask all that a binding
 * can be asked and answer with what came of it, and one that answers in every way. Beside the samples they hold each target to the lab.
 */
import { readFileSync } from 'node:fs';
import { sampleFromDisk } from '../../src/build/exercises/from-disk.ts';
import type { RequestStart, Sample, SampleFunction, SampleTrigger } from '../../src/course/sample.ts';
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

/** @param asked GET of a path, or a whole request */
function caseOf(
  name: string,
  functions: readonly SampleFunction[],
  asked: readonly (string | RequestStart)[],
): Subject {
  const files = functions.map(({ entry }) => ({
    path: entry,
    text: readFileSync(new URL(`contract/${entry}`, import.meta.url), 'utf8'),
  }));
  const [request = null, ...examples] = asked.map((one) =>
    typeof one === 'string' ? { method: 'GET', path: one, headers: {}, body: '' } : one,
  );
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

const TEXT = { 'content-type': 'text/plain' };

const REQUESTS: readonly (string | RequestStart)[] = [
  ...['/tekst', '/leeg', '/bytes', '/koek', '/koppen', '/weg', '/stroom', '/lang', '/stuk', '/niets'],
  ...['/zoek?a=1&a=2&b=%C3%A9%20%26&c', '/ergens/%C3%A9/%2F'],
  { method: 'POST', path: '/echo', headers: { ...TEXT, 'x-eigen': 'a, b' }, body: 'zó €' },
  { method: 'PUT', path: '/echo', headers: { 'content-type': 'application/json' }, body: '[1]' },
  {
    method: 'PATCH',
    path: '/echo',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'a=1&b=%20',
  },
  { method: 'DELETE', path: '/echo', headers: {}, body: '' },
  { method: 'POST', path: '/echo', headers: TEXT, body: 'y'.repeat(200_000) },
];

export function contractCases(): readonly Subject[] {
  return [
    caseOf('http', [fn('http', HTTP, [])], REQUESTS),
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
