import { beforeEach, expect, test, vi } from 'vitest';
import { keepsEdits } from '../../../src/kit/storage.ts';
import { EditsModel } from '../../../src/playground/code/edits.ts';

const lesson = [{ path: 'a.js', text: 'een' }];
const newer = [{ path: 'a.js', text: 'nieuw' }];

function fakeStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

beforeEach(() => {
  vi.stubGlobal('localStorage', fakeStorage());
});

function visit(files = lesson) {
  const edits = new EditsModel('f', files);
  edits.restore();
  return edits;
}

test('an edit is there again on the next visit', () => {
  visit().edit('a.js', 'mijn code');
  const again = visit();
  expect(again.texts.value).toEqual({ 'a.js': 'mijn code' });
  expect(again.isEdited.value).toBe(true);
  expect(again.lessonChanged.value).toBe(false);
});

test('what was typed before the page was ready is an edit, unless that would cost an earlier one', () => {
  const edits = new EditsModel('f', lesson);
  edits.adopt('a.js', 'vroeg getypt');
  edits.restore();
  expect(edits.texts.value).toEqual({ 'a.js': 'vroeg getypt' });
  const next = new EditsModel('f', lesson);
  next.adopt('a.js', 'weer vroeg getypt');
  next.restore();
  expect(next.texts.value).toEqual({ 'a.js': 'vroeg getypt' });
});

test('restoring shows the lesson’s code, and can be undone', () => {
  const edits = visit();
  edits.edit('a.js', 'mijn code');
  edits.reset();
  expect(edits.texts.value).toEqual({ 'a.js': 'een' });
  expect(visit().isEdited.value).toBe(false);
  edits.undoReset();
  expect(edits.texts.value).toEqual({ 'a.js': 'mijn code' });
  expect(visit().texts.value).toEqual({ 'a.js': 'mijn code' });
});

test('a changed lesson keeps the reader’s version, says so, also on later visits, and offers the new one', () => {
  visit().edit('a.js', 'mijn code');
  const edits = visit(newer);
  expect(edits.texts.value).toEqual({ 'a.js': 'mijn code' });
  expect(edits.lessonChanged.value).toBe(true);
  edits.edit('a.js', 'mijn code 2');
  expect(visit(newer).lessonChanged.value).toBe(true);
  edits.reset();
  expect(edits.texts.value).toEqual({ 'a.js': 'nieuw' });
  expect(visit(newer).lessonChanged.value).toBe(false);
});

test.each(['{', 'null', '{"v":1,"base":"x","files":{"a.js":7}}', '{"v":2,"base":"x","files":{}}'])(
  'what was kept and makes no sense (%s) is left alone',
  (text) => {
    localStorage.setItem('functielab:code:f', text);
    expect(visit().texts.value).toEqual({ 'a.js': 'een' });
  },
);

test('without storage everything works, and the page knows that nothing is kept', () => {
  vi.stubGlobal('localStorage', {
    ...fakeStorage(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  const edits = visit();
  edits.edit('a.js', 'mijn code');
  expect(edits.texts.value).toEqual({ 'a.js': 'mijn code' });
  expect(keepsEdits.value).toBe(false);
});
