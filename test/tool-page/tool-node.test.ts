/** Node behind the tool, as a host of the page's playground: a version is named and no code is sent, and it is there as long as the line. */
import { type Signal, signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import type { InstanceSpec, Report } from '../../src/contract/host.ts';
import { Serving } from '../../src/host/node/index.ts';
import { versionOf } from '../../src/tool/lab/protocol.ts';
import type { LineState } from '../../src/tool-page/tool-line.ts';
import { ToolNodeModel } from '../../src/tool-page/tool-node.ts';

const SPEC: InstanceSpec = {
  instanceId: 1,
  functionName: 'hallo',
  files: [{ path: 'hallo.js', text: `export default () => new Response('hoi');` }],
  entry: 'hallo.js',
  memoryMb: 128,
  timeoutMs: 3_000,
  env: { GROET: 'dag' },
};

let line: Signal<LineState>;
let isEdited: Signal<boolean>;
let isOtherEnvironment: Signal<boolean>;
let node: InstanceType<typeof ToolNodeModel>;
let asked: [version: string, spec: InstanceSpec][];
let lost: string[] | null;
beforeEach(() => {
  line = signal<LineState>('live');
  isEdited = signal(false);
  isOtherEnvironment = signal(false);
  asked = [];
  lost = null;
  const serving = new Serving({
    threadsOf: () => expect.fail('nothing may start'),
    specOf: (version, spec) => {
      asked.push([version, spec]);
      return null;
    },
    write: (text) => node.heard(text),
  });
  node = new ToolNodeModel({
    line,
    isEdited,
    isOtherEnvironment,
    send: (text) => {
      if (lost === null) serving.receive(text);
      else lost.push(text);
    },
  });
});

async function startedHost() {
  await node.starter.start();
  const state = node.starter.state.value;
  if (state.kind !== 'ready') return expect.fail(state.kind);
  const reports: Report[] = [];
  const host = state.placeFor('hallo').createHost((report) => reports.push(report));
  return { host, reports };
}

test('it is told which version to start, and gets neither its text nor its environment', async () => {
  const { host, reports } = await startedHost();
  host.start(SPEC);
  await expect
    .poll(() => reports)
    .toEqual([{ type: 'ended', instanceId: 1, failure: { code: 'HOST_UNAVAILABLE' } }]);
  expect(asked).toEqual([[versionOf(SPEC.files), { ...SPEC, files: [], env: {} }]]);
});

test('what ran there is lost with the line, and the next line begins anew', async () => {
  const { host, reports } = await startedHost();
  // What is under way when the line goes is never answered.
  lost = [];
  host.start(SPEC);
  await expect.poll(() => lost).toContainEqual(expect.stringContaining('"type":"start"'));
  node.lineWent();
  await expect
    .poll(() => reports)
    .toEqual([{ type: 'ended', instanceId: 1, failure: { code: 'HOST_LOST' } }]);
  expect(node.starter.state.value.kind).toBe('off');
});

test.each<[what: string, change: () => void, code: string | null]>([
  ['as it is', () => {}, null],
  [
    'while the line is gone',
    () => {
      line.value = 'gone';
    },
    'NOT_CONNECTED',
  ],
  [
    'while something else stands in the editor',
    () => {
      isEdited.value = true;
    },
    'EDITED',
  ],
  [
    'with another environment',
    () => {
      isOtherEnvironment.value = true;
    },
    'OTHER_ENVIRONMENT',
  ],
])('whether it can be chosen %s', (_, change, code) => {
  change();
  expect(node.starter.obstacle.value).toBe(code);
});
