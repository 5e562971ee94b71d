import { expect, test, vi } from 'vitest';
import { startProgress } from '../../src/cli/progress.mjs';

function output(terminal: { isTTY?: boolean; columns?: number } = {}) {
  const written: string[] = [];
  return { ...terminal, written, write: (text: string) => written.push(text) };
}

test('in a log, the begin and the outcome are a line each, however long it takes', () => {
  vi.useFakeTimers();
  const log = output();
  const progress = startProgress('De site bouwen', 'meestal een halve minuut', log);
  vi.advanceTimersByTime(90_000);
  progress.done('De site is gebouwd');
  vi.useRealTimers();
  expect(log.written).toEqual([
    '… De site bouwen (meestal een halve minuut)\n',
    '✓ De site is gebouwd (90 s)\n',
  ]);
});

test('on a terminal one line counts, and the outcome takes its place', () => {
  vi.useFakeTimers();
  const terminal = output({ isTTY: true, columns: 200 });
  const progress = startProgress('De site bouwen', 'meestal een halve minuut', terminal);
  vi.advanceTimersByTime(2_000);
  progress.done('De site is gebouwd');
  vi.advanceTimersByTime(5_000);
  vi.useRealTimers();
  const shown = terminal.written.join('').replaceAll('\u001b[K', '');
  expect(shown.split('\r').map((line) => line.trim())).toEqual([
    '',
    '… De site bouwen: 0 s (meestal een halve minuut)',
    '… De site bouwen: 1 s (meestal een halve minuut)',
    '… De site bouwen: 2 s (meestal een halve minuut)',
    '✓ De site is gebouwd (2 s)',
  ]);
});

test('on a narrow terminal the line stays one line', () => {
  const terminal = output({ isTTY: true, columns: 20 });
  startProgress('De site bouwen', 'meestal een halve minuut', terminal).fail();
  for (const text of terminal.written) {
    expect(text.replaceAll('\u001b[K', '').replaceAll('\r', '').length).toBeLessThan(20);
  }
});
