import { beforeEach, describe, expect, test, vi } from 'vitest';
import { keepsEdits, probeStorage, removeText, writeText } from '../../../src/kit/storage.ts';
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

test('where there is room for something small only, the page goes on saying that the code is not kept', () => {
  const small = fakeStorage();
  vi.stubGlobal('localStorage', {
    ...small,
    setItem: (key: string, text: string) => {
      if (text.length > 100) throw new DOMException('full', 'QuotaExceededError');
      small.setItem(key, text);
    },
  });
  const edits = visit();
  edits.edit('a.js', 'x'.repeat(200));
  writeText('functielab:voortgang', '{}');
  probeStorage();
  expect(keepsEdits.value).toBe(false);
  edits.edit('a.js', 'kort');
  expect(keepsEdits.value).toBe(true);
});

test('what was too large and is thrown away is not missed', () => {
  vi.stubGlobal('localStorage', {
    ...fakeStorage(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  writeText('functielab:groot', 'x');
  expect(keepsEdits.value).toBe(false);
  removeText('functielab:groot');
  expect(keepsEdits.value).toBe(true);
});

describe('a stranger’s copy', () => {
  const theirs = { 'a.js': 'van een ander' };

  function withCopy() {
    const edits = visit();
    edits.edit('a.js', 'mijn code');
    edits.showCopy(theirs);
    return edits;
  }

  test('is shown beside the reader’s own version, and never is one of its files', () => {
    const edits = withCopy();
    expect(edits.origin.value).toBe('stranger');
    expect(edits.files()).toEqual([{ path: 'a.js', text: 'van een ander' }]);
    expect(edits.ownFiles()).toEqual([{ path: 'a.js', text: 'mijn code' }]);
    edits.edit('a.js', 'van een ander, veranderd');
    expect(edits.ownFiles()).toEqual([{ path: 'a.js', text: 'mijn code' }]);
    expect(visit().texts.value).toEqual({ 'a.js': 'mijn code' });
    edits.leaveCopy();
    expect([edits.origin.value, edits.texts.value]).toEqual(['own', { 'a.js': 'mijn code' }]);
  });

  test('has no way to the reader’s version but a takeover: restoring and undoing leave both alone', () => {
    const edits = withCopy();
    edits.leaveCopy();
    edits.reset();
    edits.showCopy(theirs);
    expect(edits.undone.value).toBeNull();
    edits.undoReset();
    edits.reset();
    expect(edits.texts.value).toEqual(theirs);
    edits.leaveCopy();
    expect(edits.undone.value).toEqual({ 'a.js': 'mijn code' });
  });

  test('that is taken over is the reader’s own from then on; what that was comes back', () => {
    const edits = withCopy();
    edits.takeOver();
    expect([edits.origin.value, edits.ownFiles()[0]?.text]).toEqual(['own', 'van een ander']);
    expect(visit().origin.value).toBe('own');
    edits.undoReset();
    expect(edits.ownFiles()[0]?.text).toBe('mijn code');
  });

  test('gives its files for as long as it is the one that is shown', () => {
    const edits = withCopy();
    const first = edits.copyNumber.value ?? 0;
    expect(edits.filesOfCopy(first)?.[0]?.text).toBe('van een ander');
    edits.showCopy({ 'a.js': 'van weer een ander' });
    expect(edits.filesOfCopy(first)).toBeNull();
    edits.leaveCopy();
    expect(edits.filesOfCopy(first + 1)).toBeNull();
  });

  test('with files that this function does not have, or without those that it has, is made whole', () => {
    const edits = visit();
    edits.showCopy({ 'b.js': 'meer', __proto__: 'x' } as Readonly<Record<string, string>>);
    expect(edits.texts.value).toEqual({ 'a.js': 'een' });
  });

  test('from a progress file is there in this visit, until the reader leaves it or takes it over', () => {
    const tab = fakeStorage();
    vi.stubGlobal('sessionStorage', tab);
    const left = () => tab.getItem('functielab:andermans:f');
    const leave = () =>
      tab.setItem('functielab:andermans:f', JSON.stringify({ v: 1, base: 'x', files: theirs }));
    leave();
    expect([visit().origin.value, visit().texts.value]).toEqual(['stranger', theirs]);
    visit().leaveCopy();
    expect([visit().origin.value, left()]).toEqual(['course', null]);
    leave();
    visit().takeOver();
    expect([visit().origin.value, left()]).toEqual(['own', null]);
  });
});

test('a file that the reader calls their own takes the place of the version here, which can come back', () => {
  const edits = visit();
  edits.edit('a.js', 'mijn code');
  edits.replace({ 'a.js': 'van mijn andere toestel' });
  expect(visit().texts.value).toEqual({ 'a.js': 'van mijn andere toestel' });
  edits.undoReset();
  expect(visit().texts.value).toEqual({ 'a.js': 'mijn code' });
});

describe('two tabs with the same code', () => {
  /** What a browser tells of: by the name of the event. */
  let heard: Map<string, ((event: { key: string | null }) => void)[]>;

  beforeEach(() => {
    heard = new Map();
    vi.stubGlobal('document', {});
    vi.stubGlobal('addEventListener', (type: string, listener: () => void) =>
      heard.set(type, [...(heard.get(type) ?? []), listener]),
    );
  });

  const tell = () => {
    for (const listener of heard.get('storage') ?? []) listener({ key: 'functielab:code:f' });
  };

  test('what is typed in the one is shown in the other, which says so and can give back what stood there', () => {
    visit().edit('a.js', 'van gisteren');
    const [here, there] = [visit(), visit()];
    there.edit('a.js', 'd');
    tell();
    there.edit('a.js', 'daar');
    tell();
    expect(here.texts.value).toEqual({ 'a.js': 'daar' });
    expect(here.changedElsewhere.value).toBe(true);
    expect(there.changedElsewhere.value).toBe(false);
    expect(here.undone.value).toEqual({ 'a.js': 'van gisteren' });
    here.undoReset();
    tell();
    expect(here.texts.value).toEqual({ 'a.js': 'van gisteren' });
    expect(there.texts.value).toEqual({ 'a.js': 'van gisteren' });
    expect(there.undone.value).toEqual({ 'a.js': 'daar' });
  });

  test('who types before hearing of the other loses neither text', () => {
    const [here, there] = [visit(), visit()];
    there.edit('a.js', 'daar');
    here.edit('a.js', 'hier');
    here.edit('a.js', 'hier verder');
    expect(visit().texts.value).toEqual({ 'a.js': 'hier verder' });
    expect(here.changedElsewhere.value).toBe(true);
    here.undoReset();
    expect(here.texts.value).toEqual({ 'a.js': 'daar' });
  });

  test('the other restored the lesson: this tab follows, and can undo it', () => {
    visit().edit('a.js', 'mijn code');
    const [here, there] = [visit(), visit()];
    there.reset();
    tell();
    expect(here.texts.value).toEqual({ 'a.js': 'een' });
    here.undoReset();
    expect(visit().texts.value).toEqual({ 'a.js': 'mijn code' });
  });

  test('once the notice is closed, the next key begins afresh', () => {
    const [here, there] = [visit(), visit()];
    there.edit('a.js', 'daar');
    tell();
    here.closeNotices();
    here.edit('a.js', 'daar, en hier');
    expect([here.changedElsewhere.value, here.undone.value]).toEqual([false, null]);
  });
});

describe('a file that the task gives', () => {
  const files = [
    { path: 'a.js', text: 'een' },
    { path: 'mail.js', text: 'van de cursus' },
  ];
  const open = () => {
    const edits = new EditsModel('f', files, ['mail.js']);
    edits.restore();
    return edits;
  };
  const textOf = (all: readonly { path: string; text: string }[]) => all.map(({ text }) => text);

  test('runs as the course has it, whatever was kept in its place, and that is shown once', () => {
    new EditsModel('f', files).edit('mail.js', 'van vroeger');
    const edits = open();
    expect(textOf(edits.ownFiles())).toEqual(['een', 'van de cursus']);
    expect(edits.setAside.value).toEqual([{ path: 'mail.js', text: 'van vroeger' }]);
    edits.closeNotices();
    expect(edits.setAside.value).toEqual([]);
  });

  test('is not edited, nor brought along by a copy or a file of another device', () => {
    const edits = open();
    edits.edit('mail.js', 'stiekem');
    edits.adopt('mail.js', 'stiekem');
    edits.replace({ 'a.js': 'mijn', 'mail.js': 'stiekem' });
    expect(textOf(edits.ownFiles())).toEqual(['mijn', 'van de cursus']);
    edits.showCopy({ 'mail.js': 'van een ander' });
    expect(textOf(edits.files())).toEqual(['een', 'van de cursus']);
  });
});
