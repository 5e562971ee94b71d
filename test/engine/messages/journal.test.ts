/** The journal by itself: what changed, once, together, and only when something did. */
import { expect, test } from 'vitest';
import { type Changes, Journal } from '../../../src/engine/messages/journal.ts';

function open() {
  const handed: Changes[] = [];
  return { journal: new Journal((changes) => handed.push(changes)), handed };
}

const OBJECT = { key: 'o', size: 0, contentType: 'x/y', body: new Uint8Array(0) };

test('nothing is handed over when nothing changed', () => {
  const { journal, handed } = open();
  journal.flush();
  journal.kv('a', null);
  journal.flush();
  journal.flush();
  expect(handed).toHaveLength(1);
});

test.each<[string, (journal: Journal) => void, Partial<Changes>]>([
  ['a value', (journal) => journal.kv('k', null), { kv: new Map([['k', null]]) }],
  ['an object', (journal) => journal.object('o', OBJECT), { objects: new Map([['o', OBJECT]]) }],
  ['a message', (journal) => journal.message('m', null), { messages: new Map([['m', null]]) }],
  ['that all is gone', (journal) => journal.empty(), { isEmptied: true }],
])('%s alone is handed over', (_what, change, expected) => {
  const { journal, handed } = open();
  change(journal);
  journal.flush();
  const nothing = { isEmptied: false, kv: new Map(), objects: new Map(), messages: new Map() };
  expect(handed).toEqual([{ ...nothing, ...expected }]);
});

test('of one key the last change counts, and what came before everything went is gone', () => {
  const { journal, handed } = open();
  journal.kv('k', { key: 'k', value: '1', version: 1 });
  journal.kv('k', { key: 'k', value: '2', version: 2 });
  journal.flush();
  expect([...(handed[0]?.kv.values() ?? [])]).toMatchObject([{ value: '2' }]);
  journal.object('o', OBJECT);
  journal.empty();
  journal.kv('l', null);
  journal.flush();
  expect(handed[1]).toEqual({
    isEmptied: true,
    kv: new Map([['l', null]]),
    objects: new Map(),
    messages: new Map(),
  });
});

test('a journal that was stopped hands nothing over', () => {
  const { journal, handed } = open();
  journal.kv('k', null);
  journal.stop();
  journal.flush();
  expect(handed).toEqual([]);
});
