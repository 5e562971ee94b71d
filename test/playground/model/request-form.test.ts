import { expect, test } from 'vitest';
import { parseHeaders, requestUrl, TriggerModel } from '../../../src/playground/model/request-form.ts';

const get = { method: 'GET', path: '/begroet?naam=Mila', headers: {}, body: '' };

test('a path becomes an address on the function’s own invented host', () => {
  expect(requestUrl('begroet', '/begroet?naam=Mila')).toBe('https://begroet.functie.test/begroet?naam=Mila');
  expect(requestUrl('begroet', 'begroet')).toBe('https://begroet.functie.test/begroet');
});

test.each(['//elders.example/x', '/\\elders.example'])('%s may not lead to another host', (path) => {
  expect(requestUrl('begroet', path)).toBeNull();
});

test('headers are one a line, and empty lines do not count', () => {
  expect(parseHeaders('Accept: text/plain\n\n x-naam :  Mila ')).toEqual([
    ['accept', 'text/plain'],
    ['x-naam', 'Mila'],
  ]);
});

test.each(['accept', ': leeg', 'met spatie: x'])('the line "%s" is refused by name', (line) => {
  expect(parseHeaders(`a: b\n${line}`)).toEqual({ code: 'REQUEST_BAD_HEADER', text: line });
});

test('a GET sends no body, a POST does', () => {
  const trigger = new TriggerModel('begroet', { ...get, body: 'dag' });
  expect(trigger.request()).toMatchObject({ method: 'GET', body: null });
  trigger.method.value = 'POST';
  expect(trigger.request()).toMatchObject({ method: 'POST', body: new TextEncoder().encode('dag') });
});

test('what is wrong with a path is said before anything runs', () => {
  const trigger = new TriggerModel('begroet', { ...get, path: '//elders.example' });
  expect(trigger.request()).toEqual({ code: 'REQUEST_BAD_PATH', text: '//elders.example' });
});

test('an example is the chosen one until something of it is changed', () => {
  const other = { method: 'POST', path: '/lijst', headers: { accept: 'text/plain' }, body: '{}' };
  const trigger = new TriggerModel('begroet', get);
  expect([trigger.isFilledWith(get), trigger.isFilledWith(other)]).toEqual([true, false]);
  trigger.fill(other);
  expect([trigger.isFilledWith(get), trigger.isFilledWith(other)]).toEqual([false, true]);
  trigger.headers.value += '\nx-naam: Mila';
  expect(trigger.isFilledWith(other)).toBe(false);
});
